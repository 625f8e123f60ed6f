"""The workflow keeps the house's own rules: names, lengths, fingerprints, captions, headers."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from verbatim import provenance
from verbatim.provenance import HOUSE, SCRIPTS

FILES = sorted((HOUSE / "workflow").glob("*.smk"))
RULES = {
    name: (path, text)
    for path in FILES
    for name, text in re.findall(
        r"^rule (\w+):\n(.*?)(?=^\S|\Z)", path.read_text(encoding="utf-8"), re.M | re.S
    )
}
ROOMS = ("ingest", "deidentify", "suggest", "code", "saturate", "compare", "report", "release")
COME_WITH = {"markupsafe": {"jinja2"}}
"""Packages that come with another one that the environment names."""


def named(path: Path) -> str:
    """Path inside the house."""
    return path.relative_to(HOUSE).as_posix()


def test_every_rule_is_met() -> None:
    """The files are read as Snakemake reads them: each room has rules, and no rule is passed by."""
    written = "".join(path.read_text(encoding="utf-8") for path in FILES)

    assert len(RULES) == len(re.findall(r"^rule ", written, re.M))
    assert {name.split("_")[0] for name in RULES} == set(ROOMS)


@pytest.mark.parametrize("rule", RULES)
def test_rule_says_what_it_does_and_with_which_code(rule: str) -> None:
    """A rule has docstring, message, log, environment, record, and fingerprints of code and lock.

    Its room, its door, its log and its record bear its name.
    """
    path, text = RULES[rule]
    room = rule.partition("_")[0]

    assert path.stem in {room, rule} or path.stem.startswith(room)
    assert re.match(r'    """[A-Z].*\."""\n', text)
    for part in (
        "    message:\n",
        "    conda:\n",
        f"/{rule}",
        f"results/provenance/{rule}",
        f'code=code_behind("{rule}.py")',
        "lock=LOCK",
        f'script:\n        "../scripts/{rule}.py"',
    ):
        assert part in text, part
    assert re.search(
        rf'log:\n        "logs/{ROOMS.index(room) + 1}_{room}/{rule}[.\w{{}}]*\.log"', text
    )
    assert set(re.findall(r"\{wildcards\.(\w+)\}", text)) <= {"batch"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rule_file_says_what_it_writes(path: Path) -> None:
    """The header's WRITES names each result of the file's rules."""
    header = path.read_text(encoding="utf-8").split('"""')[1].partition("WRITES")[2]
    named_there = re.sub(
        r"\{([\w,]+)\}", lambda names: names[1].replace(",", " "), header.replace("{batch}", "")
    )
    for rule, (home, text) in RULES.items():
        if home == path:
            output = text.partition("    output:\n")[2].partition("    log:\n")[0]
            for result in re.findall(r'"(results/(?!provenance)[^"]+)"', output):
                stem = Path(result.replace("{batch}", "")).with_suffix("").name.strip("/")
                known = stem in named_there or Path(result).parent.name in named_there

                assert known, f"{rule}: {result}"


@pytest.mark.parametrize(
    ("paths", "most"),
    [
        ([HOUSE / "Snakefile"], 40),
        (FILES, 100),
        (sorted(SCRIPTS.glob("*.py")), 30),
        (sorted(SCRIPTS.rglob("*.py")), 300),
    ],
    ids=["Snakefile", "rule files", "doors", "modules"],
)
def test_files_are_short(paths: list[Path], most: int) -> None:
    """A file that has grown too long holds a second idea that wants a name."""
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}

    assert {} == {path: length for path, length in lengths.items() if length >= most}


@pytest.mark.parametrize("path", [HOUSE / "Snakefile", *FILES], ids=lambda path: path.name)
def test_rule_files_hold_no_functions(path: Path) -> None:
    """What needs a function is Python, and is tested as such."""
    assert not re.search(r"^\s*def |\blambda\b|^    run:|^    shell:", path.read_text(), re.M)


def test_captions_are_there_and_used() -> None:
    """Each caption that a rule names exists, and each that exists is named."""
    written = "".join(path.read_text(encoding="utf-8") for path in FILES)
    used = set(re.findall(r'caption="report/(\w+\.rst)"', written))

    assert {path.name for path in (HOUSE / "workflow/report").glob("*.rst")} == used | {"study.rst"}
    assert written.count("report(\n") == written.count("caption=")


def test_data_dictionary_names_what_is_released() -> None:
    """Each public and restricted artefact of a release stands in results/README.md."""
    text = (HOUSE / "results/README.md").read_text(encoding="utf-8")
    artefacts = (HOUSE / "workflow/artefacts.smk").read_text(encoding="utf-8")
    for path in re.findall(r'"(results/[^"]+)"', artefacts):
        table = path.replace("{batch}", "*") if Path(path).suffix else f"{path}.csv"
        shown = table if table.endswith(".csv") else table.removeprefix("results/")

        assert f"`{shown}`" in text, path


def outside(door: Path) -> set[str]:
    """Packages that a door reaches through imports, but Python's own and ours."""
    todo, seen, found = [door], set(), set()
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        todo.extend(provenance._files_of(provenance._package_imports(tree)))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {each.name.split(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).split(".")[0])
    return found - set(sys.stdlib_module_names) - {"verbatim"}


@pytest.mark.parametrize("rule", RULES)
def test_environment_holds_what_the_door_imports(rule: str) -> None:
    """The conda environment of a rule names each package that its door needs."""
    (name,) = re.findall(r'conda:\n        "\.\./envs/(\w+)\.yaml"', RULES[rule][1])
    content = yaml.safe_load((HOUSE / f"envs/{name}.yaml").read_text(encoding="utf-8"))
    held = {each.partition("==")[0] for each in content["dependencies"][-1]["pip"]}
    distributions = packages_distributions()
    needed = outside(SCRIPTS / f"{rule}.py")

    assert needed
    for package in needed:
        known = {each.lower() for each in distributions[package]} | COME_WITH.get(package, set())
        assert held & known, package
