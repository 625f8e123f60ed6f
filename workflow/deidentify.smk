"""Room 2: find identifying details, and decide on them.

READS   results/private/1_ingest/segments/{batch}.csv        one row per segment, as spoken
        results/private/1_ingest/tickets/{interview}.json    labels of the speakers, which may be names
        data/private/identifiers/{roster,decisions,sample}.csv   names known, answers, what was checked
        data/private/identifiers/checked_segments.csv        segments that people were given to read
        results/private/2_deidentify/answers.json            list of the workbooks that came back
WRITES  results/private/2_deidentify/mentions/{batch}.csv    what each layer proposes
        results/private/2_deidentify/automatic.csv           what the program alone would replace
        results/private/2_deidentify/identifiers.csv         what was decided: the key
        results/private/2_deidentify/checked.csv             the sample, where its words stand now
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
        checked_segments=STUDY.brought("checked_segments"),
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
