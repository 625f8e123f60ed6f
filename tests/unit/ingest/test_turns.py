"""Tables with one turn per row: csv, tsv and Excel workbooks."""

import contextlib
import datetime
import io
import zipfile
from pathlib import Path
from time import process_time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from verbatim.errors import StudyError, StudyErrors
from verbatim.ingest.readers import read_source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "ingest"
HELLO = [("interviewer", "Hello; there, you."), ("participant", "Fine.")]

TABLES = [
    ('Speaker,Text\nInterviewer,"Hello; there, you."\nParticipant,Fine.\n', "comma, quoted"),
    ('Speaker;Text\r\nInterviewer;"Hello; there, you."\r\nParticipant;Fine.\r\n', "semicolon"),
    (
        '\ufeffsep=;\r\nSpeaker;Text\r\nInterviewer;"Hello; there, you."\r\nParticipant;Fine.',
        "sep=",
    ),
    ("Speaker\tText\nInterviewer\tHello; there, you.\nParticipant\tFine.\n", "tabs"),
    ("Speaker|Text\nInterviewer|Hello; there, you.\nParticipant|Fine.\n", "bars"),
    ('Interviewer,"Hello; there, you."\nParticipant,Fine.\n', "no header: the labels are known"),
    ('who,said,note\nInterviewer,"Hello; there, you.",\nParticipant,Fine.,\n', "other titles"),
    ('Sprecherin;Inhalt\nInterviewer;"Hello; there, you."\nParticipant;Fine.\n', "German"),
    ('说话人,文本\nInterviewer,"Hello; there, you."\nParticipant,Fine.\n', "Chinese"),
    ('Fnord,Blub\nInterviewer,"Hello; there, you."\nParticipant,Fine.\n', "unknown titles"),
    (
        'Text,Name,Speaker\n"Hello; there, you.",Ann,Interviewer\nFine.,Bob,Participant\n',
        "text before speaker, two columns of names, one of them listed",
    ),
    ('Interview 7\n\nSpeaker,Text\nInterviewer,"Hello; there, you."\nParticipant,Fine.\n', "title"),
    ("Speaker,Text\nInterviewer,Hello; there, you.\nParticipant,Fine.\n", "quotes forgotten"),
    ('Speaker,Text\nInterviewer:,"Hello; there, you."\n[PARTICIPANT],Fine.\n', "colon, brackets"),
    (
        'Speaker,Text\nInterviewer,"Hello; there, you."\n\n,\nParticipant,Fine.\nSpeaker,Text\n',
        "empty rows, a header once more",
    ),
]


@pytest.mark.parametrize(("content", "reason"), TABLES, ids=[case[1] for case in TABLES])
def test_tables_in_text(read, content, reason):
    """However cells are parted and columns are called, speech is the same."""
    for encoding in ("utf-8", "utf-16"):
        assert read("a.csv", content.encode(encoding)).said == HELLO, reason


def test_an_empty_speaker_goes_on_and_lines_are_paragraphs(read):
    """The same person goes on in a row without speaker; a line break in a cell parts paragraphs."""
    reading = read("a.csv", 'speaker,text\nParticipant,"One ""a"".\nTwo."\n,Three.\nInterviewer,X?')
    assert reading.table["text"].tolist() == ['One "a".', "Two.", "Three.", "X?"]
    assert reading.table["turn"].tolist() == [1, 1, 1, 2]


def test_marks_that_are_not_closed(read):
    """A quotation mark in a table without quoted cells is what was said."""
    reading = read(
        "a.tsv", 'speaker\ttext\nInterviewer\t"So, I\nParticipant\tYes.\nInterviewer\tA.'
    )
    assert [text for _, text in reading.said] == ['"So, I', "Yes.", "A."]


@pytest.mark.parametrize(
    "text",
    [
        'speaker,text\nParticipant,"She said \\"no\\", then left."\n',
        'speaker,text\nParticipant,She said "no", then left.\nInterviewer,Well, so, yes, or?\n',
        'Participant: She said "no", then left.\nInterviewer: Well, or?\n',
    ],
)
def test_separators_and_marks_in_speech_stay(read, text):
    """Marks behind backslashes, none at all, or no table at all: the words are the same."""
    assert read("a.csv", text).said[0] == ("participant", 'She said "no", then left.')


def test_a_column_for_each_speaker(read):
    """Question and answer side by side: each row is read from left to right."""
    text = "No,Interviewer,Participant\n1,How are you?,Fine.\n2,,And then…\n"
    reading = read("a.csv", text)
    assert reading.said == [
        ("interviewer", "How are you?"),
        ("participant", "Fine."),
        ("participant", "And then…"),
    ]
    assert reading.losses["changes"] == "cell beside speech left out 2"
    rows = [["Interviewer", "Participant"], ["How are you?", "Fine."], [None, "And then…"]]
    assert read("a.xlsx", saved(*rows)).said == reading.said


TIMES = [
    ("Start,End,Speaker,Text", "00:00:01.000,00:00:02.500", (1.0, 2.5), "clocks"),
    ("start_ms,end_ms,speaker,text", "1000,2500", (1.0, 2.5), "thousandths, by the title"),
    ("Start (s),End (s),Speaker,Text", "1,2.5", (1.0, 2.5), "seconds"),
    ("Timestamp,Number,Speaker,Text", "[00:01],1", (1.0, None), "begin alone, in brackets"),
    ("Time,Number,Speaker,Text", "0:01 - 0:02.5,1", (1.0, 2.5), "both in one cell"),
    ("Zeit,Ende,Sprecher,Text", "9:99,0:02", (None, 2.0), "a begin that cannot be"),
    ("Nr,Duration,Speaker,Text", "1,0:05", (None, None), "a duration is no begin"),
]


@pytest.mark.parametrize(("header", "cells", "times", "reason"), TIMES, ids=[t[3] for t in TIMES])
def test_times_of_rows(read, header, cells, times, reason):
    """Times stand where the table says them, in seconds."""
    reading = read("a.csv", f"{header}\n{cells},Participant,Yes.\n")
    found = reading.table.loc[0, ["start", "end"]].astype(object)
    assert found.where(found.notna(), None).tolist() == list(times), reason
    assert ("impossible time 1" in reading.losses["changes"]) == (times == (None, 2.0))


def test_whole_numbers_past_a_day_are_thousandths(read):
    """No interview lasts longer than a day: 90,000 seconds are 90."""
    text = "start,end,speaker,text\n0,1500,Interviewer,Well?\n90000,90500,Participant,Yes.\n"
    assert read("a.csv", text).table["start"].tolist() == [0.0, 90.0]


def test_times_without_titles(read):
    """Clock times that go on are begins, and those that never lie before them ends."""
    text = "".join(
        f"{n},0:0{n}:01,0:0{n}:05,Interviewer,Well?\n{n},0:0{n}:06,0:0{n}:09,Participant,Yes.\n"
        for n in range(1, 4)
    )
    reading = read("a.csv", text)
    assert reading.table["start"].tolist() == [61, 66, 121, 126, 181, 186]
    assert reading.table["end"].tolist() == [65, 69, 125, 129, 185, 189]


def test_labels_that_nobody_has_listed_yet():
    """Before the register is written, titles or what comes back tell who speaks."""
    turns = ["Interviewer,How are you?", "Ann B.,Fine and you?", "Interviewer,And then?"] * 3
    tables = [
        "Participant,Speaker,Text\n" + "".join(f"P07,{turn}\n" for turn in turns),
        "\n".join(turns),
        "Interviewer,Respondent\n" + "How are you?,Fine and you?\nAnd then?,I went home.\n" * 2,
    ]
    found = [read_source(text.encode(), "a.csv", {}).pieces[:2] for text in tables]
    labels = [[piece.label for piece in pieces] for pieces in found]
    assert labels == [["Interviewer", "Ann B."]] * 2 + [["Interviewer", "Respondent"]]


@pytest.mark.parametrize("header", ["turn,Interviewer,Participant", "no,Question,Answer"])
def test_columns_of_speakers_that_nobody_has_listed_yet(header):
    """A column that is called turn but numbers rows does not hide those of the speakers."""
    content = f"{header}\n1,How is it?,\n2,,It is fine.\n3,And now?,\n4,,It is over.\n".encode()

    said = [(one.label, one.text) for one in read_source(content, "a.csv", {}).pieces]

    _, asks, answers = header.split(",")
    assert said == [
        (asks, "How is it?"),
        (answers, "It is fine."),
        (asks, "And now?"),
        (answers, "It is over."),
    ]


def test_a_lone_cell_far_away_costs_no_time(read):
    """Columns times rows are not gone through: a stray cell makes both many."""
    rows = ["Speaker,Text,Note", "Interviewer,How is it?", "Participant,Fine.", *[""] * 20_000]
    begin = process_time()
    reading = read("a.csv", "\n".join([*rows, "," * 5_000 + "stray"]))

    assert [text for _, text in reading.said] == ["How is it?", "Fine."]
    assert process_time() - begin < 2


def test_cells_beside_speech_are_counted(read):
    """What is neither speaker, speech nor time is left out, with a count."""
    text = "id,speaker,text,comment\n1,Interviewer,Well?,\n2,Participant,Yes.,loud\n"
    assert read("a.csv", text).losses["changes"] == "cell beside speech left out 3"


def test_labels_in_the_text(read):
    """Without a column of speakers, labels at the beginning of the speech say who speaks."""
    reading = read("a.csv", "no,text\n1,Interviewer: Well?\n2,Participant: Yes.\n")
    assert reading.said == [("interviewer", "Well?"), ("participant", "Yes.")]


def test_columns_named_in_the_register(read):
    """The register's columns are taken whatever the others look like."""
    text = "speaker,text,Wer,Was\nx,Yes and no.,Participant,Ja.\n"
    named = {"speaker_column": "wer", "text_column": "Was "}
    assert read("a.csv", text, **named).said == [("participant", "Ja.")]


def test_a_named_column_must_be_there(read):
    """A title that no column has is one error, which does not print it."""
    with pytest.raises(StudyError, match="no header with each column") as caught:
        read("a.csv", "speaker,text\nParticipant,Ja.\n", speaker_column="Marigold")
    assert "Marigold" not in str(caught.value)
    assert caught.value.private == "Marigold"
    with pytest.raises(StudyError, match="names of columns for a transcript that ends in"):
        read("a.txt", "Participant: Ja.", text_column="text")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "id,score\n1,2\n2,3\n"),
        ("a.csv", "start,end\n0:01,0:02\n"),
        ("a.tsv", "1\t2\n3\t4\n"),
    ],
)
def test_no_transcript(read, name, content):
    """A table without speech is one error that says what a transcript needs."""
    with pytest.raises(StudyError, match="without a column of speech"):
        read(name, content)


def saved(*rows: list[object], **others: list[list[object]]) -> bytes:
    """Write a workbook: the rows of its first sheet, then other sheets by name."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    for name, more in others.items():
        other = book.create_sheet(name)
        for row in more:
            other.append(row)
    return written(book)


def written(book: openpyxl.Workbook) -> bytes:
    """Bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_workbook(read):
    """Excel's times, a number for a label and a row without speaker."""
    content = saved(
        ["Interview", datetime.date(2021, 3, 1)],
        [],
        ["Start", "Speaker", "Text", "Page"],
        [datetime.time(0, 0, 1), 1, "Well?", 3],
        [datetime.timedelta(seconds=2.5), "Participant", "Yes._x000D_\nWell.", None],
        ["0:00:04", None, 42, None],
        [datetime.datetime(1900, 1, 1, 1), None, "Late.", None],
    )
    reading = read("a.xlsx", content, interviewer="1")
    assert reading.table["text"].tolist() == ["Well?", "Yes.", "Well.", "42", "Late."]
    assert reading.table["turn"].tolist() == [1, 2, 2, 2, 2]
    assert reading.table["start"].dropna().tolist() == [1.0, 2.5, 4.0, 90_000.0]
    assert reading.losses["format"] == "xlsx, column of speakers"


@pytest.mark.parametrize(("last", "starts"), [(45, [5, 75, 2700]), (3, [300, 4500, 10800])])
def test_minutes_that_excel_took_for_hours(read, last, starts):
    """Excel keeps 0:05, 1:15 and 45:00 as hours; no interview lasts 45 of them, but 3 it may."""
    content = saved(
        ["Start", "Speaker", "Text"],
        [datetime.time(0, 5), "Interviewer", "Well?"],
        [datetime.time(1, 15), "Participant", "Yes."],
        [datetime.timedelta(hours=last), "Interviewer", "Thanks."],
    )
    reading = read("a.xlsx", content)
    assert reading.table["start"].tolist() == starts
    mended = "time that Excel took for hours and minutes 3" in reading.losses["changes"]
    assert mended == (last == 45)


def test_workbook_of_libreoffice(read):
    """LibreOffice keeps times as parts of a day, strings apart, a result beside its formula."""
    content = (FIXTURES / "libreoffice.xlsx").read_bytes()
    reading = read("a.xlsx", content)
    assert reading.said == [
        ("interviewer", "Hello; there, “you”."),
        ("participant", "Fine."),
        ("participant", "Łódź, in 1947."),
        ("interviewer", "Fine. Thanks!"),
    ]
    assert reading.table["start"].tolist() == [1.0, 2.5, 63.0, 3723.0]
    assert reading.losses["changes"] == "cell beside speech left out 4"


def test_names_in_a_sheet_of_facts_are_no_speech(read):
    """A sheet that says who took part has the labels as titles, but no speech below them."""
    content = saved(
        ["Interviewer", "Participant"],
        ["Ann Lee", "Bo Lee"],
        Talk=[["who", "what"], ["Interviewer", "Well?"], ["Participant", "Yes."]],
    )
    assert read("a.xlsx", content).said == [("interviewer", "Well?"), ("participant", "Yes.")]


def test_the_sheet_with_the_transcript(read):
    """The sheet that has speakers and speech is read, the others are counted."""
    content = saved(
        ["Date", "2021-03-01"],
        Transcript=[["who", "what"], ["Interviewer", "Well?"], ["Participant", "Yes."]],
        Notes=[["Interviewer", "was late"]],
    )
    reading = read("a.xlsx", content)
    assert reading.said == [("interviewer", "Well?"), ("participant", "Yes.")]
    assert "sheet left out 2" in reading.losses["changes"]


def test_a_hidden_sheet_is_no_transcript_beside_another(read):
    """What somebody hid, as an older version, is read only where nothing else is there."""
    book = openpyxl.load_workbook(io.BytesIO(saved(["Speaker", "Text"], ["Participant", "Old."])))
    book.active.append(["Interviewer", "Old?"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("New")
    for row in (["Speaker", "Text"], ["Participant", "New."]):
        sheet.append(row)
    book.active = 1
    assert read("a.xlsx", written(book)).said == [("participant", "New.")]


def test_merged_cells_and_hidden_rows(read):
    """A speaker's cell merged over rows holds for all of them; hidden rows are read and counted."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Speaker", "Text"], ["Participant", "A."], [None, "B."], ["Interviewer", "C?"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].hidden = True
    reading = read("a.xlsx", written(book))
    assert reading.said == [
        ("participant", "A."),
        ("participant", "B."),
        ("interviewer", "C?"),
    ]
    assert reading.losses["changes"] == "hidden row read 1"


def test_formulas_without_results(read):
    """A formula that nobody has worked out is an error: its speech would be lost."""
    with pytest.raises(StudyError, match="1 formulas whose results are not in the file"):
        read("a.xlsx", saved(["Speaker", "Text"], ["Participant", "=CONCAT(A1,B1)"]))


def test_speech_that_excel_took_for_a_formula_is_counted(read):
    """Excel shows speech that begins with = as #NAME?; it is lost already, and counted."""
    reading = read("a.xlsx", saved(["Speaker", "Text"], ["Participant", "#NAME?"]))
    assert reading.losses["changes"] == "cell that Excel took for a formula 1"


def test_damaged_workbooks_are_never_a_traceback(read):
    """Cut short, with flipped bytes or foreign parts: read, or explained."""
    whole = saved(["Speaker", "Text"], ["Interviewer", "Well?"], ["Participant", "Yes."])
    for at in range(1, len(whole), len(whole) // 30):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        for content in (whole[:at], bytes(damaged)):
            with contextlib.suppress(StudyError, StudyErrors):
                read("a.xlsx", content)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(StudyError, match="a damaged Excel workbook"):
        read("a.xlsx", buffer.getvalue())
