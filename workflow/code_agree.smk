"""Room 4, agreement: how far independent coders agree, on the codings as given.

READS   results/restricted/4_code/{codings,recode}.csv    codings, and what has changed since
        results/private/4_code/memos.csv                  coders' memos
        data/codebook/*                                   the framework and its history
        results/private/1_ingest/segments/{batch}.csv     segments: the units compared
WRITES  results/4_code/agreement.*                        Krippendorff's alpha by code
        results/private/4_code/disagreements.csv          for the consensus meeting
"""


rule code_agree:
    """Measure how far independent coders agree, on the codings as given."""
    input:
        codings="results/restricted/4_code/codings.csv",
        recode="results/restricted/4_code/recode.csv",
        memos="results/private/4_code/memos.csv",
        codebook=STUDY.codebook,
        segments=expand("results/private/1_ingest/segments/{batch}.csv", batch=BATCHES),
    output:
        agreement="results/4_code/agreement.csv",
        disagreements="results/private/4_code/disagreements.csv",
        provenance="results/provenance/code_agree.json",
    log:
        "logs/4_code/code_agree.log",
    conda:
        "../envs/core.yaml"
    params:
        resamples=config["code"]["resamples"],
        seed=config["seed"],
        code=code_behind("code_agree.py"),
        lock=LOCK,
    message:
        "Measure agreement between independent coders."
    script:
        "../scripts/code_agree.py"


rule code_draw:
    """Draw agreement by code."""
    input:
        agreement="results/4_code/agreement.csv",
    output:
        agreement=report(
            multiext("results/4_code/agreement", ".svg", ".pdf", ".png"),
            caption="report/code_agreement.rst",
            category="4. Code",
            labels={"figure": "Agreement by code"},
        ),
        provenance="results/provenance/code_draw.json",
    log:
        "logs/4_code/code_draw.log",
    conda:
        "../envs/figures.yaml"
    params:
        invented=config["study"]["invented"],
        code=code_behind("code_draw.py"),
        lock=LOCK,
    message:
        "Draw agreement by code."
    script:
        "../scripts/code_draw.py"
