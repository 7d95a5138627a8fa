"""A document in two languages in Word: a table of three columns for each section, one number in the middle."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tracker.frozen import replace
from tracker.text.printable import LRI, PDI
from tracker.views.page.beside import Half, Pages, Row, Sides
from tracker.views.page.model import Cell, Page
from tracker.views.separators import BESIDE, LIST_SEPARATOR
from tracker.views.word import tables
from tracker.views.word.runs import UNBROKEN, Look, keep_with_next, paragraph, runs

MIDDLE = 900
"""The width of the middle in twentieths of a point."""
_LABEL, _VALUE = Look(size=19, colour=tables.FAINT), Look(size=19)
_TITLE = Look(True, 20)


class BesideWriter:
    """The sections of both pages as elements of Word."""

    def __init__(self, pages: Pages, room: int) -> None:
        self.pages, self.room = pages, room
        self.rtl = pages.here.direction == "rtl"
        half = (room - MIDDLE) // 2
        self.widths = [half, room - 2 * half, half]

    def all(self, kept: int) -> Iterator[str]:
        """The whole document in order, as XML; the last `kept` rows above signatures stay with those."""
        here, there = self.pages.here, self.pages.there
        yield self.head(here, there)
        parts: list[Sides] = []  # their headings stand above that of the first section in them
        for sides, after in zip_longest(self.pages.sections, self.pages.sections[1:]):
            parts.append(sides)
            if sides.kind == "part" and after is not None:
                continue
            yield self.headings([part for part in parts if part.headings[0]])
            parts = []
            if after is None or after.kind != "signatures":
                yield self.section(sides) + tables.GAP
                continue
            from_row = 0 if sides.names else max(len(sides.rows) - kept, 0)
            if from_row:
                yield self.section(replace(sides, rows=sides.rows[:from_row]))
            yield keep_with_next(self.section(replace(sides, rows=sides.rows[from_row:])) + tables.GAP)

    def head(self, here: Page, there: Page) -> str:
        """The banners, and what the document is."""
        lines = [(page.demo, page.document, page.title, page.line_of_totals) for page in (here, there)]
        looks = (Look(True, colour="B3261E"), Look(True, colour=tables.FAINT), Look(True, 30, tables.HEAD), Look())
        styles = ("", "Subtitle", "Title", "")
        cells = [
            "".join(
                self.line(text, look, first=page is here, style=style if page is here else "")
                for text, look, style in zip(texts, looks, styles, strict=True)
                if text
            )
            for page, texts in zip((here, there), lines, strict=True)
        ]
        return self.table([(cells[0], paragraph(""), cells[1])], ruled=False)

    def headings(self, sections: Sequence[Sides]) -> str:
        """The headings, by which programs find their way, and beside them the same in the other language."""
        rows = []
        for sides in sections:
            look = Look(True, 24 if sides.level == 2 else 22, tables.HEAD)
            first = self.line(sides.headings[0], look, first=True, style=f"Heading{sides.level - 1}")
            rows.append((first, paragraph(""), self.line(sides.headings[1], look, first=False)))
        return self.table(rows, ruled=False, kept=True) if rows else ""

    def section(self, sides: Sides) -> str:
        """The part of a section that stands below its heading."""
        if sides.kind == "part":
            return ""
        if sides.kind == "signatures":
            return self.signatures(sides.rows)
        if not sides.rows:
            empty = [self.line(text, _LABEL, first=at == 0) for at, text in enumerate(sides.empty)]
            return self.table([(empty[0], paragraph(""), empty[1])], ruled=False)
        rows = [self.row(row) for row in sides.rows]
        if sides.names:
            names = [self.line(name, Look(True), first=at < 2) for at, name in enumerate(sides.names)]
            rows.insert(0, (names[0], names[1], names[2]))
        return self.table(rows, ruled=sides.names is not None, head=sides.names is not None)

    def row(self, row: Row) -> tuple[str, str, str]:
        """A row in both languages."""
        middle = row.middle
        shown = tables.contents(middle, rtl=self.rtl, room=MIDDLE) if middle else paragraph("")
        return self.half(row.here, first=True), shown, self.half(row.there, first=False)

    def half(self, half: Half, *, first: bool) -> str:
        """A row in one language: its title, and below it what more it says."""
        title = self.line(half.title.text, _TITLE, first=first) if half.title else ""
        said = []
        for number, (label, cell) in enumerate(half.more):
            before = BESIDE if number else ""
            before += f"{label}: " if label else ""
            said.append(self.runs(before, _LABEL, first=first) if before else "")
            said.append(self.runs(_said(cell, self.page(first=first)), _VALUE, first=first, behind=bool(before)))
        return title + (paragraph("".join(said), further=self.turned(first=first)) if said or not title else "")

    def signatures(self, rows: Sequence[Row]) -> str:
        """The places to sign, each office and label in both languages."""
        ours, theirs = self.pages.here.labels, self.pages.there.labels
        labels = [f"{one} / {other}" for one, other in zip(ours.to_sign, theirs.to_sign, strict=True)]
        offices = [(Cell(f"{_title(row.here)}\n{_title(row.there)}"),) for row in rows]
        return tables.places(offices, labels, rtl=self.rtl, room=self.room)

    def line(self, text: str, look: Look, *, first: bool, style: str = "") -> str:
        """A paragraph in one of the languages."""
        return paragraph(self.runs(text, look, first=first), style, further=self.turned(first=first))

    def turned(self, *, first: bool) -> str:
        """The properties of a paragraph that runs otherwise than the document does."""
        return tables.turned(self.page(first=first).direction == "rtl", rtl=self.rtl)

    def runs(self, text: str, look: Look, *, first: bool, behind: bool = False) -> str:
        """A text as runs of one of the languages."""
        return runs(text, rtl=self.page(first=first).direction == "rtl", look=look, behind=behind)

    def page(self, *, first: bool) -> Page:
        """The page in one of the languages."""
        return self.pages.here if first else self.pages.there

    def table(
        self, rows: Sequence[tuple[str, str, str]], *, ruled: bool, head: bool = False, kept: bool = False
    ) -> str:
        """A table of three columns, its rows divided by hairlines or by nothing."""
        made = tables.rows_of(rows, self.widths, self.rtl, ruled=ruled, head=head)
        return keep_with_next(made) if kept else made


def _said(cell: Cell, page: Page) -> str:
    """The text of a cell in a line; from the right only the hyphen at which lines may end keeps a day in order."""
    between, right = LIST_SEPARATOR[page.lang], page.direction == "rtl"
    if cell.lines and cell.kind != "health":
        return between.join(part.text for part in cell.lines)
    if cell.kind in ("day", "number", "code"):  # in a cell of its own it needs no isolate
        return f"{LRI}{cell.text if right else cell.text.replace('-', UNBROKEN)}{PDI}"
    return cell.signed if cell.kind == "health" else cell.text


def _title(half: Half) -> str:
    return half.title.text if half.title else ""
