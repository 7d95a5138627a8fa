"""The file as an engine: tables through TinyDB, revisions appended, one transaction (DESIGN.md 5).

A shared engine will offer the same five methods; `store.py` knows no other difference.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from tracker.errors import Corrupt
from tracker.model.revision import Document, Documents
from tracker.store.backups import newest_good
from tracker.store.file import FileStorage
from tracker.store.state import Standing, State, standing_of
from tracker.store.tables import Tables

STANDING = "standing"


class _Opened(Mapping[str, dict[str, Document]]):
    """Documents by table and code, each table made of what was read when it is asked for.

    They are those of one reading: what TinyDB does to its own does not touch them. With `keep` every table stays the
    same object, for who compares documents by what they are; without, only the last one does, for who reads them in
    turn and needs none of them twice.
    """

    def __init__(self, tables: Tables, engine: "FileEngine", *, keep: bool) -> None:
        self._names = [table for table in tables if table != STANDING]
        self._tables, self._engine, self._keep = tables, engine, keep
        self._opened: dict[str, dict[str, Document]] = {}

    def __getitem__(self, table: str) -> dict[str, Document]:
        if table in self._opened:
            return self._opened[table]
        if table == STANDING:
            raise KeyError(table)
        with self._engine.naming_backup():
            found = self._by_code(table)
        self._tables.close(table)
        if not self._keep:
            self._opened.clear()
        self._opened[table] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _by_code(self, table: str) -> dict[str, Document]:
        rows = self._tables[table]
        for number, row in rows.items():
            if not isinstance(row.get("id"), str):
                raise Corrupt(str(self._engine.path), "bad_value", f"{table}/{number}/id")
        found = {row["id"]: row for row in rows.values()}
        if len(found) != len(rows):
            raise Corrupt(str(self._engine.path), "duplicate_key", table)
        return found


class FileEngine:
    """A tracker in one file; `edited` tells that somebody changed it by hand since we wrote it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.storage = FileStorage(path)
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
        return State(_Opened(tables, self, keep=keep), self._standing(), version=self.storage.version)

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
            yield self._read(keep=True)

    def write(self, before: Documents, after: Documents, standing: Standing) -> None:
        """The difference of two states and the new standing, through TinyDB's tables."""
        for table in before.keys() | after.keys():
            if before.get(table, {}) is not after.get(table, {}):
                self._write_table(table, before.get(table, {}), after.get(table, {}))
        self._put(STANDING, {1: standing.document()})

    def _write_table(self, table: str, before: dict[str, Document], after: dict[str, Document]) -> None:
        numbers = {row["id"]: row.doc_id for row in self._table(table)}
        gone = [numbers[code] for code in before if code not in after]
        changed = {c: doc for c, doc in after.items() if before.get(c) is not doc and before.get(c) != doc}
        top = max(numbers.values(), default=0)
        fresh = {code: top + i for i, code in enumerate((c for c in changed if c not in numbers), 1)}
        if gone:
            self._table(table).remove(doc_ids=gone)
        self._put(table, {(numbers | fresh)[code]: doc for code, doc in changed.items()})

    def _put(self, table: str, rows: dict[int, Document]) -> None:
        """Whole documents take the place of old ones; TinyDB's own update would merge their fields."""

        def replace(present: dict[int, dict[str, Any]]) -> None:
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
