"""Room 7: the sample, and the page that a paper is written from.

READS   data/private/{interviews,participants}.csv             who took part
        data/private/recruitment.yaml                          who was invited
        results/restricted/2_deidentify/segments/{batch}.csv   who speaks
        results/1_ingest … 7_report                            tables and figures
        results/restricted/7_report/proposed.csv               how many quotations are proposed
WRITES  results/7_report/sample.csv                            sample characteristics
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


rule report_page:
    """Put the whole report into one file that opens without a network."""
    input:
        losses="results/1_ingest/losses.csv",
        replacements="results/2_deidentify/replacements.csv",
        recall="results/2_deidentify/recall.csv",
        disclosure="results/2_deidentify/disclosure.csv",
        review="results/2_deidentify/review.csv",
        missed="results/2_deidentify/missed.csv",
        residual="results/2_deidentify/residual.csv",
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
        figures=[path for path in PUBLIC if path.endswith(".svg")],
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
