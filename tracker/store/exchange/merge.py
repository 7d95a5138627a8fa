"""The `import` into a tracker that holds something: what changed in the file, as one revision (rule 15.6)."""

from collections.abc import Mapping, Sequence

from tracker import errors
from tracker.model.history.chain import digest_of_state
from tracker.model.history.documents import Document, Documents
from tracker.model.history.revision import applied, difference
from tracker.model.records.status import Status
from tracker.model.rules.transitions import check_transition
from tracker.model.tracker import Tracker
from tracker.store.act import Act, Outcome
from tracker.store.exchange.combine import combined, names
from tracker.store.state import State
from tracker.store.store import Store


def merge(store: Store, act: Act, incoming: State, revisions: Sequence[Document]) -> Outcome:
    """Puts the records of an export, whose history is `revisions`, over those of the store.

    What the file has not changed since both were one tracker is left as it is here; of another tracker's file every
    field counts. Absent records never delete and empty fields never clear. Raises `DemoMixed` between fictional and
    real data, `CodeTaken` where each side gave one code to another record, `TransitionRefused`, and what the rules
    refuse.
    """

    def merged(state: State, tracker: Tracker) -> tuple[Documents, Mapping[str, int]]:
        if state.standing.demo != incoming.standing.demo:
            raise errors.DemoMixed(store.place)
        base = _base(store, state, incoming, revisions)
        tables = {table: dict(rows) for table, rows in state.documents.items()}
        for change in difference(base or {}, incoming.documents):
            rows = tables.setdefault(change.table, {})
            ours = rows.get(change.code, {})
            if change.after is None:
                continue
            if base is not None and change.before is None and ours and names(ours) != names(change.after):
                raise errors.CodeTaken(change.code)
            rows[change.code] = combined(ours, change.after)
        _check_transitions(tracker, tables)
        return tables, _higher(tracker.counters, incoming.standing.counters)

    return store.change_documents(act, merged)


def _base(store: Store, state: State, incoming: State, revisions: Sequence[Document]) -> Documents | None:
    """Give our records as they were when both trackers were last the same; None if they never were."""
    known = {incoming.standing.genesis or digest_of_state(incoming.documents), *(each["hash"] for each in revisions)}
    documents, head = state.documents, state.standing.head or digest_of_state(state.documents)
    for revision in store.revisions(newest_first=True):
        if head in known:
            break
        documents, head = applied(documents, revision.changes, back=True), revision.previous
    return documents if head in known else None


def _check_transitions(tracker: Tracker, tables: Documents) -> None:
    """A file may move a step no further than a command may."""
    for code, step in tracker.steps.items():
        after = Status(tables["steps"][code].get("status", Status.NOT_STARTED))
        if after is not step.status:
            check_transition(step, after)


def _higher(ours: Mapping[str, int], theirs: Mapping[str, int]) -> dict[str, int]:
    """Give the higher counters: codes that either side has given out are never given out again."""
    return {name: max(ours.get(name, 0), theirs.get(name, 0)) for name in {**ours, **theirs}}
