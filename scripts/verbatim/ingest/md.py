"""Markdown: paragraphs and tables in document order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from html import escape
from itertools import pairwise
from typing import Any

from verbatim.ingest import html, loose
from verbatim.ingest.blocks import source
from verbatim.ingest.heads import Head, listed_head, listed_pattern
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import decode, shortened
from verbatim.ingest.times import ALONE
from verbatim.ingest.unreadable import Unreadable

MARKUP = re.compile(
    r"<(?:!--.*-->|/?(?:a|b|blockquote|br|caption|code|col|colgroup|details|div|em|figure|h[1-6]|hr"
    r"|i|img|li|mark|ol|p|s|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr"
    r"|u|ul)\b(?:\s[^<>]*)?/?>)",
    re.DOTALL | re.IGNORECASE,
)
"""What is markup between angle brackets; anything else, as <laughs>, is what somebody wrote."""

LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*:|[#/]|www\.)\S*|[\w%/.-]+\.\w{2,5}(?:[#?]\S*)?", re.I)

NUMBER = re.compile(r"\[\^(?P<name>[\w-]{1,30})\]")
NOTE = re.compile(
    rf"^{NUMBER.pattern}:[^\n]*(?:\n[ \t]+\S[^\n]*|\n[ \t]*(?=\n[ ]{{4}}\S))*", re.MULTILINE
)
"""A footnote, with the lines that go on and further paragraphs, which are indented."""

FRONT = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\n"
    r"(?P<facts>(?:(?:[\w.-]+[ \t]*[:=][^\n]*|(?:[ \t]+\S|-[ \t]|[\[\]#}])[^\n]*)?\n)*?)"
    r"(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|$)"
)
"""What site builders read before the text: facts as "title: Interview 7", between ruled lines."""

FACT = re.compile(r"^([\w.-]+)[ \t]*[:=]", re.MULTILINE)

DEEPEST = 60
LABELS = 4
"""So many paragraphs that begin in bold type have labels."""

TAG = re.compile(r"<[^<>]*>")


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read paragraphs as Markdown means them: a blank line ends one, a line end does not.

    But a line that begins with a listed label begins a paragraph, and where labels, listed or not,
    follow each other without blank lines between, each line is one: the file is plain text.

    Raises:
        Unreadable: If it is nested beyond measure.
    """
    decoded, encoding = decode(content)
    text, facts = _without_facts(decoded.replace("\r\n", "\n").replace("\r", "\n"))
    text, notes = _without_notes(text)
    text = "\n".join(_parted(text, listed))
    try:
        page = _rendered(text)
    except RecursionError as error:
        raise Unreadable(
            "Markdown that is nested beyond measure",
            "a transcript",
            "save it as plain text (.txt)",
        ) from error
    document = html.document(f"<html><body>{page}</body></html>")
    document.aside += facts + notes
    return source("md", document, listed, encoding)


def _without_facts(text: str) -> tuple[str, list[str]]:
    """Take the facts that a site builder reads out of the text, and give them beside it.

    Their names stand once: "Ann: Yes." between ruled lines, which comes back, is a turn.
    """
    text = text.lstrip("\ufeff")
    front = FRONT.match(text)
    names = FACT.findall(front["facts"]) if front else []
    if front is None or len(set(names)) < len(names):
        return text, []
    return text[front.end() :], [front["facts"]]


def _without_notes(text: str) -> tuple[str, list[str]]:
    """Take footnotes out of the text, with their numbers in it; also give the notes."""
    notes = {note["name"] for note in NOTE.finditer(text)}
    if not notes:
        return text, []
    left = [note[0] for note in NOTE.finditer(text)]
    text = NOTE.sub("", text)
    return NUMBER.sub(lambda one: "" if one["name"] in notes else one[0], text), left


def _parted(text: str, listed: dict[str, Speaker]) -> Iterator[str]:
    """Yield the lines, with a blank one before each that begins a paragraph of speech."""
    lines = text.split("\n")
    plain = [shortened(line.replace("**", "").replace("__", "")) for line in lines]
    heads = _heads(plain, listed)
    alone = {at for at, head in heads.items() if not head.rest.strip()}
    alone |= {at for at, line in enumerate(lines) if ALONE.fullmatch(line)}
    begins = {*heads, *alone, *(at + 1 for at in alone)}
    # Words before a colon may stand at the begin of a line only because it was broken there: what
    # the register does not list says how the file is written, but begins no paragraph.
    others = loose.labels([Piece("", line) for line in plain if line.strip()])
    known = {key(one): Speaker(one, "other", "") for one in others} | listed
    labelled = _heads(plain, known)
    close = sum(at > 0 and bool(lines[at - 1].strip()) for at in labelled)
    is_plain = len(labelled) > 2 and 2 * close > len(labelled)
    for at, line in enumerate(lines):
        if at and (is_plain or at in begins) and lines[at - 1].strip():
            yield ""
        yield line


def _heads(lines: list[str], listed: dict[str, Speaker]) -> dict[int, Head]:
    """Lines that begin with a listed label, by number."""
    pattern = listed_pattern(listed)
    heads = {at: head for at, line in enumerate(lines) if (head := listed_head(line, pattern))}
    return {at: head for at, head in heads.items() if head.style not in {"dash", "dot"}}


def _rendered(text: str) -> str:
    """Give the page that the Markdown means.

    Raises:
        RecursionError: If it is nested beyond measure: the parser leaves out what is deeper still.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415  only where there is Markdown

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    # A line of dashes below speech makes no heading of it; "[Ann]: Yes." is no link.
    parser.disable(["lheading", "reference", "code"])
    setattr(parser, "validateLink", LINK.fullmatch)  # noqa: B010  mypy takes it for a method
    parser.add_render_rule("html_inline", _markup)
    parser.add_render_rule("html_block", _markup)
    parser.add_render_rule("image", _nothing)
    parser.add_render_rule("ordered_list_open", _list)
    tokens = parser.parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise RecursionError
    _plain_items(tokens)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _plain_items(tokens: Sequence[Any]) -> None:
    """Take the bold type from words at the begin of items where labels in bold begin paragraphs.

    "- **Input:** seven numbers" is what somebody shows, not who speaks.
    """
    outside: Counter[str] = Counter()
    inside: list[tuple[str, Any]] = []
    for before, token in pairwise(tokens):
        children = (token.type == "inline" and token.children) or []
        types = [child.type for child in children]
        if before.type != "paragraph_open" or "strong_close" not in types:
            continue
        end = types.index("strong_close")
        if types.index("strong_open") <= 1 and not "".join(c.content for c in children[:1]).strip():
            name = key("".join(child.content for child in children[:end]))
            if before.level:
                inside.append((name, token))
            else:
                outside[name] += 1
    if sum(outside.values()) < LABELS or not 1 < len(outside) < sum(outside.values()):
        return
    for name, token in inside:
        if name not in outside:
            token.children = [one for one in token.children if not one.type.startswith("strong_")]


def _markup(_self: Any, tokens: Sequence[Any], at: int, _options: Any, _env: Any) -> str:
    """Pass markup on; what only looks like it is text."""
    content = str(tokens[at].content)
    is_block = tokens[at].type == "html_block"
    if is_block and not MARKUP.match(content.lstrip()):
        return f"<p>{escape(content)}</p>"
    return TAG.sub(lambda tag: tag[0] if MARKUP.fullmatch(tag[0]) else escape(tag[0]), content)


def _nothing(*_: Any) -> str:
    """A picture says nothing."""
    return ""


def _list(_self: Any, tokens: Sequence[Any], at: int, _options: Any, _env: Any) -> str:
    """Keep numbers that do not count items: "1987. That was the year." is speech."""
    items = []
    for item in range(at + 1, len(tokens)):
        if tokens[item].type == "ordered_list_close" and tokens[item].level == tokens[at].level:
            break
        if tokens[item].type == "list_item_open" and tokens[item].level == tokens[at].level + 1:
            items.append(item)
    numbers = [int(tokens[item].info) for item in items]
    if len(items) == 1 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        for item in items:
            inside = tokens[item + 2 : item + 3]
            if inside and inside[0].type == "inline":
                number = copy(inside[0])
                number.type, number.children = "text", None
                number.content = f"{tokens[item].info}{tokens[item].markup} "
                inside[0].children.insert(0, number)
    return "<ol>"
