"""What a release says in words: its README, and how to cite it."""

from pathlib import Path
from typing import Any

import yaml

README = Path(__file__).with_name("words.readme.md")


def readme(settings: dict[str, Any], identity: str) -> str:
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
    )


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
