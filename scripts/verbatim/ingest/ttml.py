"""TTML (also called DFXP): captions in XML, with agents who speak."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from verbatim.ingest import tei
from verbatim.ingest.cues import Cue, pieces
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Source
from verbatim.ingest.text import normalised
from verbatim.ingest.times import seconds
from verbatim.ingest.unreadable import Unreadable

EXPECTED = "captions in TTML: <p begin=… end=…> in the body"
OFFSET = re.compile(r"(?P<number>\d{1,9}(?:\.\d+)?)(?P<unit>h|ms|m|s|f|t)")
CLOCK = re.compile(r"(?P<clock>\d{2,4}:\d{2}:\d{2}(?:\.\d+)?)(?::(?P<frames>\d{2,3})(?:\.\d+)?)?")
LENGTHS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


@dataclass(frozen=True)
class _Rates:
    """Frames and ticks in a second, as the root element says."""

    frame: float
    tick: float


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the paragraphs of the body into pieces.

    Who speaks is the agent of a paragraph, of a span in it or of what it stands in; its name
    where the head gives one, unless the register lists its id.

    Raises:
        Unreadable: If it is no XML, has no paragraphs with times, or a time is not one.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            "XML that is broken off or misspelt", EXPECTED, "export it anew"
        ) from error
    if _name(root) in tei.ROOTS:
        return tei.read(root, listed)
    if _name(root) != "tt":
        raise Unreadable(
            "XML of another kind",
            f"{EXPECTED}, or speech in TEI",
            "export captions as vtt or srt, a transcript as .docx or .txt",
        )
    names = _agents(root, listed)
    changes: Counter[str] = Counter()
    cues = list(_cues(root, _rates(root), names, changes))
    if not cues:
        raise Unreadable("no captions", EXPECTED, "export it anew with time codes")
    found, changed = pieces(cues, entities=False)
    encoding = root.getroottree().docinfo.encoding or ""
    return Source("ttml", encoding, found, changes=+(changes + changed))


def _cues(root: Any, rates: _Rates, names: dict[str, str], changes: Counter[str]) -> Iterator[Cue]:
    """Yield a caption for each paragraph, or for each of its parts where their speakers differ."""
    paragraphs = (one for one in root.iter(tag=etree.Element) if _name(one) == "p")
    for number, paragraph in enumerate(paragraphs, start=1):
        place = f"caption {number}"
        start, end = _times(paragraph, rates, place)
        around = (_agent(one, names) for one in [paragraph, *paragraph.iterancestors()])
        speaker = next(filter(None, around), None)
        for agent, text in _parts(paragraph, names, speaker):
            words, changed = normalised(text)
            changes.update(changed)
            lines = [" ".join(line.split()) for line in words.split("\n")]
            if any(lines):
                yield Cue(place, start, end, [line for line in lines if line], agent)


def _parts(element: Any, names: dict[str, str], agent: str | None) -> list[tuple[str | None, str]]:
    """Text of a paragraph with who says it; what one agent says in a row is one part."""
    parts: list[tuple[str | None, str]] = []

    def add(one: str | None, text: str) -> None:
        if parts and (parts[-1][0] == one or not text.strip()):
            parts[-1] = (parts[-1][0], parts[-1][1] + text)
        else:
            parts.append((one, text))

    def walk(parent: Any, one: str | None) -> None:
        add(one, _squeezed(parent.text))
        for child in parent:
            name = _name(child) if isinstance(child.tag, str) else ""
            if name == "br":
                add(one, "\n")
            elif name == "span":
                walk(child, _agent(child, names) or one)
            add(one, _squeezed(child.tail))

    walk(element, agent)
    return parts


def _squeezed(text: str | None) -> str:
    """Line ends in the source are blanks; those that are meant are <br/>."""
    return re.sub(r"\s*\n\s*", " ", text or "")


def _agents(root: Any, listed: dict[str, Speaker]) -> dict[str, str]:
    """Names of the agents by their ids; the id itself where the register lists that."""
    found = {}
    for agent in root.iter(tag=etree.Element):
        if _name(agent) == "agent" and (one := _attribute(agent, "id")):
            name = next(
                (child.text for child in agent.iter(tag=etree.Element) if _name(child) == "name"),
                "",
            )
            is_known = key(one) in listed or not (name or "").strip()
            found[one] = one if is_known else " ".join(name.split())
    return found


def _agent(element: Any, names: dict[str, str]) -> str | None:
    """Agent of an element."""
    agent = (_attribute(element, "agent") or "").split()
    return names.get(agent[0], agent[0]) if agent else None


def _rates(root: Any) -> _Rates:
    frame = _number(_attribute(root, "frameRate")) or 30.0
    above, _, below = (
        (_attribute(root, "frameRateMultiplier") or "").replace(":", " ").partition(" ")
    )
    if _number(above) and _number(below):
        frame *= _number(above) / _number(below)
    tick = _number(_attribute(root, "tickRate"))
    return _Rates(frame, tick or (frame if _attribute(root, "frameRate") else 1.0))


def _number(text: str | None) -> float:
    return float(text) if text and re.fullmatch(r"\d{1,9}", text) else 0.0


def _times(element: Any, rates: _Rates, place: str) -> tuple[float | None, float | None]:
    """Begin and end of a paragraph: its own or its spans', counted from what it stands in."""
    offset = sum(
        _seconds(_attribute(above, "begin"), rates, place) or 0.0
        for above in element.iterancestors()
    )
    spans = [one for one in element.iter(tag=etree.Element) if _attribute(one, "begin")]
    within = [element] if _attribute(element, "begin") or not spans else spans
    first, last = within[0], within[-1]
    start = _seconds(_attribute(first, "begin"), rates, place)
    end = _seconds(_attribute(element, "end") or _attribute(last, "end"), rates, place)
    length = _seconds(_attribute(element, "dur"), rates, place)
    if end is None and length is not None:
        end = (start or 0.0) + length
    start = None if start is None else round(start + offset, 3)
    end = None if end is None else round(end + offset, 3)
    return start, None if start is not None and end is not None and end < start else end


def _seconds(text: str | None, rates: _Rates, place: str) -> float | None:
    """Seconds of a clock time or an offset; None where there is none."""
    if not text:
        return None
    if match := OFFSET.fullmatch(text.strip()):
        number, unit = float(match["number"]), match["unit"]
        if unit in LENGTHS:
            return number * LENGTHS[unit]
        return number / (rates.frame if unit == "f" else rates.tick)
    if match := CLOCK.fullmatch(text.strip()):
        whole = seconds(match["clock"])
        return None if whole is None else whole + float(match["frames"] or 0) / rates.frame
    raise Unreadable(
        "a time that cannot be read", "times as 00:00:02.000 or 2.5s", "export it anew", place
    )


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def _attribute(element: Any, name: str) -> str | None:
    """Value of an attribute, whatever its namespace."""
    return next(
        (value for one, value in element.attrib.items() if etree.QName(one).localname == name), None
    )
