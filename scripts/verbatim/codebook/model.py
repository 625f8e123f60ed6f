"""The framework and its history: what each version held, and what became of each code."""

from dataclasses import dataclass
from functools import cached_property

ORDER = ("unchanged", "rename", "merge")
"""How a code can come to the current version by itself, from least to most changed."""


@dataclass(frozen=True)
class Code:
    """One code of the current framework, with the subtheme and theme it belongs to."""

    id: str
    name: str
    definition: str
    subtheme: str
    subtheme_name: str
    theme: str
    theme_name: str


@dataclass(frozen=True)
class Change:
    """One change of the framework: add, drop, rename, merge or split.

    Attributes:
        kind: What happened.
        before: Codes that it took away; none where codes were added.
        after: Codes that it brought; none where codes were dropped.
        why: Reason given by the team.
        line: Line of the history that says so.
    """

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    why: str = ""
    line: int = 1


@dataclass(frozen=True)
class Version:
    """One version of the framework.

    Attributes:
        number: Number of the version.
        date: Day of the version, as the team wrote it.
        codes: Ids of its codes: those kept in their order, then those that it brought.
        changes: What changed since the version before.
        built_from: Interviews that this version or an earlier one was drafted from.
    """

    number: int
    date: str
    codes: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    built_from: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fate:
    """What became of a code.

    Attributes:
        how: unchanged, rename or merge where exactly one current code follows from it by
            itself; split where a person must choose; drop where nothing follows.
        codes: The code that follows, or the codes to choose from, in the framework's order.
    """

    how: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Codebook:
    """The current framework with every version it has had.

    Attributes:
        codes: Current codes, in the framework's order.
        versions: All versions, oldest first; the last one is current.
        names: Name of every code that has one, past or current.
    """

    codes: tuple[Code, ...]
    versions: tuple[Version, ...]
    names: dict[str, str]

    @cached_property
    def by_number(self) -> dict[int, Version]:
        """Versions by their number."""
        return {version.number: version for version in self.versions}

    def since(self, code: str) -> int:
        """Give the number of the version in which the code's id first stood."""
        return next(version.number for version in self.versions if code in version.codes)

    def carry(self, code: str, from_version: int) -> Fate:
        """Follow a code from the version it was given under to the current one.

        Renames and merges are followed by themselves. After a split, every code that may be
        meant is kept, and a person chooses; only where all parts were merged again does one
        code follow without a choice, whatever the coder would have chosen.

        Args:
            code: A code of that version.
            from_version: Number of the version.
        """
        live, how, lost = {code}, "unchanged", False
        for version in self.versions:
            for change in version.changes if version.number > from_version else ():
                touched = live & set(change.before)
                if not touched:
                    continue
                live = (live - touched) | set(change.after)
                lost = lost or change.kind == "drop"
                # Parts of a split that meet again do so by a merge, so a split adds nothing here.
                how = max(how, change.kind if change.kind in ORDER else how, key=ORDER.index)
        followers = tuple(each.id for each in self.codes if each.id in live)
        if not followers:
            return Fate("drop", ())
        if len(followers) > 1 or lost:
            return Fate("split", followers)
        return Fate(how, followers)


def undone(codes: tuple[str, ...], change: Change) -> str:
    """Say why a change cannot be made to these codes; empty where it can."""
    absent = [code for code in change.before if code not in codes]
    if absent:
        return f"{change.kind} of {', '.join(absent)}, which the version before does not have"
    if change.kind in {"add", "rename"}:
        there = [code for code in change.after if code in codes]
        if there:
            return f"{change.kind} to {', '.join(there)}, which stands already"
    return ""


def changed(codes: tuple[str, ...], change: Change) -> tuple[str, ...]:
    """Codes after the change: those kept in their order, then those that are new."""
    kept = tuple(code for code in codes if code not in change.before or code in change.after)
    return (*kept, *(code for code in change.after if code not in kept))
