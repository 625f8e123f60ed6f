"""Room 2, replacing: tags, and a second pass over what is left.

READS   results/private/1_ingest/segments/{batch}.csv        one row per segment, as spoken
        results/private/2_deidentify/identifiers.csv         what was decided: the key
WRITES  results/private/2_deidentify/offsets.csv             spoken text to de-identified text
        results/private/2_deidentify/near.csv                words left that are nearly a name
        results/restricted/2_deidentify/segments/{batch}.csv the segments, de-identified
        results/2_deidentify/replacements.csv                how many, by interview and kind
"""


rule deidentify_replace:
    """Replace what was decided by tags numbered within each interview, and look again."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        identifiers="results/private/2_deidentify/identifiers.csv",
    output:
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        offsets="results/private/2_deidentify/offsets.csv",
        near="results/private/2_deidentify/near.csv",
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
