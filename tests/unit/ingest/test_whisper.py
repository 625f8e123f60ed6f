"""JSON of Whisper and WhisperX."""

import json

import pytest

from verbatim.errors import StudyError

LABELS = {"interviewer": "SPEAKER_00", "participant": "SPEAKER_01"}
HELLO = [("interviewer", "Hello there."), ("participant", "Hi. It's me.")]


def entry(start, end, text, speaker=None):
    """One segment."""
    named = {} if speaker is None else {"speaker": speaker}
    return {"start": start, "end": end, "text": text, **named}


SEGMENTS = [
    entry(1.0, 2.0, " Hello there.", "SPEAKER_00"),
    entry(3.0, 4.0, " Hi.", "SPEAKER_01"),
    entry(4.0, 5.5, " It's me.", "SPEAKER_01"),
]
WORDS = [
    {"word": "Hello", "start": 1.0, "end": 1.5, "speaker": "SPEAKER_00"},
    {"word": "there.", "start": 1.5, "end": 2.0, "speaker": "SPEAKER_00"},
    {"word": "Hi.", "start": 3.0, "end": 4.0, "speaker": "SPEAKER_01"},
    {"word": "It's", "speaker": "SPEAKER_01"},
    {"word": "me.", "start": 5.0, "end": 5.5, "speaker": "SPEAKER_01"},
]

LAYOUTS = [
    ({"segments": SEGMENTS, "language": "en"}, "segments"),
    (SEGMENTS, "a list at the top"),
    (
        {"segments": [SEGMENTS[0], SEGMENTS[1], entry(4.0, 5.5, " It's me.")]},
        "a segment without speaker goes on",
    ),
    (
        {"segments": [SEGMENTS[0], SEGMENTS[1], {**SEGMENTS[2], "speaker": None}]},
        "a speaker of null goes on",
    ),
    (
        {
            "segments": [
                {"start": 1.0, "end": 2.0, "speaker": "SPEAKER_00", "words": WORDS[:2]},
                {"start": 3.0, "end": 5.5, "speaker": "SPEAKER_01", "words": WORDS[2:]},
            ]
        },
        "segments of words without a text of their own",
    ),
    (
        {
            "segments": [
                SEGMENTS[0],
                {
                    "start": 3.0,
                    "end": 5.5,
                    "speaker": "SPEAKER_01",
                    "words": [{"word": " Hi."}, {"word": " It"}, {"word": "'s"}, {"word": " me."}],
                },
            ]
        },
        "Whisper's words, which bring their blanks along",
    ),
    ({"word_segments": WORDS}, "words alone"),
    (WORDS, "words at the top, one without times"),
    (
        [{**word, "word": f" {word['word']}"} for word in WORDS[:3]]
        + [
            {"word": " It", "start": 4.0, "end": 4.2, "speaker": "SPEAKER_01"},
            {"word": "'s", "start": 4.2, "end": 5.0, "speaker": "SPEAKER_01"},
            {"word": " me.", "start": 5.0, "end": 5.5, "speaker": "SPEAKER_01"},
        ],
        "words at the top that bring their blanks along",
    ),
]


@pytest.mark.parametrize(("content", "reason"), LAYOUTS, ids=[case[1] for case in LAYOUTS])
def test_layouts_give_the_same_speech(read, content, reason):
    """Segments or words, named or at the top, give the same speech and times."""
    reading = read("a.json", json.dumps(content), **LABELS)
    assert reading.said == HELLO, reason
    assert reading.table[["start", "end"]].to_numpy().tolist() == [[1.0, 2.0], [3.0, 5.5]]


def test_labels_in_the_text_where_no_entry_has_a_speaker(read):
    """Whisper alone knows no speakers; labels that somebody typed into the text are used."""
    content = [
        entry(1, 2, " Interviewer: Hello."),
        entry(2, 3, " Participant: Hi."),
        entry(3, 4, "I."),
    ]
    reading = read("a.json", json.dumps(content))
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi. I.")]


BROKEN = [
    ('{"segments": [', "broken off", "line 1"),
    ('{"results": {"transcripts": []}}', "another kind", "P01"),
    ('"just text"', "another kind", "P01"),
    ('[{"speaker": "SPEAKER_01"}]', "another kind", "P01"),
    ('[{"start": "one", "end": 2, "text": "Hi.", "speaker": "SPEAKER_01"}]', "(start)", "entry 1"),
    ('[{"start": -1, "end": 2, "text": "Hi.", "speaker": "SPEAKER_01"}]', "(start)", "entry 1"),
    ('[{"start": 1, "end": true, "text": "Hi.", "speaker": "SPEAKER_01"}]', "(end)", "entry 1"),
    ('[{"start": 1, "end": 2, "text": 7, "speaker": "SPEAKER_01"}]', "a text that", "entry 1"),
    ('[{"start": 1, "end": 2, "text": "\\ud83d", "speaker": "SPEAKER_01"}]', "half", "entry 1"),
    ('{"segments": []}', "without any words", "P01"),
    ('[{"start": 1' + "0" * 400 + ', "text": "Hi.", "speaker": "SPEAKER_01"}]', "(start)", "1"),
    ("[" * 100_000, "JSON", ""),
]


@pytest.mark.parametrize(("content", "found", "place"), BROKEN)
def test_broken_or_foreign_json_is_one_clear_error(read, content, found, place):
    """What is not Whisper's JSON is said to be so, at the entry where it shows."""
    with pytest.raises(StudyError) as caught:
        read("a.json", content, **LABELS)
    assert found in caught.value.found
    assert caught.value.where.endswith(place)


def test_unknown_speaker_is_an_error(read):
    """A speaker that the register does not list is named by its entry."""
    content = [*SEGMENTS, entry(6, 7, "Tea?", "SPEAKER_02")]
    with pytest.raises(StudyError, match="unknown speaker label") as caught:
        read("a.json", json.dumps(content), **LABELS)
    assert caught.value.where.endswith("entry 4")
    assert caught.value.private == "SPEAKER_02"


def test_words_are_phrases_until_a_breath_or_another_speaker(read):
    """An entry a word: a fifth of a second or another speaker ends a phrase, two seconds more."""
    said = [("a", "Well", 0.0), ("a", "then?", 0.5), ("b", "No.", 0.9), ("b", "Never.", 3.4)]
    words = [{"word": w, "start": t, "end": t + 0.4, "speaker": s} for s, w, t in said]
    found = read("x.json", json.dumps(words), interviewer="a", participant="b")
    assert found.said == [
        ("interviewer", "Well then?"),
        ("participant", "No."),
        ("participant", "Never."),
    ]
    assert list(found.table["start"]) == [0.0, 0.9, 3.4]
    assert list(found.table["end"]) == [pytest.approx(0.9), pytest.approx(1.3), pytest.approx(3.8)]
    assert found.losses["lines_read"] == 3


def test_a_word_that_goes_on_is_never_another_speakers(read):
    """Of words with blanks before them, one without goes on ("n't"), but not in somebody else's."""
    said = [("a", " Did"), ("a", "n't"), ("a", " you?"), ("b", "No.")]
    words = [
        {"word": w, "start": at, "end": at + 0.9, "speaker": s} for at, (s, w) in enumerate(said)
    ]
    found = read("x.json", json.dumps(words), interviewer="a", participant="b")
    assert found.said == [("interviewer", "Didn't you?"), ("participant", "No.")]
