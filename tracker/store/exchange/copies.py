"""The copies of a tracker: reading another one, from its export or its own file, and what tells ours from it."""

from pathlib import Path

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Document
from tracker.model.history.revision import Revision
from tracker.model.records.codes import counter_of, free_block
from tracker.store.act import Act
from tracker.store.exchange.export import read_export
from tracker.store.exchange.pair import Incoming
from tracker.store.file.layout import META
from tracker.store.file_engine import FileEngine
from tracker.store.revisions import to_revision
from tracker.store.state import Standing, State
from tracker.store.store import Store


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
        if (own := _in_its_own_file(path)) is None:
            raise
        state, lines = own
    return Incoming(state, tuple(to_revision(line, path) for line in lines), path)


def _in_its_own_file(path: str) -> tuple[State, list[Document]] | None:
    """The tracker that a file of ours holds, with its revisions; None for another file. Raises `Corrupt`."""
    store = Store(FileEngine(Path(path.removeprefix("@"))), None)
    found = store.engine.read()
    if found is None:
        return None
    for table, record in store.tracker(found).records():  # of a value that no record can have it tells the place
        if not record.uid:  # copies are joined by them
            raise errors.Corrupt(path, "bad_value", f"{table}/{record.id}/uid")
    return found, list(store.engine.revisions())


def in_free_block(standing: Standing) -> Standing:
    """The standing of a copy that numbers its new records in the first block that no copy has yet."""
    block = free_block(standing.counters)
    return replace(standing, block=block, counters={**standing.counters, counter_of("", block): block})


def name_copy(store: Store, act: Act, side: str) -> Revision:
    """Go on as a copy of its own, called by that side and with numbers of its own, which is a revision."""
    with store.engine.transaction() as found:
        state = store.unedited(found) if found else store.state()
        standing = replace(in_free_block(state.standing), side=side, copy="")
        return store.remarked(act, replace(state, standing=standing))
