"""Text normalised once: decoded strictly, LF, NFC, no marks that nobody sees."""

import codecs
import html
import re
import unicodedata
from collections import Counter

from verbatim.ingest.encodings import guessed
from verbatim.ingest.misread import repaired, suspicious
from verbatim.ingest.signs import CHANGES, COMPOSED, OF_ASCII

BOMS = (
    # The marks of UTF-32 begin like those of UTF-16, so they come first.
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with byte-order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
WIDE = (
    ("utf-32-le", "UTF-32"),
    ("utf-32-be", "UTF-32"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
)
ENDS = (*".?!…", *"。．？！", *"؟۔", *"।॥", *"။។", *"։።")
"""How sentences end: Latin, Greek and Cyrillic; Chinese and Japanese; Arabic and Urdu; scripts of
India; Burmese and Khmer; Armenian and Ethiopic."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
NO_TEXT = ("Cc", "Cn", "Co", "Cs")
LONG_RUN = re.compile(r"[ \t]{3,}")
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
BINARY_SHARE = 0.01

SEVERAL, MANY = 3, 20
"""From so many entities on, of two kinds or of one, a program wrote the file with them."""


class NotTextError(ValueError):
    """The bytes are no text in an encoding that can be told for certain."""


def decode(content: bytes) -> tuple[str, str]:
    """Decode by byte-order mark, else as UTF-8, else by the letters that come out; always strictly.

    Text that a program once misread and saved so ("donâ€™t") is mended where that can be proven for
    the whole of it.

    Returns:
        The text without its mark, and the encoding in words, with what is doubtful about it.

    Raises:
        NotTextError: If no encoding fits, or the bytes are not text at all. Its message says why.
    """
    text, name = _decoded(content)
    text, mended = repaired(text)
    if mended:
        return text, f"{name} (read as another and saved once too often: {mended} letters mended)"
    doubtful = suspicious(text)
    return text, f"{name} ({doubtful} letters look misread)" if doubtful else name


def normalised(text: str) -> tuple[str, Counter[str]]:
    r"""Return the text with `\n` line ends, NFC, plain spaces and nothing invisible.

    A run of blanks stays one: a tab or two spaces may part label and speech. `collapsed` ends it.
    Quotation marks, dashes and what a script needs stay as they are.

    Returns:
        The text, and how often each kind of change was made.
    """
    changes: Counter[str] = Counter()
    changes["Windows line end"] = text.count("\r\n")
    text = text.replace("\r\n", "\n")
    changes["old Macintosh line end"] = text.count("\r")
    text = text.replace("\r", "\n")
    # Looking for each kind among the signs that there are is quicker than in the text.
    signs = " ".join(set(text))
    for kind, pattern, instead in CHANGES[: OF_ASCII if text.isascii() else None]:
        if pattern.search(signs):
            text, changes[kind] = pattern.subn(instead, text)
    if not unicodedata.is_normalized("NFC", text):
        changes[COMPOSED] = sum(not unicodedata.is_normalized("NFC", word) for word in text.split())
        text = unicodedata.normalize("NFC", text)
    return shortened(text), +changes


def shortened(text: str) -> str:
    """Make one tab of a long run of blanks that has one, else two spaces: time would grow with it.

    How a line begins is told by patterns whose time grows with the square of a run's length.
    """
    return LONG_RUN.sub(lambda run: "\t" if "\t" in run[0] else "  ", text)


def unescaped(text: str) -> tuple[str, Counter[str]]:
    """Read `&amp;`, `&#39;` and the like in a text that is full of them; once or twice is speech.

    Returns:
        The text, and how many were read.
    """
    changes: Counter[str] = Counter()
    entities = ENTITY.findall(text)
    if not _is_full(entities):
        return text, changes
    while True:  # what was escaped twice has as many again behind the first
        read = ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        if read == text:
            return text, changes
        text, changes["HTML entity"] = read, changes["HTML entity"] + len(entities)
        entities = ENTITY.findall(text)


def is_ended(text: str) -> bool:
    """Say whether the text ends as a sentence does, in whatever script."""
    return text.rstrip().endswith(ENDS)


def collapsed(text: str) -> str:
    """Return the text without blanks at its ends and with single spaces between words."""
    return " ".join(text.split())


def described(changes: Counter[str]) -> str:
    """Say what was changed, as in "non-breaking space 2; word composed to NFC 3"."""
    return "; ".join(f"{kind} {number}" for kind, number in sorted(changes.items()) if number)


def _is_full(entities: list[str]) -> bool:
    return len(entities) >= (SEVERAL if len(set(entities)) > 1 else MANY)


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, codec, name in BOMS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], codec, name), name
    if b"\0" in content:
        return _unmarked(content)
    try:
        return _not_binary(content.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError as error:
        told = guessed(content)
        if told is None:
            raise NotTextError(
                "bytes that are not UTF-8 or Windows-1252, nor of an encoding that can be told "
                f"(the first at byte {error.start + 1})"
            ) from error
    return _strict(content, *told), told[1]


def _strict(content: bytes, codec: str, name: str) -> str:
    try:
        return _not_binary(content.decode(codec))
    except UnicodeDecodeError as error:
        raise NotTextError(
            f"bytes that are not {name} (the first at byte {error.start + 1})"
        ) from error


def _not_binary(text: str) -> str:
    text = text.removesuffix("\x1a")  # how MS-DOS ended a file
    strange = len(CONTROL.findall(text))
    if strange > BINARY_SHARE * len(text):
        raise NotTextError("control characters, as a program's own format has them")
    return text


def _unmarked(content: bytes) -> tuple[str, str]:
    """Decode UTF-16 or UTF-32 without a mark.

    Of the readings that give characters only (a wrong one gives unassigned ones, as for each line
    end), the one with most blanks and plain letters; of two such readings, none.
    """
    read: list[tuple[int, str, str]] = []
    for codec, name in WIDE:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        signs = Counter(text)
        odd = sum(
            number
            for sign, number in signs.items()
            if unicodedata.category(sign) in NO_TEXT and sign not in "\t\n\v\f\r\x1a"
        )
        plain = sum(number for sign, number in signs.items() if sign.isascii() and sign >= "\t")
        if odd <= BINARY_SHARE * len(text):
            read.append((plain, text, name))
    best = max(read, default=(0, "", ""))
    if not best[0] or [one[0] for one in read].count(best[0]) > 1:
        raise NotTextError("zero bytes, as a program's own format has them")
    return _not_binary(best[1]), f"{best[2]} without byte-order mark"
