"""Names of British bodies and houses by how such names are made: heads, saints, partners, posts."""

import re
from collections.abc import Iterator

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading
from verbatim.deidentify.words import before, listed, plain

LAYER = "cue"

HEADS = frozenset(
    listed(
        "together district advice project rooms room nurseries nursery courthouse hub "
        "housing haulage ltd limited bakery taxis cabs foods fostering mutual pals buddies "
        "befriending carers bairns wheels trust council labour practice surgery centre clinic "
        "pharmacy academy primary infants juniors seniors high comprehensive grammar college "
        "school church chapel mosque masjid gurdwara temple synagogue minster abbey priory "
        "cathedral club society association foundation hospice hospital infirmary general "
        "acute lodge house court hall grange manor villa villas mews towers heights homecare "
        "care support services partnership partners board borough group fc afc rfc cc gaa "
        "rovers rangers wanderers athletic town united harriers runners ramblers choir "
        "singers arms inn tavern marine engineering motors garage stores butchers bakers "
        "builders roofing plastics fisheries farms dairies quarry colliery steel shipyard "
        "mills mill shop cafe café union guild institute library museum theatre trustees "
        "agency recruitment personnel cleaning catering scaffolding logistics transport "
        "coaches travel nurseries ward unit wing suite"
    )
)
"""Last words of names of bodies."""

_SHORT = frozenset(
    listed(
        "homecare primary academy surgery council infants juniors nurseries project carers "
        "hub housing haulage taxis fostering foods marine rooms courthouse care house ward "
        "practice partnership trust pharmacy clinic hospice school church mosque centre "
        "foundation general lodge court hall shop club arms inn group association roofing "
        "motors logistics plastics"
    )
)
"""Heads that tell in a transcript without capitals."""

_PLAIN = frozenset(
    listed("clinic house centre club shop care hall court ward group association housing foods")
)
"""Heads that everyday things have too: they need a strange word or a town before them."""

_COMMON = frozenset(
    listed(
        "local own new old other same whole main big little small nearest doctors doctor's gp "
        "village day night care nursing community health social county town parish district "
        "primary secondary high catholic special nice good bad lovely residential children's "
        "kids private public next last first second sheltered corner charity chip betting "
        "drop-in advice different another right wrong young city borough housing support food "
        "sports working men's women's job birthday dental medical general hospital school "
        "church fish phone coffee tea sweet bike book toy pet gift head funeral warm full "
        "empty back front side dining living waiting locked mixed elderly stroke surgical"
    )
)
"""Words before a head that tell no body from another."""

_CAP = r"(?:(?:an|al|ul|as|ar|ad|el|ur)-)?[A-Z](?:[\w&]|['’-](?=\w))*"
_LINK = r"\s(?:of|of\sthe|and|&|on|upon|for|in\sthe|by\sthe|le|under|in|next|with)\s"
_CHAIN = re.compile(rf"(?<![\w'’-]){_CAP}(?:(?:{_LINK}|\s){_CAP})+")
_PIECES = re.compile(rf"({_LINK}|\s)")
_LOOSE = frozenset(listed("room together care support shop town"))
_HOLY = re.compile(
    r"(?i)(?<![\w-])(?:the\s)?(?:sacred\sheart|immaculate\s(?:heart|conception)|our\slady(?:['’]?s)?(?:\sof(?:\sthe)?\s\w+)?|"
    r"holy\s(?:trinity|cross|family|rood|spirit|name|ghost|redeemer)|all\s(?:saints|souls|hallows)['’]?|"
    r"christ\sthe\sking|corpus\schristi|good\sshepherd|most\sholy\s\w+|christ\schurch|blessed\ssacrament|"
    r"(?:st\.?|saint|ss)\s(?!and\b|in\b|the\b)[a-z]{3,}(?:['’]s?|s)(?:\sand\s(?:st\.?\s)?[a-z]+(?:['’]s?))?)"
    rf"(?:\s(?:{'|'.join(sorted(HEADS - _LOOSE))}|"
    r"parish|r\.?c\.?|roman|catholic|cofe|c\sof\se|voluntary|aided|junior|infant|nursery|special|first|middle|medical|health)\b){0,4}"
)
_ROYAL = re.compile(
    r"(?:\b(?:at|in|to|into|from|near|up|the),?\s(?:um,\s|er,\s|the\s)?)(?P<body>(?:Princess\s(?:Royal|Alexandra|Margaret|Elizabeth|Anne|Alice|"
    r"of\sWales)|Queen\s(?:Elizabeth|Alexandra|Mary|Victoria|Charlotte|Margaret|Mother)(?:['’]s)?|King\s(?:George|Edward)(?:['’]?s)?"
    r"(?:\sthe\s\w+|\s[VI]+)?|Prince\s(?:Charles|Philip|of\sWales)|Duchess\sof\s[A-Z]\w+)(?:\s(?:Hospital|Infirmary|House|Ward|Unit|Centre))*)"
    r"(?=[.,;:?!]|$|\s(?:in|on|for|at|and|when|because|with|by|over)\b)"
)
_COMPASS = re.compile(
    r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Mid)(?:\s(?:North|South|East|West))?"
    r"(?:ern)?\s(?:Trust|Acute|General|Health\sBoard|Infirmary|Hospital)\b"
)
_SURGERY = re.compile(
    rf"\b(?P<body>(?:Dr|Doctor|Drs)\.?\s{_CAP}(?:\s(?:and|&)\s{_CAP})?(?:['’]s(?=\s*[.,;:?!—–]|$|\s(?:on|in|at|up|down|and)\b)|"
    rf"\sand\s(?:[Pp]artners?|[Cc]olleagues|[Ss]ons?)))"
)
_SONS = re.compile(
    rf"(?<![\w'’-])(?P<body>{_CAP}(?:\s{_CAP})?\s(?:and|&)\s(?:Sons?|Daughters?|Co|Company|Brothers|Bros|Partners?|Nephews?)\b\.?)"
    rf"|(?<![\w'’-])(?P<pair>[A-Z]\sand\s[A-Z](?:\s{_CAP})?)(?![\w'’])"
)
_INN = re.compile(
    r"\b(?:the|The)\s(?P<body>(?:[A-Z][a-z]{2,}(?:['’]s)?\s)?[A-Z][a-z]{2,}\sand\s[A-Z][a-z]{2,})(?![\w'’])(?!\s[A-Z])"
)
_THE = re.compile(
    r"\b(?:at|in|to|from|called|by|near|of|it['’]s)\sThe\s(?P<body>[A-Z][a-z]+(?:['’]s)?(?:\s[A-Z][a-z]+)*)"
)
_TAKEN = re.compile(
    r"\b(?i:took|taken|went|go|gone|going|sent|rushed|admitted|transferred|moved|referred|back|over|up|down)"
    r"(?:\s(?i:me|him|her|us|them|it))?(?:\s(?i:down|up|over|straight|back|across|in))?\s(?i:to|into)\s(?P<body>[A-Z]{3,5})(?![\w'’-])"
)
_SHOP = re.compile(
    r"(?<![\w'’-])(?P<body>(?P<name>[A-Z][a-z]\w+)['’]s)(?=\s*[.,;:?!—–]|$|\s(?:on|before|then|over|closed|shut|up|down)\b)"
)
_SHOP_CUE = re.compile(
    r"(?i)\b(?:at|from|for|to|was|in|called|work(?:ed)?|shop|mill|yard|firm|place|garage|trained)[\s,]+(?:the\s|old\s|um,\s|er,\s)?$|[.?!]\s$"
)


def british(reading: Reading) -> Iterator[Mention]:
    """Find bodies by the make of their names, and houses of God by whom they are called after."""
    passage, lexicon = reading.passage, reading.lexicon
    text = passage.text
    yield from _holy(text, passage.caseless)
    if passage.caseless:
        yield from _caseless(reading)
        return
    if not passage.clean:
        return
    for match in _CHAIN.finditer(text):
        yield from _chained(match, lexicon)
    yield from _partners(text, lexicon)
    yield from _shops(text, lexicon)
    for pattern in (_ROYAL, _SURGERY):
        for match in pattern.finditer(text):
            yield Mention(*match.span("body"), "ORGANISATION", LAYER)
    for match in _THE.finditer(text):
        body = plain(match["body"])
        if not (lexicon.shared(body) or lexicon.shared(f"the {body}") or lexicon.month(body)):
            yield Mention(*match.span("body"), "ORGANISATION", LAYER)
    for match in _COMPASS.finditer(text):
        yield Mention(*match.span(), "ORGANISATION", LAYER)
    for match in _TAKEN.finditer(text):
        lower = match["body"].lower()
        if not (lexicon.shared(lower) or lower in lexicon.lists["initials"] | lexicon.closed):
            yield Mention(*match.span("body"), "ORGANISATION", LAYER)


def _partners(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Two names or words joined: "Trewin and Sons", "the Dog and Partridge"."""
    for match in _SONS.finditer(text):
        group = "body" if match["body"] else "pair"
        whole = " ".join(plain(word) for word in match[group].split())
        if lexicon.shared(whole) or whole in {"a and e", "q and a"}:
            continue
        if group == "pair" and not re.search(
            r"(?i)\b(?:at|the|for|from|called|,)[\s,]+$", before(text, match.start())
        ):
            continue
        yield Mention(*match.span(group), "ORGANISATION", LAYER)
    for match in _INN.finditer(text):
        words = [plain(word) for word in match["body"].split() if word != "and"]
        if not any(lexicon.shared(word) or word in lexicon.lists["vocabulary"] for word in words):
            yield Mention(*match.span("body"), "ORGANISATION", LAYER)


def _shops(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """A surname with a possessive and nothing behind it: "at Ogle's."."""
    for match in _SHOP.finditer(text):
        name = plain(match["name"])
        known = lexicon.first_name(name) or lexicon.shared(name) or lexicon.shared(f"{name}'s")
        worded = (
            lexicon.everyday(name) or name in lexicon.closed or name in lexicon.lists["persons"]
        )
        if not (known or worded) and _SHOP_CUE.search(before(text, match.start())):
            yield Mention(*match.span("body"), "ORGANISATION", LAYER)


def _holy(text: str, caseless: bool) -> Iterator[Mention]:
    for match in _HOLY.finditer(text):
        named = match.group().removeprefix("the ").removeprefix("The ")
        if caseless or named[0].isupper():
            start = match.end() - len(named)
            kept = named
            while not caseless and len(kept.split()) > 2 and kept.split()[-1][0].islower():
                if kept.split()[-1] in HEADS:
                    break
                kept = kept[: kept.rindex(kept.split()[-1])].rstrip()
            yield Mention(start, start + len(kept), "ORGANISATION", LAYER)


def _chained(match: re.Match[str], lexicon: Lexicon) -> Iterator[Mention]:
    """A chain of capitals up to the last head in it, from its first word that is a name's."""
    pieces = _PIECES.split(match.group())
    words, gaps = pieces[::2], [*pieces[1::2], ""]
    last = max((at for at, word in enumerate(words) if plain(word) in HEADS and at), default=0)
    if not last:
        return
    first = 0
    while first < last and _loose(plain(words[first]), lexicon):
        first += 1
    for at in range(last - 1, first - 1, -1):
        # "Mary and Elm Surgery": a person beside a body, not a part of its name.
        people = gaps[at].strip() in {"and", "with", "in", "on", "for"} and all(
            lexicon.first_name(plain(word)) and not lexicon.town(plain(word))
            for word in words[first : at + 1]
        )
        if people or gaps[at].strip() in {"with", "in", "for"}:
            first = at + 1
            break
    inside = [plain(word) for word in words[first:last]]
    if not inside or lexicon.shared(" ".join([*inside, plain(words[last])])):
        return
    vocabulary = lexicon.lists["vocabulary"] | lexicon.closed
    told = [word for word in inside if word not in vocabulary and not lexicon.shared(word)]
    place = [word for word in inside if lexicon.town(word)]
    origin = len(inside) > 1 and any(
        lexicon.shared(word) and word not in vocabulary for word in inside
    )
    community = plain(words[last]) in {
        "hub",
        "project",
        "rooms",
        "association",
        "centre",
        "society",
        "club",
    }
    if told or place or (origin and community):
        start = match.start() + sum(len(piece) for piece in pieces[: 2 * first])
        end = match.start() + sum(len(piece) for piece in pieces[: 2 * last + 1])
        yield Mention(start, end, "ORGANISATION", LAYER)


def _loose(word: str, lexicon: Lexicon) -> bool:
    """Whether a word at the front of a chain only opens the sentence."""
    return (
        word in lexicon.closed
        or word in lexicon.lists["titles"]
        or word in {"i'm", "i've", "i'd", "so"}
    )


def _caseless(reading: Reading) -> Iterator[Mention]:
    """Bodies by their last word where nobody wrote capitals: "the blue heron homecare"."""
    passage, lexicon = reading.passage, reading.lexicon
    words = passage.words
    for at, word in enumerate(words):
        if word.lower not in _SHORT or not at:
            continue
        first = at
        while (
            first > max(at - 3, 0)
            and passage.gap(first) == " "
            and _name_part(words[first - 1].lower, lexicon)
        ):
            first -= 1
        named = [each.lower for each in words[first:at]]
        if not named or named[0] in _COMMON or all(each in _COMMON for each in named):
            while named and named[0] in _COMMON:
                named, first = named[1:], first + 1
            if not named:
                continue
        sure = any(lexicon.town(each) or lexicon.strange(each) for each in named)
        front = passage.lower(first - 1)
        led = (
            front in {"the", "at", "to", "near", "from", "called", "for", "in", "with"}
            and passage.gap(first) == " "
        )
        distinct = any(each not in lexicon.lists["vocabulary"] | _COMMON for each in named)
        led = led and word.lower not in _PLAIN
        if sure or (led and distinct and not any(lexicon.shared(each) for each in named)):
            yield Mention(words[first].start, word.end, "ORGANISATION", LAYER)


def _name_part(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be a part of a body's name in lower case."""
    lists = lexicon.lists
    return not (
        word in lexicon.closed
        or word in lists["function"]
        or word in lists["persons"]
        or word in lists["interjections"]
        or len(word) < 3
        or word.endswith(("'s", "n't", "ed", "ing"))
    )
