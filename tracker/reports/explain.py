"""`show --explain`: the arithmetic of progress and health, with the thresholds in force."""

from datetime import date

from tracker.model.assessment import AspectState, Assessment
from tracker.model.health import Health, Reason
from tracker.model.progress import displayed
from tracker.model.status import Status
from tracker.model.step import Strength
from tracker.model.thresholds import Thresholds
from tracker.model.tracker import Tracker
from tracker.model.work_states import StepState
from tracker.reports import nouns
from tracker.reports.message import Message, msg
from tracker.reports.report import Day, Note, Notes, Percent, Points, Ref, Word


def explain_step(tracker: Tracker, state: StepState, day: date) -> Notes:
    """How the figures and the colour of one step came about."""
    step, figures = state.step, state.figures
    notes = [Note(msg("Declared by the owner: {percent}.", percent=Percent(displayed(figures.declared))))]
    for paper in tracker.papers_of(step.id):
        for support in paper.supports:
            if support.record == step.id:
                percent = Percent(support.progress or 0)
                notes.append(Note(msg("{code} was attached at {percent}.", code=Ref(paper.id), percent=percent)))
    notes.append(
        Note(
            msg(
                "Evidenced = the lesser of declared and the highest attached = {percent}.",
                percent=Percent(displayed(figures.evidenced)),
            )
        )
    )
    notes.append(Note(_expectation(state, day)))
    notes += [_reason(reason, state, tracker.thresholds) for reason in state.reasons]
    if not state.reasons:
        notes.append(Note(msg("No rule fires, so the health is green."), Health.GREEN))
    return Notes("explain", msg("How this was computed"), tuple(notes))


def _expectation(state: StepState, day: date) -> Message:
    step, figures = state.step, state.figures
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


def _reason(reason: Reason, state: StepState, limits: Thresholds) -> Note:
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


def explain_aspect(assessment: Assessment, state: AspectState) -> Notes:
    """Which steps count, with what weight; the colour is that of the worst primary step."""
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
    notes.append(Note(msg("The health is that of the worst primary step: {health}.", health=Word(state.health))))
    return Notes("explain", msg("How this was computed"), tuple(notes))


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
    return Notes("explain", msg("How this was computed"), tuple(notes))


def thresholds_in_force(limits: Thresholds, day: date) -> Message:
    """The thresholds, as reports print them (DOMAIN.md 2.4)."""
    return msg(
        "Thresholds on {day}: variance {amber}/{red} points; overdue {overdue}, stale {stale}/{very_stale} days.",
        day=Day(day),
        amber=Points(limits.amber_variance_points),
        red=Points(limits.red_variance_points),
        overdue=limits.red_overdue_days,
        stale=limits.stale_days,
        very_stale=limits.very_stale_days,
    )
