"""Presidio, where the team has installed it, beside the rules."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.ner import general
from verbatim.errors import StudyError

LAYER = "presidio"
LEAST = 0.4
"""Score from which a result counts; below it Presidio itself asks for more context."""

CATEGORY_OF = {
    "PERSON": "PERSON",
    "LOCATION": "LOCATION",
    "ORGANIZATION": "ORGANISATION",
    "EMAIL_ADDRESS": "EMAIL",
    "PHONE_NUMBER": "PHONE",
    "AGE": "AGE",
    "UK_POSTCODE": "POSTCODE",
    "UK_NHS": "NHS_NUMBER",
    "UK_NINO": "REFERENCE",
    "UK_PASSPORT": "REFERENCE",
    "UK_VEHICLE_REGISTRATION": "REFERENCE",
    "UK_DRIVING_LICENCE": "REFERENCE",
    "CREDIT_CARD": "REFERENCE",
    "IBAN_CODE": "REFERENCE",
    "IP_ADDRESS": "REFERENCE",
    "URL": "REFERENCE",
    "ID": "REFERENCE",
}
"""Its entities as categories; DATE_TIME is left to the rules, because it holds "Tuesday" too."""


def entities(texts: Iterable[str], lexicon: Lexicon) -> list[list[Mention]]:
    """Find what Presidio's analyser finds in each text, but what everybody shares.

    Raises:
        StudyError: If it is not installed or cannot be started.
    """
    analyser = loaded()
    return [
        [
            Mention(one.start, one.end, CATEGORY_OF[one.entity_type], LAYER)
            for one in analyser.analyze(text=text, language="en", score_threshold=LEAST)
            if one.entity_type in CATEGORY_OF and not general(text[one.start : one.end], lexicon)
        ]
        for text in texts
    ]


@cache
def loaded() -> Any:
    """Start the analyser with the pipeline that it is configured with.

    Raises:
        StudyError: As `entities`.
    """
    try:
        # Not in the lock: installed by the team, if at all.
        return import_module("presidio_analyzer").AnalyzerEngine()
    except (Exception, SystemExit) as error:  # what it raises depends on what it tries to fetch
        raise StudyError(
            "config.yaml, deidentify: presidio",
            "Presidio cannot be started",
            "the package presidio-analyzer and its language model, installed by you",
            "install both into the environment (pip install presidio-analyzer; python -m spacy "
            "download en_core_web_lg), or set deidentify: presidio: false",
            private=str(error),
        ) from error
