"""Nothing of an interview that was taken out stays behind, and nothing unfinished."""

from pathlib import Path

from verbatim import leftovers


def _made(study: Path, *paths: str) -> list[Path]:
    made = [study / path for path in paths]
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return made


def test_batches_and_tickets_that_are_no_more(tmp_path: Path) -> None:
    """Files of a batch or interview that the study no longer has are deleted, others stay."""
    gone = _made(
        tmp_path,
        "results/private/1_ingest/tickets/P02.json",
        "results/private/1_ingest/segments/3.csv",
        "results/private/2_deidentify/review/3.xlsx",
        "results/restricted/2_deidentify/segments/3.csv",
        "results/provenance/ingest_read.3.json",
        "logs/1_ingest/ingest_read.3.log",
        "results/private/kept/results/restricted/2_deidentify/segments/3.csv",
    )
    stay = _made(
        tmp_path,
        "results/private/1_ingest/tickets/P01.json",
        "results/private/1_ingest/segments/0.csv",
        "results/restricted/2_deidentify/segments/0.csv",
        "results/provenance/ingest_read.0.json",
        "results/provenance/code_check.json",
        "logs/1_ingest/ingest_report.log",
    )
    leftovers.forget(tmp_path, ["P01"], {"0": ["P01"]})

    assert not [path for path in gone if path.exists()]
    assert [] == [path for path in stay if not path.exists()]


def test_unfinished_files(tmp_path: Path) -> None:
    """The temporary file of a job that was killed goes, a file that people hid stays."""
    (gone,) = _made(tmp_path, "results/4_code/.a1b2c3d_.csv")
    (stay,) = _made(tmp_path, "results/4_code/.gitkeep")
    leftovers.sweep(tmp_path)

    assert not gone.exists()
    assert stay.exists()


def test_logs_of_earlier_runs_go(tmp_path: Path) -> None:
    """Snakemake logs what a setting was before it was mended; no later run could be clean of it."""
    log = tmp_path / ".snakemake/log/2024-05-01.snakemake.log"
    log.parent.mkdir(parents=True)
    log.write_text("params have changed: {'title': 'Talks with Zebedee'}")
    leftovers.sweep(tmp_path)

    assert not log.exists()
