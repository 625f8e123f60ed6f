"""The recipe of the model: what it learns from, and that it runs from end to end."""

import json
import random
import re
from pathlib import Path

import pytest

from verbatim.deidentify import model
from verbatim.deidentify.lexicon import lexicon
from verbatim.files import sha256
from verbatim.tables.people import CATEGORIES
from verbatim.train import command, corpora, retold
from verbatim.train.convert import converted
from verbatim.train.fill import CATEGORY, Filler
from verbatim.train.learn import Plan
from verbatim.train.marked import UNSURE, Marked
from verbatim.train.names import gathered
from verbatim.train.speak import templates, word_lists

TWEETS = "Zedkin\tB-person\nrang\tO\n.\tO\n\nIn\tO\nHexham\tB-location\ntoday\tO\n"


def listed(folder: Path) -> Path:
    """A folder with one tiny set, and the list that names it."""
    (folder / "wnut17train.conll").write_text(TWEETS, encoding="utf-8")
    sources = folder / "sources.toml"
    sources.write_text(
        f'["wnut17train.conll"]\nsha256 = "{sha256(folder / "wnut17train.conll")}"\n'
        'use = "train"\nlicence = "none"\nsource = "invented"\n',
        encoding="utf-8",
    )
    return sources


def test_recipe_gives_a_model_that_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder of data to a pinned model, twice the same bytes; the model reads a text."""
    sources = listed(tmp_path)
    plan = Plan(words=150, steps=2, batch=60)
    (tmp_path / "told").mkdir()
    (tmp_path / "told/01.txt").write_text("P: Ask {{PERSON|Zedkin}}.\n", encoding="utf-8")
    made = []
    for name in ("one", "two"):
        assert command.run(tmp_path, tmp_path / name, plan, sources, tmp_path / "told") == 0
        made.append((tmp_path / name / "model.npz").read_bytes())
    assert made[0] == made[1]
    pin = json.loads((tmp_path / "one/model.json").read_text(encoding="utf-8"))
    assert pin["data"] == {"wnut17train.conll": sha256(tmp_path / "wnut17train.conll")}
    monkeypatch.setattr(model, "WEIGHTS", tmp_path / "one/model.npz")
    monkeypatch.setattr(model, "PIN", tmp_path / "one/model.json")
    model.loaded.cache_clear()
    try:
        assert len(model.read(["Zedkin rang.", "Yes."])) == 2
    finally:
        model.loaded.cache_clear()


def test_recipe_stops_at_other_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A data set that is another one than the card names is an error, not another model."""
    monkeypatch.chdir(tmp_path)
    sources = listed(tmp_path)
    (tmp_path / "wnut17train.conll").write_text("Ruth\tB-person\n", encoding="utf-8")
    assert command.run(tmp_path, tmp_path / "new", Plan(), sources) == 2
    assert "wnut17train.conll" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_every_slot_can_be_filled() -> None:
    """Each slot of the templates has a list or a method, and each identifier is a slot."""
    slots = {
        part.split("}")[0]
        for lines in templates().values()
        for line in lines
        for part in line.split("{")[1:]
    }
    assert slots
    for slot in slots:
        assert slot in word_lists() or hasattr(Filler, f"_{slot}"), slot
    assert not {slot for slot in ("drug", "country", "weekday", "brand", "kin") if slot in CATEGORY}


CONVERTED = [
    ("saw Dr Ruth Ames's car", (4, 16, "PERSON"), "Ruth Ames", "PERSON", "title and possessive"),
    ("in Hexham", (3, 9, "location"), "Hexham", "LOCATION", "a town"),
    ("in Poland", (3, 9, "location"), None, None, "a country everybody shares"),
    ("a nurse", (2, 7, "TITLE"), None, None, "a calling"),
    ("@ruth said", (0, 5, "PER"), "@ruth", UNSURE, "a handle, neither learnt nor unlearnt"),
    ("two weeks", (0, 9, "DATE_TIME"), "two weeks", UNSURE, "a length of time"),
    ("on 3 May 2019", (3, 13, "DATE_TIME"), "3 May 2019", "DATE", "a day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "kept", "category", "reason"), CONVERTED)
def test_types_of_other_sets(
    text: str, span: tuple[int, int, str], kept: str | None, category: str | None, reason: str
) -> None:
    """What another set marks is learnt as this program would mark it (docs/deidentify.md)."""
    spans = converted(Marked(text, (span,)), lexicon()).spans
    assert [(text[start:end], kind) for start, end, kind in spans] == (
        [] if kept is None else [(kept, category)]
    ), reason


def test_spans_follow_their_words() -> None:
    """Marks taken out, capitals taken off: a span still holds its words."""
    marked = Marked.joined(
        [Marked("So, um, "), Marked.of("Ruth", "PERSON"), Marked("... yes.")], ""
    )
    for changed in (marked.unpunctuated(), marked.lowered(), marked.caseless()):
        ((start, end, _),) = changed.spans
        assert changed.text[start:end].lower() == "ruth"


def test_held_out_for_measuring(tmp_path: Path) -> None:
    """The second day of PriMock57 and the development judgments are never learnt from."""
    path = tmp_path / "primock.jsonl"
    rows = [{"doc_id": f"primock57-{day}.01", "text": "Hello", "spans": []} for day in (1, 2)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [one.held for one in corpora.primock(path)] == [False, True]
    path = tmp_path / "tab.jsonl"
    rows = [
        {
            "metadata": {"data_id": kind, "provenance": {"dataset_type": kind}},
            "text": "Hello",
            "entities": [],
        }
        for kind in ("train", "dev")
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [one.held for one in corpora.tab(path)] == [False, True]


TOLD = (
    "So {{PERSON|Zedkin Marr}} came, and {{PERSON|zedkin}} is {{AGE|9}}. Ring "
    "{{PHONE|01632 960 001}} in {{LOCATION|Hexham}}, said {{PERSON|Marr}}."
)


def filler(seed: int) -> Filler:
    """What fills slots, from the package's names alone."""
    return Filler(word_lists(), random.Random(seed), gathered(Path(), frozenset()))  # noqa: S311


def around(marked: Marked) -> list[str]:
    """What stands between the marks."""
    ends = [0, *(end for _, end, _ in marked.spans)]
    starts = [*(start for start, _, _ in marked.spans), len(marked.text)]
    return [marked.text[end:start] for end, start in zip(ends, starts, strict=True)]


def test_retold_under_other_names(tmp_path: Path) -> None:
    """What is said around them stays, one name stays one name, capitals as they were."""
    path = tmp_path / "told.txt"
    path.write_text(f"P: {TOLD}\n", encoding="utf-8")
    one = next(corpora.marked_text(path)).marked
    told = set()
    for seed in range(8):
        other = retold.retold(one, filler(seed))
        assert around(other) == around(one)
        full, first, age, phone, place, last = (
            other.text[start:end] for start, end, _ in other.spans
        )
        assert (first, last) == (full.removesuffix(f" {last}").lower(), last)
        assert age == "9"
        assert [kind for _, _, kind in other.spans] == [kind for _, _, kind in one.spans]
        told |= {full, phone, place}
    assert len(told) > 8


def test_interviews_are_marked_as_they_must_be() -> None:
    """Every mark has a category that exists and words in it, and every line a speaker."""
    paths = sorted(retold.INTERVIEWS.glob("*.txt"))
    assert paths
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            kinds = re.findall(r"\{\{([A-Z_]+)\|[^{}|]*\w[^{}|]*\}\}", line)
            assert re.match(r"[A-Z][^\s:]{0,11}: \S", line), (path.name, number)
            assert set(kinds) <= set(CATEGORIES), (path.name, number)
            assert len(kinds) == line.count("{{") == line.count("}}"), (path.name, number)
