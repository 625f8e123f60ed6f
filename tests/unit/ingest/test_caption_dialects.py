"""Captions of meeting programs, broadcasters and YouTube: sbv, TTML, rolling captions, order."""

import pytest

from verbatim.errors import StudyError

HELLO = [("interviewer", "Hello there. How are you?"), ("participant", "Fine, thanks.")]
TIMES = [[1.0, 3.0], [4.0, 5.5]]

TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xml:lang="en" {rates}>
 <head><metadata>
  <ttm:agent type="person" xml:id="a1"><ttm:name type="full">Interviewer</ttm:name></ttm:agent>
  <ttm:agent type="person" xml:id="Participant"/>
 </metadata></head>
 <body><div {div}>{body}</div></body></tt>"""

DIALECTS = [
    (
        "a.vtt",
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nInterviewer: Hello there. How are you?\n\n"
        "2\n00:00:04.000 --> 00:00:05.500\nParticipant: Fine, thanks.\n",
        "Zoom",
    ),
    (
        "a.vtt",
        "WEBVTT\n\n0b6c7f2e-92ab-4c4d-9d1f-8a0c3f8f4a10/12-0\n00:00:01.000 --> 00:00:02.000\n"
        "<v Interviewer>Hello\nthere.</v>\n\n0b6c7f2e-92ab-4c4d-9d1f-8a0c3f8f4a10/12-1\n"
        "00:00:02.000 --> 00:00:03.000\n<v Interviewer>How are you?</v>\n\n"
        "0b6c7f2e-92ab-4c4d-9d1f-8a0c3f8f4a10/15-0\n00:00:04.000 --> 00:00:05.500\n"
        "<v Participant>Fine, thanks.</v>\n",
        "Teams",
    ),
    (
        "a.vtt",
        "WEBVTT Talk\n\nNOTE\nTranscribed with noScribe vers. 0.7.2 Audio file: a.wav (Language: "
        "English (en) | Speaker detection: auto)\n\n1\n00:00:01.000 --> 00:00:03.000\n<v "
        "Interviewer>Hello there. How are you?\n\n2\n00:00:04.000 --> 00:00:05.500\n"
        "<v Participant>Participant: Fine, thanks.\n",
        "noScribe",
    ),
    (
        "a.vtt",
        'WEBVTT\n\n1 "Interviewer" (4032183296)\n00:00:01.000 --> 00:00:03.000\nHello there. How '
        'are you?\n\n2 "Participant" (1184920512)\n00:00:04.000 --> 00:00:05.500\nFine, thanks.\n',
        "Webex",
    ),
    (
        "a.sbv",
        "0:00:01.000,0:00:03.000\n>> INTERVIEWER: Hello there.\nHow are you?\n\n"
        "0:00:04.000,0:00:05.500\n>> PARTICIPANT: Fine, [br]thanks.\n",
        "YouTube's sbv",
    ),
    (
        "a.ttml",
        TTML.format(
            rates="",
            div="",
            body='<p begin="00:00:01.000" end="00:00:03.000" ttm:agent="a1">Hello there.<br/>How\n'
            '   are you?</p><p begin="4s" dur="1.5s" ttm:agent="Participant">Fine, thanks.</p>',
        ),
        "TTML, agents by name and by id",
    ),
    (
        "a.dfxp",
        TTML.format(
            rates='ttp:frameRate="25" ttp:tickRate="10"',
            div='begin="1s"',
            body='<p begin="00:00:00:00" end="20t"><span ttm:agent="a1">Hello <span>there</span>. '
            'How are you?</span></p><p begin="75f" end="00:00:04:12.5" ttm:agent="Participant">'
            "Fine, thanks.</p>",
        ).replace("04:12.5", "04:13"),
        "TTML, frames, ticks, times counted from the division, agents of spans",
    ),
    (
        "a.xml",
        TTML.format(
            rates="",
            div="",
            body='<p begin="1000ms" end="3000ms">Interviewer: Hello there. How are you?</p><p>'
            '<span begin="4s" end="5s">Participant: Fine,</span> <span begin="5s" end="5.5s">'
            "thanks.</span></p>",
        ),
        "TTML, labels in the text, times of spans",
    ),
]


@pytest.mark.parametrize(("name", "content", "reason"), DIALECTS, ids=[d[2] for d in DIALECTS])
def test_dialects(read, name, content, reason):
    """Each program's captions give the same speech and times."""
    reading = read(name, content)
    assert reading.said == HELLO, reason
    times = [[start, round(end, 1)] for start, end in reading.table[["start", "end"]].to_numpy()]
    assert times == TIMES


YOUTUBE = """WEBVTT
Kind: captions
Language: en

00:00:00.240 --> 00:00:02.310 align:start position:0%
~
Participant:<00:00:00.480><c> all</c><00:00:00.960><c> right</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
Participant: all right
~

00:00:02.320 --> 00:00:04.310 align:start position:0%
Participant: all right
yes<00:00:03.000><c> yes</c>

00:00:04.310 --> 00:00:04.320 align:start position:0%
yes yes
~

00:00:04.320 --> 00:00:06.000 align:start position:0%
yes yes
here<00:00:05.000><c> we</c><00:00:05.500><c> go</c>
""".replace("~", " ")


def test_rolling_captions_give_each_word_once(read):
    """YouTube shows the last line again above the new one, and once alone for 10 ms."""
    reading = read("a.vtt", YOUTUBE)
    assert reading.said == [("participant", "all right yes yes here we go")]
    assert reading.table[["start", "end"]].to_numpy().tolist() == [[0.24, 6.0]]
    assert reading.losses["changes"] == "repeated caption words 10"


def srt(*said: tuple[str, str, str]) -> str:
    """Write SubRip captions."""
    return "\n\n".join(f"{n}\n{a} --> {b}\n{text}" for n, (a, b, text) in enumerate(said, start=1))


def test_growing_captions_give_each_word_once(read):
    """Live captions write a sentence anew with each word."""
    text = srt(
        ("00:00:01,000", "00:00:02,000", "Participant: I"),
        ("00:00:02,000", "00:00:03,000", "Participant: I went"),
        ("00:00:03,000", "00:00:04,000", "Participant: I went home"),
        ("00:00:04,000", "00:00:05,000", "Participant: I went home then."),
    )
    assert read("a.srt", text).said == [("participant", "I went home then.")]


def test_words_said_twice_stay(read):
    """Where captions do not roll, the same words again were said again."""
    text = srt(
        ("00:00:01,000", "00:00:02,000", "Participant: No, no."),
        ("00:00:02,000", "00:00:03,000", "No, no."),
        ("00:00:03,000", "00:00:04,000", "I went home."),
        ("00:00:04,000", "00:00:05,000", "Home, and then,"),
        ("00:00:05,000", "00:00:06,000", "then I slept."),
    )
    reading = read("a.srt", text)
    assert reading.table["text"].tolist() == [
        "No, no. No, no. I went home. Home, and then, then I slept."
    ]
    assert not reading.losses["changes"]


def vtt(*said: tuple[int, int, str]) -> str:
    """Write WebVTT captions with voices."""
    blocks = [f"00:{a // 60:02}:{a % 60:02}.000 --> 00:{b // 60:02}:{b % 60:02}.000\n{text}"
              for a, b, text in said]  # fmt: skip
    return "\n\n".join(["WEBVTT", *blocks])


def test_interruptions_stand_in_the_order_of_their_begins(read):
    """A caption that begins before the one above it was said before it; the move is counted."""
    text = vtt(
        (1, 9, "<v Participant>One."), (12, 14, "<v Participant>Three."),
        (8, 10, "<v Interviewer>Two?"), (15, 16, "<v Participant>Four."),
    )  # fmt: skip
    reading = read("a.vtt", text)
    assert [text for _, text in reading.said] == ["One.", "Two?", "Three. Four."]
    assert reading.losses["changes"] == "caption moved to its time 1"


def test_two_recordings_in_one_file_keep_their_order(read):
    """Where times start again, a second recording was joined to the first."""
    text = vtt(
        (5, 6, "<v Participant>One."), (300, 301, "<v Participant>Two."),
        (2, 3, "<v Interviewer>Three?"), (9, 10, "<v Participant>Four."),
    )  # fmt: skip
    reading = read("a.vtt", text)
    assert [text for _, text in reading.said] == ["One.", "Two.", "Three?", "Four."]
    assert not reading.losses["changes"]


def test_a_caption_that_ends_before_it_begins_keeps_its_words(read, caplog):
    """Its begin stands, its end is left out, counted, and its place is said."""
    reading = read("a.vtt", vtt((3, 2, "<v Participant>Hi.")))
    assert reading.said == [("participant", "Hi.")]
    assert reading.table["start"].tolist() == [3.0]
    assert reading.table["end"].isna().all()
    assert reading.losses["changes"] == "impossible time 1"
    assert "caption 1 (line 3)" in caplog.text


@pytest.mark.parametrize(
    "lines", ["- Where?\n- Home.", ">> Home.", "- Participant: Yes.\n- Home.", ">>Home."]
)
def test_changes_of_speaker_without_a_name(read, lines):
    """Where captions say that somebody else speaks but not who, that is an unknown label."""
    text = srt(
        ("00:00:01,000", "00:00:02,000", ">> INTERVIEWER: And then?"),
        ("00:00:02,000", "00:00:03,000", ">> PARTICIPANT: Well."),
        ("00:00:03,000", "00:00:04,000", lines),
    )
    with pytest.raises(StudyError, match="unknown speaker label") as caught:
        read("a.srt", text)
    assert caught.value.private == "?"
    reading = read("a.srt", text, other="?")
    assert reading.said[-1][0] == "other"
    assert reading.said[-1][1].endswith("Home.")


def test_a_list_is_no_dialogue(read):
    """Dashes below words of one speaker are what this speaker lists."""
    text = srt(("00:00:01,000", "00:00:02,000", "Participant: I take:\n- bread\n- salt"))
    assert [who for who, _ in read("a.srt", text).said] == ["participant"]


def test_music_and_positions_are_no_speech(read):
    """Notes of music alone are left out and counted; sung words stay; positions are markup."""
    text = srt(
        ("00:00:01,000", "00:00:02,000", "{\\an8}♪ ♪"),
        ("00:00:02,000", "00:00:03,000", "Participant: {\\an8}♪ la la ♪"),
    )
    reading = read("a.srt", text)
    assert reading.said == [("participant", "♪ la la ♪")]
    assert reading.losses["changes"] == "music without words 1"


BAD = [
    ("a.srt", "[Script Info]\nTitle: x\n", "subtitles in the format ASS"),
    ("a.ass", "[Script Info]\nTitle: x\n", "a file ending in .ass"),
    ("a.sbv", "0:00:01.000,0:00:0x.000\nParticipant: Hi.\n", "text that belongs to no times"),
    ("a.ttml", "<tt><body>", "broken off or misspelt"),
    ("a.xml", "<?xml version='1.0'?><feed/>", "XML of another kind"),
    ("a.ttml", "<tt><body><div/></body></tt>", "no captions"),
    ("a.ttml", "<tt><body><p begin='soon'>Hi.</p></body></tt>", "a time that cannot be read"),
    (
        "a.ttml",
        "<!DOCTYPE tt [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><tt><body><p begin='1s'>&x;</p>"
        "</body></tt>",
        "no captions",
    ),
    ("a.ttml", "plain words", "broken off or misspelt"),
]


@pytest.mark.parametrize(("name", "content", "found"), BAD)
def test_what_is_no_captions_is_one_clear_error(read, name, content, found):
    """Other formats, broken files and files of other files' content are said to be so."""
    with pytest.raises(StudyError) as caught:
        read(name, content)
    assert found in caught.value.found
