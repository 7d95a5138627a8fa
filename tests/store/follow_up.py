"""Random legal commands on what follows up the steps: activities, meetings, promises, results, evaluations."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.store.stores import Change
from tracker.model.changes import (
    activities,
    commitments,
    decisions,
    evidence,
    indicators,
    lessons,
    meetings,
    obstacles,
    removal,
    reviews,
)
from tracker.model.changes import series as series_changes
from tracker.model.changes.evidence import Attachment
from tracker.model.records.activities import Gate
from tracker.model.records.indicators import Target
from tracker.model.records.lessons import LessonStatus
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import MeetingStatus
from tracker.model.records.obstacles import ObstacleStatus, Severity
from tracker.model.records.office import Office
from tracker.model.records.reviews import Criterion, Response
from tracker.model.records.status import Status
from tracker.model.state import periods
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker

TEXT = Localized("نص")
PAPERS = st.sampled_from([(), (Attachment(reference="محضر 1"),), (Attachment(reference="تقرير 9"),)])
REASONS = st.sampled_from([None, "سبب", "سبب آخر"])
OWNERS = st.sampled_from([None, Office("LY", "liaison"), Office("TR", "coord")])
NEAR = st.integers(-40, 90)


def codes(*known: str) -> st.SearchStrategy[str]:
    """Codes of the fictional programme and the next ones that a command would give."""
    return st.sampled_from(known)


ACTIVITIES = codes("S1.1", "S2.4", "S2.5", "S3.3", "S3.4", "S4.4", "S5.4", "S1.5")
MEETINGS = codes("M6", "M7", "M8", "M9", "M3")
STEPS = codes("S1", "S2", "S3", "S4", "S5")
SOURCES = codes("D1", "D6", "D7", "N1", "N4", "O2", "O7", "L1", "L7")

FOLLOW_UP: dict[str, tuple[st.SearchStrategy[Any], ...]] = {
    "add-activity": (STEPS, NEAR, OWNERS),
    "update-activity": (ACTIVITIES, st.sampled_from([None, *Status]), st.sampled_from([None, *Gate]), PAPERS, REASONS),
    "add-meeting": (NEAR, st.sampled_from([None, "T1", "T2"])),
    "update-meeting": (MEETINGS, st.sampled_from([None, *MeetingStatus]), st.none() | NEAR, REASONS),
    "add-decision": (MEETINGS,),
    "add-commitment": (SOURCES, OWNERS, NEAR),
    "update-commitment": (
        codes("C8", "C10", "C12", "C16", "C17"),
        st.sampled_from([None, *Status]),
        st.none() | NEAR,
        PAPERS,
        REASONS,
    ),
    "add-obstacle": (STEPS, st.sampled_from(Severity)),
    "update-obstacle": (
        codes("O2", "O3", "O6", "O7"),
        st.sampled_from([None, *ObstacleStatus]),
        OWNERS,
        PAPERS,
        REASONS,
    ),
    "add-lesson": (codes("M7", "S2", "R4"),),
    "update-lesson": (
        codes("L1", "L3", "L4", "L7"),
        st.sampled_from([None, *LessonStatus]),
        st.sampled_from([None, "S2.4", "C8"]),
        REASONS,
    ),
    "add-indicator": (STEPS, st.integers(0, 50), st.integers(0, 50), NEAR),
    "add-measurement": (codes("I1", "I2", "I4", "I9", "I11"), NEAR, st.integers(0, 60), REASONS),
    "add-series": (st.integers(1, 12),),
    "update-series": (codes("T1", "T2", "T4"), st.integers(1, 12)),
    "add-review": (st.sampled_from(["2026-Q1", "2025-Q4", "2024-Q4"]), st.sampled_from([None, "R4", "R5"])),
    "update-review": (
        codes("R5", "R5", "R4", "R6"),
        STEPS,
        st.sampled_from(Criterion),
        st.none() | st.integers(1, 4),
        st.booleans(),
    ),
    "add-recommendation": (codes("R5", "R5", "R4"),),
    "update-recommendation": (codes("N1", "N4", "N5"), st.sampled_from([None, *Response]), REASONS),
    "update-decision": (codes("D1", "D6", "D7"), st.sampled_from(["نص", "نص آخر"])),
    "detach": (codes("S2.4", "S1.2", "M7", "C4", "I3", "R4", "R5"), codes("E29", "E20", "E6", "E9", "E14", "E18")),
    "remove": (codes("M9", "D7", "C17", "O7", "L7", "I11", "S1.5", "C8", "E29"),),
}


def follow_up_change(name: str, values: tuple[Any, ...], day: date) -> Change:
    """The function that the command would carry out on that day."""
    make = _MADE[name]
    return lambda tracker: make(tracker, day, *values)


def _add_activity(t: Tracker, day: date, step: str, days: int, owner: Office | None) -> Tracker:
    end = day + timedelta(max(days, 0))
    wanted = activities.ActivityChange(planned_start=day, planned_end=end, owner=owner)
    return activities.add(t, step, TEXT, wanted, day)[1]


def _update_activity(t: Tracker, day: date, code: str, status: Any, gate: Any, papers: Any, reason: Any) -> Tracker:
    wanted = activities.ActivityChange(status=status, gate=gate, evidence=papers, reason=reason)
    return activities.update(t, code, wanted, day)


def _meeting(day: date, days: int | None, **fields: Any) -> meetings.MeetingChange:
    return meetings.MeetingChange(date=None if days is None else (day + timedelta(days)).isoformat(), **fields)


def _add_meeting(t: Tracker, day: date, days: int, series: str | None) -> Tracker:
    return meetings.add(t, _meeting(day, days, title_ar="لقاء", series=series), day)


def _update_meeting(t: Tracker, day: date, code: str, status: Any, days: int | None, reason: Any) -> Tracker:
    return meetings.update(t, code, _meeting(day, days, status=status, reason=reason), day)


def _add_commitment(t: Tracker, day: date, source: str, owner: Any, days: int) -> Tracker:
    wanted = commitments.CommitmentChange(title_ar="التزام", owner=owner, due=day + timedelta(days))
    return commitments.add(t, source, wanted, day)


def _update_commitment(t: Tracker, day: date, code: str, status: Any, days: Any, papers: Any, reason: Any) -> Tracker:
    due = None if days is None else day + timedelta(days)
    wanted = commitments.CommitmentChange(status=status, due=due, evidence=papers, reason=reason)
    return commitments.update(t, code, wanted, day)


def _add_obstacle(t: Tracker, day: date, step: str, severity: Severity) -> Tracker:
    return obstacles.add(t, obstacles.ObstacleChange(title_ar="عقبة", steps=(step,), severity=severity), day)


def _update_obstacle(t: Tracker, day: date, code: str, status: Any, owner: Any, papers: Any, reason: Any) -> Tracker:
    wanted = obstacles.ObstacleChange(status=status, owner=owner, response_ar=reason, evidence=papers, reason=reason)
    return obstacles.update(t, code, wanted, day)


def _add_lesson(t: Tracker, day: date, origin: str) -> Tracker:
    return lessons.add(t, lessons.LessonChange(text_ar="درس", recommendation_ar="توصية", origin=origin), day)


def _update_lesson(t: Tracker, day: date, code: str, status: Any, applied: Any, reason: Any) -> Tracker:
    return lessons.update(t, code, lessons.LessonChange(status=status, applied_in=applied, reason=reason), day)


def _add_indicator(t: Tracker, day: date, step: str, base: int, aim: int, days: int) -> Tracker:
    wanted = indicators.IndicatorChange(
        title_ar="مؤشر",
        steps=(step,),
        baseline_value=Decimal(base),
        baseline_date=day,
        targets=(Target(day + timedelta(max(days, 1)), Decimal(aim)),),
    )
    return indicators.add(t, wanted, day)


def _measure(t: Tracker, day: date, code: str, days: int, value: int, reason: Any) -> Tracker:
    measured = indicators.NewMeasurement(period_end=day + timedelta(min(days, 0)), value=Decimal(value), reason=reason)
    return indicators.measure(t, code, measured, day)


def _add_review(t: Tracker, day: date, period: str, corrects: str | None) -> Tracker:
    of = periods.period_of(period)
    wanted = reviews.ReviewChange(corrects=corrects, figures=figures_of(t, of.end), reason="تصحيح")
    return reviews.add(t, of, wanted, day)


def _update_review(t: Tracker, day: date, code: str, step: str, criterion: Any, value: Any, approved: bool) -> Tracker:
    rated = (reviews.NewRating(step, criterion, value),)
    wanted = reviews.ReviewChange(rate=rated, justification_ar="مبرر", approve=day if approved else None)
    return reviews.update(t, code, wanted, day)


_MADE: dict[str, Callable[..., Tracker]] = {
    "add-activity": _add_activity,
    "update-activity": _update_activity,
    "add-meeting": _add_meeting,
    "update-meeting": _update_meeting,
    "add-decision": lambda t, day, meeting: decisions.add(t, meeting, TEXT, day),
    "add-commitment": _add_commitment,
    "update-commitment": _update_commitment,
    "add-obstacle": _add_obstacle,
    "update-obstacle": _update_obstacle,
    "add-lesson": _add_lesson,
    "update-lesson": _update_lesson,
    "add-indicator": _add_indicator,
    "add-measurement": _measure,
    "add-series": lambda t, day, n: series_changes.add(
        t, Localized("سلسلة"), series_changes.SeriesChange(interval_months=n), day
    ),
    "update-series": lambda t, day, code, n: series_changes.update(
        t, code, series_changes.SeriesChange(interval_months=n), day
    ),
    "add-review": _add_review,
    "update-review": _update_review,
    "add-recommendation": lambda t, day, review: reviews.recommend(t, review, Localized("توصية"), day),
    "update-recommendation": lambda t, day, code, response, reason: reviews.respond(
        t, code, reviews.RecommendationChange(response=response, reason=reason), day
    ),
    "update-decision": lambda t, day, code, text: decisions.update(
        t, code, decisions.DecisionChange(text_ar=text), day
    ),
    "detach": lambda t, day, code, paper: evidence.detach(t, code, paper, day),
    "remove": lambda t, day, code: removal.remove(t, [code], day),
}
