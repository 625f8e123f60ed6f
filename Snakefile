"""From verbatim transcripts to audited results: the whole study, in the order it happens."""

from snakemake.utils import min_version

min_version("9.19")


# The study's own choices; the defaults and their meanings stand in the schema.
if os.path.exists("config.yaml"):

    configfile: "config.yaml"


report: "workflow/report/study.rst"


include: "workflow/common.smk"
include: "workflow/artefacts.smk"
include: "workflow/ingest.smk"
include: "workflow/deidentify.smk"
include: "workflow/deidentify_replace.smk"
include: "workflow/deidentify_measure.smk"
include: "workflow/deidentify_share.smk"
include: "workflow/deidentify_disclose.smk"
include: "workflow/deidentify_review.smk"
include: "workflow/suggest.smk"
include: "workflow/code.smk"
include: "workflow/code_agree.smk"
include: "workflow/saturate.smk"
include: "workflow/compare.smk"
include: "workflow/report_quote.smk"
include: "workflow/report.smk"
include: "workflow/release.smk"


rule all:
    """The finished study: its release, and the tables that only its team sees."""
    input:
        "results/8_release/release.json",
