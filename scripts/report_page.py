"""Put the whole report into one file that opens without a network."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, files
from verbatim.report import contents, illustration, recruitment
from verbatim.report.page import page as written

if TYPE_CHECKING:
    snakemake: Any


def main(
    *,
    tables: dict[str, list[Path]],
    figures: list[Path],
    recruited: list[Path],
    settings: dict[str, Any],
    page: Path,
) -> None:
    """Read the tables and figures, write the page."""
    text = written(
        contents.read(tables),
        [illustration.read(path) for path in figures],
        recruitment.read(recruited),
        settings,
    )
    files.write_text(page, text)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            tables={name: door.paths(getattr(snakemake.input, name)) for name in contents.PROMISES},
            figures=door.paths(snakemake.input.figures),
            recruited=door.paths(snakemake.input.recruitment),
            settings=snakemake.params.settings,
            page=Path(snakemake.output.page),
        )
