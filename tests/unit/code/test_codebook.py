"""The framework and its history: what is read, what is refused, what becomes of a code."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.code import framework
from verbatim.codebook.model import Change, Code, Codebook, Fate, Version, changed
from verbatim.codebook.reading import read_codebook
from verbatim.errors import StudyError, StudyErrors

HOUSE = Path(__file__).parents[3]


def codebook_yaml(*codes, version=""):
    """A codebook of one subtheme."""
    lines = [f"version: {version}"] if version else []
    lines += ["themes:", "  - id: t", "    subthemes:", "      - id: s", "        codes:"]
    return "\n".join([*lines, *(f"          - {{id: {code}}}" for code in codes)]) + "\n"


def history_yaml(*changes, first="one.csv"):
    """A history of two versions."""
    lines = ["versions:", "  - version: 1", f"    codes: {first}", "  - version: 2", "    changes:"]
    return "\n".join([*lines, *(f"      - {{{change}}}" for change in changes)]) + "\n"


def read(folder, **files):
    """Write the files and read the codebook."""
    paths = []
    for name, text in files.items():
        path = folder / name.replace("_yaml", ".yaml").replace("_csv", ".csv")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(path)
    return read_codebook(sorted(paths))


def said(caught):
    """The errors raised, one or several."""
    error = caught.value
    return error.errors if isinstance(error, StudyErrors) else [error]


def test_a_codebook_alone_is_version_1(tmp_path):
    """A study whose framework never changed needs codebook.yaml only."""
    book = read(tmp_path, codebook_yaml=codebook_yaml("b", "a"))
    assert [version.number for version in book.versions] == [1]
    assert book.versions[0].codes == ("b", "a")
    assert book.carry("a", 1) == Fate("unchanged", ("a",))
    table = framework.current_codes(book)
    assert table.values.tolist() == [
        ["b", "b", "", "s", "s", "t", "t", 1],
        ["a", "a", "", "s", "s", "t", "t", 1],
    ]
    assert framework.changes(book).empty


def test_a_theme_without_subthemes_is_its_own(tmp_path):
    """Codes may lie directly under a theme, which then stands as subtheme too."""
    text = "themes:\n  - id: t\n    name: T!\n    codes:\n      - {id: a}\n"
    (code,) = read(tmp_path, codebook_yaml=text).codes
    assert (code.subtheme, code.subtheme_name, code.theme, code.theme_name) == (
        "t",
        "T!",
        "t",
        "T!",
    )


def test_words_stay_as_they_are_written(tmp_path):
    """YAML's no, 007 and 1.0 are ids like any other and do not turn into values."""
    book = read(tmp_path, codebook_yaml=codebook_yaml("no", "007", "1.0"))
    assert book.versions[0].codes == ("no", "007", "1.0")


BROKEN = [
    # codebook.yaml, history.yaml, one.csv, place, words of the message, reason
    ("themes: [", None, None, "codebook.yaml, line 1", "not YAML", "a bracket left open"),
    ("\tthemes:\n", None, None, "codebook.yaml, line 1", "not YAML", "a tab"),
    (b"\xff\xfe\x00", None, None, "codebook.yaml", "UTF-8", "another encoding"),
    ("- a\n", None, None, "codebook.yaml, line 1", "not a map", "a list"),
    ("", None, None, "codebook.yaml", "not a map", "an empty file"),
    ("thems: []\n", None, None, "codebook.yaml, line 1", "thems", "a misspelt key"),
    ("themes: []\n", None, None, "codebook.yaml, line 1", "without themes", "no theme"),
    ("themes:\n  - id: t\n", None, None, "codebook.yaml, line 2", "neither", "an empty theme"),
    (codebook_yaml("a", "b", "a"), None, None, "codebook.yaml, line 8", "a twice", "an id twice"),
    (codebook_yaml("all"), None, None, "codebook.yaml, line 6", "all", "a reserved id"),
    (codebook_yaml("'a|b'"), None, None, "codebook.yaml, line 6", "a|b", "a separator in an id"),
    (codebook_yaml("a, colour: red"), None, None, "codebook.yaml, line 6", "colour", "unknown key"),
    (codebook_yaml("a, id: b"), None, None, "codebook.yaml, line 6", "id twice", "a key twice"),
    (codebook_yaml("a", version="two"), None, None, "codebook.yaml, line 1", "two", "no number"),
    (
        codebook_yaml("a", version=3),
        history_yaml("change: rename, from: b, to: a"),
        "b",
        "codebook.yaml, line 1",
        "version 2",
        "another version than the history's last",
    ),
    (
        codebook_yaml("a"),
        history_yaml("change: rename, from: c, to: a"),
        "b",
        "history.yaml, line 6",
        "rename of c",
        "a change of a code that does not stand",
    ),
    (
        codebook_yaml("a", "b"),
        history_yaml("change: rename, from: b, to: a"),
        "a\nb",
        "history.yaml, line 6",
        "merge",
        "a rename onto a code that stands",
    ),
    (
        codebook_yaml("a", "c"),
        history_yaml("change: add, code: a"),
        "a",
        "history.yaml, line 6",
        "stands already",
        "a code added twice",
    ),
    (
        codebook_yaml("a", "c"),
        history_yaml("change: rename, from: b, to: a"),
        "b",
        "history.yaml, line 4",
        "only in codebook.yaml: c",
        "a code without a change that brings it",
    ),
    (
        codebook_yaml("a"),
        history_yaml("change: add, code: c"),
        "a",
        "history.yaml, line 4",
        "only after the changes of version 2: c",
        "a change whose code is not in the codebook",
    ),
    (
        codebook_yaml("a"),
        history_yaml("change: split, from: b, into: [a]"),
        "b",
        "history.yaml, line 6",
        "1 codes under into",
        "a split into one",
    ),
    (
        codebook_yaml("a"),
        history_yaml("change: renamed, from: b, to: a"),
        "b",
        "history.yaml, line 6",
        "renamed",
        "an unknown kind of change",
    ),
    (
        codebook_yaml("a"),
        history_yaml("change: rename, from: b, into: a"),
        "b",
        "history.yaml, line 6",
        "into",
        "the key of another kind of change",
    ),
    (
        codebook_yaml("a"),
        history_yaml("change: rename, from: b, to: a", first="two.csv"),
        "b",
        "history.yaml, line 3",
        "two.csv",
        "a list that is not there",
    ),
    (
        codebook_yaml("a"),
        "versions:\n  - version: 1\n",
        None,
        "history.yaml, line 2",
        "list of its codes",
        "a first version without its codes",
    ),
    (
        codebook_yaml("a"),
        "versions:\n  - {version: 1, codes: one.csv}\n  - {version: 3}\n",
        "a",
        "history.yaml, line 3",
        "version 3 after version 1",
        "a version left out",
    ),
    (
        codebook_yaml("a"),
        "versions:\n  - {version: 1, codes: one.csv}\n",
        "a\na",
        "one.csv, line 3",
        "a twice",
        "an id twice in a list",
    ),
]


@pytest.mark.parametrize("case", BROKEN, ids=[row[-1] for row in BROKEN])
def test_mistakes_are_told_with_their_line(tmp_path, case):
    """Each mistake gives one message that names file, line and what stands there."""
    book, history, listed, place, words, why = case
    files = {"codebook_yaml": book}
    if history is not None:
        files["history_yaml"] = history
    if listed is not None:
        files["one_csv"] = f"code\n{listed}\n"
    with pytest.raises((StudyError, StudyErrors)) as caught:
        read(tmp_path, **files)
    (error,) = said(caught)
    assert error.where == f"data/codebook/{place}", why
    assert words in str(error), why


def test_a_folder_without_a_codebook_says_what_is_missing(tmp_path):
    """No codebook.yaml gives a message that says where it must be."""
    with pytest.raises(StudyError, match=r"no codebook\.yaml"):
        read(tmp_path, guide_txt="questions")


def test_several_mistakes_are_told_at_once(tmp_path):
    """One reading tells all that is wrong in a file."""
    with pytest.raises(StudyErrors) as caught:
        read(tmp_path, codebook_yaml=codebook_yaml("a", "a, colour: red", "all"))
    assert len(said(caught)) == 3


def test_a_list_without_columns_is_cited_by_its_place_in_the_study(tmp_path):
    """A list of codes that is no such table is cited as a file of data/codebook."""
    with pytest.raises(StudyError) as caught:
        read(
            tmp_path,
            codebook_yaml=codebook_yaml("a"),
            history_yaml="versions:\n  - {version: 1, codes: one.csv}\n",
            one_csv="id\na\n",
        )
    assert caught.value.where == "data/codebook/one.csv"
    assert str(tmp_path) not in str(caught.value)


def book_of(first, *steps):
    """A codebook whose history is the given changes, one version each."""
    versions, codes = [Version(1, "", tuple(first))], tuple(first)
    for number, changes in enumerate(steps, start=2):
        for change in changes:
            codes = changed(codes, change)
        versions.append(Version(number, "", codes, tuple(changes)))
    return Codebook(
        tuple(Code(code, code, "", "s", "s", "t", "t") for code in codes), tuple(versions), {}
    )


def step(kind, before, after):
    """A change of codes with blanks between them."""
    return Change(kind, tuple(before.split()), tuple(after.split()))


FATES = [
    # changes, one version each; code of version 1; what becomes of it; reason
    ([[]], "a", ("unchanged", "a"), "no change"),
    ([[step("rename", "a", "x")]], "a", ("rename", "x"), "a new name"),
    ([[step("rename", "a", "x")], [step("rename", "x", "y")]], "a", ("rename", "y"), "two names"),
    ([[step("merge", "a b", "x")]], "b", ("merge", "x"), "two become one"),
    ([[step("merge", "b", "a")]], "b", ("merge", "a"), "merged into one that stands"),
    ([[step("merge", "b", "a")]], "a", ("unchanged", "a"), "the one that stands was not touched"),
    ([[step("rename", "a", "x")], [step("merge", "x b", "y")]], "a", ("merge", "y"), "both"),
    (
        [[step("merge", "a b", "x")], [step("rename", "x", "y")]],
        "a",
        ("merge", "y"),
        "both, turned",
    ),
    ([[step("split", "a", "x y")]], "a", ("split", "x y"), "a person chooses"),
    ([[step("split", "a", "a y")]], "a", ("split", "a y"), "the old id is one of the parts"),
    (
        [[step("rename", "a", "x")], [step("split", "x", "y z")]],
        "a",
        ("split", "y z"),
        "then split",
    ),
    (
        [[step("split", "a", "x y")], [step("rename", "y", "z")]],
        "a",
        ("split", "x z"),
        "then renamed",
    ),
    ([[step("split", "a", "x y")], [step("split", "y", "v w")]], "a", ("split", "x v w"), "twice"),
    (
        [[step("split", "a", "x y")], [step("merge", "x b", "z")]],
        "a",
        ("split", "y z"),
        "one merged",
    ),
    ([[step("split", "a", "x y")], [step("merge", "x y", "z")]], "a", ("merge", "z"), "met again"),
    ([[step("split", "a", "x y")], [step("drop", "y", "")]], "a", ("split", "x"), "one part lost"),
    ([[step("split", "a", "x y")], [step("drop", "x y", "")]], "a", ("drop", ""), "both lost"),
    ([[step("drop", "a", "")]], "a", ("drop", ""), "gone"),
    ([[step("drop", "a", "")], [step("add", "", "a")]], "a", ("drop", ""), "another code, same id"),
    ([[step("rename", "a", "x"), step("add", "", "a")]], "a", ("rename", "x"), "id given anew"),
    ([[step("rename", "a", "x"), step("split", "x", "y z")]], "a", ("split", "y z"), "one version"),
]


@pytest.mark.parametrize(("steps", "code", "fate", "why"), FATES, ids=[row[-1] for row in FATES])
def test_what_becomes_of_a_code(steps, code, fate, why):
    """Renames and merges are followed by themselves, splits are never guessed."""
    book = book_of(("a", "b"), *steps)
    how, followers = fate
    found = book.carry(code, 1)
    assert (found.how, set(found.codes)) == (how, set(followers.split())), why


def test_a_code_is_carried_from_the_version_it_was_given_under():
    """Changes made before a coding's version do not touch it."""
    book = book_of(("a", "b"), [step("rename", "a", "c"), step("rename", "b", "a")])
    assert book.carry("a", 1) == Fate("rename", ("c",))
    assert book.carry("a", 2) == Fate("unchanged", ("a",))


@st.composite
def histories(draw):
    """Random histories of up to four versions, each change made to codes that stand."""
    codes, steps, fresh = ("a", "b", "c"), [], iter(f"n{number}" for number in range(99))
    for _ in range(draw(st.integers(1, 4))):
        changes = []
        for _ in range(draw(st.integers(0, 3))):
            kind = draw(st.sampled_from(["add", "drop", "rename", "merge", "split"]))
            need = {"add": 0, "merge": 2}.get(kind, 1)
            if len(codes) < need + 1:
                continue
            before = draw(st.permutations(codes))[:need]
            many = {"drop": 0, "split": 2}.get(kind, 1)
            change = Change(kind, tuple(before), tuple(next(fresh) for _ in range(many)))
            codes = changed(codes, change)
            changes.append(change)
        steps.append(changes)
    return book_of(("a", "b", "c"), *steps)


def descendants(book, code, number):
    """Every code that may be meant, one path of choices after another; None for a lost one."""
    todo = [change for v in book.versions if v.number > number for change in v.changes]
    ends = {code}
    for change in todo:
        ends = {
            end
            for one in ends
            for end in ((change.after or (None,)) if one in change.before else (one,))
        }
    return ends


@settings(max_examples=80, deadline=None)
@given(histories())
def test_carrying_equals_following_every_path(book):
    """A coding is carried exactly where every possible choice ends at the same current code."""
    current = set(book.versions[-1].codes)
    for version in book.versions:
        for code in version.codes:
            ends, fate = descendants(book, code, version.number), book.carry(code, version.number)
            assert set(fate.codes) == ends - {None}
            assert set(fate.codes) <= current
            assert (fate.how in {"unchanged", "rename", "merge"}) == (
                len(ends) == 1 and None not in ends
            )
            assert (fate.how == "drop") == (ends == {None})


def test_since_is_when_the_id_first_stood(tmp_path):
    """The version in which a code first stood is told with the codebook."""
    book = read(
        tmp_path,
        codebook_yaml=codebook_yaml("new", "old", version=2),
        history_yaml=history_yaml("change: rename, from: b, to: new, why: clearer"),
        one_csv="code,name\nold,Old one\nb,Bee\n",
    )
    assert framework.current_codes(book)[["code", "since"]].values.tolist() == [
        ["new", 2],
        ["old", 1],
    ]
    assert framework.changes(book).values.tolist() == [[2, "", "rename", "b", "new", "clearer"]]
    assert book.names["b"] == "Bee"


def test_later_versions_are_built_from_the_same_interviews(tmp_path):
    """What the first version was drafted from, the second was too; a misprint is told."""
    book = read(
        tmp_path,
        codebook_yaml=codebook_yaml("a"),
        history_yaml="versions:\n  - {version: 1, codes: one.csv, built_from: [Q1, Q2]}\n"
        "  - {version: 2, built_from: Q3}\n",
        one_csv="code\na\n",
    )
    assert book.by_number[2].built_from == {"Q1", "Q2", "Q3"}
    assert framework.told(book, ["Q1", "Q3"]) == [
        (
            True,
            "data/codebook/history.yaml: built_from names Q2, "
            "which is not among the interviews analysed",
        )
    ]


def test_the_manual_shows_a_codebook_that_can_be_read(tmp_path):
    """The example in docs/code.md is itself a valid framework with a history."""
    page = (HOUSE / "docs/code.md").read_text(encoding="utf-8")
    book, history = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    found = read(
        tmp_path,
        codebook_yaml=book,
        history_yaml=history,
        version_1_csv="code\nqueue\nfriends\nneighbours\nfirst_contact\n",
    )
    assert found.carry("neighbours", 1) == Fate("merge", ("company",))


def test_the_demonstrations_codebook():
    """28 codes in version 1, 35 in version 3, and every old code comes to where the team put it."""
    book = read_codebook(sorted((HOUSE / "data/codebook").glob("*")))
    assert [len(version.codes) for version in book.versions] == [28, 30, 35]
    fates = {code: book.carry(code, 1) for code in book.by_number[1].codes}
    moved = {code: fate for code, fate in fates.items() if fate.how != "unchanged"}
    assert moved == {
        "records": Fate("split", ("record_sharing", "information_governance")),
        "leadership": Fate("split", ("champion_individuals", "enabling_leadership")),
        "working_together_in_one_place": Fate("split", ("shared_space", "informal_contact")),
        "hospital_discharge": Fate("merge", ("discharge_liaison",)),
        "step_down": Fate("merge", ("discharge_liaison",)),
        "unclear_responsibility": Fate("rename", ("passed_around",)),
        "money": Fate("rename", ("separate_funding",)),
        "seven_day_services": Fate("drop", ()),
    }
