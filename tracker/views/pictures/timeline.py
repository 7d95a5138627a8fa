"""The planned times of steps and their activities side by side, with gates and a line at the day of the report."""

from datetime import date
from typing import NamedTuple

from tracker.message import msg
from tracker.reports.numbers import Numeral
from tracker.reports.pictures.drawn import Stretch, Timeline
from tracker.reports.report import Day
from tracker.views.pictures.canvas import EVIDENCED, ROOM_OF_SIGN, SLIM, SMALL, Canvas, Drawing, letter_of
from tracker.views.pictures.legend import Entry, diamond, draw_legend, today_look
from tracker.views.pictures.months import firsts_within
from tracker.views.symbols import EDGE, PLANNED
from tracker.views.words import Words

ROW = 27
"""The height of a row."""
_STEP, _PART, _TOP = 13, 8, 40
_INDENT = 12
_FEW = 10
"""The most rows that are never torn apart."""


class _Sheet(NamedTuple):
    """The measures of the picture: its width and that of the titles, which two lines are to hold, and those of a row.

    Without a width of their own titles stand above the stretches: where each has its middle in a row.
    """

    width: int
    labels: int
    high: int
    label: float
    middle: float

    @property
    def room(self) -> int:
        return (self.labels - 12 if self.labels else self.width - 24) - ROOM_OF_SIGN

    def across(self, timeline: Timeline, day: date) -> float:
        """The place of a day."""
        whole = max((timeline.last - timeline.first).days, 1)
        long = self.width - self.labels - 14
        return self.labels + long * (day - timeline.first).days / whole


_BESIDE = _Sheet(1100, 450, ROW, ROW / 2, ROW / 2)
_BELOW = _Sheet(SLIM, 0, 56, 16, 44)
_APART, _MOST_MARKS = (1, 3, 6, 12, 24, 60), 12
_PLANNED, _WHOLE = (f'fill="{fill}" stroke="{EDGE}" stroke-width=".8"' for fill in (PLANNED, "none"))
_FORECAST = 'fill="none" stroke="currentColor" stroke-dasharray="3 2"'
_GATE = 'fill="currentColor" stroke="#ffffff" stroke-width="1"'
_GRID, _BAND = 'stroke-opacity=".18"', 'fill-opacity=".04"'
_PAPER = 'fill="#ffffff"'
_ROOM_OF_YEAR, _BETWEEN = 30, 6


def draw_timeline(timeline: Timeline, words: Words, *, slim: bool = False) -> Drawing:
    """Draw planned times in reading direction; the filled part of a stretch is its progress, as in a bar.

    On a `slim` screen stretches stand below their titles.
    """
    sheet = _BELOW if slim else _BESIDE
    canvas = Canvas(words.bare(timeline.alt), rtl=words.rtl, width=sheet.width)
    bottom = _TOP + len(timeline.rows) * sheet.high
    _years(canvas, timeline, sheet, bottom, words)
    _months(canvas, timeline, sheet, bottom, words)
    for number, row in enumerate(timeline.rows):
        _stretch(canvas, timeline, sheet, row, _TOP + number * sheet.high + sheet.middle)
    at = sheet.across(timeline, timeline.today)
    canvas.path([(at, _TOP - 6), (at, bottom)], today_look())
    for number, row in enumerate(timeline.rows):
        _title(canvas, sheet, row, _TOP + number * sheet.high, words)
    beside = min(max(at, sheet.labels + 40), sheet.width - 50)
    canvas.text(beside, _TOP - 10, words.text(Day(timeline.today)), anchor="middle", size=SMALL)
    legend = (
        Entry("box", EVIDENCED, msg("evidenced")),
        Entry("hatched", "", msg("declared without evidence")),
        Entry("box", _PLANNED, msg("planned time")),
        Entry("box", _FORECAST, msg("forecast beyond the plan")),
        Entry("diamond", _GATE, msg("gate passed")),
        Entry("today", "", msg("the day of the report")),
    )
    draw_legend(canvas, legend, bottom + 24, words)
    return canvas.whole(_TOP + _middle(timeline.rows) * sheet.high if len(timeline.rows) > _FEW else 0)


def _middle(rows: tuple[Stretch, ...]) -> int:
    """The number of the row that the second half begins with: a step, where one is near the middle."""
    half = len(rows) // 2
    steps = (number for number, row in enumerate(rows) if not row.part)
    nearest = min(steps, key=lambda number: abs(number - half), default=half)
    return nearest if abs(nearest - half) <= len(rows) // 6 else half


def _title(canvas: Canvas, sheet: _Sheet, row: Stretch, top: float, words: Words) -> None:
    """The title of a row and its sign; above its stretch no line of the drawing crosses it."""
    indent = _INDENT * row.part
    if not sheet.labels:
        canvas.box(0, top + 1, sheet.width, 2 * sheet.label, _PAPER)
    if not row.part:
        canvas.line(0, top, sheet.width, top, _GRID)
    canvas.health(row.health, indent, top + sheet.label)
    label = words.message(row.label)
    canvas.label(ROOM_OF_SIGN + indent, top + sheet.label, label, sheet.room - indent, size=SMALL, most=2)


def _stretch(canvas: Canvas, timeline: Timeline, sheet: _Sheet, row: Stretch, middle: float) -> None:
    thick = _PART if row.part else _STEP
    start, end = sheet.across(timeline, row.start), sheet.across(timeline, row.end)
    upper = middle - thick / 2
    declared = (end - start) * min(row.declared, 100) / 100
    evidenced = min((end - start) * row.evidenced / 100, declared)
    canvas.box(start, upper, evidenced, thick, EVIDENCED)
    canvas.hatched(start + evidenced, upper, declared - evidenced, thick)
    canvas.box(start + declared, upper, end - start - declared, thick, _PLANNED)
    canvas.box(start, upper, max(end - start, 2), thick, _WHOLE)
    if row.forecast and row.forecast > row.end:
        canvas.box(end, upper, sheet.across(timeline, row.forecast) - end, thick, _FORECAST)
    for day in row.gates:
        canvas.shape(diamond(sheet.across(timeline, day), middle), _GATE)


def _months(canvas: Canvas, timeline: Timeline, sheet: _Sheet, bottom: float, words: Words) -> None:
    """The months as lines, named where there is room behind the name before; a year stands for its first one."""
    free = 0.0
    for day in firsts_within(timeline.first, timeline.last, _APART, _MOST_MARKS):
        begins = day.month == 1  # overleaf nothing else names the years
        at, name = sheet.across(timeline, day), words.text(Numeral(day.year) if begins else Day(day.isoformat()[:7]))
        canvas.line(at, _TOP - 4, at, bottom, _GRID)
        half = len(words.seen(name)) * SMALL * letter_of(name) / 2
        if at - half >= free:
            canvas.text(at, bottom + 14, name, anchor="middle", size=SMALL)
            free = at + half + _BETWEEN


def _years(canvas: Canvas, timeline: Timeline, sheet: _Sheet, bottom: float, words: Words) -> None:
    """The years as bands with their numbers, every second one tinted."""
    for year in range(timeline.first.year, timeline.last.year + 1):
        start, end = max(date(year, 1, 1), timeline.first), min(date(year, 12, 31), timeline.last)
        at, wide = sheet.across(timeline, start), sheet.across(timeline, end) - sheet.across(timeline, start)
        if year % 2:
            canvas.box(at, _TOP - 38, wide, bottom - _TOP + 38, _BAND)
        if wide >= _ROOM_OF_YEAR:
            canvas.text(at + wide / 2, _TOP - 26, words.text(Numeral(year)), anchor="middle", size=SMALL)
