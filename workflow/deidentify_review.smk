"""Room 2, review: what people are asked, and how far they have come.

READS   results/private/1_ingest/segments/{batch}.csv        as spoken
        results/private/2_deidentify/mentions/{batch}.csv    what each layer proposes
        results/private/2_deidentify/identifiers.csv         what was decided
        results/private/2_deidentify/checked.csv             the hand-checked sample
        results/private/2_deidentify/answers.json            list of the workbooks that came back
        data/private/identifiers/roster.csv                  names known beforehand
WRITES  results/private/2_deidentify/queue/{batch}.csv       the open questions
        results/private/2_deidentify/review/{batch}.xlsx     the same, to answer in
        results/2_deidentify/review.csv                      how many, by reason
"""


rule deidentify_review:
    """List what the program is not sure of, as workbooks for people to answer in."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        mentions=expand("results/private/2_deidentify/mentions/{batch}.csv", batch=BATCHES),
        identifiers="results/private/2_deidentify/identifiers.csv",
        checked="results/private/2_deidentify/checked.csv",
        answers="results/private/2_deidentify/answers.json",
        roster=STUDY.brought("roster"),
    output:
        queue=expand("results/private/2_deidentify/queue/{batch}.csv", batch=BATCHES),
        workbooks=expand("results/private/2_deidentify/review/{batch}.xlsx", batch=BATCHES),
        review=report(
            "results/2_deidentify/review.csv",
            caption="report/deidentify_review.rst",
            category="2. De-identify",
            labels={"table": "Questions to people"},
        ),
        provenance="results/provenance/deidentify_review.json",
    log:
        "logs/2_deidentify/deidentify_review.log",
    conda:
        "../envs/text.yaml"
    params:
        left_out=STUDY.left_out,
        settled=STUDY.settled,
        language=STUDY.chosen("ingest", "language"),
        code=code_behind("deidentify_review.py"),
        lock=LOCK,
    message:
        "List what people should look at."
    script:
        "../scripts/deidentify_review.py"
