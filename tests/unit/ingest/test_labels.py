"""Labels: listed, surely unknown, perhaps, and ordinary speech."""

import pytest

from verbatim.errors import StudyError, StudyErrors
from verbatim.ingest.labels import ROLES, has_role

BEGIN = "Interviewer: Hello.\nParticipant: Hi.\nInterviewer: Well?\nParticipant: Fine.\n"

SPEECH = [
    ("So I said: no", "a sentence with a colon"),
    ("Dear all: thank you for coming", "a salutation"),
    ("Anyway: that was that", "a word of speech"),
    ("My wife: she is the one who drives", "a relative spoken of"),
    ("There are two things: money and time", "a long beginning"),
    ("the point is: money", "in small letters"),
    ("It was 10:30 when she came", "a time of day in speech"),
    ("https://example.org is where it is", "an address"),
    ("Participant observation is what we did", "a listed label without anything behind it"),
    ("“Time,” he said: “we need time.”", "quoted speech"),
]

SURE = [
    ("Interviewer 2: And you?", "a listed label with a number more"),
    ("Particpant: Me too.", "a listed label misspelt"),
    ("Wife: Me too.", "a word that says a role"),
    ("Female voice: Me too.", "a role of two words"),
    ("Participant's wife: Me too.", "a role in relation to a listed one"),
    ("Reporter: And you?", "a role in other kinds of interview"),
    ("Ms Jones: Me too.", "a title and a name"),
]


@pytest.mark.parametrize(("line", "reason"), SPEECH, ids=[case[1] for case in SPEECH])
def test_ordinary_speech_is_no_label(read, line, reason):
    """Speech with a colon, as a paragraph of its own, stays speech and is not even counted."""
    reading = read("a.txt", f"{BEGIN}And so on.\n{line}\n")
    assert reading.said[-1] == ("participant", line), reason
    assert reading.losses["unknown_labels"] == 0


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("Interviewer; And you?", 1),
        ("Interviewer - And you?", 1),
        ("[00:03:10] Interviewer – And you?", 1),
        ("The interviewer; he was late.", 0),
        ("Interviewers; all of them.", 0),
    ],
)
def test_a_listed_label_set_off_as_no_other_is_counted(read, line, counted):
    """A slip of the typist's is kept as speech where it stands, and said."""
    reading = read("a.txt", f"{BEGIN}And so on.\n{line}\n")
    assert reading.losses["unknown_labels"] == counted


@pytest.mark.parametrize(("line", "reason"), SURE, ids=[case[1] for case in SURE])
def test_unknown_label_is_an_error(read, line, reason):
    """A line that surely begins with a label that is not listed stops the reading."""
    with pytest.raises(StudyError) as caught:
        read("a.txt", f"{BEGIN}And so on.\n{line}\n")
    error = caught.value
    assert error.where == "the transcript of P01, line 6", reason
    assert error.found == "an unknown speaker label"
    assert "data/private/interviews.csv" in error.hint
    assert error.private == line.split(":")[0]
    assert line.split(":")[0] not in str(error)


def test_several_unknown_labels_are_reported_together(read):
    """Each unknown label is named once, where it is met first."""
    with pytest.raises(StudyErrors) as caught:
        read("a.txt", f"{BEGIN}Wife: Me.\nNurse: And me.\nWife: Too.\n")
    assert [error.private for error in caught.value.errors] == ["Wife", "Nurse"]
    assert "in 2 places" in caught.value.errors[0].found


def test_label_that_recurs_is_sure(read):
    """A name before a colon is a label if it comes back, though nothing else gives it away."""
    text = f"{BEGIN}And so on.\nMarigold: Tea?\nParticipant: Please.\nMarigold: Here.\n"
    with pytest.raises(StudyError, match="unknown speaker label"):
        read("a.txt", text)


@pytest.mark.parametrize("label", ["Jo's iPhone", "iPad", "galaxy a52", "+44 7700 900123"])
def test_name_of_a_device_is_sure(read, label):
    """What a video conference calls a speaker need not look like a name; it comes back.

    Taken for speech, its words would be those of whoever spoke before.
    """
    with pytest.raises(StudyError, match="unknown speaker label") as caught:
        read("a.txt", f"{BEGIN}Quite so.\n" + f"{label}: Tea?\nParticipant: No.\n" * 3)
    assert caught.value.private == label


def test_phrase_of_speech_that_recurs_is_no_label(read):
    """What gives itself away as speech stays speech, however often it stands before a colon."""
    line = "and I said to myself: no.\n"
    reading = read("a.txt", f"{BEGIN}{line}{line}{line}{line}")
    assert reading.said[-1] == ("participant", line.strip())
    assert reading.losses["unknown_labels"] == 0


def test_label_where_every_line_has_one_is_sure(read):
    """Where each line of speech has a label, a name before a colon is one too."""
    with pytest.raises(StudyError, match="unknown speaker label"):
        read("a.txt", f"{BEGIN}Marigold: Tea?\n")


def test_doubtful_label_is_counted_and_kept(read):
    """Where a paragraph may go on without label, a single name before a colon stays, counted."""
    reading = read("a.txt", f"{BEGIN}And so on.\nMonday: closed.\n")
    assert reading.said[-1] == ("participant", "Monday: closed.")
    assert reading.losses["unknown_labels"] == 1


def test_capitals_as_in_listed_labels_are_sure(read):
    """Among labels in capitals, another word in capitals before a colon is a label."""
    text = "INT: Hello.\nRES: Hi.\nAnd so on.\nOBS: One moment.\nINT: Well?\n"
    with pytest.raises(StudyError, match="line 4"):
        read("a.txt", text, interviewer="INT", participant="RES")


def test_labels_with_times_need_no_more(read):
    """Where labels have times, a name with a time is a label, and one without is not."""
    text = (
        "[00:00:01] Interviewer: Hello.\n[00:00:02] Participant: Hi.\n"
        "Nurse training: that is what I did.\n"
    )
    reading = read("a.txt", text)
    assert reading.said[-1] == ("participant", "Nurse training: that is what I did.")
    with pytest.raises(StudyError, match="line 4"):
        read("a.txt", text + "[00:00:09] Marigold: Tea?\n")


def test_time_of_day_is_no_label_line(read):
    """Among label-and-time lines, a line of speech that ends with a time stays speech."""
    text = "Speaker 1  0:02\nWhen?\n\nSpeaker 2  0:05\nTuesday at 10:30\nI think 9:15\n"
    reading = read("a.txt", text, interviewer="Speaker 1", participant="Speaker 2")
    assert [words for _, words in reading.said] == ["When?", "Tuesday at 10:30", "I think 9:15"]
    with pytest.raises(StudyError, match="line 8"):
        read(
            "a.txt",
            text + "\nSpeaker 3  0:20\nTea?\n",
            interviewer="Speaker 1",
            participant="Speaker 2",
        )


def test_speaker_before_the_first_listed_label_is_no_heading(read):
    """Somebody unlisted who speaks first is not dropped as a heading."""
    with pytest.raises(StudyError, match="line 2"):
        read("a.txt", f"Interview 7\nFacilitator: Welcome, and thank you for coming.\n{BEGIN}")


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Participant", "PARTICIPANT"),
        ("participant:", "Participant"),
        ("[Participant]", "Participant"),
        ("Ann (phone)", "Ann (phone)"),
        ("Ann (phone)", "ann  (phone)"),
        ("P 1", "P 1"),
        ("Élodie", "E\u0301lodie"),
        ("C++ person", "C++ person"),
    ],
)
def test_spelling_of_labels_is_forgiven(read, listed, written):
    """Case, blanks, colons and brackets around a label do not matter, nor how accents are made."""
    reading = read("a.txt", f"Interviewer: Hello.\n{written}: Hi.\n", participant=listed)
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]


def test_short_labels_do_not_swallow_longer_ones(read):
    """P1 is not the beginning of P10."""
    reading = read(
        "a.txt",
        "I: Hello.\nP1: Hi.\nP10: Hello there.\nP1: Yes.\n",
        interviewer="I",
        participant="P1|P10",
        participants="P01a|P01b",
    )
    assert reading.table["participant"].tolist() == ["", "P01a", "P01b", "P01a"]


def test_several_labels_of_one_participant(read):
    """One participant may have several labels; each change of label is a turn."""
    reading = read(
        "a.txt", "I: Hello.\nAnn: Hi.\nAnn B: Hi again.\n", interviewer="I", participant="Ann|Ann B"
    )
    assert reading.table["participant"].tolist() == ["", "P01", "P01"]
    assert reading.table["turn"].tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ({"participant": "Ann|Bob", "participants": "P1|P2|P3"}, "3 participants and 2 labels"),
        ({"participant": "Ann", "other": "ann:"}, "a label that stands for two people"),
        ({"participant": "Ann", "interviewer": ":"}, "a label without letters"),
    ],
)
def test_register_must_say_who_is_who(read, labels, found):
    """Labels that leave open who speaks are an error of the register, naming the interview."""
    with pytest.raises(StudyError, match="the row of P01") as caught:
        read("a.txt", "Ann: Hello.", **labels)
    assert found in caught.value.found


def test_role_alone_on_its_line_is_sure(read):
    """Where labels stand on lines of their own, a role on such a line is a label, a word is not."""
    text = "Interviewer\nHello.\nParticipant\nHi.\nMonday\nInterviewer\nWell?\n"
    assert read("a.txt", text).said[2] == ("participant", "Monday")
    with pytest.raises(StudyError, match="line 8"):
        read("a.txt", text + "Wife\nMe too.\n")


def test_columns_of_blanks(read):
    """Label and speech may be parted by blanks alone, where no label has anything else."""
    text = "I    Hello.\nR    Hi.\n     And so on.\nI    I see.\n"
    assert read("a.txt", text, interviewer="I", participant="R").said == [
        ("interviewer", "Hello."),
        ("participant", "Hi."),
        ("participant", "And so on."),
        ("interviewer", "I see."),
    ]
    colons = "I: Hello.\nR: Hi.\nI  think so.\n"
    assert read("a.txt", colons, interviewer="I", participant="R").said[-1] == (
        "participant",
        "I think so.",
    )


CLOSED = [
    ("No: I never did.", 0, "an answer before a colon"),
    ("Present: we were all there.", 0, "a word of headings"),
    ("Transcribed by: M. L.", 1, "who transcribed"),
    ("Date of transcription: 1 May", 1, "when"),
    ("[Interview ends 00:45:12]", 1, "an end mark with a time"),
    ("*** END OF TRANSCRIPT ***", 1, "an end mark in capitals"),
    ("The interview started late that day.", 0, "speech about an interview"),
    ("[end]", 1, "a short mark"),
    ("[laughs]", 0, "a note"),
]


@pytest.mark.parametrize(("line", "dropped", "reason"), CLOSED, ids=[case[2] for case in CLOSED])
def test_what_stands_last_is_kept_unless_it_is_no_speech(read, line, dropped, reason):
    """The last paragraph is the last speaker's, unless it ends the recording or describes it."""
    reading = read("a.txt", f"{BEGIN}And so on.\n{line}\n")
    assert reading.losses["lines_dropped"] == dropped, reason
    assert (reading.said[-1][1] == line) == (not dropped)


def test_labels_that_end_in_a_point(read):
    """An abbreviated label keeps its point before colon, tab or time."""
    text = "Int.: Hello.\nMaria K.: Hi.\nInt. [00:01:02]: And?\nMaria K.\tSo.\nInt.: Well.\n"
    reading = read("a.txt", text, interviewer="Int.", participant="Maria K.")
    assert reading.table["text"].tolist() == ["Hello.", "Hi.", "And?", "So.", "Well."]
    assert reading.table["speaker"].tolist() == [
        *("interviewer", "participant", "interviewer", "participant", "interviewer")
    ]


def test_each_word_of_a_role_is_known():
    """Whatever its script (a Greek one may end in ς), with a number or without."""
    assert not [word for word in ROLES if not (has_role(word.title()) and has_role(f"{word} 2"))]
