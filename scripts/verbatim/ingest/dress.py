"""Signs and numbers with which people set labels off now and then: *INT*, I =, 12 I:, Q1:."""

import re
from collections.abc import Iterable
from itertools import pairwise

from verbatim.ingest.roles import role_word
from verbatim.ingest.times import SPAN

WAYS = {
    "star": r"(?:\*{1,2}|_{1,2})\s*{L}\s*[:：]?\s*(?:\*{1,2}|_{1,2})[:：]?(?=\s)",
    "quote": r"[\"“„«'‘]\s*{L}\s*[:：]?\s*[\"”“»'’]\s*[:：]?(?=\s)",
    "doubled": r"\(\(\s*{L}\s*[:：]?\s*\)\)\s*[:：]?",
    "inside": r"[\[(<{]\s*{L}\s*[:：]\s*[\])>}]\s*[:：]?",
    "hash": r"[#@*]\s?{L}\.?\s*[:：]",
    "ruled": r"[-–—=~]{2,}\s*{L}\s*[-–—=~]{2,}\s*$",
    "equals": r"{L}\s*(?:=>?|\||→|->|>{1,2}|»|\.\s?[-–—])\s*",
    "hyphen": r"{L}(?:\s[-–—](?=\S)|[-–—]\s?(?=\S))",
    "number": r"[\[(#]?\d{1,5}[\])]?[.:)]?(?:\s+|(?<=[.:)\]])){L}(?:\.?\s*[:：]|\s*\t|\s*\.(?=\s))",
    "turn": r"{L}[\s#._-]*[\[(]?(?<!\d)\d{1,4}[\])]?(?:\s*(?:：|:(?!\d))|[.)](?=\s)|\t)",
    "glued": r"{L}(?<!\d)\d{1,4}\s+(?=[^\W\d_])",
    "clock": rf"{{L}}[\s,]+{SPAN}(?=\s)",
}
"""How the beginning of a line looks by what sets its label off; {L} stands for the label."""

NAME = r"(?P<label>[^\W_][^:：\t\n*=|>→»\"“”()\[\]{}<]{0,59}?)(?<=\S)"
ANY = {way: re.compile(rf"\s*{looks.replace('{L}', NAME)}") for way, looks in WAYS.items()}
"""Patterns of lines with any label, by what sets it off."""

COUNTED = re.compile(rf"\s*{NAME}[\s#._-]*(?<!\d)(?P<number>\d{{1,4}})\s*(?:[:：.)]|[-–—]\s)")
LEAST = 3


def counted(texts: Iterable[str]) -> list[str]:
    """Give the labels of who asks that stand with numbers which go up: Q1, Q2, Q3."""
    numbers: dict[str, list[int]] = {}
    for text in texts:
        if (match := COUNTED.match(text)) and role_word(match["label"]) in {"asks", "interviewer"}:
            numbers.setdefault(match["label"], []).append(int(match["number"]))
    return [
        label
        for label, found in numbers.items()
        if len(found) >= LEAST and all(one < after for one, after in pairwise(found))
    ]


def dressed(labels: str) -> re.Pattern[str]:
    """Pattern of the beginning of a line with one of the labels set off in any of these ways."""
    ways = "|".join(looks.replace("{L}", labels) for looks in WAYS.values())
    return re.compile(rf"\s*(?:{ways})", re.IGNORECASE)
