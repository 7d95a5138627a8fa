"""Adding and treating obstacles (rules 9.1, 9.2)."""

from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import TitleChange, apply_fields, take_over
from tracker.model.changes.evidence import Attachment, put_with_evidence
from tracker.model.index import LINKS
from tracker.model.records.activities import Activity
from tracker.model.records.obstacles import Obstacle, ObstacleStatus, ObstacleType, Severity
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.rules.dates import check_order, check_past
from tracker.model.rules.transitions import check_among
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


class ObstacleChange(TitleChange, kw_only=True):
    """A change asked of an obstacle; `decision` is the code of a meeting or decision that accepted it."""

    ruled = frozenset({"status", "resolved_on", "decision"})
    type: ObstacleType | None = None
    severity: Severity | None = None
    owner: Office | None = None
    response_ar: str | None = None
    response_tr: str | None = None
    response_en: str | None = None
    status_reason_ar: str | None = None
    status_reason_tr: str | None = None
    status_reason_en: str | None = None
    raised_on: date | None = None
    target_resolution: date | None = None
    steps: tuple[str, ...] | None = None
    activities: tuple[str, ...] | None = None
    status: ObstacleStatus | None = None
    resolved_on: date | None = None
    decision: str | None = None
    evidence: tuple[Attachment, ...] = ()


def add(tracker: Tracker, change: ObstacleChange, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more obstacle, raised today unless another day is given. Raises what `update` raises."""
    code, tracker = tracker.new_code("O")
    new = Obstacle(id=code, title=change.text("title"), raised_on=on)
    return _apply(tracker, take_over(tracker, new, like, LIKE), change, on)


def update(tracker: Tracker, code: str, change: ObstacleChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `TransitionRefused`, `NeedsOwner`, `NeedsResponse`, `NeedsProof`, `NeedsDecision`,
    `NeedsReason`, `DateInFuture`, `DatesReversed`.
    """
    return _apply(tracker, tracker.get(Obstacle, code), change, on)


def can_resume(before: Tracker, after: Tracker) -> list[str]:
    """Steps and activities that are blocked and that the change has freed of their last active obstacle."""
    changed = (before.obstacles.get(each.id) for each in after.changed_since(before, "obstacles"))
    touched = {code for old in changed if old for code in LINKS["obstacles"].keys(old)}
    work: list[Step | Activity] = [*after.steps.values(), *after.activities.values()]
    return [
        record.id
        for record in work
        if record.id in touched
        and record.status is Status.BLOCKED
        and not any(o.active for o in after.obstacles_of(record.id))
        and any(o.active for o in before.obstacles_of(record.id))
    ]


def _apply(tracker: Tracker, old: Obstacle, change: ObstacleChange, on: date) -> Tracker:
    tracker, new = apply_fields(tracker, old, change, on)
    check_past(new.id, on, change.raised_on, change.resolved_on)
    check_order(new.id, (new.raised_on, change.resolved_on))
    status = change.status or old.status
    if status is not old.status:
        new = _with_status(tracker, new, status, change, on)
    elif change.resolved_on is not None and old.status is RESOLVED:
        new = replace(new, resolved_on=change.resolved_on)
    return put_with_evidence(tracker, new, change.evidence, on)


def _with_status(tracker: Tracker, old: Obstacle, status: ObstacleStatus, change: ObstacleChange, on: date) -> Obstacle:
    """Give the obstacle in its new status, with what the transition requires."""
    check_among(old.id, old.status, status, ALLOWED[old.status])
    if not old.active and not change.reason:
        raise errors.NeedsReason(old.id, "taken_up")
    if status is TREATED and old.owner is None:
        raise errors.NeedsOwner(old.id)
    if status is TREATED and not old.response:
        raise errors.NeedsResponse(old.id)
    if status is RESOLVED and not (change.evidence or change.reason or tracker.evidence_of(old.id)):
        raise errors.NeedsProof(old.id)
    return replace(
        old,
        status=status,
        status_reason=change.reason,
        decision=_decision(tracker, old, change) if status is ACCEPTED else None,
        resolved_on=(change.resolved_on or on) if status is RESOLVED else None,
    )


def _decision(tracker: Tracker, obstacle: Obstacle, change: ObstacleChange) -> str:
    if not change.decision:
        raise errors.NeedsDecision(obstacle.id)
    table, found = tracker.find(change.decision)
    if table not in ("meetings", "decisions"):
        raise errors.NeedsDecision(obstacle.id)
    return found.id
