"""A place where a tracker is kept: a file, or a server. What holds for a store holds in both."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tests.servers import Server
from tracker.store.open import open_store
from tracker.store.store import Store

if TYPE_CHECKING:
    from tracker.store.postgres.engine import PostgresEngine

_NUMBERS = count(1)


class Place:
    """A place in which nothing is yet; `path` is the file, or that beside which the backups of a server's lie."""

    def __init__(self, folder: Path, server: Server | None = None) -> None:
        self.path = folder / "tracker.json"
        self.server = server
        self.address = server.address(f"t{next(_NUMBERS)}") if server else ""
        self._opened: list[Store] = []

    def store(self, *, named: bool = False) -> Store:
        """A store as a command opens it."""
        return self.opened(open_store(self.path, named=named, address=self.address))

    def opened(self, store: Store) -> Store:
        """A store whose connection ends with the place."""
        self._opened.append(store)
        return store

    @property
    def stored(self) -> bytes | None:
        """Everything that is kept there; None where nothing is."""
        return stored(self.store(named=True))

    def close(self) -> None:
        """End the connections to the server."""
        for store in self._opened if self.server else ():
            engine: PostgresEngine = store.engine  # type: ignore[assignment]  # a server's
            engine.close()


def stored(store: Store) -> bytes | None:
    """Everything that a store keeps: the bytes of its file, or what the server gives; None where nothing is."""
    if not store.place.startswith("postgresql:"):
        return store.engine.path.read_bytes() if store.engine.path.exists() else None
    if (found := store.engine.read()) is None:
        return None
    rows = [(table, code, dict(row.items())) for table, of in found.documents.items() for code, row in of.items()]
    return repr((rows, found.standing, [*store.engine.revisions()])).encode()
