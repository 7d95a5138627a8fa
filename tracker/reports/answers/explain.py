"""The arithmetic of progress and health for `show --explain`, with the thresholds in force."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.message import Message, msg
from tracker.model.records.activities import Activity
from tracker.model.records.status import Status
from tracker.model.records.steps import Step, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.assessment import MEETINGS_ASPECT, AspectState, Assessment
from tracker.model.state.figures import Figures
from tracker.model.state.health import Health, Reason
from tracker.model.state.progress import displayed
from tracker.model.state.series import series_health, series_states
from tracker.model.state.work import ActivityState, StepState
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.report import Note, Notes, Percent, Points, Ref, Word
from tracker.reports.thresholds import thresholds_in_force


def explained(notes: Iterable[Note]) -> Notes:
    """The sentences under their heading."""
    return Notes("explain", msg("How this was computed"), tuple(notes))


def explain_step(tracker: Tracker, state: StepState, day: date) -> Notes:
    """Explain the figures and the colour of one step."""
    if state.rolled_up:
        notes = list(_rolled_up(state))
    else:
        declared = Percent(displayed(state.figures.declared))
        notes = [Note(msg("Declared by the owner: {percent}.", percent=declared)), *_evidenced(tracker, state)]
        notes.append(Note(_expectation(state.step, state.figures, day)))
    return _judged(notes, tracker, state, day)


def explain_activity(tracker: Tracker, state: ActivityState, day: date) -> Notes:
    """Explain the figures and the colour of one activity."""
    percent = Percent(state.activity.declared)
    notes = [Note(msg("The gate “{gate}” is {percent}.", gate=Word(state.activity.gate), percent=percent))]
    notes += _evidenced(tracker, state)
    notes.append(Note(_expectation(state.activity, state.figures, day)))
    return _judged(notes, tracker, state, day)


def _judged(notes: list[Note], tracker: Tracker, state: StepState | ActivityState, day: date) -> Notes:
    notes += [_reason(reason, state, tracker.thresholds) for reason in state.reasons]
    if not state.reasons:
        notes.append(Note(msg("No rule fires, so the health is green."), Health.GREEN))
    notes.append(Note(thresholds_in_force(tracker.thresholds, day)))
    return explained(notes)


def _rolled_up(state: StepState) -> Iterator[Note]:
    """The activities with their weights, what is left out, and what a cancellation does."""
    for part in state.activities:
        code, percent = Ref(part.activity.id), Percent(displayed(part.figures.declared))
        text = msg("{code}: {percent}, weight {weight}.", code=code, percent=percent, weight=part.activity.weight)
        if not part.counted:
            text = msg("{code}: cancelled, not counted.", code=code)
        yield Note(text, part.health, part.activity.id)
    figures = state.figures
    values = {"declared": Percent(displayed(figures.declared)), "evidenced": Percent(displayed(figures.evidenced))}
    yield Note(msg("Weighted means: declared {declared}, evidenced {evidenced}.", **values))
    if figures.expected is not None:
        percent = Percent(displayed(figures.expected))
        points = Points(figures.points or 0)
        yield Note(msg("Expected of the dated ones {percent}; variance {points}.", percent=percent, points=points))
    if state.if_kept is not None:
        kept = displayed(state.if_kept)
        effect = Points(displayed(figures.declared) - kept)
        yield Note(
            msg(
                "With what is cancelled it would be {percent}: an effect of {points}.",
                percent=Percent(kept),
                points=effect,
            )
        )


def _evidenced(tracker: Tracker, state: StepState | ActivityState) -> Iterator[Note]:
    """The papers of a record with a percentage of its own, and what follows."""
    record = state.activity.id if isinstance(state, ActivityState) else state.step.id
    for paper in tracker.papers_of(record):
        for support in paper.supports:
            if support.record == record:
                percent = Percent(support.progress or 0)
                yield Note(msg("{code} was attached at {percent}.", code=Ref(paper.id), percent=percent))
    percent = Percent(displayed(state.figures.evidenced))
    yield Note(msg("Evidenced = the lesser of declared and the highest attached = {percent}.", percent=percent))


def _expectation(step: Step | Activity, figures: Figures, day: date) -> Message:
    if step.planned_start is None or step.planned_end is None or figures.expected is None:
        return msg("No planned dates, so nothing is expected and nothing is compared.")
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


def explain_aspect(tracker: Tracker, assessment: Assessment, state: AspectState) -> Notes:
    """Explain an aspect: the steps that count, with their weight; the worst primary one or late meetings colour it."""
    notes = []
    for code in state.steps:
        step = assessment.steps[code]
        link = next(link for link in step.step.links if link.aspect == state.aspect.id)
        counted = step.status is not Status.CANCELLED
        text = (
            msg(
                "{code}: {percent}, counts {weight}.",
                code=Ref(code),
                percent=Percent(displayed(step.figures.declared)),
                weight=2 if link.strength is Strength.PRIMARY else 1,
            )
            if counted
            else msg("{code}: cancelled, not counted.", code=Ref(code))
        )
        notes.append(Note(text, step.health, code))
    if state.aspect.id == MEETINGS_ASPECT:
        notes += _series(tracker, assessment.day)
        worst = msg("The health is that of the worst primary step or series: {health}.", health=Word(state.health))
    else:
        worst = msg("The health is that of the worst primary step: {health}.", health=Word(state.health))
    notes.append(Note(worst))
    return explained(notes)


def _series(tracker: Tracker, day: date) -> Iterator[Note]:
    """The series of meetings that are past their interval, beside the threshold from which they are red (rule 4.7)."""
    for state in series_states(tracker, day).values():
        if state.overdue_days > 0:
            days = nouns.days_oblique(state.overdue_days)
            text = msg("{code}: past its interval by {days}.", code=Ref(state.series.id), days=days)
            yield Note(text, series_health(state, tracker.thresholds), state.series.id)
    limit = nouns.days_oblique(tracker.thresholds.series_red_days)
    yield Note(msg("A series past its interval is amber; by more than {days} with nothing scheduled, red.", days=limit))


def explain_initiative(tracker: Tracker, assessment: Assessment) -> Notes:
    """Steps with their weights, and the share of red weight against its limit."""
    notes = []
    for state in assessment.steps.values():
        percent = Percent(displayed(state.figures.declared))
        text = msg(
            "{code}: {percent}, weight {weight}.", code=Ref(state.step.id), percent=percent, weight=state.step.weight
        )
        if state.status is Status.CANCELLED:
            text = msg("{code}: cancelled, not counted.", code=Ref(state.step.id))
        notes.append(Note(text, state.health, state.step.id))
    share = Percent(displayed(assessment.red_share * 100))
    limits = tracker.thresholds
    limit = f"{limits.red_weight_numerator}/{limits.red_weight_denominator}"
    notes.append(Note(msg("Red steps hold {share} of the weight; red from above {limit}.", share=share, limit=limit)))
    return explained(notes)
