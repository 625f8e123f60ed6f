"""Room 7: the tables, quotations and page that a paper is written from.

READS   data/private/participants.csv, recruitment.yaml, quotations.csv
        results/restricted/2_deidentify/segments/{batch}.csv   de-identified segments
        results/private/2_deidentify/offsets.csv               spoken text to de-identified text
        results/restricted/4_code/carried.csv                  codings under the current codebook
        results/1_ingest … 6_compare                           tables and figures
WRITES  results/7_report/sample.csv                            sample characteristics
        results/7_report/quotations.csv                        quotations that people chose
        results/restricted/7_report/proposed.csv               quotations that the program proposes
        results/restricted/7_report/quotations.html            both, to choose from
        results/7_report/report.html                           the report, in one file
"""


rule report_sample:
    """Describe who took part."""
    input:
        interviews="data/private/interviews.csv",
        participants="data/private/participants.csv",
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
    output:
        sample=report(
            "results/7_report/sample.csv",
            caption="report/report_sample.rst",
            category="7. Report",
            labels={"table": "Sample characteristics"},
        ),
        provenance="results/provenance/report_sample.json",
    log:
        "logs/7_report/report_sample.log",
    conda:
        "../envs/core.yaml"
    params:
        groups=STUDY.chosen("groups"),
        publish=STUDY.chosen("privacy", "publish"),
        code=code_behind("report_sample.py"),
        lock=LOCK,
    message:
        "Describe the sample."
    script:
        "../scripts/report_sample.py"


rule report_quote:
    """De-identify and attribute the chosen quotations, and propose others."""
    input:
        quotations=STUDY.brought("quotations"),
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        offsets="results/private/2_deidentify/offsets.csv",
        carried="results/restricted/4_code/carried.csv",
        codebook="results/4_code/codebook.csv",
        participants="data/private/participants.csv",
    output:
        quotations=report(
            "results/7_report/quotations.csv",
            caption="report/report_quotations.rst",
            category="7. Report",
            labels={"table": "Quotations"},
        ),
        proposed="results/restricted/7_report/proposed.csv",
        page="results/restricted/7_report/quotations.html",
        provenance="results/provenance/report_quote.json",
    log:
        "logs/7_report/report_quote.log",
    conda:
        "../envs/core.yaml"
    params:
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


rule report_page:
    """Put the whole report into one file that opens without a network."""
    input:
        losses="results/1_ingest/losses.csv",
        replacements="results/2_deidentify/replacements.csv",
        recall="results/2_deidentify/recall.csv",
        quality="results/3_suggest/quality.csv",
        codebook="results/4_code/codebook.csv",
        changes="results/4_code/changes.csv",
        counts="results/4_code/counts.csv",
        agreement=[] if REFLEXIVE else "results/4_code/agreement.csv",
        saturation=[] if REFLEXIVE else "results/5_saturate/saturation.csv",
        stopping=[] if REFLEXIVE else "results/5_saturate/stopping.csv",
        themes="results/6_compare/themes.csv",
        groups="results/6_compare/groups.csv",
        sample="results/7_report/sample.csv",
        quotations="results/7_report/quotations.csv",
        proposed="results/restricted/7_report/proposed.csv",
        recruitment=STUDY.brought("recruitment"),
        figures=[
            "results/2_deidentify/recall.svg",
            "results/3_suggest/quality.svg",
            *([] if REFLEXIVE else ["results/4_code/agreement.svg"]),
            *([] if REFLEXIVE else ["results/5_saturate/saturation.svg"]),
            "results/6_compare/themes.svg",
            "results/6_compare/groups.svg",
            "results/6_compare/presence.svg",
        ],
    output:
        page=report(
            "results/7_report/report.html",
            caption="report/report_page.rst",
            category="7. Report",
            labels={"page": "The whole report"},
        ),
        provenance="results/provenance/report_page.json",
    log:
        "logs/7_report/report_page.log",
    conda:
        "../envs/core.yaml"
    params:
        settings=STUDY.chosen(),
        code=code_behind("report_page.py"),
        lock=LOCK,
    message:
        "Write the report."
    script:
        "../scripts/report_page.py"
