"""What has learnt from examples, in union with the rules: the model, a pipeline, Presidio."""

from collections.abc import Sequence
from typing import NamedTuple

from verbatim.deidentify import model, ner, presidio
from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.words import Passage
from verbatim.language import ENGLISH_OR_NONE

LOST = (
    "the model is switched off (deidentify: model): in ten invented interviews that nobody had "
    "read, rules alone missed 10 of 100 identifiers, with the model 4; see docs/deidentify.md"
)
"""What a researcher reads who works without the model."""


class Learned(NamedTuple):
    """Which of them look at an interview.

    Attributes:
        model: The model that comes with the program; for English.
        spacy_pipeline: Name or path of an installed spaCy pipeline, or empty.
        presidio: Presidio, where it is installed; for English.
    """

    model: bool = False
    spacy_pipeline: str = ""
    presidio: bool = False

    def proposals(
        self, passages: Sequence[Passage], language: str, words: Lexicon
    ) -> list[list[Mention]]:
        """Give what each proposes in the passages of one interview, passage by passage.

        Raises:
            StudyError: If one of them is wanted and cannot be loaded.
        """
        texts = [passage.text for passage in passages]
        caseless = any(passage.caseless for passage in passages)
        english = language in ENGLISH_OR_NONE
        found: list[list[Mention]] = [[] for _ in texts]
        every = [
            model.proposals(texts, caseless) if self.model and english else (),
            ner.entities(texts, self.spacy_pipeline, words)
            if self.spacy_pipeline and ner.speaks(self.spacy_pipeline, language)
            else (),
            presidio.entities(texts, words) if self.presidio and english else (),
        ]
        for one in filter(None, every):
            found = [[*here, *more] for here, more in zip(found, one, strict=True)]
        return found


RULES_ONLY = Learned()
