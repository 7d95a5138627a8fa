"""The contract of what keeps a tracker: a file, and a server, offer the same and pass the same tests."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, TypeVar

from tracker import errors
from tracker.frozen import Frozen
from tracker.model.history.documents import Document, Documents
from tracker.store.file.backups import Backup
from tracker.store.file.layout import Lines
from tracker.store.state import Standing, State

T = TypeVar("T")


class Login(Frozen):
    """A login on a server: its name, its role in the tracker, and the office that it acts for, empty for any."""

    name: str
    role: str
    office: str

    @property
    def sees_history(self) -> bool:
        """Whether it does: the other side's login sees records alone."""
        return self.role != "counterpart"


class Engine(Protocol):
    """A place that keeps one tracker: its records, its standing, and its history line by line."""

    @property
    def place(self) -> str:
        """The place as its user named it; it holds no password."""

    @property
    def path(self) -> Path:
        """The file whose folder of backups belongs to the tracker: its own, or on this computer that of a server's."""

    @property
    def login(self) -> Login | None:
        """The login, once something was read; None for a file, which whoever may open it may change."""

    @property
    def is_taken(self) -> bool:
        """Whether something lies at the place already; raises `CannotRead`."""

    @property
    def edited(self) -> bool:
        """Whether what was read is valid but not as this program left it."""

    @property
    def committed(self) -> bool:
        """Whether something was written; an interruption after that lost nothing."""

    def damaged(self, reason: str, where: str) -> "errors.Corrupt":
        """The error for a place in it that cannot be read."""

    def read(self) -> State | None:
        """Read without a lock, all of one moment; None where there is no tracker. Raises `StoreError`."""

    def transaction(self, *, keep: str = "") -> AbstractContextManager[State | None]:
        """Lock and read; what is written inside is kept when the block ends without an exception, or nothing is.

        `keep` has a backup of what is replaced kept for good, under that name.
        """

    def write(self, after: Documents, standing: Standing) -> None:
        """Put these documents and this standing in the place of what the transaction has read."""

    def append(self, place: int, revision: Document) -> None:
        """One more line at that place, which is the last one, counted from 1; raises `Corrupt` before the last."""

    def revisions(self, *, newest_first: bool = False, holding: Sequence[str] = ()) -> Iterator[Document]:
        """The lines of the history, read as they are asked for; only those that hold one of the words."""

    def read_lines(self, read: Callable[[Lines], T | None]) -> Iterator[T | Document]:
        """The lines of the history, newest first, as `read` makes them of text; where there is none, or it makes None
        of it, documents.
        """

    @property
    def history(self) -> Lines | None:
        """The bytes of all lines as this program wrote them; None where others did, or where lines are no text."""

    def rewrite(self, change: Callable[[Document], Document]) -> None:
        """Rewrite lines of the history, as redaction and taking in a copy do; their hashes stay."""

    def back_up(self, kind: str = "manual") -> Backup:
        """A file beside `path` that holds the tracker as it stands."""
