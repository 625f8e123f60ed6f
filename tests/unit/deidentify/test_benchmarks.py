"""The benchmarks of room 2 count rightly, on an invented interview."""

import sys
from pathlib import Path

import pytest

from verbatim.deidentify.learned import RULES_ONLY

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
INTERVIEW = """\
I: Could you say your name for me?
P: My name's {{PERSON|Ruth Ann Vane}}, and my number's {{PHONE|01632 960 983}}.
I: And who's your doctor?
P: {{PERSON|Doctor Vane}}, no relation. It was a cold winter, that one.
"""


@pytest.fixture(autouse=True)
def _beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one interview of marked text."""
    (tmp_path / "invented.txt").write_text(INTERVIEW, encoding="utf-8")
    return tmp_path


def test_part_of_a_name_is_no_name_and_a_title_stays(folder: Path) -> None:
    """A mention counts when all of it is hidden; "Doctor" may stand; half a right mask is half."""
    from identifiers import sets  # noqa: PLC0415
    from scored import Score  # noqa: PLC0415

    ((_, (document,)),) = sets([folder], every=False)
    text, score = document.marked.text, Score()
    hidden = {*range(text.index("Ruth"), text.index(" Vane, and"))}
    hidden |= {*range(text.index("Vane, no"), text.index("Vane, no") + 4)}
    hidden |= {*range(text.index("winter"), text.index("winter") + 6)}
    score.add(document, hidden)
    assert (2, 1) == (score.marked["PERSON"], score.found["PERSON"])
    assert (3, 1) == (score.marked["direct"], score.found["direct"])
    # Ruth, Ann, Vane and winter are hidden; winter identifies nobody.
    assert (4, 3) == (score.hidden, score.right)
    assert f"{10_000 * 2 / len(text.split()):.1f}" == score.leaks


def test_a_layer_that_is_off_finds_nothing(folder: Path) -> None:
    """With no layer nothing is hidden, with forms the number, with all rules the names as well."""
    from ablation import RULES, cover  # noqa: PLC0415
    from identifiers import sets  # noqa: PLC0415

    ((_, documents),) = sets([folder], every=False)
    text = documents[0].marked.text

    def hidden(*layers: str) -> str:
        (covered,) = cover(documents, frozenset(layers))
        return "".join(text[at] for at in sorted(covered))

    assert hidden() == ""
    assert hidden("forms") == "01632 960 983"
    assert hidden(*RULES) == "Ruth Ann Vane01632 960 983Vane"


def test_each_sentence_meets_names_that_stand_nowhere_else_in_it() -> None:
    """An interview of one origin holds every sentence once, and no name twice."""
    from name_origins import document, given  # noqa: PLC0415

    sources = given()
    assert len(sources.origins) >= 20
    assert all(len({*firsts}) >= 40 for firsts, _ in sources.origins.values())
    made = document(sources, "Somali", 3)
    names = [made.text[start:end] for start, end, _ in made.spans]
    parts = [part for name in names for part in name.split()]
    assert len(parts) == len({*parts})
    assert {*parts} <= {*sources.origins["Somali"][0], *sources.origins["Somali"][1]}
    assert {str(at) for at in range(len(sources.carriers))} == {kind for *_, kind in made.spans}


def test_what_is_missing_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without Presidio the table says so, and this program is measured all the same."""
    import presidio  # noqa: PLC0415

    nowhere = str(folder / "python")
    # The model takes a second to load, and is not what is asked here.
    monkeypatch.setattr(presidio, "Learned", lambda model=False: RULES_ONLY)
    monkeypatch.setattr(sys, "argv", ["presidio.py", str(folder), "--python", nowhere])
    presidio.main()
    said = capsys.readouterr()
    assert "not measured" in said.out
    assert "this program, rules" in said.out
    assert "pip install presidio-analyzer" in said.err
