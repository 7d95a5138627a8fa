"""The values that were measured, period by period, against those aimed at."""

from collections.abc import Callable
from decimal import Decimal

from tracker.message import msg
from tracker.reports.pictures.drawn import Trend
from tracker.reports.report import Ref
from tracker.views.pictures.canvas import DECLARED, EVIDENCED, SMALL, WIDTH, Canvas
from tracker.views.pictures.legend import Entry, diamond, draw_legend
from tracker.views.words import Words

_TOP, _HIGH, _START, _END = 32, 150, 56, 34
_ABOVE, _BELOW, _NEAR = 9, 17, 24
"""The way from a point to its number over or under it, and how near above it a target would be drawn over that."""
_MEASURED = f'fill="none" stroke="{EVIDENCED}" stroke-width="2.5"'
_BASELINE = 'stroke-dasharray="2 4" stroke-opacity=".7"'
_GRID = 'stroke-opacity=".16"'
_ROUND = tuple(map(Decimal, ("1", "2", "2.5", "3", "4", "5", "6", "8", "10", "15", "20", "25", "30", "40", "50")))


def draw_trend(trend: Trend, words: Words) -> str:
    """Draw periods in reading direction; where nothing was measured the line has a gap, which is not zero."""
    canvas = Canvas(words.bare(trend.alt), rtl=words.rtl)
    known = [v for p in trend.points for v in (p.value, p.target) if v is not None]
    if trend.baseline is not None:
        known.append(trend.baseline)
    lowest, highest = bounds(known)
    steps = max(len(trend.points) - 1, 1)

    def across(number: int) -> float:
        return _START + (WIDTH - _START - _END) * number / steps

    def down(value: Decimal) -> float:
        return _TOP + _HIGH * float((highest - value) / (highest - lowest))

    for part in range(5):
        value = lowest + (highest - lowest) * part / 4
        canvas.line(_START - 6, down(value), WIDTH - _END + 6, down(value), _GRID)
        canvas.text(_START - 12, down(value) + 4, words.decimal(value), anchor="end", size=SMALL)
    if trend.unit is not None:
        canvas.text(0, 10, words.message(trend.unit), size=SMALL)
    if trend.baseline is not None:
        at = down(trend.baseline)
        canvas.line(_START - 6, at, WIDTH - _END + 6, at, _BASELINE)
    _values(canvas, trend, across, down, words)
    legend = [Entry("dot", f'fill="{EVIDENCED}"', msg("Measured"))]
    if any(point.target is not None for point in trend.points):
        legend.append(Entry("diamond", f'fill="{DECLARED}"', msg("Target")))
    if trend.baseline is not None:
        legend.append(Entry("line", _BASELINE, msg("Baseline")))
    draw_legend(canvas, tuple(legend), _TOP + _HIGH + 32, words)
    return canvas.whole()


def _values(
    canvas: Canvas, trend: Trend, across: Callable[[int], float], down: Callable[[Decimal], float], words: Words
) -> None:
    """The line in as many pieces as there are gaps, then the points and targets over it."""
    piece: list[tuple[float, float]] = []
    for number, point in enumerate(trend.points):
        canvas.text(across(number), _TOP + _HIGH + 20, words.text(Ref(point.period)), anchor="middle", size=SMALL)
        if point.value is None:
            canvas.path(piece, _MEASURED)
            piece = []
        else:
            piece.append((across(number), down(point.value)))
    canvas.path(piece, _MEASURED)
    for number, point in enumerate(trend.points):
        if point.target is not None:
            canvas.shape(diamond(across(number), down(point.target)), f'fill="{DECLARED}"')
        if point.value is not None:
            canvas.dot(across(number), down(point.value), 4, f'fill="{EVIDENCED}"')
            hidden = point.target is not None and 0 <= down(point.value) - down(point.target) < _NEAR
            at = down(point.value) + (_BELOW if hidden else -_ABOVE)
            canvas.text(across(number), at, words.decimal(point.value), anchor="middle", size=SMALL)


def bounds(known: list[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and highest value of the axis: round ones, from zero where nothing is below it."""
    top, low = max(known, default=Decimal(1)), min(known, default=Decimal(0))
    low = min(low, Decimal(0))
    reach = top - low or Decimal(1)
    unit = Decimal(10) ** (reach.adjusted() - 1)
    round_ = next(step for n in _ROUND if (step := unit * n) * 4 >= reach and (step % 1 == 0 or reach < 4))
    round_ = round_.to_integral_value() if round_ % 1 == 0 else round_
    steps_below = -(low // round_) + (1 if low % round_ else 0) if low < 0 else Decimal(0)
    lowest = -steps_below * round_
    highest = lowest + round_ * 4
    while highest < top:
        highest += round_ * 4
    return lowest, highest
