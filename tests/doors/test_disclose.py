"""The door of room 2 that says how alone participants are."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.disclose.conftest import study

from verbatim.files import sha256
from verbatim.tables.disclose import (
    Disclosure,
    ExposedParticipants,
    ExposedQuotations,
    Generalised,
)

PRIVATE, PUBLIC = Path("results/private/2_deidentify"), Path("results/2_deidentify")
FILES = {
    "data/private/participants.csv": "participant,work,team,consent_analyse,consent_quote,"
    "consent_archive\nP01,forester,Quillon,yes,yes,yes\nP02,teacher,Quillon,yes,yes,yes\n"
    "P03,teacher,Quillon,no,no,no\n",
    "segments.csv": "interview,turn,segment,speaker,participant,start,end,text\n"
    "P01,1,1,participant,P01,,,I am a forester with [ORGANISATION 1].\n"
    "P02,1,1,participant,P02,,,We met.\n",
    "quotations.csv": "code,interview,segment,quotation,attribution,chosen_by,undecided\n"
    "oak,P01,1,I am a forester …,(P01),anna,0\n",
    "offsets.csv": "interview,segment,start,end,tag_start,tag_end\nP01,1,21,32,21,37\n",
    "identifiers.csv": "interview,segment,start,end,category,text,layer,status,decided_by,"
    "identity,tag\nP01,1,21,32,ORGANISATION,the Quillon,cue,replaced,program,q,ORGANISATION 1\n",
}


def opened(open_door: Callable[..., None], text: str) -> None:
    """Write the tables and open the door."""
    for path, content in FILES.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(content, encoding="utf-8")
    outputs = {
        "disclosure": PUBLIC / "disclosure.csv",
        "figure": [PUBLIC / f"disclosure.{ending}" for ending in ("svg", "pdf", "png")],
        "participants": PRIVATE / "exposed_participants.csv",
        "quotations": PRIVATE / "exposed_quotations.csv",
        "generalised": PRIVATE / "participants_generalised.csv",
    }
    inputs = {
        "participants": "data/private/participants.csv",
        "chosen": "quotations.csv",
        "segments": ["segments.csv"],
        "offsets": "offsets.csv",
        "identifiers": "identifiers.csv",
    }
    open_door("deidentify_disclose", inputs, outputs, {"settings": study(text), "invented": True})


def test_two_people_are_told_apart(open_door: Callable[..., None]) -> None:
    """Of those who take part both are alone; who, stands in private tables only; twice the same."""
    made = []
    for _ in range(2):
        Path("deidentify_disclose.provenance.json").unlink(missing_ok=True)
        opened(open_door, "privacy: {publish: [work]}")
        made.append([sha256(path) for path in sorted(Path("results").rglob("*.*"))])
    table = Disclosure.read(PUBLIC / "disclosure.csv").set_index("view")
    exposed = ExposedParticipants.read(PRIVATE / "exposed_participants.csv")
    [quotation] = ExposedQuotations.read(PRIVATE / "exposed_quotations.csv").itertuples()

    assert made[0] == made[1]
    assert table.loc["published", ["participants", "unique"]].tolist() == [2, 2]
    assert set(exposed["participant"]) == {"P01", "P02"}
    assert (quotation.participant, quotation.everything, quotation.says) == ("P01", 1, "work")
    assert len(Generalised.read(PRIVATE / "participants_generalised.csv")) == 4
    for path in PUBLIC.iterdir():
        assert not [name for name in (b"P01", b"forester", b"Quillon") if name in path.read_bytes()]
