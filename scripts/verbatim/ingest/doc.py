"""Old Word documents, which LibreOffice turns into .docx, and what else is named .doc."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from verbatim.ingest import docx, html, kinds, rtf
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.unreadable import Unreadable

OLD_WORD = "an old Word file (.doc) or one with a password"
READERS = {
    "a Word document": docx.read,
    "a rich-text file (RTF)": rtf.read,
    "a web page (HTML)": html.read,
}
"""Word opens these under the name .doc as well, and programs write them so."""

HOLDS = (OLD_WORD, *READERS)
MARKUP = ("a web page (HTML)",)
PROGRAMS = ("soffice", "libreoffice")
TIME_LIMIT_S = 180
LOCKED = "EncryptedPackage".encode("utf-16-le")
CONVERTED = Counter({"converted by LibreOffice": 1})
SECTOR = 512
SAVE = "open it in Word, save it as .docx, and name that file in the register"


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read through LibreOffice, where it is installed; the conversion stands under `changes`.

    Raises:
        Unreadable: If the file has a password, LibreOffice is missing, or it cannot read the file.
    """
    other = READERS.get(kinds.really(content) or kinds.markup(content))
    if other is not None:
        return other(content, listed)
    if is_locked(content):
        raise Unreadable(
            "a Word document with a password",
            "a document that opens without one",
            "open it in Word and save it as .docx without a password",
        )
    found = docx.read(converted(content), listed)
    return replace(found, format="doc", changes=found.changes + CONVERTED)


def is_locked(content: bytes) -> bool:
    """Say whether a password locks the file.

    New documents with a password are a package in an old container; old ones say so in the second
    bit behind their first ten bytes, wherever in the container they begin.

    Source: Microsoft, [MS-DOC] 2.5.2 FibBase (wIdent, fEncrypted).
    """
    begins = (content[at : at + 12] for at in range(SECTOR, len(content), SECTOR))
    return LOCKED in content or any(
        one[:2] == b"\xec\xa5" and len(one) == 12 and one[11] & 1 for one in begins
    )


def converted(content: bytes) -> bytes:
    """Give the document as LibreOffice saves it as .docx, in a folder and profile of its own.

    Raises:
        Unreadable: If LibreOffice is missing, takes too long, or gives nothing.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise Unreadable(
            "an old Word document (.doc), which only LibreOffice can open here, "
            "and LibreOffice is not installed",
            "a .docx file, or LibreOffice on the search path",
            SAVE,
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.doc").write_bytes(content)
        profile = (folder / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", name, "a.doc"]
        with subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                process.wait(TIME_LIMIT_S)
            except subprocess.TimeoutExpired:
                pass
            finally:
                # The program starts others, which end with it.
                end(process)
        result = folder / "a.docx"
        if not result.exists():
            raise Unreadable("an old Word document that LibreOffice cannot open", "a .doc", SAVE)
        return result.read_bytes()


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and those that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
