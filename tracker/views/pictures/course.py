"""The way of the whole: declared and evidenced as lines, and what the plan expects as a broken one, time to scale."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.message import msg
from tracker.reports.pictures.drawn import Course
from tracker.reports.report import Day
from tracker.views.pictures.canvas import DECLARED, EVIDENCED, SMALL, WIDTH, Canvas, Drawing, letter_of
from tracker.views.pictures.labels import Box, Places
from tracker.views.pictures.legend import Entry, draw_legend, today_look
from tracker.views.pictures.months import firsts_within
from tracker.views.symbols import SURE
from tracker.views.words import Words

_TOP, _HIGH, _START, _END = 30, 220, 60, 40
_GRID = 'stroke-opacity=".16"'
_DECLARED = f'fill="none" {DECLARED} stroke-width="2.5"'
_EVIDENCED = f'fill="none" stroke="{SURE}" stroke-width="2.5"'
_CLAIM = f'fill="#ffffff" {DECLARED} stroke-width="2"'
_EXPECTED = 'stroke-width="1.4" stroke-dasharray="6 4"'
_APART, _MOST_MARKS = (3, 6, 12, 24, 60), 9
_BESIDE = 30
"""The least room between two numbers of a line."""


def draw_course(course: Course, words: Words) -> Drawing:
    """Draw the way from the first day that is known or planned to the last, from 0 to 100 percent."""
    return _Sheet(course, words).drawn()


class _Sheet:
    """One picture: its canvas, and the scale of its days."""

    def __init__(self, course: Course, words: Words) -> None:
        self.course, self.words = course, words
        self.canvas = Canvas(words.bare(course.alt), rtl=words.rtl)
        days = [mark.day for mark in course.marks] + [day for day, _ in course.plan] + [course.today]
        self.first, self.last = min(days), max(days)
        self.places = Places(Box(_START - 8, _TOP - 8, WIDTH, _TOP + _HIGH + 8))

    def drawn(self) -> Drawing:
        course, canvas = self.course, self.canvas
        self._axes()
        self._line(course.plan, f'fill="none" stroke="currentColor" {_EXPECTED}')
        declared = [(mark.day, mark.declared) for mark in course.marks]
        evidenced = [(mark.day, mark.evidenced) for mark in course.marks]
        for values, look in ((declared, _DECLARED), (evidenced, _EVIDENCED)):
            self._line(values, look)
        for day, percent in evidenced:
            if percent is not None:
                canvas.dot(self._across(day), self._down(percent), 4, EVIDENCED)
                self.places.sign(self._across(day), self._down(percent), 4)
        for day, percent in declared:
            if percent is not None:
                canvas.dot(self._across(day), self._down(percent), 4, _CLAIM)
                self.places.sign(self._across(day), self._down(percent), 5)
        self._numbers(declared)
        self._numbers([(m.day, None if m.evidenced == m.declared else m.evidenced) for m in course.marks])
        draw_legend(canvas, tuple(self._legend()), _TOP + _HIGH + 34, self.words)
        return canvas.whole()

    def _across(self, day: date) -> float:
        whole = (self.last - self.first).days or 1
        return _START + (WIDTH - _START - _END) * (day - self.first).days / whole

    def _down(self, percent: int) -> float:
        return _TOP + _HIGH * (100 - percent) / 100

    def _axes(self) -> None:
        canvas, words = self.canvas, self.words
        for percent in range(0, 101, 25):
            level = self._down(percent)
            canvas.line(_START - 8, level, WIDTH - _END + 8, level, _GRID)
            self.places.line([(_START - 8, level), (WIDTH - _END + 8, level)], faint=True)
            canvas.text(_START - 14, level + 4, words.percent(percent), anchor="end", size=SMALL)
        for day in firsts_within(self.first, self.last, _APART, _MOST_MARKS):
            at = self._across(day)
            canvas.line(at, _TOP - 4, at, _TOP + _HIGH + 5, _GRID)
            self.places.line([(at, _TOP - 4), (at, _TOP + _HIGH + 5)], faint=True)
            canvas.text(at, _TOP + _HIGH + 20, words.text(Day(day.isoformat()[:7])), anchor="middle", size=SMALL)
        at = self._across(self.course.today)
        canvas.path([(at, _TOP - 6), (at, _TOP + _HIGH)], today_look())
        self.places.line([(at, _TOP - 6), (at, _TOP + _HIGH)])
        canvas.text(
            min(max(at, 60), WIDTH - 60), _TOP - 12, words.text(Day(self.course.today)), anchor="middle", size=SMALL
        )

    def _line(self, values: Sequence[tuple[date, int | None]], look: str) -> None:
        points = [(self._across(day), self._down(percent)) for day, percent in values if percent is not None]
        if len(points) > 1:
            self.canvas.path(points, look)
            self.places.line(points)

    def _numbers(self, values: Sequence[tuple[date, int | None]]) -> None:
        """The number of the last point, and of those before it that have room."""
        free = float("inf")
        for day, percent in reversed(values):
            at = self._across(day)
            if percent is not None and at + _BESIDE <= free:
                said = self.words.percent(percent)
                wide = len(self.words.seen(said)) * SMALL * letter_of(said)
                self.canvas.text(
                    *self.places.found(at, self._down(percent), wide, SMALL), said, anchor="middle", size=SMALL
                )
                free = at

    def _legend(self) -> Iterator[Entry]:
        yield Entry("dot", _CLAIM, msg("Declared"))
        yield Entry("dot", EVIDENCED, msg("Evidenced"))
        if self.course.plan:
            yield Entry("line", _EXPECTED, msg("Expected by the plan"))
        yield Entry("today", "", msg("the day of the report"))
