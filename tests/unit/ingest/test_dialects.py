"""JSON of speech recognisers: one conversation as each of them writes it."""

import json
from contextlib import suppress
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.errors import StudyError
from verbatim.ingest import recognised
from verbatim.ingest.unreadable import Unreadable

HELLO = [("interviewer", "Hello there."), ("participant", "Fine.")]
TIMES = [[1.0, 2.0], [3.0, 4.5]]


def word(text, start, end, **others):
    """A word of Deepgram, Google and others."""
    return {"word": text, "start": start, "end": end, **others}


def amazon(text, start=None, end=None, speaker=None):
    """A word, or a mark without times, of Amazon Transcribe."""
    item = {"alternatives": [{"confidence": "0.9", "content": text}], "type": "punctuation"}
    if start:
        item |= {"start_time": start, "end_time": end, "type": "pronunciation"}
    return item | ({"speaker_label": speaker} if speaker else {})


AMAZON = [
    amazon("Hello", "1.0", "1.5"),
    amazon("there", "1.5", "2.0"),
    amazon("."),
    amazon("Fine", "3.0", "4.5"),
    amazon("."),
]
AMAZON_SPEAKERS = {
    "segments": [
        {
            "speaker_label": "0",
            "items": [
                {"start_time": "1.0", "speaker_label": "0"},
                {"start_time": "1.5", "speaker_label": "0"},
            ],
        },
        {"speaker_label": "1", "items": [{"start_time": "3.0", "speaker_label": "1"}]},
    ]
}


def mark(text, at, speaker):
    """A mark of Speechmatics."""
    return {
        "type": "punctuation",
        "attaches_to": "previous",
        "start_time": at,
        "end_time": at,
        "alternatives": [{"content": text, "speaker": speaker}],
    }


def said(text, start, end, speaker):
    """A word of Speechmatics."""
    best = [{"content": text, "speaker": speaker}]
    return {"type": "word", "start_time": start, "end_time": end, "alternatives": best}


GOOGLE = [
    {"startTime": "1s", "endTime": "1.500s", "word": "Hello", "speakerTag": 4},
    {"startTime": "1.500s", "endTime": "2s", "word": "there.", "speakerTag": 4},
    {"startTime": "3s", "endTime": "4.500s", "word": "Fine.", "speakerTag": 1},
]
UNTAGGED = [{name: one[name] for name in ("startTime", "endTime", "word")} for one in GOOGLE]


def azure(text, start, length, **others):
    """A phrase of Azure's batch transcription."""
    return {
        "offsetInTicks": start * 1e7,
        "durationInTicks": length * 1e7,
        "nBest": [{"display": text}],
        **others,
    }


WRITTEN = [
    (
        "whisper.cpp",
        {
            "model": {},
            "transcription": [
                {"offsets": {"from": 1000, "to": 2000}, "text": " Hello there.", "speaker": "0"},
                {"offsets": {"from": 3000, "to": 4500}, "text": " Fine.", "speaker": "1"},
            ],
        },
    ),
    (
        "insanely-fast-whisper",
        {
            "speakers": [
                {"speaker": "0", "text": " Hello there.", "timestamp": [1.0, 2.0]},
                {"speaker": "1", "text": " Fine.", "timestamp": [3.0, 4.5]},
            ],
            "chunks": [{"timestamp": [1.0, 4.5], "text": " Hello there. Fine."}],
        },
    ),
    (
        "Podcasting 2.0",
        {
            "version": "1.0.0",
            "segments": [
                {"speaker": "0", "startTime": 1.0, "endTime": 2.0, "body": "Hello there."},
                {"speaker": "1", "startTime": 3.0, "endTime": 4.5, "body": "Fine."},
            ],
        },
    ),
    (
        "AssemblyAI",
        {
            "audio_url": "x",
            "text": "Hello there. Fine.",
            "utterances": [
                {"speaker": "0", "start": 1000, "end": 2000, "text": "Hello there.", "words": []},
                {"speaker": "1", "start": 3000, "end": 4500, "text": "Fine.", "words": []},
            ],
        },
    ),
    (
        "Deepgram, utterances",
        {
            "results": {
                "channels": [{"alternatives": [{"words": []}]}],
                "utterances": [
                    {"start": 1.0, "end": 2.0, "transcript": "Hello there.", "speaker": 0},
                    {"start": 3.0, "end": 4.5, "transcript": "Fine.", "speaker": 1},
                ],
            }
        },
    ),
    (
        "Deepgram, words",
        {
            "results": {
                "channels": [
                    {
                        "alternatives": [
                            {
                                "words": [
                                    word("hello", 1.0, 1.5, punctuated_word="Hello", speaker=0),
                                    word("there", 1.5, 2.0, punctuated_word="there.", speaker=0),
                                    word("fine", 3.0, 4.5, punctuated_word="Fine.", speaker=1),
                                ]
                            }
                        ]
                    }
                ]
            }
        },
    ),
    (
        "Amazon Transcribe, speakers apart",
        {"results": {"transcripts": [], "speaker_labels": AMAZON_SPEAKERS, "items": AMAZON}},
    ),
    (
        "Amazon Transcribe, speakers beside",
        {
            "results": {
                "items": [
                    amazon("Hello", "1.0", "1.5", "0"),
                    amazon("there", "1.5", "2.0", "0"),
                    amazon(".", speaker="0"),
                    amazon("Fine", "3.0", "4.5", "1"),
                    amazon(".", speaker="1"),
                ]
            }
        },
    ),
    (
        "Speechmatics",
        {
            "format": "2.9",
            "results": [
                said("Hello", 1.0, 1.5, "0"),
                said("there", 1.5, 2.0, "0"),
                mark(".", 2.0, "0"),
                said("Fine", 3.0, 4.5, "1"),
                mark(".", 4.5, "1"),
            ],
        },
    ),
    (
        "Google, the last result repeats all",
        {
            "response": {
                "results": [
                    {"alternatives": [{"transcript": "Hello there.", "words": UNTAGGED[:2]}]},
                    {"alternatives": [{"transcript": " Fine.", "words": UNTAGGED[2:]}]},
                    {"alternatives": [{"words": [{**one} for one in GOOGLE]}]},
                ]
            }
        },
    ),
    (
        "Azure, batch",
        {
            "recognizedPhrases": [
                azure("Fine.", 3, 1.5, channel=0, speaker=1),
                azure("Hello there.", 1, 1, channel=0, speaker=0),
            ]
        },
    ),
    (
        "Azure, fast",
        {
            "combinedPhrases": [],
            "phrases": [
                {
                    "speaker": 0,
                    "offsetMilliseconds": 1000,
                    "durationMilliseconds": 1000,
                    "text": "Hello there.",
                },
                {
                    "speaker": 1,
                    "offsetMilliseconds": 3000,
                    "durationMilliseconds": 1500,
                    "text": "Fine.",
                },
            ],
        },
    ),
    (
        "Rev AI",
        {
            "monologues": [
                {
                    "speaker": 0,
                    "elements": [
                        {"type": "text", "value": "Hello", "ts": 1.0, "end_ts": 1.5},
                        {"type": "punct", "value": " "},
                        {"type": "text", "value": "there", "ts": 1.5, "end_ts": 2.0},
                        {"type": "punct", "value": "."},
                    ],
                },
                {
                    "speaker": 1,
                    "elements": [
                        {"type": "text", "value": "Fine", "ts": 3.0, "end_ts": 4.5},
                        {"type": "punct", "value": "."},
                    ],
                },
            ]
        },
    ),
    (
        "Rev",
        {
            "speakers": [{"id": 7, "name": "0"}, {"id": 8, "name": "1"}],
            "monologues": [
                {
                    "speaker": 7,
                    "elements": [
                        {
                            "type": "text",
                            "value": "Hello there.",
                            "timestamp": "00:00:01,000",
                            "end_timestamp": "00:00:02,000",
                        }
                    ],
                },
                {
                    "speaker": 8,
                    "elements": [
                        {
                            "type": "text",
                            "value": "Fine.",
                            "timestamp": "00:00:03,000",
                            "end_timestamp": "00:00:04,500",
                        }
                    ],
                },
            ],
        },
    ),
]


@pytest.mark.parametrize(("name", "content"), WRITTEN, ids=[case[0] for case in WRITTEN])
def test_recognisers(read, name, content):
    """Each recogniser's own names, units and nesting give the same speech and times in seconds."""
    interviewer = "4" if name.startswith("Google") else "Speaker 0"
    reading = read("a.json", json.dumps(content), interviewer=interviewer, participant="1")
    assert reading.said == HELLO
    assert reading.table[["start", "end"]].to_numpy().tolist() == TIMES


def test_channels_are_speakers_where_there_are_several(read):
    """Deepgram and Azure hear each channel by itself: words come in the order of their times."""
    one = {"alternatives": [{"words": [word("Hello?", 1.0, 2.0), word("Well?", 5.0, 6.0)]}]}
    other = {"alternatives": [{"words": [word("Yes.", 3.0, 4.0)]}]}
    phrases = [
        azure("Hello?", 1, 1, channel=0),
        azure("Well?", 5, 1, channel=0),
        azure("Yes.", 3, 1, channel=1),
    ]
    for content in ({"results": {"channels": [one, other]}}, {"recognizedPhrases": phrases}):
        labels = {"interviewer": "channel 0", "participant": "channel 1"}
        reading = read("a.json", json.dumps(content), **labels)
        assert [text for _, text in reading.said] == ["Hello?", "Yes.", "Well?"]


@pytest.mark.parametrize(
    "content",
    [
        {"turns": [{"name": "Ann", "utterance": "Well?\nSo?"}, {"name": "Bo", "utterance": "So."}]},
        [{"id": 1, "who": "Ann", "said": "Well?\nSo?"}, {"id": 2, "who": "Bo", "said": "So."}],
    ],
)
def test_lists_of_turns_by_nobody_known(read, content):
    """Where names say who speaks and what, as titles of columns do, a list of turns is read."""
    reading = read("a.json", json.dumps(content), interviewer="Ann", participant="Bo")
    assert reading.table["text"].tolist() == ["Well?", "So?", "So."]
    assert reading.table["speaker"].tolist() == ["interviewer", "interviewer", "participant"]


@pytest.mark.parametrize("time", ["3.2", "00:00:03.200", 3.2])
def test_times_as_text(read, time):
    """Times may be written as text: seconds or a clock."""
    content = [{"speaker": "SPEAKER_01", "text": "Hi.", "start": time}]
    reading = read("a.json", json.dumps(content), participant="SPEAKER_01")
    assert reading.table["start"].tolist() == [3.2]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps({"segments": [{"start": 1, "end": 2, "text": "Hello there."}]})),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello there.\n"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n>> Hello there.\n"),
    ],
)
def test_no_speakers_at_all(read, name, content):
    """Where nothing says who speaks, the error says what to do about it."""
    with pytest.raises(StudyError, match="none of which says who speaks") as caught:
        read(name, content)
    assert "diarisation" in caught.value.hint


ODD = st.sampled_from((None, "", "x", -1, 10**400, 1.5, [], {}, [[]], [None], {"text": 1}, "2s"))


def parts(node):
    """Where each part of some JSON stands: what holds it, and its key or number."""
    for step in list(node) if isinstance(node, dict) else range(len(node)):
        yield node, step
        if isinstance(node[step], dict | list):
            yield from parts(node[step])


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_odd_parts_are_never_a_traceback(data: st.DataObject):
    """Whatever stands in the place of a part, the file is read or explained."""
    for _, content in WRITTEN:
        changed = deepcopy(content)
        everything = list(parts(changed))
        parent, step = everything[data.draw(st.integers(0, len(everything) - 1))]
        parent[step] = data.draw(ODD)
        with suppress(Unreadable):
            recognised.read(json.dumps(changed).encode(), {})
