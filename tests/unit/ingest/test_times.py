"""Times in every shape that transcripts have them in."""

import pytest

from verbatim.ingest.times import seconds

SHAPES = [
    ("1:02", 62.0, "minutes"),
    ("0:34:53", 2093.0, "hours with one digit"),
    ("100:00", 6000.0, "minutes past the hour"),
    ("00:01:02,500", 62.5, "comma, as in SubRip"),
    ("00:01:02.345", 62.345, "point, as in WebVTT"),
    ("00:00:01:12", 1.0, "frames, of which nobody says how many make a second"),
    ("00:01:02-3", 62.3, "tenths behind a dash, as in f4"),
    ("1h02m03s", 3723.0, "units"),
    ("12m 5s", 725.0, "units with a blank"),
    ("12.5s", 12.5, "seconds"),
    ("9:99", None, "99 seconds"),
    ("00:75:00", None, "75 minutes of an hour"),
]


@pytest.mark.parametrize(("written", "expected", "reason"), SHAPES, ids=[s[0] for s in SHAPES])
def test_seconds(written, expected, reason):
    """Hours are 3600 s and minutes 60 s; 60 seconds or minutes behind something larger are none."""
    assert seconds(written) == expected, reason


STAMPED = [
    ("[00:01:02] Participant: Hi.", 62.0, None, "before the label"),
    ("0:01:02 Participant: Hi.", 62.0, None, "without brackets"),
    ("(1:02) Participant: Hi.", 62.0, None, "round brackets"),
    ("[00:01:02 Participant: Hi.", 62.0, None, "bracket never closed"),
    ("00:01:02:12 Participant: Hi.", 62.0, None, "frames"),
    ("#00:01:02-3# Participant: Hi.", 62.3, None, "f4, begin of the paragraph"),
    ("Participant: Hi. #00:01:02-3#", None, 62.3, "f4, end of the paragraph"),
    ("#00:01:00-0# Participant: Hi. #00:01:02-3#", 60.0, 62.3, "f4, both"),
    ("Participant: Hi. [00:01:02]", None, 62.0, "brackets, end of the paragraph"),
    ("Participant: Hi. (00:01:02)", None, 62.0, "round brackets, end of the paragraph"),
    ("Participant: #00:01:02-3# Hi.", 62.3, None, "f4, behind the label"),
    ("Participant [1h 1m 2s]: Hi.", 3662.0, None, "units behind the label"),
    ("[12m 5s] Participant: Hi.", 725.0, None, "units before the label"),
    ("[60.00s -> 62.50s] Participant: Hi.", 60.0, 62.5, "a recogniser's seconds"),
    ("0:1:0.0 --> 0:1:2.50 Participant: Hi.", 60.0, 62.5, "Teams, without noughts"),
    ("[0:01:00.0 - 0:01:02.5 | 0:00:02.5] Participant: Hi.", 60.0, 62.5, "with the length"),
    ("[00:01:00.000 --> 00:01:02.500]  Participant: Hi.", 60.0, 62.5, "whisper.cpp"),
]


@pytest.mark.parametrize(("line", "start", "end", "reason"), STAMPED, ids=[s[3] for s in STAMPED])
def test_times_beside_speech(read, line, start, end, reason):
    """A time beside the label, or one at the end of a paragraph, is no speech but begin or end."""
    reading = read("a.txt", f"Interviewer: Hello.\n{line}\n")
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")], reason
    times = reading.table.loc[1, ["start", "end"]].astype(object)
    assert times.where(times.notna(), None).tolist() == [start, end]


@pytest.mark.parametrize("stamp", ["[00:01:02]", "#00:01:02-3#", "[00:01:02] -"])
def test_times_between_words_are_no_speech(read, stamp):
    """A full time in brackets in the middle of a paragraph is left out, and counted."""
    reading = read("a.txt", f"Interviewer: Hello.\nParticipant: Well {stamp} yes [laughs 0:03].\n")
    assert reading.said[1] == ("participant", "Well yes [laughs 0:03].")
    assert reading.losses["changes"] == "time between words 1"


def test_atrain(read):
    """The speaker stands on a line, below it times, dashes and what was said."""
    text = (
        "Transcription for a.mp3\n\nSPEAKER_00\n[00:00:01] - Hello.\n\nSPEAKER_01\n"
        "[00:00:03] - Fine.\n[00:00:05] - Thanks.\n"
    )
    reading = read("a.txt", text, interviewer="SPEAKER_00", participant="SPEAKER_01")
    assert reading.table["text"].tolist() == ["Hello.", "Fine.", "Thanks."]
    assert reading.table["start"].tolist() == [1.0, 3.0, 5.0]


SPOKEN = [
    "At 10:30 we met.",
    "We met at 10:30",
    "(5s) Well.",
    "Half past, 10:30 that is.",
    "[10:30 is what she meant] Yes.",
    "It took 5m 30s and",
    "We met then (10:30)",
]


@pytest.mark.parametrize("words", SPOKEN)
def test_times_in_speech_stay(read, words):
    """A time of day, a pause, a duration inside a sentence is what was said."""
    reading = read("a.txt", f"Interviewer: Hello.\nParticipant: {words}\nParticipant: Yes.")
    assert reading.said[1] == ("participant", words)
    assert reading.table["start"].isna().all()


@pytest.mark.parametrize("time", ["[9:99]", "[00:75:00]", "#00:00:61-0#", "00:61:00"])
def test_impossible_times_are_counted_and_warned_of(read, caplog, time):
    """What cannot be a time gives none; the speech stays, and the message says where to look."""
    reading = read("a.txt", f"Interviewer: Hello.\n{time} Participant: Hi.\n")
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]
    assert reading.table["start"].isna().all()
    assert reading.losses["changes"] == "impossible time 1"
    assert "the first at line 2" in caplog.text


def test_impossible_times_of_captions(read):
    """A caption whose time cannot be one keeps its words, and is counted."""
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Interviewer>Hello.\n\n"
        "00:75:01.000 --> 00:75:02.000\n<v Participant>Hi.\n"
    )
    reading = read("a.vtt", text)
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]
    assert reading.losses["changes"] == "impossible time 1"
