"""Taking a revision back by a new one (rule 15.5)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Documents
from tracker.model.history.identity import with_identities
from tracker.model.history.notes import is_taken_back
from tracker.model.history.revision import Revision, applied, conflict, difference
from tracker.model.history.undo import RENEWED, settled
from tracker.model.records.thresholds import HALVES, RED_WEIGHT, as_told
from tracker.model.tracker import Tracker
from tracker.store.state import State

if TYPE_CHECKING:
    from tracker.store.store import Store

Back = Callable[[State, Tracker], tuple[Documents, Mapping[str, int]]]


def taken_back(store: "Store", taken: Revision) -> Back:
    """The change that takes a revision back; it raises `ChangedSince` where the result no longer stands.

    A note that is taken back twice raises `TakenBack`.
    """
    if len(taken.parents) > 1:
        taken = _seen_from_here(store, taken)

    def back(state: State, tracker: Tracker) -> tuple[Documents, Mapping[str, int]]:
        if taken.about and is_taken_back(taken, store.revisions(newest_first=True)):
            raise errors.TakenBack(taken.number)
        clash = conflict(state.documents, taken.changes, back=True, ignoring=RENEWED)
        if clash:
            raise errors.ChangedSince(taken.number, *_as_told(clash, taken, state.documents))
        documents = applied(state.documents, settled(state.documents, taken.changes), back=True)
        return with_identities(documents, taken, store.revisions), tracker.counters

    return back


def _as_told(clash: tuple[str, str, Any, Any], taken: Revision, documents: Documents) -> tuple[str, str, Any, Any]:
    """The place that no longer stands, under the key that people know: of the share of red weight both halves."""
    code, field, left, present = clash
    if field not in HALVES:
        return clash
    after = next(change.after for change in taken.changes if change.table == "thresholds")
    left, present = (as_told("thresholds", side or {})[RED_WEIGHT] for side in (after, documents["thresholds"][code]))
    return code, RED_WEIGHT, left, present


def _seen_from_here(store: "Store", joined: Revision) -> Revision:
    """The joining of two copies with what it changed on our side: to take it back leaves that as it was."""
    from tracker.model.joining.past import Past  # noqa: PLC0415 - only to take back a join

    state = store.state()
    past = Past(store.revisions(after=-1), {state.standing.head: state.documents})
    ours = past.side_of(joined, state.standing.copy)
    return replace(joined, changes=difference(past.documents_at(ours), past.documents_at(joined.hash)))
