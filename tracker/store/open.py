"""The way from a place to its store."""

from pathlib import Path

from tracker.store.file.backups import folder_of
from tracker.store.file_engine import FileEngine
from tracker.store.store import Store
from tracker.store.template import template_state


def open_store(path: Path, *, named: bool) -> Store:
    """The store at a path. One that was not `named` by anybody shows the article's tracker until it is written.

    Where backups lie a file has been: it was removed or moved, and starting afresh would hide that.
    """
    fresh = not named and not Path(folder_of(path)).exists()
    return Store(FileEngine(path), template_state if fresh else None)
