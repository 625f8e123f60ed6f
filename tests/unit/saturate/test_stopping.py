"""Guest, Namey and Chen's rule."""

import pytest

from verbatim.saturate.stopping import grid, stop

GUEST = [16, 9, 7, 5, 4, 3, 1, 0]
"""Their worked example: 37 codes in the base of four, then runs of 7, 4 and 1 new codes.

How the 37 spread over the base and the 7, 4, 1 over interviews is not printed; this spread has
the printed sums.
"""


def test_worked_example() -> None:
    """7/37 = 19 %, then 4/37 = 11 %, then 1/37 = 3 %: reported as 6+2."""
    found = stop(GUEST, base=4, run=2, threshold=0.05)
    assert (found.base_codes, found.label) == (37, "6+2")
    assert found.ratio == pytest.approx(1 / 37)
    assert found.degree == 1


def test_first_runs_of_the_worked_example() -> None:
    """At 11 % the rule is met one run earlier, at 19 % right after the base."""
    assert stop(GUEST, 4, 2, 0.11).label == "5+2"
    assert stop(GUEST, 4, 2, 0.19).label == "4+2"


@pytest.mark.parametrize(
    ("new", "settings", "label", "degree", "why"),
    [
        ([16, 9, 7, 5, 4, 3, 1, 0, 1, 0], (4, 2, 0.0), "not met", None, "never two without news"),
        ([10, 5, 5, 0, 1, 0, 0], (4, 2, 0.05), "4+2", 1.0, "1/20 is 5 %: at the threshold is met"),
        ([10, 5, 5, 0, 1, 1, 0], (4, 2, 0.05), "5+2", 1.0, "2/20 is over it, 1/20 is not"),
        (
            [4, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 0, 1, 1],
            (4, 2, 0.5),
            "10+2",
            18 / 20,
            "the base stays the denominator: by the codes met so far, 4/8, it would be 6+2",
        ),
        ([3, 2], (4, 2, 0.05), "not met", None, "fewer interviews than the base"),
        ([3, 2, 1, 1, 0], (4, 2, 0.05), "not met", None, "no room for a run"),
        ([3, 2, 1, 1, 0, 0], (4, 2, 0.0), "4+2", 1.0, "just room for one run"),
        ([0, 0, 0, 0, 0, 0], (4, 2, 0.05), "not met", None, "a base without codes"),
        ([0, 0, 0, 0, 0, 5], (4, 2, 0.05), "not met", None, "codes only after the base"),
        ([], (4, 2, 0.05), "not met", None, "no interviews"),
        ([5], (1, 1, 0.05), "not met", None, "one interview"),
    ],
)
def test_cases(
    new: list[int], settings: tuple[int, int, float], label: str, degree: float | None, why: str
) -> None:
    """The first run at or under the threshold counts; its end says how many codes were met."""
    found = stop(new, *settings)
    assert found.label == label, why
    assert found.degree == (None if degree is None else pytest.approx(degree)), why


def test_whole_grid() -> None:
    """Every combination is given, met or not, each once, in the order of the settings."""
    found = [
        (one.base, one.run, one.threshold) for one in grid(GUEST, [4, 5, 4], [2, 3], [0.05, 0.0])
    ]
    assert found == [
        (base, run, threshold) for base in (4, 5) for run in (2, 3) for threshold in (0.05, 0.0)
    ]
