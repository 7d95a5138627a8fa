"""The tracker's file as a TinyDB storage: a save is whole or not at all, and once said, it is on disk.

A transaction is lock -> one reading -> at most one replacement of the file. Reading takes no lock and creates nothing.
"""

# The language here is that of system calls: names, descriptors, flags, links.
# ruff: noqa: PTH120

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from tinydb.storages import Storage

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Document
from tracker.store.file import disk, layout, refusals
from tracker.store.file.layout import Content, Lines
from tracker.store.file.rows import StoredTable
from tracker.store.file.schema import MIGRATIONS, Migrations

if TYPE_CHECKING:
    from tracker.store.file.parse import Parsed

T = TypeVar("T")


class NotTheNextError(ValueError):
    """A revision whose number is not above the last one."""


class FileStorage(Storage):
    """The tables of one file as TinyDB's storage; `revisions` has methods of its own and is not parsed by the others.

    `edited`: what was read is valid but not as this program wrote it (the next write seals it again).
    `committed`: the last transaction has replaced the file; an interruption or error after that lost nothing.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, lock_seconds: float = 10.0, migrations: Migrations = MIGRATIONS
    ) -> None:
        self.path = os.fspath(path)
        self.edited = False
        self.committed = False
        self._seconds = lock_seconds
        self._migrations = migrations
        self._identity: disk.Identity | None = None
        self._parsed: Parsed | None = None
        self._draft: Content | None = None
        self._writing = False
        self._pinned = False

    def read(self) -> Any:
        """The tables, each decoded when somebody looks into it, or None when there is no file.

        Raises Corrupt, TooNew or CannotRead. Every call gives documents of its own, for TinyDB changes them in place.
        """
        content = self._content()
        return content and {name: StoredTable(text, name, self.damaged) for name, text in content.tables.items()}

    def damaged(self, reason: str, where: str) -> "errors.Corrupt":
        """The error for a place in the file that cannot be read; it names the newest good backup."""
        from tracker.store.file.backups import corrupt  # noqa: PLC0415 - only for a file that is damaged

        return corrupt(self.path, reason, where, self._migrations)

    @property
    def version(self) -> disk.Identity | None:
        """The mark of the version that was read, which no other has; None when there is no file."""
        return self._identity

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Takes these tables for the end of the transaction; ValueError or TypeError for what JSON cannot hold."""
        self._require_transaction()
        for name in data:
            layout.check_name(name)
        self._change(tables={name: layout.text_of(table) for name, table in data.items()})

    def append_revision(self, revision: Document, place: int | None = None) -> None:
        """One more line in `revisions`, under its place, which must be above the last one: its number if none is given.

        Where copies were joined, numbers stand twice and places go on.
        """
        self._require_transaction()
        lines = self._draft.revisions if self._draft else ()
        last, place = self._last_number(lines), place or revision["number"]
        if place <= last:
            raise NotTheNextError(f"revision {place} after {last}")
        line = layout.line_of(str(place), revision)
        self._change(revisions=(*lines, *layout.lines_within(line, 0, len(line))))

    def _last_number(self, lines: tuple[Lines, ...]) -> int:
        try:
            return layout.last_id(lines)
        except ValueError as error:
            raise self.damaged("bad_value", layout.REVISIONS) from error

    def rewrite_revisions(self, change: Callable[[Document], Document]) -> None:
        """Puts `change(revision)` in the place of every revision; numbers must stay. For redaction alone."""
        from tracker.store.file.lines import lines_of, parsed  # noqa: PLC0415 - a list reads no history

        self._require_transaction()
        lines = []
        for place, line in enumerate(lines_of(self._content(anew=False)), 1):
            revision = parsed(line, self.damaged)
            changed = change(revision)
            if changed["number"] != revision["number"]:
                raise ValueError("a revision keeps its number")
            lines.append(layout.line_of(str(place), changed))
        whole = b",\n".join(lines)
        self._change(revisions=layout.lines_within(whole, 0, len(whole)))

    def revision_lines(self, *, newest_first: bool = False, holding: Sequence[str] = ()) -> Iterator[Document]:
        """The revisions of what was read last, each parsed when asked for; only those with a word. Raises as `read`."""
        from tracker.store.file.lines import lines_of, migrated  # noqa: PLC0415 - as above

        for line in lines_of(self._content(anew=False), newest_first=newest_first, holding=holding):
            yield migrated(line, self._migrations, self.damaged)

    def read_lines(self, read: Callable[[Lines], T | None]) -> Iterator[T | Document]:
        """The revisions of what was read last, newest first, as `read` makes them; documents where that gives None."""
        from tracker.store.file.lines import lines_of, migrated  # noqa: PLC0415 - as above

        for line in lines_of(self._content(anew=False), newest_first=True):
            found = None if self._migrations.revisions else read(line)
            yield migrated(line, self._migrations, self.damaged) if found is None else found

    @property
    def history(self) -> Lines | None:
        """The lines of all revisions as they were read and will be read again; None where they are another's."""
        content = None if self.edited or self._migrations.revisions else self._content(anew=False)
        return content.revisions[0] if content and len(content.revisions) == 1 else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all readings inside see one version of the file, whatever is written meanwhile."""
        self._content()
        before, self._pinned = self._pinned, True
        try:
            yield
        finally:
            self._pinned = before

    @contextmanager
    def transaction(self, *, keep: str = "") -> Iterator[None]:
        """Save at the end what is written inside, or nothing if an exception leaves it.

        `keep` (a word such as `import`) has the replaced version kept as a backup of that kind. Raises what `read`
        raises, and Locked, LocksUnsupported, CannotWrite, NoSpace, Detached, ChangedMeanwhile, NotFlushed.
        """
        if self._writing or self._pinned:
            raise RuntimeError("transactions do not nest")
        from tracker.store.file import replacing  # noqa: PLC0415 - who only reads replaces nothing

        self.committed = False
        real = os.path.realpath(self.path)
        with refusals.writing(self.path):
            disk.make_folder(os.path.dirname(real))
        with replacing.locked(self.path, self._seconds, self._migrations):
            self._content()
            replacing.check_replaceable(self.path, real)
            self._draft, self._writing = self._present, True
            try:
                yield
                if self._draft and self._draft is not self._present and self._draft != self._as_sealed:
                    replacing.replace(self.path, self._draft, self._identity, keep or self._reason, self._replaced)
            finally:
                self._draft, self._writing = None, False

    @property
    def _present(self) -> Content | None:
        return self._parsed.content if self._parsed else None

    @property
    def _as_sealed(self) -> Content | None:
        """The content, where the file holds it exactly as we would write it."""
        asis = self._parsed and not self.edited and self._parsed.schema == self._migrations.to
        return self._present if asis else None

    @property
    def _reason(self) -> str:
        """The kind of the backup that a save leaves, empty for that of every save."""
        return "migration" if self._parsed and self._parsed.schema != self._migrations.to else ""

    def _replaced(self) -> None:
        self.committed = True
        self._identity, self._parsed = None, None

    def _require_transaction(self) -> None:
        if not self._writing:
            # A lock around each single write would still lose what others wrote between our reading and writing.
            raise RuntimeError("write inside transaction()")

    def _change(self, **parts: Any) -> None:
        draft = self._draft or Content(self._migrations.to, {})
        self._draft = replace(draft, **parts)

    def _content(self, *, anew: bool = True) -> Content | None:
        if self._writing:
            return self._draft
        if not self._pinned and (anew or not self._parsed):
            self._load(os.path.realpath(self.path))
        return self._present

    def _load(self, real: str) -> None:
        try:
            with refusals.reading(self.path):
                found = disk.read(real, self._identity)
        except refusals.NotAFileError as error:
            raise self.damaged("not_a_file", "") from error
        if found is None:
            self._identity = self._parsed = None
        elif found[1] is not None:
            self._identity = self._parsed = None  # in case the next line raises
            self._parsed, self._identity = self._parse(found[1]), found[0]
        self.edited = self._parsed is not None and self._parsed.edited

    def _parse(self, raw: bytes) -> "Parsed":
        from tracker.store.file.parse import parse  # noqa: PLC0415 - only where there is a file

        try:
            return parse(raw, self.path, self._migrations)
        except errors.Corrupt as corrupt:
            raise self.damaged(corrupt.reason, corrupt.where) from corrupt
