"""Old Word documents: through LibreOffice or in words, and what else is named .doc."""

import stat
from pathlib import Path

import pytest

from verbatim.ingest import doc
from verbatim.ingest.readers import read_source
from verbatim.ingest.unreadable import Unreadable

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FIB = b"\xec\xa5\xc1\0" + bytes(6)
"""How the text of an old Word document begins ([MS-DOC] 2.5.2): mark, version, four fields."""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a program named soffice, of these lines, on the search path."""

    def put(*lines: str) -> None:
        path = tmp_path / "soffice"
        path.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    return put


def test_converted_in_a_folder_of_its_own(program, tmp_path, word):
    """LibreOffice gets a fresh profile and the bytes; its .docx is read, and that is said."""
    (tmp_path / "made.docx").write_bytes(word("Interviewer: Hello."))
    program(
        f'echo "$@" > {tmp_path}/arguments; cp a.doc {tmp_path}/given; '
        f"cp {tmp_path}/made.docx a.docx"
    )
    source = read_source(OLD, "a.doc", {})
    assert [piece.text for piece in source.pieces] == ["Interviewer: Hello."]
    assert source.changes == {"converted by LibreOffice": 1}
    assert source.format == "doc"
    assert (tmp_path / "given").read_bytes() == OLD
    arguments = (tmp_path / "arguments").read_text("utf-8")
    assert arguments.startswith("-env:UserInstallation=file:///")
    assert "--headless" in arguments


def test_not_installed(monkeypatch):
    """Without LibreOffice the message says so, and what to do."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match="LibreOffice is not installed") as caught:
        doc.read(OLD, {})
    assert "save it as .docx" in caught.value.hint


def test_gives_nothing_or_takes_too_long(program, monkeypatch):
    """A program that fails or hangs is ended, and the message is about the file."""
    program("exit 1")
    with pytest.raises(Unreadable, match="cannot open"):
        doc.read(OLD, {})
    program("exec sleep 30")
    monkeypatch.setattr(doc, "TIME_LIMIT_S", 0.1)
    with pytest.raises(Unreadable, match="cannot open"):
        doc.read(OLD, {})


LOCKED = [
    (OLD + "EncryptedPackage".encode("utf-16-le"), True, "a new document with a password"),
    (OLD + FIB + b"\0\x01" + bytes(500), True, "an old one"),
    (OLD + FIB + b"\0\xf0" + bytes(500), False, "an old one without"),
]


@pytest.mark.parametrize(("content", "locked", "reason"), LOCKED, ids=[case[2] for case in LOCKED])
def test_password(content, locked, reason):
    """A password is told before any conversion."""
    assert doc.is_locked(content) is locked, reason


OTHERS = [
    (rb"{\rtf1 Interviewer: Hello.\par}", "rtf", "rich text"),
    (b"<html><body><p>Interviewer: Hello.", "html", "a web page, as programs on the web write"),
]


@pytest.mark.parametrize(("content", "format_name", "reason"), OTHERS, ids=[o[2] for o in OTHERS])
def test_what_else_is_named_doc(content, format_name, reason):
    """What Word opens under this name is read as what it is."""
    source = read_source(content, "a.doc", {})
    assert [piece.text for piece in source.pieces] == ["Interviewer: Hello."], reason
    assert source.format == format_name


def test_new_word_document_named_doc(word):
    """A .docx that somebody renamed is read as one."""
    assert read_source(word("Interviewer: Hello."), "a.doc", {}).format == "docx"


def test_plain_text_named_doc():
    """Plain text is no document of Word's."""
    with pytest.raises(Unreadable, match=r"plain text whose name ends in \.doc"):
        read_source(b"Interviewer: Hello.", "a.doc", {})
