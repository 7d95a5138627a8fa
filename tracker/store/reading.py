"""A tracker as it is read: its records, and the history that led to them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from tracker import errors
from tracker.model.history.documents import Document
from tracker.model.tracker import Tracker
from tracker.store.file_engine import naming, newest_whole
from tracker.store.records import BadDocument, Made, to_tracker
from tracker.store.state import State

if TYPE_CHECKING:
    from tracker.model.history.revision import Revision
    from tracker.store.engine import Engine
    from tracker.store.lines import Line
    from tracker.store.verified import Verified


T = TypeVar("T")


class Reading:
    """A tracker at a place, read without a lock. `template` is shown where the place holds nothing yet.

    `was_stored` tells after reading whether the place held a tracker before this command.
    """

    def __init__(self, engine: "Engine", template: Callable[[], State] | None) -> None:
        self.engine = engine
        self.template = template
        self.was_stored = True
        self._known: tuple[Any, Tracker] | None = None

    @property
    def place(self) -> str:
        """The place of the tracker, as the user would name it."""
        return self.engine.place

    @property
    def withholds_history(self) -> bool:
        """Whether who has read it sees records alone, as the other side's login does on a server."""
        login = self.engine.login
        return login is not None and not login.sees_history

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

        Of what is as we left it large tables are read when somebody asks for their records; bad values are told then.
        A command looks before it takes the lock: what it finds unchanged under the lock is not made a second time.
        """
        if self._known and self._known[0] == state.version:
            return self._known[1]
        standing, later = state.standing, None if self.engine.edited else self._typed
        tracker = self._typed(
            lambda: to_tracker(state.documents, standing.counters, standing.demo, made, standing.block, later)
        )
        if state.version is not None:
            self._known = state.version, tracker
        return tracker

    def _typed(self, read: Callable[[], T]) -> T:
        """Read documents; raises `Corrupt` with the place of a bad value and the newest good backup."""
        try:
            with naming(self.newest_backup):
                return read()
        except BadDocument as bad:
            raise errors.Corrupt(self.place, "bad_value", bad.where, self.newest_backup()) from bad

    def newest_backup(self) -> str:
        """The name of the newest backup that can be read in full, or an empty text."""
        return newest_whole(self.engine.path, lambda engine: Reading(engine, None))

    def revisions(
        self, *, after: int = 0, code: str | None = None, uid: str | None = None, newest_first: bool = False
    ) -> "Iterator[Revision]":
        """The revisions, oldest first unless asked otherwise; only those after a number, or that touch a record.

        After -1 comes also the step to another beginning (rule 17.10), which is no revision. A record is known by its
        identity, where one is given; the first schema has told its code alone.
        """
        named = [f'"{each}"' for each in (code, uid) if each]
        for document in self._lines(newest_first=newest_first, holding=named):
            revision = self._revision(document)
            if revision.number <= after:
                if newest_first and revision.number:
                    return
                continue
            if code is None or revision.is_of(code, uid):
                yield revision

    def _lines(self, *, newest_first: bool, holding: Sequence[str]) -> Iterator[Document]:
        with naming(self.newest_backup):
            yield from self.engine.revisions(newest_first=newest_first, holding=holding)

    def lines(self, verified: "Verified | None" = None) -> Iterator["Line"]:
        """Every line of the history, newest first, as it is verified: its changes are read when somebody asks for them.

        The hashes of `verified` lines are known. The state must have been read by `tracker` before. Raises `Corrupt`.
        """
        from tracker.store.lines import Line, line_in, whole  # noqa: PLC0415 - as below

        with naming(self.newest_backup):
            known = verified.end_in(self.engine.history) if verified else 0
            for found in self.engine.read_lines(partial(line_in, refused=self._refused, known=known)):
                yield found if isinstance(found, Line) else whole(self._revision(found))

    def _revision(self, document: Document) -> "Revision":
        from tracker.store.revisions import to_revision  # noqa: PLC0415 - a list reads no history

        try:
            return to_revision(document, self.place)
        except errors.Corrupt as bad:
            raise errors.Corrupt(self.place, bad.reason, bad.where, self.newest_backup()) from bad

    def _refused(self, number: int) -> "errors.Corrupt":
        return errors.Corrupt(self.place, "bad_value", f"revisions/{number}", self.newest_backup())

    def touching(self, uids: Sequence[str]) -> "Iterator[Revision]":
        """The revisions, oldest first, in which one of those identities stands."""
        from tracker.store.revisions import to_revision  # noqa: PLC0415 - as above

        return (to_revision(line, self.place) for line in self.engine.revisions(holding=uids))

    def line(self, state: State) -> "Iterator[Revision]":
        """The revisions that lead to a state, newest first: where copies were joined, not all that there are."""
        from tracker.model.history.graph import leading_to  # noqa: PLC0415 - a list reads no history

        return leading_to(state.standing.head, self.revisions(newest_first=True))

    def revision(self, number: int) -> "Revision":
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
