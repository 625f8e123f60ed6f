"""What leaves the house: every public artefact, and the restricted ones that are listed by hash."""

PUBLIC = [
    "results/1_ingest/losses.csv",
    "results/1_ingest/frozen.csv",
    "results/1_ingest/overview.html",
    *multiext("results/1_ingest/speakers", ".csv", ".svg", ".pdf", ".png"),
    "results/2_deidentify/replacements.csv",
    "results/2_deidentify/review.csv",
    *multiext("results/2_deidentify/recall", ".csv", ".svg", ".pdf", ".png"),
    *multiext("results/2_deidentify/disclosure", ".csv", ".svg", ".pdf", ".png"),
    "results/2_deidentify/missed.csv",
    "results/2_deidentify/residual.csv",
    *multiext("results/3_suggest/quality", ".csv", ".svg", ".pdf", ".png"),
    "results/3_suggest/calibration.csv",
    "results/4_code/codebook.csv",
    "results/4_code/changes.csv",
    "results/4_code/counts.csv",
    *multiext("results/6_compare/themes", ".csv", ".svg", ".pdf", ".png"),
    *multiext("results/6_compare/groups", ".csv", ".svg", ".pdf", ".png"),
    *multiext("results/6_compare/presence", ".csv", ".svg", ".pdf", ".png"),
    "results/7_report/sample.csv",
    "results/7_report/quotations.csv",
    "results/7_report/report.html",
]

# Under the reflexive stance neither agreement nor saturation is claimed.
if not REFLEXIVE:
    PUBLIC += [
        *multiext("results/4_code/agreement", ".csv", ".svg", ".pdf", ".png"),
        *multiext("results/5_saturate/saturation", ".csv", ".svg", ".pdf", ".png"),
        "results/5_saturate/stopping.csv",
    ]

RESTRICTED = [
    *expand("results/restricted/2_deidentify/segments/{batch}.csv", batch=BATCHES),
    "results/restricted/3_suggest/suggestions.csv",
    "results/restricted/4_code/codings.csv",
    "results/restricted/4_code/carried.csv",
    "results/restricted/4_code/recode.csv",
    "results/restricted/7_report/proposed.csv",
    "results/restricted/7_report/quotations.html",
]

if config["deidentify"]["surrogates"]:
    RESTRICTED.append("results/restricted/2_deidentify/shared.csv")
