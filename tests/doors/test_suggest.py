"""Doors of room 3, on tiny tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from verbatim.files import sha256
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality, Suggestions

HOUSE = Path(__file__).parents[2]

SEGMENTS = "interview,turn,segment,speaker,participant,start,end,text\n"
SPEECH = (
    "We waited for months on a list",
    "Nobody pays for the bath at all",
    "The list had months of waiting on it",
    "She pays and he pays for the bath",
)
CARRIED = (
    "coding,coder,layer,interview,segment,code,stance,dimension,origin,"
    "given_code,given_version,carried_by\n"
)
CODEBOOK = (
    "code,name,definition,subtheme,subtheme_name,theme,theme_name,since\n"
    "waiting,Waiting,Lists and delays.,s,S,t,T,1\n"
    "money,Money,Who pays.,s,S,t,T,1\n"
)
RANK = {
    "suggestions": "results/suggestions.csv",
    "quality": "results/quality.csv",
    "calibration": "results/calibration.csv",
}
DRAW = {"quality": [Path(f"results/quality{suffix}") for suffix in (".svg", ".pdf", ".png")]}
PARAMS = {"layer": "consensus", "shown": 1, "minimum_words": 4}


def study(coded: int) -> dict[str, object]:
    """Write three interviews, of which so many are coded, into two batches."""
    for batch, interviews in enumerate((("P01", "P03"), ("P02",))):
        rows = "".join(
            f"{interview},{2 * at - 1},{2 * at - 1},interviewer,,,,What about it then?\n"
            f"{interview},{2 * at},{2 * at},participant,{interview},,,{text}\n"
            for interview in interviews
            for at, text in enumerate(SPEECH, start=1)
        )
        Path(f"{batch}.csv").write_text(SEGMENTS + rows, encoding="utf-8")
    rows = "".join(
        f"c{number}{at},a,consensus,P0{number},{2 * at},{code},,,person,{code},1,unchanged\n"
        for number in range(1, coded + 1)
        for at, code in enumerate(("waiting", "money", "waiting", "money"), start=1)
    )
    Path("carried.csv").write_text(CARRIED + rows, encoding="utf-8")
    Path("codebook.csv").write_text(CODEBOOK, encoding="utf-8")
    return {
        "segments": [Path("0.csv"), Path("1.csv")],
        "carried": "carried.csv",
        "codebook": "codebook.csv",
    }


def drawing() -> dict[str, object]:
    """Give what the figure is drawn from."""
    return {
        "quality": RANK["quality"],
        "calibration": RANK["calibration"],
        "codebook": "codebook.csv",
    }


def test_rank(open_door: Callable[..., None]) -> None:
    """One code for each of a participant's segments, the right one, with its reason."""
    open_door("suggest_rank", study(2), RANK, PARAMS)
    found = Suggestions.read(Path(RANK["suggestions"])).query("interview == 'P03'")
    assert found["code"].tolist() == ["waiting", "money", "waiting", "money"]
    assert found["passages"].str.contains("P01:").all()
    judged = SuggestionQuality.read(Path(RANK["quality"])).set_index("code")
    assert judged.loc["all", ["segments", "interviews"]].tolist() == [8, 2]
    assert judged.loc["all", "average_precision"] == 1
    assert SuggestionCalibration.read(Path(RANK["calibration"]))["pairs"].sum() == 2 * 4 * 2


@pytest.mark.parametrize("coded", [0, 1, 3])
def test_the_figure_is_drawn_however_little_is_coded(
    open_door: Callable[..., None], coded: int
) -> None:
    """Three files, the same bytes each time."""
    open_door("suggest_rank", study(coded), RANK, PARAMS)
    shots = []
    for _ in range(2):
        open_door("suggest_draw", drawing(), DRAW, {"invented": True})
        shots.append([sha256(path) for path in DRAW["quality"]])
    assert shots[0] == shots[1]


def test_tables_are_the_same_each_time(open_door: Callable[..., None]) -> None:
    """The same study gives the same bytes."""
    shots = []
    for _ in range(2):
        open_door("suggest_rank", study(2), RANK, PARAMS)
        shots.append([sha256(Path(path)) for path in RANK.values()])
    assert shots[0] == shots[1]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("0.csv", "interview,turn\nP01,1\n", "no column segment"),
        ("0.csv", SEGMENTS + "P01,1,1,nurse,P01,,,We waited\n", "row 2, column speaker"),
        (
            "carried.csv",
            CARRIED + "c1,a,consensus,P01,2,gone,,,person,gone,1,unchanged\n",
            "the code gone",
        ),
        (
            "carried.csv",
            CARRIED + "c1,a,consensus,P09,2,money,,,person,money,1,unchanged\n",
            "segment 2 of P09",
        ),
    ],
)
def test_bad_input_is_explained(
    open_door: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    file: str,
    text: str,
    message: str,
) -> None:
    """Exit code 2 and one message; no table is written."""
    inputs = study(1)
    Path(file).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        open_door("suggest_rank", inputs, RANK, PARAMS)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err
    assert not Path(RANK["suggestions"]).exists()


def test_suggestions_never_teach() -> None:
    """No rule of the room reads suggestions: only what people decided goes in."""
    rules = (HOUSE / "workflow/suggest.smk").read_text(encoding="utf-8")
    for rule in rules.split("\nrule ")[1:]:
        inputs = rule.split("input:")[1].split("output:")[0]
        assert "suggestions" not in inputs
