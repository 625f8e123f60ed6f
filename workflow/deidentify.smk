"""Room 2: find identifying details, decide on them, replace them by tags.

READS   results/private/1_ingest/segments/{batch}.csv        one row per segment, as spoken
        results/private/1_ingest/tickets/{interview}.json    labels of the speakers, which may be names
        data/private/identifiers/{roster,decisions,sample}.csv   names known, answers, what was checked
        results/private/2_deidentify/answers.json            list of the workbooks that came back
WRITES  results/private/2_deidentify/mentions/{batch}.csv    what each layer proposes
        results/private/2_deidentify/automatic.csv           what the program alone would replace
        results/private/2_deidentify/identifiers.csv         what was decided: the key
        results/private/2_deidentify/checked.csv             the sample, where its words stand now
        results/private/2_deidentify/offsets.csv             spoken text to de-identified text
        results/restricted/2_deidentify/segments/{batch}.csv the segments, de-identified
        results/2_deidentify/replacements.csv                how many, by interview and kind
"""


rule deidentify_find:
    """Find identifying mentions in one batch."""
    input:
        segments="results/private/1_ingest/segments/{batch}.csv",
        tickets=STUDY.tickets,
        roster=STUDY.brought("roster"),
    output:
        mentions="results/private/2_deidentify/mentions/{batch}.csv",
        provenance="results/provenance/deidentify_find.{batch}.json",
    log:
        "logs/2_deidentify/deidentify_find.{batch}.log",
    conda:
        "../envs/text.yaml"
    params:
        learned=STUDY.some("deidentify", "model", "spacy_pipeline", "presidio"),
        language=STUDY.chosen("ingest", "language"),
        code=code_behind("deidentify_find.py"),
        lock=LOCK,
    message:
        "Find identifying mentions, batch {wildcards.batch}."
    script:
        "../scripts/deidentify_find.py"


rule deidentify_decide:
    """Pool the names over the study and replay what people decided."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        mentions=expand("results/private/2_deidentify/mentions/{batch}.csv", batch=BATCHES),
        roster=STUDY.brought("roster"),
        decisions=STUDY.brought("decisions"),
        sample=STUDY.brought("sample"),
        answers="results/private/2_deidentify/answers.json",
    output:
        automatic="results/private/2_deidentify/automatic.csv",
        identifiers="results/private/2_deidentify/identifiers.csv",
        checked="results/private/2_deidentify/checked.csv",
        provenance="results/provenance/deidentify_decide.json",
    log:
        "logs/2_deidentify/deidentify_decide.log",
    conda:
        "../envs/text.yaml"
    params:
        left_out=STUDY.left_out,
        settled=STUDY.settled,
        checked_sample_decides=config["deidentify"]["checked_sample_decides"],
        policy=STUDY.chosen("deidentify", "policy"),
        replace_by=config["deidentify"]["replace_by"],
        seed=config["seed"],
        code=code_behind("deidentify_decide.py"),
        lock=LOCK,
    message:
        "Decide what is replaced: names pooled, people's decisions replayed."
    script:
        "../scripts/deidentify_decide.py"


rule deidentify_replace:
    """Replace what was decided by tags numbered within each interview."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        identifiers="results/private/2_deidentify/identifiers.csv",
    output:
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        offsets="results/private/2_deidentify/offsets.csv",
        replacements=report(
            "results/2_deidentify/replacements.csv",
            caption="report/deidentify_replacements.rst",
            category="2. De-identify",
            labels={"table": "Identifying details replaced"},
        ),
        provenance="results/provenance/deidentify_replace.json",
    log:
        "logs/2_deidentify/deidentify_replace.log",
    conda:
        "../envs/core.yaml"
    params:
        code=code_behind("deidentify_replace.py"),
        lock=LOCK,
    message:
        "Replace identifying mentions."
    script:
        "../scripts/deidentify_replace.py"
