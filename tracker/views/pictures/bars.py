"""The bars of declared, evidenced and expected progress, one for each record."""

from tracker.message import msg
from tracker.reports.pictures.drawn import Bar, Bars
from tracker.views.pictures.canvas import DECLARED, EVIDENCED, REST, ROOM_OF_SIGN, SIZE, SMALL, WIDTH, Canvas, Drawing
from tracker.views.pictures.legend import Entry, draw_legend
from tracker.views.words import Words

ROW, _THICK, _TOP = 52, 16, 4
_LABELS, _FIGURES = 250, 56
_ROOM = _LABELS - ROOM_OF_SIGN - 12
_LONG = WIDTH - _LABELS - _FIGURES


def draw_bars(bars: Bars, words: Words) -> Drawing:
    """A bar grows from the side where reading begins; the mark across it is what was expected by now."""
    canvas = Canvas(words.bare(bars.alt), rtl=words.rtl)
    labels = [words.message(bar.label) for bar in bars.rows]
    for bar, top in zip(bars.rows, canvas.rows(ROOM_OF_SIGN, _TOP, ROW, labels, _ROOM), strict=True):
        _bar(canvas, bar, top, words)
    legend = (
        Entry("box", f'fill="{EVIDENCED}"', msg("evidenced")),
        Entry("box", f'fill="{DECLARED}"', msg("declared without evidence")),
        Entry("mark", "", msg("expected by now")),
    )
    draw_legend(canvas, legend, _TOP + len(bars.rows) * ROW + 4, words)
    return canvas.whole()


def _bar(canvas: Canvas, bar: Bar, top: float, words: Words) -> None:
    middle = top + ROW / 2
    canvas.health(bar.health, 0, middle)
    upper = middle - _THICK / 2
    canvas.box(_LABELS, upper, _LONG, _THICK, REST)
    evidenced = min(bar.evidenced, bar.declared)
    canvas.box(_LABELS, upper, _LONG * evidenced / 100, _THICK, f'fill="{EVIDENCED}"')
    beyond = _LONG * (bar.declared - evidenced) / 100
    canvas.box(_LABELS + _LONG * evidenced / 100, upper, beyond, _THICK, f'fill="{DECLARED}"')
    if bar.expected is not None:
        at = _LABELS + _LONG * bar.expected / 100
        canvas.line(at, upper - 5, at, upper + _THICK + 5, 'stroke-width="2.5"')
    canvas.text(WIDTH, middle - 1, words.percent(bar.declared), anchor="end", size=SIZE)
    canvas.text(WIDTH, middle + 13, words.percent(bar.evidenced), anchor="end", size=SMALL)
