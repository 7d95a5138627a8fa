"""Finding the store of a place."""

from pathlib import Path

from tracker.model.revision import Documents
from tracker.store.engine import FileEngine
from tracker.store.state import Standing, State
from tracker.store.store import Store
from tracker.store.template import tables_of, template


def open_store(path: Path, *, named: bool) -> Store:
    """The store at a path. One that was not `named` by anybody shows the article's tracker until it is written."""
    engine = FileEngine(path)
    return Store(engine, None if named else template_state)


def template_state(name: str = "article") -> State:
    """A template as a state that no file holds."""
    document = template(name)
    documents: Documents = tables_of(document)
    return State(documents, Standing(counters=document["counters"], demo=document["demo"]), stored=False)
