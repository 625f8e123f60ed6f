"""Make the release, named by what is in it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, files
from verbatim.release import pack
from verbatim.tables.release import LeakCheck

if TYPE_CHECKING:
    snakemake: Any


def main(inputs: Any, settings: dict[str, Any], output: Path) -> None:
    """Check what goes in, make the release, point at it."""
    tables = door.paths(inputs.leaks) + door.paths(inputs.exempt)
    public = [*door.paths(inputs.public), *tables]
    restricted = door.paths(inputs.restricted)
    contents = pack.Contents(
        public=public,
        restricted=restricted,
        rules={f"workflow/{path.name}": path for path in door.paths(inputs.rules)},
        settings=settings,
        lock=files.sha256(Path(inputs.lock_file)),
        records=pack.read_records(pack.RECORDS, [*public, *restricted]),
    )
    pack.check(contents, LeakCheck.read(Path(inputs.leaks)))
    files.write_text(output, pack.as_text(pack.pack(contents, Path())))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.params.settings, Path(snakemake.output.release))
