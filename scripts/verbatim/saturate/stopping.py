"""Guest, Namey and Chen's rule: how little new is little enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

NOT_MET = "not met"


@dataclass(frozen=True)
class Stop:
    """What the rule gives for one base, run length and threshold.

    Attributes:
        base: Interviews in the base.
        run: Interviews in a run.
        threshold: New information allowed, as share of the base's codes.
        base_codes: Codes found in the base.
        met_after: Interviews before the first run at or under the threshold; None: not met.
        ratio: New codes of that run / codes of the base; None: not met.
        degree: Share of the codes of all interviews that were met by that run's end; None: not
            met.
    """

    base: int
    run: int
    threshold: float
    base_codes: int
    met_after: int | None = None
    ratio: float | None = None
    degree: float | None = None

    @property
    def label(self) -> str:
        """Interviews before the run, plus the run, as in 6+2."""
        return NOT_MET if self.met_after is None else f"{self.met_after}+{self.run}"


def stop(new: Sequence[int], base: int, run: int, threshold: float) -> Stop:
    """Find the first run of interviews that brings no more than the threshold.

    Guest, Namey and Chen 2020 (PLoS ONE 15(5):e0232076, doi 10.1371/journal.pone.0232076): the
    base is the first interviews and its codes are the denominator throughout, never the codes
    met so far; runs begin right after the base and move on by one interview.

    Args:
        new: New codes of each interview, in the order held.
        base: Interviews in the base.
        run: Interviews in a run.
        threshold: New information allowed, as share of the base's codes.

    Returns:
        The rule's answer; not met where no run is quiet enough, where there are fewer interviews
        than base and run together, or where the base holds no code.
    """
    base_codes = sum(new[:base])
    nothing = Stop(base, run, threshold, base_codes)
    if base_codes == 0:
        return nothing
    for before in range(base, len(new) - run + 1):
        ratio = sum(new[before : before + run]) / base_codes
        if ratio <= threshold:
            degree = sum(new[: before + run]) / sum(new)
            return Stop(base, run, threshold, base_codes, before, ratio, degree)
    return nothing


def grid(
    new: Sequence[int], bases: Sequence[int], runs: Sequence[int], thresholds: Sequence[float]
) -> Iterator[Stop]:
    """Give the rule's answer for every combination, never only for those that are met."""
    settings = product(dict.fromkeys(bases), dict.fromkeys(runs), dict.fromkeys(thresholds))
    for base, run, threshold in settings:
        yield stop(new, base, run, threshold)
