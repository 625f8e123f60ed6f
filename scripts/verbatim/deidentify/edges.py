"""Where a dictated code begins and ends, and what it says, slips left out."""

import re
from collections.abc import Iterator

from verbatim.deidentify.codes import AREAS
from verbatim.deidentify.dictated import Run, Token
from verbatim.deidentify.lexicon import lexicon

_POSTCODE = re.compile(r"(?P<area>[A-Z]{1,2})\d[\dA-Z]?\d[A-Z]{2}")
_NINO = re.compile(r"[A-Z]{2}\d{6}[A-D]")
COUNTED = re.compile(
    r"(?i)^[\s-](?:pounds?|quid|p|pence|per|percent|years?|months?|weeks?|days?|hours?|minutes?|mins|"
    r"people|persons?|times|miles?|stone|foot|feet|inches|mil|mg|ml|o['’]?clock|am|pm|nights?|"
    r"of|more|thing|things|each|other|others|or|to|and a half|half|bedrooms?|kids|children|beds|"
    r"patients|residents|units|grand|odd|floors?|flights?|ways?|sides?|steps|pence|goals|nil|all|lots?)\b"
)
"""What is counted or measured by a number before it."""

OF_DAY = re.compile(
    r"(?i)^\sof\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:first|second|third|th)|first|second|third)\b"
)
"""The day that a number of a police log ends with."""

_ARTICLE = re.compile(
    r"(?i)^(?:\s*(?:[.,;:?!…\"”—–)\]]|$)|\s(?:and|but|or|then|on|at|with|me|my)\b)"
)


def joined(run: Run) -> str:
    """What a run stands for, signs left out."""
    return "".join(token.written for token in run)


def digits_of(run: Run) -> str:
    """Its digits alone."""
    return re.sub(r"\D", "", joined(run))


def trimmed(run: Run, text: str) -> Run:
    """Without words at the ends that are no part of a code: "a", "I", "Oh", "one of"."""
    if len(run) > 2 and (postcode(run) or _NINO.fullmatch(joined(run))):
        return run
    while run and not _begins(run, text):
        run = run[1:]
    while run and not _ends(run, text):
        run = run[:-1]
    return run


def _begins(run: Run, text: str) -> bool:
    token, following = run[0], run[1] if len(run) > 1 else None
    if not token.written:
        return False
    if token.told or following is None:
        return True
    said = text[token.start : token.end]
    if token.written == "0" and said.lower() == "oh":
        return following.written[:1].isdigit()
    if said in {"A", "I", "a", "i"}:
        spelt = following.written.isalpha() and len(following.written) == 1 and len(run) > 3
        return spelt or (said == "A" and ("," in following.gap or not following.written))
    if token.written.isalpha() and len(token.written) > 1:
        words = lexicon()
        known = words.shared(said.lower()) or said.lower() in words.lists["initials"]
        known = known or (
            said.isupper() and bool(following.written) and words.everyday(said.lower())
        )
        return not (known or (said.islower() and said in words.closed))
    return not (len(token.written) < 3 and following.stopped and following.written.isalpha())


def _ends(run: Run, text: str) -> bool:  # noqa: PLR0911
    token, after = run[-1], text[run[-1].end :]
    if not token.written:
        return False
    if token.told:
        return True
    said = text[token.start : token.end]
    if token.written == "I" and len(said) == 1:
        return False
    if token.written == "A" and len(said) == 1 and not (said.isupper() and "," in token.gap):
        return bool(_ARTICLE.match(after)) and len(run) > 1
    if token.written.isalpha() and len(said) > 1 and not said.isupper():
        return len(run) > 1 and token.said
    if len(run) > 1 and token.stopped and re.match(r"\s[a-z]", after) and said[0].isupper():
        return False
    return bool(OF_DAY.match(after)) or not COUNTED.match(after[:20])


def variants(run: Run) -> Iterator[str]:
    """What is written for a run, as it stands and without what was said twice or corrected."""
    yield joined(run)
    kept: list[Token] = []
    for token in run:
        if kept and kept[-1].written == token.written and token.gap.strip():
            continue
        kept.append(token)
    yield "".join(token.written for token in kept)
    mended: list[Token] = []
    for token in run:
        if mended and re.search(r"(?i)\b(?:no|sorry|wait)\b", token.gap):
            mended.pop()
        mended.append(token)
    yield "".join(token.written for token in mended)


def postcode(run: Run) -> bool:
    """Whether a run is a postcode, corrections aside."""
    matches = (_POSTCODE.fullmatch(written) for written in variants(run))
    return any(match and match["area"] in AREAS for match in matches)
