"""The changes that somebody made by hand in the records of a file: found, and taken in as a revision of their own.

The chain of revisions vouches for one state of the records: the one from which all revisions, rolled back, lead to
what the chain began with. It is sought in the backups, newest first, then in what the history can have begun with, and
each time the later revisions are applied again. A state counts only where the whole chain holds for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.hand_edits import check_hand_edits
from tracker.model.history.chain import beginning, digest_of_state
from tracker.model.history.documents import Documents, stamped
from tracker.model.history.graph import leading_to
from tracker.model.history.revision import Change, Revision, applied, difference
from tracker.model.history.texts import holds_erased
from tracker.model.tracker import Tracker
from tracker.store.act import Act, Outcome, check_rules
from tracker.store.file.backups import paths_of
from tracker.store.file_engine import FileEngine
from tracker.store.following import Said, Told, stamps_of, unlike
from tracker.store.lines import whole
from tracker.store.records import to_documents
from tracker.store.state import Standing, State
from tracker.store.template import editions
from tracker.store.verify import broken_at, examined

if TYPE_CHECKING:
    from tracker.store.store import Store
    from tracker.store.verified import Verified

Changes = tuple[Change, ...]


class Edits(Frozen):
    """The changes made by hand since `vouched`, the state that the chain vouches for, in records and in the standing.

    Where nothing tells that state it is None, and `broken` the first revision, from the newest, that does not fit.
    """

    vouched: State | None
    changes: Changes = ()
    standing: tuple[Said, ...] = ()
    broken: int | None = None

    @property
    def harmless(self) -> bool:
        """Whether it is known that nothing is said otherwise than before."""
        return self.vouched is not None and not self.changes and not self.standing


def edits_of(store: "Store", state: State, verified: "Verified | None" = None) -> Edits:
    """The edits in a state that the store has read, of whose history a part may be `verified`.

    Raises `Corrupt` for what cannot be read, records or history.
    """
    broken, odd = examined(state, store.lines(verified), stamps_of(store.tracker(state)))
    if broken is None and not odd and not store.engine.edited:
        return Edits(state)
    revisions = list(store.revisions(after=-1))
    line = list(leading_to(state.standing.head, reversed(revisions)))[::-1]
    for vouched in _candidates(store, state, line, revisions):
        if broken_at(vouched.documents, vouched.standing, map(whole, reversed(revisions))) is None:
            return Edits(vouched, _changes(store, vouched, state), tuple(unlike(state, vouched)))
    return Edits(None, broken=broken)


def check_unedited(store: "Store", state: State) -> None:
    """Raises `EditedByHand` where records were changed by hand, or nothing tells whether they were."""
    if not edits_of(store, state).harmless:
        raise errors.EditedByHand(store.place)


def take_in(store: "Store", act: Act, edits: Edits, kept: Changes) -> Outcome:
    """Take in the changes made by hand as one revision: `kept` are those of the edits, with texts fit to keep.

    Without any change the file is only sealed again. The standing is put right. A backup is kept.
    Raises `EditRefused` with the rule that is broken, and `ChangedMeanwhile` where the edits are others by now.
    """

    def vouched(state: State) -> State:
        now = edits if act.dry_run else edits_of(store, state)
        if now.vouched is None or now.changes != edits.changes:
            raise errors.ChangedMeanwhile(store.place)
        return now.vouched

    def edited(state: State, tracker: Tracker) -> tuple[Documents, Mapping[str, int]]:
        for change in kept:
            if change.before is None or change.after is None:
                tracker = tracker.remembering(change.code)
        return applied(state.documents, kept), tracker.counters

    try:
        return store.change_documents(act, edited, base=vouched, rules=_check)
    except errors.RuleBroken as rule:
        raise errors.EditRefused(store.place, rule) from rule


def _check(before: Tracker, after: Tracker) -> None:
    check_rules(before, after)
    check_hand_edits(before, after)


def seal(store: "Store") -> None:
    """Writes a file of which nothing tells what was changed by hand as it is, in our own form; a backup is kept."""
    with store.engine.transaction(keep="check") as state:
        if state is not None:
            store.engine.write(state.documents, state.standing)


def restore(store: "Store", act: Act, documents: Documents) -> Outcome:
    """Every record as it was in a backup, as one revision; the history goes on.

    What was changed by hand goes; raises `EditedByHand` where nothing tells what that was.
    """

    def vouched(state: State) -> State:
        if not store.engine.edited:
            return state
        edits = edits_of(store, state)
        if edits.vouched is None:
            raise errors.EditedByHand(store.place)
        return edits.vouched

    return store.change_documents(act, lambda _, tracker: (documents, tracker.counters), base=vouched)


def _changes(store: "Store", vouched: State, state: State) -> Changes:
    """The fields whose values differ: by the types of records, so that a default that is spelled out is no change."""
    before, after = store.tracker(vouched), store.tracker(state)
    tables = {
        table: {code: _same(before.tables[table].get(code), record) for code, record in rows.items()}
        for table, rows in after.tables.items()
    }
    edited = to_documents(replace(after, tables=tables), before, vouched.documents)
    return difference(vouched.documents, edited)


def _same(old: Any, new: Any) -> Any:
    """The old record where the new one differs at most in the number of its revision, which follows from the chain."""
    return old if old is not None and replace(new, rev=old.rev) == old else new


def _candidates(
    store: "Store", state: State, revisions: Sequence[Revision], history: Sequence[Revision]
) -> Iterator[State]:
    """Give the states that the file may have held; each is read and made only if those before it do not fit.

    `revisions` are those that lead to the present state, oldest first, `history` all that there are.
    """
    told = Told()
    for _ in told.watching(map(whole, reversed(history))):
        pass
    lines = len(history)
    places = {each.hash: place for place, each in enumerate(revisions, 1)}
    for start in _starts(store, state, revisions):
        later = revisions[places.get(start.standing.head, 0) :]
        changes = [change for revision in later for change in revision.changes]
        known = stamped(applied(start.documents, changes), _numbers(later))
        if any(each.erased for each in later):
            known = _with_erased(known, state.documents, changes)
        yield told.righted(State(known, _standing(start.standing, state.standing, revisions, lines)))


def _starts(store: "Store", state: State, revisions: Sequence[Revision]) -> Iterator[State]:
    """Give the earlier states from which revisions lead to the present one."""
    hashes = {each.hash for each in revisions}
    for path in paths_of(store.engine.path):
        with suppress(errors.StoreError):
            engine = FileEngine(Path(path))
            found = engine.read()
            if found and not engine.edited and found.standing.head in hashes:
                yield found
    for template in editions():
        begun = beginning(template.documents, {}, demo=template.standing.demo)
        if state.standing.genesis in (begun, digest_of_state(template.documents)):
            yield template
    # Where only what revisions have touched was changed, rolling them back leads to the beginning all the same.
    changes = [change for revision in revisions for change in revision.changes]
    unwritten = replace(state.standing, number=0, head="")
    for demo in (unwritten.demo, not unwritten.demo):
        yield State(applied(state.documents, changes, back=True), replace(unwritten, demo=demo))


def _standing(start: Standing, present: Standing, revisions: Sequence[Revision], lines: int) -> Standing:
    """The present standing with what it must have of an earlier one and of its revisions: it ends the same chain."""
    names = {**start.counters, **present.counters}
    counters = {name: max(present.counters.get(name, 0), start.counters.get(name, 0)) for name in names}
    number = revisions[-1].number if revisions else present.number
    return replace(
        present,
        number=number,
        lines=lines if lines != number else 0,
        demo=start.demo,
        counters=counters,
    )


def _numbers(revisions: Iterable[Revision]) -> dict[tuple[str, str], int]:
    return {(change.table, change.code): each.number for each in revisions for change in each.changes}


def _with_erased(known: Documents, present: Documents, changes: Iterable[Change]) -> Documents:
    """Put the present texts where the history has had its own erased: nothing else tells them."""
    result = {table: dict(rows.items()) for table, rows in known.items()}
    for table, code in {(change.table, change.code) for change in changes}:
        old, now = result.get(table, {}).get(code), present.get(table, {}).get(code)
        if old is not None and now is not None:
            result[table][code] = {n: now[n] if holds_erased(v) and n in now else v for n, v in old.items()}
    return result
