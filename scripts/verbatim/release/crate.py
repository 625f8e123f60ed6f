"""The release as an RO-Crate 1.1 with the Workflow Run profiles, made without a network."""

import json
from collections.abc import Iterable
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from rocrate.model.contextentity import ContextEntity
from rocrate.rocrate import ROCrate

from verbatim.audit.manifest import Entry
from verbatim.files import sha256
from verbatim.release import review
from verbatim.release.blind import private
from verbatim.release.words import orcid_url

PROFILES = (
    ("https://w3id.org/ro/wfrun/process/0.5", "Process Run Crate"),
    ("https://w3id.org/ro/wfrun/workflow/0.5", "Workflow Run Crate"),
    ("https://w3id.org/workflowhub/workflow-ro-crate/1.0", "Workflow RO-Crate"),
)

WORKFLOW = "workflow/Snakefile"
SHA256 = {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}

BLINDED = "Private: known by a keyed hash, which the study's team alone can compute."

MEDIA = {
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".cff": "application/yaml",
}


def write(
    folder: Path,
    settings: dict[str, Any],
    records: Iterable[dict[str, Any]],
    withheld: Iterable[Entry],
    now: datetime,
) -> None:
    """Describe every file in `folder`, how each was made, and what was withheld.

    Args:
        folder: The release, complete but for manifest and sums.
        settings: The study's choices.
        records: Provenance records behind the files.
        withheld: Restricted files, described by hash only.
        now: When it was made; the only thing that two descriptions of the same release differ in.
    """
    crate = ROCrate(version="1.1")
    crate.metadata.extra_terms.update(SHA256)
    root = crate.root_dataset
    study = settings["study"]
    root["name"] = study["title"]
    root["description"] = study["description"] or study["title"]
    root["license"] = _licence(study["licence"])
    root["datePublished"] = now.isoformat(timespec="seconds")
    root["conformsTo"] = [_entity(crate, url, "CreativeWork", name=name) for url, name in PROFILES]
    if study["authors"]:
        root["author"] = [_author(crate, author) for author in study["authors"]]
    made = _files(crate, folder)
    crate.mainEntity = _workflow(crate, made)
    for entry in withheld:
        made[f"results/{entry.path}"] = _hidden(crate, f"results/{entry.path}", entry.sha256)
    jobs = list(records)
    root["mentions"] = [
        *(_action(crate, record, made) for record in jobs),
        _whole_run(crate, jobs, made),
        *(
            _entity(
                crate, "#review-waived", "AuthorizeAction", name="Review waived", description=said
            )
            for said in review.waiver(settings)
        ),
    ]
    crate.metadata.write(folder)


def _files(crate: Any, folder: Path) -> dict[str, Any]:
    """Entity of each file, by its path in the study."""
    made = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        properties: dict[str, Any] = {
            "name": name,
            "contentSize": str(path.stat().st_size),
            "sha256": sha256(path),
            "encodingFormat": MEDIA.get(path.suffix, "text/plain"),
        }
        if name == WORKFLOW:
            properties["@type"] = ["File", "SoftwareSourceCode", "ComputationalWorkflow"]
        made[f"results/{name}"] = crate.add_file(path, name, properties=properties)
    return made


def _workflow(crate: Any, made: dict[str, Any]) -> Any:
    """The workflow as the crate's main entity, run by Snakemake."""
    workflow = made[f"results/{WORKFLOW}"]
    workflow["name"] = "Verbatim: from transcripts to audited results"
    workflow["programmingLanguage"] = _entity(
        crate,
        "https://w3id.org/workflowhub/workflow-ro-crate#snakemake",
        "ComputerLanguage",
        name="Snakemake",
        identifier="https://doi.org/10.1093/bioinformatics/bts480",
        url="https://snakemake.readthedocs.io",
        version=metadata.version("snakemake"),
    )
    return workflow


def _action(crate: Any, record: dict[str, Any], made: dict[str, Any]) -> Any:
    """One job: which code, with which settings, made what from what."""
    rule, params = record["rule"], record["params"]
    tool = _entity(
        crate,
        f"#{rule}-{params.get('code', '')}",
        "SoftwareApplication",
        name=rule,
        version=str(params.get("code", "")),
        description=f"Rule {rule} of the workflow; the version is the fingerprint of its code.",
    )
    chosen = {name: value for name, value in params.items() if name != "code"}
    values = [
        _entity(crate, f"#{rule}-{name}", "PropertyValue", name=name, value=_plain(value))
        for name, value in sorted(chosen.items())
    ]
    for name, digest in {**record["inputs"], **record["outputs"]}.items():
        if name not in made:
            made[name] = _hidden(crate, name, digest)
    return _entity(
        crate,
        f"#job-{record['name']}",
        "CreateAction",
        name=f"Run of {rule}",
        instrument=tool,
        object=[*(made[name] for name in sorted(record["inputs"])), *values],
        result=[made[name] for name in sorted(record["outputs"])],
    )


def _whole_run(crate: Any, records: list[dict[str, Any]], made: dict[str, Any]) -> Any:
    """The run of the whole workflow: from what people brought to what was released."""
    written = {name for record in records for name in record["outputs"]}
    read = {name for record in records for name in record["inputs"]}
    return _entity(
        crate,
        "#run",
        "CreateAction",
        name="Run of the whole workflow",
        instrument=made[f"results/{WORKFLOW}"],
        object=[made[name] for name in sorted(read - written)],
        result=[made[name] for name in sorted(written) if "/private/" not in name],
    )


def _hidden(crate: Any, name: str, digest: str) -> Any:
    """Something that the release names by its hash and does not hold."""
    return _entity(
        crate,
        f"#{name}",
        "CreativeWork",
        name=name,
        sha256=digest,
        description=BLINDED if private(name) else "Not part of the release: known by its hash.",
    )


def _author(crate: Any, author: dict[str, str]) -> Any:
    orcid = author.get("orcid", "")
    kind = "Person" if orcid or author.get("affiliation") else "Organization"
    name = author["name"]
    return _entity(crate, orcid_url(orcid) if orcid else f"#{name}", kind, name=name)


def _entity(crate: Any, at: str, kind: str, /, **properties: Any) -> Any:
    existing = crate.get(at)
    if existing is not None:
        return existing
    entity = ContextEntity(crate, at, properties={"@type": kind})
    crate.add(entity)
    for name, value in properties.items():
        entity[name] = value
    return entity


def _licence(licence: str) -> str:
    if not licence:
        return "Not stated"
    return licence if "://" in licence else f"https://spdx.org/licenses/{licence}"


def _plain(value: Any) -> str:
    return (
        value if isinstance(value, str) else json.dumps(value, sort_keys=True, ensure_ascii=False)
    )
