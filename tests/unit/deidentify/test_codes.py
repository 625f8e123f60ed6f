"""What is said letter by letter, digit by digit, and numbers of other countries' forms."""

import pytest

from verbatim.deidentify.ages import ages
from verbatim.deidentify.dates import dates
from verbatim.deidentify.mention import longest
from verbatim.deidentify.patterns import patterns
from verbatim.deidentify.words import Passage


def found(text: str, before: str = "") -> list[tuple[str, str]]:
    """Category and text of what the recognisers of forms find."""
    passage = Passage(text, before)
    mentions = longest([*patterns(passage), *dates(passage), *ages(passage)], text)
    return [(one.category, text[one.start : one.end]) for one in mentions]


CODES = [
    ("it's spelt w e r n e r, with a w", [("PERSON", "w e r n e r")], "letters with blanks"),
    ("that's B-E-C-K-E-double T, Mum", [("PERSON", "B-E-C-K-E-double T")], "a double letter"),
    ("my surname's d a double l y", [("PERSON", "d a double l y")], "doubled, in lower case"),
    ("they said a, a, I don't know", [], "a stammer"),
    ("it went n h s and then private", [], "letters that all share"),
    ("do it a, b, c", [], "the alphabet"),
    ("postcode's l s one two, three e f", [("POSTCODE", "l s one two, three e f")], "lower case"),
    ("B S sixteen, five double T", [("POSTCODE", "B S sixteen, five double T")], "double letter"),
    ("it's BS3 4TQ, ground floor", [("POSTCODE", "BS3 4TQ")], "behind a shortened verb"),
    ("at ten p m on Monday", [], "time of day"),
    ("my old Polo, K three nine one, T O W", [("REFERENCE", "K three nine one, T O W")], "plate"),
    ("Tango Kilo four seven one", [("REFERENCE", "Tango Kilo four seven one")], "police"),
    ("plan B, room for 20", [], "a letter and a number apart"),
    ("the A six nine two was shut", [], "a road"),
    ("ref is H slash six oh two two", [("REFERENCE", "H slash six oh two two")], "slash"),
    ("it was pk stroke four one one two", [("REFERENCE", "pk stroke four one one two")], "stroke"),
    ("I'm QR oh seven in your list", [("REFERENCE", "QR oh seven")], "a study's number"),
    ("they put DL 331 4078 on it", [("REFERENCE", "DL 331 4078")], "grouped digits"),
    ("my badge, look, 40718855", [("REFERENCE", "40718855")], "a long number"),
    ("it cost 250000 pounds", [], "an amount"),
    ("staff number, four oh one nine", [("REFERENCE", "four oh one nine")], "a told number"),
    ("bleep 5 5 0 2 if you need me", [("REFERENCE", "5 5 0 2")], "digits one by one"),
    ("we have number three hundred and six in stock", [], "an amount behind number"),
    ("down in side room four", [("REFERENCE", "side room four")], "a room of a kind"),
    ("National Insurance is P R, two two, one oh, double six, A",
     [("REFERENCE", "P R, two two, one oh, double six, A")], "national insurance, spoken"),
    ("write to analee eighty at post dot co dot uk, please",
     [("EMAIL", "analee eighty at post dot co dot uk")], "words and a number before at"),
    ("it's k dot west seven one at post dot net",
     [("EMAIL", "k dot west seven one at post dot net")], "a number behind the name"),
    ("t hyphen roe at post dot org", [("EMAIL", "t hyphen roe at post dot org")], "hyphen"),
    ("we met at the dot in the road", [], "no address"),
    ("call me on 31 604 222 19", [("PHONE", "31 604 222 19")], "a foreign number, told"),
    ("her office is +49 (0)30 901 820", [("PHONE", "+49 (0)30 901 820")], "another country's"),
    ("the machine was 192.168.10.44", [("REFERENCE", "192.168.10.44")], "a machine's address"),
    ("on 0131 496 0 double 2 7, any time", [("PHONE", "0131 496 0 double 2 7")], "double a figure"),
    ("crime number four star six six one", [("REFERENCE", "four star six six one")], "star"),
    ("and number, I've had it years, it's three oh nine two",
     [("REFERENCE", "three oh nine two")], "a number told late"),
    ("my address is 6 Haugh Loan, flat 2", [("LOCATION", "6 Haugh Loan, flat 2")], "announced"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), CODES, ids=[row[2] for row in CODES])
def test_codes(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    """Letters and digits are read as they are said, and everyday letters are left."""
    assert found(text) == expected, reason


TIMES = [
    ("Asha is twelve, she's at school", "", [("AGE", "twelve")], "a child by name"),
    ("Monday is ten, we open at eight", "", [], "a day"),
    ("I'd have been thirty-eight.", "", [("AGE", "thirty-eight")], "would have been"),
    ("hes nineteen and shes two", "", [("AGE", "nineteen"), ("AGE", "two")], "no apostrophes"),
    ("shes five foot nothing", "", [], "a height"),
    ("he's one of them", "", [], "one of"),
    ("It is only two calls", "", [], "a count"),
    ("She's three and a half, bless her", "", [("AGE", "three and a half")], "and a half"),
    ("a baby, six weeks old", "", [("AGE", "six weeks old")], "weeks old"),
    ("I was forty. Just forty.", "", [("AGE", "forty"), ("AGE", "forty")], "said again"),
    ("sixty one sixty two in june", "how old are you", [("AGE", "sixty one sixty two")], "both"),
    ("we came up in seventy-four.", "", [("DATE", "seventy-four")], "a year in two digits"),
    ("Sixty-eight, was it? Or nine?", "", [("DATE", "Sixty-eight")], "a year that is asked for"),
    ("in sixty minutes", "", [], "minutes"),
    ("the ninth of may two thousand", "",
     [("DATE", "the ninth of may two thousand")], "a month in lower case"),
    ("since Christmas 2011 or so", "", [("DATE", "Christmas 2011")], "a feast and its year"),
    ("he died on the twenty-third.", "", [("DATE", "the twenty-third")], "a day alone"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "before", "expected", "reason"), TIMES, ids=[row[3] for row in TIMES]
)
def test_ages_and_dates(
    text: str, before: str, expected: list[tuple[str, str]], reason: str
) -> None:
    """Ages and years show by a person, a question or a word before them; measures do not."""
    assert found(text, before) == expected, reason
