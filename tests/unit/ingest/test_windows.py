"""Long paragraphs in windows of sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.read import read_transcript
from verbatim.ingest.windows import windows
from verbatim.writing import words_in

SENTENCES = [
    ("en", ["I saw Dr. Smith at 3 p.m. today.", "He said no.", '"Why?"', "Fine then."]),
    ("cy", ["Es i i'r ysbyty.", "Dwedodd o na.", "Pam felly?", "Iawn te."]),
    ("zh", ["我去了医院。", "医生说不行！", "“为什么？”", "好的。"]),
    ("ja", ["病院に行きました。", "だめでした！", "なぜ？"]),
    ("bn", ["আমি হাসপাতালে গেলাম।", "তিনি বললেন না।", "কেন বললেন?"]),
    ("ar", ["ذهبت إلى المستشفى.", "ماذا قال الطبيب؟", "لا أعرف!"]),
    ("ur", ["میں ہسپتال گیا۔", "اس نے نہیں کہا۔", "کیوں نہیں؟"]),
    ("hi", ["मैं अस्पताल गया।", "उसने मना किया।"]),
    ("ko", ["병원에 갔어요.", "안 된대요!", "왜 그래요?"]),
]


@pytest.mark.parametrize(("language", "sentences"), SENTENCES)
def test_sentences_end_as_the_language_ends_them(language, sentences):
    """Where one word is the most, each sentence is a window: none is cut, whatever its length."""
    between = "" if language in {"zh", "ja"} else " "
    assert windows(between.join(sentences), 1, language) == sentences


def test_a_paragraph_no_longer_than_a_window_stays():
    """Of 180 words nothing is cut; of one more, two windows of about one size come."""
    sentence = "We waited there for nine long hours that day."
    assert windows(" ".join([sentence] * 20), 180, "en") == [" ".join([sentence] * 20)]
    assert [words_in(one) for one in windows(" ".join([sentence] * 21), 180, "en")] == [99, 90]


def test_what_marks_no_sentences_stays_whole():
    """Thai writes no sign at the end of a sentence, so nothing says where to cut."""
    text = "ฉันไปโรงพยาบาล หมอบอกว่าไม่ได้ " * 20
    assert windows(text.strip(), 20, "th") == [text.strip()]


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["en", "zh", "ar", ""]),
    st.lists(st.sampled_from(["word", "字", "Dr.", "no.", "why?", "。", '"', "(", "كلمة؟", "…"])),
    st.integers(1, 6),
)
def test_windows_are_the_paragraph(language, words, most):
    """Put together again, windows are the paragraph; none is empty, none longer than it must be."""
    text = " ".join(words)
    found = windows(text, most, language)
    assert " ".join(found) == text
    assert all(found) or not text
    for one in found:
        assert words_in(one) <= most or len(windows(one, 1, language)) == 1


def test_windows_keep_speaker_turn_and_times(read_windows):
    """The first window has the begin, the last the end; turn and speaker are the paragraph's."""
    text = "WEBVTT\n\n00:01.000 --> 00:09.000\n<v R>One is dry. Two are wet. Three are gone.\n"
    rows = read_windows(text)
    assert rows["text"].tolist() == ["One is dry.", "Two are wet.", "Three are gone."]
    assert rows["segment"].tolist() == [1, 2, 3]
    assert rows["turn"].tolist() == [1, 1, 1]
    assert rows["participant"].tolist() == ["P01"] * 3
    assert rows["start"].dropna().tolist() == [1.0]
    assert rows["end"].dropna().tolist() == [9.0]
    assert rows["start"].notna().tolist() == [True, False, False]
    assert rows["end"].notna().tolist() == [False, False, True]


@pytest.fixture
def read_windows(ticket):
    """Read captions of R with windows of three words."""

    def reading(content):
        made = ticket("a.vtt", content, interviewer="I", participant="R")
        return read_transcript(made, 2.0, window_words=3).segments

    return reading
