"""Doors of room 5, on tiny tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from verbatim.files import sha256
from verbatim.tables.saturate import Saturation, StoppingRules

CARRIED = (
    "coding,coder,layer,interview,segment,code,stance,dimension,origin,"
    "given_code,given_version,carried_by\n"
)
CODEBOOK = (
    "code,name,definition,subtheme,subtheme_name,theme,theme_name,since\n"
    "oak,Oaks,,trees,Trees,plants,Plants,1\n"
    "elm,Elms,,trees,Trees,plants,Plants,1\n"
    "owl,Owls,,birds,Birds,animals,Animals,1\n"
)
INTERVIEWS = (
    "interview,file,date,interviewer_label,participant_label,participants\n"
    "P01,a.txt,2024-03-09,I,R,P01\n"
    "P02,b.txt,2024-01-30,I,R,P02\n"
    "P03,c.txt,2024-01-29,I,R,P03\n"
)
CODINGS = [
    ("consensus", "consensus", "P01", "owl"),
    ("consensus", "consensus", "P02", "oak"),
    ("a", "independent", "P01", "oak"),
    ("b", "independent", "P01", "elm"),
    ("a", "independent", "P03", "owl"),
]
COUNT = {"saturation": "results/saturation.csv", "stopping": "results/stopping.csv"}
PARAMS = {"layer": "consensus", "bases": [1], "runs": [1], "thresholds": [0.0]}


def study(codings: list[tuple[str, str, str, str]]) -> dict[str, object]:
    """Write the door's inputs into the current folder."""
    rows = "".join(
        f"c{number},{coder},{layer},{interview},{number},{code},,,person,{code},1,unchanged\n"
        for number, (coder, layer, interview, code) in enumerate(codings, start=1)
    )
    for name, text in [
        ("carried.csv", CARRIED + rows),
        ("codebook.csv", CODEBOOK),
        ("interviews.csv", INTERVIEWS),
        ("P01.json", ""),
        ("P02.json", ""),
        ("P03.json", ""),
    ]:
        Path(name).write_text(text, encoding="utf-8")
    return {
        "carried": "carried.csv",
        "codebook": "codebook.csv",
        "interviews": "interviews.csv",
        "tickets": [Path(f"P0{number}.json") for number in (1, 2, 3)],
    }


def test_count(open_door: Callable[..., None]) -> None:
    """Consensus codings are counted by date, the uncoded interview is left out."""
    open_door("saturate_count", study(CODINGS), COUNT, PARAMS)
    table = Saturation.read(Path(COUNT["saturation"]))
    codes = table[table["level"] == "code"]
    assert codes[["interview", "new", "cumulative"]].to_numpy().tolist() == [
        ["P02", 1, 1],
        ["P01", 1, 2],
    ]
    assert StoppingRules.read(Path(COUNT["stopping"]))["label"].tolist() == ["not met"] * 3


def test_any_coder(open_door: Callable[..., None]) -> None:
    """Of independent codings a code counts if any coder gave it."""
    open_door("saturate_count", study(CODINGS), COUNT, {**PARAMS, "layer": "independent"})
    table = Saturation.read(Path(COUNT["saturation"]))
    codes = table[table["level"] == "code"]
    assert codes[["interview", "present"]].to_numpy().tolist() == [["P03", 1], ["P01", 2]]


def test_interview_not_analysed(open_door: Callable[..., None]) -> None:
    """An interview without a ticket does not count, though codings of it are left."""
    inputs = study(CODINGS)
    inputs["tickets"] = [Path("P01.json")]
    open_door("saturate_count", inputs, COUNT, PARAMS)
    assert set(Saturation.read(Path(COUNT["saturation"]))["interview"]) == {"P01"}


def test_order_of_rows_does_not_matter(open_door: Callable[..., None]) -> None:
    """Codings in another order give the same bytes."""
    open_door("saturate_count", study(CODINGS), COUNT, PARAMS)
    first = [sha256(Path(path)) for path in COUNT.values()]
    open_door("saturate_count", study(CODINGS[::-1]), COUNT, PARAMS)
    assert [sha256(Path(path)) for path in COUNT.values()] == first


@pytest.mark.parametrize("codings", [CODINGS, []])
def test_draw(open_door: Callable[..., None], codings: list[tuple[str, str, str, str]]) -> None:
    """The figure comes from the tables alone, the same bytes each time, nothing coded or not."""
    open_door("saturate_count", study(codings), COUNT, PARAMS)
    names = [Path(f"results/saturation{suffix}") for suffix in (".svg", ".pdf", ".png")]
    hashes = []
    for _ in range(2):
        open_door("saturate_draw", COUNT, {"saturation": names}, {"invented": True})
        hashes.append([sha256(name) for name in names])
    assert hashes[0] == hashes[1]
    assert "invented" in names[0].read_text(encoding="utf-8")


def test_unknown_code(open_door: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    """A code that is not in the codebook ends the job with code 2 and one clear message."""
    inputs = study([("consensus", "consensus", "P01", "ash")])
    with pytest.raises(SystemExit) as stopped:
        open_door("saturate_count", inputs, COUNT, PARAMS)
    assert stopped.value.code == 2
    assert "ash: not in the codebook" in capsys.readouterr().err
    assert not Path(COUNT["saturation"]).exists()
