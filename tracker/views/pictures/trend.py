"""The values that were measured against those aimed at, with time to scale."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from tracker.message import msg
from tracker.model.records.days import days_on
from tracker.model.records.indicators import Aggregation
from tracker.reports.periods import period_name
from tracker.reports.pictures.drawn import Trend
from tracker.reports.pictures.tables import COUNTED
from tracker.views.pictures.canvas import EVIDENCED, SMALL, Canvas, Drawing, letter_of
from tracker.views.pictures.labels import Box, Places, Spot
from tracker.views.pictures.legend import Entry, draw_legend
from tracker.views.symbols import SURE
from tracker.views.words import Words

WIDE = 480
"""The width beside a text or another trend."""
_TOP, _HIGH, _START, _END = 46, 150, 66, 40
_AXIS, _EDGE = 50, 24
"""The place where the lines across begin, behind the numbers of the axis, and how far from the other side they end."""
_BEFORE_AXIS = 6
"""The room between the numbers of the axis and its lines."""
_MEASURED = f'fill="none" stroke="{SURE}" stroke-width="2.5"'
_ALONE = f'{EVIDENCED} fill-opacity=".22"'
_AIM = 'stroke-width="1.6" stroke-dasharray="6 3"'
_BASELINE = 'stroke-dasharray="2 4" stroke-opacity=".7"'
_GRID = 'stroke-opacity=".16"'
_ROUND = tuple(map(Decimal, ("1", "2", "2.5", "3", "4", "5", "6", "8", "10", "15", "20", "25", "30", "40", "50")))


def draw_trend(trend: Trend, words: Words, width: int = WIDE) -> Drawing:
    """Draw values at their days in reading direction; where nothing was measured the line has a gap, which is not zero.

    Of a sum or an average the line is what counts against a target, the columns are the single periods.
    """
    return _Sheet(trend, words, width).drawn()


class _Sheet:
    """One picture: its canvas, and the scales of its days and values."""

    def __init__(self, trend: Trend, words: Words, width: int) -> None:
        self.trend, self.words, self.width, self.edge = trend, words, width, width - _EDGE
        self.canvas = Canvas(words.bare(trend.alt), rtl=words.rtl, width=width)
        self.yearly = trend.counts is not Aggregation.LATEST
        values = [v for p in trend.points for v in (p.value, p.judged, p.target) if v is not None]
        self.lowest, self.highest = bounds([*values, *([trend.baseline[1]] if trend.baseline else [])])
        days = [point.day for point in trend.points]
        if self.yearly:
            days += [_before(day) for day in days]
        elif trend.baseline:
            days.append(trend.baseline[0])
        self.first, self.last = min(days), max(days)
        widest = max(self._wide(self._said(value)) for value in self._marks())
        self.axis = max(_AXIS, widest + _BEFORE_AXIS + 2)
        self.start = self.axis + _START - _AXIS
        self.places = Places(Box(self.axis, 18, width, _TOP + _HIGH + 10))

    def drawn(self) -> Drawing:
        self._axes()
        if self.yearly:
            self._columns()
        self._targets()
        self._line()
        self._numbers()
        draw_legend(self.canvas, tuple(self._legend()), _TOP + _HIGH + 34, self.words)
        return self.canvas.whole()

    def _across(self, day: date) -> float:
        whole = (self.last - self.first).days
        share = (day - self.first).days / whole if whole else 0.5
        return self.start + (self.width - self.start - _END) * share

    def _down(self, value: Decimal) -> float:
        return _TOP + _HIGH * float((self.highest - value) / (self.highest - self.lowest))

    def _said(self, value: Decimal) -> str:
        return self.words.percent(int(value)) if self.trend.percent and value % 1 == 0 else self.words.number(value)

    def _marks(self) -> list[Decimal]:
        """The values at the lines across."""
        return [self.lowest + (self.highest - self.lowest) * part / 4 for part in range(5)]

    def _axes(self) -> None:
        canvas, words, trend = self.canvas, self.words, self.trend
        for value in self._marks():
            canvas.line(self.axis, self._down(value), self.edge, self._down(value), _GRID)
            self.places.line([(self.axis, self._down(value)), (self.edge, self._down(value))], faint=True)
            canvas.text(self.axis - _BEFORE_AXIS, self._down(value) + 4, self._said(value), anchor="end", size=SMALL)
        unit = words.message(trend.unit) if trend.unit else ""
        canvas.text(0, 12, unit, size=SMALL)
        if trend.standing is not None:
            health, said = trend.standing[0], words.message(trend.standing[1])
            canvas.health(health, self.width - 10, 8)
            if self._wide(unit) + self._wide(said) + 24 <= self.width:  # else its caption says it alone
                canvas.text(self.width - 16, 12, said, anchor="end", size=SMALL)
        if trend.baseline is not None:
            level = self._down(trend.baseline[1])
            canvas.line(self.axis, level, self.edge, level, _BASELINE)
            self.places.line([(self.axis, level), (self.edge, level)])
        free = float("inf")
        for point in reversed(trend.points):  # the newest names stand, older ones where there is room before them
            name, at = words.message(period_name(point.period)), self._across(point.day)
            half = self._wide(name) / 2
            if at + half <= free:
                canvas.text(at, _TOP + _HIGH + 20, name, anchor="middle", size=SMALL)
                canvas.line(at, _TOP + _HIGH, at, _TOP + _HIGH + 5, _GRID)
                free = at - half - 8

    def _wide(self, text: str) -> float:
        return len(self.words.seen(text)) * SMALL * letter_of(text)

    def _columns(self) -> None:
        """The single periods, each as wide as the time since the one before it in its year."""
        for _, group in groupby(self.trend.points, key=lambda point: point.day.year):
            start: date | None = None
            for point in group:
                begin = self._across(start or _before(point.day))
                if point.value is not None:
                    wide, top = self._across(point.day) - begin, self._down(max(point.value, Decimal(0)))
                    self.canvas.box(begin + 1, top, wide - 2, self._down(min(point.value, Decimal(0))) - top, _ALONE)
                start = point.day

    def _targets(self) -> None:
        """Each target as a line over the time it is for, with its sign at the end."""
        before: date | None = None
        for point in self.trend.points:
            if point.target is None:
                continue
            at, level = self._across(point.day), self._down(point.target)
            start = _before(point.day) if self.yearly else before or self.first
            aim = [(self._across(start), level), (at, level)]
            self.canvas.path(aim, f'fill="none" stroke="currentColor" {_AIM}')
            self.canvas.line(at, level - 6, at, level + 6, 'stroke-width="2.5"')
            self.places.line(aim)
            self.places.sign(at, level, 6)
            before = point.day

    def _line(self) -> None:
        """The line in as many pieces as there are gaps and, of sums and averages, years; then its points."""
        for piece in filter(None, self._pieces()):
            self.canvas.path(piece, _MEASURED)
            self.places.line(piece)
        for point in self.trend.points:
            if point.judged is not None:
                self.canvas.dot(self._across(point.day), self._down(point.judged), 4, EVIDENCED)
                self.places.sign(self._across(point.day), self._down(point.judged), 4)
        if self.trend.baseline and not self.yearly:
            at, value = self.trend.baseline
            look = f'fill="#ffffff" stroke="{SURE}" stroke-width="1.8"'
            self.canvas.dot(self._across(at), self._down(value), 4, look)
            self.places.sign(self._across(at), self._down(value), 4)

    def _pieces(self) -> Iterator[list[tuple[float, float]]]:
        piece: list[tuple[float, float]] = []
        if self.trend.baseline and not self.yearly:
            at, value = self.trend.baseline
            piece.append((self._across(at), self._down(value)))
        year = None
        for point in self.trend.points:
            if point.judged is None and point.target is not None and point.value is None:
                continue  # a day that has a target alone was not to be measured
            if point.judged is None or (self.yearly and point.day.year != year):
                yield piece
                starts = self.trend.counts is Aggregation.SUM and point.judged is not None
                piece = [(self._across(_before(point.day)), self._down(Decimal(0)))] if starts else []
            year = point.day.year
            if point.judged is not None:
                piece.append((self._across(point.day), self._down(point.judged)))
        yield piece

    def _numbers(self) -> None:
        """The numbers of what counts and of the targets, each where no line crosses it.

        The last ones are always said, those before them where there is room.
        """
        counted = [(point.day, point.judged) for point in self.trend.points if point.judged is not None]
        aims = [(p.day, p.target) for p in self.trend.points if p.target not in (None, p.judged)]
        for day, value in (*counted[-1:], *aims[-1:]):
            self._number(day, value, self.places.found)
        for day, value in (*counted[-2::-1], *aims[-2::-1]):
            self._number(day, value, self.places.free)

    def _number(self, day: date, value: Decimal, place: Callable[[float, float, float, float], Spot | None]) -> None:
        said = self._said(value)
        spot = place(self._across(day), self._down(value), self._wide(said), SMALL)
        if spot:
            self.canvas.text(*spot, said, anchor="middle", size=SMALL)

    def _legend(self) -> Iterator[Entry]:
        yield Entry("dot", EVIDENCED, COUNTED[self.trend.counts])
        if self.yearly:
            yield Entry("box", _ALONE, msg("A single period"))
        if any(point.target is not None for point in self.trend.points):
            yield Entry("line", _AIM, msg("Target"))
        if self.trend.baseline is not None:
            yield Entry("line", _BASELINE, msg("Baseline"))


def _before(day: date) -> date:
    """The day before the year of a day began."""
    return days_on(date(day.year, 1, 1), -1)


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
