"""Room 2, measuring: the automatic step against what a person found, and what may be left.

READS   results/private/2_deidentify/automatic.csv    what the program alone would replace
        results/private/2_deidentify/checked.csv      the hand-checked sample, where its words stand now
        results/private/2_deidentify/near.csv         words left that are nearly a name
        results/private/1_ingest/segments/{batch}.csv one row per segment, as spoken
        results/1_ingest/losses.csv                   how many words there are
        data/private/identifiers/checked_segments.csv segments that people were given to read
WRITES  results/2_deidentify/recall.*                 by kind of identifying detail
        results/2_deidentify/missed.csv               people named, leaks per 10,000 words, by kind
        results/2_deidentify/residual.csv             what may still identify somebody
        results/private/2_deidentify/to_check.csv     segments to read yet
"""


rule deidentify_measure:
    """Measure the program alone against the hand-checked sample, and draw it."""
    input:
        automatic="results/private/2_deidentify/automatic.csv",
        checked="results/private/2_deidentify/checked.csv",
        missed="results/2_deidentify/missed.csv",
    output:
        recall="results/2_deidentify/recall.csv",
        figure=report(
            multiext("results/2_deidentify/recall", ".svg", ".pdf", ".png"),
            caption="report/deidentify_recall.rst",
            category="2. De-identify",
            labels={"figure": "Recall of the automatic step"},
        ),
        provenance="results/provenance/deidentify_measure.json",
    log:
        "logs/2_deidentify/deidentify_measure.log",
    conda:
        "../envs/figures.yaml"
    params:
        invented=config["study"]["invented"],
        code=code_behind("deidentify_measure.py"),
        lock=LOCK,
    message:
        "Measure de-identification against the hand-checked sample."
    script:
        "../scripts/deidentify_measure.py"


rule deidentify_residual:
    """Offer segments to read, and estimate what may still identify somebody."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        losses="results/1_ingest/losses.csv",
        automatic="results/private/2_deidentify/automatic.csv",
        checked="results/private/2_deidentify/checked.csv",
        near="results/private/2_deidentify/near.csv",
        checked_segments=STUDY.brought("checked_segments"),
    output:
        to_check="results/private/2_deidentify/to_check.csv",
        missed=report(
            "results/2_deidentify/missed.csv",
            caption="report/deidentify_missed.rst",
            category="2. De-identify",
            labels={"table": "What the automatic step leaves"},
        ),
        residual=report(
            "results/2_deidentify/residual.csv",
            caption="report/deidentify_residual.rst",
            category="2. De-identify",
            labels={"table": "What may still identify somebody"},
        ),
        provenance="results/provenance/deidentify_residual.json",
    log:
        "logs/2_deidentify/deidentify_residual.log",
    conda:
        "../envs/text.yaml"
    params:
        left_out=STUDY.left_out,
        check=STUDY.chosen("deidentify", "check"),
        seed=config["seed"],
        code=code_behind("deidentify_residual.py"),
        lock=LOCK,
    message:
        "Estimate what may still identify somebody."
    script:
        "../scripts/deidentify_residual.py"
