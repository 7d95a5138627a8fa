"""Adding lessons and following them up: a lesson is applied where it changed something (rule 9.5)."""

from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.asked import Asked
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.parties import Side
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


class LessonAsked(Asked, kw_only=True):
    """A change asked of a lesson; `origin` and `applied_in` are codes, steps are added to those there are."""

    text_ar: str | None = None
    text_tr: str | None = None
    text_en: str | None = None
    recommendation_ar: str | None = None
    recommendation_tr: str | None = None
    recommendation_en: str | None = None
    origin: str | None = None
    source_side: Side | None = None
    steps: tuple[str, ...] | None = None
    status: LessonStatus | None = None
    applied_in: str | None = None
    evidence: tuple[papers.Paper, ...] = ()


def add(tracker: Tracker, wanted: LessonAsked, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more lesson, of both sides unless one is named. Raises what `update` raises."""
    code, tracker = tracker.new_code("L")
    new = Lesson(id=code, text=Localized(wanted.text_ar or ""), source_side=Side.JOINT, recorded_on=on)
    if like is not None:
        model = tracker.get(Lesson, like, "L")
        new = replace(new, **{field: getattr(model, field) for field in LIKE})
    return _updated(tracker, new, wanted, on)


def update(tracker: Tracker, code: str, wanted: LessonAsked, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `TransitionRefused`, `NeedsReason`, `NeedsTarget` for what is applied nowhere.
    """
    return _updated(tracker, tracker.get(Lesson, code, "L"), wanted, on)


def _updated(tracker: Tracker, old: Lesson, wanted: LessonAsked, on: date) -> Tracker:
    new = _passed(tracker, _described(tracker, old, wanted), wanted)
    tracker = tracker.put(new, on)
    for paper in wanted.evidence:
        tracker = papers.attach(tracker, new.id, paper, on)
    return tracker


def _described(tracker: Tracker, old: Lesson, wanted: LessonAsked) -> Lesson:
    recommendation = old.recommendation
    if wanted.recommendation_ar or recommendation:
        first = recommendation or Localized(wanted.recommendation_ar or "")
        recommendation = reworded(first, asdict(wanted), "recommendation", wanted.clear)
    return replace(
        old,
        text=reworded(old.text, asdict(wanted), "text", wanted.clear),
        recommendation=None if "recommendation" in wanted.clear else recommendation,
        origin=tracker.find(wanted.origin)[1].id if wanted.origin else wanted.after(old, "origin"),
        source_side=wanted.after(old, "source_side"),
        steps=wanted.added(old, "steps"),
    )


def _passed(tracker: Tracker, old: Lesson, wanted: LessonAsked) -> Lesson:
    """The lesson in its new status; a record that it changed is named once it is applied."""
    after = wanted.status or (APPLIED if wanted.applied_in and old.status is not APPLIED else old.status)
    if after is not old.status:
        if after not in ALLOWED[old.status]:
            raise errors.TransitionRefused(old.id, old.status, after, tuple(s.value for s in ALLOWED[old.status]))
        if not wanted.reason and (after is REJECTED or old.status in (REJECTED, APPLIED)):
            raise errors.NeedsReason(old.id, "lesson_rejected" if after is REJECTED else "taken_up")
    target = tracker.find(wanted.applied_in)[1].id if wanted.applied_in else old.applied_in
    if after is APPLIED and target is None:
        raise errors.NeedsTarget(old.id)
    reason = wanted.reason if after is not old.status else old.status_reason
    return replace(old, status=after, status_reason=reason, applied_in=target if after is APPLIED else None)
