"""A server as an engine: a document is a row, and its changes follow, in the database, from the revisions."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import psycopg
from psycopg.pq import TransactionStatus

from tracker import errors
from tracker.model.history.documents import Document, Documents
from tracker.store.engine import Login
from tracker.store.file.backups import Backup, keep
from tracker.store.file.layout import Lines
from tracker.store.file.rows import StoredTable
from tracker.store.file.schema import SCHEMA
from tracker.store.postgres import rows
from tracker.store.postgres.address import Address
from tracker.store.postgres.backing_up import file_of
from tracker.store.postgres.committing import commit
from tracker.store.postgres.connection import Patience, connect, told
from tracker.store.postgres.draft import Draft
from tracker.store.postgres.fetched import FetchedTable
from tracker.store.postgres.rows import Book
from tracker.store.postgres.setup import STRUCTURE
from tracker.store.state import Standing, State, standing_of

T = TypeVar("T")

_READ = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
"""A transaction in which every answer is of the moment of the first one."""


class PostgresEngine:
    """A tracker in a database; `path` is the file on this computer beside which its backups lie."""

    edited = False

    def __init__(
        self, address: Address, path: Path, *, lock_seconds: float = 10.0, statement_seconds: float = 120.0
    ) -> None:
        self.address = address
        self.patience = Patience(lock_seconds, statement_seconds)
        self.path = path
        self.committed = False
        self.book: Book | None = None
        self._read_last: State | None = None
        self._draft: Draft | None = None

    @property
    def place(self) -> str:
        """The address as it was given; it holds no password."""
        return self.address.shown

    @property
    def login(self) -> Login | None:
        """The login, and what it may do; None before anything was read, and where there is nothing."""
        return Login(self.db.info.user, self.book.role, self.book.office) if self.book else None

    @property
    def is_taken(self) -> bool:
        """Whether there is a tracker of that name that the login knows of."""
        return self.read() is not None

    @cached_property
    def db(self) -> psycopg.Connection[Any]:
        """The connection; raises `Unreachable` and its like."""
        return connect(self.address)

    def known(self) -> Book:
        """The row of the tracker as it was last read; raises `DatabaseMissing` where there is none."""
        if self.book is None:
            with self._told_of_nothing():
                self.book = rows.opened(self.db, self.address.tracker)
        if self.book is None:
            raise errors.DatabaseMissing(self.place)
        return self.book

    def close(self) -> None:
        """End the connection, if there is one; the next need of it makes another."""
        if "db" in self.__dict__:
            with suppress(psycopg.Error):
                self.__dict__.pop("db").close()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what the server refuses inside into an error of ours."""
        with told(self.address, self.patience, self.db.info.user, known=self.book is not None):
            yield

    def damaged(self, reason: str, where: str) -> "errors.Corrupt":
        """The error for a row that cannot be read."""
        return errors.Corrupt(self.place, reason, where, "")

    def read(self) -> State | None:
        """Read all of one moment; None where there is no tracker, or none for this login."""
        if self._draft:
            return self._read_last
        self.end_reading()
        with self.told():
            self.db.execute(_READ)
        found = self._read_now()
        if found is None:
            self.end_reading()
        return found

    def _read_now(self) -> State | None:
        found = None
        with self._told_of_nothing():
            found = rows.whole(self.db, self.address.tracker)
        if found is None:
            self.book = self._read_last = None
            return None
        self.book, texts = found
        for found_there, known in ((self.book.structure, STRUCTURE), (self.book.schema, SCHEMA)):
            if found_there > known:
                raise errors.TooNew(self.place, found_there, known)
        documents = {name: StoredTable(text, name, self.damaged, by_code=True) for name, text in texts.items()}
        documents |= {name: FetchedTable(name, self.damaged, self.address.tracker, self._asked) for name in rows.LATER}
        version = self.book.id, self.book.version
        self._read_last = State(documents, self._standing(self.book), version=version)
        return self._read_last

    def _asked(self, question: Callable[[psycopg.Connection[Any]], T]) -> T:
        with self.told():
            return question(self.db)

    def end_reading(self) -> None:
        """End the moment of which everything was read, or what a failure has left of a transaction."""
        if "db" in self.__dict__ and self.db.info.transaction_status is not TransactionStatus.IDLE:
            try:
                self.db.execute(b"ROLLBACK")
            except psycopg.Error:  # the server did not wait while somebody was asked; nothing was written
                self.close()

    @contextmanager
    def _told_of_nothing(self) -> Iterator[None]:
        """Leave it at that where the database has no tables of ours yet, and turn what is refused into our errors."""
        with self.told(), suppress(psycopg.errors.InvalidSchemaName, psycopg.errors.UndefinedFunction):
            yield

    def _standing(self, book: Book) -> Standing:
        try:
            return standing_of(msgspec.json.decode(book.standing))
        except (TypeError, ValueError, AttributeError) as error:
            raise self.damaged("bad_value", "standing") from error

    @contextmanager
    def transaction(self, *, keep: str = "") -> Iterator[State | None]:
        """Take the lock of the tracker, and compare: what was read before is read anew only where it has moved.

        Raises `Locked`, `MayOnlyRead`, `OutcomeUnknown` and what the server refuses.
        """
        self.committed = False
        found = self._read_last or self.read()
        self.end_reading()
        with self.told():
            self.db.execute(self.patience.beginning)
        try:
            found = found and self._locked(found)
            self._draft = Draft(found)
            yield found
            if self._draft.says_more:
                if keep and found is not None:
                    self._back_up(keep, found)
                commit(self, self._draft)
        finally:
            self._draft = self._read_last = self.book = None
            if not self.committed and "db" in self.__dict__:
                with suppress(psycopg.Error):
                    self.db.execute(b"ROLLBACK")

    def _locked(self, found: State) -> State | None:
        with self.told():
            row = self.db.execute(b"SELECT id, version FROM tracker.locked($1)", (self.address.tracker,)).fetchone()
        return found if row is None or tuple(row) == found.version else self._read_now()

    def write(self, after: Documents, standing: Standing) -> None:
        """Take these documents and this standing for the end of the transaction."""
        self._drafted.documents, self._drafted.standing = after, standing

    def append(self, place: int, revision: Document) -> None:
        """One more line behind the last one; raises `Corrupt` for another place."""
        if place != self._drafted.last + len(self._drafted.lines) + 1:
            raise self.damaged("bad_value", "standing/number")
        self._drafted.lines.append(revision)

    def rewrite(self, change: Callable[[Document], Document]) -> None:
        """Rewrite lines; the database sees to it that their hashes fit."""
        draft = self._drafted
        for place, line in [*self._placed(newest_first=False)]:
            changed = change(line)
            if changed is line or changed == line:
                continue
            if place > draft.last:
                draft.lines[place - draft.last - 1] = changed
            else:
                draft.rewritten[place] = changed

    @property
    def _drafted(self) -> Draft:
        if self._draft is None:
            raise RuntimeError("write inside transaction()")
        return self._draft

    def revisions(self, *, newest_first: bool = False, holding: Sequence[str] = ()) -> Iterator[Document]:
        """The lines, read in portions as they are asked for; raises `HistoryWithheld` for the other side's login."""
        for _, line in self._placed(newest_first=newest_first, holding=holding):
            yield line

    @property
    def history(self) -> None:
        """None: the lines are documents."""

    def read_lines(self, _read: Callable[[Lines], T | None]) -> Iterator[T | Document]:
        """The lines, newest first, all of them as documents."""
        return self.revisions(newest_first=True)

    def _placed(self, *, newest_first: bool, holding: Sequence[str] = ()) -> Iterator[tuple[int, Document]]:
        draft = self._draft or Draft(None)
        new = draft.new(holding)
        yield from reversed(new) if newest_first else ()
        for place, line in self._stored(newest_first=newest_first, holding=holding):
            yield place, draft.rewritten.get(place) or line
        yield from () if newest_first else new

    def _stored(self, *, newest_first: bool = False, holding: Sequence[str] = ()) -> Iterator[tuple[int, Document]]:
        with suppress(errors.DatabaseMissing):
            self.known()
            if self.login and not self.login.sees_history:
                raise errors.HistoryWithheld(self.place)
            with self.told():
                yield from rows.lines(self.db, self.known(), newest_first=newest_first, holding=holding)

    def back_up(self, kind: str = "manual") -> Backup:
        """A file beside `path` that holds the tracker as it stands; raises `DatabaseMissing` where there is none."""
        found = self.read()
        if found is None:
            raise errors.DatabaseMissing(self.place)
        return self._back_up(kind, found)

    def _back_up(self, kind: str, found: State) -> Backup:
        return keep(self.path, kind, file_of(found, self._stored()))
