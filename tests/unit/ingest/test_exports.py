"""Text that programs write, in shapes that files of others show; the words are invented."""

from typing import NamedTuple

import pytest

from verbatim.ingest.voices import heard


class Said(NamedTuple):
    """A turn, its speaker's number, and when it begins and ends."""

    who: int
    text: str
    start: int
    end: int


TALK = [
    Said(at % 2, text, 7 * at, 7 * at + 6)
    for at, text in enumerate(
        (
            "Where was it that you learnt to weave?",
            "In the village. My aunt had a loom.",
            "And who taught you?",
            "She did, until she went away.",
            "What did you weave first?",
            "A towel, I think. It was crooked.",
        )
    )
]
NAMES = ("Ada Lund", "Ben Holt (Weavers Ltd)")
CODES = ("SPEAKER_00", "SPEAKER_01")


def clock(seconds: int) -> str:
    """As 00:01:02."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def atrain(begin: str, between: str, stamp: str) -> str:
    """A speaker on a line of its own, times before each part of what is said."""
    return "Transcription for talk.mp3\n" + "".join(
        f"{begin}{CODES[one.who]}\n" + stamp.format(clock(one.start)) + one.text + between
        for one in TALK
    )


def lines(shape: str, speakers: tuple[str, str], between: str = "\n") -> str:
    """Each turn in that shape."""
    return between.join(
        shape.format(
            who=speakers[one.who],
            text=one.text,
            a=one.start,
            b=one.end,
            clock=clock(one.start),
            minutes=f"{one.start // 60}:{one.start % 60:02}",
        )
        for one in TALK
    )


MEET = "Talk - Transcript\nAttendees\nAda Lund, Ben Holt\nTranscript\n"
ENDED = "\nTranscription ended after 00:01:00\n\nThis editable transcript was computer generated."
FATHOM = "Talk - May 5\nVIEW RECORDING - 31 mins (No highlights): https://x.example/1\n\n---\n\n"
SHAPES = {
    "pyannote, seconds": lines("{who} ({a}.00s - {b}.00s): {text}", CODES),
    "pyannote, colon": lines("{who} ({a}.0 : {b}.0) : {text}", CODES),
    "pyannote, times first": lines("[{a}.00s - {b}.00s] {who}: {text}", CODES),
    "pyannote, tabs": lines("{a}.000\t{b}.000\t {who}\t{text}", CODES),
    "aTrain, timestamps": atrain("\n", "\n", "[{}] - "),
    "aTrain, MAXQDA": atrain("\n\n", " ", "[{}] - "),
    "MAXQDA, focus group": lines("#{clock}#\n{who}: {text}", CODES, "\n\n"),
    "Otter": lines("{who}  {minutes}  \n{text}", NAMES, "\n\n")
    + "\n\nTranscribed by https://otter.ai",
    "Fathom": FATHOM + lines("{minutes} - {who}\n  {text}", NAMES, "\n\n"),
    "Zoom's chat": lines("{clock}\t{who}:\t{text}", NAMES),
    "Google Meet": MEET + lines("{clock}\n \n{who}: {text}", NAMES) + ENDED,
    "Transcribee": lines("{clock}.000 --> 00:00:59.000\n{who}:\n{text}", NAMES, "\n\n"),
    "dash before the time": lines("{who} - {minutes}\n{text}", NAMES, "\n\n"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(read, name):
    """Labels are found, and each turn has its words, its speaker and its begin, nothing else."""
    text = SHAPES[name]
    speakers = CODES if CODES[0] in text else NAMES
    assert [voice.label for voice in heard(text.encode(), "t.txt").voices] == list(speakers)
    found = read("t.txt", text, interviewer=speakers[0], participant=speakers[1])
    roles = ("interviewer", "participant")
    assert found.said == [(roles[one.who], one.text) for one in TALK]
    assert list(found.table["start"]) == [float(one.start) for one in TALK]


def test_podcasts_name_speaker_and_time_before_a_paragraph(read):
    """HTML of the podcast namespace: <cite> says who, <time> when, <p> what."""
    shape = "<cite>{who}:</cite>\n<time>{minutes}</time>\n<p>{text}</p>"
    found = read("t.html", lines(shape, NAMES), interviewer=NAMES[0], participant=NAMES[1])
    assert [text for _, text in found.said] == [one.text for one in TALK]
    assert list(found.table["start"]) == [float(one.start) for one in TALK]


def test_what_the_clock_showed_is_said(read):
    """A time behind one label of many is an answer."""
    text = "Interviewer: When?\nParticipant: 10:30\nInterviewer: So late?\nParticipant: Yes."
    assert read("t.txt", text).said[1] == ("participant", "10:30")


@pytest.mark.parametrize("range_", ["(1.5 - 2.5)", "(1.5-2.5)", "(2 - 3)", "(5s)"])
def test_ranges_are_no_times(read, range_):
    """Numbers that may be a range of anything, or say how long somebody was silent, are kept."""
    text = f"Interviewer: How much?\nParticipant: Well.\n{range_} grams a day.\nInterviewer: Why?"
    assert read("t.txt", text).said[2] == ("participant", f"{range_} grams a day.")


def test_a_table_in_a_text_file_has_all_columns(read):
    """Lines that begin with a label and a tab are no table, even if others have tabs as well."""
    text = "Interviewer\tHow\tmuch?\nParticipant\tOne\ttwo.\nInterviewer\tAnd\tthen?"
    assert [said for _, said in read("t.txt", text).said] == ["How much?", "One two.", "And then?"]


def test_time_and_label_in_bold_and_nothing_behind_them(read, word):
    """A bold "[00:00:07] Name" begins a turn; words in bold alone are speech."""
    blocks = [
        [(f"[{clock(one.start)}] {NAMES[one.who]} ", True), (one.text, False)] for one in TALK
    ]
    content = word(*blocks, [("[00:01:00] Weaving by hand", True)])
    assert [voice.label for voice in heard(content, "t.docx").voices] == list(NAMES)
    found = read("t.docx", content, interviewer=NAMES[0], participant=NAMES[1])
    roles = ("interviewer", "participant")
    said = [(roles[one.who], one.text) for one in TALK]
    assert found.said == [*said, ("participant", "Weaving by hand")]
    assert list(found.table["start"]) == [*(float(one.start) for one in TALK), 60.0]
