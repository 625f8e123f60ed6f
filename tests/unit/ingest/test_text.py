"""Decoding and normalising text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.text import NotTextError, collapsed, decode, described, normalised

UNREADABLE = [
    (b"\x00\x01\x02\x03 some words", "zero bytes, as a program's own format has them"),
    (b"Interviewer: \x81\x8d", "not UTF-8 or Windows-1252"),
    (b"\xff\xfeI\x00:\x00 ", "not UTF-16"),
    (b"\xef\xbb\xbfcaf\xe9", "not UTF-8 with byte-order mark"),
    (bytes(range(1, 32)) * 4, "control characters"),
]


@pytest.mark.parametrize(("content", "reason"), UNREADABLE)
def test_undecodable_bytes_are_an_error(content, reason):
    """Bytes that no encoding fits are never read with replacement characters."""
    with pytest.raises(NotTextError, match=reason):
        decode(content)


NORMALISED = [
    ("a\r\nb\rc", "a\nb\nc", "Windows line end 1; old Macintosh line end 1"),
    ("a\u00a0b\u202fc", "a b c", "non-breaking space 2"),
    ("cafe\u0301 and u\u0308ber", "café and über", "word composed to NFC 2"),
    ("zero\u200bwidth\ufeff", "zerowidth", "invisible character 2"),
    ("a\x07b", "ab", "control character 1"),
    ("a\u2028b\x0cc", "a\nb\nc", "page or line separator 2"),
    ("می\u200cخواهم", "می\u200cخواهم", ""),
    ("ﬁne ½", "ﬁne ½", ""),
    ("a      b\t \t \tc", "a  b\tc", ""),
]


@pytest.mark.parametrize(("text", "clean", "changes"), NORMALISED)
def test_normalised_text_and_what_was_changed(text, clean, changes):
    """Line ends, composition, blanks and invisible marks are made one way, and counted.

    A joiner that Persian spelling needs, and letters that NFC keeps, stay.
    """
    made, counted = normalised(text)
    assert made == clean
    assert described(counted) == changes


@settings(max_examples=100)
@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    """Normal text is NFC, and normalising it again changes nothing."""
    once, _ = normalised(text)
    assert unicodedata.is_normalized("NFC", once)
    assert normalised(once)[0] == once
    assert collapsed(collapsed(text)) == collapsed(text)


@settings(max_examples=50)
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_what_was_written_as_utf8_is_read(text):
    """Whatever text is written in UTF-8 comes back, with or without its mark."""
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text
    if not text.startswith("\ufeff"):
        assert decode(text.encode())[0] == text
