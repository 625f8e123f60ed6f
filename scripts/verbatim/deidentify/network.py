"""The model's shape: a convolutional network over words, as spaCy builds it, without its weights.

Each word enters by its form, its shape, its ending, and by its kind: which of the lexicon's lists
hold it and how common it is. The network sees four words to either side and gives each word a
probability for every label.
"""

from typing import Any
from zlib import crc32

from verbatim.deidentify.lexicon import Lexicon, folded
from verbatim.deidentify.words import plain
from verbatim.tables.people import CATEGORIES

OUTSIDE = "O"
LABELS = (OUTSIDE, *(f"{place}-{one}" for one in CATEGORIES for place in "BI"))
"""Outside, and beginning and inside of each category."""

WIDTH, DEPTH = 96, 4
ROWS = {"NORM": 8000, "PREFIX": 500, "SUFFIX": 3000, "SHAPE": 1500}
"""Rows of the table of each feature; the prefix is where the kind of a word is kept."""

BANDS = (1, 20, 100, 1_500, 11_000, 100_000)
"""Counts in the word list that divide rare words from common ones."""


class Kinds:
    """Says of what kind a word is, whatever its capitals."""

    def __init__(self, lexicon: Lexicon, hidden: int = 0) -> None:
        """Remember the lists.

        Args:
            lexicon: The program's lists.
            hidden: One word in so many is treated as if no list held it, so that who learns meets
                names that no list holds; 0 hides none.
        """
        lists = lexicon.lists
        self.counts, self.hidden = lexicon.counts, hidden
        self.marks = {
            "f": lexicon.first_names | lists["given"],
            "s": lexicon.surnames,
            "t": lists["towns"],
            "x": lists["shared"] | lists["countries"],
            "o": lists["organisations"],
            "p": lists["places"],
            "k": lists["persons"] | lists["callings"],
            "m": lists["titles"],
        }

    def __call__(self, word: str) -> str:
        """Give the band of its count, and a letter for each list that holds it."""
        lower = plain(word)
        if not any(sign.isalpha() for sign in lower):
            return "-"
        band = str(sum(self.counts.get(lower, 0) >= limit for limit in BANDS))
        if self.hidden and crc32(lower.encode()) % self.hidden == 0:
            return band
        bare = folded(lower)
        return band + "".join(
            mark for mark, words in self.marks.items() if lower in words or bare in words
        )


def without_case(text: str) -> str:
    """Write a text as the network reads one in which capitals say nothing: in capitals.

    Then it can tell a name in lower case from one in a transcript that has no capitals at all.
    Letters that would grow into two stay, so that positions are the same.
    """
    return "".join(sign.upper() if len(sign.upper()) == 1 else sign for sign in text)


def tokenizer(kinds: Kinds) -> Any:
    """An English pipeline that cuts text into words which carry their kind."""
    import spacy  # noqa: PLC0415  heavy, wanted on a cache miss only
    from spacy.attrs import PREFIX  # type: ignore[import-not-found]  # noqa: PLC0415

    nlp: Any = spacy.blank("en")
    nlp.max_length = 10**9  # meant for parsers, which need memory; there is none here
    nlp.vocab.lex_attr_getters[PREFIX] = kinds
    for known in nlp.vocab:
        known.prefix_ = kinds(known.orth_)
    return nlp


def network(nlp: Any) -> Any:
    """The network with weights as they come."""
    from spacy.ml.models import (  # noqa: PLC0415
        MaxoutWindowEncoder,
        MultiHashEmbed,
        build_tagger_model,
        build_Tok2Vec_model,
    )

    embed = MultiHashEmbed(WIDTH, list(ROWS), list(ROWS.values()), include_static_vectors=False)
    encode = MaxoutWindowEncoder(WIDTH, window_size=1, maxout_pieces=3, depth=DEPTH)
    tok2vec = build_Tok2Vec_model(embed, encode)
    model = build_tagger_model(tok2vec, nO=len(LABELS), normalize=True)
    model.initialize(X=[nlp("Begin.")])
    return model


def weights(model: Any) -> dict[str, Any]:
    """Its arrays by name, in the order of the network's layers."""
    return {
        f"{at:03}.{name}": node.get_param(name)
        for at, node in enumerate(model.walk())
        for name in node.param_names
        if node.has_param(name)
    }


def fill(model: Any, arrays: dict[str, Any]) -> None:
    """Put arrays from `weights` into a network of the same shape.

    Raises:
        KeyError: If one is missing.
        ValueError: If one has another shape.
    """
    for at, node in enumerate(model.walk()):
        for name in node.param_names:
            if node.has_param(name):
                array = arrays[f"{at:03}.{name}"].astype("float32")
                if array.shape != node.get_param(name).shape:
                    raise ValueError(name)
                node.set_param(name, array)
