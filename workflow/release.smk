"""Room 8: search everything for identifiers, then make the content-addressed release.

READS   results/private/2_deidentify/{identifiers,offsets}.csv       every decided identifier
        results/private/1_ingest/{segments,tickets}/*                speech, names of files and labels
        data/private/participants.csv, identifiers/roster.csv        attributes and names known
        results/1_ingest … 7_report, results/restricted              everything made so far
        logs, .snakemake                                             records of the run
WRITES  results/8_release/{leaks,exempt}.csv                         what was searched, what passed
        results/releases/<id>/                                       the release
        results/8_release/release.json                               which release is the newest
"""


rule release_check:
    """Search every public and restricted artefact, log and record for identifiers."""
    input:
        public=PUBLIC,
        restricted=RESTRICTED,
        spoken=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        public_text=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        identifiers="results/private/2_deidentify/identifiers.csv",
        offsets="results/private/2_deidentify/offsets.csv",
        tickets=expand(
            "results/private/1_ingest/tickets/{interview}.json", interview=STUDY.interviews
        ),
        roster=STUDY.brought("roster"),
        participants="data/private/participants.csv",
        codebook="results/4_code/codebook.csv",
        captions=sorted(map(str, Path(workflow.basedir, "workflow/report").glob("*.rst"))),
    output:
        leaks=report(
            "results/8_release/leaks.csv",
            caption="report/release_leaks.rst",
            category="8. Release",
            labels={"table": "Search for identifiers"},
        ),
        exempt="results/8_release/exempt.csv",
        provenance="results/provenance/release_check.json",
    log:
        "logs/8_release/release_check.log",
    conda:
        "../envs/core.yaml"
    params:
        settings=STUDY.chosen(),
        code=code_behind("release_check.py"),
        lock=LOCK,
    message:
        "Search results, logs and records for identifiers."
    script:
        "../scripts/release_check.py"


rule release_pack:
    """Make the release, named by what is in it."""
    input:
        public=PUBLIC,
        restricted=RESTRICTED,
        leaks="results/8_release/leaks.csv",
        exempt="results/8_release/exempt.csv",
        lock_file=f"{workflow.basedir}/requirements.lock",
        rules=[
            f"{workflow.basedir}/Snakefile",
            *sorted(map(str, Path(workflow.basedir, "workflow").glob("*.smk"))),
        ],
    output:
        release="results/8_release/release.json",
        provenance="results/provenance/release_pack.json",
    log:
        "logs/8_release/release_pack.log",
    conda:
        "../envs/core.yaml"
    params:
        settings=STUDY.chosen(),
        code=code_behind("release_pack.py"),
        lock=LOCK,
    message:
        "Make the release."
    script:
        "../scripts/release_pack.py"
