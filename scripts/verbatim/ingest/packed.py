"""Documents that are a zip archive of XML parts: how Word and OpenDocument pack theirs."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from verbatim.ingest.unreadable import Unreadable

MAX_BYTES = 500_000_000
# RuntimeError: encrypted parts, or packed in a way that nobody uses.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(EOFError, OSError, ValueError, RuntimeError),
)


@contextmanager
def opened(content: bytes, what: str, ending: str, program: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive; whatever is wrong with it or its parts is said in words.

    Raises:
        Unreadable: If the archive is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except DAMAGED as error:
        raise Unreadable(
            f"a damaged {what} (its archive is broken off or changed)",
            f"a whole {ending} file",
            f"copy the file again from where it came from, or save it anew in {program}",
        ) from error


def xml(archive: zipfile.ZipFile, part: str) -> Any:
    """Root element of a part; nothing outside the part is ever looked up."""
    if archive.getinfo(part).file_size > MAX_BYTES:
        raise Unreadable("a part too large to be a transcript", "a document of some pages")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(archive.read(part), parser)


def name(element: Any) -> str:
    """Local name: kinds of documents differ in their namespaces only."""
    return str(element.tag).rpartition("}")[2]


def elements(parent: Any) -> Iterator[Any]:
    """Yield the elements right below one."""
    return (child for child in parent if isinstance(child.tag, str))


def children(parent: Any, *names: str) -> Iterator[Any]:
    """Yield the elements of these names right below one."""
    return (child for child in elements(parent) if name(child) in names)


def attribute(element: Any, called: str) -> str | None:
    """Attribute of that local name."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == called:
            return str(value)
    return None
