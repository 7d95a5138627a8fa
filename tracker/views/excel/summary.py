"""The first sheet: the title, and what the document says beside its tables."""

from xlsxwriter.utility import quote_sheetname

from tracker.message import Message, msg
from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.report import Colour, Facts, Notes, Report, Value
from tracker.views.excel.formats import FAINT, Formats
from tracker.views.excel.sheets import LINE, WIDEST, Sheets, fit_height, lines_of, write
from tracker.views.symbols import COLOURS, HEALTH_SYMBOL
from tracker.views.words import as_of

WIDTHS = (WIDEST // 2, 2 * WIDEST)
"""The widths of the labels and of what is said, in letters."""


class Summary:
    """The summary sheet, filled from top to bottom; `part` is the heading of the part that was begun last."""

    def __init__(self, sheets: Sheets, report: Report) -> None:
        words = sheets.words
        self._sheets = sheets
        self._formats = Formats(sheets.book, words, align=sheets.formats.start)
        self.part = words.bare(report.title) if report.title else "–"
        self._sheet = sheets.add(self.part)
        for column, width in enumerate(WIDTHS):
            self._sheet.set_column(column, column, width)
        self._row = 0
        self._waiting: Message | None = None
        for banner in sheets.banners:
            self._line(banner, bold=True, font_color="#B3261E")
        if report.title:
            self._line(words.bare(report.title), bold=True, font_color=FAINT)
        if report.heading:
            self._line(words.bare(report.heading.title), bold=True, font_size=16, font_color="#0B3D2E")
            self._line(words.bare(as_of(report.heading.day)))
            for total in report.heading.totals:
                self._total(total)
        self._row += 1

    def _line(self, text: str, *, font_size: int = 10, **look: object) -> None:
        """A text across both columns; programs do not find the height of cells that are one."""
        shown = self._formats.look(text_wrap=True, font_size=font_size, **look)
        self._sheet.merge_range(self._row, 0, self._row, 1, "", shown)
        self._sheet.write_string(self._row, 0, text, shown)
        size = font_size / 10
        self._sheet.set_row(self._row, LINE * size * lines_of(text, round(sum(WIDTHS) / size)) + 1.5)
        self._row += 1

    def _total(self, total: Value) -> None:
        text = self._sheets.words.bare(total)
        if isinstance(total, Colour):
            self._line(f"{HEALTH_SYMBOL[total.health]} {text}", bold=True, font_color=COLOURS[total.health].upper())
        else:
            self._line(text)

    def _pair(self, label: Value, value: Value) -> None:
        shown = write(self._sheets, self._sheet, self._row, 0, label, self._formats)
        beside = "" if value is None else write(self._sheets, self._sheet, self._row, 1, value, self._formats)
        fit_height(self._sheet, self._row, (shown, beside), WIDTHS)
        self._row += 1

    def _heading(self, heading: Message | None) -> None:
        """Write the part's heading once, before its first block that is not a table."""
        for each in (self._waiting, heading):
            if each:
                self._row += 1
                self._line(self._sheets.words.bare(each), bold=True, font_size=12, font_color="#0B3D2E")
        self._waiting = None

    def begin(self, part: Part) -> None:
        """A part of the document; it is not named where all of it stands on sheets of its own."""
        self.part = self._sheets.words.bare(part.heading)
        self._waiting = part.heading

    def facts(self, facts: Facts) -> None:
        """Write labels and values side by side."""
        self._heading(facts.heading)
        for _, label, value in facts.items:
            self._pair(label, value)

    def figures(self, figures: Figures) -> None:
        """Write each number as one, and in a row of its own what is said of it."""
        self._heading(figures.heading)
        for figure in figures.items:
            if figure.value is not None:
                self._pair(figure.label, figure.value)
            if figure.note is not None:
                self._pair("" if figure.value is not None else figure.label, figure.note)

    def notes(self, notes: Notes) -> None:
        """Write sentences in the wide column, their signs in the other."""
        self._heading(notes.heading)
        words, formats = self._sheets.words, self._formats
        if not notes.items and notes.empty:
            self._line(words.bare(notes.empty), font_color=FAINT)
        for number, note in enumerate(notes.items, 1):
            if notes.numbered:
                self._sheet.write_string(self._row, 0, words.bare(number), formats.text())
            elif note.health:
                self._sheet.write_string(self._row, 0, HEALTH_SYMBOL[note.health], formats.health(note.health))
            text = words.bare(note.text)
            self._sheet.write_string(self._row, 1, text, formats.text())
            fit_height(self._sheet, self._row, ("", text), WIDTHS)
            self._row += 1

    def signatures(self, signatures: Signatures) -> None:
        """The offices that sign; a workbook is not signed."""
        self._heading(signatures.heading)
        for place in signatures.places:
            self._line(self._sheets.words.bare(place.office))

    def end(self) -> None:
        """The sheets of the book, each a way to it, and the small print."""
        names = [sheet.name for sheet in self._sheets.book.worksheets()[1:]]
        self._waiting = None
        if names:
            self._heading(msg("Sheets"))
            look = self._formats.look(font_color="#0B3D2E", underline=1, align=self._formats.start)
            for name in names:
                self._sheet.write_url(
                    self._row, 1, f"internal:{quote_sheetname(name)}!A1", look, self._sheets.titles[name]
                )
                self._row += 1
        self._row += 1
        for sentence in self._sheets.footer:
            self._line(sentence, font_color=FAINT, font_size=8)
        self._sheet.print_area(0, 0, self._row, 1)
