"""Speech in TEI, the XML of text archives: utterances or speeches, and who says them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from verbatim.ingest.cues import SOMEBODY
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import collapsed, normalised
from verbatim.ingest.unreadable import Unreadable

ROOTS = {"TEI", "TEI.2", "teiCorpus"}
ASIDE = {"note", "stage", "spanGrp", "fw", "bibl", "figDesc"}
"""Text beside the speech; as events are where nobody is speaking."""

EVENTS = {"vocal", "kinesic", "incident", "event", "writing"}
PARAGRAPHS = {"p", "ab", "l", "head"}
SECOND = {"reg", "corr", "expan"}
"""What an editor gives in a `choice` beside what was said."""

UNITS = {"s": 1.0, "ms": 0.001}


@dataclass
class _Reading:
    """What is known while a file is read: names and times by their ids, and what came of it."""

    names: dict[str, str]
    times: dict[str, float]
    pieces: list[Piece] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)


def read(root: Any, listed: dict[str, Speaker]) -> Source:
    """Read utterances (`u`) and speeches (`sp`) into pieces, their paragraphs as one each.

    Who speaks is what the speech says itself, else the person that `who` points at, by name where
    the header has one, unless the register lists the id. Events stand in double brackets, as
    notes of transcribers do.

    Raises:
        Unreadable: If there is no text.
    """
    reading = _Reading(_names(root, listed), _times(root))
    for body in (one for one in root.iter(tag=etree.Element) if _name(one) == "body"):
        _walk(body, None, (None, None), reading)
    if not reading.pieces:
        raise Unreadable("no text", "utterances or speeches in the body", "export it anew")
    encoding = root.getroottree().docinfo.encoding or ""
    return Source("tei", encoding, reading.pieces, changes=+reading.changes)


def _walk(
    parent: Any, label: str | None, times: tuple[float | None, float | None], reading: _Reading
) -> None:
    """Read what stands in an element: speech, or elements with speech; loose text is aside."""
    for loose in (parent.text, *(child.tail for child in parent)):
        _leave(loose or "", reading)
    for child in _children(parent):
        name = _name(child)
        own = tuple(_time(child.get(end), reading.times) for end in ("start", "end"))
        when = (own[0], own[1]) if own != (None, None) else times
        if name == "u":
            _add(child, _who(child, reading.names) or label or SOMEBODY, when, reading)
        elif name in {"sp", "annotationBlock"}:
            told = next((_said(one, reading) for one in _children(child, "speaker")), "")
            who = told or _who(child, reading.names) or label or SOMEBODY
            _walk(child, who, when, reading)
        elif name in PARAGRAPHS:
            _add(child, label, when, reading)
        elif name in ASIDE | EVENTS:
            _leave(" ".join(child.itertext()), reading)
        elif name != "speaker":
            _walk(child, label, when, reading)


def _add(
    element: Any, label: str | None, when: tuple[float | None, float | None], reading: _Reading
) -> None:
    """Add what an element says as a piece."""
    said = _said(element, reading)
    if said:
        heading = _name(element) == "head"
        place = f"utterance {len(reading.pieces) + 1}"
        reading.pieces.append(Piece(place, said, label, *when, heading=heading))


def _leave(words: str, reading: _Reading) -> None:
    """Keep what stands beside the speech, so that it is counted."""
    if text := collapsed(normalised(words)[0]):
        place = f"beside the speech, {len(reading.pieces) + 1}"
        reading.pieces.append(Piece(place, text, aside=True))


def _said(element: Any, reading: _Reading) -> str:
    text, changed = normalised("".join(_parts(element, reading)))
    reading.changes += changed
    return collapsed(text)


def _parts(element: Any, reading: _Reading) -> Iterator[str]:
    """Yield the text of an element, with notes where something else than speech is marked."""
    yield element.text or ""
    for child in element:
        name = _name(child) if isinstance(child.tag, str) else ""
        if not name:
            reading.changes["entity left out"] += 1
        elif name in ASIDE:
            _leave(" ".join(child.itertext()), reading)
        elif name in EVENTS:
            told = " ".join("".join(child.itertext()).split()) or child.get("desc", "")
            yield f" (({told or name})) "
        elif name == "pause":
            yield " (pause) "
        elif name == "gap":
            yield " [inaudible] "
        elif name in SECOND and _name(element) == "choice":
            reading.changes["reading of an editor left out"] += 1
        else:
            apart = name in {"w", *PARAGRAPHS, "lb", "pb", "cb", "seg"}
            yield " " if apart and child.get("join") not in {"left", "both"} else ""
            yield from _parts(child, reading)
        yield child.tail or ""


def _children(element: Any, name: str = "") -> Iterator[Any]:
    return (one for one in element if isinstance(one.tag, str) and (not name or _name(one) == name))


def _names(root: Any, listed: dict[str, Speaker]) -> dict[str, str]:
    """Names of persons by their ids; the id itself where the register lists that."""
    found = {}
    for person in root.iter(tag=etree.Element):
        if _name(person) in {"person", "personGrp"} and (one := _id(person)):
            names = (each for each in person.iter(tag=etree.Element) if _name(each) == "persName")
            name = next((" ".join("".join(each.itertext()).split()) for each in names), "")
            found[one] = one if key(one) in listed or not key(name) else name
    return found


def _who(element: Any, names: dict[str, str]) -> str:
    """Whom an element points at; the first, where there are several."""
    pointed = (element.get("who") or "").split()
    one = pointed[0].rpartition("#")[2] if pointed else ""
    return names.get(one, one)


def _times(root: Any) -> dict[str, float]:
    """Seconds of the points of the time line by their ids, as far as it gives them."""
    found: dict[str, float] = {}
    before = 0.0
    for timeline in (one for one in root.iter(tag=etree.Element) if _name(one) == "timeline"):
        for when in _children(timeline, "when"):
            one, length = _id(when), when.get("interval") or ""
            unit = UNITS.get(when.get("unit") or timeline.get("unit") or "s")
            if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", length) and unit:
                since = (when.get("since") or "").lstrip("#")
                found[one] = round(
                    found.get(since, 0.0 if since else before) + float(length) * unit, 3
                )
            elif not when.get("since"):
                found[one] = 0.0
            before = found.get(one, before)
    return found


def _time(point: str | None, times: dict[str, float]) -> float | None:
    return times.get((point or "").lstrip("#"))


def _id(element: Any) -> str:
    return str(element.get("{http://www.w3.org/XML/1998/namespace}id") or element.get("id") or "")


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)
