"""The one mechanism behind every command that writes: load, change, check, one revision (rule 15.1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Document, Documents, stamped
from tracker.model.records.rows import Unread
from tracker.model.tracker import Tracker
from tracker.store.reading import Reading
from tracker.store.records import Made, to_documents
from tracker.store.state import Standing, State

if TYPE_CHECKING:
    from tracker.model.history.revision import Revision
    from tracker.store.act import Act, Outcome

# A backup taken before one of these is kept for good.
KEPT = frozenset({"import", "merge", "restore", "check", "redact"})


class Store(Reading):
    """A tracker at a place, to be read and changed."""

    def change(self, act: "Act", fn: Callable[[Tracker], Tracker]) -> "Outcome":
        """Lock, load, apply, check, write one revision, unlock. Raises what `fn` raises and what the rules refuse."""

        def on_documents(state: State, tracker: Tracker) -> tuple[Documents, Mapping[str, int]]:
            after = fn(tracker)
            return to_documents(after, tracker, state.documents), after.counters

        return self.change_documents(act, on_documents)

    def change_documents(
        self,
        act: "Act",
        fn: Callable[[State, Tracker], tuple[Documents, Mapping[str, int]]],
        *,
        taken: "Revision | None" = None,
        base: Callable[[State], State] | None = None,
        rules: Callable[[Tracker, Tracker], None] | None = None,
    ) -> "Outcome":
        """Change the stored form, as `change` does the typed one; undo, redo, import and restore work here.

        `taken` is the revision that is taken back. `base` gives the state to start from where that may be another than
        was found, which then goes from the file; without it a file whose records were changed by hand raises
        `EditedByHand`. `rules` are those of a change.
        """
        # Who only reads needs neither the rules nor the chain.
        from tracker.model.history.revision import applied, difference  # noqa: PLC0415
        from tracker.model.state.tally import counted  # noqa: PLC0415
        from tracker.store import act as acts  # noqa: PLC0415

        with self.writing(act) as found:
            state = acts.begun((base or self.unedited)(found))
            before = self.tracker(state)
            acts.check_expected(before, act.expected)
            documents, counters = fn(state, before)
            changes = difference(state.documents, documents)
            if state.standing.partial and taken is None:
                from tracker.model.joining.sight import check_sight  # noqa: PLC0415 - only where texts are withheld

                check_sight(changes)
            if not changes:
                if base and not act.dry_run:
                    self.engine.write(state.documents, state.standing)
                return self._noted(act, state, before, taken)
            written = self.touching if state.standing.mixed else None
            revision = acts.revision_of(act, state, changes, taken, written=written)
            number = dict.fromkeys(((c.table, c.code) for c in changes), revision.number)
            documents = stamped(applied(state.documents, revision.changes), number)
            standing = replace(state.standing, counters={**state.standing.counters, **counters})
            after = self._result(State(documents, standing), (state.documents, before))
            (rules or acts.check_rules)(before, after)
            counted(after)
            if not act.dry_run:
                self._commit(documents, standing, revision)
            return acts.Outcome(before, after, revision)

    def _noted(self, act: "Act", state: State, tracker: Tracker, taken: "Revision | None") -> "Outcome":
        """Keep the note of an act that changes no record, where it has one."""
        from tracker.store.act import Outcome, note_of  # noqa: PLC0415 - as in `change_documents`

        noted = note_of(act, state, tracker, taken)
        if noted and not act.dry_run:
            self._commit(state.documents, state.standing, noted)
        return Outcome(tracker, tracker, noted)

    def _result(self, state: State, made: Made) -> Tracker:
        """The tracker that a change makes; raises the rule that its values break."""
        try:
            return self.tracker(state, made)
        except errors.Corrupt as bad:
            rule = getattr(bad.__cause__, "rule", None)
            raise (rule or bad) from bad.__cause__

    @contextmanager
    def writing(self, act: "Act") -> Iterator[State]:
        """A dry run looks without a lock; everything else holds it from reading to writing."""
        if act.dry_run:
            yield self.state()
            return
        with self.engine.transaction(keep=act.command if act.command in KEPT else "") as state:
            yield self._or_template(state)

    def unedited(self, found: State) -> State:
        """The state as it is, if nobody changed a record by hand: the seal of the next write would hide that.

        Every record of ours has an identity, by which copies are joined: one without was not made by us. What is as we
        left it is not read for that.
        """
        tables = [rows for rows in self.tracker(found).tables.values() if not isinstance(rows, Unread) or rows.opened]
        if self.engine.edited or not all(record.uid for rows in tables for record in rows.values()):
            from tracker.store.edits import check_unedited  # noqa: PLC0415 - only for a file that others have written

            check_unedited(self, found)
        return found

    def _commit(self, documents: Documents, standing: Standing, done: "Revision") -> None:
        from tracker.store.revisions import revision_document  # noqa: PLC0415 - as in `revisions`

        lines, created = standing.lines and standing.lines + 1, standing.created or done.at
        ended = replace(standing, number=done.number, head=done.hash, at=done.at, created=created, lines=lines)
        self.extend(documents, ended, [revision_document(done)])

    def extend(self, documents: Documents, standing: Standing, lines: Sequence[Document]) -> None:
        """Write, in a transaction, what follows from further revisions, and these behind those that are there."""
        self.engine.write(documents, standing)
        for place, line in enumerate(lines, standing.position - len(lines) + 1):
            self.engine.append(place, line)

    def remark(self, act: "Act") -> "Revision":
        """A revision that changes no record: it says that something was done to the tracker as a whole."""
        with self.engine.transaction() as found:
            return self.remarked(act, self._or_template(found))

    def remarked(self, act: "Act", state: State, erases: tuple[str, ...] = ()) -> "Revision":
        """Write, in a transaction, a revision that changes no record; `erases` are digests of texts that it erased."""
        from tracker.store.act import begun, revision_of  # noqa: PLC0415 - as in `change_documents`

        self.tracker(state)  # what seals a file has read it
        state = begun(state)
        done = revision_of(act, state, erases=erases)
        self._commit(state.documents, state.standing, done)
        return done

    def create(self, act: "Act", state: State, revisions: Iterable[Document] = ()) -> "Revision":
        """A new file from a template or an export, with the history that came along; raises `AlreadyExists`.

        That it was made is one more revision behind it, the first one of a copy of its own. Raises `NotAccepted`.
        """
        from tracker.store.accepted import check_created  # noqa: PLC0415 - only for a new file

        revisions = list(revisions)
        check_created(act, state, revisions)
        with self.engine.transaction() as present:
            if present is not None:
                raise errors.AlreadyExists(self.place)
            from tracker.store.act import of_its_own  # noqa: PLC0415 - only for a new file

            for place, revision in enumerate(revisions, 1):
                self.engine.append(place, revision)
            return self.remarked(act, replace(state, standing=of_its_own(state.standing)))

    def undo(self, act: "Act", taken: "Revision") -> "Outcome":
        """Take a revision back by a new one; raises `ChangedSince` where its result no longer stands."""
        from tracker.store.undoing import taken_back  # noqa: PLC0415 - only to undo

        return self.change_documents(act, taken_back(self, taken), taken=taken)
