"""TEI, the XML of text archives: shapes as chapters 7 and 8 of its Guidelines (P5) have them."""

import pytest

from verbatim.errors import StudyError

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="A1"><persName>Ingrid <surname>Vale</surname></persName></person>
<person xml:id="B1"/></listPerson></particDesc></profileDesc></teiHeader><text>"""
SPOKEN = (
    HEAD
    + """<timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="2.5" since="#T0"/>
<when xml:id="T2" interval="4" since="#T1"/></timeline><body><div><head>Second talk</head>
<u who="#A1" start="#T0" end="#T1">And <choice><orig>wot</orig><reg>what</reg></choice> then?</u>
<vocal><desc>coughs</desc></vocal>
<u who="#B1" start="#T1" end="#T2"><w>I</w><w>went</w><pc>,</pc> <pause/> <gap/>
<note>She points at the map.</note> home <vocal><desc>laughs</desc></vocal>.</u>
</div></body></text></TEI>"""
)
PRINTED = (
    HEAD
    + """<body><sp who="#A1"><speaker>Interviewer</speaker><p>How was it?</p></sp>
<sp><speaker>Participant</speaker><p>Long, <emph>so</emph> long.</p><p>And cold.</p></sp>
</body></text></TEI>"""
)


def test_utterances(read):
    """Speech is what was said, in the spelling of the transcript; the rest is a note or aside."""
    got = read("a.xml", SPOKEN, interviewer="Ingrid Vale", participant="B1")
    assert got.said == [
        ("interviewer", "And wot then?"),
        ("participant", "I went, (pause) [inaudible] home ((laughs)) ."),
    ]
    assert got.table["start"].tolist() == [0.0, 2.5]
    assert got.table["end"].tolist() == [2.5, 6.5]
    assert sorted(got.tables.dropped["text"]) == ["Second talk", "She points at the map.", "coughs"]
    assert "reading of an editor left out 1" in got.losses["changes"]


def test_speeches(read):
    """Each paragraph of a speech is a segment of whoever its own label names."""
    assert read("a.xml", PRINTED).said == [
        ("interviewer", "How was it?"),
        ("participant", "Long, so long."),
        ("participant", "And cold."),
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (HEAD + "<body/></text></TEI>", "no text"),
        (SPOKEN[:-20], "broken off or misspelt"),
        ('<?xml version="1.0"?><notes><note>Hi.</note></notes>', "XML of another kind"),
        (SPOKEN.replace('who="#B1"', ""), "an unknown speaker label"),
    ],
)
def test_what_cannot_be_read_is_said(read, content, found):
    """No speech, a broken file, other XML, and speech of nobody are one clear error each."""
    with pytest.raises(StudyError) as caught:
        read("a.xml", content, interviewer="A1", participant="B1")
    assert found in caught.value.found


def test_nothing_outside_the_file_is_fetched(read, tmp_path):
    """An entity that points at another file is not followed (OWASP, XML external entities)."""
    (tmp_path / "secret").write_text("hidden words")
    entity = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><TEI'
    content = SPOKEN.replace("<TEI", entity, 1).replace("<w>went</w>", "&x;went")
    said = read("a.xml", content, interviewer="A1", participant="B1").said
    assert "hidden" not in str(said)
    assert said[1] == ("participant", "Iwent, (pause) [inaudible] home ((laughs)) .")
