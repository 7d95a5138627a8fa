"""The one mechanism behind every command: load, change, and look back (rule 15.1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Document, Documents
from tracker.model.history.revision import Revision, applied, difference, stamped
from tracker.model.tracker import Tracker
from tracker.store.engine import FileEngine, naming, newest_whole
from tracker.store.records import BadDocument, Made, to_documents, to_tracker
from tracker.store.state import Standing, State

if TYPE_CHECKING:
    from tracker.store.act import Act, Outcome

# A backup taken before one of these is kept for good.
KEPT = frozenset({"import", "restore", "check", "redact"})


class Store:
    """A tracker at a place. `template` is what a place that holds nothing yet shows and starts from.

    `was_stored` tells after reading whether the place held a tracker before this command.
    """

    def __init__(self, engine: FileEngine, template: Callable[[], State] | None) -> None:
        self.engine = engine
        self.template = template
        self.was_stored = True
        self._typed: tuple[Any, Tracker] | None = None

    @property
    def place(self) -> str:
        """The place of the tracker, as the user would name it."""
        return str(self.engine.path)

    def state(self) -> State:
        """The documents and standing as stored, or the template; raises `DatabaseMissing` without either."""
        with naming(self.newest_backup):
            return self._or_template(self.engine.read())

    def _or_template(self, state: State | None) -> State:
        if state is not None:
            return state
        if self.template is None:
            raise errors.DatabaseMissing(self.place, self.newest_backup())
        self.was_stored = False
        return self.template()

    def load(self) -> Tracker:
        """The tracker as it stands; no lock is taken and nothing is created."""
        return self.tracker(self.state())

    def tracker(self, state: State, made: Made | None = None) -> Tracker:
        """The typed value of a state; raises `Corrupt` with the place of a bad value. `made` as for `to_tracker`.

        A command looks before it takes the lock: what it finds unchanged under the lock is not made a second time.
        """
        if self._typed and self._typed[0] == state.version:
            return self._typed[1]
        try:
            with naming(self.newest_backup):
                tracker = to_tracker(
                    state.documents, state.standing.counters, state.standing.demo, made, state.standing.block
                )
        except BadDocument as bad:
            raise errors.Corrupt(self.place, "bad_value", bad.where, self.newest_backup()) from bad
        if state.version is not None:
            self._typed = state.version, tracker
        return tracker

    def _result(self, state: State, made: Made) -> Tracker:
        """The tracker that a change makes; raises the rule that its values break."""
        try:
            return self.tracker(state, made)
        except errors.Corrupt as bad:
            rule = getattr(bad.__cause__, "rule", None)
            raise (rule or bad) from bad.__cause__

    def newest_backup(self) -> str:
        """The name of the newest backup that can be read in full, or an empty text."""
        return newest_whole(self.engine.path, lambda engine: Store(engine, None))

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
        taken: Revision | None = None,
        base: Callable[[State], State] | None = None,
        rules: Callable[[Tracker, Tracker], None] | None = None,
    ) -> "Outcome":
        """Change the stored form, as `change` does the typed one; undo, redo, import and restore work here.

        `taken` is the revision that is taken back. `base` gives the state to start from where that may be another than
        was found, which then goes from the file; without it a file whose records were changed by hand raises
        `EditedByHand`. `rules` are those of a change.
        """
        # Who only reads needs neither the rules nor the chain.
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
                noted = acts.note_of(act, state, before, taken)
                if noted and not act.dry_run:
                    self._commit(state.documents, state.standing, noted)
                return acts.Outcome(before, before, noted)
            written = self.touching if state.standing.mixed else None
            revision = acts.revision_of(act, state, changes, taken, written=written)
            number = dict.fromkeys(((c.table, c.code) for c in changes), revision.number)
            documents = stamped(applied(state.documents, revision.changes), number)
            standing = replace(state.standing, counters={**state.standing.counters, **counters})
            after = self._result(State(documents, standing), (state.documents, before))
            (rules or acts.check_rules)(before, after)
            if not act.dry_run:
                self._commit(documents, standing, revision)
            return acts.Outcome(before, after, revision)

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

        Every record of ours has an identity, by which copies are joined: one without was not made by us.
        """
        if self.engine.edited or not all(record.uid for _, record in self.tracker(found).records()):
            from tracker.store.edits import check_unedited  # noqa: PLC0415 - only for a file that others have written

            check_unedited(self, found)
        return found

    def _commit(self, documents: Documents, standing: Standing, done: Revision) -> None:
        from tracker.store.revisions import revision_document  # noqa: PLC0415 - as in `revisions`

        lines, created = standing.lines and standing.lines + 1, standing.created or done.at
        ended = replace(standing, number=done.number, head=done.hash, at=done.at, created=created, lines=lines)
        self.extend(documents, ended, [revision_document(done)])

    def extend(self, documents: Documents, standing: Standing, lines: Sequence[Document]) -> None:
        """Write, in a transaction, what follows from further revisions, and these behind those that are there."""
        self.engine.write(documents, standing)
        for place, line in enumerate(lines, standing.position - len(lines) + 1):
            self.engine.append(place, line)

    def remark(self, act: "Act") -> Revision:
        """A revision that changes no record: it says that something was done to the tracker as a whole."""
        with self.engine.transaction() as found:
            return self.remarked(act, self._or_template(found))

    def remarked(self, act: "Act", state: State, erases: tuple[str, ...] = ()) -> Revision:
        """Write, in a transaction, a revision that changes no record; `erases` are digests of texts that it erased."""
        from tracker.store.act import begun, revision_of  # noqa: PLC0415 - as in `change_documents`

        self.tracker(state)  # what seals a file has read it
        state = begun(state)
        done = revision_of(act, state, erases=erases)
        self._commit(state.documents, state.standing, done)
        return done

    def create(self, act: "Act", state: State, revisions: Iterable[Document] = ()) -> Revision:
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

    def revisions(
        self, *, after: int = 0, code: str | None = None, uid: str | None = None, newest_first: bool = False
    ) -> Iterator[Revision]:
        """The revisions, oldest first unless asked otherwise; only those after a number, or that touch a record.

        After -1 comes also the step to another beginning (rule 17.10), which is no revision. A record is known by its
        identity, where one is given; the first schema has told its code alone.
        """
        from tracker.store.revisions import to_revision  # noqa: PLC0415 - a list reads no history

        for document in self._lines(newest_first=newest_first):
            try:
                revision = to_revision(document, self.place)
            except errors.Corrupt as bad:
                raise errors.Corrupt(self.place, bad.reason, bad.where, self.newest_backup()) from bad
            if revision.number <= after:
                if newest_first and revision.number:
                    return
                continue
            if code is None or revision.is_of(code, uid):
                yield revision

    def _lines(self, *, newest_first: bool) -> Iterator[Document]:
        with naming(self.newest_backup):
            yield from self.engine.revisions(newest_first=newest_first)

    def touching(self, uids: Sequence[str]) -> Iterator[Revision]:
        """The revisions, oldest first, in which one of those identities stands."""
        from tracker.store.revisions import to_revision  # noqa: PLC0415 - as above

        return (to_revision(line, self.place) for line in self.engine.revisions(holding=uids))

    def line(self, state: State) -> Iterator[Revision]:
        """The revisions that lead to a state, newest first: where copies were joined, not all that there are."""
        from tracker.model.history.graph import leading_to  # noqa: PLC0415 - a list reads no history

        return leading_to(state.standing.head, self.revisions(newest_first=True))

    def revision(self, number: int) -> Revision:
        """The revision with that number, ours where it stands twice; raises `NoSuchRevision`."""
        standing = self.state().standing
        found: Revision | None = None
        for each in self.revisions(after=0 if standing.lines else number - 1, newest_first=True):
            if each.number == number and (found is None or each.copy == standing.copy):
                found = each
            if found and not standing.lines:
                break
        if found is None:
            raise errors.NoSuchRevision(number)
        return found

    def undo(self, act: "Act", taken: Revision) -> "Outcome":
        """Take a revision back by a new one; raises `ChangedSince` where its result no longer stands."""
        from tracker.store.undoing import taken_back  # noqa: PLC0415 - only to undo

        return self.change_documents(act, taken_back(self, taken), taken=taken)
