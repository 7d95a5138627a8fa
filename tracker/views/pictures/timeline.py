"""The planned times side by side, with a line at the day of the report."""

from collections.abc import Iterator
from datetime import date

from tracker.message import msg
from tracker.reports.pictures.drawn import Stretch, Timeline
from tracker.reports.report import Day
from tracker.views.pictures.canvas import EVIDENCED, ROOM_OF_SIGN, SMALL, WIDTH, Canvas
from tracker.views.pictures.legend import Entry, draw_legend, today_look
from tracker.views.words import Words

_ROW, _THICK, _TOP = 50, 14, 26
_LABELS = 250
_ROOM = _LABELS - ROOM_OF_SIGN - 12
_LONG = WIDTH - _LABELS - 14
_MOST_MARKS = 9
_DONE, _PLANNED = f'fill="{EVIDENCED}" rx="3"', f'fill="{EVIDENCED}" fill-opacity=".3" rx="3"'
_FORECAST = 'fill="none" stroke="currentColor" stroke-dasharray="3 2"'
_GRID = 'stroke-opacity=".18"'


def draw_timeline(timeline: Timeline, words: Words) -> str:
    """Draw planned times in reading direction; the filled part of a stretch is its declared progress."""
    canvas = Canvas(words.bare(timeline.alt), rtl=words.rtl)
    bottom = _TOP + len(timeline.rows) * _ROW
    for day in _marks(timeline):
        at = _place(timeline, day)
        canvas.line(at, _TOP - 4, at, bottom, _GRID)
        canvas.text(at, bottom + 14, f"{day:%Y-%m}", anchor="middle", size=SMALL)
    labels = [words.message(row.label) for row in timeline.rows]
    for row, top in zip(timeline.rows, canvas.rows(ROOM_OF_SIGN, _TOP, _ROW, labels, _ROOM), strict=True):
        _stretch(canvas, timeline, row, top)
    at = _place(timeline, timeline.today)
    canvas.path([(at, _TOP - 8), (at, bottom)], today_look())
    canvas.text(
        min(max(at, _LABELS + 40), WIDTH - 50), _TOP - 13, words.text(Day(timeline.today)), anchor="middle", size=SMALL
    )
    legend = (
        Entry("box", _DONE, msg("declared progress")),
        Entry("box", _PLANNED, msg("planned time")),
        Entry("box", _FORECAST, msg("forecast beyond the plan")),
        Entry("today", "", msg("the day of the report")),
    )
    draw_legend(canvas, legend, bottom + 24, words)
    return canvas.whole()


def _stretch(canvas: Canvas, timeline: Timeline, row: Stretch, top: float) -> None:
    middle = top + _ROW / 2
    canvas.health(row.health, 0, middle)
    start, end = _place(timeline, row.start), _place(timeline, row.end)
    upper = middle - _THICK / 2
    canvas.box(start, upper, max(end - start, 2), _THICK, _PLANNED)
    canvas.box(start, upper, (end - start) * min(row.declared, 100) / 100, _THICK, _DONE)
    if row.forecast and row.forecast > row.end:
        canvas.box(end, upper, _place(timeline, row.forecast) - end, _THICK, _FORECAST)


def _place(timeline: Timeline, day: date) -> float:
    whole = max((timeline.last - timeline.first).days, 1)
    return _LABELS + _LONG * (day - timeline.first).days / whole


def _marks(timeline: Timeline) -> Iterator[date]:
    """The firsts of months within the time: every one, or each third, sixth, twelfth, whichever are few enough."""
    first, last = timeline.first, timeline.last
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    apart = next((step for step in (1, 3, 6, 12, 24, 60) if months / step <= _MOST_MARKS), 120)
    number = first.year * 12 + first.month - 1
    number += -number % apart
    while number <= last.year * 12 + last.month - 1:
        day = date(number // 12, number % 12 + 1, 1)
        if day >= first:
            yield day
        number += apart
