"""Room 2, disclosure: how alone participants are in what is published about them.

READS   data/private/participants.csv                              their attributes
        results/7_report/quotations.csv                            quotations that people chose
        results/restricted/2_deidentify/segments/{batch}.csv       who speaks in them
        results/private/2_deidentify/{offsets,identifiers}.csv     which details were kept or generalised
WRITES  results/2_deidentify/disclosure.*                          counts, view by view
        results/private/2_deidentify/exposed_participants.csv      who is in a class that is too small
        results/private/2_deidentify/exposed_quotations.csv        which quotations show who speaks
        results/private/2_deidentify/participants_generalised.csv  the least general tables
"""


rule deidentify_disclose:
    """Measure how alone participants are in what is published about them, and draw it."""
    input:
        participants="data/private/participants.csv",
        chosen="results/7_report/quotations.csv",
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        offsets="results/private/2_deidentify/offsets.csv",
        identifiers="results/private/2_deidentify/identifiers.csv",
    output:
        disclosure="results/2_deidentify/disclosure.csv",
        figure=report(
            multiext("results/2_deidentify/disclosure", ".svg", ".pdf", ".png"),
            caption="report/deidentify_disclosure.rst",
            category="2. De-identify",
            labels={"figure": "Participants who look alike"},
        ),
        participants="results/private/2_deidentify/exposed_participants.csv",
        quotations="results/private/2_deidentify/exposed_quotations.csv",
        generalised="results/private/2_deidentify/participants_generalised.csv",
        provenance="results/provenance/deidentify_disclose.json",
    log:
        "logs/2_deidentify/deidentify_disclose.log",
    conda:
        "../envs/figures.yaml"
    params:
        settings=STUDY.chosen(),
        invented=config["study"]["invented"],
        code=code_behind("deidentify_disclose.py"),
        lock=LOCK,
    message:
        "Measure how alone participants are in what is published about them."
    script:
        "../scripts/deidentify_disclose.py"
