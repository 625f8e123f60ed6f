"""Room 7, quotations: those that people chose, and those that the program proposes.

READS   data/private/{quotations,participants}.csv             what was chosen; consent and attributes
        results/restricted/2_deidentify/segments/{batch}.csv   de-identified segments
        results/private/2_deidentify/{offsets,identifiers}.csv spoken text to de-identified text
        results/private/1_ingest/differences.csv               what was corrected since it was frozen
        data/private/identifiers/sample.csv                    which interviews people checked
        results/restricted/4_code/carried.csv                  codings under the current codebook
        results/4_code/codebook.csv                            codes, subthemes, themes
WRITES  results/7_report/quotations.csv                        quotations that people chose
        results/private/7_report/undecided.csv                 words in them that could be names
        results/restricted/7_report/proposed.csv               quotations that the program proposes
        results/restricted/7_report/quotations.html            both, to choose from
"""


rule report_quote:
    """De-identify and attribute the chosen quotations, and propose others."""
    input:
        quotations=STUDY.brought("quotations"),
        sample=STUDY.brought("sample"),
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        offsets="results/private/2_deidentify/offsets.csv",
        identifiers="results/private/2_deidentify/identifiers.csv",
        carried="results/restricted/4_code/carried.csv",
        codebook="results/4_code/codebook.csv",
        participants="data/private/participants.csv",
        differences="results/private/1_ingest/differences.csv",
    output:
        quotations=report(
            "results/7_report/quotations.csv",
            caption="report/report_quotations.rst",
            category="7. Report",
            labels={"table": "Quotations"},
        ),
        undecided="results/private/7_report/undecided.csv",
        proposed="results/restricted/7_report/proposed.csv",
        page="results/restricted/7_report/quotations.html",
        provenance="results/provenance/report_quote.json",
    log:
        "logs/7_report/report_quote.log",
    conda:
        "../envs/core.yaml"
    params:
        left_out=STUDY.left_out,
        groups=STUDY.chosen("groups"),
        attribution=STUDY.chosen("report", "attribution"),
        publish=STUDY.chosen("privacy", "publish"),
        proposals=config["report"]["proposals"],
        layer=STUDY.chosen("code", "layer"),
        code=code_behind("report_quote.py"),
        lock=LOCK,
    message:
        "Attribute the chosen quotations and propose others."
    script:
        "../scripts/report_quote.py"
