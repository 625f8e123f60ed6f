"""Which rows of a table a reviewer means by a mark of the figure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verbatim.audit.places import Row
from verbatim.errors import StudyError

SHOWN = 12


@dataclass(frozen=True)
class Mark:
    """Something that can be pointed at in a figure.

    Attributes:
        kind: theme, subtheme, code, interview or category.
        id: Its id.
        name: Its name, as printed.
    """

    kind: str
    id: str
    name: str

    def __str__(self) -> str:
        """Name, kind and id, as a list of choices shows them."""
        return f"{self.name} ({self.kind} {self.id})" if self.name != self.id else self.id


def marks(table: Iterable[Row], codebook: Iterable[Row] = ()) -> list[Mark]:
    """List what can be pointed at, in the order of the table.

    Args:
        table: Rows that the figure was drawn from.
        codebook: Rows of the framework as it stands: names of codes, and which themes have no
            subthemes; these are their own subtheme and can be pointed at once.
    """
    found: dict[Mark, None] = {}
    framework = list(codebook)
    names = {row["code"]: row["name"] for row in framework}
    flat = {row["theme"] for row in framework if row["subtheme"] == row["theme"]}
    flat -= {row["theme"] for row in framework if row["subtheme"] != row["theme"]}
    for row in table:
        if "id" in row:
            if row["level"] == "subtheme" and row["id"] in flat:
                continue
            found[Mark(row["level"], row["id"], row["name"])] = None
        elif "level" in row and "interview" in row:
            found[Mark("interview", row["interview"], row["interview"])] = None
        elif "category" in row:
            found[Mark("category", row["category"], row["category"])] = None
        elif "code" in row:
            found[
                Mark("code", row["code"], row.get("name") or names.get(row["code"]) or row["code"])
            ] = None
            if "interview" in row:
                found[Mark("interview", row["interview"], row["interview"])] = None
    return list(found)


def named(asked: str, known: list[Mark], where: str) -> Mark:
    """Find the mark that a reviewer names, in any case, in full or by its beginning.

    `kind:id`, as theme:levels, tells two of one name apart.

    Raises:
        StudyError: If none or several fit; lists what does.
    """
    kind, colon, rest = asked.partition(":")
    kinds = {mark.kind for mark in known}
    if colon and kind.casefold() in kinds:
        known, asked = [mark for mark in known if mark.kind == kind.casefold()], rest
    wanted = " ".join(asked.casefold().split())
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: text == wanted,
        lambda text: text.startswith(wanted),
        lambda text: wanted in text,
    )
    for test in tests:
        fitting = [mark for mark in known if test(mark.id.casefold()) or test(mark.name.casefold())]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise StudyError(
                where,
                f"{len(fitting)} marks that fit {asked!r}: {listed(fitting)}",
                "one mark",
                f"name it in full or by its id, as --mark {fitting[0].kind}:{fitting[0].id}",
            )
    raise StudyError(
        where,
        f"no mark that fits {asked!r}",
        f"one of {listed(known)}",
        "without --mark, the whole table is printed",
    )


def listed(some: list[Mark]) -> str:
    """A list of marks that fits on a few lines."""
    rest = f" and {len(some) - SHOWN} more" if len(some) > SHOWN else ""
    return "; ".join(map(str, some[:SHOWN])) + rest
