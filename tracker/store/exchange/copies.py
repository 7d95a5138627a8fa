"""Reading another copy of a tracker: its export, or its own file."""

from pathlib import Path

from tracker import errors
from tracker.store.engine import FileEngine
from tracker.store.exchange.export import read_export
from tracker.store.exchange.pair import Incoming
from tracker.store.file.layout import META
from tracker.store.revisions import to_revision


def looks_stored(raw: bytes) -> bool:
    """Whether a file begins as we write that of a tracker: nobody need read it to the end to know."""
    return raw.startswith(b'{"%s"' % META.encode())


def read_copy(raw: bytes, path: str) -> Incoming:
    """The copy in a file of that content. Raises `Corrupt`, `TooNew` and what reading a tracker's file raises."""
    try:
        if looks_stored(raw):
            raise errors.NotAnExport(path)
        state, lines = read_export(raw, path)
    except errors.NotAnExport:
        engine = FileEngine(Path(path.removeprefix("@")))
        found = engine.read()
        if found is None:
            raise
        state, lines = found, list(engine.revisions())
    return Incoming(state, tuple(to_revision(line, path) for line in lines), path)
