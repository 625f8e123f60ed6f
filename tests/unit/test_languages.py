"""Interviews that are not in English, in every room that can do without it."""

import hashlib
import io
import logging
from dataclasses import replace

import docx
import pandas as pd
import pytest
from tests.languages import ARABIC, BENGALI, CHINESE, TONGUES, WELSH, Tongue

from verbatim.deidentify.find import find_mentions
from verbatim.deidentify.learned import RULES_ONLY
from verbatim.errors import StudyErrors
from verbatim.figures import Description, canvas, save
from verbatim.ingest.read import read_batch
from verbatim.language import language_of
from verbatim.register import TRANSCRIPTS, Ticket
from verbatim.search.match import Seeker
from verbatim.search.names import Public, gather
from verbatim.suggest.rank import rank
from verbatim.suggest.words import as_said, terms
from verbatim.tables.deidentify import Identifiers
from verbatim.tables.people import Participants, Roster
from verbatim.writing import words_in

EACH = pytest.mark.parametrize("tongue", TONGUES, ids=[one.code for one in TONGUES])


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read the three interviews of a study, written as files of one ending."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / TRANSCRIPTS).mkdir(parents=True)

    def reading(tongue: Tongue, ending: str = ".txt", window_words: int = 0):
        tickets = []
        for number in range(3):
            content = tongue.as_text(number).encode()
            if ending == ".docx":
                document = docx.Document()
                for label, words in tongue.interview(number):
                    document.add_paragraph(f"{label}{tongue.colon}{words}")
                buffer = io.BytesIO()
                document.save(buffer)
                content = buffer.getvalue()
            interview = f"P0{number + 1}"
            (tmp_path / TRANSCRIPTS / f"{interview}{ending}").write_bytes(content)
            asked, answered = tongue.labels
            tickets.append(
                Ticket(
                    interview,
                    f"{interview}{ending}",
                    hashlib.sha256(content).hexdigest(),
                    (asked,),
                    (answered,),
                    (interview,),
                    (),
                )
            )
        found = read_batch(tickets, 2.0, window_words=window_words)
        return tickets, found.segments, found.losses

    return reading


@EACH
@pytest.mark.parametrize("ending", [".txt", ".docx"])
def test_turns_are_read_and_the_language_told(read, tongue, ending):
    """Text and Word give the turns that were written, and every interview its language."""
    _, said, losses = read(tongue, ending)
    written = [words for number in range(3) for _, words in tongue.interview(number)]
    assert said["text"].tolist() == written
    assert said["speaker"].tolist() == ["interviewer", "participant"] * 18
    assert losses["language"].tolist() == [tongue.code] * 3
    assert losses["unknown_labels"].tolist() == [0, 0, 0]


@EACH
def test_words_are_counted_as_the_script_has_them(tongue):
    """What stands between blanks is a word, in Chinese each letter; points and commas never."""
    assert words_in(tongue.talk[0][1]) == tongue.words


@EACH
def test_windows_end_with_the_sentences_of_the_language(read, tongue):
    """Cut as small as can be, the first answer has as many segments as sentences."""
    _, said, losses = read(tongue, window_words=1)
    first = said[(said["interview"] == "P01") & (said["turn"] == 2)]
    assert len(first) == tongue.sentences
    assert "".join(first["text"]).replace(" ", "") == tongue.talk[0][1].replace(" ", "")
    assert losses["turns"].tolist() == [12, 12, 12]


@EACH
def test_names_and_forms_are_found_and_the_rest_is_said_undone(read, tongue, caplog):
    """Roster, e-mail and telephone are found; no rule for English is used, and that is told."""
    tickets, said, _ = read(tongue)
    roster = pd.DataFrame([{"name": tongue.name, "category": "PERSON", "interview": ""}])
    with caplog.at_level(logging.WARNING):
        found = find_mentions(said, tickets, roster, learned=RULES_ONLY, code="c", lock="l")
    by_kind = {
        kind: set(rows["text"])
        for kind, rows in found[found["interview"] == "P01"].groupby("category")
    }
    assert tongue.name in by_kind["PERSON"]
    assert set(found["layer"]) == {"roster", "pattern"}
    assert any(text.endswith("@example.org") for text in by_kind["EMAIL"])
    assert any(sum(map(str.isdigit, text)) >= 10 for text in by_kind["PHONE"])
    assert set(by_kind) <= {"PERSON", "EMAIL", "PHONE", "REFERENCE"}
    assert caplog.text.count("the rules that find other names, places and ages are English") == 3


IN_SPEECH = [
    (CHINESE, "后来王小明说不去了", "后来小王说不去了"),
    (CHINESE, "他叫 王·小明。", "他叫王小红。"),
    (WELSH, "dywedodd GWENLLIAN wrtha i", "dywedodd Gwen wrtha i"),
    (BENGALI, "পরে রহিমা বলল", "পরে রহিম বলল"),
    (BENGALI, "পরে রহিমাকে দেখলাম", "পরে রহিমকে দেখলাম"),
    (ARABIC, "قالت سَلْمى لي", "قالت سلوى لي"),
]


@pytest.mark.parametrize(("tongue", "leak", "clean"), IN_SPEECH)
def test_the_release_check_finds_names_in_their_script(tongue, leak, clean):
    """A name is found between other letters, with vowel signs or dots; a name like it is not."""
    replaced = dict.fromkeys(Identifiers.column_names(), "")
    replaced |= {"category": "PERSON", "text": tongue.name, "status": "replaced"}
    none = (Roster.without_rows(), Participants.without_rows(), Public())
    names = gather(pd.DataFrame([replaced]), [], *none)
    assert Seeker(names).hits(leak)
    assert not Seeker(names).hits(clean)


@EACH
def test_labels_that_say_a_role_are_no_names(read, tongue):
    """The words for interviewer and participant are searched for in no language."""
    tickets, _, _ = read(tongue)
    names = gather(
        Identifiers.without_rows(),
        tickets,
        Roster.without_rows(),
        Participants.without_rows(),
        Public(),
    )
    assert len(names) == 0


def test_somebody_unlisted_is_noticed_without_a_blank_behind_the_colon(read):
    """A nurse who comes back is an error, as in English; "I said:", once, is speech and counted."""
    nurse = CHINESE.talk[0][1] + "\n护士：请坐。\n护士：别急。"
    with pytest.raises(StudyErrors, match="unknown speaker label") as raised:
        read(replace(CHINESE, talk=[("怎么样？", nurse), *CHINESE.talk[1:]]))
    assert {each.private for each in raised.value.errors} == {"护士"}
    said = CHINESE.talk[0][1] + "\n我说：不行。"
    _, table, losses = read(replace(CHINESE, talk=[("怎么样？", said), *CHINESE.talk[1:]]))
    assert "我说：不行。" in set(table["text"])
    assert losses["unknown_labels"].tolist() == [1, 1, 1]


def test_letters_that_the_figures_lack_are_told(tmp_path, caplog):
    """DejaVu Sans has Latin and Arabic letters and no Chinese ones; the SVG holds them as text."""
    figure = canvas(3, 1)
    figure.suptitle("Ysbyty: 医院, مستشفى")
    save(figure, tmp_path / "a", Description("", "", "", "", ""))
    assert "a: 2 letters are not in the figures' font" in caplog.text
    assert "医院" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_letters_and_their_pairs_are_the_terms_of_chinese():
    """Terms are letters and pairs of letters, and are shown as they are written."""
    assert terms("医生少") == ["医", "生", "少", "医 生", "生 少"]
    assert as_said("医生少")["医 生"] == "医生"
    assert terms("ডাক্তার কম") == ["ডাক্তার", "কম", "ডাক্তার কম"]


@EACH
def test_codes_are_suggested_from_what_is_alike(read, tongue):
    """A code given to an answer in two interviews comes first for that answer in the third."""
    _, said, _ = read(tongue)
    waiting = said[said["text"] == tongue.talk[0][1]]
    others = said[said["text"] == tongue.talk[5][1]]
    carried = pd.concat([waiting.assign(code="waiting"), others.assign(code="heard")])
    carried = carried.assign(layer="consensus", coding=[f"c{at}" for at in range(len(carried))])
    book = pd.DataFrame(
        [["waiting", "Waiting", "Waiting long"], ["heard", "Being heard", "Being listened to"]],
        columns=["code", "name", "definition"],
    )
    found = rank([said], carried, book, layer="consensus", shown=2, minimum_words=4).suggestions
    for code, rows in (("waiting", waiting), ("heard", others)):
        for row in rows.itertuples():
            here = found[(found["interview"] == row.interview) & (found["segment"] == row.segment)]
            assert here.sort_values("rank")["code"].iloc[0] == code


ENGLISH = "so we went there and it was the same as they had said to us all along"
GERMAN = "Wir haben dort lange gewartet, und dann hat uns niemand gesagt, wie es weitergeht."
MIXED = [
    (["Yes.", "No, not really."], "", "too little"),
    ([WELSH.as_text(0), *[ENGLISH] * 9], "", "two languages"),
    ([ENGLISH] * 9, "en", "English"),
    ([GERMAN] * 9, "de", "German"),
    (["12 34 56 78 90"] * 30, "", "figures"),
]


@pytest.mark.parametrize(("texts", "code", "reason"), MIXED)
def test_a_language_is_told_where_it_is_certain(texts, code, reason):
    """Few words, two languages and figures have none."""
    assert language_of(texts) == code, reason
