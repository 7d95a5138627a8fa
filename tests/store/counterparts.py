"""The file for the other desk, written and taken in as commands do it."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.store.desks import taken
from tests.store.stores import act
from tracker.model.joining.conflict import Conflict
from tracker.model.tracker import Tracker
from tracker.store.exchange.copies import read_copy
from tracker.store.exchange.export import counterpart_export
from tracker.store.exchange.joining import Comparison
from tracker.store.open import open_store
from tracker.store.revisions import revision_document
from tracker.store.store import Store


def handed(store: Store) -> bytes:
    """The file for the counterpart, as it is written."""
    fresh = reopened(store)
    return json.dumps(counterpart_export(fresh, fresh.state())[0], default=str, ensure_ascii=False).encode()


def reopened(store: Store) -> Store:
    return open_store(Path(store.place), named=True)


def unanswered(_: Conflict) -> int | None:
    return None


def take(store: Store, file: bytes, choose: Callable[[Conflict], int | None] = unanswered) -> Comparison:
    return taken(reopened(store), act("merge"), read_copy(file, "file.json"), choose)


def head(store: Store) -> str:
    return reopened(store).state().standing.head


def load(store: Store) -> Tracker:
    return reopened(store).load()


def begun_from(file: bytes, path: Path) -> Store:
    """The copy of the other desk, made from the file for it."""
    copy = read_copy(file, "file.json")
    store = open_store(path, named=False)
    store.create(act("init", by="TR"), copy.state, [revision_document(each) for each in copy.revisions])
    return reopened(store)
