"""The tracker as it stood at the end of an earlier day: later revisions rolled back (rule 4.9)."""

from collections.abc import Iterable
from datetime import date, datetime

from tracker import errors
from tracker.model.history.documents import Documents, stamped
from tracker.model.history.graph import ancestors, heads, leading_to
from tracker.model.history.retracing import rolled_back
from tracker.model.history.revision import Change, Revision, applied
from tracker.model.records.reviews import Review, ReviewStatus
from tracker.model.tracker import Tracker
from tracker.store.state import State
from tracker.store.store import Store
from tracker.text.input.zone import in_zone


def tracker_at(
    store: Store,
    day: date,
    state: State | None = None,
    tracker: Tracker | None = None,
    revisions: Iterable[Revision] | None = None,
) -> Tracker:
    """The tracker at the end of `day` in its own time zone, from the state that was read. Raises `BeforeFirst`.

    `revisions` are those of the store, newest first, where they were read already.
    """
    state = state or store.state()
    tracker = tracker or store.tracker(state)
    zone = tracker.thresholds.timezone
    if state.standing.created and local_day(state.standing.created, zone) > day:
        raise errors.BeforeFirst(day.isoformat(), local_day(state.standing.created, zone).isoformat())
    if state.standing.lines:
        return store.tracker(State(_known_on(store, day, state, state.standing.head), state.standing))
    documents = state.documents
    waiting: set[tuple[str, str]] = set()
    for revision in store.revisions(newest_first=True) if revisions is None else revisions:
        if local_day(revision.at, zone) > day:
            documents = applied(documents, revision.changes, back=True)
            waiting |= {(c.table, c.code) for c in revision.changes}
        elif waiting:
            # `rev` is that of the last revision which is still in force.
            touched = {(c.table, c.code) for c in revision.changes} & waiting
            documents = stamped(documents, dict.fromkeys(touched, revision.number))
            waiting -= touched
        else:
            break
    if documents is state.documents:  # nothing was changed since
        return tracker
    documents = stamped(documents, dict.fromkeys(waiting, 0))
    return store.tracker(State(documents, state.standing))


def tracker_known_at(store: Store, day: date, state: State, tracker: Tracker) -> Tracker:
    """The tracker as this copy knew it at the end of `day`: without what another copy brought later.

    Raises `BeforeFirst`.
    """
    zone = tracker.thresholds.timezone
    later = (head for at, head in state.standing.arrivals if local_day(at, zone) > day)
    head = next(later, None)
    known = tracker_at(store, day, state, tracker)
    return known if head is None else store.tracker(State(_known_on(store, day, state, head), state.standing))


def _known_on(store: Store, day: date, state: State, head: str) -> Documents:
    """The records as was known on a day by those whose work led to `head`: the same on both desks.

    Where the two said otherwise of something, the one with the higher number holds.
    """
    from tracker.model.joining.past import Past  # noqa: PLC0415 - only where copies were joined

    past = Past(store.revisions(after=-1), {state.standing.head: state.documents})
    zone = store.tracker(state).thresholds.timezone
    before = [name for name in ancestors(past.graph, head) if local_day(past.revisions[name].at, zone) <= day]
    known = set().union(*(ancestors(past.graph, name) for name in before))
    return past.documents_of(heads(past.graph, known))


def tracker_approved(store: Store, review: Review, state: State, revisions: Iterable[Revision]) -> Tracker:
    """The tracker right after the revision that approved an evaluation; `revisions` are all, newest first.

    Raises `BeforeFirst` where none is known.
    """
    later: list[Revision] = []
    for revision in leading_to(state.standing.head, revisions):
        if any(_approves(change, review) for change in revision.changes):
            return store.tracker(State(rolled_back(state.documents, later), state.standing))
        later.append(revision)
    raise errors.BeforeFirst(str(review.completed_on), state.standing.created[:10])


def _approves(change: Change, review: Review) -> bool:
    """Whether a change made an approved evaluation of that one."""
    status = (change.after or {}).get("status")
    return change.table == "reviews" and change.is_of(review.id, review.uid) and status == ReviewStatus.APPROVED


def tracker_at_first(store: Store, state: State) -> Tracker:
    """The tracker as its first revision found it: all of them rolled back."""
    documents = rolled_back(state.documents, store.line(state))
    return store.tracker(State(documents, state.standing))


def local_day(at: str, zone: str) -> date:
    """The day of a UTC moment in the tracker's time zone."""
    return in_zone(datetime.fromisoformat(at), zone).date()
