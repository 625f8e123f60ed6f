"""Decoding and normalising text."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from verbatim.ingest.misread import repaired
from verbatim.ingest.text import (
    NotTextError,
    collapsed,
    decode,
    described,
    is_ended,
    normalised,
    unescaped,
)

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
    ("zero\u200bwidth\ufeff", "zerowidth", "zero-width character 2"),
    ("co\u00adop", "coop", "soft hyphen 1"),
    ("\u200fשלום\u200e", "שלום", "direction mark 2"),
    (
        "nine\u200dteen \U0001f469\u200d\U0001f33e",
        "nineteen \U0001f469\u200d\U0001f33e",
        "zero-width character 1",
    ),
    ("ক্\u200dষ", "ক্\u200dষ", ""),
    ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ", ""),
    ("０７７ Ａｂ，（好）", "077 Ab，（好）", "full-width letter or digit 5"),
    ("ｶﾞﾗｽ", "ガラス", "half-width kana 1"),
    ("\ufee3\ufeae\ufea3\ufe92\ufe8e", "مرحبا", "Arabic form of a letter 5"),
    ("“It’s” — ‘so’…", "“It’s” — ‘so’…", ""),
    ("a\u2009b\u3000c", "a b c", "printer's space 2"),
    ("a\x07b", "ab", "control character 1"),
    ("a\u2028b\x0cc", "a\nb\nc", "page or line separator 2"),
    ("می\u200cخواهم", "می\u200cخواهم", ""),
    ("ﬁne oﬃce ½", "fine office ½", "printer's ligature 2"),
    ("a      b\t \t \tc", "a  b\tc", ""),
]


@pytest.mark.parametrize(("text", "clean", "changes"), NORMALISED)
def test_normalised_text_and_what_was_changed(text, clean, changes):
    """Line ends, composition, blanks and invisible marks are made one way, and counted.

    A joiner that Persian, Bengali or a picture needs, quotation marks and fractions stay.
    """
    made, counted = normalised(text)
    assert made == clean
    assert described(counted) == changes


RARE = "\u200b\u200d\u00ad\ufeff\u200e\u061c ﬁＡﾊ\u0301\u0915\u0e01\ufe8e\U0001f468\ufe0f\x85\r\n"


@settings(max_examples=200)
@given(st.text(st.one_of(st.characters(), st.sampled_from(RARE))))
def test_normalising_twice_is_normalising_once(text):
    """Normal text is NFC, and normalising it again changes nothing and counts nothing."""
    once, _ = normalised(text)
    assert not normalised(once)[1]
    assert unicodedata.is_normalized("NFC", once)
    assert normalised(once)[0] == once
    assert collapsed(collapsed(text)) == collapsed(text)


@settings(max_examples=50)
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_what_was_written_as_utf8_is_read(text):
    """Whatever text is written in UTF-8 comes back, with or without its mark."""
    assume(not repaired(text)[1])  # such text as "Ã©" means another
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text
    if not text.startswith("\ufeff"):
        assert decode(text.encode())[0] == text


ENTITIES = [
    ("I&#39;m &quot;fine&quot; &amp; dry", 'I\'m "fine" & dry', 4),
    ("&amp;amp; &amp;lt; &quot;", '& < "', 5),
    ("I&#39;m " * 20, "I'm " * 20, 20),
    ("R&amp;D, said once", "R&amp;D, said once", 0),
    ("AT&T; B&Q; Q&A; R&D;", "AT&T; B&Q; Q&A; R&D;", 0),
]


@pytest.mark.parametrize(("text", "read", "number"), ENTITIES)
def test_entities_are_read_where_a_file_is_full_of_them(text, read, number):
    """Entities of HTML are read as HTML reads them, escaped twice too; what is none stays."""
    assert unescaped(text) == (read, {"HTML entity": number} if number else {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was. ", True),
        ("很好。", True),
        ("好嗎？", True),
        ("أين؟", True),
        ("ভালো।", True),
        ("Dr Ann Baker", False),
        ("访谈", False),
        ("", False),
    ],
)
def test_sentences_end_in_every_script(text, expected):
    """A full stop is Chinese, Arabic or Bengali, too: what ends so is no name and no title."""
    assert is_ended(text) == expected
