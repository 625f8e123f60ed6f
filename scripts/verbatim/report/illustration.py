"""A figure inside the report: its picture, what it says about itself, where it comes from."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from verbatim.errors import StudyError
from verbatim.files import sha256

DC = "{http://purl.org/dc/elements/1.1/}"
FONT = b"'DejaVu Sans'"
FONTS = b"'DejaVu Sans', Verdana, sans-serif"
"""The house's font and those that stand in for it where a reader has not got it."""


@dataclass(frozen=True)
class Illustration:
    """A figure.

    Attributes:
        path: Its file in the study folder.
        sha256: Hash of that file.
        title: What it shows.
        alternative: What a reader who cannot see it is told.
        rule: Rule that drew it.
        code: Fingerprint of the code that drew it.
        table: SHA-256 of the table that it was drawn from.
        picture: The picture as a data URI.
        tall: Whether it is higher than wide.
    """

    path: str
    sha256: str
    title: str
    alternative: str
    rule: str
    code: str
    table: str
    picture: str
    tall: bool

    @property
    def beside(self) -> str:
        """Path of the table beside the figure, from which it was drawn."""
        return PurePosixPath(self.path).with_suffix(".csv").as_posix()


def read(path: Path) -> Illustration:
    """Read an SVG that `verbatim.figures.save` wrote.

    Raises:
        StudyError: If it does not say what it shows and where it comes from.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
        source = json.loads(_said(root, "source"))
        rule, code, table = (str(source[key]) for key in ("rule", "code", "table"))
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        raise StudyError(
            str(path),
            "a figure that does not say where it comes from",
            "an SVG as its rule drew it",
            "remove it and run the study again",
        ) from error
    picture = path.read_bytes().replace(FONT, FONTS)
    width, height = (float(number) for number in root.get("viewBox", "0 0 1 1").split()[2:])
    return Illustration(
        path=path.as_posix(),
        sha256=sha256(path),
        title=_said(root, "title"),
        alternative=_said(root, "description"),
        rule=rule,
        code=code,
        table=table,
        picture="data:image/svg+xml;base64," + base64.b64encode(picture).decode("ascii"),
        tall=height > width,
    )


def _said(root: etree._Element, name: str) -> str:
    found = next(root.iter(DC + name), None)
    return "" if found is None else " ".join((found.text or "").split())
