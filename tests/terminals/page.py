"""A page that holds what goes wrong most easily; run as a program it prints itself through the real Writer.

`python -m terminals.page rtl|ltr [MODE]`; the judge takes what must be seen from `expected`.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.output.logical import held
from tracker.text.output.wrap import wrap
from tracker.text.output.writer import Writer
from tracker.text.terminal import detect
from tracker.text.terminals.recognize import recognize

from .expectation import ExpectedCell, ExpectedColors

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
WIDTHS = (5, 40, 16, 15)
BORDERS = len(WIDTHS) + 1
OUTSIDE = -1

Row = tuple[list[Piece], ...]


class Page(NamedTuple):
    """A table (headings first), the sentences below it, and the colours that must follow each other in a row."""

    rtl: bool
    rows: list[Row]
    sentences: list[str]
    colors: list[tuple[int, str, str]]


def row(*cells: str | list[Piece]) -> Row:
    return tuple([Piece(cell)] if isinstance(cell, str) else cell for cell in cells)


def heading(*texts: str) -> Row:
    return tuple([Piece(text, "bold")] for text in texts)


def bar(full: int, empty: int, after: str) -> list[Piece]:
    return [Piece("█" * full, "green"), Piece("░" * empty, "red"), Piece(" " + after)]


ARABIC = Page(
    rtl=True,
    rows=[
        heading("الرمز", "العنوان والتفاصيل", "التقدم", "الموعد"),
        row(
            "S1",
            "تبادل المعلومات الاستخباراتية حول طرق الهجرة غير الشرعية.",
            bar(6, 4, "60%"),
            f"{LRI}2026-03-31{PDI}",
        ),
        row("S2", "إطلاق برامج تدريبية مشتركة لقوات الحدود والأمن الساحلي.", bar(3, 7, "30%"), "5/11/2024"),
        row("S3", "تطوير معدات تقنية للرصد والمراقبة عبر الحدود.", "قيد التنفيذ", "٢٠٢٦/٠٣/٣١"),
        row("S4", "تنفيذ عمليات مشتركة لمكافحة الشبكات الإجرامية.", [Piece("مكتملة", "bold")], "5 نوفمبر 2024"),
        row("S5", "تقييم دوري للنتائج لتحسين الاستراتيجيات المستقبلية.", "[تم]", "«نعم»"),
        row("A1", "الخبرة المشتركة", "10/8 (80%)", f"لغة {LRI}C++{PDI}"),
        row("A2", "برامج لقوات الأمن الليبية في تركيا.", "شيء سيئ ومسؤول", "WS-3 ثم 12"),
        row("A3", "لقاءات دورية مع مسؤولين أتراك لتفعيل الخطط.", "كِتَابٌ مُهِمّ", "الآن للإعداد"),
        row(
            "N1",
            [Piece("والأ", "red"), Piece("عمال", "blue"), Piece(" وفق Python (من 30) قبل 7؛ تقرير")],
            "مـــدّ طويل",
            "پژوهش گچ کی",
        ),
    ],
    sentences=[
        "تبادل الدروس المستفادة في مكافحة الهجرة غير الشرعية.",
        "جملة تحت الجدول فيها Latin words ثم 12.345,67 و(أقواس [متداخلة]) وسنة/شهر وخلاف بلا أسلاك، انتهت.",
        "أُضيف الدليل E12 إلى S3.2 في 2026/03/31: محضر 118/2026!",
    ],
    colors=[(1, "green", "red"), (2, "green", "red"), (9, "red", "blue")],
)

TURKISH = Page(
    rtl=False,
    rows=[
        heading("Kod", "Başlık ve ayrıntılar", "İlerleme", "Tarih"),
        row("S1", "Düzensiz göç güzergâhlarına ilişkin istihbari bilgi değişimi.", bar(6, 4, "%60"), "31.03.2026"),
        row(
            "S2",
            f"{FSI}إطلاق برامج تدريبية مشتركة لقوات الحدود والأمن الساحلي.{PDI}",
            bar(3, 7, "%30"),
            "İğüşöç ığİ",
        ),
        row("S3", "The word «خلاف» stands in an English sentence (تم 12).", [Piece("tamam", "bold")], "«evet»"),
        row("S4", "Tutanak محضر 118/2026 eklendi [تم].", "10/8 (80%)", "C++, WS-3"),
        row("S5", [Piece("وال", "red"), Piece("أعمال", "blue"), Piece(" devam")], "الآن", "٢٠٢٦/٠٣/٣١"),
    ],
    sentences=["A sentence below with إعداد التقرير and 12,345.67 inside, ended by Türkiye."],
    colors=[(1, "green", "red"), (2, "green", "red")],
)

PAGES = {"rtl": ARABIC, "ltr": TURKISH}


def lines(page: Page) -> Iterator[Line]:
    """The page as finished lines."""
    yield _rule("┏", "━", "┳", "┓")
    for number, cells in enumerate(page.rows):
        yield from _row_lines(cells)
        if number == 0:
            yield _rule("┡", "━", "╇", "┩")
    yield _rule("└", "─", "┴", "┘")
    for sentence in page.sentences:
        yield from ((Cell(line),) for line in _wrapped_sentence(sentence))


class Drawn:
    """Finished lines as Rich gets them: cells held by blanks, everything else as it is."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.lines:
            for item in line:
                if isinstance(item, Frame):
                    yield Segment(item.text)
                    continue
                segment = held(item.pieces)
                yield segment
                yield Segment(" " * ((item.width or 0) - segment.cell_length))
            yield Segment.line()


def _wrapped(cells: Row) -> list[list[tuple[Piece, ...]]]:
    return [wrap(cell, width) for cell, width in zip(cells, WIDTHS, strict=True)]


def _wrapped_sentence(sentence: str) -> list[tuple[Piece, ...]]:
    return wrap([Piece(sentence)], sum(WIDTHS))


def _row_lines(cells: Row) -> Iterator[Line]:
    columns = _wrapped(cells)
    for number in range(max(map(len, columns))):
        items: list[Cell | Frame] = [Frame("│ ")]
        for place, (column, width) in enumerate(zip(columns, WIDTHS, strict=True)):
            items.append(Cell(column[number] if number < len(column) else (), width))
            items.append(Frame(" │ " if place < len(WIDTHS) - 1 else " │"))
        yield tuple(items)


def _rule(start: str, line: str, crossing: str, end: str) -> Line:
    return (Frame(start + crossing.join(line * (width + 2) for width in WIDTHS) + end),)


def _screen_rows(page: Page) -> Iterator[int]:
    """The row of the screen on which each row of the table starts, and at last that of the first sentence."""
    screen_row = 1
    for number, cells in enumerate(page.rows):
        yield screen_row
        screen_row += max(map(len, _wrapped(cells))) + (number == 0)
    yield screen_row + 1


def expected(page: Page) -> list[ExpectedCell]:
    """Each line of text with its row on the screen and its column; bars are judged by colour."""
    found = []
    *starts, below = _screen_rows(page)
    for start, cells in zip(starts, page.rows, strict=True):
        for column, wrapped in enumerate(_wrapped(cells)):
            found += [_expected(start + depth, column, line) for depth, line in enumerate(wrapped)]
    wrapped = [line for sentence in page.sentences for line in _wrapped_sentence(sentence)]
    found += [_expected(below + depth, OUTSIDE, line) for depth, line in enumerate(wrapped)]
    return [cell for cell in found if "█" not in cell.text]


def _expected(screen_row: int, column: int, line: tuple[Piece, ...]) -> ExpectedCell:
    return ExpectedCell(screen_row, column, "".join(piece.text for piece in line), line[0].style == "bold")


def expected_colors(page: Page) -> list[ExpectedColors]:
    """Which colour must come first in reading order."""
    starts = list(_screen_rows(page))
    return [ExpectedColors(starts[number], first, second) for number, first, second in page.colors]


def main() -> None:
    """Prints the page as the program would."""
    page = PAGES[sys.argv[1]]
    mode = sys.argv[2] if len(sys.argv) > 2 else "auto"
    terminal = detect(sys.stdout, os.environ, mode, recognize=lambda: recognize(os.environ, Path.cwd))
    Writer(sys.stdout, terminal, rtl=page.rtl).print(Drawn(lines(page)))


if __name__ == "__main__":
    main()
