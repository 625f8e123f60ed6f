"""Plain text in the layouts that people and programs write."""

import pytest

ASKED = ("interviewer", "How is the garden?")
DRY = ("participant", "Dry.")
DRY_AND_WET = [ASKED, DRY, ("participant", "Then wet."), ("interviewer", "And now?")]

LAYOUTS = [
    (
        "Interviewer: How is the garden?\n\nParticipant: Dry.\n\nThen wet.\n\n"
        "Interviewer: And now?",
        "colon, blank lines between, a second paragraph without label",
    ),
    (
        "Interviewer: How is the garden?\nParticipant: Dry.\nThen wet.\nInterviewer: And now?",
        "colon, no blank lines",
    ),
    (
        "INTERVIEWER :  How is the garden?\nparticipant:Dry.\nThen wet.\nInterviewer: And now?",
        "other case, blanks before and none behind the colon",
    ),
    (
        "Interviewer:\tHow is the garden?\nParticipant:\tDry.\n\tThen wet.\nInterviewer:\tAnd now?",
        "colon and tab, hanging indent",
    ),
    (
        "Interviewer\tHow is the garden?\nParticipant\tDry.\n\tThen wet.\nInterviewer\tAnd now?",
        "tab alone",
    ),
    (
        "Interviewer\nHow is the garden?\n\nParticipant\nDry.\nThen wet.\n\nInterviewer\nAnd now?",
        "label on a line of its own",
    ),
    (
        "Interviewer:\nHow is the garden?\n\nParticipant:\nDry.\nThen wet.\n\n"
        "Interviewer:\nAnd now?",
        "label and colon on a line of their own",
    ),
    (
        "[Interviewer] How is the garden?\n[Participant] Dry.\nThen wet.\n[Interviewer] And now?",
        "label in brackets",
    ),
    (
        "**Interviewer:** How is the garden?\n**Participant:** Dry.\nThen wet.\n"
        "**Interviewer**: And now?",
        "label in Markdown bold",
    ),
    (
        "Interviewer - How is the garden?\nParticipant - Dry.\nThen wet.\nInterviewer - And now?",
        "dash throughout",
    ),
    (
        ">> Interviewer: How is the garden?\n>> Participant: Dry.\nThen wet.\n"
        ">> Interviewer: And now?",
        "chevrons, as in live captions",
    ),
]

TIMED = [
    (
        "[00:00:02] Interviewer: How is the garden?\n[00:00:05] Participant: Dry.\n"
        "[00:00:07] Participant: Then wet.\n[00:01:09] Interviewer: And now?",
        "time in brackets before each label",
    ),
    (
        "00:00:02 Interviewer: How is the garden?\n00:00:05 Participant: Dry.\n"
        "00:00:07 Then wet.\n00:01:09 Interviewer: And now?",
        "bare time before, a second paragraph with time and no label",
    ),
    (
        "Interviewer (00:02): How is the garden?\nParticipant (00:05): Dry.\n"
        "Participant (00:07): Then wet.\nInterviewer (01:09): And now?",
        "time between label and colon",
    ),
    (
        "(0:02) Interviewer\nHow is the garden?\n(0:05) Participant\nDry.\n"
        "(0:07) Participant\nThen wet.\n(1:09) Interviewer\nAnd now?",
        "time before the label, both on a line of their own",
    ),
    (
        "Interviewer  0:02\nHow is the garden?\n\nParticipant  0:05\nDry.\n\n"
        "Participant  0:07\nThen wet.\n\nInterviewer  1:09\nAnd now?",
        "label and time on a line of their own",
    ),
    (
        "Interviewer [00:00:02]\nHow is the garden?\nParticipant [00:00:05]\nDry.\n"
        "[00:00:07]\nThen wet.\nInterviewer [00:01:09]\nAnd now?",
        "label with time in brackets; a time alone goes with what follows",
    ),
    (
        "Interviewer: [00:00:02] How is the garden?\nParticipant: [00:00:05] Dry.\n"
        "[00:00:07] Then wet.\nInterviewer: [00:01:09] And now?",
        "time behind the colon",
    ),
    (
        "00:00:02\nInterviewer: How is the garden?\n00:00:05\nParticipant: Dry.\n"
        "00:00:07\nThen wet.\n00:01:09\nInterviewer: And now?",
        "time on the line before",
    ),
]


@pytest.mark.parametrize(("content", "reason"), LAYOUTS, ids=[case[1] for case in LAYOUTS])
def test_layouts_give_the_same_speech(read, content, reason):
    """However labels are set off, speakers, paragraphs and order are the same."""
    reading = read("a.txt", content)
    assert reading.said == DRY_AND_WET, reason
    assert reading.losses["lines_dropped"] == 0
    assert reading.losses["unknown_labels"] == 0


@pytest.mark.parametrize(("content", "reason"), TIMED, ids=[case[1] for case in TIMED])
def test_times_are_read_and_leave_the_text(read, content, reason):
    """A time beside a label becomes the begin in seconds and is no part of the speech."""
    reading = read("a.txt", content)
    assert reading.said == DRY_AND_WET, reason
    assert reading.table["start"].tolist() == [2.0, 5.0, 7.0, 69.0]
    assert reading.table["end"].isna().all()


def test_ranges_give_begin_and_end(read):
    """A pair of times beside a label is begin and end."""
    reading = read(
        "a.txt",
        "[00:02.500 --> 00:04.000] Interviewer: Hello.\n[00:05.000 --> 00:07.250] Participant: Hi.",
    )
    assert reading.table[["start", "end"]].to_numpy().tolist() == [[2.5, 4.0], [5.0, 7.25]]


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8 with byte-order mark"),
        ("cp1252", b"", "Windows-1252"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16 without byte-order mark"),
    ],
)
def test_encodings_give_the_same_text(read, encoding, mark, found):
    """The same words come out of every encoding, and the losses name it."""
    text = "I: How’s the café?\r\n\r\nR: It’s… “closed” – again.\r\n"
    reading = read("a.txt", mark + text.encode(encoding), interviewer="I", participant="R")
    assert reading.said == [
        ("interviewer", "How’s the café?"),
        ("participant", "It’s… “closed” – again."),
    ]
    assert reading.losses["encoding"] == found
    assert reading.losses["changes"] == "Windows line end 3"


def test_lines_of_fixed_width_are_joined(read):
    """A file broken at a width comes out in paragraphs; a short line ends one."""
    text = (
        "Interviewer: Would you tell me how the two services came to\n"
        "work on the same floor?\n"
        "Participant: They were put together in a building that had\n"
        "been a swimming bath, and nobody asked whether we liked the\n"
        "smell. We got used to it after a year or so, and then they\n"
        "moved us out.\n"
        "That was that.\n"
    )
    reading = read("a.txt", text)
    assert [words for _, words in reading.said] == [
        "Would you tell me how the two services came to work on the same floor?",
        "They were put together in a building that had been a swimming bath, and nobody asked "
        "whether we liked the smell. We got used to it after a year or so, and then they moved "
        "us out.",
        "That was that.",
    ]
    assert reading.losses["changes"] == "line joined to the one before 4"


def test_sentences_of_like_length_stay_apart(read):
    """Lines that fill a width by chance end their sentences, and are paragraphs."""
    said = [
        "We went to the swimming bath on Mondays.",
        "We never minded how long it took until the snow came.",
        "We never minded anything much until they closed it up.",
        "Swimming goes on.",
    ]
    reading = read("a.txt", "Interviewer: When?\nParticipant: " + "\n".join(said))
    assert [words for _, words in reading.said] == ["When?", *said]


def test_headings_and_marks_are_dropped_and_counted(read):
    """What stands around the speech is not speech, and the losses count it line by line."""
    reading = read(
        "a.txt",
        "Interview 7\nDate: 2021-03-01\n-----\nInterviewer: Ready?\nParticipant: Yes.\n"
        "[phone rings]\nParticipant: Go on.\n[End of recording]\nTranscribed by: a colleague\n",
    )
    assert reading.said == [
        ("interviewer", "Ready?"),
        ("participant", "Yes."),
        ("participant", "[phone rings]"),
        ("participant", "Go on."),
    ]
    assert reading.losses["lines_read"] == 9
    assert reading.losses["lines_dropped"] == 5


@pytest.mark.parametrize(
    "mark",
    [
        "[00:04:02] [END OF AUDIO]",
        "**0:09** *[End of session]*",
        "*** End of interview ***",
        "END OF INTERVIEW",
    ],
)
def test_what_follows_the_end_is_not_speech(read, mark):
    """Behind the mark of the end, with a time or without, what a page shows is nobody's speech."""
    talk = "Interviewer: Ready?\nParticipant: Yes.\n[End of recording]\nInterviewer: And now?\n"
    reading = read("a.txt", f"{talk}Participant: Still.\n{mark}\nMore episodes\nPublished\n")

    assert [words for _, words in reading.said] == ["Ready?", "Yes.", "And now?", "Still."]
    assert reading.losses["lines_dropped"] == 4


@pytest.mark.parametrize("line", ["[Track 2]", "(Tape 1, Side B)", "[Tape 3 - side 2]", "[Part 4]"])
def test_parts_of_a_recording_are_no_speech(read, line):
    """Where a new tape or track begins is a mark."""
    reading = read("a.txt", f"Interviewer: Ready?\n\n{line}\n\nParticipant: Yes.\n")
    assert reading.said == [("interviewer", "Ready?"), ("participant", "Yes.")]
    assert reading.losses["lines_dropped"] == 1


def test_title_above_running_heads_is_one_more(read):
    """A running head that is the title, too, is one where it stands beside numbers of pages."""
    turn = "Interviewer: And what came then?\n\nParticipant: Then came another one.\n\n"
    pages = "".join(turn * 4 + f"Farm lives\nPage {page}\n\n" for page in range(1, 5))
    reading = read("a.txt", f"Farm lives\n\n{pages}{turn}")

    assert not [text for _, text in reading.said if "Farm lives" in text]
    assert reading.losses["lines_dropped"] == 9


@pytest.mark.parametrize(
    "line",
    ["Transcribed by Jo Clerk, 3 May 2002", "Checked by JC", "Typed and checked by Jo",
     "Transkription: Jo C.", "Transkribiert von Jo C.", "Transcrit par Jo C."],
)  # fmt: skip
def test_who_wrote_the_transcript_is_no_speech(read, line):
    """Whoever typed or checked a transcript signs below it, with or without a colon."""
    reading = read("a.txt", f"Interviewer: Ready?\nParticipant: Yes.\n\n{line}\n")
    assert reading.said == [("interviewer", "Ready?"), ("participant", "Yes.")]
    assert reading.losses["lines_dropped"] == 1


PAGES = [
    ("{page}", True, "a number alone"),
    ("- {page} -", True, "between dashes"),
    ("Page {page} of 4", True, "with the number of pages"),
    ("Interview 7, farm study          {page}", True, "with a running head"),
    ("{page}\n\nFARM STUDY", True, "beside a running head"),
    ("Ref: F7.2012   (c) Farm Museum   Page {page} of 61", True, "between other numbers"),
    ("Farm lives    Page {page}\n\nF1379/99 Tape 2", True, "above the number of a tape"),
    ("No cows", False, "an answer that comes back"),
    ("7", False, "a number that comes back"),
    ("We had {page}.", False, "a sentence that counts"),
]


@pytest.mark.parametrize(("mark", "is_page", "reason"), PAGES, ids=[case[2] for case in PAGES])
def test_pages_that_a_text_was_printed_on(read, mark, is_page, reason):
    """What counts pages is no speech; what only comes back, or is a sentence, is."""
    turn = "Interviewer: And what came then?\n\nParticipant: Then came another one.\n\n"
    pages = "".join(turn * 4 + mark.format(page=page) + "\n\n" for page in range(1, 5))
    reading = read("a.txt", pages + turn)

    marks = [text for _, text in reading.said if "came" not in text]
    assert len(marks) == (0 if is_page else 4), reason
    assert reading.losses["lines_dropped"] == (4 * len(mark.split("\n\n")) if is_page else 0)


@pytest.mark.parametrize("form", ["{:>4}  {}", "{}\t{}", "{:03} {}", "{}: {}", "[{}] {}"])
def test_numbers_of_lines_are_layout(read, form):
    """Where every line is numbered, numbers are no speech, and are counted."""
    lines = ["Interviewer: And what came then?", "Participant: 14 cows came,", "and a dog."] * 5
    numbered = [form.format(number, line) for number, line in enumerate(lines, start=1)]
    reading, bare = read("a.txt", "\n".join(numbered)), read("a.txt", "\n".join(lines))

    assert reading.said == bare.said
    assert reading.losses["changes"] == "number of a line 15"
    assert reading.losses["words_dropped"] == bare.losses["words_dropped"] + 15


def test_numbers_that_somebody_says_stay(read):
    """Lines that begin with a number, but do not count on, are speech."""
    lines = ["Interviewer: How many each year?", "Participant:"] + [f"{n} cows." for n in (9, 4, 7)]
    reading = read("a.txt", "\n".join(lines * 5))

    assert [text for _, text in reading.said][1:4] == ["9 cows.", "4 cows.", "7 cows."]


def test_heading_may_use_the_labels_of_the_speech(read):
    """A heading that names the people by the labels of the speech is no speech."""
    reading = read(
        "a.txt",
        "Interviewer: A. Name\nParticipant: 07\nDate: 1 March\n\n"
        "Interviewer: Hello.\nParticipant: Hi.",
    )
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]
    assert reading.losses["lines_dropped"] == 3


@pytest.mark.parametrize(
    ("begin", "row"),
    [
        ("\tTimespan\tContent\tSpeaker\n", "{at}\t0:00:0{at}.0 - 0:00:0{at}.9\t{text}\t{label}\n"),
        ("", "{label}\t\t00:00:0{at}.120\t{at}.12\t00:00:0{at}.620\t{at}.62\t{text}\n"),
    ],
    ids=["NVivo", "ELAN"],
)
def test_table_in_text(read, begin, row):
    """What programs for analysis write with tabs into a text is the table that it is."""
    turns = [
        ("Interviewer", "Where do you live?"),
        ("Participant", "By the sea, as we always did."),
    ]
    turns += [("Interviewer", "And why?"), ("Participant", "My mother came from there.")]
    turns *= 2
    rows = [row.format(at=at, label=label, text=text) for at, (label, text) in enumerate(turns, 1)]

    reading = read("a.txt", begin + "".join(rows))
    assert reading.said == [(label.lower(), text) for label, text in turns]
