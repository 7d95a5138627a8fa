"""The way from a place to its store."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracker import errors
from tracker.store.file.backup_folder import folder_of
from tracker.store.file_engine import FileEngine
from tracker.store.store import Store
from tracker.store.template import template_state

if TYPE_CHECKING:
    from tracker.store.engine import Engine


def engine_of(path: Path, address: str = "") -> "Engine":
    """The engine of a file, or of the tracker on a server whose backups lie beside that file.

    Raises `BadAddress`, `PasswordInAddress`, and `NoDriver` where what speaks with servers is not installed.
    """
    if not address:
        return FileEngine(path)
    from tracker.store.postgres.address import address_of  # noqa: PLC0415 - a tracker in a file has no address

    try:
        from tracker.store.postgres.engine import PostgresEngine  # noqa: PLC0415 - loads the library of the extra
    except ImportError as missing:  # of it, or of what it needs on this computer
        raise errors.NoDriver from missing
    return PostgresEngine(address_of(address), path)


def open_store(path: Path, *, named: bool, address: str = "") -> Store:
    """The store at a path, or at an address.

    One that was not `named` by anybody shows the article's tracker until it is written. Where backups lie a file has
    been: it was removed or moved, and starting afresh would hide that.
    """
    fresh = not named and not Path(folder_of(path)).exists()
    return Store(engine_of(path, address), template_state if fresh else None)
