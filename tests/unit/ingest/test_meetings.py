"""JSON of meeting programs and services: one conversation as each of them writes it.

Shapes are those of files and documentation that others have published; the words are invented.
"""

import json

import pytest

from verbatim.ingest.voices import heard

HELLO = [("Ann", "Hello there.", 1.0, 2.0), ("Bo", "Fine, thanks.", 3.0, 4.5)]
IDS = {"Ann": 1, "Bo": 2}


def each(made):
    """What `made` writes of each turn."""
    return [made(*turn) for turn in HELLO]


def spread(text, start, end):
    """The words of a turn, with times."""
    words = text.split()
    long = (end - start) / len(words)
    return [(word, start + at * long, start + (at + 1) * long) for at, word in enumerate(words)]


def scribe(who, text, start, end):
    """A turn as ElevenLabs writes it: words, and between them blanks as entries of their own."""
    found = []
    for word, begin, stop in spread(text, start, end):
        found += [
            {"text": word, "start": begin, "end": stop, "type": "word", "speaker_id": who},
            {"text": " ", "start": stop, "end": stop, "type": "spacing", "speaker_id": who},
        ]
    return found


def recall(who, text, start, end):
    """A turn as Recall.ai writes it: words with times since the begin, and by the clock."""
    return {
        "participant": {"id": IDS[who], "name": who, "is_host": True},
        "words": [
            {"text": word, "start_timestamp": {"relative": a}, "end_timestamp": {"relative": b}}
            for word, a, b in spread(text, start, end)
        ],
    }


def utterance(who, text, start, end):
    """A turn as Gladia writes it."""
    return {"text": text, "start": start, "end": end, "channel": 0, "speaker": who, "words": []}


def fireflies(who, text, start, end):
    """A sentence of Fireflies."""
    times = {"start_time": start, "end_time": end}
    return {"speaker_name": who, "speaker_id": 7, "text": text, "raw_text": text, **times}


def otter(who, text, start, end):
    """A passage of Otter, with times in samples."""
    times = {"start_offset": int(16_000 * start), "end_offset": int(16_000 * end)}
    return {"speaker_id": IDS[who], "speaker_model_label": None, "transcript": text, **times}


def block(unit, who, text, start, end):
    """A block of Read.ai: by the clock, in seconds or in thousandths as text."""
    begin, stop = (int(unit * (1_700_000_000 + at)) for at in (start - 1.0, end - 1.0))
    return {"start_time": begin, "end_time": stop, "speaker": {"name": who}, "words": text}


OTTER_SPEAKERS = [{"id": number, "speaker_name": who} for who, number in IDS.items()]
SHAPES = {
    "ElevenLabs": {
        "language_code": "eng",
        "words": [word for turn in each(scribe) for word in turn],
    },
    "Recall.ai": each(recall),
    "Gladia": {"result": {"metadata": {}, "transcription": {"utterances": each(utterance)}}},
    "Gladia, live": {"type": "post_transcript", "data": {"utterances": each(utterance)}},
    "Fireflies": {"data": {"transcript": {"title": "T", "sentences": each(fireflies)}}},
    "Otter": {"speech": {"speakers": OTTER_SPEAKERS, "transcripts": each(otter)}},
    "Hyperaudio": {
        "words": [
            {"start": start, "end": end, "text": word}
            for _, text, begin, stop in HELLO
            for word, start, end in spread(text, begin, stop)
        ],
        "paragraphs": each(lambda who, _, start, end: {"speaker": who, "start": start, "end": end}),
    },
    "thousandths": each(
        lambda who, text, start, end: {
            "speaker": who,
            "start": 100_000 + int(1000 * start),
            "end": 100_000 + int(1000 * end),
            "text": text,
        }
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_programs(read, name):
    """Each gives the two turns, their speakers by name, and their times in seconds."""
    found = read("m.json", json.dumps(SHAPES[name]), interviewer="Ann", participant="Bo")
    assert found.said == [("interviewer", "Hello there."), ("participant", "Fine, thanks.")]
    later = 100.0 if name == "thousandths" else 0.0
    assert list(found.table["start"]) == [later + 1.0, later + 3.0]
    assert list(found.table["end"]) == [later + 2.0, later + 4.5]


@pytest.mark.parametrize("unit", [1, 1000])
def test_clocks_start_with_the_first_block(read, unit):
    """Read.ai tells seconds or thousandths since 1970; the first block begins the interview."""
    blocks = [block(unit, *turn) for turn in HELLO]
    content = {"title": "T", "transcript": {"speakers": [], "speaker_blocks": blocks}}
    found = read("m.json", json.dumps(content), interviewer="Ann", participant="Bo")
    assert found.said == [("interviewer", "Hello there."), ("participant", "Fine, thanks.")]
    assert list(found.table["start"]) == [0.0, 2.0]


def test_whom_otter_does_not_know_is_not_who_spoke_before():
    """A passage without a known voice is of the number that Otter gives it, or of nobody known."""
    passages = [*each(otter), *each(otter)]
    passages[2] |= {"speaker_id": None, "speaker_model_label": "4"}
    passages[3] |= {"speaker_id": None}
    content = json.dumps({"speakers": OTTER_SPEAKERS, "transcripts": passages}).encode()
    labels = [voice.label for voice in heard(content, "m.json").voices]
    assert labels == ["Ann", "Bo", "Speaker 4", "Unknown Speaker"]


def test_notes_inside_are_no_transcript(read):
    """A list of texts deep inside, which says no speakers, is no transcript of somebody's."""
    content = {"meta": {"notes": {"items": [{"text": "Send it."}, {"text": "Call."}]}}}
    with pytest.raises(Exception, match="JSON of another kind"):
        read("m.json", json.dumps(content), interviewer="Ann", participant="Bo")
