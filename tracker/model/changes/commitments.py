"""Adding and changing commitments: the status machine without gates, and a first date that never moves (section 7)."""

from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.asked import Asked
from tracker.model.changes.offices import known_office
from tracker.model.records.commitments import Commitment, Priority
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.rules.passages import Said, passed
from tracker.model.tracker import Tracker

SOURCES = ("decisions", "recommendations", "obstacles", "lessons")
LIKE = ("owner", "due", "original_due", "priority", "step")


class CommitmentAsked(Asked, kw_only=True):
    """A change asked of a commitment."""

    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    owner: Office | None = None
    due: date | None = None
    priority: Priority | None = None
    step: str | None = None
    status: Status | None = None
    started_on: date | None = None
    completed_on: date | None = None
    evidence: tuple[papers.Paper, ...] = ()


def add(tracker: Tracker, source: str, wanted: CommitmentAsked, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more commitment, which follows from a decision, recommendation, obstacle or lesson.

    Its step is that of the source, where the source has but one. Raises `NotFound`, `SourceRefused` and what `update`
    raises.
    """
    table, found = tracker.find(source)
    if table not in SOURCES:
        raise errors.SourceRefused(found.id)
    code, tracker = tracker.new_code("C")
    new = Commitment(
        id=code, source=found.id, title=Localized(wanted.title_ar or ""), step=_only_step(tracker, found.id)
    )
    if like is not None:
        model = tracker.get(Commitment, like, "C")
        new = replace(new, **{field: getattr(model, field) for field in LIKE})
        # A date of its own is its first date, not one that was moved from the model's.
        new = replace(new, due=None, original_due=None) if wanted.due else replace(new, original_due=new.due)
    return _updated(tracker, new, wanted, on)


def update(tracker: Tracker, code: str, wanted: CommitmentAsked, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `NeedsReason` for a date that moves, `NeedsEvidence`, and what `passages.passed` raises.
    """
    return _updated(tracker, tracker.get(Commitment, code, "C"), wanted, on)


def _only_step(tracker: Tracker, source: str) -> str | None:
    record = tracker.find(source)[1]
    if source in tracker.decisions:
        record = tracker.meetings[tracker.decisions[source].meeting]
    steps: tuple[str, ...] = getattr(record, "steps", ())
    return steps[0] if len(steps) == 1 else None


def _updated(tracker: Tracker, old: Commitment, wanted: CommitmentAsked, on: date) -> Tracker:
    tracker, new = _passed(tracker, old, wanted, on)
    new = _dated(new, wanted)
    owner = wanted.after(new, "owner")
    if wanted.owner is not None:
        tracker, owner = known_office(tracker, wanted.owner, on)
    step = tracker.get(Step, wanted.step, "S").id if wanted.step else wanted.after(new, "step")
    title = reworded(new.title, asdict(wanted), "title", wanted.clear)
    new = replace(new, owner=owner, step=step, title=title, priority=wanted.after(new, "priority"))
    tracker = tracker.put(new, on)
    for paper in wanted.evidence:
        tracker = papers.attach(tracker, new.id, paper, on)
    if new.status is Status.COMPLETED and tracker.index.attached.get(new.id) != 100:
        raise errors.NeedsEvidence(new.id)
    return tracker


def _passed(tracker: Tracker, old: Commitment, wanted: CommitmentAsked, on: date) -> tuple[Tracker, Commitment]:
    """Pass into the status asked for; a day of beginning starts, a day of completion completes nothing by itself."""
    after = wanted.status or old.status
    if after is old.status is Status.NOT_STARTED and wanted.started_on:
        after = Status.IN_PROGRESS
    for day in (wanted.started_on, wanted.completed_on):
        if day is not None and day > on:
            raise errors.DateInFuture(old.id, day.isoformat())
    if after is not old.status:
        said = Said(reason=wanted.reason, start=wanted.started_on, end=wanted.completed_on)
        tracker, old = passed(tracker, old, after, said, on)
    if wanted.completed_on and old.status is not Status.COMPLETED:
        raise errors.EndedOpen(old.id)
    new = replace(old, started_on=wanted.after(old, "started_on"), completed_on=wanted.after(old, "completed_on"))
    if new.started_on and new.completed_on and new.started_on > new.completed_on:
        raise errors.DatesReversed(new.id, new.started_on.isoformat(), new.completed_on.isoformat())
    return tracker, new


def _dated(commitment: Commitment, wanted: CommitmentAsked) -> Commitment:
    """The first date stays as the original one; another that follows it is a reschedule, with its reason."""
    if wanted.due is None or wanted.due == commitment.due:
        return commitment
    if commitment.original_due is None:
        return replace(commitment, due=wanted.due, original_due=wanted.due)
    if not wanted.reason:
        raise errors.NeedsReason(commitment.id, "rescheduled")
    return replace(commitment, due=wanted.due, reschedules=commitment.reschedules + 1, reschedule_reason=wanted.reason)
