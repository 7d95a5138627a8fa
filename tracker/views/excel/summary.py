"""The first sheet: the title, the way to the other sheets, and what the document says beside its tables."""

from collections.abc import Sequence

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from tracker.message import Message, msg
from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.report import Block, Colour, Facts, Notes, Report, Table, Value
from tracker.views.banners import banners
from tracker.views.excel.formats import FAINT, Formats
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.tables import write
from tracker.views.excel.widths import LINE, fit_height, lines_of
from tracker.views.symbols import COLOURS, HEALTH_SYMBOL
from tracker.views.words import as_of

LABELS, SAID = 24, 88
"""The letters of the labels, and of what is said in all languages together."""
GREEN = "#0B3D2E"


class Summary:
    """The first sheet, filled from top to bottom: for each reader a column of labels and one of what is said.

    Those of the first reader stand outside at the beginning, those of the second at the end.
    """

    def __init__(self, sheets: Sheets, sheet: Worksheet) -> None:
        self._sheets, self._sheet = sheets, sheet
        self._formats = [
            Formats(sheets.book, [words], align="right" if words.rtl else "left") for words in sheets.readers
        ]
        number = len(self._formats)
        self._widths = [LABELS, *([SAID // number] * number), *([LABELS] * (number - 1))]
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)
        sheet.set_portrait()
        self._row = 0
        self._waiting: Message | None = None

    def fill(self, report: Report, blocks: Sequence[Block]) -> None:
        """Write all that stands in no table; the other sheets are there by then."""
        for banner in banners(report):
            self._line(banner, bold=True, font_color="#B3261E")
        if report.title:
            self._line(report.title, bold=True, font_color=FAINT)
        if report.heading:
            self._line(report.heading.title, bold=True, font_size=16, font_color=GREEN)
            self._line(as_of(report.heading.day))
            for total in report.heading.totals:
                if isinstance(total, Colour):
                    sign, ink = HEALTH_SYMBOL[total.health], COLOURS[total.health].upper()
                    self._line(total, f"{sign} ", bold=True, font_color=ink)
                else:
                    self._line(total)
        self._write_index()
        for block in blocks:
            self._add(block)
        self._row += 1
        for sentence in report.footer:
            self._line(sentence, font_color=FAINT, font_size=8)
        self._sheet.print_area(0, 0, self._row, len(self._widths) - 1)

    def _add(self, block: Block) -> None:
        match block:
            case Part():
                self._waiting = block.heading
            case Facts():
                self._begin(block.heading)
                for _, label, value in block.items:
                    self._pair(label, value)
            case Figures():
                self._add_figures(block)
            case Notes():
                self._add_notes(block)
            case Signatures():
                self._begin(block.heading)
                for place in block.places:
                    self._line(place.office)
            case Table() if not block.rows:
                if block.empty:
                    self._begin(block.heading)
                    self._line(block.empty, font_color=FAINT)
            case _:
                self._waiting = None  # it stands on a sheet of its own

    def _line(self, value: Value, sign: str = "", *, font_size: int = 10, **look: object) -> None:
        """A text across the columns of each reader, across all where it is the same for both."""
        texts = {formats.said(value): formats for formats in reversed(self._formats)}
        size, width = font_size / 10, len(self._widths) // len(texts)
        lines = []
        for place, (text, formats) in enumerate(reversed(texts.items())):
            first, shown = place * width, formats.look(text_wrap=True, font_size=font_size, **look)
            self._sheet.merge_range(self._row, first, self._row, first + width - 1, "", shown)
            self._sheet.write_string(self._row, first, f"{sign}{text}", shown)
            lines.append(lines_of(text, round(0.93 * sum(self._widths[first : first + width]) / size)))
        self._sheet.set_row(self._row, LINE * size * max(lines) + 1.5)  # programs do not find it for cells that are one
        self._row += 1

    def _pair(self, label: Value, value: Value) -> None:
        texts = [""] * len(self._widths)
        for place, formats in enumerate(self._formats):
            at = self._label_at(place)
            texts[at] = write(self._sheet, self._row, at, label, formats)
            if value is not None:
                texts[1 + place] = write(self._sheet, self._row, 1 + place, value, formats)
        fit_height(self._sheet, self._row, texts, self._widths)
        self._row += 1

    def _label_at(self, place: int) -> int:
        """The column of the labels of a reader."""
        return 0 if place == 0 else len(self._widths) - 1

    def _begin(self, heading: Message | None) -> None:
        """Begin a block: below the heading of its part, if it is the first of that, and its own."""
        for each in (self._waiting, heading):
            if each:
                self._row += 1
                self._line(each, bold=True, font_size=12, font_color=GREEN)
        if not (self._waiting or heading):
            self._row += 1
        self._waiting = None

    def _add_figures(self, figures: Figures) -> None:
        """Write each number as one, and in a row of its own what is said of it."""
        self._begin(figures.heading)
        for figure in figures.items:
            if figure.value is not None:
                self._pair(figure.label, figure.value)
            if figure.note is not None:
                self._pair("" if figure.value is not None else figure.label, figure.note)

    def _add_notes(self, notes: Notes) -> None:
        """Write sentences in the wide column, their signs in the other."""
        if not notes.items and not notes.empty:
            return
        self._begin(notes.heading)
        if not notes.items and notes.empty:
            self._line(notes.empty, font_color=FAINT)
        for number, note in enumerate(notes.items, 1):
            self._pair(str(number) if notes.numbered else "", note.text)
            if note.health and not notes.numbered:
                for place, formats in enumerate(self._formats):
                    sign, look = HEALTH_SYMBOL[note.health], formats.health(note.health)
                    self._sheet.write_string(self._row - 1, self._label_at(place), sign, look)

    def _write_index(self) -> None:
        """The other sheets of the book with their whole titles, and before each a number that leads to it.

        LibreOffice draws letters of a link one over the other where Arabic ones and digits are in it.
        """
        names = [sheet.name for sheet in self._sheets.book.worksheets()[1:]]
        if names:
            self._begin(msg("Sheets"))
        look = self._formats[0].look(font_color=GREEN, underline=1, bold=True)
        for number, name in enumerate(names, 1):
            self._pair("", self._sheets.headings[name])
            place = f"internal:{quote_sheetname(name)}!A1"
            self._sheet.write_url(self._row - 1, 0, place, look, str(number))
