"""A name somewhere in an interview is one everywhere in it."""

import pytest

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spread import spread


@pytest.mark.parametrize(
    ("later", "added", "reason"),
    [
        ("ask zedkin", ["zedkin"], "in lower case"),
        ("ask ZEDKIN, Zedkin's here", ["ZEDKIN", "Zedkin"], "in capitals, possessive"),
        ("the rose is red", [], "an everyday word is left to people"),
        ("zedkinly", [], "part of another word"),
    ],
)
def test_spread(later: str, added: list[str], reason: str) -> None:
    """Distinctive names are replaced wherever they stand; everyday words are not."""
    texts = {1: "Zedkin and Rose came.", 2: later}
    proposals = {1: [Mention(0, 6, "PERSON", "cue"), Mention(11, 15, "PERSON", "cue")], 2: []}
    found = spread(proposals, texts)
    assert found[1] == proposals[1]
    assert [later[one.start : one.end] for one in found[2]] == added, reason
