"""Measure how whole the demonstration comes out of PDFs that real programs wrote.

    .venv/bin/python benchmarks/formats_pdf.py FOLDER [RENDERING ...]

Writes the 37 interviews in each layout as Word documents and web pages, has LibreOffice and
Chromium print them (what is in FOLDER already is not printed again), reads the PDFs as the room
does, and counts the paragraphs that equal the reading of the same interview as plain text:
speaker, text and order. Needs `soffice`, `chromium` and `pandoc`.
"""

import argparse
import difflib
import html
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "scripts"))

from verbatim import register  # noqa: E402
from verbatim.ingest import pdf, plain  # noqa: E402
from verbatim.ingest.labels import Speaker  # noqa: E402
from verbatim.ingest.pieces import Source  # noqa: E402
from verbatim.ingest.read import read_batch  # noqa: E402
from verbatim.ingest.segments import segments  # noqa: E402
from verbatim.ingest.speech import speech  # noqa: E402

LABELS = {"interviewer": "Interviewer", "participant": "Participant", "other": "Other"}
LISTED = {label.lower(): Speaker(label, role, "") for role, label in LABELS.items()}

Turn = tuple[str, list[str]]
"""A label and the paragraphs of one turn."""


def interviews() -> dict[str, list[Turn]]:
    """The turns of each interview, as the room reads them from the files of the study."""
    os.chdir(HOUSE)
    rows = register.read_register(Path())
    table, _ = read_batch(register.tickets(rows, Path()), 2.0)
    found: dict[str, list[Turn]] = {}
    for (interview, _), turn in table.groupby(["interview", "turn"]):
        label = LABELS[turn["speaker"].iloc[0]]
        found.setdefault(str(interview), []).append((label, turn["text"].tolist()))
    return found


def as_text(turns: list[Turn]) -> bytes:
    """The interview as plain text: `Label: text`, further paragraphs without a label."""
    lines = [f"{label}: " + "\n\n".join(said) for label, said in turns]
    return "\n\n".join(lines).encode()


def paragraphs(source: Source) -> list[tuple[str, str]]:
    """Speaker and text of each paragraph."""
    return [
        (one.speaker, one.text) for one in segments(speech(source.pieces, LISTED).said, 2.0, LISTED)
    ]


# --- Word documents ---------------------------------------------------------------------------


def document(
    turns: list[Turn], head: Callable[[Any, str], None], *, space: int = 8, fmt: Any = None
) -> Any:
    """A Word document with a paragraph each, the first one of a turn with its label."""
    made = docx.Document()
    made.styles["Normal"].paragraph_format.space_after = Pt(space)
    for label, said in turns:
        for number, one in enumerate(said):
            paragraph = made.add_paragraph()
            if number == 0:
                head(paragraph, label)
            paragraph.add_run(one)
            if fmt:
                fmt(paragraph, number)
    return made


def plain_head(paragraph: Any, label: str) -> None:
    """Label and colon."""
    paragraph.add_run(f"{label}: ")


def bold_head(paragraph: Any, label: str) -> None:
    """Label and colon in bold type."""
    paragraph.add_run(f"{label}: ").bold = True


def bold_bare_head(paragraph: Any, label: str) -> None:
    """Label in bold type, without a colon."""
    paragraph.add_run(label).bold = True
    paragraph.add_run(" ")


def field(paragraph: Any, code: str) -> None:
    """A field that counts, as PAGE."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), code)
    paragraph._p.append(made)


def doc_plain(turns: list[Turn]) -> Any:
    """Space between paragraphs."""
    return document(turns, plain_head)


def doc_tight(turns: list[Turn]) -> Any:
    """No space between paragraphs."""
    return document(turns, plain_head, space=0)


def doc_bold(turns: list[Turn]) -> Any:
    """Bold labels, no colon."""
    return document(turns, bold_bare_head)


def doc_table(turns: list[Turn]) -> Any:
    """A row for each turn: label, speech."""
    made = docx.Document()
    made.styles["Normal"].paragraph_format.space_after = Pt(0)
    table = made.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for label, said in turns:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(2.6), Cm(13.4)
        cells[0].text, cells[1].text = label, said[0]
        for other in said[1:]:
            cells[1].add_paragraph(other)
    return made


def doc_rows(turns: list[Turn]) -> Any:
    """A table without lines, a row for each paragraph: time, label, speech."""
    made = docx.Document()
    made.styles["Normal"].paragraph_format.space_after = Pt(6)
    table = made.add_table(rows=0, cols=3)
    table.autofit = False
    for at, (label, said) in enumerate(turns):
        for number, one in enumerate(said):
            cells = table.add_row().cells
            for cell, width in zip(cells, (2.2, 2.6, 11.2), strict=True):
                cell.width = Cm(width)
            if number == 0:
                cells[0].text = f"00:{at // 60:02}:{at % 60:02}"
                cells[1].text = label
            cells[2].text = one
    return made


def doc_heads(turns: list[Turn]) -> Any:
    """Header, footer and page numbers."""
    made = doc_plain(turns)
    section = made.sections[0]
    section.header.paragraphs[0].text = "Care at home study\tTranscript\tConfidential"
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    field(foot, "PAGE")
    foot.add_run(" of ")
    field(foot, "NUMPAGES")
    return made


def doc_numbers(turns: list[Turn], by: int = 1, restart: str = "newPage") -> Any:
    """Line numbers in the margin, a bare page number at the foot."""
    made = doc_plain(turns)
    numbering = OxmlElement("w:lnNumType")
    numbering.set(qn("w:countBy"), str(by))
    numbering.set(qn("w:restart"), restart)
    made.sections[0]._sectPr.append(numbering)
    foot = made.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(foot, "PAGE")
    return made


def doc_fives(turns: list[Turn]) -> Any:
    """Every fifth line numbered, counting on."""
    return doc_numbers(turns, 5, "continuous")


def softened(text: str) -> str:
    """The text with soft hyphens in its longer words, where programs would break them."""
    return re.sub(r"(?<=[a-z]{3}[aeiou])(?=[bcdfgklmnprstvz][a-z]{3})", "\u00ad", text)


def doc_hyphens(turns: list[Turn]) -> Any:
    """Justified and hyphenated."""

    def justify(paragraph: Any, _: int) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    told = [(label, [softened(one) for one in said]) for label, said in turns]
    return document(told, plain_head, fmt=justify)


def doc_hanging(turns: list[Turn]) -> Any:
    """Label, tab, speech in a hanging indent; no space between paragraphs."""

    def hang(paragraph: Any, number: int) -> None:
        paragraph.paragraph_format.left_indent = Cm(3)
        paragraph.paragraph_format.first_line_indent = Cm(0 if number else -3)

    def head(paragraph: Any, label: str) -> None:
        paragraph.add_run(f"{label}:\t")

    return document(turns, head, space=0, fmt=hang)


def doc_indented(turns: list[Turn]) -> Any:
    """First lines indented, double spaced, no space between paragraphs."""

    def indent(paragraph: Any, _: int) -> None:
        paragraph.paragraph_format.first_line_indent = Cm(1)
        paragraph.paragraph_format.line_spacing = 2.0

    return document(turns, bold_head, space=0, fmt=indent)


def doc_columns(turns: list[Turn]) -> Any:
    """Two columns a page."""
    made = doc_plain(turns)
    columns = made.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "720")
    return made


def doc_alone(turns: list[Turn]) -> Any:
    """Label and time on a line of their own."""
    made = docx.Document()
    made.styles["Normal"].paragraph_format.space_after = Pt(0)
    for at, (label, said) in enumerate(turns):
        made.add_paragraph(f"{label}  {at // 60}:{at % 60:02}")
        for one in said:
            made.add_paragraph(one)
        made.add_paragraph()
    return made


# --- web pages --------------------------------------------------------------------------------


def page(body: str, style: str = "") -> str:
    """A web page."""
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Transcript</title>'
        f"<style>body{{font-family:'Liberation Serif';font-size:12pt}}{style}</style>{body}</html>"
    )


def web_plain(turns: list[Turn]) -> str:
    """Paragraphs, bold labels."""
    return page(
        "".join(
            f"<p>{'' if number else f'<b>{label}:</b> '}{html.escape(one)}</p>"
            for label, said in turns
            for number, one in enumerate(said)
        )
    )


def web_table(turns: list[Turn]) -> str:
    """A table with a row for each paragraph."""
    rows = "".join(
        f"<tr><td>{'' if number else label}</td><td>{html.escape(one)}</td></tr>"
        for label, said in turns
        for number, one in enumerate(said)
    )
    return page(f"<table>{rows}</table>", "td{vertical-align:top;padding:2pt 6pt}")


def web_middle(turns: list[Turn]) -> str:
    """A table with a row for each turn, labels at half its height as web pages have them."""
    rows = "".join(
        f"<tr><td>{label}</td><td>{''.join(f'<p>{html.escape(one)}</p>' for one in said)}</td></tr>"
        for label, said in turns
    )
    return page(f"<table>{rows}</table>", "p{margin:0}td{padding:4pt 6pt}")


def web_hyphens(turns: list[Turn]) -> str:
    """Justified and hyphenated, first lines indented, no space between."""
    return page(
        "".join(
            f"<p>{'' if number else f'{label}: '}{html.escape(softened(one))}</p>"
            for label, said in turns
            for number, one in enumerate(said)
        ),
        "p{text-align:justify;margin:0;text-indent:2em}",
    )


def web_pandoc(turns: list[Turn]) -> str:
    """Markdown through pandoc, its own style."""
    special = re.compile(r"([*_\[\]<>`~^$@\\])")
    told = [(label, [special.sub(r"\\\1", one) for one in said]) for label, said in turns]
    text = "\n\n".join(f"**{label}:** " + "\n\n".join(said) for label, said in told)
    command = ["pandoc", "-f", "markdown-smart", "-s", "-t", "html", "--metadata=title:Transcript"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


DOCUMENTS = (
    *(doc_plain, doc_tight, doc_bold, doc_table, doc_rows, doc_heads, doc_numbers, doc_fives),
    *(doc_hyphens, doc_hanging, doc_indented, doc_columns, doc_alone),
)
PAGES = (web_plain, web_table, web_middle, web_hyphens, web_pandoc)
RENDERINGS: dict[str, Callable[[list[Turn]], Any]] = {
    made.__name__.replace("_", " "): made for made in (*DOCUMENTS, *PAGES)
} | {"txt": as_text}


def printed(folder: Path, name: str, told: dict[str, list[Turn]]) -> None:
    """Have the rendering printed, unless it is there."""
    into = folder / name.replace(" ", "_")
    if into.is_dir() and len(list(into.glob("*.pdf"))) == len(told):
        return
    into.mkdir(parents=True, exist_ok=True)
    ending = {"doc": "docx", "web": "html"}.get(name.split(maxsplit=1)[0], "txt")
    for interview, turns in told.items():
        made, path = RENDERINGS[name](turns), into / f"{interview}.{ending}"
        if ending == "docx":
            made.save(path)
        else:
            path.write_bytes(made if isinstance(made, bytes) else made.encode())
    sources = sorted(into.glob(f"*.{ending}"))
    with tempfile.TemporaryDirectory() as home:
        if ending == "html":
            for source in sources:
                options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}"]
                options += ["--disable-background-networking"]
                target = f"--print-to-pdf={source.with_suffix('.pdf')}"
                subprocess.run(
                    ["chromium", *options, target, source.as_uri()], capture_output=True, check=True
                )
        else:
            command = ["soffice", f"-env:UserInstallation=file://{home}", "--headless"]
            # LibreOffice takes a text file for Windows-1252 unless it is told.
            infilter = ["--infilter=Text (encoded):UTF8,LF,,,"] if ending == "txt" else []
            command += [*infilter, "--convert-to", "pdf", "--outdir", str(into), *map(str, sources)]
            subprocess.run(command, capture_output=True, check=True)


def measured(folder: Path, name: str, told: dict[str, list[Turn]], show: int) -> str:
    """Read the PDFs of a rendering and give its row."""
    equal = total = words = aside = 0
    seconds = 0.0
    wrong: list[str] = []
    changes: dict[str, int] = {}
    for interview, turns in told.items():
        wanted = paragraphs(plain.read(as_text(turns), LISTED))
        content = (folder / name.replace(" ", "_") / f"{interview}.pdf").read_bytes()
        begin = time.process_time()
        source = pdf.read(content, LISTED)
        got = paragraphs(source)
        seconds += time.process_time() - begin
        matcher = difflib.SequenceMatcher(None, wanted, got, autojunk=False)
        equal += sum(block.size for block in matcher.get_matching_blocks())
        total += len(wanted)
        words += sum(len(text.split()) for _, text in wanted)
        aside += len(source.left)
        for kind, number in source.changes.items():
            changes[kind] = changes.get(kind, 0) + number
        wrong += [
            f"{interview}: wanted {wanted[a:b]}\n     got {got[c:d]}"
            for kind, a, b, c, d in matcher.get_opcodes()
            if kind != "equal"
        ]
    for one in wrong[:show]:
        print(one, file=sys.stderr)
    noted = "; ".join(f"{kind} {number}" for kind, number in sorted(changes.items()))
    return f"| {name} | {equal:,} of {total:,} | {words / seconds:,.0f} | {aside} | {noted} |"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("renderings", nargs="*", default=list(RENDERINGS))
    parser.add_argument("--show", type=int, default=0, help="print so many that differ")
    arguments = parser.parse_args()
    folder, told = arguments.folder.absolute(), interviews()
    print("| rendering | equal paragraphs | words a second | aside | changes |")
    print("| --- | --- | --- | --- | --- |", flush=True)
    for name in arguments.renderings:
        printed(folder, name, told)
        print(measured(folder, name, told, arguments.show), flush=True)


if __name__ == "__main__":
    main()
