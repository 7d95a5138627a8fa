"""The data that ships with the program: the article's tracker, and the one place that finds shipped files."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from tracker.model.history.documents import Documents
from tracker.store.state import Standing, State

FORMAT = "tracker"


def shipped(name: str) -> Path:
    """The path of a shipped data file, in an installed package or in a checkout."""
    spec = find_spec("tracker")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    installed = package / "data" / name
    return installed if installed.exists() else package.parent / "data" / name


def template(name: str) -> dict[str, Any]:
    """The export document of a template: `article`, `blank` or the fictional `demo`."""
    document: dict[str, Any] = msgspec.json.decode(shipped(f"{_FILES[name]}.json").read_bytes())
    return document


_FILES = {"article": "initiative", "blank": "blank", "demo": "demo"}
TEMPLATES = tuple(_FILES)


def tables_of(document: dict[str, Any]) -> Documents:
    """The documents of an export by table and code."""
    return {table: {doc["id"]: doc for doc in rows} for table, rows in document["tables"].items()}


def editions() -> Iterator[State]:
    """Every beginning that a template has given: as it is, and as it was before the usual roles belonged to it."""
    for name in TEMPLATES:
        state = template_state(name)
        yield state
        bare = {table: rows for table, rows in state.documents.items() if table != "roles"}
        yield State(bare, state.standing, stored=False)


def template_state(name: str = "article") -> State:
    """A template as a state that no file holds."""
    document = template(name)
    return State(tables_of(document), Standing(counters=document["counters"], demo=document["demo"]), stored=False)
