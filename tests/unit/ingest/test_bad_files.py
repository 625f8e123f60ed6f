"""Files that are not what they should be: one clear error each, and nothing else lost."""

import contextlib
import io
import zipfile
from dataclasses import replace

import pytest

from verbatim.errors import StudyError, StudyErrors
from verbatim.ingest.read import read_batch

GOOD = "Interviewer: Hello.\nParticipant: Hi.\n"


def archive(**parts: str) -> bytes:
    """Write a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name, content in parts.items():
            written.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


BAD = [
    ("a.txt", b"", "an empty file", "no bytes"),
    ("a.docx", b"", "an empty file", "no bytes"),
    ("a.vtt", b" \r\n\t\n", "a file with nothing but blanks", "only blanks"),
    ("a.txt", b"\xef\xbb\xbf\r\n", "a file with nothing but blanks", "a mark and a line end"),
    ("a.txt", b"\xc2\xa0\n", "a file without any words", "a non-breaking space"),
    ("a.txt", b"Interview 7\nDate: 2021-03-01\n", "none of the 2 speaker labels", "headings only"),
    ("a.txt", b"Interviewer:\n\nParticipant:\n", "speaker labels without speech", "labels only"),
    (
        "a.txt",
        b"Interviewer: Hello.\nInterviewer: Hm.\n",
        "none of them a participant's",
        "one side",
    ),
    ("a.txt", b"Ann: Hello.\nBob: Hi.\n", "none of the 2 speaker labels", "other labels"),
    ("a.docx", b"%PDF-1.7\n%\xe2\xe3", "a PDF whose name ends in .docx", "PDF named docx"),
    ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "a PDF whose name ends in .txt", "PDF named txt"),
    (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        "an old Word file (.doc) or one with a password",
        "doc",
    ),
    ("a.docx", b"{\\rtf1 Hello}", "a rich-text file (RTF)", "RTF named docx"),
    ("a.docx", GOOD.encode(), "plain text", "text named docx"),
    ("a.docx", b"<!DOCTYPE html><html>", "a web page (HTML)", "web page named docx"),
    ("a.txt", b"<html><body>Hi</body></html>", "a web page (HTML)", "web page named txt"),
    ("a.docx", archive(word__document_xml="<w/>")[:-30], "a damaged Word document", "cut short"),
    ("a.docx", archive(other_xml="<w/>"), "without word/document.xml", "another archive"),
    ("a.docx", archive(word__document_xml="<w>"), "a damaged Word document", "broken XML"),
    ("a.docx", archive(xl__workbook_xml="<w/>"), "an Excel workbook", "workbook named docx"),
    ("a.txt", archive(word__document_xml="<w/>"), "a Word document whose name", "docx named txt"),
    ("a.mp3", b"ID3\x04", "a file ending in .mp3 that is a sound (MP3)", "a sound"),
    ("a.Smith", GOOD.encode(), "a file with another ending", "an ending that may be a name"),
    ("a", GOOD.encode(), "a file without an ending", "no ending"),
    ("a.txt", bytes(range(256)) * 20, "zero bytes", "binary"),
    ("a.txt", b"Participant: caf\x81", "not UTF-8 or Windows-1252", "no encoding fits"),
    ("a.json", b"\x00\x01\x02", "zero bytes", "binary named json"),
]


@pytest.mark.parametrize(("name", "content", "found", "reason"), BAD, ids=[case[3] for case in BAD])
def test_bad_file_is_one_clear_error(read, name, content, found, reason):
    """The message names the interview, says what was found and expected, and quotes nothing."""
    with pytest.raises(StudyError) as caught:
        read(name, content)
    error = caught.value
    assert error.where.startswith("the transcript of P01"), reason
    assert found in error.found
    assert error.expected
    assert error.hint
    for told in ("Smith", "Ann", "Bob", "Hello"):
        assert told not in str(error)


@pytest.mark.parametrize(
    ("name", "content", "fitting"),
    [
        ("a.docx", b"%PDF-1.7\n", ".pdf"),
        ("a.txt", archive(word__document_xml="<w/>"), ".docx"),
        ("a.docx", archive(xl__workbook_xml="<w/>"), ".xlsx"),
        ("a.docx", b"{\\rtf1 Hello}", ".rtf"),
        ("a.txt", b"<html><body>Hi</body></html>", ".html"),
        ("a.docx", GOOD.encode(), ".txt"),
        ("a", GOOD.encode(), ".txt"),
    ],
)
def test_file_of_a_wrong_name_is_told_the_right_one(read, name, content, fitting):
    """The hint names the ending that the file's own bytes call for."""
    with pytest.raises(StudyError) as caught:
        read(name, content)
    assert f"give it a name that ends in {fitting};" in caught.value.hint


def test_endings_that_are_read_are_listed(read):
    """Who brings another format reads which ones would do."""
    with pytest.raises(StudyError, match=r"a file ending in \.pages") as caught:
        read("a.pages", b"anything")
    for ending in (".docx", ".txt", ".vtt", ".json", ".xlsx"):
        assert ending in caught.value.expected


def test_every_cut_of_a_document_is_an_error_in_words(read, word):
    """Wherever a docx was cut short, the answer is a message, never a traceback."""
    whole = word("Interviewer: Hello.", "Participant: Hi.")
    for length in range(1, len(whole), len(whole) // 25):
        with pytest.raises(StudyError):
            read("a.docx", whole[:length])


def test_flipped_bytes_are_never_a_traceback(read, word):
    """A damaged docx is either read or explained."""
    whole = word("Interviewer: Hello.", "Participant: Hi.")
    for at in range(0, len(whole), len(whole) // 60):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        with contextlib.suppress(StudyError, StudyErrors):
            read("a.docx", bytes(damaged))


def test_change_while_running_is_noticed(ticket):
    """A transcript whose bytes are not those of the ticket is not read."""
    changed = replace(ticket("a.txt", GOOD), sha256="0" * 64)
    with pytest.raises(StudyError, match="changed, moved or removed") as caught:
        read_batch([changed], 2.0)
    assert "run again" in caught.value.hint
    gone = replace(ticket("b.txt", GOOD), file="c.txt")
    with pytest.raises(StudyError, match="changed, moved or removed"):
        read_batch([gone], 2.0)


def test_all_bad_transcripts_of_a_batch_are_reported_together(ticket):
    """One run tells everything that must be mended."""
    batch = [
        ticket("c.txt", b"", interview="P03"),
        ticket("b.txt", GOOD, interview="P02"),
        ticket("a.txt", "Ann: Hello.", interview="P01"),
    ]
    with pytest.raises(StudyErrors) as caught:
        read_batch(batch, 2.0)
    assert [error.where for error in caught.value.errors] == [
        "the transcript of P01",
        "the transcript of P03",
    ]


def test_tables_are_sorted_whatever_the_order_of_tickets(ticket):
    """Rows come by interview and segment, however the batch was put together."""
    batch = [ticket(f"{n}.txt", GOOD, interview=f"P0{n}", participants=f"P0{n}") for n in (3, 1, 2)]
    read = read_batch(batch, 2.0)
    table, losses = read.segments, read.losses
    assert table["interview"].tolist() == ["P01", "P01", "P02", "P02", "P03", "P03"]
    assert losses["interview"].tolist() == ["P01", "P02", "P03"]
