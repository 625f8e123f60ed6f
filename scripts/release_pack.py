"""Make the release, named by what is in it."""

from pathlib import Path
from typing import Any

from verbatim import door, files
from verbatim.release import pack
from verbatim.tables.release import LeakCheck


def main(inputs: Any, output: Any, params: Any) -> None:
    """Check what goes in, make the release, point at it."""
    public = door.paths([*inputs.public, inputs.leaks, inputs.exempt])
    restricted = door.paths(inputs.restricted)
    contents = pack.Contents(
        public=public,
        restricted=restricted,
        rules={f"workflow/{path.name}": path for path in door.paths(inputs.rules)},
        settings=params.settings,
        lock=files.sha256(Path(inputs.lock_file)),
        records=pack.read_records(pack.RECORDS, [*public, *restricted]),
    )
    pack.check(contents, LeakCheck.read(inputs.leaks))
    files.write_text(Path(output.release), pack.as_text(pack.pack(contents, Path())))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
