"""Adding and treating obstacles (rules 9.1, 9.2)."""

from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.asked import Asked
from tracker.model.changes.offices import known_office
from tracker.model.records.activities import Activity
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.obstacles import Obstacle, ObstacleStatus, ObstacleType, Severity
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker

OPEN, TREATED = ObstacleStatus.OPEN, ObstacleStatus.UNDER_TREATMENT
RESOLVED, ACCEPTED = ObstacleStatus.RESOLVED, ObstacleStatus.ACCEPTED
ALLOWED = {
    OPEN: (TREATED, RESOLVED, ACCEPTED),
    TREATED: (RESOLVED, ACCEPTED),
    RESOLVED: (OPEN, TREATED),
    ACCEPTED: (OPEN, TREATED),
}
LIKE = ("type", "severity", "owner", "steps", "activities")


class ObstacleAsked(Asked, kw_only=True):
    """A change asked of an obstacle; `decision` is the code of a meeting or decision that accepted it.

    Steps and activities are added to those there are.
    """

    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    type: ObstacleType | None = None
    severity: Severity | None = None
    owner: Office | None = None
    response: str | None = None
    raised_on: date | None = None
    target_resolution: date | None = None
    steps: tuple[str, ...] | None = None
    activities: tuple[str, ...] | None = None
    status: ObstacleStatus | None = None
    resolved_on: date | None = None
    decision: str | None = None
    evidence: tuple[papers.Paper, ...] = ()


def add(tracker: Tracker, wanted: ObstacleAsked, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more obstacle, raised today unless another day is given. Raises what `update` raises."""
    code, tracker = tracker.new_code("O")
    new = Obstacle(id=code, title=Localized(wanted.title_ar or ""), raised_on=on)
    if like is not None:
        model = tracker.get(Obstacle, like, "O")
        new = replace(new, **{field: getattr(model, field) for field in LIKE})
    return _updated(tracker, new, wanted, on)


def update(tracker: Tracker, code: str, wanted: ObstacleAsked, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `TransitionRefused`, `NeedsOwner`, `NeedsResponse`, `NeedsProof`, `NeedsDecision`,
    `NeedsReason`, `DateInFuture`, `DatesReversed`.
    """
    return _updated(tracker, tracker.get(Obstacle, code, "O"), wanted, on)


def can_resume(before: Tracker, after: Tracker) -> list[str]:
    """Steps and activities that are blocked and that the change has freed of their last active obstacle."""
    work: list[Step | Activity] = [*after.steps.values(), *after.activities.values()]
    return [
        record.id
        for record in work
        if record.status is Status.BLOCKED
        and not any(o.active for o in after.obstacles_of(record.id))
        and any(o.active for o in before.obstacles_of(record.id))
    ]


def _updated(tracker: Tracker, old: Obstacle, wanted: ObstacleAsked, on: date) -> Tracker:
    tracker, new = _described(tracker, old, wanted, on)
    _check_days(new, wanted, on)
    after = wanted.status or old.status
    if after is not old.status:
        new = _passed(tracker, new, after, wanted, on)
    elif wanted.resolved_on is not None and old.status is RESOLVED:
        new = replace(new, resolved_on=wanted.resolved_on)
    tracker = tracker.put(new, on)
    for paper in wanted.evidence:
        tracker = papers.attach(tracker, new.id, paper, on)
    return tracker


def _described(tracker: Tracker, old: Obstacle, wanted: ObstacleAsked, on: date) -> tuple[Tracker, Obstacle]:
    owner = wanted.after(old, "owner")
    if wanted.owner is not None:
        tracker, owner = known_office(tracker, wanted.owner, on)
    fields = ("type", "severity", "response", "raised_on", "target_resolution")
    return tracker, replace(
        old,
        title=reworded(old.title, asdict(wanted), "title", wanted.clear),
        owner=owner,
        steps=wanted.added(old, "steps"),
        activities=wanted.added(old, "activities"),
        **{field: wanted.after(old, field) for field in fields},
    )


def _check_days(obstacle: Obstacle, wanted: ObstacleAsked, on: date) -> None:
    for day in (wanted.raised_on, wanted.resolved_on):
        if day is not None and day > on:
            raise errors.DateInFuture(obstacle.id, day.isoformat())
    if obstacle.raised_on and wanted.resolved_on and wanted.resolved_on < obstacle.raised_on:
        raise errors.DatesReversed(obstacle.id, obstacle.raised_on.isoformat(), wanted.resolved_on.isoformat())


def _passed(tracker: Tracker, old: Obstacle, after: ObstacleStatus, wanted: ObstacleAsked, on: date) -> Obstacle:
    """The obstacle in its new status, with what the passage rests on."""
    if after not in ALLOWED[old.status]:
        raise errors.TransitionRefused(old.id, old.status, after, tuple(s.value for s in ALLOWED[old.status]))
    if not old.active and not wanted.reason:
        raise errors.NeedsReason(old.id, "taken_up")
    if after is TREATED and old.owner is None:
        raise errors.NeedsOwner(old.id)
    if after is TREATED and not old.response:
        raise errors.NeedsResponse(old.id)
    if after is RESOLVED and not (wanted.evidence or wanted.reason or tracker.papers_of(old.id)):
        raise errors.NeedsProof(old.id)
    return replace(
        old,
        status=after,
        status_reason=wanted.reason,
        decision=_decision(tracker, old, wanted) if after is ACCEPTED else None,
        resolved_on=(wanted.resolved_on or on) if after is RESOLVED else None,
    )


def _decision(tracker: Tracker, obstacle: Obstacle, wanted: ObstacleAsked) -> str:
    if not wanted.decision:
        raise errors.NeedsDecision(obstacle.id)
    table, found = tracker.find(wanted.decision)
    if table not in ("meetings", "decisions"):
        raise errors.NeedsDecision(obstacle.id)
    return found.id
