"""Room 1: read transcripts as they come into segments of speech.

READS   results/private/1_ingest/tickets/{interview}.json   which transcript, which labels
        data/private/transcripts/*                          the transcripts (through the tickets)
        data/private/frozen/*                               what the team has accepted (likewise)
WRITES  results/private/1_ingest/segments/{batch}.csv       one row per segment, as spoken
        results/private/1_ingest/losses/{batch}.csv         one row per transcript
        results/private/1_ingest/differences/{batch}.csv    what is not as it was accepted
        results/private/1_ingest/frozen/{batch}.csv         how much of it, by interview
        results/1_ingest/{losses,frozen}.csv                the same for the whole study
        results/private/1_ingest/differences.csv            likewise
"""


rule ingest_read:
    """Read one batch of transcripts."""
    input:
        tickets=STUDY.tickets,
    output:
        segments="results/private/1_ingest/segments/{batch}.csv",
        losses="results/private/1_ingest/losses/{batch}.csv",
        differences="results/private/1_ingest/differences/{batch}.csv",
        frozen="results/private/1_ingest/frozen/{batch}.csv",
        provenance="results/provenance/ingest_read.{batch}.json",
    log:
        "logs/1_ingest/ingest_read.{batch}.log",
    conda:
        "../envs/core.yaml"
    params:
        pause_s=config["ingest"]["pause_s"],
        window_words=config["ingest"]["window_words"] * (config["ingest"]["segment"] == "sentences"),
        language=STUDY.chosen("ingest", "language"),
        code=code_behind("ingest_read.py"),
        lock=LOCK,
    message:
        "Read transcripts, batch {wildcards.batch}."
    script:
        "../scripts/ingest_read.py"


rule ingest_report:
    """Put together what was read, what was left behind, and what was otherwise before."""
    input:
        losses=expand("results/private/1_ingest/losses/{batch}.csv", batch=BATCHES),
        frozen=expand("results/private/1_ingest/frozen/{batch}.csv", batch=BATCHES),
        differences=expand("results/private/1_ingest/differences/{batch}.csv", batch=BATCHES),
    output:
        losses=report(
            "results/1_ingest/losses.csv",
            caption="report/ingest_losses.rst",
            category="1. Ingest",
            labels={"table": "What was read, what was left behind"},
        ),
        frozen=report(
            "results/1_ingest/frozen.csv",
            caption="report/ingest_frozen.rst",
            category="1. Ingest",
            labels={"table": "What is as the team accepted it"},
        ),
        differences="results/private/1_ingest/differences.csv",
        provenance="results/provenance/ingest_report.json",
    log:
        "logs/1_ingest/ingest_report.log",
    conda:
        "../envs/core.yaml"
    params:
        code=code_behind("ingest_report.py"),
        lock=LOCK,
    message:
        "Report what was read."
    script:
        "../scripts/ingest_report.py"
