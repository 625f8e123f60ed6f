"""CHAT of TalkBank and CLAN, after its manual (MacWhinney): main tiers are the speech."""

LINES = """@UTF8
@Begin
@Languages:\teng
@Participants:\tINT Anna Investigator, PAR Participant
*INT:\tdid you like it ? \x151000_2500\x15
*PAR:\tI did , most of it ,
\tand my brother too . \x152600_5100\x15
%com:\tlooks out of the window
%mor:\tpro|I v|do&PAST
*PAR:\tthat is all .
@End
"""


def test_main_tiers_are_speech(read):
    """Tiers go on in lines that begin with a tab; bullets are times in thousandths of a second."""
    found = read("x.cha", LINES, interviewer="INT", participant="PAR")

    assert found.said == [
        ("interviewer", "did you like it ?"),
        ("participant", "I did , most of it , and my brother too ."),
        ("participant", "that is all ."),
    ]
    assert list(found.table["start"].dropna()) == [1.0, 2.6]
    assert list(found.table["end"].dropna()) == [2.5, 5.1]


def test_headers_and_dependent_tiers_are_counted(read):
    """Five headers and two dependent tiers are left aside, none of them without a count."""
    losses = read("x.txt", LINES, interviewer="INT", participant="PAR").losses

    assert (losses["lines_read"], losses["lines_dropped"]) == (10, 7)
