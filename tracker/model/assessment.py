"""Progress, expectation and health of every step and aspect, and of the initiative, at the end of a day."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from tracker.frozen import frozen
from tracker.model import health_rules, progress
from tracker.model.aspect import Aspect
from tracker.model.evidence import Evidence
from tracker.model.health import Health, Reason, worst
from tracker.model.party import Side
from tracker.model.status import ACTIVE, Status
from tracker.model.step import Step, Strength
from tracker.model.thresholds import Thresholds
from tracker.model.tracker import Tracker


@frozen
class Figures:
    """Exact percentages 0–100 of one record; `expected` and `variance` are None where no dates allow them.

    `variance` compares only the dated parts, exactly; `points` is the difference of the two displayed integers.
    """

    declared: Fraction
    evidenced: Fraction
    expected: Fraction | None
    variance: Fraction | None
    points: int | None


@frozen
class StepState:
    """A step with what is computed of it; days are calendar days, `days_left` negative when overdue."""

    step: Step
    figures: Figures
    health: Health
    reasons: tuple[Reason, ...]
    status: Status
    days_left: int | None
    stale_days: int | None
    unverified: bool

    @property
    def overdue(self) -> bool:
        """Past its planned end and still open."""
        return self.days_left is not None and self.days_left < 0

    @property
    def stale(self) -> bool:
        """Active and not updated for longer than the threshold."""
        return Reason.STALE in self.reasons or Reason.VERY_STALE in self.reasons


@frozen
class AspectState:
    """An aspect with what follows from its linked steps, primary ones first."""

    aspect: Aspect
    figures: Figures | None
    health: Health
    status: Status
    steps: tuple[str, ...]


@frozen
class Assessment:
    """The state of the whole programme at the end of `day`."""

    day: date
    steps: dict[str, StepState]
    aspects: dict[str, AspectState]
    figures: Figures | None
    health: Health
    status: Status
    red_share: Fraction


def assess(tracker: Tracker, day: date) -> Assessment:
    """Everything that DOMAIN.md 2.3 and 2.4 compute, at the end of `day`."""
    steps = {code: step_state(tracker, step, day) for code, step in tracker.steps.items()}
    aspects = {code: _aspect_state(aspect, steps) for code, aspect in tracker.aspects.items()}
    counted = [s for s in steps.values() if s.status is not Status.CANCELLED]
    share = _share((s for s in counted if s.health is Health.RED), counted)
    return Assessment(
        day=day,
        steps=steps,
        aspects=aspects,
        figures=_together((s.step.weight, s.figures) for s in counted),
        health=_initiative_health(counted, share, tracker.thresholds),
        status=_status_of_many(counted),
        red_share=share,
    )


def step_state(tracker: Tracker, step: Step, day: date) -> StepState:
    """One step at the end of `day`."""
    figures = step_figures(tracker, step, day)
    papers = tracker.papers_of(step.id)
    stale_days = (day - step.updated_on).days if step.updated_on and step.status in ACTIVE else None
    days_left = _days_left(step, day)
    reasons = tuple(health_rules.reasons(tracker, step, figures.variance, day, days_left, stale_days))
    return StepState(
        step=step,
        figures=figures,
        health=health_rules.colour(step, reasons),
        reasons=reasons,
        status=step.status,
        days_left=days_left,
        stale_days=stale_days,
        unverified=step.status is Status.COMPLETED and not any(_verified_for(p, step) for p in papers),
    )


def _verified_for(paper: Evidence, step: Step) -> bool:
    """By another office than the one that owns the step now; the owner may have changed since."""
    return paper.verified_on is not None and paper.verified_by not in (None, step.owner)


def step_figures(tracker: Tracker, step: Step, day: date) -> Figures:
    """Declared, evidenced and expected percent of a step that carries its own percentage (2.3, rule 2)."""
    declared = Fraction(step.declared)
    papers = [s.progress or 0 for e in tracker.papers_of(step.id) for s in e.supports if s.record == step.id]
    expected = progress.expected(step.planned_start, step.planned_end, day)
    return _figures(declared, progress.evidenced(declared, papers), expected, declared)


def _figures(declared: Fraction, evidenced: Fraction, expected: Fraction | None, dated: Fraction) -> Figures:
    variance = None if expected is None else dated - expected
    points = None if expected is None else progress.displayed(dated) - progress.displayed(expected)
    return Figures(declared, evidenced, expected, variance, points)


def _together(parts: Iterable[tuple[int, Figures]]) -> Figures | None:
    """Weighted means of several records; undated ones leave both sides of the variance (2.3, rule 7)."""
    items = list(parts)
    declared = progress.weighted_mean((w, f.declared) for w, f in items)
    evidenced = progress.weighted_mean((w, f.evidenced) for w, f in items)
    if declared is None or evidenced is None:
        return None
    dated = [(w, f.declared, f.expected) for w, f in items if f.expected is not None]
    expected = progress.weighted_mean((w, e) for w, _, e in dated)
    actual = progress.weighted_mean((w, d) for w, d, _ in dated)
    return _figures(declared, evidenced, expected, actual if actual is not None else declared)


def _days_left(step: Step, day: date) -> int | None:
    if step.planned_end is None or step.status in (Status.COMPLETED, Status.CANCELLED):
        return None
    return (step.planned_end - day).days


def _share(part: Iterable[StepState], whole: list[StepState]) -> Fraction:
    total = sum(s.step.weight for s in whole)
    return Fraction(sum(s.step.weight for s in part), total) if total else Fraction(0)


def _initiative_health(steps: list[StepState], red_share: Fraction, limits: Thresholds) -> Health:
    colours = {s.health for s in steps}
    if red_share > Fraction(limits.red_weight_numerator, limits.red_weight_denominator):
        return Health.RED
    if colours - {Health.GREEN, Health.GREY}:
        return Health.AMBER
    return Health.GREEN if Health.GREEN in colours else Health.GREY


def _status_of_many(steps: list[StepState]) -> Status:
    """Completed if all are, not started if none has started, else in progress (DOMAIN.md 2.4)."""
    counted = [s for s in steps if s.status is not Status.CANCELLED]
    if not any(_started(s.step) for s in counted):
        return Status.NOT_STARTED
    return Status.COMPLETED if all(s.status is Status.COMPLETED for s in counted) else Status.IN_PROGRESS


def _started(step: Step) -> bool:
    """Blocked or suspended before it began is not begun."""
    return step.actual_start is not None or step.status in (Status.IN_PROGRESS, Status.COMPLETED)


def _aspect_state(aspect: Aspect, steps: dict[str, StepState]) -> AspectState:
    linked = [(link, state) for state in steps.values() for link in state.step.links if link.aspect == aspect.id]
    linked.sort(key=lambda pair: pair[0].strength is Strength.SECONDARY)
    counted = [(link, state) for link, state in linked if state.status is not Status.CANCELLED]
    weight = {Strength.PRIMARY: 2, Strength.SECONDARY: 1}
    primary = [state.health for link, state in counted if link.strength is Strength.PRIMARY]
    return AspectState(
        aspect=aspect,
        figures=_together((weight[link.strength], state.figures) for link, state in counted),
        health=worst(primary),
        status=_status_of_many([state for _, state in linked]),
        steps=tuple(state.step.id for _, state in linked),
    )


def side_of(tracker: Tracker, step: Step) -> Side | None:
    """The side in whose court a step lies: that of its owner's party."""
    party = tracker.parties.get(step.owner.party) if step.owner else None
    return party.side if party else None
