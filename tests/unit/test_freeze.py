"""What a team has frozen is remembered: numbers and texts, whatever is corrected later."""

import logging
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim import files, freeze, frozen, provenance, register
from verbatim.errors import StudyError
from verbatim.ingest.ids import Numbered, compared, numbered
from verbatim.ingest.read import read_batch
from verbatim.tables.frozen import Freezes, Frozen
from verbatim.tables.ingest import Segments

PARAMS = {"pause_s": 2.0, "code": "c0de", "lock": "10cc"}
SPOKEN = Path("results/private/1_ingest/segments/0.csv")
RECORD = Path("results/provenance/ingest_read.0.json")

TALK = """\
I: Hello, how did you find your way to the orchard?
R: I came by the river path, past the old mill and the weir.
Then I saw the lanterns in the apple trees and knew it.
I: And what did you do when you had found it?
R: Mostly I picked pears, since nobody else would climb.
"""
LINES = TALK.splitlines(keepends=True)


class Team:
    """People with one transcript, who read it, freeze it and correct it."""

    def read(self, text: str, params: dict | None = None, label: str = "R") -> Numbered:
        """Read the transcript as the rule does, results and record included."""
        path = register.TRANSCRIPTS / "Jane Doe.txt"
        files.write_text(path, text)
        ticket = register.Ticket(
            "P01", path.name, files.sha256(path), ("I",), ("R", "S"), ("P01", "P02"), (),
            frozen.freezes(Path()).get("P01"),
        )  # fmt: skip
        if label != "R":
            ticket = register.Ticket(**{**vars(ticket), "participants": ("P02", "P01")})
        register.write_tickets([ticket], Path(freeze.TICKETS))
        used = params or PARAMS
        found = numbered(read_batch([ticket], 2.0).segments, [ticket], used)
        Segments.write(found.segments, SPOKEN)
        named = Path(freeze.TICKETS) / "P01.json"
        files.write_json(RECORD, provenance.record("ingest_read", [named], [SPOKEN], used))
        return found

    def freeze(self) -> list[str]:
        """Freeze all."""
        return freeze.frozen_now(Path(), [])


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    """A team in an empty study folder."""
    monkeypatch.chdir(tmp_path)
    files.write_text(register.REGISTER, "interview\nP01\n")
    return Team()


def numbers(found: Numbered) -> list[int]:
    """Numbers of the segments, in the order of speech."""
    return found.segments["segment"].tolist()


def changes(found: Numbered) -> list[tuple[int, str]]:
    """What differs, by segment."""
    return list(zip(found.differences["segment"], found.differences["change"], strict=True))


def test_freezing_twice_changes_nothing(team: Team) -> None:
    """An unchanged study is frozen to the same files: neither bytes nor dates change."""
    team.read(TALK)
    assert team.freeze() == ["P01: 5 segments frozen"]
    paths = sorted(frozen.FOLDER.glob("*"))
    before = [(path.name, path.read_bytes(), path.stat().st_mtime_ns) for path in paths]
    team.read(TALK)
    assert team.freeze() == ["P01: 5 segments as before"]
    assert before == [
        (path.name, path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(frozen.FOLDER.glob("*"))
    ]
    assert [name for name, *_ in before] == ["P01.csv", "frozen.csv"]


def test_it_says_what_was_read_and_by_what(team: Team) -> None:
    """Beside the segments stand the transcript's hash, the settings and the fingerprints."""
    team.read(TALK)
    team.freeze()
    [row] = Freezes.read(frozen.HEADER).to_dict("records")
    assert row["transcript"] == files.sha256(register.TRANSCRIPTS / "Jane Doe.txt")
    assert (row["settings"], row["code"], row["lock"]) == ('{"pause_s": 2.0}', "c0de", "10cc")
    table = Frozen.read(frozen.path_of("P01"))
    assert table["text"].tolist()[1:3] == [LINES[1][3:-1], LINES[2][:-1]]
    assert table["text_hash"].tolist() == table["text"].map(files.text_hash).tolist()


def test_without_frozen_segments_all_is_as_read(team: Team) -> None:
    """A study that froze nothing has segments numbered from 1, and nothing to compare."""
    found = team.read(TALK)
    assert numbers(found) == [1, 2, 3, 4, 5]
    assert found.differences.empty
    assert found.kept.empty


def test_a_corrected_transcript_keeps_the_numbers(
    team: Team, caplog: pytest.LogCaptureFixture
) -> None:
    """The untouched keep their numbers, the new one gets a new one, the removed one leaves a gap.

    The correction puts a paragraph first, corrects a word in the second and takes out the third.
    """
    team.read(TALK)
    team.freeze()
    mended = [LINES[1].replace("weir", "wier"), *LINES[3:]]
    found = team.read("".join(["R: May I say something first of all?\n", LINES[0], *mended]))

    assert numbers(found) == [6, 1, 2, 4, 5]
    assert changes(found) == [(6, "new"), (2, "changed"), (3, "removed")]
    changed = found.differences.iloc[1]
    assert (changed["text_before"][-5:], changed["text"][-5:]) == ("weir.", "wier.")
    assert found.kept.to_dict("records") == [
        {
            "interview": "P01", "accepted": 5, "same": 3, "moved": 0, "changed": 1, "removed": 1,
            "new": 1, "because": "transcript",
        }
    ]  # fmt: skip
    [message] = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert message.startswith("P01 is not as it was frozen (changed: transcript): 3 segments the")
    assert "weir" not in caplog.text
    assert "Jane" not in caplog.text


def test_numbers_are_never_given_again(team: Team) -> None:
    """The number of a paragraph that was taken out stays unused, also after freezing again."""
    team.read(TALK)
    team.freeze()
    team.read("".join(LINES[:4]) + "R: Nothing.\n")
    team.freeze()
    team.read("".join(LINES[:4]))
    team.freeze()
    found = team.read("".join(LINES[:4]) + "R: In the end I went home again by boat.\n")

    assert numbers(found)[:4] == [1, 2, 3, 4]
    assert numbers(found)[4] > 5
    texts = Frozen.read(frozen.path_of("P01")).set_index("state").loc["earlier", "text"]
    assert texts.tolist() == [LINES[4][3:-1], "Nothing."]


def test_turns_keep_their_numbers(team: Team) -> None:
    """A turn in the middle of which somebody else now speaks goes on in its first part."""
    turns = team.read(TALK).segments["turn"].tolist()
    team.freeze()
    found = team.read("".join([*LINES[:2], "I: Which mill?\n", "R: " + LINES[2], *LINES[3:]]))

    assert turns == [1, 2, 2, 3, 4]
    assert found.segments["turn"].tolist() == [1, 2, 5, 6, 3, 4]
    assert numbers(found) == [1, 2, 6, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "more", "because"),
    [
        (TALK.replace("weir", "wier"), {}, "transcript"),
        (TALK.replace("weir", "wier"), {"params": {**PARAMS, "code": "n3w"}}, "transcript|program"),
        (TALK, {"label": "S"}, "register"),
    ],
)
def test_why_it_differs(team: Team, text: str, more: dict, because: str) -> None:
    """What is named is what has changed since the freeze: file, labels, settings, program."""
    team.read(TALK)
    team.freeze()
    assert team.read(text, **more).kept["because"].tolist() == [because]


def test_a_change_that_does_no_harm_is_none(team: Team) -> None:
    """Where a new program reads the same segments, nothing is reported."""
    team.read(TALK)
    team.freeze()
    found = team.read(TALK + "\n\n", {**PARAMS, "pause_s": 3.0, "code": "n3w"})
    assert found.differences.empty
    assert found.kept[["same", "because"]].to_numpy().tolist() == [[5, ""]]


def test_what_was_not_run_is_not_frozen(team: Team) -> None:
    """Nobody has looked at a transcript that changed since the last run; an unknown id is told."""
    team.read(TALK)
    files.write_text(register.TRANSCRIPTS / "Jane Doe.txt", TALK + "R: One thing more.\n")
    with pytest.raises(StudyError, match="changed since the last run"):
        team.freeze()
    with pytest.raises(StudyError, match="a comma without an id"):
        freeze.frozen_now(Path(), ["P01", ""])
    with pytest.raises(StudyError, match="did not read") as told:
        freeze.frozen_now(Path(), ["Doe"])
    assert "Doe" not in str(told.value)
    assert not frozen.FOLDER.exists()


def test_the_command_says_what_is_in_the_way(
    team: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with 0 when all is frozen, with 2 and a message where something must be mended."""
    assert freeze.run(Path(), []) == 2
    assert "run `make study`" in capsys.readouterr().err
    team.read(TALK)
    assert freeze.run(Path(), ["P01"]) == 0
    assert capsys.readouterr().out == "P01: 5 segments frozen\n"


@pytest.mark.parametrize(
    ("study", "said"),
    [
        ("nowhere", "no such folder"),
        ("~nobody-of-this-name/study", "no such folder"),
        ("a file", "no such folder"),
        ("other things", "no data/private/interviews.csv"),
        ("never run", "nothing that was read yet"),
    ],
)
def test_only_a_study_that_ran_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, study: str, said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Called with any other folder, it ends with 2 and one message, and writes nothing there."""
    monkeypatch.chdir(tmp_path)
    files.write_text(Path("a file"), "")
    files.write_text(Path("other things/letter.txt"), "Dear all")
    files.write_text("never run" / register.REGISTER, "interview\nP01\n")
    before = sorted(tmp_path.rglob("*"))

    assert freeze.run(Path(study), []) == 2

    told = capsys.readouterr().err
    assert said in told
    assert told.count("found:") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_to_freeze(team: Team) -> None:
    """Before the first run there is nothing to freeze, and the message says what comes first."""
    with pytest.raises(StudyError, match="run `make study`"):
        team.freeze()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("past the old mill", "past the new mill", "row 3\n  found:    a text that is not the one"),
        ("P01,2,3,", "P01,2,2,", "row 4\n  found:    a segment that stands twice"),
        ("P01,2,3,", "P09,2,3,", "row 4\n  found:    a segment of another interview"),
    ],
)
def test_frozen_segments_are_not_edited(team: Team, old: str, new: str, said: str) -> None:
    """The memory of a study is not to be changed by hand; the message quotes nobody."""
    team.read(TALK)
    team.freeze()
    path = frozen.path_of("P01")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(StudyError) as told:
        team.read(TALK)
    assert said in str(told.value)
    assert "mill" not in str(told.value)


def test_a_lost_file_is_told(team: Team) -> None:
    """A row of the header without its file, or a file without its row, stops the study."""
    team.read(TALK)
    team.freeze()
    frozen.path_of("P01").rename(frozen.path_of("P02"))
    with pytest.raises(Exception, match=r"P02.csv\n(.|\n)*frozen.csv does not list"):
        frozen.freezes(Path())


def test_frozen_interviews_that_are_no_more(team: Team) -> None:
    """Frozen words of somebody who withdrew are not forgotten by themselves; a warning says so."""
    team.read(TALK)
    team.freeze()
    accepted = frozen.freezes(Path())
    assert frozen.strays(accepted, {"P01", "P02"}) == ""
    assert "still holds 1 interview that" in frozen.strays(accepted, {"P02"})


EDITS = ("insert", "delete", "change", "split", "merge")


def corrected(now: pd.DataFrame, script: list[tuple[str, int]], fresh: int) -> pd.DataFrame:
    """Do to the segments what a script says; `was` is the number of those that nobody touched."""
    rows = now.assign(was=now["segment"]).to_dict("records")
    for step, (edit, place) in enumerate(script):
        at = place % len(rows)
        here = rows[at]
        made = {**here, "was": 0}
        if edit == "insert":
            rows.insert(at, {**made, "text": said(10_000 + fresh + step)})
        elif edit == "delete" and len(rows) > 1:
            del rows[at]
        elif edit == "change":
            rows[at] = {**made, "text": f"Well {fresh + step}, {here['text']}"}
        elif edit == "split":
            half = len(here["text"]) // 2
            rows[at : at + 1] = [
                {**made, "text": here["text"][:half] + f"{fresh + step}"},
                {**made, "text": here["text"][half:] + "?"},
            ]
        elif edit == "merge" and at + 1 < len(rows):
            rows[at : at + 2] = [{**made, "text": f"{here['text']} {rows[at + 1]['text']}"}]
    count = range(1, len(rows) + 1)
    return pd.DataFrame(rows).assign(turn=count, segment=count)


def said(number: int) -> str:
    """A paragraph like no other."""
    return " ".join(f"{word}{number}" for word in ("oak", "ash", "elm", "fir", "yew", "bay"))


@settings(max_examples=15, deadline=None)
@given(
    length=st.integers(1, 12),
    rounds=st.lists(
        st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 40)), max_size=6),
        min_size=1,
        max_size=3,
    ),
)
def test_ids_only_accumulate(length: int, rounds: list[list[tuple[str, int]]]) -> None:
    """Through any corrections, frozen one by one, no untouched segment loses its number.

    No number is given to two paragraphs, nor again; reading once more changes nothing; and what
    is listed as different adds up.
    """
    columns = Segments.column_names()
    count = range(1, length + 1)
    now = pd.DataFrame(
        [("P01", at, at, "participant", "P01", None, None, said(at)) for at in count],
        columns=columns,
    )
    accepted = freeze.remembered(now, Frozen.without_rows())
    for number, script in enumerate(rounds):
        given_before = set(accepted["segment"])
        held = set(frozen.current(accepted)["segment"])
        edited = corrected(now, script, 100 * number)
        now, differing = compared(edited[columns], accepted)
        again, _ = compared(edited[columns], accepted)

        assert now["segment"].is_unique
        assert again.equals(now)
        assert edited["text"].tolist() == now["text"].tolist()
        for was, segment in zip(edited["was"], now["segment"], strict=True):
            assert was in {0, segment}
            assert segment in held or segment not in given_before
        kinds = differing["change"].value_counts()
        gone, new = kinds.get("removed", 0), kinds.get("new", 0)
        assert len(held) - gone + new == len(now)

        accepted = freeze.remembered(now, accepted)
        assert given_before <= set(accepted["segment"])
        settled, nothing = compared(edited[columns], accepted)
        assert settled["segment"].tolist() == now["segment"].tolist()
        assert settled["turn"].tolist() == now["turn"].tolist()
        assert nothing.empty
