"""Which codings stand behind a mark of a figure."""

from typing import Any

from verbatim.audit.marks import Mark
from verbatim.audit.places import Place, Row

CODINGS = "4_code/carried.csv"

NOT_STATED = "Not stated"
"""Group of participants whose cell is empty, as room 6 names it."""


def codings_behind(
    place: Place, figure: str, mark: Mark, rows: list[Row], group: str
) -> tuple[list[str], list[Row]]:
    """Find the codings behind a mark, and what is to be said about them.

    Args:
        place: Where to read.
        figure: Stem of the figure.
        mark: What is pointed at.
        rows: Rows of the figure's table that show it.
        group: Group asked for, or nothing.

    Returns:
        Sentences, and rows of `Carried` (of `Codings` for agreement); none where the restricted
        tables cannot be read.
    """
    if figure == "saturation":
        return _new_codes(place, mark)
    if figure == "agreement":
        return _independent(place, mark, rows)
    if mark.kind == "category":
        return ["Mentions and decisions are private; the study's team holds them."], []
    codes = _codes(place, mark)
    codings = [row for row in _counted(place, figure) if not codes or row["code"] in codes]
    if mark.kind == "interview":
        codings = [row for row in codings if row["interview"] == mark.id]
    if group and rows and "group" in rows[0]:
        codings = _in_group(place, codings, rows)
    elif group and rows:
        codings = [row for row in codings if row["interview"] == rows[0]["interview"]]
    return [*_tally(place, codings, rows), *_under(mark, codes)], codings


def _codes(place: Place, mark: Mark) -> set[str]:
    """Codes that belong to a theme, subtheme or code; none for anything else."""
    if mark.kind not in {"theme", "subtheme", "code"}:
        return set()
    rows = place.table("4_code/codebook.csv")
    return {row["code"] for row in rows if row[mark.kind] == mark.id} or {mark.id}


def _under(mark: Mark, codes: set[str]) -> list[str]:
    return [f"Codes of this {mark.kind}: {', '.join(sorted(codes))}"] if len(codes) > 1 else []


def _counted(place: Place, figure: str) -> list[Row]:
    """Codings of the layer that the study counts."""
    rule = "suggest_rank" if figure == "quality" else "compare_count"
    layer = place.params(rule).get("layer", "consensus")
    return [row for row in place.restricted(CODINGS) if row["layer"] == layer]


def _tally(place: Place, codings: list[Row], rows: list[Row]) -> list[str]:
    """Say how many codings, and whether the participants are as many as the figure shows."""
    if not codings:
        return []
    stood = {(row["interview"], row["segment"]) for row in codings}
    said = f"{_many(len(codings), 'coding')} on {_many(len(stood), 'segment')}"
    if not place.segments:
        return [said]
    people = {place.segments.get(key, {}).get("participant", "") for key in stood} - {""}
    said += f" of {_many(len(people), 'participant')}"
    if len(rows) == 1 and "participants" in rows[0]:
        shown = rows[0]["participants"]
        fits = shown == str(len(people))
        said += ", as the figure shows" if fits else f"; the figure shows {shown}"
    return [said]


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _new_codes(place: Place, mark: Mark) -> tuple[list[str], list[Row]]:
    """Codes that an interview is the first to hold, with the codings that brought them."""
    table = place.table("5_saturate/saturation.csv")
    order = [row["interview"] for row in table if row["level"] == "code"]
    earlier = set(order[: order.index(mark.id)])
    layer = place.params("saturate_count").get("layer", "consensus")
    current = {row["code"] for row in place.table("4_code/codebook.csv")}
    codings = [
        row
        for row in place.restricted(CODINGS)
        if row["layer"] == layer and (not current or row["code"] in current)
    ]
    known = {row["code"] for row in codings if row["interview"] in earlier}
    new = [row for row in codings if row["interview"] == mark.id and row["code"] not in known]
    codes = sorted({row["code"] for row in new})
    if not codings:
        return [], []
    before = f"{_many(len(earlier), 'interview')} before {mark.id}"
    said = f"{_many(len(codes), 'code')} not met in the {before}"
    return [f"{said}{': ' if codes else ''}{', '.join(codes)}"], new


def _independent(place: Place, mark: Mark, rows: list[Row]) -> tuple[list[str], list[Row]]:
    """Codings that independent coders gave, under the version that they used."""
    version = rows[0]["codebook_version"] if rows else ""
    given = [
        row
        for row in place.restricted("4_code/codings.csv")
        if row["layer"] == "independent"
        and row["codebook_version"] == version
        and mark.id in {"all", row["code"]}
    ]
    coders = sorted({row["coder"] for row in given})
    said = f"{_many(len(given), 'coding')} of {', '.join(coders)}, as given"
    return ([said] if given else []), given


def _in_group(place: Place, codings: list[Row], rows: list[Row]) -> list[Row]:
    """Codings on what participants of a group say."""
    groups: dict[str, Any] = place.params("compare_count").get("groups", {})
    people = place.private("data/private/participants.csv")
    members = {
        person["participant"] for row in rows for person in people if _in(person, row, groups)
    }
    if not people:
        place.miss("who is in which group is private: codings of all groups are shown")
        return codings
    speakers = place.segments
    return [
        row
        for row in codings
        if speakers.get((row["interview"], row["segment"]), {}).get("participant") in members
    ]


def _in(person: Row, row: Row, groups: dict[str, Any]) -> bool:
    """Whether a participant belongs to the row's group."""
    grouping = groups.get(row["grouping"], {})
    value = person.get(grouping.get("attribute", ""), "")
    values = grouping.get("values") or {}
    homes = {str(each): name for name, some in values.items() for each in some}
    home = homes.get(value, "" if values else value)
    return (home or NOT_STATED) == row["group"]
