"""Put the whole report into one file that opens without a network."""

from pathlib import Path
from typing import Any

from verbatim import door, files
from verbatim.report import contents, illustration, recruitment
from verbatim.report.page import page


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the tables and figures, write the page."""
    text = page(
        contents.read(door.named(inputs, contents.PROMISES)),
        [illustration.read(path) for path in door.paths(inputs.figures)],
        recruitment.read(door.paths(inputs.recruitment)),
        params.settings,
    )
    files.write_text(Path(output.page), text)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
