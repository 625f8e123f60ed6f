"""The key: it leads back exactly, opens with its passphrase only, and its log names nobody."""

import json
import stat
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.replace import replaced
from verbatim.errors import StudyError
from verbatim.key import content, held, make, reidentify
from verbatim.key.seal import is_sealed, sealed, unsealed
from verbatim.tables.deidentify import Identifiers, Offsets
from verbatim.tables.ingest import Segments
from verbatim.tables.key import Reidentified, ReplacementLog

SALT = bytes(32)
SPOKEN = ["I'm Ifan, that's [PERSON 1].", "Ifan Marr rang; zedby is near."]
DECIDED = [
    (1, 4, 8, "PERSON", "Ifan", "replaced", "ifan marr", "PERSON 2"),
    (2, 0, 9, "PERSON", "Ifan Marr", "replaced", "ifan marr", "PERSON 2"),
    (2, 16, 21, "LOCATION", "zedby", "replaced", "zedby", "LOCATION 1"),
    (2, 10, 14, "PERSON", "rang", "kept", "rang", ""),
]


def identifiers() -> pd.DataFrame:
    """Rows of Identifiers."""
    rows = [
        ("P01", segment, start, end, kind, text, "cue", status, "program", identity, tag)
        for segment, start, end, kind, text, status, identity, tag in DECIDED
    ]
    return pd.DataFrame(rows, columns=Identifiers.column_names())


def segments() -> pd.DataFrame:
    """Rows of Segments, as spoken."""
    blank = dict.fromkeys(Segments.column_names(), "")
    return pd.DataFrame(
        [
            {**blank, "interview": "P01", "turn": 1, "segment": at, "text": text}
            for at, text in enumerate(SPOKEN, start=1)
        ]
    )


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study that has run as far as room 2."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(held.PASSPHRASE, raising=False)
    Path("data/private").mkdir(parents=True)
    Path("data/private/interviews.csv").write_text("interview\n", encoding="utf-8")
    Path("config.yaml").write_text("study: {title: Talks}\n", encoding="utf-8")
    public, offsets = replaced(segments(), identifiers())
    Identifiers.write(identifiers(), make.IDENTIFIERS)
    Offsets.write(offsets, make.OFFSETS)
    public[["interview", "segment", "text"]].to_csv("public.csv", index=False)
    return tmp_path


def test_there_and_back(study: Path) -> None:
    """What was replaced comes back letter by letter, typed tags and all."""
    make.written(study, seal=False)
    told = reidentify.reidentified(
        Path("public.csv"), study / "data/private/back.csv", "", "a participant asked"
    )
    back = pd.read_csv("data/private/back.csv")
    assert back["text"].tolist() == SPOKEN
    assert told.startswith("3 tags turned back")
    noted = Reidentified.read(Path("data/private/key/reidentified.csv"))
    assert noted[["tags", "unknown", "reason"]].values.tolist() == [[3, 0, "a participant asked"]]


def test_a_passage_from_elsewhere(study: Path) -> None:
    """In a text that is no table of segments a tag becomes the longest name; others stay."""
    make.written(study, seal=False)
    Path("memo.txt").write_text("[PERSON 2] of [LOCATION 1], [PERSON 9], [sic]", encoding="utf-8")
    target = study / "data/private/memo.txt"
    told = reidentify.reidentified(Path("memo.txt"), target, "P01", "memo")
    assert target.read_text(encoding="utf-8") == "Ifan Marr of zedby, [PERSON 9], [sic]"
    assert told.startswith("2 tags turned back")
    assert "1 in brackets are no tags" in told


def test_key_is_for_its_owner_and_keeps_its_salt(study: Path) -> None:
    """Nobody else may read it; written again, digests of the log stay the same."""
    make.written(study, seal=False)
    path = study / "data/private/key/key.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = (path.read_bytes(), path.with_name("log.csv").read_bytes())
    make.written(study, seal=False)
    assert (path.read_bytes(), path.with_name("log.csv").read_bytes()) == before


def test_sealed_key(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sealed key shows nothing, stays sealed, and fails closed with another passphrase."""
    monkeypatch.setenv(held.PASSPHRASE, "correct horse battery")
    make.written(study, seal=True)
    path = study / "data/private/key/key.json"
    assert b"Ifan" not in path.read_bytes()
    make.written(study, seal=False)
    assert is_sealed(path.read_bytes())
    assert held.read(path)["places"]
    monkeypatch.setenv(held.PASSPHRASE, "another passphrase")
    with pytest.raises(StudyError, match="does not open it"):
        held.read(path)


@settings(max_examples=3, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 10_000))
def test_sealing_is_undone_or_refused(raw: bytes, place: int) -> None:
    """The same passphrase gives the same bytes; one changed bit, and nothing is given."""
    locked = sealed(raw, "correct horse battery")
    assert unsealed(locked, "correct horse battery") == raw
    at = place % (len(locked) - 1)
    changed = locked[:at] + bytes([locked[at] ^ 1]) + locked[at + 1 :]
    with pytest.raises(StudyError):
        unsealed(changed, "correct horse battery")


def test_log_names_nobody() -> None:
    """The log has every decision and no word; the same said has the same digest."""
    table = content.log(identifiers(), SALT)
    ReplacementLog.validate(table)
    text = table.to_csv()
    assert not [word for word in ("Ifan", "Marr", "zedby", "rang") if word in text]
    # By openssl dgst -sha256 -mac hmac, under a key of 32 zero bytes.
    known = "2c2b91c77a96212c3ffc027ee6117299d26f93efcccd4e29eb72dfdeae91d644"
    assert content.digest(" IFAN ", SALT) == known
    assert content.digest("ifan", bytes([1] * 32)) != content.digest("ifan", SALT)


@pytest.mark.parametrize(
    ("key", "target", "found"),
    [
        ("results/key.json", "data/private/x.csv", "outside data/private"),
        ("data/key.json", "data/private/x.csv", "outside data/private"),
        ("data/private/key/key.json", "open/x.csv", "another path"),
    ],
)
def test_places_that_are_refused(study: Path, key: str, target: str, found: str) -> None:
    """The key stays out of results and git, what comes back stays private."""
    settings_of = {"study": {"title": "Talks"}, "deidentify": {"key": key}}
    Path("config.yaml").write_text(json.dumps(settings_of), encoding="utf-8")
    with pytest.raises(StudyError, match=found):
        reidentify.reidentified(Path("public.csv"), study / target, "", "why")


def test_a_file_that_is_no_key(study: Path) -> None:
    """Another file in the key's place is named as such, and so is none."""
    path = Path("data/private/key/key.json")
    with pytest.raises(StudyError, match="no file"):
        held.read(path)
    path.parent.mkdir()
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(StudyError, match="another form"):
        held.read(path)
