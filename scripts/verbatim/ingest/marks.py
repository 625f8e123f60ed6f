"""Lines that are not speech: headings, dates, the marks where a recording begins and ends."""

import re

from verbatim.ingest.pieces import Piece

RECORDING = (
    r"(?:recording|interview|transcript(?:ion)?|tape|audio|file|session|call|meeting|podcast"
    r"|episode)s?"
)
STAMP = r"(?:[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])>]?[*\s]*)?"
MARK = re.compile(
    rf"\**{STAMP}[\[(<{{*\s–—-]*(?:"
    rf"(?:the )?(?:end|start|beginning|close) of (?:the )?(?:\w+ )?{RECORDING}"
    rf"|(?:the )?{RECORDING} (?:ends?|ended|stop(?:s|ped)?|start(?:s|ed)?|beg(?:an|ins?)"
    r"|pause[sd]?|resume[sd]?|finish(?:es|ed)?|conclude[sd]?|cuts? (?:off|out))"
    r")(?: (?:at|after|part|number))?[\s\d:.,]*[\])>}*\s.–—👋-]*|[\[(]\s*ends?\s*[\])]"
    r"|[\[(]\s*(?:tape|track|side|reel|disc|file|part|session)\s*(?:\d{1,3}|[a-z])"
    r"(?:\W+(?:side|track|part)\s*(?:\d{1,3}|[a-z]))?\s*[\])]",
    re.IGNORECASE,
)
END = re.compile(
    rf"\**?{STAMP}[*\s]*?(?P<set>[\[(<{{]|[*=#~–—-]{{2,}})?[*\s]*(?:the )?end of (?:the )?(?:\w+ )?"
    r"(?:recording|interview|transcript(?:ion)?|audio|session|call|meeting|podcast|episode)"
    r"\W*",
    re.IGNORECASE,
)
"""The mark behind which nobody speaks any more, unless a label follows; one of several tapes and
files is numbered."""

LAYOUT = re.compile(r"[-–—_=*~#\s]{3,}|END|Page \d+(?: of \d+)?")
"""A ruled line, the word END, the number of a page."""

METADATA = re.compile(
    r"\W*(?:date|time|duration|length|place|location|venue|setting|mode|present|recorded|recording"
    r"|transcri\w*|interview(?:ed|s)?|id|number|file(?:name)?|audio|video|project|study|title"
    r"|version|subject|topic|start(?:ed)?|end(?:ed)?|created|language|key|legend)\b"
    r"(?:[ -]\w+){0,2}\s*:(?!//)",
    re.IGNORECASE,
)
"""How a line begins that says something about the interview, as in "Date:"."""

METADATA_WORDS = 15

CLOSING = re.compile(
    r"\W*(?:trans[ck]ri\w*|checked|typed|duration|length|date|word count|file(?:name)?|version)\b"
    r"(?:[ -]\w+){0,2}\s*:",
    re.IGNORECASE,
)
"""How a line behind the speech begins that says something about the transcript."""

MADE_BY = re.compile(
    r"\W*(?:(?:automatically |machine[- ])?(?:transcribed|transcript(?:ion)?|generated|created"
    r"|checked|typed|edited|proof-?read|reviewed|anonymi[sz]ed)(?: (?:and|&) \w+)?"
    r" (?:by|with|using)\b"
    r"|transkribiert (?:von|mit|durch)\b|transcrite? par\b|transcrit[ao] por\b|trascritt[ao] da\b"
    r"|this (?:\w+ )?transcript(?:ion)? (?:was|is|has been|may)\b)",
    re.IGNORECASE,
)
"""How programs and services sign a transcript."""

SIGNED_WORDS = 30

BY_SOMEBODY = re.compile(r"(?:\S+ ){1,6}(?:started|stopped) transcription", re.IGNORECASE)
"""How Teams says who let it write; nobody speaks so, without a full stop."""


def is_aside(piece: Piece) -> bool:
    """Say whether a piece without a listed label is no speech, wherever it stands."""
    text = " ".join(piece.text.split())
    marks = (MARK, LAYOUT, BY_SOMEBODY)
    return piece.heading or any(mark.fullmatch(text) for mark in marks)


def is_end(piece: Piece) -> bool:
    """Say whether the piece is the mark of the end, as "[End of audio]" or "END OF AUDIO"."""
    text = " ".join(piece.text.split())
    end = END.fullmatch(text)
    return end is not None and (end["set"] is not None or text.isupper())


def is_closing(piece: Piece) -> bool:
    """Say whether a piece behind the last label is no speech."""
    few = len(piece.text.split()) <= METADATA_WORDS
    signed = len(piece.text.split()) <= SIGNED_WORDS and bool(MADE_BY.match(piece.text))
    return is_aside(piece) or signed or (few and bool(CLOSING.match(piece.text)))


def is_metadata(text: str) -> bool:
    """Say whether the line tells something about the interview, as "Date: 2021-03-01"."""
    return len(text.split()) <= METADATA_WORDS and bool(METADATA.match(text))
