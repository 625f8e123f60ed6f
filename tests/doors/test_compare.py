"""Doors of room 6, on tiny tables."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from verbatim.files import sha256
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence

CARRIED = (
    "coding,coder,layer,interview,segment,code,stance,dimension,origin,"
    "given_code,given_version,carried_by\n"
    "c1,consensus,consensus,P01,2,oak,,,person,oak,1,unchanged\n"
    "c2,consensus,consensus,P01,2,owl,deviant,,person,owl,1,unchanged\n"
    "c3,consensus,consensus,P02,2,oak,,,person,oak,1,unchanged\n"
    "c4,a,independent,P02,3,owl,,,person,owl,1,unchanged\n"
)
NO_CODINGS = CARRIED.splitlines(keepends=True)[0]
CODEBOOK = (
    "code,name,definition,subtheme,subtheme_name,theme,theme_name,since\n"
    "oak,Oaks,,trees,Trees,plants,Plants,1\n"
    "owl,Owls,,birds,Birds,animals,Animals,1\n"
)
INTERVIEWS = (
    "interview,file,date,interviewer_label,participant_label,participants\n"
    "P01,a.txt,2024-03-09,I,R,P01\n"
    "P02,b.txt,2024-01-30,I,A|B,P02a|P02b\n"
)
PARTICIPANTS = (
    "participant,job,consent_analyse,consent_quote,consent_archive\n"
    "P01,nurse,yes,yes,yes\n"
    "P02a,cook,yes,yes,yes\n"
    "P02b,juggler,yes,yes,yes\n"
)
SEGMENTS = {
    "0.csv": (
        "interview,turn,segment,speaker,participant,start,end,text\n"
        "P01,1,1,interviewer,,,,Trees?\n"
        "P01,2,2,participant,P01,,,Trees.\n"
    ),
    "1.csv": (
        "interview,turn,segment,speaker,participant,start,end,text\n"
        "P02,1,1,interviewer,,,,Trees?\n"
        "P02,2,2,participant,P02a,,,Oaks.\n"
        "P02,3,3,participant,P02b,,,Owls.\n"
    ),
}
COUNT = {name: f"results/{name}.csv" for name in ("themes", "groups", "presence")}
GROUPS = {"job": {"title": "Job", "attribute": "job"}}
PARAMS: dict[str, Any] = {"layer": "consensus", "groups": GROUPS}


def study(**changed: str) -> dict[str, Any]:
    """Write the door's inputs into the current folder."""
    texts = {
        "carried": CARRIED,
        "codebook": CODEBOOK,
        "interviews": INTERVIEWS,
        "participants": PARTICIPANTS,
        **changed,
    }
    for name, text in texts.items():
        Path(f"{name}.csv").write_text(text, encoding="utf-8")
    for name, text in SEGMENTS.items():
        Path(name).write_text(text, encoding="utf-8")
    return {
        **{name: f"{name}.csv" for name in texts},
        "segments": [Path(name) for name in SEGMENTS],
    }


def test_count(open_door: Callable[..., None]) -> None:
    """Participants, not interviews, are counted: three of them, one says nothing of oaks."""
    open_door("compare_count", study(), COUNT, PARAMS)
    themes = Frequencies.read(Path(COUNT["themes"])).set_index("id")
    assert themes.loc["oak", ["participants", "of", "segments"]].tolist() == [2, 3, 2]
    assert themes.loc["owl", ["participants", "deviant"]].tolist() == [1, 1]
    groups = GroupFrequencies.read(Path(COUNT["groups"]))
    oak = groups[groups["id"] == "oak"]
    assert oak[["group", "participants", "of"]].to_numpy().tolist() == [
        ["cook", 1, 1],
        ["juggler", 0, 1],
        ["nurse", 1, 1],
    ]
    presence = Presence.read(Path(COUNT["presence"]))
    assert presence.to_numpy().tolist() == [
        ["oak", "P02", 1],
        ["oak", "P01", 1],
        ["owl", "P02", 0],
        ["owl", "P01", 1],
    ]


def test_batches_do_not_matter(open_door: Callable[..., None]) -> None:
    """The same segments in one file, or in another order, give the same bytes."""
    open_door("compare_count", study(), COUNT, PARAMS)
    first = [sha256(Path(path)) for path in COUNT.values()]
    inputs = study(carried=_turned(CARRIED), participants=_turned(PARTICIPANTS))
    whole = pd.concat([pd.read_csv(name, dtype=str) for name in ("1.csv", "0.csv")])
    whole.to_csv("whole.csv", index=False)
    inputs["segments"] = [Path("whole.csv")]
    open_door("compare_count", inputs, COUNT, PARAMS)
    assert [sha256(Path(path)) for path in COUNT.values()] == first


@pytest.mark.parametrize(
    ("carried", "groups", "why"),
    [(CARRIED, GROUPS, "a study"), (NO_CODINGS, {}, "nothing coded, no groups declared")],
)
def test_draw(
    open_door: Callable[..., None], carried: str, groups: dict[str, Any], why: str
) -> None:
    """All three figures come from the tables alone, and have the same bytes when drawn again."""
    open_door("compare_count", study(carried=carried), COUNT, {**PARAMS, "groups": groups})
    names = {
        name: [Path(f"results/{name}{suffix}") for suffix in (".svg", ".pdf", ".png")]
        for name in COUNT
    }
    params = {"intervals": True, "groups": groups, "invented": True}
    hashes = []
    for _ in range(2):
        open_door("compare_draw", {**COUNT, "codebook": "codebook.csv"}, names, params)
        hashes.append([sha256(path) for paths in names.values() for path in paths])
    assert hashes[0] == hashes[1], why
    for name in names:
        assert "invented" in names[name][0].read_text(encoding="utf-8"), why


@pytest.mark.parametrize(
    ("changed", "groups", "message", "why"),
    [
        ({}, {"x": {"attribute": "age"}}, "the attribute age", "no such column"),
        (
            {},
            {"x": {"attribute": "job", "values": {"Care": ["nurse", "cook"]}}},
            "P02b",
            "a value that no group lists",
        ),
        (
            {"carried": CARRIED.replace("P02,2,oak", "P02,1,oak")},
            GROUPS,
            "P02, segment 1",
            "a coding on what the interviewer says",
        ),
        (
            {"carried": CARRIED.replace(",oak,", ",ash,")},
            GROUPS,
            "ash: not in the codebook",
            "a code that the framework does not know",
        ),
    ],
)
def test_bad_input(
    open_door: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    *,
    changed: dict[str, str],
    groups: dict[str, Any],
    message: str,
    why: str,
) -> None:
    """Bad input ends the job with code 2 and a message that keeps people's attributes private."""
    with pytest.raises(SystemExit) as stopped:
        open_door("compare_count", study(**changed), COUNT, {**PARAMS, "groups": groups})
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert message in said, why
    assert "juggler" not in said
    assert not Path(COUNT["themes"]).exists()


def _turned(table: str) -> str:
    """The table with its rows the other way round."""
    head, *rows = table.splitlines(keepends=True)
    return head + "".join(rows[::-1])
