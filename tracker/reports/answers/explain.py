"""The arithmetic of progress and health for `show --explain`, with the thresholds in force."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.message import Message, msg
from tracker.model.records.activities import Activity
from tracker.model.records.aspects import Aspect
from tracker.model.records.indicators import Indicator
from tracker.model.records.initiatives import Initiative
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.records.steps import Step, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.assessment import MEETINGS_ASPECT, AspectState, Assessment
from tracker.model.state.figures import Figures
from tracker.model.state.health import Health, Reason
from tracker.model.state.progress import displayed
from tracker.model.state.series import series_health, series_states
from tracker.model.state.steps import StepState
from tracker.model.state.work import ActivityState
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.attention import undated_activities
from tracker.reports.answers.explain_indicator import explain_indicator
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Note, Notes, Percent, Points, Ref, Word
from tracker.reports.thresholds import thresholds_in_force


def explanations(seen: Seen, record: Record) -> Iterator[Notes]:
    """Explain the figures and the colour of a record, where it has some that are computed."""
    match record:
        case Step():
            yield _explained(_step(seen, seen.assessment.steps[record.id]))
        case Activity():
            yield _explained(_activity(seen, seen.assessment.activities[record.id]))
        case Aspect():
            yield _explained(_aspect(seen, seen.assessment.aspects[record.id]))
        case Indicator():
            yield _explained(explain_indicator(seen, record))
        case Initiative():
            yield _explained(_initiative(seen))


def _explained(notes: Iterable[Note]) -> Notes:
    return Notes("explain", msg("How this was computed"), tuple(notes))


def _step(seen: Seen, state: StepState) -> Iterator[Note]:
    if state.rolled_up:
        yield from _rolled_up(state)
    else:
        declared = Percent(displayed(state.figures.declared))
        yield Note(msg("Declared by the owner: {percent}.", percent=declared))
        yield from _evidenced(seen.tracker, state)
        yield Note(_expectation(state.step, state.figures, seen.day))
    yield from _judged(seen, state)


def _activity(seen: Seen, state: ActivityState) -> Iterator[Note]:
    percent = Percent(state.activity.declared)
    yield Note(msg("The gate “{gate}” corresponds to {percent}.", gate=Word(state.activity.gate), percent=percent))
    yield from _evidenced(seen.tracker, state)
    yield Note(_expectation(state.activity, state.figures, seen.day))
    yield from _judged(seen, state)


def _judged(seen: Seen, state: StepState | ActivityState) -> Iterator[Note]:
    """The rules that fired, and the thresholds in force."""
    yield from (_reason(reason, state, seen.tracker.thresholds) for reason in state.reasons)
    if not state.reasons:
        yield Note(msg("No rule applies, so the health is green."), Health.GREEN)
    yield Note(thresholds_in_force(seen.tracker.thresholds, seen.day))


def _part(record: Step | Activity, state: StepState | ActivityState, counts: Message | None = None) -> Note:
    """A part with its percentage, and how it `counts`: by its weight where nothing else is said."""
    code, percent = Ref(record.id), Percent(displayed(state.figures.declared))
    if state.status is Status.CANCELLED:
        text = msg("{code}: cancelled, not counted.", code=code)
    else:
        text = counts or msg("{code}: {percent}, weight {weight}.", code=code, percent=percent, weight=record.weight)
    return Note(text, state.health, record.id)


def _rolled_up(state: StepState) -> Iterator[Note]:
    """The activities with their weights, what is left out, and what a cancellation does."""
    yield from (_part(part.activity, part) for part in state.activities)
    figures = state.figures
    values = {"declared": Percent(displayed(figures.declared)), "evidenced": Percent(displayed(figures.evidenced))}
    yield Note(msg("Weighted means: declared {declared}, evidenced {evidenced}.", **values))
    if figures.expected is not None:
        percent = Percent(displayed(figures.expected))
        words = {"percent": percent, "points": Points(figures.points or 0)}
        if text := undated_activities(state):
            actual = Percent(displayed(figures.actual))
            yield Note(text)
            yield Note(
                msg(
                    "Activities with dates: declared {actual}, expected {percent}; variance {points}.",
                    actual=actual,
                    **words,
                )
            )
        else:
            yield Note(msg("Expected {percent}; variance {points}.", **words))
    if state.if_kept is not None:
        kept = displayed(state.if_kept)
        effect = Points(displayed(figures.declared) - kept)
        yield Note(
            msg(
                "With the cancelled activities it would be {percent}: an effect of {points}.",
                percent=Percent(kept),
                points=effect,
            )
        )


def _evidenced(tracker: Tracker, state: StepState | ActivityState) -> Iterator[Note]:
    """The papers of a record with a percentage of its own, and what follows."""
    record = state.activity.id if isinstance(state, ActivityState) else state.step.id
    for paper in tracker.evidence_of(record):
        for support in paper.supports:
            if support.record == record:
                percent = Percent(support.progress or 0)
                yield Note(msg("{code} was attached at {percent}.", code=Ref(paper.id), percent=percent))
    percent = Percent(displayed(state.figures.evidenced))
    yield Note(
        msg(
            "Evidenced = the lesser of the declared percentage and the highest one with a document attached "
            "= {percent}.",
            percent=percent,
        )
    )


def _expectation(step: Step | Activity, figures: Figures, day: date) -> Message:
    if step.planned_start is None or step.planned_end is None or figures.expected is None:
        return msg("There are no planned dates, so there is no expected progress to compare with.")
    whole = (step.planned_end - step.planned_start).days + 1
    passed = min(max((day - step.planned_start).days + 1, 0), whole)
    return msg(
        "Expected = {passed} of {whole} planned days = {percent}; variance {points}.",
        passed=passed,
        whole=whole,
        percent=Percent(displayed(figures.expected)),
        points=Points(figures.points or 0),
    )


def _reason(reason: Reason, state: StepState | ActivityState, limits: Thresholds) -> Note:
    """A rule that fired, beside the threshold it fired at."""
    match reason:
        case Reason.VARIANCE_RED | Reason.VARIANCE_AMBER:
            red = reason is Reason.VARIANCE_RED
            limit = Points(limits.red_variance_points if red else limits.amber_variance_points)
            text = msg("{reason}: the variance is below {limit}.", reason=Word(reason), limit=limit)
        case Reason.OVERDUE_RED:
            days = nouns.days_oblique(limits.red_overdue_days)
            text = msg("{reason}: late by more than {days}.", reason=Word(reason), days=days)
        case Reason.VERY_STALE | Reason.STALE:
            limit_days = limits.very_stale_days if reason is Reason.VERY_STALE else limits.stale_days
            text = msg(
                "{reason}: not updated for more than {days}.", reason=Word(reason), days=nouns.days_oblique(limit_days)
            )
        case _:
            text = msg("Rule: {reason}.", reason=Word(reason))
    return Note(text, state.health)


def _aspect(seen: Seen, state: AspectState) -> Iterator[Note]:
    """The steps that count, with their weight; the worst primary one or late meetings colour it."""
    for code in state.steps:
        step = seen.assessment.steps[code]
        link = next(link for link in step.step.links if link.aspect == state.aspect.id)
        weight = 2 if link.strength is Strength.PRIMARY else 1
        percent = Percent(displayed(step.figures.declared))
        counts = msg("{code}: {percent}, counts {weight}.", code=Ref(code), percent=percent, weight=weight)
        yield _part(step.step, step, counts)
    yield from _of_the_dated(state)
    health = Word(state.health)
    if state.aspect.id == MEETINGS_ASPECT:
        yield from _series(seen.tracker, seen.day)
        yield Note(msg("The health is that of the worst primary step or series: {health}.", health=health))
    else:
        yield Note(msg("The health is that of the worst primary step: {health}.", health=health))


def _series(tracker: Tracker, day: date) -> Iterator[Note]:
    """The series of meetings that are past their interval, beside the threshold from which they are red (rule 4.7)."""
    for state in series_states(tracker, day).values():
        if state.overdue_days > 0:
            days = nouns.days_oblique(state.overdue_days)
            text = msg("{code}: past its interval by {days}.", code=Ref(state.series.id), days=days)
            yield Note(text, series_health(state, tracker.thresholds), state.series.id)
    limit = nouns.days_oblique(tracker.thresholds.series_red_days)
    yield Note(
        msg(
            "A series past its interval is amber; it is red when it is more than {days} past and no meeting "
            "is scheduled.",
            days=limit,
        )
    )


def _of_the_dated(state: AspectState | Assessment) -> Iterator[Note]:
    """The figures of the dated work where some is undated, and the colour that follows where most is (rule 4.10)."""
    figures = state.figures
    if figures is not None and figures.left_out and figures.expected is not None:
        text = msg(
            "Work with planned dates, {share} of the weight: {declared} declared, {expected} expected.",
            share=Percent(displayed(figures.dated * 100)),
            declared=Percent(displayed(figures.actual)),
            expected=Percent(displayed(figures.expected)),
        )
        yield Note(text)
    for reason in state.reasons:
        yield Note(msg("Rule: {reason}.", reason=Word(reason)), state.health)


def _initiative(seen: Seen) -> Iterator[Note]:
    """Steps with their weights, and the share of red weight against its limit."""
    yield from (_part(state.step, state) for state in seen.assessment.steps.values())
    yield from _of_the_dated(seen.assessment)
    share, limits = Percent(displayed(seen.assessment.red_share * 100)), seen.tracker.thresholds
    limit = limits.red_weight_told
    yield Note(msg("Red steps make up {share} of the weight; the limit is {limit}.", share=share, limit=limit))
