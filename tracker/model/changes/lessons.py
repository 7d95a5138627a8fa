"""Adding lessons and following them up: a lesson is applied where it changed something (rule 9.5)."""

from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import TextChange, apply_fields, take_over
from tracker.model.changes.evidence import Attachment, put_with_evidence
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.parties import Side
from tracker.model.rules.transitions import check_among
from tracker.model.tracker import Tracker

RECORDED, ACCEPTED = LessonStatus.RECORDED, LessonStatus.ACCEPTED
APPLIED, REJECTED = LessonStatus.APPLIED, LessonStatus.REJECTED
ALLOWED = {
    RECORDED: (ACCEPTED, APPLIED, REJECTED),
    ACCEPTED: (APPLIED, REJECTED),
    APPLIED: (ACCEPTED,),
    REJECTED: (ACCEPTED,),
}
LIKE = ("source_side", "steps", "origin")


class LessonChange(TextChange, kw_only=True):
    """A change asked of a lesson; `origin` and `applied_in` are codes."""

    ruled = frozenset({"status", "applied_in"})
    recommendation_ar: str | None = None
    recommendation_tr: str | None = None
    recommendation_en: str | None = None
    status_reason_ar: str | None = None
    status_reason_tr: str | None = None
    status_reason_en: str | None = None
    origin: str | None = None
    source_side: Side | None = None
    steps: tuple[str, ...] | None = None
    status: LessonStatus | None = None
    applied_in: str | None = None
    evidence: tuple[Attachment, ...] = ()


def add(tracker: Tracker, change: LessonChange, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more lesson, of both sides unless one is named. Raises what `update` raises."""
    code, tracker = tracker.new_code("L")
    new = Lesson(id=code, text=change.text("text"), source_side=Side.JOINT, recorded_on=on)
    return _apply(tracker, take_over(tracker, new, like, LIKE), change, on)


def update(tracker: Tracker, code: str, change: LessonChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `TransitionRefused`, `NeedsReason`, `NeedsTarget` for what is applied nowhere.
    """
    return _apply(tracker, tracker.get(Lesson, code), change, on)


def _apply(tracker: Tracker, old: Lesson, change: LessonChange, on: date) -> Tracker:
    tracker, new = apply_fields(tracker, old, change, on)
    return put_with_evidence(tracker, _with_status(tracker, new, change), change.evidence, on)


def _with_status(tracker: Tracker, old: Lesson, change: LessonChange) -> Lesson:
    """Give the lesson in its new status; a record that it changed is named once it is applied."""
    status = change.status or (APPLIED if change.applied_in and old.status is not APPLIED else old.status)
    if status is not old.status:
        check_among(old.id, old.status, status, ALLOWED[old.status])
        if not change.reason and (status is REJECTED or old.status in (REJECTED, APPLIED)):
            raise errors.NeedsReason(old.id, "lesson_rejected" if status is REJECTED else "taken_up")
    target = tracker.find(change.applied_in)[1].id if change.applied_in else old.applied_in
    if status is APPLIED and target is None:
        raise errors.NeedsTarget(old.id)
    reason = change.reason if status is not old.status else old.status_reason
    return replace(old, status=status, status_reason=reason, applied_in=target if status is APPLIED else None)
