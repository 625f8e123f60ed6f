"""Room 2, recall: the automatic step against what a person found.

READS   results/private/2_deidentify/automatic.csv   what the program alone would replace
        results/private/2_deidentify/checked.csv     the hand-checked sample, where its words stand now
WRITES  results/2_deidentify/recall.*                by kind of identifying detail
"""


rule deidentify_measure:
    """Measure the program alone against the hand-checked sample, and draw it."""
    input:
        automatic="results/private/2_deidentify/automatic.csv",
        checked="results/private/2_deidentify/checked.csv",
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
