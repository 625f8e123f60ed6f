"""All views together, the demonstration's numbers, and studies of odd shapes."""

import csv
import time
from collections import Counter
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml
from tests.conftest import HOUSE
from tests.unit.disclose.conftest import people, spoken, study

from verbatim.disclose import draw, gate, words
from verbatim.disclose.judge import Judged, check, judged, messages
from verbatim.errors import StudyError, StudyErrors
from verbatim.release.words import cautions
from verbatim.tables.disclose import Disclosure
from verbatim.tables.people import Participants

PUBLISH = "privacy: {publish: [sex, role, place]}\n"
FOUR = ("F|nurse|York", "F|nurse|York", "F|GP|Hull", "M|GP|Hull")


def views(found: Judged) -> pd.DataFrame:
    """Rows of the disclosure by view; of rungs and single attributes the last."""
    return found.disclosure.drop_duplicates("view", keep="last").set_index("view")


def test_the_demonstration(silent: pd.DataFrame) -> None:
    """Counting its published table by hand: 35 of 37 alone, the other two alike; no class of 3."""
    path = HOUSE / "data/private/participants.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [tuple(row[1:5]) for row in csv.reader(handle)][1:]
    classes = Counter(rows)
    by_hand = [classes[row] for row in rows]
    config = (HOUSE / "config.yaml").read_text(encoding="utf-8")
    found = judged(Participants.read(path), silent, study(config))
    published, paper = views(found).loc["published"], views(found).loc["paper"]

    assert Counter(by_hand) == {1: 35, 2: 2}
    assert published[["participants", "unique", "smallest", "largest"]].tolist() == [37, 35, 1, 2]
    assert published["below_paper"] == 37
    assert published["average_risk"] == pytest.approx(36 / 37)
    assert views(found).loc["everything", "holds"] == "neither"
    # What is proposed is counted by hand as well.
    mapping = yaml.safe_load(config)["disclose"]["ladders"]["role"][0]["values"]
    home = {role: group for group, roles in mapping.items() for role in roles}
    groups = Counter((home[role], sector == "Member of the public") for _, role, sector, _ in rows)
    assert paper["shown"] == "sex left out, role as staff group, sector as kind, location left out"
    assert (paper["smallest"], paper["largest"]) == (min(groups.values()), max(groups.values()))
    proposed = found.generalised[found.generalised["target"] == "deposit"]
    written = [tuple(row[3:]) for row in proposed.itertuples(index=False)]
    assert [Counter(written)[row] for row in written] == list(proposed["class_size"])


def test_attributes_add_up_under_an_id() -> None:
    """What a quotation says of somebody joins what stands under it and what is published.

    By hand: three are staff, of whom two are nurses, of whom one is from York.
    """
    text = """
    privacy: {publish: [role]}
    groups: {kind: {attribute: team, values: {Staff: [a, b], Others: [c]}}}
    report: {attribution: kind}
    """
    table = people(
        "nurse|York|a", "nurse|Hull|b", "GP|York|a", "GP|York|c", columns="role place team"
    )
    quoted = spoken(("P01", 2, "P01", ("place",), 0), ("P03", 4, "P03", (), 1))
    found = judged(table, quoted, study(text))
    rows = found.quotations.set_index("interview")

    assert rows.loc["P01", ["attribution", "quotations", "everything"]].tolist() == [3, 2, 1]
    assert rows.loc["P01", ["says", "alone"]].tolist() == ["place", "everything"]
    assert rows.loc["P03", ["attribution", "quotations", "everything"]].tolist() == [3, 3, 1]
    assert views(found).loc["attribution", "participants"] == 2
    assert views(found).loc["everything", "quotations_unique"] == 2
    assert "place" not in found.disclosure.to_csv()


def test_speech_alone_gives_somebody_away() -> None:
    """Nothing is published, but a quotation names its speaker's role, which nobody else has."""
    found = judged(people(*FOUR), spoken(("P04", 2, "P04", ("sex",), 0)), study(""))
    row = views(found).loc["everything"]

    assert row[["shown", "unique", "holds"]].tolist() == ["1 more in their words", 1, "neither"]
    alone = found.participants[found.participants["size"] == 1]
    assert set(alone["participant"]) == {"P04"}
    assert set(alone["unique_by"]) == {"sex (said)"}


def test_public_table_names_nobody() -> None:
    """No id and no value of a participant stands in what is public or in the log."""
    found = judged(people(*FOUR), spoken(), study(PUBLISH))
    public = found.disclosure.to_csv() + "".join(text for _, text in messages(found))

    assert not [word for word in ("P01", "P03", "York", "Hull", "nurse") if word in public]
    assert set(found.participants["participant"]) == {"P01", "P02", "P03", "P04"}


def test_never_called_safe() -> None:
    """With nobody too alone it says that classes are large enough, and the word safe nowhere."""
    found = judged(people(*["F|nurse|York"] * 6), spoken(), study(PUBLISH))

    assert set(found.disclosure["holds"]) == {"paper and deposit"}
    assert "safe" not in found.disclosure.to_csv() + "".join(text for _, text in messages(found))
    assert found.participants.empty


def test_where_nothing_helps() -> None:
    """Two people are never three alike: said aloud, by number; the ids are private."""
    found = judged(people("F|nurse|York", "M|GP|Hull"), spoken(), study(PUBLISH))
    aloud = [text for wanting, text in messages(found) if wanting]

    assert views(found).loc["paper", "holds"] == "neither"
    assert len(aloud) == 2
    assert "2 of 2 participants" in aloud[0]
    left = found.participants[found.participants["view"] == "paper"]
    assert left["participant"].tolist() == ["P01", "P02"]


def test_what_is_kept_may_make_it_impossible() -> None:
    """A study that never leaves roles out cannot have three alike among four roles, and is told."""
    table = people("F|nurse", "F|GP", "M|cook", "M|vet", columns="sex role")
    found = judged(table, spoken(), study("privacy: {publish: [role]}\ndisclose: {keep: [role]}"))

    assert views(found).loc["paper", ["holds", "unique"]].tolist() == ["neither", 4]
    assert [text for wanting, text in messages(found) if wanting]


def test_groups_of_unpublished_attributes_are_published() -> None:
    """A grouping called like its attribute prints its groups, and no value."""
    text = "groups: {sex: {attribute: sex, values: {Female: [F], Male: [M]}}}"
    found = judged(people(*FOUR), spoken(), study(text))

    assert views(found).loc["published", ["shown", "unique"]].tolist() == ["sex group", 1]


def test_a_deposit_that_keeps_what_a_paper_gives_up() -> None:
    """By hand: three share a letter (loss 1/3), four the number 1 (loss 1/2).

    No step leads from one table to the other, so the second says what it does instead.
    """
    rows = [f"{letter}|{number}" for letter in "abcd" for number in ("1", "2", "2")]
    ladder = [
        {"title": "word", "values": {"one": ["1"], "two": ["2"]}},
        {"title": "all", "values": {"any": ["1", "2"]}},
    ]
    text = {
        "privacy": {"publish": ["number", "letter"]},
        "disclose": {"k": {"paper": 3, "deposit": 4}, "ladders": {"number": ladder}},
    }
    found = judged(people(*rows, columns="letter number"), spoken(), study(yaml.safe_dump(text)))
    table = views(found)

    assert table.loc["paper", "shown"] == "number as all, letter"
    assert table.loc["deposit", ["shown", "smallest"]].tolist() == ["number, letter left out", 4]
    assert table.loc["deposit", "step"] == "instead letter left out"
    assert list(found.disclosure["view"]).index("deposit") == (
        list(found.disclosure["view"]).index("paper") + 1
    )


def test_sensitive_attribute() -> None:
    """By hand: both nurses have gout, the two GPs differ; nothing less than joining all will do."""
    table = people("nurse|gout", "nurse|gout", "GP|gout", "GP|flu", columns="role illness")
    text = "{privacy: {publish: [role]}, disclose: {k: {paper: 2}, sensitive: illness}}"
    found = views(judged(table, spoken(), study(text)))

    assert found.loc["published", ["smallest", "diversity", "holds"]].tolist() == [2, 1, "neither"]
    assert found.loc["paper", ["shown", "diversity"]].tolist() == ["role left out", 2]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (people("F|nurse|York"), PUBLISH),
        (people(*FOUR), ""),
        (people("||", "||", "F||York"), PUBLISH),
        (people(*FOUR).assign(participant=["P01a", "P01b", "P02a", "P02b"]), PUBLISH),
    ],
    ids=["one participant", "nothing published", "gaps", "dyads"],
)
def test_odd_studies(table: pd.DataFrame, text: str) -> None:
    """They are judged and drawn like any other."""
    found = judged(table, spoken(), study(text))

    assert (found.disclosure["participants"] == len(table)).any()
    assert draw.in_words(found.disclosure, study(text)["disclose"]["k"])
    picture = draw.drawn(found.disclosure, study(text)["disclose"]["k"], invented=False)
    assert bool(picture.axes) == bool(text)
    if not text:
        assert not list(messages(found))
        assert views(found).loc["everything", "shown"] == words.NOTHING
        assert views(found).loc["published", "smallest"] == len(table)


def test_who_speaks_together_is_known_together() -> None:
    """Three carers alike, until one is known to have come with a GP and one with a nurse."""
    roles = ["carer", "GP", "carer", "nurse", "carer"]
    ids = ["P01a", "P01b", "P02a", "P02b", "P03"]
    table = people(*roles, columns="role").assign(participant=ids)
    found = judged(table, spoken(), study("privacy: {publish: [role]}"))
    alone = found.participants[found.participants["size"] == 1].groupby("view")["participant"]

    assert alone.agg(list).to_dict() == {"published": ["P01b", "P02b"], "everything": ids}


def test_thousands_of_participants() -> None:
    """Two thousand with six attributes take seconds, not minutes."""
    chance = np.random.default_rng(1)
    columns = {f"a{at}": chance.integers(0, 60, 2000).astype(str) for at in range(6)}
    ids = [f"P{at}" for at in range(2000)]
    table = people("x", columns="z").loc[[0] * 2000].assign(participant=ids, **columns)
    text = f"privacy: {{publish: [{', '.join(columns)}]}}"
    before = time.process_time()
    found = judged(table, spoken(), study(text))

    assert time.process_time() - before < 5
    assert views(found).loc["deposit", "holds"] == "paper and deposit"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("disclose: {attributes: [hair]}", "disclose.attributes"),
        ("disclose: {ladders: {hair: [5]}}", "disclose.ladders"),
        ("disclose: {keep: [hair]}", "disclose.keep"),
        ("disclose: {sensitive: hair}", "disclose.sensitive"),
        ("disclose: {k: {paper: 5, deposit: 3}}", "disclose.k"),
        ("privacy: {publish: [hair]}", "privacy.publish"),
    ],
)
def test_settings_that_do_not_fit(text: str, said: str) -> None:
    """A setting that names no column, or asks less of a deposit, stops before anything runs."""
    with pytest.raises((StudyError, StudyErrors), match=said):
        check(people(*FOUR), study(text))


@pytest.mark.parametrize(
    ("require", "alike", "refused"),
    [
        ("false", 1, False),
        ("paper", 2, True),
        ("paper", 3, False),
        ("deposit", 4, True),
        ("deposit", 5, False),
    ],
)
def test_release_is_refused_where_that_is_wanted(
    tmp_path: Any, require: str, alike: int, refused: bool
) -> None:
    """By default a release only says so; with a threshold it is refused below it."""
    chosen = study(f"{PUBLISH}disclose: {{require: {require}}}")
    found = judged(people(*["F|nurse|York"] * alike), spoken(), chosen)
    where = tmp_path / "2_deidentify/disclosure.csv"
    Disclosure.write(found.disclosure, where)
    said = [each for each in cautions(tmp_path) if "Participants" in each]

    assert bool(said) == (alike < 5)
    assert all("pseudonymised, not anonymous" in each for each in said)
    if not refused:
        gate.check(chosen["disclose"], str(where))
        return
    with pytest.raises(StudyError, match=f"{alike} of {alike} participants"):
        gate.check(chosen["disclose"], str(where))
