"""Text normalised once: decoded strictly, LF, NFC, no marks that nobody sees."""

import codecs
import re
import unicodedata
from collections import Counter

BOMS = (
    # The marks of UTF-32 begin like those of UTF-16, so they come first.
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with byte-order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
FIXED_SPACES = re.compile("[\u00a0\u2007\u202f]")
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
BREAKS = re.compile("[\v\f\u2028\u2029]")
LONG_RUN = re.compile(r"[ \t]{3,}")
BINARY_SHARE = 0.01


class NotTextError(ValueError):
    """The bytes are no text in an encoding that can be told for certain."""


def decode(content: bytes) -> tuple[str, str]:
    """Decode by byte-order mark, else UTF-8, else Windows-1252, never by guessing on.

    Returns:
        The text without its mark, and the encoding in words.

    Raises:
        NotTextError: If no encoding fits, or the bytes are not text at all. Its message says why.
    """
    for mark, codec, name in BOMS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], codec, name), name
    if b"\0" in content:
        codec = _unmarked_utf16(content)
        if not codec:
            raise NotTextError("zero bytes, as a program's own format has them")
        return _strict(content, codec, "UTF-16"), "UTF-16 without byte-order mark"
    try:
        return _not_binary(content.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        return _strict(content, "cp1252", "UTF-8 or Windows-1252"), "Windows-1252"


def normalised(text: str) -> tuple[str, Counter[str]]:
    r"""Return the text with `\n` line ends, NFC, plain spaces and nothing invisible.

    A run of blanks stays one: a tab or two spaces may part label and speech. `collapsed` ends it.

    Returns:
        The text, and how often each kind of change was made.
    """
    changes: Counter[str] = Counter()
    changes["Windows line end"] = text.count("\r\n")
    text = text.replace("\r\n", "\n")
    changes["old Macintosh line end"] = text.count("\r")
    text = text.replace("\r", "\n")
    for kind, pattern, instead in (
        ("page or line separator", BREAKS, "\n"),
        ("control character", CONTROL, ""),
        ("invisible character", INVISIBLE, ""),
        ("non-breaking space", FIXED_SPACES, " "),
    ):
        text, changes[kind] = pattern.subn(instead, text)
    text = LONG_RUN.sub(_shortened, text)
    if not unicodedata.is_normalized("NFC", text):
        changes["word composed to NFC"] = sum(
            not unicodedata.is_normalized("NFC", word) for word in text.split()
        )
        text = unicodedata.normalize("NFC", text)
    return text, +changes


def collapsed(text: str) -> str:
    """Return the text without blanks at its ends and with single spaces between words."""
    return " ".join(text.split())


def described(changes: Counter[str]) -> str:
    """Say what was changed, as in "non-breaking space 2; word composed to NFC 3"."""
    return "; ".join(f"{kind} {number}" for kind, number in sorted(changes.items()) if number)


def _shortened(run: re.Match[str]) -> str:
    return "\t" if "\t" in run[0] else "  "


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


def _unmarked_utf16(content: bytes) -> str:
    """Tell UTF-16 without a mark by the zero in nearly every second byte."""
    if len(content) % 2 == 0:
        for codec, high in (("utf-16-le", content[1::2]), ("utf-16-be", content[0::2])):
            low = len(content) // 2 - high.count(0)
            if low < 0.2 * len(high) and not _other_half(content, codec).count(0):
                return codec
    return ""


def _other_half(content: bytes, codec: str) -> bytes:
    return content[0::2] if codec == "utf-16-le" else content[1::2]
