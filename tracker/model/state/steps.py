"""The state computed of a step from its activities (sections 3 and 4)."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property

from tracker.frozen import Frozen
from tracker.model.records.activities import PERCENT
from tracker.model.records.status import ACTIVE, Status
from tracker.model.records.steps import Step
from tracker.model.state import health_rules, progress
from tracker.model.state.figures import Figures, together
from tracker.model.state.health import Reason
from tracker.model.state.tally import Facts, earliest_due, tally
from tracker.model.state.work import (
    ActivityState,
    WorkState,
    activity_states,
    counted,
    days_left,
    figures_on,
    is_verified,
)
from tracker.model.tracker import Tracker

CAP = Fraction(99)
"""The most that a step shows before it is completed (rule 3.4)."""


class StepState(WorkState, dict=True):
    """A step with what is computed of it.

    `rolled_up` says that it has activities that count, whose figures make those of the step; one whose activities are
    all cancelled counts as one without. `if_kept` is the percentage that the step would have with its cancelled
    activities; None where none is cancelled (rule 3.9).
    """

    step: Step
    tracker: Tracker
    day: date
    rolled_up: bool = False
    if_kept: Fraction | None = None

    @cached_property
    def activities(self) -> tuple[ActivityState, ...]:
        """All its activities, looked at one by one when they are asked for."""
        return tuple(activity_states(self.tracker, self.tracker.activities_of(self.step.id), self.day))

    @property
    def stale(self) -> bool:
        """Whether it is active and was not updated for longer than the threshold."""
        return Reason.STALE in self.reasons or Reason.VERY_STALE in self.reasons


class _Part(Frozen):
    """Activities of a step for which the same facts hold, with their figures and the weight of all of them."""

    facts: Facts
    weight: int
    figures: Figures

    @property
    def counts(self) -> bool:
        """Whether they are part of the step's progress."""
        return self.facts.status is not Status.CANCELLED


def step_state(tracker: Tracker, step: Step, day: date) -> StepState:
    """One step at the end of `day`, computed of its activities as they are counted."""
    parts = [_part(facts, number, day) for facts, number in tally(tracker).get(step.id, {}).items()]
    kept = [part for part in parts if part.counts]
    numbers = _rolled_up(step, kept) or figures_on(
        step.declared, tracker.attached_at(step.id), step.planned_start, step.planned_end, day
    )
    stale_days = _stale_days(step, parts, day)
    left, obstacle = days_left(step.status, step.planned_end, day), health_rules.gravest(tracker, step.id)
    work = health_rules.Work(step.status, step.planned_start, numbers, left, obstacle)
    due = earliest_due(tracker).get(step.id)
    reasons = health_rules.step_reasons(
        *(step, work, tracker.thresholds, day, stale_days),
        activity_overdue=step.status is not Status.CANCELLED and any(_is_late(part.facts, day) for part in parts),
        commitment_overdue=due is not None and due < day,
    )
    return StepState(
        step=step,
        tracker=tracker,
        day=day,
        figures=numbers,
        health=health_rules.colour(reasons, step.concern),
        reasons=reasons,
        status=step.status,
        days_left=left,
        stale_days=stale_days,
        unverified=_unverified(tracker, step, parts),
        asked=step.status is not Status.CANCELLED,
        rolled_up=bool(kept),
        if_kept=_if_kept(parts, kept),
    )


def _part(facts: Facts, number: int, day: date) -> _Part:
    declared = PERCENT[facts.gate]
    figures = figures_on(declared, facts.attached, facts.planned_start, facts.planned_end, day)
    return _Part(facts, number * facts.weight, figures)


def declared_of(tracker: Tracker, step: Step) -> Fraction:
    """The percentage that a step shows: that of its activities, or its own where none counts."""
    mean = progress.weighted_mean([(a.weight, Fraction(a.declared)) for a in counted(tracker, step.id)])
    if mean is None:
        return Fraction(step.declared)
    return mean if step.status is Status.COMPLETED else min(mean, CAP)


def _rolled_up(step: Step, parts: list[_Part]) -> Figures | None:
    """The weighted means of the activities that count; None when there is none (rule 3.4)."""
    cap = progress.FULL if step.status is Status.COMPLETED else CAP
    return together([(part.weight, part.figures) for part in parts], cap)


def _if_kept(parts: list[_Part], kept: list[_Part]) -> Fraction | None:
    if len(parts) == len(kept) or not kept:
        return None
    return progress.weighted_mean((part.weight, part.figures.declared) for part in parts)


def _stale_days(step: Step, parts: Iterable[_Part], day: date) -> int | None:
    """Count days since the newest update of the step and its activities (rule 4.2); None while it is not active."""
    if step.status not in ACTIVE:
        return None
    updates = (step.updated_on, *(part.facts.updated_on for part in parts))
    newest = max((updated for updated in updates if updated), default=None)
    return (day - newest).days if newest else None


def _is_late(facts: Facts, day: date) -> bool:
    """Whether these activities are open and past their planned end."""
    left = days_left(facts.status, facts.planned_end, day)
    return left is not None and left < 0


def _unverified(tracker: Tracker, step: Step, parts: list[_Part]) -> bool:
    """Whether it is completed and no other office has verified evidence of it, or of each of its activities."""
    if step.status is not Status.COMPLETED or is_verified(tracker, step):
        return False
    return not parts or any(part.facts.unverified for part in parts)
