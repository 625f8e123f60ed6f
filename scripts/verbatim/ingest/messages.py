"""The chat of a video conference, as Zoom saves it: who writes to whom before each message."""

import re

from verbatim.ingest.pieces import Piece
from verbatim.ingest.times import seconds

SENT = re.compile(
    r"\s*(?P<time>\d{1,2}:\d{2}(?::\d{2})?)\s+(?:From|Von|De|Da|Van)\s+(?P<label>\S.{0,59}?)"
    r"(?:\s+(?:to|an|à|para|a|aan)\s+(?P<whom>\S[^:：]{0,59}?))?\s*[:：](?:\s+(?P<text>.*)|$)"
)
"""The first line of a message: 10:15:07 From Ann Lee to Everyone: Hello."""

LEAST = 2


def messages(lines: list[str]) -> list[Piece]:
    """Read the lines of such a chat into pieces; nothing where they are none.

    Lines below the first of a message go on in it.
    """
    written = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    sent = {number: match for number, line in written if (match := SENT.match(line))}
    if len(sent) < LEAST or written[0][0] not in sent:
        return []
    return [
        _message(number, sent[number])
        if number in sent
        else Piece(f"line {number}", line.strip(), label="")
        for number, line in written
    ]


def _message(number: int, match: re.Match[str]) -> Piece:
    label = " ".join(match["label"].split())
    return Piece(f"line {number}", match["text"] or "", label=label, start=seconds(match["time"]))
