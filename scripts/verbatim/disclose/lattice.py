"""The least general table in which nobody is too alone: a search over all ladders at once."""

from dataclasses import dataclass
from itertools import product
from math import lcm, prod

import numpy as np

from verbatim.disclose.risk import Flags, Ints, diversity, sizes_of

NODES, CELLS = 20_000, 5_000_000
"""Up to so many combinations of rungs, and combinations times participants, all are tried."""

Levels = tuple[int, ...]
"""How many rungs each attribute has gone up; 0 is the value as it stands."""


@dataclass(frozen=True)
class Wanted:
    """What a table must have.

    Attributes:
        k: Participants in every class, at least.
        l: Different sensitive values in every class, at least; 0 where there is no such attribute.
        cells_of: Participants of whom single cells may be left out, at most.
    """

    k: int
    l: int = 0  # noqa: E741  the literature's name
    cells_of: int = 0


@dataclass(frozen=True)
class Table:
    """Participants at every rung.

    Attributes:
        rows: How many participants.
        rungs: For each attribute the values of all participants at each level, numbered.
        heights: The level at which nothing is left of the attribute, be it allowed or not.
        sensitive: Values of the sensitive attribute, numbered; None where there is none.
    """

    rows: int
    rungs: list[list[Ints]]
    heights: list[int]
    sensitive: Ints | None = None

    @property
    def tops(self) -> Levels:
        """The highest level of each attribute."""
        return tuple(len(levels) - 1 for levels in self.rungs)

    def at(self, levels: Levels) -> Ints:
        """Give the table at these levels."""
        columns = [rungs[level] for rungs, level in zip(self.rungs, levels, strict=True)]
        return np.column_stack(columns) if columns else np.zeros((self.rows, 0), dtype=np.int64)

    def lost(self, levels: Levels, blank: Flags | None = None) -> int:
        """Give what is lost as a whole number, to be compared without rounding."""
        share = lcm(*self.heights)
        gone = [level * share // height for level, height in zip(levels, self.heights, strict=True)]
        lost = self.rows * sum(gone)
        if blank is not None:
            lost += sum(
                (share - up) * int(out.sum()) for up, out in zip(gone, blank.T, strict=True)
            )
        return lost

    def loss(self, levels: Levels, blank: Flags | None = None) -> float:
        """Give the share of detail that is lost: 1 - Prec (Sweeney 2002b).

        The mean over all cells of rungs gone up / rungs of the ladder; a cell that is left out has
        gone up the whole ladder.
        """
        whole = lcm(*self.heights) * self.rows * len(levels)
        return self.lost(levels, blank) / whole if whole else 0.0


@dataclass(frozen=True)
class Choice:
    """A table of the lattice.

    Attributes:
        levels: How far each attribute is generalised.
        blank: Single cells that are left out besides.
        holds: Whether it has what is wanted; the most general one that there is, if none has.
        least: Whether every other table was tried; else only those one rung below were.
    """

    levels: Levels
    blank: Flags
    holds: bool
    least: bool = True


def least(table: Table, wanted: Wanted) -> Choice:
    """Find the table with the least loss that has what is wanted.

    Of those that lose equally much the one with more classes, then the one in which the attribute
    that stands first keeps more. Where the lattice is too large to try every table, one from which
    no rung can be taken back (a minimal generalisation, Samarati 2001).
    """
    tops = table.tops
    many = prod(top + 1 for top in tops)
    if many > NODES or many * table.rows > CELLS:
        return _climbed(table, wanted)
    best: tuple[int, int, Levels] | None = None
    chosen = Choice(tops, _none(table), holds=False)
    nodes = product(*(range(top + 1) for top in tops))
    for lost, levels in sorted((table.lost(each), each) for each in nodes):
        if best and lost > best[0]:
            break
        blank = _blanked(table, levels, wanted)
        if blank is None:
            continue
        alike = len(np.unique(np.where(blank, -1, table.at(levels)), axis=0))
        worth = (table.lost(levels, blank), -alike, levels)
        if best is None or worth < best:
            best, chosen = worth, Choice(levels, blank, holds=True)
    return chosen


def way_to(table: Table, start: Levels, levels: Levels, k: int) -> list[Levels]:
    """Give the tables on the way up from some levels, without them, to others.

    One rung a step: the one after which fewest participants are in classes smaller than k, then
    fewest alone, then the one that loses least, then that of the attribute that stands last.
    """
    at, steps = start, []
    while at != levels:
        higher = [_moved(at, place, 1) for place, top in enumerate(levels) if at[place] < top]
        at = min(higher, key=lambda each: _cost(table, each, k))
        steps.append(at)
    return steps


def _climbed(table: Table, wanted: Wanted) -> Choice:
    """Go up by the rung that helps most, then take back each rung that is not needed."""
    tops = table.tops
    at = (0,) * len(tops)
    while _blanked(table, at, wanted) is None:
        higher = [_moved(at, place, 1) for place, top in enumerate(tops) if at[place] < top]
        if not higher:
            return Choice(tops, _none(table), holds=False, least=False)
        at = min(higher, key=lambda each: _cost(table, each, wanted.k))
    while True:
        lower = [_moved(at, place, -1) for place, level in enumerate(at) if level]
        lower = [each for each in lower if _blanked(table, each, wanted) is not None]
        if not lower:
            blank = _blanked(table, at, wanted)
            return Choice(at, _none(table) if blank is None else blank, holds=True, least=False)
        at = min(lower, key=lambda each: (table.lost(each), each))


def _cost(table: Table, levels: Levels, k: int) -> tuple[int, int, int, Levels]:
    sizes = sizes_of(table.at(levels))
    return int((sizes < k).sum()), int((sizes == 1).sum()), table.lost(levels), levels


def _moved(levels: Levels, place: int, by: int) -> Levels:
    return (*levels[:place], levels[place] + by, *levels[place + 1 :])


def _none(table: Table) -> Flags:
    return np.zeros((table.rows, len(table.rungs)), bool)


def _lacking(codes: Ints, table: Table, wanted: Wanted) -> Flags:
    """Say who is in a class that is too small, or too uniform."""
    lacking = sizes_of(codes) < wanted.k
    if wanted.l and table.sensitive is not None:
        lacking |= diversity(codes, table.sensitive) < wanted.l
    return np.asarray(lacking)


def _blanked(table: Table, levels: Levels, wanted: Wanted) -> Flags | None:
    """Leave out single cells until nobody lacks anything; None where that is not allowed.

    Attribute by attribute, of all who lack something: first the one that then leaves fewest. A
    cell that is left out counts as a value of its own, so that nobody hides behind a gap.
    """
    codes, blank = table.at(levels), _none(table)
    lacking = _lacking(codes, table, wanted)
    if lacking.sum() > wanted.cells_of:
        return None
    while lacking.any():
        left = [at for at in range(codes.shape[1]) if not blank[lacking, at].all()]
        tries = [(_lacking(_without(codes, lacking, at), table, wanted), at) for at in left]
        if not tries:
            return None
        _, at = min(tries, key=lambda each: (int(each[0].sum()), -each[1]))
        codes = _without(codes, lacking, at)
        blank[lacking, at] = True
        lacking = _lacking(codes, table, wanted)
    return blank


def _without(codes: Ints, rows: Flags, column: int) -> Ints:
    changed = codes.copy()
    changed[rows, column] = -1
    return changed
