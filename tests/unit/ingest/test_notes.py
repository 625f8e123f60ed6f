"""Transcriber's notes are told from what was said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.notes import is_note, notes, spoken_words
from verbatim.tables.ingest import NOTES
from verbatim.writing import words_in

CONVENTIONS = [
    ("So [laughs] no.", "laughter", "[laughs]", "square brackets, as most services write"),
    ("(both laugh) Yes.", "laughter", "(both laugh)", "round brackets, who laughs"),
    ("Well {laughter}.", "laughter", "{laughter}", "braces"),
    ("So *sighs* yes.", "non-verbal", "*sighs*", "asterisks"),
    ("Er ((pause)) yes.", "pause", "((pause))", "double brackets (Jefferson)"),
    ("Er (.) yes.", "pause", "(.)", "a dot (Jefferson): a pause too short to be measured"),
    ("Er (0.8) yes.", "pause", "(0.8)", "a pause measured in tenths of seconds (Jefferson)"),
    ("Er (...) yes.", "pause", "(...)", "three dots (Dresing and Pehl): three seconds"),
    ("[long pause, 10 seconds] Yes.", "pause", "[long pause, 10 seconds]", "how long"),
    ("To [inaudible 00:12:03] then.", "inaudible", "[inaudible 00:12:03]", "with its time"),
    ("To [00:12:03 unclear] then.", "inaudible", "[00:12:03 unclear]", "time first"),
    ("To <unclear>Leeds</unclear>.", "inaudible", "<unclear>", "an element (TEI)"),
    ("To (   ) then.", "inaudible", "(   )", "empty brackets (Jefferson): not heard"),
    ("To [???] then.", "inaudible", "[???]", "question marks"),
    ("To [xxx] then.", "inaudible", "[xxx]", "xxx (CHAT)"),
    ("Nach (unv.) dann.", "inaudible", "(unv.)", "German (Dresing and Pehl)"),
    ("[crosstalk] Yes.", "overlap", "[crosstalk]", "several at once"),
    ("(coughs) Yes.", "non-verbal", "(coughs)", "a sound that is no word"),
    ("[Clears throat] Yes.", "non-verbal", "[Clears throat]", "two words, a capital"),
    ("[points to chest] Here.", "non-verbal", "[points to chest]", "a gesture"),
    ("[dog barks] Sorry.", "other", "[dog barks]", "a sound of the room"),
    ("At [name redacted].", "other", "[name redacted]", "what a transcriber took out"),
    ("Then [...] home.", "other", "[...]", "something was left out"),
    ("((opens the folder)) Here.", "other", "((opens the folder))", "any double brackets"),
    ("And so [00:05:00] home.", "time", "[00:05:00]", "a time in the midst of speech"),
]


@pytest.mark.parametrize(("text", "kind", "note", "why"), CONVENTIONS)
def test_note_of_each_convention(text: str, kind: str, note: str, why: str) -> None:
    """The one note of the text is found at its place, with its kind."""
    (found,) = notes(text)
    assert (found.kind, found.text) == (kind, note), why
    assert text[found.start : found.end] == note


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was (maybe Tuesday) then.", "words that were perhaps heard"),
        ("I *really* mean it.", "stress"),
        ("He [my brother] came.", "whom the speaker means"),
        ("So [PERSON 1] came.", "a pseudonym"),
        ("I did [yeah] go.", "what the other one says meanwhile"),
        ("At home (in the background) I did.", "words beside a note's, and none of a note's own"),
        ("Two signs (a cough, a fever) came.", "speech that names a cough"),
        ("At ten (10:30) we left.", "a time that somebody says"),
        ("First (1) and then (2).", "a list that is counted"),
        ("As they say [1,2] it is (64.75) so.", "references, and a number"),
        ("She laughs a lot, then a pause.", "no brackets"),
        ("He [they all laughed when they heard what it was about] went.", "a sentence"),
        ("if a < b and c > d, pause", "signs that are no brackets"),
        ("The (phone) rang.", "a thing that was said"),
    ],
)
def test_what_is_said_is_no_note(text: str, why: str) -> None:
    """Brackets that hold speech are speech."""
    assert notes(text) == [], why
    assert spoken_words(text) == len(text.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("So [laughs] no.", 2),
        ("[inaudible 00:12:03]", 0),
        ("So[laughs] no.", 2),  # the note only touches a word
        ("So [laughs]. No.", 2),  # the full stop behind it is no word
        ("[laughs][pause] No.", 1),
        ("( ) No.", 1),  # the brackets are two words by their blank, and none that is said
        ("", 0),
        ("你好[laughs]吗", 3),
        ("你好 (.) ( ) (.)", 2),  # in scripts without blanks a letter is a word, a sign is none
    ],
)
def test_words_of_speech(text: str, words: int) -> None:
    """Words, parted by blanks, count as speech unless they are notes and nothing else."""
    assert spoken_words(text) == words


@settings(max_examples=30, deadline=None)
@given(
    parts=st.lists(
        st.one_of(st.sampled_from([text for text, *_ in CONVENTIONS]), st.text(max_size=12)),
        max_size=8,
    )
)
def test_notes_never_overlap_and_stand_where_they_say(parts: list[str]) -> None:
    """Whatever the text, notes stand in it one after the other and their words are among its."""
    text = " ".join(parts)
    end = 0
    for note in notes(text):
        assert end <= note.start < note.end
        assert text[note.start : note.end] == note.text
        assert note.kind in NOTES
        end = note.end
    assert 0 <= spoken_words(text) <= words_in(text)


def test_notes_that_stand_where_names_do():
    """Of what stands in brackets at the begin of lines, transcription guides call these notes."""
    heard = ["Laughs", "laughter", "long pause", "Cross talk", "phone rings", "Music", "name"]
    assert [is_note(one) for one in heard] == [True] * len(heard)
    names = ["Anna", "Dr Doorn", "INT", "R", "Speaker 1", "Mother", "Nurse"]
    assert [is_note(one) for one in names] == [False] * len(names)
