"""Labels are recognised by layout and recurrence where nobody has listed any."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.unreadable import Unreadable
from verbatim.ingest.voices import heard
from verbatim.newstudy import dates

SAID = (
    "Where did you grow up?",
    "On a farm, with my brothers. We had the rule: be home by six.",
    "And did you like it there?",
    "I did, mostly.",
    "What was school like?",
    "Yeah",
    "Can you say more about that?",
    "I had two friends and no car, so I walked everywhere.",
)


def turns(one: str, other: str) -> list[tuple[str, str]]:
    """Give label and words of each turn."""
    return [((one, other)[at % 2], text) for at, text in enumerate(SAID)]


def clock(at: int) -> str:
    """Write a time."""
    return f"00:{at:02}:05"


LAYOUTS = {
    "colon": lambda at, label, text: f"{label}: {text}",
    "colon without a blank": lambda at, label, text: f"{label}:{text}",
    "tab": lambda at, label, text: f"{label}\t{text}",
    "dash": lambda at, label, text: f"{label} – {text}",
    "semicolon": lambda at, label, text: f"{label}; {text}",
    "half a bracket": lambda at, label, text: f"{label}) {text}",
    "stroke": lambda at, label, text: f"{label}/ {text}",
    "bar": lambda at, label, text: f"{label} | {text}",
    "sign of equality": lambda at, label, text: f"{label} = {text}",
    "arrow": lambda at, label, text: f"{label} -> {text}",
    "sign of what is greater": lambda at, label, text: f"{label} > {text}",
    "half an angle bracket": lambda at, label, text: f"{label}> {text}",
    "Zoom's chat": lambda at, label, text: f"10:{at + 10}:07 From {label} to Everyone : {text}",
    "Zoom's chat since 2022": lambda at, label, text: (
        f"10:{at + 10}:07\t From  {label}  to  Everyone:\n\t{text}"
    ),
    "WhatsApp": lambda at, label, text: f"[12/03/2020, 10:{at + 10}:07] {label}: {text}",
    "WhatsApp on Android": lambda at, label, text: f"3/12/20, 9:{at + 10} PM - {label}: {text}",
    "whole seconds": lambda at, label, text: f"{label} [{at}.0s - {at}.5s]: {text}",
    "brackets": lambda at, label, text: f"[{label}] {text}",
    "angle brackets": lambda at, label, text: f"<{label}> {text}",
    "line of its own": lambda at, label, text: f"{label}\n{text}\n",
    "Otter": lambda at, label, text: f"{label}  {at}:05\n{text}\n",
    "Rev": lambda at, label, text: f"{label} ({at:02}:05): {text}\n",
    "Rev, text below": lambda at, label, text: f"{label} ({clock(at)}):\n{text}\n",
    "Zoom": lambda at, label, text: f"[{label}] {clock(at)}\n{text}\n",
    "Zoom on one line": lambda at, label, text: f"{clock(at)} {label}: {text}",
    "with the length": lambda at, label, text: (
        f"[{clock(at)} - {clock(at)} | 0:00:05] {label}\n{text}"
    ),
    "Descript": lambda at, label, text: f"[{clock(at)}] {label}: {text}",
    "Trint": lambda at, label, text: f"{label}: [{clock(at)}] {text}",
    "aTrain": lambda at, label, text: f"\n{label}\n[{clock(at)}] - {text}",
    "f4": lambda at, label, text: f"{label}: {text} #{clock(at)}-3#",
    "bold in Markdown": lambda at, label, text: f"**{label}:** {text}",
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Interviewer", "Participant"),
        ("SPEAKER_00", "SPEAKER_01"),
        ("Speaker A", "Speaker B"),
        ("I", "P12"),
        ("Anna Lee", "Dr. Ben O'Hara"),
        ("JB", "MK"),
        ("访谈者", "受访者"),
    ],
)
def test_layouts_show_their_labels(one, other):
    """Each program's layout gives both labels, and every turn and word behind them."""
    for layout, written in LAYOUTS.items():
        lines = [written(at, *turn) for at, turn in enumerate(turns(one, other))]

        found = heard("\n".join(lines).encode(), "x.txt").voices

        assert [(voice.label, voice.turns) for voice in found] == [(one, 4), (other, 4)], layout
        words = sum(len(text.split()) for text in SAID)
        assert sum(voice.words for voice in found) == words, layout


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[laughs] That was long ago.", "a note of the transcriber"),
        ("So I said: no.", "words of a sentence"),
        ("Date: 12 March 2021", "a fact about the interview"),
        ("10:30 was when it began.", "a time of day"),
        ("http://example.org is where it stands.", "an address"),
    ],
)
def test_what_comes_back_and_is_no_label(line, reason):
    """What merely comes back at the beginning of lines is left in the speech."""
    said = [f"{label}: {text}\n{line}" for label, text in turns("INT", "P1")]

    found = heard("\n".join(said).encode(), "x.txt").voices

    assert [voice.label for voice in found] == ["INT", "P1"], reason


def test_lone_answers_are_no_labels():
    """Mm-hm alone on its line comes back as labels do, but nobody speaks behind it."""
    lines = "".join(f"Anna\n{text}\nBen\nMm-hm\n" for text in SAID)

    assert [voice.label for voice in heard(lines.encode(), "x.txt").voices] == ["Anna", "Ben"]


def spoken(text: str, name: str = "x.txt") -> list[tuple[str, int, int]]:
    """Find the labels of a text, with the turns and words of each."""
    return [(one.label, one.turns, one.words) for one in heard(text.encode(), name).voices]


def test_headings_may_be_labels():
    """In Markdown, the speaker's name may be a heading; headings that come once are none."""
    said = enumerate(turns("A", "B"))
    lines = [f"### {label} (00:{at:02})\n\n{text}" for at, (label, text) in said]
    text = "\n\n".join(["# Interview 7", *lines[:4], "## School", *lines[4:]])

    assert [(label, number) for label, number, _ in spoken(text, "x.md")] == [("A", 4), ("B", 4)]


def test_what_stands_in_bold_behind_a_label_is_said():
    """Bold words that follow a bold label touch it, and are speech."""
    lines = [f"**{label}:** **{text}** Well." for label, text in turns("E1 (probe)", "INT")]

    found = spoken("\n\n".join(lines), "x.md")

    assert [(label, number) for label, number, _ in found] == [("E1 (probe)", 4), ("INT", 4)]


def test_numbered_questions_and_answers_are_labels():
    """Q1, A1, Q2 stand once each, but count."""
    numbered = [f"{label}{at // 2 + 1}: {text}" for at, (label, text) in enumerate(turns("Q", "A"))]

    assert [label for label, *_ in spoken("\n".join(numbered))] == ["Q", "A"]


def test_minutes_of_hearings():
    """Printed hearings write titles, surnames in capitals and a point; whoever speaks once, too."""
    said = turns("Chairman BELL", "Mr. DENT")
    lines = [f"    {label}. {text}" for label, text in said]

    found = spoken("\n".join([*lines, "    Ms. VANCE. I have nothing to add."]))

    assert [label for label, *_ in found] == ["Chairman BELL", "Mr. DENT", "Ms. VANCE"]


def test_question_and_answer_by_letters_beside_names_with_colons():
    """In a deposition, Q. and A. stand beside whoever else speaks."""
    lines = [f"{label}. {text}" for label, text in turns("Q", "A")]
    lines[4:4] = ["MS. VANCE: Objection.", "MR. HALL: Please go on.", "MS. VANCE: I object."]

    found = spoken("\n".join([*lines, "MR. HALL: Thank you."]))

    assert [label for label, *_ in found] == ["Q", "A", "MS. VANCE", "MR. HALL"]


@pytest.mark.parametrize(
    ("first", "other"), [("Interviewer", "Participant"), ("KT", "RB"), ("Anna Lee", "Mr Baker")]
)
def test_two_long_turns(first, other):
    """One question and one long answer are an interview, though no label comes back."""
    text = f"{first}: Where did you grow up?\n{other}: On a farm. I liked it.\n\nI did, mostly."

    assert spoken(text) == [(first, 1, 5), (other, 1, 9)]


def test_two_facts_are_no_turns():
    """What has no question is no interview."""
    with pytest.raises(Unreadable):
        heard(b"Background: We asked farmers.\nResults: They like it here.", "x.txt")


def test_initials_with_points():
    """A.B. and C.D. are labels without a colon, and so are three letters."""
    lines = [f"{label} {text}" for label, text in turns("A.B.", "C. D. E.")]

    assert [label for label, *_ in spoken("\n\n".join(lines))] == ["A.B", "C. D. E"]


def test_name_and_post_once_and_initials_after():
    """Who is introduced with name and post, and has other initials from then on, is one more."""
    begin = "Mara Lind, head of the garden: It is mine, and it was my mother's.\n"

    lines = [f"{label}: {text}" for label, text in turns("EN", "FF")]
    found = spoken("\n".join([lines[0], begin.strip(), *lines[2:]]))
    assert [label for label, *_ in found] == ["EN", "Mara Lind, head of the garden", "FF"]


def test_title_of_a_column_is_no_label(word):
    """In a table of Word, the title is no speaker; who speaks once is one nevertheless."""
    rows = [["Speaker", "Text"], *map(list, turns("KL", "MN")), ["Wife", "He means six."]]

    found = heard(word(rows), "x.docx").voices

    assert [voice.label for voice in found] == ["KL", "MN", "Wife"]


@pytest.mark.parametrize("layout", ["colon", "brackets", "tab", "dash", "line of its own", "Otter"])
def test_full_name_once_and_initials_after(layout):
    """A label that stands once, before all others, is one if its initials come back."""
    (_, first), *rest = turns("JB", "MK")
    said = [("Jane Brown", first), *rest]
    lines = [LAYOUTS[layout](at, *turn) for at, turn in enumerate(said)]

    found = heard("\n".join(lines).encode(), "x.txt").voices

    assert [voice.label for voice in found] == ["Jane Brown", "MK", "JB"]


@pytest.mark.parametrize(
    "heading",
    [
        ["Interviewer: Anna Lee", "Participant: Mr Tom Baker"],
        ["Interviewer: AL1", "Participant: P12", "Date: 3 May 2021"],
        ["Interviewer: AL", "Date: 3 May 2021", "Participant: 07"],
        ["Interviewer: Interviewer", "Participant: Respondent"],
    ],
)
def test_heading_that_names_people_is_no_speech(heading):
    """The names of those who take part are kept as heading, for the date, and not as speech."""
    lines = [*heading, *(f"{label}: {text}" for label, text in turns("Interviewer", "Participant"))]

    found = heard("\n".join(lines).encode(), "x.txt")

    assert sum(voice.words for voice in found.voices) == sum(len(text.split()) for text in SAID)
    assert found.heading == heading


def test_first_words_are_no_heading():
    """What people say first is speech, however short it is."""
    lines = ["Anna: Hello Ben", "Ben: Hi", *(f"{a}: {b}" for a, b in turns("Anna", "Ben"))]

    assert sum(voice.turns for voice in heard("\n".join(lines).encode(), "x.txt").voices) == 10


def test_date_in_a_table_of_facts(word):
    """Where the day stands in the cell beside, it is the interview's, whatever else is told."""
    facts = [["Interviewer", "Ann Lee"], ["Date", "12 May 2011"], ["Born", "3 June 1950"]]
    talk = [f"{label}: {text}" for label, text in turns("Interviewer", "P1")]

    assert dates.found("x.docx", heard(word(facts, *talk), "x.docx").heading) == "2011-05-12"


def test_full_name_in_a_caption_that_goes_on():
    """Where captions give full names once, a first caption that breaks off is speech, too."""
    said = ["Ann Lee Moor: Hello, and\nwelcome to us.", "Bo Ott: Hey, Ann. We talk\nabout bees."]
    said += [f"{label}: {text}" for label, text in turns("Ann", "Bo")]
    blocks = [
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{text}\n"
        for at, text in enumerate(said)
    ]

    found = heard("\n".join(blocks).encode(), "x.srt").voices
    assert [voice.label for voice in found] == ["Ann Lee Moor", "Bo Ott", "Ann", "Bo"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("\n".join(SAID[:2]), "no label of a speaker that comes back"),
        ("\n".join(f"Person number {at}: yes.\n" * 3 for at in range(40)), "40 different labels"),
    ],
)
def test_text_without_speakers_is_said(content, found):
    """A text that says nowhere who speaks, or names a crowd, is no interview: one clear error."""
    with pytest.raises(Unreadable) as error:
        heard(content.encode(), "x.txt")

    assert found in error.value.found


WORD = st.text("abcdeé", min_size=1, max_size=6)
NAMES = st.sampled_from(["Anna", "Ben K", "P01", "Speaker 1", "SPEAKER_07", "INT", "JB", "Ōe"])


@settings(max_examples=30, deadline=None)
@given(
    layout=st.sampled_from(sorted(set(LAYOUTS) - {"dash", "line of its own"})),
    labels=st.lists(NAMES, min_size=2, max_size=4, unique=True),
    texts=st.lists(st.lists(WORD, min_size=4, max_size=9).map(" ".join), min_size=12, max_size=16),
)
def test_any_turns_in_any_layout(layout, labels, texts):
    """Whoever speaks three times or more is recognised, whatever the layout."""
    said = [(labels[at % len(labels)], f"{text}.") for at, text in enumerate(texts)]
    lines = [LAYOUTS[layout](at, *turn) for at, turn in enumerate(said)]

    assert {voice.label for voice in heard("\n".join(lines).encode(), "x.txt").voices} == {*labels}


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".vtt", ".srt", ".json", ".cha", ".csv"]))
def test_whatever_the_bytes(content, ending):
    """Nothing but the one kind of error comes out of bytes that are no transcript."""
    with suppress(Unreadable):
        assert heard(content, f"x{ending}").voices
