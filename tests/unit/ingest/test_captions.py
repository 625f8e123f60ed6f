"""Captions: WebVTT and SubRip as programs and people write them."""

from time import process_time

import pytest

from verbatim.errors import StudyError
from verbatim.ingest.pieces import Said
from verbatim.ingest.segments import joined

HELLO = [("interviewer", "Hello there. How are you?"), ("participant", "Fine, thanks.")]

VTT = [
    (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Interviewer>Hello there.</v>\n\n"
        "2\n00:00:02.000 --> 00:00:03.000\n<v Interviewer>How are you?</v>\n\n"
        "3\n00:00:04.000 --> 00:00:05.500\n<v Participant>Fine, thanks.</v>\n",
        "voice tags",
    ),
    (
        "WEBVTT - a title\nKind: captions\n\nNOTE\nmade by hand\n\nSTYLE\n::cue { color: red }\n\n"
        "00:01.000 --> 00:02.000 align:start position:10%\n<v.first.loud Interviewer>Hello "
        "<i>there</i>.\n\n00:02.000 --> 00:03.000\n<v.loud Interviewer>How\nare <c.x>you</c>?\n\n"
        "00:04.000 --> 00:05.500\n<v Participant>Fine, <00:00:04.500>thanks.\n",
        "classes, settings, notes, styles, no hours, several lines, other tags",
    ),
    (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nInterviewer: Hello there.\n\n"
        "00:00:02.000 --> 00:00:03.000\nInterviewer: How are you?\n\n"
        "00:00:04.000 --> 00:00:05.500\nParticipant: Fine, thanks.\n",
        "label: text, as from a video conference",
    ),
    (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n- Interviewer: Hello there.\nHow are you?\n\n"
        "00:00:04.000 --> 00:00:05.500\n- Participant: Fine, thanks.\n",
        "dashes before labels",
    ),
    (
        "WEBVTT\n00:00:01.000 --> 00:00:03.000\nInterviewer: Hello there. How are you?\n"
        "00:00:04.000 --> 00:00:05.500\nParticipant: Fine, thanks.\n",
        "no blank lines at all",
    ),
    (
        "\ufeffWEBVTT\r\n\r\n00:00:01.000 --> 00:00:03.000\r\n<v Interviewer>Hello&nbsp;there. "
        "How are you?\r\n\r\n00:00:04.000 --> 00:00:05.500\r\n<v Participant>Fine, thanks.\r\n",
        "byte-order mark, Windows line ends, an entity",
    ),
]

SRT = [
    (
        "1\n00:00:01,000 --> 00:00:02,000\nInterviewer: Hello there.\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nHow are you?\n\n"
        "3\n00:00:04,000 --> 00:00:05,500\nParticipant: Fine, thanks.\n",
        "a label at each change of speaker",
    ),
    (
        "\ufeff1\r\n00:00:01.000 --> 00:00:02.000\r\n<i>Interviewer:</i> Hello there.\r\n\r\n\r\n"
        "2\r\n0:00:02.0 --> 0:00:03.0\r\n<font color='red'>How are you?</font>\r\n\r\n"
        "3\r\n00:00:04.000 --> 00:00:05.500 X1:0 X2:9\r\n{\\an8}Participant: Fine, thanks.\r\n\r\n",
        "byte-order mark, Windows line ends, points in times, tags, coordinates",
    ),
    (
        "1\n00:00:01,000 --> 00:00:02,000\nInterviewer: Hello there.\n"
        "2\n00:00:02,000 --> 00:00:03,000\nHow are you?\n"
        "3\n00:00:04,000 --> 00:00:05,500\nParticipant: Fine, thanks.",
        "no blank lines between captions",
    ),
    (
        "1\n00:00:01,000 --> 00:00:03,000\nInterviewer: Hello there.\n\nHow are you?\n\n"
        "2\n00:00:04,000 --> 00:00:05,500\nParticipant: Fine, thanks.",
        "a blank line inside a caption",
    ),
    (
        "1\n00:00:01,000 --> 00:00:03,000\nInterviewer: Hello there.\nHow are you?\n\n"
        "2\n00:00:04,000 --> 00:00:05,500\nINTERVIEWER:\n\n"
        "3\n00:00:04,000 --> 00:00:05,500\nParticipant:\nFine, thanks.",
        "labels on lines of their own, one without speech",
    ),
]


@pytest.mark.parametrize(("content", "reason"), VTT, ids=[case[1] for case in VTT])
def test_vtt(read, content, reason):
    """However a vtt file says who speaks, speech and times are the same."""
    reading = read("a.vtt", content)
    assert reading.said == HELLO, reason
    assert reading.table[["start", "end"]].to_numpy().tolist() == [[1.0, 3.0], [4.0, 5.5]]


@pytest.mark.parametrize(("content", "reason"), SRT, ids=[case[1] for case in SRT])
def test_srt(read, content, reason):
    """However an srt file is written, speech and times are the same."""
    reading = read("a.srt", content)
    assert reading.said == HELLO, reason
    assert reading.table[["start", "end"]].to_numpy().tolist() == [[1.0, 3.0], [4.0, 5.5]]


def cues(*said: tuple[float, float, str]) -> str:
    """Write captions with the times in seconds."""
    blocks = [f"00:00:{a:06.3f} --> 00:00:{b:06.3f}\n{text}" for a, b, text in said]
    return "WEBVTT\n\n" + "\n\n".join(blocks)


@pytest.mark.parametrize(
    ("gap", "pause_s", "paragraphs"),
    [(2.0, 2.0, 1), (2.001, 2.0, 2), (0.0, 0.0, 1), (0.001, 0.0, 2), (-0.5, 0.0, 1)],
)
def test_paragraphs_part_at_longer_pauses(read, gap, pause_s, paragraphs):
    """A pause of exactly the setting does not part; a millisecond more does; overlaps never do."""
    text = cues(
        (1.1, 8.1, "<v Participant>One."), (8.1 + gap, 11.0, "<v Participant>Two."), (12, 13, "x")
    )
    reading = read("a.vtt", text, pause_s=pause_s)
    assert len(reading.table) - (pause_s < 1) == paragraphs
    assert set(reading.table["turn"]) == {1}


def test_several_voices_in_one_caption(read):
    """Each voice is a segment; both have the times of the caption, as no others are known."""
    reading = read(
        "a.vtt",
        cues((1, 3, "<v Interviewer>Hello.</v> <v Participant>Hi.</v> Sorry."), (3, 4, "Go on.")),
    )
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi. Sorry. Go on.")]
    assert reading.table["start"].tolist() == [1.0, 1.0]


def test_angle_brackets_of_the_transcriber_stay(read):
    """`<inaudible>` and `<3` are no markup, and a caption's voice tag makes colons speech."""
    text = cues(
        (1, 2, "<v Participant>Interviewer: that is <inaudible> my job, I &lt;3 it, a <b>b</b>")
    )
    assert read("a.vtt", text).said == [
        ("participant", "Interviewer: that is <inaudible> my job, I <3 it, a b")
    ]


def test_ampersands_of_srt_stay(read):
    """SubRip has no entities: what looks like one was said so."""
    text = "1\n00:00:01,000 --> 00:00:02,000\nParticipant: write &amp; there\n"
    assert read("a.srt", text).said == [("participant", "write &amp; there")]


def test_speech_before_any_label_is_kept(read):
    """Captions before the first label are nobody's that is known: speaker other, counted."""
    reading = read("a.vtt", cues((1, 2, "Is it on?"), (3, 4, "Participant: It is.")))
    assert reading.said == [("other", "Is it on?"), ("participant", "It is.")]
    assert reading.losses["unknown_labels"] == 1


def test_vtt_named_txt_is_read_as_vtt(read):
    """A file that begins with WEBVTT is captions, whatever its name."""
    assert read("a.txt", cues((1, 2, "<v Participant>Hi."))).losses["format"] == "vtt, voice tags"


def test_unknown_voice_is_an_error(read):
    """A voice tag that is not listed is an unknown label, named by its caption."""
    with pytest.raises(StudyError, match="unknown speaker label") as caught:
        read("a.vtt", cues((1, 2, "<v Participant>Hi."), (3, 4, "<v Marigold>Tea?")))
    assert caught.value.where == "the transcript of P01, caption 2 (line 6)"


BROKEN = [
    ("a.vtt", "WEBVTT\n\n<v Participant>Hi.</v>\n", "text that belongs to no times", "line 3"),
    ("a.vtt", "WEBVTT\n", "no captions", "P01"),
    ("a.vtt", "WEBVTT\n\nParticipant: Hi.\n\nParticipant: Hm.", "belongs to no times", "line 3"),
    (
        "a.vtt",
        cues((1, 2, "<v Participant>Hi.")) + "\n\nlost\n<v Participant>Oh.",
        "times",
        "line 6",
    ),
    (
        "a.srt",
        "1\n00:00:01,000 -> 00:00:02,000\nParticipant: Hi.\n",
        "belongs to no times",
        "line 1",
    ),
    (
        "a.srt",
        "1\n00:00:01,000 --> 00:00:02,000\nParticipant: Hi.\n\n2\n00:00:03,000\nMore.\n",
        "text that belongs to no times",
        "line 5",
    ),
    ("a.srt", "1\n00:0x:01,000 --> 00:00:02,000\nParticipant: Hi.\n", "cannot be read", "(line 2)"),
    ("a.srt", "Participant: Hi.\n\nInterviewer: Hello.\n", "belongs to no times", "line 1"),
]


@pytest.mark.parametrize(("name", "content", "found", "place"), BROKEN)
def test_broken_captions_are_one_clear_error(read, name, content, found, place):
    """Captions without or with impossible times are named by line, with what was expected."""
    with pytest.raises(StudyError) as caught:
        read(name, content)
    assert found in caught.value.found
    assert caught.value.where.endswith(place)
    assert caught.value.expected


@pytest.mark.parametrize(
    ("before", "is_label"), [("And so on.", True), ("And I said to her,", False)]
)
def test_label_at_the_beginning_of_a_caption(read, before, is_label):
    """A name and a colon after a finished sentence is a label; in a sentence it is counted."""
    text = cues(
        (1, 2, "Interviewer: Hello."), (2, 3, "Participant: Hi."), (3, 4, before),
        (4, 5, "Marigold: come in.")
    )  # fmt: skip
    if is_label:
        with pytest.raises(StudyError, match="an unknown speaker label"):
            read("a.vtt", text)
    else:
        assert read("a.vtt", text).losses["unknown_labels"] == 1


def test_a_caption_inside_another_does_not_end_the_paragraph(read):
    """A paragraph ends when the last of its captions does, in whatever order they end."""
    text = cues((1, 9, "<v Participant>One."), (8, 8.5, "<v Participant>Two."), (11, 12, "x"))
    reading = read("a.vtt", text)
    assert reading.table[["start", "end", "text"]].to_numpy().tolist() == [[1, 12, "One. Two. x"]]


def test_a_monologue_of_single_words_is_joined_in_no_time():
    """Twice the words take about twice the time, not four times: 200,000 words in under 2 s."""
    said = [Said("", "P", "word", float(at), float(at + 1), True) for at in range(200_000)]
    begin = process_time()
    (paragraph,) = joined(said, 2.0)
    assert process_time() - begin < 2
    assert len(paragraph.text.split()) == len(said)
