"""Tables with one turn per row: which column says who speaks, what is said, and when."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from verbatim.ingest.delimited import HALF, HEADER_ROWS, Rows
from verbatim.ingest.labels import Speaker, is_name, key
from verbatim.ingest.text import is_ended
from verbatim.ingest.times import ALONE, span
from verbatim.ingest.unreadable import Unreadable

ROLES = ("speaker", "text", "start", "end")
NEARLY = 0.9
HEADERS = {
    "speaker": """speaker speakers speakername speakerlabel speakerid name who participant person
        role voice talker label sprecher sprecherin sprechende person rolle locuteur locutrice
        intervenant hablante orador interlocutor parlante falante spreker talare taler puhuja
        osoba mówca mluvčí говорящий спикер ομιλητής konuşmacı siaradwr 说话人 发言人 講者 話者
        발화자 화자 المتحدث דובר বক্তা वक्ता người""",
    "text": """text utterance utterances transcript transcription transcribed content contents turn
        speech words sentence sentences dialogue dialog caption captions message said verbatim
        response quote body inhalt äußerung redebeitrag transkript transkription wortlaut texte
        contenu énoncé parole texto contenido enunciado transcripción transcrição testo trascrizione
        tekst inhoud innehåll teksti treść текст κείμενο metin testun 文本 内容 文字 テキスト 発話
        텍스트 내용 النص نص טקסט পাঠ্য पाठ""",
    "start": """start starts starttime startms begin begins beginning begintime time times timestamp
        timestamps timecode timecodes in tcin from onset zeit zeitmarke anfang beginn von début
        debut heure temps inicio comienzo tiempo inizio tempo tijd början starttid czas początek
        начало время χρόνος başlangıç amser dechrau 开始 时间 開始 시작 البداية الوقت""",
    "end": """end ends endtime endms out tcout to until offset stop finish ende bis fin final fim
        fine einde slut koniec конец τέλος bitiş diwedd 结束 終了 끝 النهاية""",
}
WORDS = {word: role for role in reversed(ROLES) for word in HEADERS[role].split()}
WHOLE = frozenset(("in", "out", "from", "to", "von", "bis", "who", "on", "words", "turn", "name"))
"""Words that are titles only where they stand alone."""

NUMBER = re.compile(r"(?P<number>\d{1,12}(?:[.,]\d{1,9})?)\s?(?:s|ms)?")
DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,9}")
"""A number that may be seconds where no title says so; a whole one may count anything."""

FEW = 3
"""Words of a title."""


@dataclass(frozen=True)
class Columns:
    """Where a table says what.

    Attributes:
        header: Index of the row that names the columns; -1 where none does.
        at: Index of the column by its role.
    """

    header: int
    at: dict[str, int]


def columns(rows: Rows, listed: dict[str, Speaker], named: dict[str, str]) -> Columns | None:
    """Recognise columns: as the register names them, by the header, by what they hold.

    Returns:
        None where no column holds speech.

    Raises:
        Unreadable: If a column that the register names is not there.
    """
    header = _header(rows, named)
    titles = [title(cell) for cell in rows[header]] if header >= 0 else []
    body = [[cell.strip() for cell in row] for row in rows[header + 1 :]]
    held = _Held(body, titles, listed, _named(rows, header, named))
    held.choose("speaker", held.listed_names)
    held.choose("text", held.words)
    if "text" not in held.at:
        return None
    held.choose("speaker", held.names)
    held.choose("start", held.times)
    held.choose("end", held.ends)
    if header < 0 and _is_header(body, held, listed):
        header = 0
    return Columns(header, held.at)


def title(cell: str) -> str:
    """Role that a title gives its column, as in "Start time (s)"; empty for none."""
    words = [word for word in re.split(r"[\W_\d]+", cell.casefold()) if word]
    if not 1 <= len(words) <= FEW + 2 or is_ended(cell):
        return ""
    if role := WORDS.get("".join(words), ""):
        return role
    roles = [WORDS[word] for word in words if word in WORDS and word not in WHOLE]
    return "end" if {*roles} == {"start", "end"} else next(iter(roles), "")


def titled(row: list[str]) -> int:
    """How many roles the titles of a row give; 0 where it is no header."""
    roles = {role for cell in row if (role := title(cell))}
    return len(roles) if len(roles) > 1 and roles & {"speaker", "text"} else 0


class _Held:
    """What the columns hold, and which of them has been taken for what."""

    def __init__(
        self,
        body: Rows,
        titles: list[str],
        listed: dict[str, Speaker],
        at: dict[str, int],
    ) -> None:
        width = max(map(len, body), default=0)
        self.body = body
        self.cells: list[list[str]] = [[] for _ in range(width)]
        for row in body:  # once: a lone cell far below and right makes a million rows
            for column, cell in enumerate(row):
                if cell:
                    self.cells[column].append(cell)
        self.titles = [*titles, *[""] * (width - len(titles))]
        self.listed = listed
        self.at = at

    def choose(self, role: str, fits: Callable[[int, bool], float]) -> None:
        """Take the best of the columns with this title, else of all others, if one fits."""
        if role in self.at:
            return
        free = [at for at in range(len(self.cells)) if at not in self.at.values()]
        for is_said in (True, False):
            offered = {
                at: fit
                for at in free
                if (self.titles[at] == role) == is_said and (fit := fits(at, is_said))
            }
            if offered:
                self.at[role] = max(offered, key=lambda at: (offered[at], -at))
                return

    def listed_names(self, at: int, _is_said: bool) -> float:
        """Number of listed labels, where they are at least half of the cells below the first."""
        known = sum(key(cell) in self.listed for cell in self.cells[at])
        others = sum(key(cell) not in self.listed for cell in self.cells[at][1:])
        return known if known >= others else 0

    def words(self, at: int, is_said: bool) -> float:
        """Number of words, where the column has any besides numbers, and is said or has several."""
        cells = self.cells[at]
        if not any(re.search(r"[^\W\d_]", cell) for cell in cells) or self._clocks(at) >= HALF:
            return 0
        number = sum(len(cell.split()) for cell in cells) + sum(map(len, cells)) / 1e6
        return number if is_said or "speaker" in self.at or number >= 2 * len(cells) else 0

    def names(self, at: int, is_said: bool) -> float:
        """How many cells are names that come back, where all are, or the title says so."""
        cells = self.cells[at]
        named = sum(map(is_name, cells))
        others = len(set(map(key, cells)))
        again = len(cells) - others if others > 1 else 0
        if is_said:
            return float(named > 0) + again
        return again if named == len(cells) and others <= len(cells) / 3 else 0

    def times(self, at: int, is_said: bool) -> float:
        """Share of cells that are times; without a title, of times that go on."""
        if is_said:
            share = self._clocks(at, numbers=True)
            return share if share >= HALF else 0
        found = [start for cell in self.cells[at] if (start := _begin(cell)) is not None]
        onward = sum(a <= b for a, b in pairwise(found))
        goes_on = len(found) >= FEW and onward >= NEARLY * (len(found) - 1)
        return float(goes_on and self._clocks(at) >= NEARLY)

    def ends(self, at: int, is_said: bool) -> float:
        """As `times`; without a title, none before the begin in its row."""
        if "start" not in self.at or not self.times(at, is_said):
            return 0
        begin = self.at["start"]
        pairs = [
            (_begin(row[begin]), _begin(row[at])) for row in self.body if len(row) > max(begin, at)
        ]
        return float(is_said or all(a is None or b is None or a <= b for a, b in pairs))

    def _clocks(self, at: int, *, numbers: bool = False) -> float:
        cells = self.cells[at]
        number = NUMBER if numbers else DECIMAL
        fits = sum(bool(ALONE.fullmatch(cell) or number.fullmatch(cell)) for cell in cells)
        return fits / len(cells) if cells else 0


def _begin(cell: str) -> float | None:
    """Seconds that a cell says, as a clock or as a number with decimals."""
    return float(cell.replace(",", ".")) if DECIMAL.fullmatch(cell) else span(cell)[0]


def _header(rows: Rows, named: dict[str, str]) -> int:
    """Index of the row with the names of the register, or with the most titles; -1 for none."""
    begin = rows[:HEADER_ROWS]
    if named:
        wanted = {_plain(name) for name in named.values()}
        return next((at for at, row in enumerate(begin) if wanted <= set(map(_plain, row))), -1)
    best = max(range(len(begin)), key=lambda at: (titled(begin[at]), -at), default=-1)
    if best >= 0 and titled(begin[best]):
        return best
    return 0 if begin and "text" in map(title, begin[0]) and all(map(_is_title, begin[0])) else -1


def _named(rows: Rows, header: int, named: dict[str, str]) -> dict[str, int]:
    if named and header < 0:
        raise Unreadable(
            "no header with each column that the register names for this transcript",
            f"the columns that {', '.join(f'{role}_column' for role in named)} name, in one row",
            "compare their names in data/private/interviews.csv with the header of the table",
            private=" | ".join(named.values()),
        )
    plain = list(map(_plain, rows[header])) if named else []
    return {role: plain.index(_plain(name)) for role, name in named.items()}


def _is_header(body: Rows, held: _Held, listed: dict[str, Speaker]) -> bool:
    """Say whether the first row names the columns in words that nobody knows."""
    first = body[0] if body else []
    at = held.at.get("speaker", len(first))
    name = key(first[at]) if at < len(first) else ""
    others = {key(row[at]) for row in body[1:] if at < len(row)}
    return bool(name) and name not in {*others, *listed} and all(map(_is_title, first))


def _is_title(cell: str) -> bool:
    return len(cell.split()) <= FEW and not (re.search(r"\d", cell) or is_ended(cell))


def _plain(cell: str) -> str:
    return " ".join(cell.casefold().split())
