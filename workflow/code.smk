"""Room 4: check what coders gave and carry it to the current codebook.

READS   results/private/4_code/codings.json               which files of codings there are
        data/private/codings/*.csv                        codings (through the list)
        data/codebook/*                                   the framework and its history
        data/private/frozen/*                             what the team has accepted
        results/private/1_ingest/segments/{batch}.csv     segments, to check what was coded
WRITES  results/restricted/4_code/codings.csv             codings as given, checked
        results/restricted/4_code/carried.csv             under the current codebook
        results/restricted/4_code/recode.csv              what people must look at again
        results/private/4_code/reanchor.csv               of these, old text beside new
        results/private/4_code/memos.csv                  coders' memos
        results/4_code/{codebook,changes,counts}.csv      framework, its history, counts
"""


rule code_check:
    """Check every coding's references and carry it to the current codebook."""
    input:
        codings="results/private/4_code/codings.json",
        codebook=STUDY.codebook,
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
        frozen=STUDY.frozen,
    output:
        codings="results/restricted/4_code/codings.csv",
        carried="results/restricted/4_code/carried.csv",
        recode="results/restricted/4_code/recode.csv",
        reanchor="results/private/4_code/reanchor.csv",
        memos="results/private/4_code/memos.csv",
        codebook=report(
            "results/4_code/codebook.csv",
            caption="report/code_codebook.rst",
            category="4. Code",
            labels={"table": "Codebook"},
        ),
        changes="results/4_code/changes.csv",
        counts=report(
            "results/4_code/counts.csv",
            caption="report/code_counts.rst",
            category="4. Code",
            labels={"table": "Codings given and carried"},
        ),
        provenance="results/provenance/code_check.json",
    log:
        "logs/4_code/code_check.log",
    conda:
        "../envs/core.yaml"
    params:
        left_out=STUDY.left_out,
        code=code_behind("code_check.py"),
        lock=LOCK,
    message:
        "Check the codings and carry them to the current codebook."
    script:
        "../scripts/code_check.py"
