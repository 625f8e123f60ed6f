"""Room 2, sharing: a copy in which unmarked inventions stand, where a study wants one.

READS   results/private/1_ingest/segments/{batch}.csv        as spoken
        results/private/2_deidentify/identifiers.csv         the key
        data/private/identifiers/roster.csv                  names known beforehand
WRITES  results/restricted/2_deidentify/shared.csv           the copy, all interviews
        results/private/2_deidentify/surrogates.csv          which words of it are inventions
"""


rule deidentify_share:
    """Put unmarked inventions in the place of identifiers, in a copy for sharing."""
    input:
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        identifiers="results/private/2_deidentify/identifiers.csv",
        roster=STUDY.brought("roster"),
    output:
        segments="results/restricted/2_deidentify/shared.csv",
        surrogates="results/private/2_deidentify/surrogates.csv",
        provenance="results/provenance/deidentify_share.json",
    log:
        "logs/2_deidentify/deidentify_share.log",
    conda:
        "../envs/text.yaml"
    params:
        seed=config["seed"],
        code=code_behind("deidentify_share.py"),
        lock=LOCK,
    message:
        "Write a copy for sharing, with inventions in the place of identifiers."
    script:
        "../scripts/deidentify_share.py"
