"""Room 3: suggest codes to coders, who decide; learns from people's codings only.

READS   results/restricted/2_deidentify/segments/{batch}.csv  de-identified segments
        results/restricted/4_code/carried.csv                 codings, checked and carried
        results/4_code/codebook.csv                           codes with their definitions
WRITES  results/restricted/3_suggest/suggestions.csv          ranked codes with reasons
        results/3_suggest/quality.*                           judged on interviews left out
        results/3_suggest/calibration.csv                     promised and observed shares
"""


rule suggest_rank:
    """Rank codes for each participant's segment, and judge the ranking."""
    input:
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
        carried="results/restricted/4_code/carried.csv",
        codebook="results/4_code/codebook.csv",
    output:
        suggestions="results/restricted/3_suggest/suggestions.csv",
        quality="results/3_suggest/quality.csv",
        calibration="results/3_suggest/calibration.csv",
        provenance="results/provenance/suggest_rank.json",
    log:
        "logs/3_suggest/suggest_rank.log",
    conda:
        "../envs/text.yaml"
    params:
        layer=STUDY.chosen("code", "layer"),
        shown=config["suggest"]["shown"],
        minimum_words=config["suggest"]["minimum_words"],
        code=code_behind("suggest_rank.py"),
        lock=LOCK,
    message:
        "Suggest codes."
    script:
        "../scripts/suggest_rank.py"


rule suggest_draw:
    """Draw how good the suggestions are."""
    input:
        quality="results/3_suggest/quality.csv",
        calibration="results/3_suggest/calibration.csv",
        codebook="results/4_code/codebook.csv",
    output:
        quality=report(
            multiext("results/3_suggest/quality", ".svg", ".pdf", ".png"),
            caption="report/suggest_quality.rst",
            category="3. Suggest",
            labels={"figure": "Suggestions on interviews left out"},
        ),
        provenance="results/provenance/suggest_draw.json",
    log:
        "logs/3_suggest/suggest_draw.log",
    conda:
        "../envs/figures.yaml"
    params:
        invented=config["study"]["invented"],
        code=code_behind("suggest_draw.py"),
        lock=LOCK,
    message:
        "Draw the quality of suggestions."
    script:
        "../scripts/suggest_draw.py"
