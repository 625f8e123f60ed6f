"""Files that are written from another file and must never differ from it."""

import importlib
import inspect
import pkgutil
import subprocess
from pathlib import Path

from verbatim import provenance, tables
from verbatim.privacy import DEMONSTRATION
from verbatim.tables.base import Table

ENVIRONMENTS = {
    "core": [
        "faker",
        "jinja2",
        "jsonschema",
        "lxml",
        "markdown-it-py",
        "openpyxl",
        "pandas",
        "pandera",
        "py3langid",
        "pypdfium2",
        "pyspellchecker",
        "pyyaml",
        "rocrate",
        "spacy",
    ],
    "text": [
        "faker",
        "openpyxl",
        "pandas",
        "pandera",
        "py3langid",
        "pyspellchecker",
        "scipy",
        "spacy",
    ],
    "figures": ["jinja2", "lxml", "matplotlib", "pandas", "pandera"],
}
"""What the doors of each kind of work import, beside the standard library, numpy and packaging."""

ROOMS = {
    "people": "What people bring (`data/`)",
    "proposals": "What a new study proposes (`data/private/`)",
    "key": "Beside the key (`data/private/key/`)",
    "frozen": "What a team has accepted (`data/private/frozen/`)",
    "ingest": "1 ingest",
    "deidentify": "2 deidentify",
    "disclose": "2 deidentify: disclosure",
    "review": "2 deidentify: the review",
    "missed": "2 deidentify: what may have been missed",
    "suggest": "3 suggest",
    "code": "4 code",
    "saturate": "5 saturate",
    "compare": "6 compare",
    "report": "7 report",
    "release": "8 release",
}


def environments() -> dict[Path, str]:
    """Conda environments, pinned to the versions of the lock file."""
    versions = provenance.locked_versions()
    head = "# Written from requirements.lock by `make twins`; do not edit.\n"
    head += "channels: [conda-forge]\ndependencies:\n  - python>=3.11\n  - pip\n  - pip:\n"
    return {
        Path(f"envs/{name}.yaml"): head
        + "".join(
            f"      - {each}=={versions[each]}\n"
            for each in sorted({*packages, "numpy", "packaging"})
        )
        for name, packages in ENVIRONMENTS.items()
    }


def dictionary() -> dict[Path, str]:
    """The data dictionary, from the contracts of all tables."""
    text = (
        "# What you get\n\n"
        "<!-- Written from the contracts in scripts/verbatim/tables/ by `make twins`; do not edit."
        " -->\n\n"
        "`make study` fills this folder, one numbered room after the other.\n"
        "Everything under `private/` may identify people and stays with the team.\n"
        "Everything under `restricted/` quotes de-identified speech: still personal data.\n"
        "Everything else is public: counts, tables, figures, approved quotations.\n"
        "`releases/<id>/` holds finished releases, `8_release/release.json` names the newest, and"
        " `provenance/` says of every file what it was made from.\n"
        "Tables are CSV in UTF-8; positions count characters from 0, the end is exclusive.\n\n"
        "Beside the tables `speakers`, `recall`, `disclosure`, `quality`, `agreement`,"
        " `saturation`, `themes`, `groups` and `presence` lies the figure drawn from each, as"
        " `.svg`, `.pdf` and `.png`.\n"
        "What was read from each transcript stands in `1_ingest/overview.html`, with first lines,"
        " labels and what was dropped in `private/1_ingest/overview.html`.\n"
        "The report is `7_report/report.html`; quotations to choose from stand in"
        " `restricted/7_report/quotations.html`.\n"
    )
    for module, title in ROOMS.items():
        text += f"\n## {title}\n"
        for table in _tables_of(module):
            summary = inspect.cleandoc(table.__doc__ or "").split("\n\n")[0].replace("\n", " ")
            where = ", ".join(f"`{path}`" for path in table._where)
            text += f"\n### {table.__name__}\n\n{where}\n\n{summary}\n\n"
            text += "| column | meaning |\n| --- | --- |\n"
            for name, column in table.to_schema().columns.items():
                meaning = str(column.description).replace("|", "\\|")
                text += f"| `{name}` | {meaning} |\n"
    return {Path("results/README.md"): text}


def demonstration() -> dict[Path, str]:
    """Blob and path of each private file that the project itself tracks: all are invented."""
    listed = subprocess.run(
        ["git", "-C", str(provenance.HOUSE), "ls-files", "-s", "-z", "--", "*private/*"],
        check=True,
        capture_output=True,
    ).stdout.decode("utf-8")
    entries = [entry.split("\t", 1) for entry in listed.split("\0") if entry]
    head = (
        "# Files under a folder named private that this project tracks: the demonstration study\n"
        "# and the small studies of the tests, all invented. Git blob, then path. `make twins`\n"
        "# writes this list; the program refuses to run where git tracks any other private file.\n"
    )
    lines = sorted(f"{state.split()[1]}  {path}\n" for state, path in entries)
    return {DEMONSTRATION: head + "".join(lines)}


def _tables_of(module: str) -> list[type[Table]]:
    found = importlib.import_module(f"{tables.__name__}.{module}")
    classes = [
        member
        for member in vars(found).values()
        if inspect.isclass(member)
        and issubclass(member, Table)
        and member.__module__ == found.__name__
    ]
    return sorted(classes, key=lambda one: inspect.getsourcelines(one)[1])


def all_twins() -> dict[Path, str]:
    """Every written file with the text it must have."""
    known = {info.name for info in pkgutil.iter_modules(tables.__path__)}
    missing = known - {*ROOMS, "base", "cells", "problems"}
    if missing:
        raise ValueError(f"tables without a place in the data dictionary: {sorted(missing)}")
    return {**environments(), **dictionary(), **demonstration()}
