"""The file as an engine: records through TinyDB's tables, revisions appended, one transaction."""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tinydb import TinyDB
from tinydb.table import Document as Numbered
from tinydb.table import Table

from tracker import errors
from tracker.model.history.documents import Document, Documents, Rows, unlike, unlike_codes
from tracker.store.file import refusals
from tracker.store.file.file import FileStorage, NotTheNextError
from tracker.store.file.layout import Lines
from tracker.store.file.rows import Row, StoredTable
from tracker.store.file.schema import STANDING
from tracker.store.state import Standing, State, standing_of

if TYPE_CHECKING:
    from tracker.model.tracker import Tracker
    from tracker.store.file.backups import Backup

T = TypeVar("T")
_ONLY = 1  # the id of the one document in that table


class FileEngine:
    """A tracker in one file; `edited` tells that somebody changed it by hand since we wrote it."""

    login = None

    def __init__(self, path: Path) -> None:
        self.path = path
        self.storage = FileStorage(path)
        self._before: Documents = {}
        self._db = TinyDB(storage=lambda: self.storage)

    @property
    def place(self) -> str:
        """The path as text."""
        return str(self.path)

    @property
    def is_taken(self) -> bool:
        """Whether something lies at the path, be it a link that leads nowhere; raises `CannotRead`."""
        with refusals.reading(self.place):
            return self.path.exists() or self.path.is_symlink()

    @property
    def edited(self) -> bool:
        """Whether the file as read is valid but not as this program left it."""
        return self.storage.edited

    @property
    def committed(self) -> bool:
        """Whether something was written; an interruption after that lost nothing."""
        return self.storage.committed

    def damaged(self, reason: str, where: str) -> "errors.Corrupt":
        """The error for a place that cannot be read; it names the newest good backup."""
        return self.storage.damaged(reason, where)

    def read(self) -> State | None:
        """Read the content of the file without a lock; None when there is no file. Raises `StoreError`."""
        with self.storage.snapshot():
            return self._read()

    def _read(self) -> State | None:
        tables = self.storage.read()
        if tables is None:
            return None
        documents = {name: table.by_code() for name, table in tables.items() if name != STANDING}
        return State(documents, self._standing(), version=self.storage.version)

    def _standing(self) -> Standing:
        found = self._table(STANDING).get(doc_id=_ONLY)
        if found is None:
            raise self.damaged("bad_value", STANDING)
        try:
            return standing_of(found)
        except (TypeError, ValueError, AttributeError) as error:
            raise self.damaged("bad_value", STANDING) from error

    def _table(self, name: str) -> Table:
        return self._db.table(name, cache_size=0)

    @contextmanager
    def transaction(self, *, keep: str = "") -> Iterator[State | None]:
        """Lock, and read once; `write` inside commits when the block ends without an exception.

        `keep` has a backup of what is replaced kept for good, under that name.
        """
        with self.storage.transaction(keep=keep):
            state = self._read()
            self._before = state.documents if state else {}
            yield state

    def write(self, after: Documents, standing: Standing) -> None:
        """Write the differences from what the transaction has read, and the new standing, through TinyDB's tables."""
        for name in sorted(unlike(self._before, after)):
            self._write_table(name, after.get(name, {}))
        self._table(STANDING).upsert(Numbered(standing.document(), _ONLY))

    def _write_table(self, name: str, after: Rows) -> None:
        before, table = self._before.get(name, {}), self._table(name)
        codes = unlike_codes(before, after)
        numbers = before.numbers if isinstance(before, StoredTable) else {}
        gone = [numbers[code] for code in codes if code not in after]
        changed = [numbers[code] for code in codes if code in before and code in after and before[code] != after[code]]
        new = [after[code] for code in codes if code not in before]
        if gone:
            table.remove(doc_ids=gone)
        if changed:
            table.update(_replaced_by(after), doc_ids=changed)
        if new:
            table.insert_multiple(map(Numbered, new, _free(numbers.values())))

    def append(self, place: int, revision: Document) -> None:
        """One more revision at that place, which is the last one, counted from 1.

        Raises `Corrupt` where somebody has edited the standing to lie before it.
        """
        try:
            self.storage.append_revision(revision, place)
        except NotTheNextError as error:
            raise self.damaged("bad_value", f"{STANDING}/number") from error

    def revisions(self, *, newest_first: bool = False, holding: Sequence[str] = ()) -> Iterator[Document]:
        """The lines of the revisions, parsed as they are asked for; only those that hold one of the words."""
        return self.storage.revision_lines(newest_first=newest_first, holding=holding)

    def read_lines(self, read: Callable[[Lines], T | None]) -> Iterator[T | Document]:
        """The lines, newest first, as `read` makes them of their texts; documents where that gives None."""
        return self.storage.read_lines(read)

    @property
    def history(self) -> Lines | None:
        """The lines of all revisions as this program wrote them; None where it did not."""
        return self.storage.history

    def rewrite(self, change: Callable[[Document], Document]) -> None:
        """Rewrite revisions, as redaction alone does; the chain stays valid."""
        self.storage.rewrite_revisions(change)

    def back_up(self, kind: str = "manual") -> "Backup":
        """A kept copy of the file as it stands. Raises as `make_backup`."""
        from tracker.store.file.backups import make_backup  # noqa: PLC0415 - only for a backup

        return make_backup(self.path, kind)


def _replaced_by(after: Rows) -> Callable[[MutableMapping[str, Any]], None]:
    """Puts the whole of a new document in the place of an old one; fields that TinyDB is given are merged instead."""

    def replace(document: MutableMapping[str, Any]) -> None:
        assert isinstance(document, Row)  # as all documents of our storage are
        document.become(after[document.code])

    return replace


def _free(taken: Iterable[int]) -> Iterator[int]:
    """The ids that no document has, from the lowest."""
    known = set(taken)
    return (number for number in count(1) if number not in known)


class Read(Protocol):
    """Reads records and history."""

    def load(self) -> "Tracker":
        """Read the records, large tables of them when they are asked for."""

    def revisions(self, *, after: int) -> Iterator[object]:
        """Read the revisions behind that number."""


def newest_whole(path: Path, opened: Callable[[FileEngine], Read]) -> str:
    """The name of the newest backup of a file of which records and history can be read, or an empty text.

    One with the fault of the file itself is no way out.
    """
    from tracker.store.file.backups import paths_of  # noqa: PLC0415 - only for a file that cannot be read

    for place in map(Path, paths_of(path)):
        with suppress(errors.StoreError, OSError):
            earlier = opened(FileEngine(place))
            tracker = earlier.load()
            for table in tracker.tables:
                tracker.read(table)
            for _ in earlier.revisions(after=-1):
                pass
            return place.name
    return ""


@contextmanager
def naming(newest: Callable[[], str]) -> Iterator[None]:
    """A file that cannot be read names the newest backup that can; the engine knows of its bytes alone."""
    try:
        yield
    except errors.Corrupt as bad:
        raise errors.Corrupt(bad.path, bad.reason, bad.where, newest() if bad.backup else "") from bad.__cause__
