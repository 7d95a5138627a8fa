"""The bars of declared, evidenced and expected progress, one for each record."""

from typing import NamedTuple

from tracker.message import msg
from tracker.reports.pictures.drawn import Bar, Bars
from tracker.views.pictures.canvas import (
    EVIDENCED,
    REST,
    ROOM_OF_SIGN,
    SIZE,
    SLIM,
    SMALL,
    WIDTH,
    Canvas,
    Drawing,
    size_of_labels,
)
from tracker.views.pictures.legend import Entry, draw_legend
from tracker.views.words import Words

ROW, _THICK, _TOP = 46, 16, 4
_LABELS, _FIGURES = 340, 56


class _Row(NamedTuple):
    """The measures of a row: the middle of its label and the room for it, the beginning of its bar and its middle."""

    width: int
    high: int
    label: int
    room: int
    start: int
    middle: int


_BESIDE = _Row(WIDTH, ROW, ROW // 2, _LABELS - ROOM_OF_SIGN - 12, _LABELS, ROW // 2)
_BELOW = _Row(SLIM, 78, 23, SLIM - ROOM_OF_SIGN - 24, 0, 60)


def draw_bars(bars: Bars, words: Words, *, slim: bool = False) -> Drawing:
    """A bar grows from the side where reading begins; the mark across it is what was expected by now.

    On a `slim` screen it stands below its label.
    """
    row = _BELOW if slim else _BESIDE
    canvas = Canvas(words.bare(bars.alt), rtl=words.rtl, width=row.width)
    labels = [words.message(bar.label) for bar in bars.rows]
    size = SMALL if slim else size_of_labels(labels, row.room)
    for number, (bar, label) in enumerate(zip(bars.rows, labels, strict=True)):
        top = _TOP + number * row.high
        canvas.label(ROOM_OF_SIGN, top + row.label, label, row.room, size=size)
        canvas.health(bar.health, 0, top + row.label)
        _bar(canvas, bar, row, top + row.middle, words)
    legend = (
        Entry("box", EVIDENCED, msg("evidenced")),
        Entry("hatched", "", msg("declared without evidence")),
        Entry("mark", "", msg("expected by now")),
    )
    draw_legend(canvas, legend, _TOP + len(bars.rows) * row.high + 4, words)
    return canvas.whole()


def _bar(canvas: Canvas, bar: Bar, row: _Row, middle: float, words: Words) -> None:
    upper, long = middle - _THICK / 2, row.width - row.start - _FIGURES
    canvas.box(row.start, upper, long, _THICK, REST)
    evidenced = min(bar.evidenced, bar.declared)
    canvas.box(row.start, upper, long * evidenced / 100, _THICK, EVIDENCED)
    beyond = long * (bar.declared - evidenced) / 100
    canvas.hatched(row.start + long * evidenced / 100, upper, beyond, _THICK)
    if bar.expected is not None:
        at = row.start + long * bar.expected / 100
        canvas.line(at, upper - 5, at, upper + _THICK + 5, 'stroke-width="2.5"')
    canvas.text(row.width, middle - 1, words.percent(bar.declared), anchor="end", size=SIZE)
    canvas.text(row.width, middle + 13, words.percent(bar.evidenced), anchor="end", size=SMALL)
