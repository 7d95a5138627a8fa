"""The room on a sheet: columns as wide as a page allows for their texts, rows as high as those are then."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

NARROWEST, ON_SCREEN, WIDEST = 7, 28, 44
"""The fewest and the most letters of a column, and those of one among very many."""
LINE, MOST = 13.5, 30
"""Points of a line of text, and the lines of a row: no program shows one of more than 409 points."""
A4, A3 = 9, 8
"""Excel's numbers of papers."""
ROOM = {A4: 190, A3: 310}
"""Letters that stand side by side on a paper across, printed at seven tenths of their size or more."""
_FEW, _STEP, _ASKED = 2.5, 2, 300
"""The lines of a column on average for which a larger paper is taken, the letters by which one grows, and the rows
that are looked at for that."""


def fit(
    sheet: Worksheet, names: Sequence[str], shown: Sequence[Sequence[str]], beside: int = 0, empty: int = 0
) -> None:
    """Give a table's columns their widths, its rows their heights, and the sheet a paper that holds them.

    Excel would find the heights by itself, other programs let the lines of neighbouring rows overlap. `beside` are the
    letters that stand beside the table, `empty` those that a column has room for whatever stands in it.
    """
    columns = [_Column(name, [row[place] for row in shown], empty) for place, name in enumerate(names)]
    for paper, room in ROOM.items():
        _grow(columns, room - beside)
        sheet.set_paper(paper)
        if max(column.lines for column in columns) <= _FEW:
            break
    else:
        if sum(column.width for column in columns) + beside > ROOM[A3]:  # no paper holds it: it is read on a screen
            for column in columns:
                column.be(max(column.width, min(column.wanted, ON_SCREEN)))
    widths = [column.width for column in columns]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for number, row in enumerate([names, *shown]):
        fit_height(sheet, number, row, widths)


class _Column:
    """A column while room is given out: its width, the one at which no text is wrapped, its lines on average, and how
    high they make rows."""

    def __init__(self, name: str, texts: Sequence[str], empty: int) -> None:
        self._texts = texts[:_ASKED]
        word = max((len(word) for text in texts for line in text.split("\n") for word in line.split(" ")), default=0)
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
        heading = max(map(len, name.split()), default=0) + 4
        self.wanted = min(max(heading, longest + 2, empty, NARROWEST), WIDEST)
        self.be(min(max(heading, word + 2, empty, NARROWEST), WIDEST))

    def be(self, width: int) -> None:
        """Take a width."""
        self.width = width
        lines = [lines_of(text, width) for text in self._texts] or [1]
        self.lines, self.height = sum(lines) / len(lines), sum(each * each for each in lines)


def _grow(columns: Sequence[_Column], room: int) -> None:
    """Give what room there is to the columns whose texts are highest, few high ones before many; no word is divided."""
    left = room - sum(column.width for column in columns)
    while left >= _STEP:
        growing = [column for column in columns if column.width < column.wanted]
        if not growing:
            return
        column = max(growing, key=lambda each: each.height)
        before = column.width
        column.be(min(before + _STEP, column.wanted))
        left -= column.width - before


def fit_height(sheet: Worksheet, number: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """A row as high as its texts are when they are wrapped to columns of these widths, in letters."""
    lines = max((lines_of(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    if lines > 1:
        sheet.set_row(number, LINE * min(lines, MOST))


def lines_of(text: str, width: int) -> int:
    """Count the lines that a text takes in a column of so many letters; words rarely fill a line."""
    return sum(max(-(-len(line) // (width - 2)), 1) for line in text.split("\n"))
