"""Room 6: which participants speak of what, overall and by group.

READS   results/restricted/4_code/carried.csv                  codings under the current codebook
        results/4_code/codebook.csv                            codes, subthemes, themes
        results/restricted/2_deidentify/segments/{batch}.csv   who speaks in which interview
        data/private/interviews.csv                            the day of each interview
        data/private/participants.csv                          participants' attributes
WRITES  results/6_compare/themes.*                             participants per theme, subtheme, code
        results/6_compare/groups.*                             the same by group
        results/6_compare/presence.*                           codes by interview
"""


rule compare_count:
    """Count participants per theme, subtheme and code, overall and by group."""
    input:
        carried="results/restricted/4_code/carried.csv",
        codebook="results/4_code/codebook.csv",
        interviews="data/private/interviews.csv",
        participants="data/private/participants.csv",
        segments=expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
    output:
        themes="results/6_compare/themes.csv",
        groups="results/6_compare/groups.csv",
        presence="results/6_compare/presence.csv",
        provenance="results/provenance/compare_count.json",
    log:
        "logs/6_compare/compare_count.log",
    conda:
        "../envs/core.yaml"
    params:
        layer=STUDY.chosen("code", "layer"),
        groups=STUDY.chosen("groups"),
        code=code_behind("compare_count.py"),
        lock=LOCK,
    message:
        "Count participants per theme, overall and by group."
    script:
        "../scripts/compare_count.py"


rule compare_draw:
    """Draw the dot plot of themes and the heat maps of groups and interviews."""
    input:
        themes="results/6_compare/themes.csv",
        groups="results/6_compare/groups.csv",
        presence="results/6_compare/presence.csv",
        codebook="results/4_code/codebook.csv",
    output:
        themes=report(
            multiext("results/6_compare/themes", ".svg", ".pdf", ".png"),
            caption="report/compare_themes.rst",
            category="6. Compare",
            labels={"figure": "Participants per theme"},
        ),
        groups=report(
            multiext("results/6_compare/groups", ".svg", ".pdf", ".png"),
            caption="report/compare_groups.rst",
            category="6. Compare",
            labels={"figure": "Participants per subtheme and group"},
        ),
        presence=report(
            multiext("results/6_compare/presence", ".svg", ".pdf", ".png"),
            caption="report/compare_presence.rst",
            category="6. Compare",
            labels={"figure": "Codes by interview"},
        ),
        provenance="results/provenance/compare_draw.json",
    log:
        "logs/6_compare/compare_draw.log",
    conda:
        "../envs/figures.yaml"
    params:
        intervals=config["compare"]["intervals"],
        groups=STUDY.chosen("groups"),
        invented=config["study"]["invented"],
        code=code_behind("compare_draw.py"),
        lock=LOCK,
    message:
        "Draw themes, groups and codes by interview."
    script:
        "../scripts/compare_draw.py"
