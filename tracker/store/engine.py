"""The file as an engine: tables through TinyDB, revisions appended, one transaction (DESIGN.md 5).

A shared engine will offer the same five methods; `store.py` knows no other difference.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from tracker.errors import Corrupt
from tracker.model.documents import Document, Documents, Rows, unlike, unlike_codes
from tracker.store.backups import newest_good
from tracker.store.file import FileStorage
from tracker.store.opened import STANDING, Opened
from tracker.store.state import Standing, State, standing_of


class FileEngine:
    """A tracker in one file; `edited` tells that somebody changed it by hand since we wrote it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.storage = FileStorage(path)
        self._before: Documents = {}
        self._db = TinyDB(storage=lambda: self.storage)

    @property
    def edited(self) -> bool:
        """Whether the file as read is valid but not as this program left it."""
        return self.storage.edited

    @property
    def committed(self) -> bool:
        """Whether something was written; an interruption after that lost nothing."""
        return self.storage.committed

    def read(self) -> State | None:
        """What the file holds, without a lock; None when there is no file. Raises `StoreError`."""
        with self.naming_backup(), self.storage.snapshot():
            return self._read(keep=False)

    @contextmanager
    def naming_backup(self) -> Iterator[None]:
        """What is found unreadable inside names the newest good backup, wherever it was found."""
        try:
            yield
        except Corrupt as bad:
            found = None if bad.backup else newest_good(self.path)
            bad.backup = found.name if found else bad.backup
            raise

    def _read(self, *, keep: bool) -> State | None:
        tables = self.storage.read()
        if tables is None:
            return None
        documents = Opened(tables, str(self.path), self.naming_backup, keep=keep)
        return State(documents, self._standing(), version=self.storage.version)

    def _table(self, name: str) -> Any:
        return self._db.table(name, cache_size=0)

    def _standing(self) -> Standing:
        rows = self._table(STANDING).all()
        try:
            return standing_of(rows[0])
        except (IndexError, TypeError, ValueError, AttributeError) as error:
            raise Corrupt(str(self.path), "bad_value", STANDING) from error

    @contextmanager
    def transaction(self, *, keep: str = "") -> Iterator[State | None]:
        """Lock, read once; `write` inside it commits when the block ends without an exception.

        `keep` has a backup of what is replaced kept for good, under that name.
        """
        with self.naming_backup(), self.storage.transaction(keep=keep):
            state = self._read(keep=True)
            self._before = state.documents if state else {}
            yield state

    def write(self, after: Documents, standing: Standing) -> None:
        """What differs from what the transaction has read, and the new standing, through TinyDB's tables."""
        before = self._before
        for table in unlike(before, after):
            if before.get(table, {}) is not after.get(table, {}):
                self._write_table(table, before.get(table, {}), after.get(table, {}))
        self._put(STANDING, {1: standing.document()})

    def _write_table(self, table: str, before: Rows, after: Rows) -> None:
        numbers = self._before.numbers(table) if isinstance(self._before, Opened) else {}
        codes = unlike_codes(before, after)
        gone = [numbers[code] for code in codes if code not in after]
        changed = {c: after[c] for c in codes if c in after and before.get(c) != after[c]}
        top = max(numbers.values(), default=0)
        fresh = {code: top + i for i, code in enumerate((c for c in changed if c not in numbers), 1)}
        if gone:
            self._table(table).remove(doc_ids=gone)
        self._put(table, {(numbers | fresh)[code]: doc for code, doc in changed.items()})

    def _put(self, table: str, rows: dict[int, Document]) -> None:
        """Whole documents take the place of old ones; TinyDB's own update would merge their fields."""

        def replace(present: dict[int, Mapping[str, Any]]) -> None:
            present.update(rows)

        if rows:
            self._table(table)._update_table(replace)

    def append(self, revision: Document) -> None:
        """One more revision, at the end."""
        self.storage.append_revision(revision)

    def revisions(self, *, newest_first: bool = False) -> Iterator[Document]:
        """The lines of the revisions, parsed one by one as they are asked for."""
        return self.storage.revision_lines(newest_first=newest_first)

    def rewrite(self, change: Callable[[Document], Document]) -> None:
        """Redaction alone rewrites revisions; the chain stays valid."""
        self.storage.rewrite_revisions(change)
