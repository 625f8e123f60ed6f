"""Room 5: how many new codes each further interview brought.

READS   results/restricted/4_code/carried.csv                 codings under the current codebook
        results/4_code/codebook.csv                           codes, subthemes, themes
        data/private/interviews.csv                           the day of each interview
        results/private/1_ingest/tickets/{interview}.json     which interviews are analysed
WRITES  results/5_saturate/saturation.*                       by interview, in order of date
        results/5_saturate/stopping.csv                       Guest, Namey and Chen's grid
"""


rule saturate_count:
    """Count new codes by interview, with the exact mean and deviation over all orders."""
    input:
        carried="results/restricted/4_code/carried.csv",
        codebook="results/4_code/codebook.csv",
        interviews="data/private/interviews.csv",
        tickets=expand(
            "results/private/1_ingest/tickets/{interview}.json", interview=STUDY.interviews
        ),
    output:
        saturation="results/5_saturate/saturation.csv",
        stopping=report(
            "results/5_saturate/stopping.csv",
            caption="report/saturate_stopping.rst",
            category="5. Saturate",
            labels={"table": "Stopping rules"},
        ),
        provenance="results/provenance/saturate_count.json",
    log:
        "logs/5_saturate/saturate_count.log",
    conda:
        "../envs/core.yaml"
    params:
        layer=STUDY.chosen("code", "layer"),
        bases=config["saturate"]["bases"],
        runs=config["saturate"]["runs"],
        thresholds=config["saturate"]["thresholds"],
        code=code_behind("saturate_count.py"),
        lock=LOCK,
    message:
        "Count new codes by interview."
    script:
        "../scripts/saturate_count.py"


rule saturate_draw:
    """Draw the saturation curve."""
    input:
        saturation="results/5_saturate/saturation.csv",
        stopping="results/5_saturate/stopping.csv",
    output:
        saturation=report(
            multiext("results/5_saturate/saturation", ".svg", ".pdf", ".png"),
            caption="report/saturate_saturation.rst",
            category="5. Saturate",
            labels={"figure": "Saturation"},
        ),
        provenance="results/provenance/saturate_draw.json",
    log:
        "logs/5_saturate/saturate_draw.log",
    conda:
        "../envs/figures.yaml"
    params:
        invented=config["study"]["invented"],
        code=code_behind("saturate_draw.py"),
        lock=LOCK,
    message:
        "Draw the saturation curve."
    script:
        "../scripts/saturate_draw.py"
