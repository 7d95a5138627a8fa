"""The planned times of steps and their activities side by side, with gates and a line at the day of the report."""

from datetime import date

from tracker.message import msg
from tracker.reports.numbers import Numeral
from tracker.reports.pictures.drawn import Stretch, Timeline
from tracker.reports.report import Day
from tracker.views.pictures.canvas import EVIDENCED, ROOM_OF_SIGN, SMALL, Canvas, Drawing, letter_of
from tracker.views.pictures.legend import Entry, diamond, draw_legend, today_look
from tracker.views.pictures.months import firsts_within
from tracker.views.symbols import PLANNED
from tracker.views.words import Words

ROW = 27
"""The height of a row."""
_STEP, _PART, _TOP = 13, 8, 40
_INDENT = 12
_WIDE, _LABELS = 1100, 450
"""The width of the picture, and that of the titles, which two lines are to hold."""
_ROOM = _LABELS - ROOM_OF_SIGN - 12
_LONG = _WIDE - _LABELS - 14
_APART, _MOST_MARKS = (1, 3, 6, 12, 24, 60), 12
_DONE, _PLANNED = f'fill="{EVIDENCED}" rx="3"', f'fill="{PLANNED}" stroke="{EVIDENCED}" stroke-width=".8" rx="3"'
_FORECAST = 'fill="none" stroke="currentColor" stroke-dasharray="3 2"'
_GATE = 'fill="currentColor" stroke="#ffffff" stroke-width="1"'
_GRID, _BAND = 'stroke-opacity=".18"', 'fill-opacity=".04"'
_ROOM_OF_YEAR, _BETWEEN = 30, 6


def draw_timeline(timeline: Timeline, words: Words) -> Drawing:
    """Draw planned times in reading direction; the filled part of a stretch is its declared progress."""
    canvas = Canvas(words.bare(timeline.alt), rtl=words.rtl, width=_WIDE)
    bottom = _TOP + len(timeline.rows) * ROW
    _years(canvas, timeline, bottom, words)
    _months(canvas, timeline, bottom, words)
    for number, row in enumerate(timeline.rows):
        top, indent = _TOP + number * ROW, _INDENT * row.part
        if not row.part:
            canvas.line(0, top, _WIDE, top, _GRID)
        label = words.message(row.label)
        canvas.label(ROOM_OF_SIGN + indent, top + ROW / 2, label, _ROOM - indent, size=SMALL, most=2)
        _stretch(canvas, timeline, row, top)
    at = _place(timeline, timeline.today)
    canvas.path([(at, _TOP - 6), (at, bottom)], today_look())
    canvas.text(
        min(max(at, _LABELS + 40), _WIDE - 50), _TOP - 10, words.text(Day(timeline.today)), anchor="middle", size=SMALL
    )
    legend = (
        Entry("box", _DONE, msg("declared progress")),
        Entry("box", _PLANNED, msg("planned time")),
        Entry("box", _FORECAST, msg("forecast beyond the plan")),
        Entry("diamond", _GATE, msg("gate passed")),
        Entry("today", "", msg("the day of the report")),
    )
    draw_legend(canvas, legend, bottom + 24, words)
    return canvas.whole()


def _stretch(canvas: Canvas, timeline: Timeline, row: Stretch, top: float) -> None:
    middle, thick = top + ROW / 2, _PART if row.part else _STEP
    canvas.health(row.health, _INDENT * row.part, middle)
    start, end = _place(timeline, row.start), _place(timeline, row.end)
    upper = middle - thick / 2
    canvas.box(start, upper, max(end - start, 2), thick, _PLANNED)
    canvas.box(start, upper, (end - start) * min(row.declared, 100) / 100, thick, _DONE)
    if row.forecast and row.forecast > row.end:
        canvas.box(end, upper, _place(timeline, row.forecast) - end, thick, _FORECAST)
    for day in row.gates:
        canvas.shape(diamond(_place(timeline, day), middle), _GATE)


def _months(canvas: Canvas, timeline: Timeline, bottom: float, words: Words) -> None:
    """The months as lines, named where there is room behind the name before; years have their bands."""
    free = 0.0
    for day in firsts_within(timeline.first, timeline.last, _APART, _MOST_MARKS):
        at, name = _place(timeline, day), words.text(Day(f"{day:%Y-%m}"))
        canvas.line(at, _TOP - 4, at, bottom, _GRID)
        half = len(words.seen(name)) * SMALL * letter_of(name) / 2
        if day.month > 1 and at - half >= free:
            canvas.text(at, bottom + 14, name, anchor="middle", size=SMALL)
            free = at + half + _BETWEEN


def _years(canvas: Canvas, timeline: Timeline, bottom: float, words: Words) -> None:
    """The years as bands with their numbers, every second one tinted."""
    for year in range(timeline.first.year, timeline.last.year + 1):
        start, end = max(date(year, 1, 1), timeline.first), min(date(year, 12, 31), timeline.last)
        at, wide = _place(timeline, start), _place(timeline, end) - _place(timeline, start)
        if year % 2:
            canvas.box(at, _TOP - 38, wide, bottom - _TOP + 38, _BAND)
        if wide >= _ROOM_OF_YEAR:
            canvas.text(at + wide / 2, _TOP - 26, words.text(Numeral(year)), anchor="middle", size=SMALL)


def _place(timeline: Timeline, day: date) -> float:
    whole = max((timeline.last - timeline.first).days, 1)
    return _LABELS + _LONG * (day - timeline.first).days / whole
