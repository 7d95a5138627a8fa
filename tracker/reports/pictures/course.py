"""The way of the whole over time: as evaluations and issued briefs have it, and as the plan expects it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tracker import errors
from tracker.message import msg
from tracker.model.records.activities import Activity
from tracker.model.records.reviews import ReviewStatus
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.periods import before, quarter_of
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker
from tracker.reports.pictures.drawn import Course, Mark
from tracker.reports.report import Day
from tracker.reports.values import percent

FEWEST = 2
"""Days that a way has at least."""
QUARTERS = 8
"""Ends of quarters, the last before the day, of which the history is asked."""
STEPS = 16
"""Parts of the planned time, at whose ends the plan is asked what it expects."""


def course(tracker: Tracker, assessment: Assessment, past: Callable[[date], Tracker]) -> Course | None:
    """The way up to the day of the assessment; None where only that day is known.

    `past` gives the tracker at the end of an earlier day, or raises `BeforeFirst`.
    """
    known = {mark.day: mark for mark in _remembered(assessment.day, past)}
    known |= {mark.day: mark for mark in _known(tracker, assessment.day)}
    known |= {mark.day: mark for mark in _stood(assessment)}
    if len(known) < FEWEST:
        return None
    marks = tuple(known[day] for day in sorted(known))
    alt = msg(
        "From {first} to {last}: declared {before} and then {after}.",
        first=Day(marks[0].day),
        last=Day(marks[-1].day),
        before=percent(marks[0].declared),
        after=percent(marks[-1].declared),
    )
    return Course("course", msg("Progress over time"), alt, marks, tuple(_plan(tracker)), assessment.day)


def _remembered(day: date, past: Callable[[date], Tracker]) -> Iterator[Mark]:
    """Give what the history says of the ends of the last quarters, as far back as it reaches."""
    quarter = quarter_of(day)
    for _ in range(QUARTERS):
        quarter = before(quarter)
        try:
            then = past(quarter.end)
        except errors.BeforeFirst:
            return
        yield from _stood(assess(then, quarter.end))


def _stood(assessment: Assessment) -> Iterator[Mark]:
    figures = assessment.figures
    if figures is not None:
        expected = None if figures.expected is None else displayed(figures.expected)
        yield Mark(assessment.day, displayed(figures.declared), displayed(figures.evidenced), expected)


def _known(tracker: Tracker, day: date) -> Iterator[Mark]:
    """Give what briefs say, and of the same day rather what an approved evaluation has frozen (rules 11.3, 11.9)."""
    for brief in tracker.initiative.briefs:
        if brief.date <= day:
            yield Mark(brief.date, brief.declared, brief.evidenced, brief.expected)
    for review in tracker.reviews.values():
        frozen = review.figures if review.status is ReviewStatus.APPROVED else None
        for figure in frozen.records if frozen and frozen.day <= day else ():
            if figure.record == "initiative" and frozen:
                yield Mark(frozen.day, figure.declared, figure.evidenced, figure.expected)


def _plan(tracker: Tracker) -> Iterator[tuple[date, int]]:
    """Give what the present plan expects from its first day to its last."""
    work: list[Step | Activity] = [*tracker.steps.values(), *tracker.activities.values()]
    days = [day for each in work for day in (each.planned_start, each.planned_end) if day]
    if not days:
        return
    first, last = min(days), max(days)
    for step in range(STEPS + 1):
        day = first + timedelta(days=round((last - first).days * step / STEPS))
        figures = assess(tracker, day).figures
        if figures is not None and figures.expected is not None:
            yield day, displayed(figures.expected)
