"""Nothing that everybody may see quotes a label, a file name, a title or a word of a transcript."""

import hashlib
import json
import logging

import pytest

from verbatim.errors import StudyError, StudyErrors
from verbatim.ingest.read import read_transcript
from verbatim.ingest.readers import READERS
from verbatim.register import TRANSCRIPTS, Ticket

NAME = "Quillfeather"
TALK = f"{NAME}: How was it?\nDame {NAME}: It was fine, thank you.\n" * 4
XML = "<?xml version='1.0'?>"
CONTENTS = [
    TALK,
    f"{NAME} kept silent\n" * 5,
    f"{TALK}Wife {NAME}: And me.\nWife {NAME}: And me again.\n",
    f"{TALK}{NAME}: [9:99] hello\n{NAME} 9:99: hello\n",
    f"1\n00:00:01,000 --> 00:00:{NAME}\n{NAME}: x",
    f"WEBVTT\n\n{NAME}\n00:00:01.000 --> 00:00:02.000\n<v Wife {NAME}>Well.\n",
    f"{NAME} who,{NAME} what\n{NAME},How was it?\nDame {NAME},It was fine and warm.\n",
    json.dumps({NAME: TALK}),
    json.dumps({"segments": [{"text": NAME, "start": NAME, "speaker": NAME}]}),
    f"{XML}<{NAME}>{TALK}</{NAME}>",
    f"{XML}<tt><body><div><p begin='{NAME}'>{NAME}</p></div></body></tt>",
    f'<?xml version="1.0" encoding="{NAME}"?><tt>{NAME}</tt>',
    f'<html><head><meta charset="{NAME}"></head><body><p>{TALK}</p></body></html>',
    f"{{\\rtf1 {{\\fonttbl\\f0\\fcharset250 {NAME};}} \\f0\\'ff {NAME}",
    f"%PDF-1.7 {NAME}",
    f"PK\x03\x04 {NAME}",
]


@pytest.mark.parametrize("ending", [*READERS, f".{NAME}", ""])
def test_messages_quote_nobody(ending, tmp_path, monkeypatch, caplog):
    """Whatever a file holds, and whatever the register lists: no message, log or public table."""
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    TRANSCRIPTS.mkdir(parents=True)
    errors = []
    for content in CONTENTS:
        for labels, column in (((NAME, f"Dame {NAME}"), ""), (("I", "R"), f"{NAME} whom")):
            errors += read(f"{NAME} on tape{ending}", content.encode(), labels, column)

    assert any(error.private for error in errors)
    assert NAME.lower() not in "\n".join([*map(str, errors), caplog.text]).lower()


def read(name: str, content: bytes, labels: tuple[str, str], column: str) -> list[StudyError]:
    """Read a transcript; give what is wrong with it, and check the public tables."""
    (TRANSCRIPTS / name).write_bytes(content)
    hashed, one = hashlib.sha256(content).hexdigest(), ("P01",)
    ticket = Ticket(
        "P01", name, hashed, labels[:1], labels[1:], one, (), speaker_column=column
    )  # fmt: skip
    try:
        found = read_transcript(ticket, 2.0)
    except StudyError as error:
        return [error]
    except StudyErrors as several:
        return several.errors
    for table in (found.losses, found.speakers):
        assert NAME.lower() not in table.to_csv().lower()
    return []
