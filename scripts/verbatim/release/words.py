"""What a release says in words: its README, and how to cite it."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

README = Path(__file__).with_name("words.readme.md")


def readme(settings: dict[str, Any], identity: str, cautions: Iterable[str] = ()) -> str:
    """Say what the release holds, how to check it and what it does not promise."""
    study = settings["study"]
    return README.read_text(encoding="utf-8").format(
        title=study["title"],
        description=f"\n{study['description'].strip()}\n" if study["description"] else "",
        invented="\n**Speech and codings are invented: a demonstration.**\n"
        if study["invented"]
        else "",
        authors="; ".join(author["name"] for author in study["authors"]) or "the study's team",
        licence=study["licence"] or "not stated: ask the authors before you use it",
        identity=identity,
        cautions="\n".join(cautions),
    )


def cautions(results: Path) -> Iterator[str]:
    """Say what is not measured, not decided or not safe, from the tables of rooms 2 and 7.

    They are read as plain text, so that the launcher can say the same in a moment.
    """
    recall = _rows(results / "2_deidentify/recall.csv")
    direct = [row for row in recall if row["category"] == "direct" and int(row["checked"])]
    if direct:
        yield (
            f"De-identification: the program alone found {direct[0]['found']} of "
            f"{direct[0]['checked']} names and numbers in interviews that a person checked; "
            "what it misses elsewhere is unknown."
        )
    else:
        yield (
            "De-identification has not been measured: no interview was checked by hand, and names "
            "that the program did not notice may remain, in quotations too."
        )
    yield from _alone(_rows(results / "2_deidentify/disclosure.csv"))
    asked = [row for row in _rows(results / "2_deidentify/review.csv") if row["reason"] == "all"]
    if asked and int(asked[0]["open"]):
        yield (
            f"Of {asked[0]['queued']} questions about what the program was not sure of, "
            f"{asked[0]['open']} are open: the team's results/private/2_deidentify/review/ has "
            "them as workbooks."
        )
    words = sum(int(row["undecided"]) for row in _rows(results / "7_report/quotations.csv"))
    if words:
        yield (
            f"In the quotations {words} word{'s' if words > 1 else ''} could be a name, and "
            "nobody has decided: the team's results/private/7_report/undecided.csv lists them."
        )


def _alone(disclosure: list[dict[str, str]]) -> Iterator[str]:
    """Say how many participants can be told apart; never that a release is safe."""
    for row in disclosure:
        if row["view"] == "everything" and row["holds"] != "paper and deposit":
            least = "a paper or a deposit" if row["holds"] == "neither" else "a deposit"
            alone = f"{row['unique']} of {row['participants']}"
            yield (
                f"Participants: {alone} {'is' if row['unique'] == '1' else 'are'} alone in what is "
                f"published about them ({row['shown']}); too few look alike for {least}: "
                "pseudonymised, not anonymous."
            )


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def citation(settings: dict[str, Any], identity: str) -> str:
    """How to cite the release, in the Citation File Format 1.2.0."""
    study = settings["study"]
    authors = [_author(author) for author in study["authors"]]
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use these results, please cite them as below.",
        "type": "dataset",
        "title": study["title"],
        "version": identity,
        "authors": authors or [{"name": "The study's team"}],
    }
    if study["description"]:
        content["abstract"] = study["description"].strip()
    if study["licence"]:
        content["license"] = study["licence"]
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)


def _author(author: dict[str, str]) -> dict[str, str]:
    """A person where an ORCID iD or a place of work says so, else a body under its full name."""
    orcid, affiliation = author.get("orcid", ""), author.get("affiliation", "")
    if not orcid and not affiliation:
        return {"name": author["name"]}
    given, _, family = author["name"].rpartition(" ")
    person = {"family-names": family}
    if given:
        person["given-names"] = given
    if affiliation:
        person["affiliation"] = affiliation
    if orcid:
        person["orcid"] = orcid_url(orcid)
    return person


def orcid_url(orcid: str) -> str:
    """ORCID iD as an address, however it was written."""
    return f"https://orcid.org/{orcid.strip('/').rpartition('/')[2]}"
