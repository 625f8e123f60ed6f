"""Named entities by a spaCy pipeline that the team has installed, beside the rules."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from verbatim.deidentify.mention import Mention
from verbatim.errors import StudyError

LAYER = "ner"

CATEGORY_OF = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "LOCATION": "LOCATION",
    "FAC": "LOCATION",
    "ORG": "ORGANISATION",
    "ORGANISATION": "ORGANISATION",
    "ORGANIZATION": "ORGANISATION",
    "EMAIL": "EMAIL",
    "PHONE": "PHONE",
    "AGE": "AGE",
}
"""Labels of OntoNotes, CoNLL and WikiNER, as categories; DATE is left to the rules, because
pipelines label "Tuesday" and "two weeks" so."""

_UNWANTED = (
    "parser",
    "lemmatizer",
    "tagger",
    "attribute_ruler",
    "textcat",
    "textcat_multilabel",
    "senter",
    "morphologizer",
)


def entities(texts: Iterable[str], pipeline: str, lexicon: Any) -> list[list[Mention]]:
    """Find named entities in each text.

    Args:
        texts: What is said, segment by segment.
        pipeline: Name or path of an installed spaCy pipeline.
        lexicon: The words that everybody shares, which no entity may consist of.

    Raises:
        StudyError: If the pipeline cannot be loaded or finds no entities.
    """
    return [
        [
            Mention(entity.start_char, entity.end_char, CATEGORY_OF[entity.label_], LAYER)
            for entity in document.ents
            if entity.label_ in CATEGORY_OF and not general(entity.text, lexicon)
        ]
        for document in loaded(pipeline).pipe(texts)
    ]


def speaks(pipeline: str, language: str) -> bool:
    """Say whether a pipeline is one for the language: its own, or one for many ("xx")."""
    return not language or loaded(pipeline).lang in {language, "xx"}


@cache
def loaded(pipeline: str) -> Any:
    """Load a pipeline with everything switched off that named entities do not need.

    Raises:
        StudyError: As `entities`.
    """
    try:
        import spacy  # noqa: PLC0415  heavy, wanted only where a pipeline is configured

        nlp = spacy.load(pipeline, exclude=list(_UNWANTED))
    except (OSError, ImportError, ValueError) as error:
        raise StudyError(
            "config.yaml, deidentify: spacy_pipeline",
            "a pipeline that cannot be loaded"
            + ("" if Path(pipeline).is_absolute() else f": {pipeline}"),
            "the name or path of an installed spaCy pipeline with named entities",
            "install it into the environment (python -m spacy download NAME), or leave the "
            "setting empty: then rules alone are used",
            private=str(error),
        ) from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(nlp.pipe_names):
        raise StudyError(
            "config.yaml, deidentify: spacy_pipeline",
            "a pipeline that finds no named entities",
            "a pipeline with the component ner or entity_ruler",
        )
    return nlp


def general(text: str, lexicon: Any) -> bool:
    """Whether a text consists of words that everybody shares, as no name does."""
    words = text.replace("’", "'").split()
    vocabulary = lexicon.lists["vocabulary"]
    return lexicon.shared(text) or all(
        lexicon.shared(word) or word.lower() in vocabulary or word.isupper() for word in words
    )
