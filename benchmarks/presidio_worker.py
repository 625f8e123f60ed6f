"""What runs under the Python that has Presidio: texts in, positions out, as JSON.

Started by `presidio.py`; needs nothing of this program.
"""

import json
import sys
import time
from importlib.metadata import version

import presidio_analyzer.predefined_recognizers as predefined
import spacy
from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import SpacyNlpEngine

BRITISH = (
    "NhsRecognizer",
    "UkNinoRecognizer",
    "UkPostcodeRecognizer",
    "UkPassportRecognizer",
    "UkVehicleRegistrationRecognizer",
    "UkDrivingLicenceRecognizer",
)
"""Recognisers for Britain; all but the first are off by default."""


class Blank(SpacyNlpEngine):
    """An engine that tells words and finds no entities: the ones that do have to be downloaded."""

    def load(self) -> None:
        """Load a tokeniser alone."""
        self.nlp = {"en": spacy.blank("en")}


class Told(EntityRecognizer):
    """A recogniser that is told what a model found in each text."""

    def __init__(self, found: dict[str, list[list[object]]]) -> None:
        self.found = found
        kinds = sorted({str(one[2]) for each in found.values() for one in each}) or ["PERSON"]
        super().__init__(supported_entities=kinds, supported_language="en", name="told")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: object, nlp_artifacts: object) -> list[RecognizerResult]:
        """Give what was found in this text."""
        return [RecognizerResult(kind, start, end, 0.85) for start, end, kind in self.found[text]]


def analyser(pipeline: str, found: dict[str, list[list[object]]]) -> AnalyzerEngine:
    """Presidio with every recogniser for English and for Britain.

    Args:
        pipeline: Installed spaCy pipeline for its names, or empty for none.
        found: What a model found in each text, or nothing.
    """
    engine = SpacyNlpEngine([{"lang_code": "en", "model_name": pipeline}]) if pipeline else Blank()
    engine.load()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    present = {type(one).__name__ for one in registry.recognizers}
    for name in BRITISH:
        if name not in present:
            registry.add_recognizer(getattr(predefined, name)())
    if found:
        registry.add_recognizer(Told(found))
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])


def main() -> None:
    """Analyse the texts of one request."""
    asked = json.load(sys.stdin)
    if asked["pipeline"] and not spacy.util.is_package(asked["pipeline"]):
        json.dump({"missing": asked["pipeline"]}, sys.stdout)
        return
    texts, told = asked["texts"], asked["told"]
    engine = analyser(asked["pipeline"], dict(zip(texts, told, strict=True)) if told else {})
    begin = time.process_time()
    results = [engine.analyze(text=text, language="en") for text in texts]
    answer = {
        "version": version("presidio-analyzer"),
        "recognisers": sorted(one.name for one in engine.registry.recognizers),
        "seconds": time.process_time() - begin,
        "spans": [[[one.start, one.end, one.entity_type] for one in every] for every in results],
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
