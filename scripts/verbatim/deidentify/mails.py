"""E-mail addresses as they are said, whole: "sam dot jones eighty-two at post dot co dot uk"."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import NUMBER_WORDS, ORDINALS
from verbatim.deidentify.words import before, listed

LAYER = "pattern"

JOINS = frozenset(listed("dot underscore hyphen dash point"))
MOST = 4
"""Words between the cue and "at" that are neither joined nor spelt nor said about the spelling."""

LONGEST = 24
"""Words before "at" that are looked at."""

_GAP = r"[\s,.…—–-]{1,5}"
_ASIDE = (
    r"(?:(?:it\sis|it['’]?s|that['’]?s|that\sis|as|with)\s)?(?:all\s)?(?:the\s)?(?:one\sword|lower\scase|small\sletters|"
    r"small|together|joined\sup|no\s(?:spaces?|dots?|apostrophes?|hyphens?|capitals?))"
    r"(?:\s(?:that|the)\slast\s(?:bit|part|word)|\sshe\ssays|\she\ssays)?"
    r"|with\san?\s[a-z]\b|(?:capital|the\sword|the\sletter|the\snumber)\s(?=[a-z])"
    r"|(?:(?:that['’]?s|that\sis)\s)?(?:(?:double\s)?[A-Za-z](?:[,\s-]{1,2}(?:double\s)?[A-Za-z]\b){2,}|(?:[A-Za-z]-){2,}[A-Za-z]\b)|(?:um+|er+m?|uh+|no|then|and\sthen|sorry)\b"
)
_TOP = (
    r"(?:com|net|org|uk|co|gov|ac|eu|ie|me|info|io|biz|edu|scot|wales|cymru|london|nhs|example|test|coop|"
    r"church|care|health|online|app|tv|[a-z]{2,12})"
)
_DOMAIN = re.compile(
    rf"(?i)(?<=[\s,.])at(?:{_GAP}at)?(?:{_GAP}(?:{_ASIDE}))*"
    rf"{_GAP}(?!(?:the|a|my|our|this|that|least|all|home|work|dot)\b)"
    rf"(?:[a-z0-9][\w-]*{_GAP}(?:(?:{_ASIDE}){_GAP})*){{1,7}}?"
    rf"(?:(?:dot{_GAP})+|full\sstop\s){_TOP}\b(?:{_GAP}(?:dot{_GAP})+{_TOP}\b)*"
)
_DOT = re.compile(r"(?i)\b(?:dot|full\sstop)\b")
_WORD = re.compile(r"[^\s,]+")
_CUES = re.compile(
    r"(?i)(?:\be-?mail(?:['’]s)?(?:\s(?:address|it|me|her|him|us|is|at|to|on)\b)*|\baddress|\bits\b|\bit['’]s|\bit\sis|"
    r"\bis\b|\bwas\b|\bunder\b|\bwhich\sis|\bto\b|\bon\b|\bown['’]?s|[a-z]['’]s|:|—|–|[.?!]|^)[\s,:\"“]*"
    r"(?:(?:um+|er+m?|uh+|right|so|well|yeah|okay)[\s,.]+)*"
)
_ASIDES = re.compile(rf"(?i)(?:{_ASIDE})")
_NO_PART = frozenset(
    listed(
        "i i'm im it it's its is was the a an my his her their our your or so um uh er mail "
        "email e-mail email's e-mail's mail's emails address address's that's thats just you "
        "at on to of for by with yes yeah right okay it'll be you'll say he she we they them met "
        "in from up was were had have got go went come came there here what when who this these "
        "meet look looked back down but if because like do did does can could would should will"
    )
)


def mails(text: str) -> Iterator[Mention]:
    """Find spoken addresses from the first word of the name to the end of the domain."""
    if not _DOT.search(text):
        return
    for domain in _DOMAIN.finditer(text):
        start = _begin(text, domain.start())
        if start is not None:
            yield Mention(start, domain.end(), "EMAIL", LAYER)


def _begin(text: str, at: int) -> int | None:
    """Where the name before "at" begins: behind the furthest cue that only a name can follow."""
    words = list(_WORD.finditer(text, 0, at))[-LONGEST:]
    if not words:
        return None
    far = words[0].start()
    cues = [match.end() for match in _CUES.finditer(text, far, at) if match.end() < at]
    for cue in cues:
        if _local(text[cue:at]) and not _aside_before(text, cue):
            return cue
    return _joined(words)


def _aside_before(text: str, cue: int) -> bool:
    """Whether the cue only belongs to an aside: "..., that's B, E, double L"."""
    return bool(re.search(r"(?i)\bthat['’]?s\s$", before(text, cue)))


def _local(said: str) -> bool:
    """Whether it is the part of an address before "at", with what is said about its spelling."""
    bare = _ASIDES.sub(" ", said)
    if re.search(r"[?!;:]", bare) or not re.match(r"\w", said):
        return False
    words = [word.strip('.…"“”—–-').lower().replace("’", "'") for word in _WORD.findall(bare)]
    words = [word for word in words if word]
    plain = 0
    for place, word in enumerate(words):
        joined = word in JOINS or (place and words[place - 1] in JOINS) or _short(word)
        follows = place + 1 < len(words) and words[place + 1] in JOINS
        if word in _NO_PART and not ((joined or follows) and len(word) < 4):
            return False
        plain += not (joined or follows)
    dotted = bool(re.search(r"[.…]\s", bare))
    return 0 < len(words) and plain <= (MOST if not dotted else MOST // 2)


def _joined(words: list[re.Match[str]]) -> int | None:
    """Where words begin that are joined by signs, or numbers or single letters."""
    start, joined = None, True
    for word in reversed(words):
        said = word.group().lower().replace("’", "'")
        part = said in JOINS or _short(said)
        if not (joined or part) or said in _NO_PART | {"and", "me"} or said[-1] in ".?!:;":
            break
        start, joined = word.start(), part
    return start


def _short(said: str) -> bool:
    """Whether it goes on with the word before: a letter, digits, a number in words."""
    parts = said.split("-")
    return (
        len(said) == 1
        or said.isdigit()
        or all(part in NUMBER_WORDS - {"and"} or part in ORDINALS for part in parts)
    )
