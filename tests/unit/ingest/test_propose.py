"""Roles follow from what labels say, how people speak, and in how many transcripts they are met."""

import pytest

from verbatim.ingest.propose import proposed
from verbatim.ingest.roles import WORDS, role_word
from verbatim.ingest.same import is_same
from verbatim.ingest.voices import Voice, heard

ASKED = (
    "Thank you for coming. Can you tell me about your garden?",
    "How long did you wait?",
    "And how did you hear of it?",
    "What do you grow now?",
)
TOLD = (
    "I have had it for nine years, and my wife helps me with the heavy work in spring.",
    "I think I waited four years, we had nearly given up on it.",
    "I heard of it from my neighbour, who has the plot beside ours.",
    "Beans mostly, because my children like them, and I try my luck with melons.",
)


def talk(asks: str, tells: str) -> str:
    """Write a conversation in which one asks and the other tells."""
    turns = zip(ASKED, TOLD, strict=True)
    return "\n".join(f"{asks}: {one}\n{tells}: {other}" for one, other in turns)


def roles(**texts: str) -> dict[str, dict[str, str]]:
    """Propose roles for the transcripts of a study: by file, by label."""
    voices = {file: heard(text.encode(), f"{file}.txt").voices for file, text in texts.items()}
    found = proposed({f"{file}.txt": each for file, each in voices.items()})
    return {
        file.removesuffix(".txt"): {one.label: one.role for one in each}
        for file, each in found.items()
    }


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("Interviewer", "Participant"),
        ("I", "R"),
        ("R", "P"),
        ("Q", "A"),
        ("INT1", "P07"),
        ("SPEAKER_01", "SPEAKER_00"),
        ("Anna", "Ben"),
        ("KL", "MN"),
        ("Doctor", "Patient"),
        ("Interviewerin", "Befragte"),
        ("访谈者", "受访者"),
        ("প্রশ্নকর্তা", "উত্তরদাতা"),
        ("Вопрос", "Ответ"),
        ("Researcher", "Carer"),
    ],
)
def test_who_asks_and_who_tells(asks, tells):
    """Whatever the labels, in one conversation the same person is the interviewer."""
    assert roles(x=talk(asks, tells))["x"] == {asks: "interviewer", tells: "participant"}


def test_words_of_a_label_outweigh_how_somebody_speaks():
    """A participant who only asks back is still the participant whom the label names."""
    assert roles(x=talk("Participant", "Interviewer"))["x"] == {
        "Participant": "participant",
        "Interviewer": "interviewer",
    }


@pytest.mark.parametrize("role", ["interviewer", "participant", "beside", "aside", "team"])
def test_each_listed_word_is_known(role):
    """Whatever its script, with a number or without, a word of the list says its role."""
    assert {role_word(f"{word.title()}{more}") for word in WORDS[role] for more in ("", " 2")} == {
        role
    }


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Participant's wife", "beside"),
        ("সাক্ষাৎকার গ্রহণকারী", ""),
        ("প্রশ্নকর্তা", "interviewer"),
        ("प्रतिभागी", "participant"),
        ("ผู้สัมภาษณ์", "interviewer"),
        ("问", "interviewer"),
        ("Cyfwelydd (dros y ffôn)", "interviewer"),
    ],
)
def test_words_of_a_label(label, expected):
    """The last word decides; a word of letters and joined signs is one word."""
    assert role_word(label) == expected


@pytest.mark.parametrize(
    ("labels", "more", "expected"),
    [
        (("INT", "P"), "Wife: He means beans.", "other"),
        (("INT", "P"), "Unknown: Is this room taken?", "other"),
        (("Anna", "Ben"), "Zoe: Coffee.", "other"),
        (("INT", "P"), "Observer: And the shed, what is in it?", "interviewer"),
        (("INT", "P"), "Observer: It is the red one.", "other"),
        (("INT", "P"), "Observer: It is the red one.\nP: Is it?\nObserver: Which?", "other"),
        (("Q", "A"), "MS. VANCE: I object, and I shall do so again.", "other"),
        (("I", "R"), "T: Did you like it there, and did you stay long?", "other"),
        (("I", "R1"), "T1: I did like it there, and I stayed long.", "participant"),
        (("Moderator", "P1"), "P2: Same here.", "participant"),
        (("Interviewer 1", "P1"), "Interviewer 2: And the shed?", "interviewer"),
        (("I1", "B1"), "I2: I see, thank you.", "interviewer"),
        (("Host", "Guest"), "Announcer: Stay with us for more, and tell your friends.", "other"),
        (("INT", "P"), "Notes: He points at the beans, and he smiles.", "other"),
        (("Speaker 1", "Speaker 2"), "Speaker 3: Coffee.", "other"),
    ],
)
def test_third_people(labels, more, expected):
    """Who else speaks is told by the label, or by how little is said beside one participant."""
    text = talk(*labels)
    label = more.partition(":")[0]

    found = roles(x=f"{text}\n{more}\n{labels[1]}: I do.\n{more}\n{text}")["x"]

    assert found == {labels[0]: "interviewer", labels[1]: "participant", label: expected}


def test_second_interviewer_is_known_by_asking():
    """Of two who ask, named like everybody else, both are interviewers."""
    text = "\n".join(
        f"{('Anna', 'Ben')[at % 2]}: {one}\nCarl: {other}"
        for at, (one, other) in enumerate(zip(ASKED * 2, TOLD * 2, strict=True))
    )

    assert roles(x=text)["x"] == {
        "Anna": "interviewer",
        "Carl": "participant",
        "Ben": "interviewer",
    }


def test_second_interviewer_may_be_called_so():
    """A word of speech beside a role that comes back hides no label."""
    labels = ("First interviewer", "Second interviewer")
    text = "\n".join(
        f"{labels[at % 2]}: {one}\nMs K: {other}"
        for at, (one, other) in enumerate(zip(ASKED, TOLD, strict=True))
    )

    assert roles(x=text)["x"] == {
        "First interviewer": "interviewer",
        "Ms K": "participant",
        "Second interviewer": "interviewer",
    }


@pytest.mark.parametrize("moderator", ["Moderator", "Speaker 1", "Anna"])
def test_who_asks_back_in_a_group_is_a_participant(moderator):
    """In a group, somebody who asks in half of a few turns is no second interviewer."""
    others = ("Speaker 2", "Speaker 3", "Speaker 4") if moderator[-1] == "1" else ("Bo", "Cy", "Di")
    back = ("Who pays for it, though? You do.", "I was there too.", "You get one, don't you?")
    lines = [
        f"{moderator}: {ask}\n{others[0]}: {told}\n{others[1]}: I agree.\n{others[2]}: {more}"
        for ask, told, more in zip(ASKED, TOLD, (*back, "So it is."), strict=True)
    ]

    assert roles(x="\n".join(lines))["x"] == {
        moderator: "interviewer",
        **dict.fromkeys(others, "participant"),
    }


def voice(label: str, asks: int = 5, **more: int) -> Voice:
    """Make a voice like any other."""
    facts = {"turns": 10, "words": 100, "you": 5, "me": 5, **more}
    return Voice(label, asks=asks, begins=False, ends=False, **facts)


def test_name_in_several_transcripts_is_an_interviewers():
    """Where both speak alike, the one who is met again and again is of the team."""
    study = {f"{at}.txt": [voice(f"Person{at}x"), voice("Johanna")] for at in range(3)}

    for each in proposed(study).values():
        assert [one.role for one in each] == ["participant", "interviewer"]
        assert "3 transcripts" in each[1].reason


def test_second_host_is_met_in_the_study():
    """Beside guests who come once, who is met again and again and tells little is of the team."""
    study = {
        f"{at}.txt": [voice(f"Guest{at}x", 0), voice("John", 9), voice("Jonas", 2, words=40, you=8)]
        for at in range(3)
    }
    (alone,) = proposed({"0.txt": study["0.txt"]}).values()

    assert [one.role for one in alone] == ["participant", "interviewer", "participant"]
    for each in proposed(study).values():
        assert [one.role for one in each] == ["participant", "interviewer", "interviewer"]


def test_second_host_of_one_transcript_is_doubted():
    """Where one transcript is all there is, who asks nearly as often as the first may be of it."""
    voices = [voice("Ben", 8), voice("Kim", 5, words=40), voice("Lou", 1, words=60)]
    (found,) = proposed({"x.txt": voices}).values()

    assert [one.confidence == "unsure" for one in found] == [False, True, False]


def test_full_names_once_and_initials_after():
    """Initials are of the first and the last name; who asks little joins, but is not the first."""
    begin = (
        "INTERVIEW CONDUCTED BY\n\n"
        "Paul Lane:  This begins an interview with Jim Pratt at the town library today.\n"
        "Marta Green Holt:  Thank you for coming in. Can you tell me where you were born?\n"
        "Jim Pratt:  I was born in the valley, and I stayed there until I was nine.\n"
    )
    rest = talk("MH", "JP") + "".join(
        f"\nPL: Did your {one} talk about it?\nJP: Now and then, as I told my own."
        for one in ("father", "mother", "sister", "uncle")
    )

    (found,) = roles(one=begin + rest).values()
    assert {label for label, role in found.items() if role == "participant"} == {"Jim Pratt", "JP"}
    asking = {"Paul Lane", "PL", "Marta Green Holt", "MH"}
    assert {label for label, role in found.items() if role == "interviewer"} == asking


def test_role_stands_once_and_initials_after():
    """Where the label that says who asks is met once, whoever asks from then on is one more."""
    begin = "Ada Cruz, Interviewer: We made a thing and I will show you how it works.\n"

    (found,) = roles(one=begin + talk("IN", "FF")).values()
    assert list(found.values()) == ["interviewer", "interviewer", "participant"]


def test_file_is_named_after_the_participant():
    """Where both speak alike, the one of whom the file has its name is the participant."""
    study = {"Interview with Kim Long.docx": [voice("Kim"), voice("Lou")]}

    (each,) = proposed(study).values()

    assert [one.role for one in each] == ["participant", "interviewer"]


def test_one_person_under_several_labels():
    """Full name once and initials after, and a slip of the pen, are one participant."""
    voices = [voice("INT", 9), voice("Jane Brown (JB)", 0, turns=1), voice("JB", 0)]
    voices += [voice("Participant", 0), voice("Participatn", 0, turns=1)]

    (each,) = proposed({"x.txt": voices}).values()

    assert {one.label: one.person for one in each} == {
        "INT": -1,
        "Jane Brown (JB)": 0,
        "JB": 0,
        "Participant": 1,
        "Participatn": 1,
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Speaker A", "Speaker B"),
        ("Participant A", "Participant B"),
        ("SpeakerA", "SpeakerB"),
        ("Male speaker", "Female speaker"),
        ("Daniel", "Daniela"),
    ],
)
def test_labels_that_hardly_differ_are_two_people(one, other):
    """Letters number speakers as figures do, and who speaks often is no slip of the pen."""
    (each,) = proposed({"x.txt": [voice("INT", 9), voice(one, 0), voice(other, 0)]}).values()

    assert [found.person for found in each] == [-1, 0, 1]


@pytest.mark.parametrize(
    ("short", "same"), [("AL", True), ("A.L.", True), ("al", True), ("Al", False)]
)
def test_initials_are_not_written_as_a_name(short, same):
    """A short name that happens to be somebody's initials is another person."""
    assert is_same(short, "Ann Lee") == same


def test_confidence_falls_where_nothing_parts_them():
    """Two who speak alike under labels that say nothing are left to a person, in so many words."""
    (alike,) = proposed({"x.txt": [voice("Speaker 1"), voice("Speaker 2")]}).values()
    (apart,) = proposed({"x.txt": [voice("Speaker 1", 9), voice("Speaker 2", 0)]}).values()

    assert {one.confidence for one in alike} == {"unsure"}
    assert {one.confidence for one in apart} == {"sure"}
    assert apart[0].reason.startswith("asks in 90% of the turns, others in 0%")


def test_who_speaks_alone_is_the_participant():
    """A transcript of answers only has a participant, and nobody is sure."""
    (each,) = proposed({"x.txt": [voice("MN")]}).values()

    assert [(one.role, one.confidence) for one in each] == [("participant", "unsure")]
