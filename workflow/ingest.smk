"""Room 1: read transcripts as they come into segments of speech.

READS   results/private/1_ingest/tickets/{interview}.json   which transcript, which labels
        data/private/transcripts/*                          the transcripts (through the tickets)
        data/private/frozen/*                               what the team has accepted (likewise)
WRITES  results/private/1_ingest/segments/{batch}.csv       one row per segment, as spoken
        results/private/1_ingest/{losses,speakers}/{batch}.csv     what was read; who talks how much
        results/private/1_ingest/{notes,dropped,labels,comments}/{batch}.csv   what is no speech
        results/private/1_ingest/{differences,frozen}/{batch}.csv  what is not as it was accepted
        results/1_ingest/{losses,speakers,frozen}.*         the same for the whole study
        results/private/1_ingest/differences.csv            likewise
        results/{1_ingest,private/1_ingest}/overview.html   for people, the private one with speech
"""


rule ingest_read:
    """Read one batch of transcripts."""
    input:
        tickets=STUDY.tickets,
    output:
        segments="results/private/1_ingest/segments/{batch}.csv",
        losses="results/private/1_ingest/losses/{batch}.csv",
        speakers="results/private/1_ingest/speakers/{batch}.csv",
        notes="results/private/1_ingest/notes/{batch}.csv",
        dropped="results/private/1_ingest/dropped/{batch}.csv",
        labels="results/private/1_ingest/labels/{batch}.csv",
        comments="results/private/1_ingest/comments/{batch}.csv",
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
    """Put together what was read, left behind and otherwise before; show it to people."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        losses=expand("results/private/1_ingest/losses/{batch}.csv", batch=BATCHES),
        speakers=expand("results/private/1_ingest/speakers/{batch}.csv", batch=BATCHES),
        frozen=expand("results/private/1_ingest/frozen/{batch}.csv", batch=BATCHES),
        differences=expand("results/private/1_ingest/differences/{batch}.csv", batch=BATCHES),
        notes=expand("results/private/1_ingest/notes/{batch}.csv", batch=BATCHES),
        dropped=expand("results/private/1_ingest/dropped/{batch}.csv", batch=BATCHES),
        labels=expand("results/private/1_ingest/labels/{batch}.csv", batch=BATCHES),
        comments=expand("results/private/1_ingest/comments/{batch}.csv", batch=BATCHES),
        tickets=expand(
            "results/private/1_ingest/tickets/{interview}.json", interview=STUDY.interviews
        ),
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
        speakers="results/1_ingest/speakers.csv",
        figure=report(
            multiext("results/1_ingest/speakers", ".svg", ".pdf", ".png"),
            caption="report/ingest_speakers.rst",
            category="1. Ingest",
            labels={"figure": "Who talks how much"},
        ),
        overview="results/1_ingest/overview.html",
        inside="results/private/1_ingest/overview.html",
        provenance="results/provenance/ingest_report.json",
    log:
        "logs/1_ingest/ingest_report.log",
    conda:
        "../envs/figures.yaml"
    params:
        study=STUDY.chosen("study"),
        code=code_behind("ingest_report.py"),
        lock=LOCK,
    message:
        "Report what was read."
    script:
        "../scripts/ingest_report.py"
