"""The lossless export format, and taking one in (CLI.md `import`, `export`)."""

from collections.abc import Mapping
from typing import Any

import msgspec

from tracker.errors import Corrupt, DemoMixed, TooNew
from tracker.model.revision import Document, Documents
from tracker.model.tracker import Tracker
from tracker.store.records import BadDocument, revision_document, to_revision, to_tracker
from tracker.store.schema import SCHEMA
from tracker.store.state import Standing, State, standing_of
from tracker.store.store import Act, Outcome, Store
from tracker.store.template import FORMAT, tables_of


def exported(store: Store) -> dict[str, Any]:
    """Everything a store holds, with its history, as built-in values."""
    state = store.state()
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "demo": state.standing.demo,
        "counters": state.standing.counters,
        "standing": state.standing.document(),
        "tables": {table: list(rows.values()) for table, rows in sorted(state.documents.items())},
        "revisions": [revision_document(revision) for revision in store.revisions()],
    }


def read_export(raw: bytes, path: str) -> tuple[State, list[Document]]:
    """The state and the revisions of an export; raises `Corrupt`, `TooNew`."""
    try:
        document = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Corrupt(path, "not_json", str(error)) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Corrupt(path, "not_tables")
    schema = document.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise Corrupt(path, "bad_schema", str(schema))
    if schema > SCHEMA:
        raise TooNew(path, schema, SCHEMA)
    try:
        state = State(tables_of(document), _standing(document), stored=False)
        to_tracker(state.documents, state.standing.counters, state.standing.demo)
        revisions = list(document.get("revisions", []))
    except BadDocument as bad:
        raise Corrupt(path, "bad_value", bad.where) from bad
    except (KeyError, TypeError, AttributeError) as error:
        raise Corrupt(path, "not_tables") from error
    for revision in revisions:
        to_revision(revision, path)
    return state, revisions


def _standing(document: dict[str, Any]) -> Standing:
    if "standing" in document:
        return standing_of(document["standing"])
    return Standing(counters=document.get("counters", {}), demo=bool(document.get("demo")))


def merge(store: Store, act: Act, incoming: State) -> Outcome:
    """The records of an export put over those of the store, as one revision.

    Absent records never delete and empty fields never clear. Raises `DemoMixed` between fictional and real data, and
    what the rules refuse.
    """

    def merged(state: State, tracker: Tracker) -> tuple[Documents, Mapping[str, int]]:
        if state.standing.demo != incoming.standing.demo:
            raise DemoMixed(store.place)
        tables = {table: dict(rows) for table, rows in state.documents.items()}
        for table, rows in incoming.documents.items():
            present = tables.setdefault(table, {})
            for code, document in rows.items():
                present[code] = {**present.get(code, {}), **document}
        return tables, _higher(tracker.counters, incoming.standing.counters)

    return store.change_documents(act, merged)


def _higher(ours: Mapping[str, int], theirs: Mapping[str, int]) -> dict[str, int]:
    """Codes that either side has given out are never given out again."""
    return {name: max(ours.get(name, 0), theirs.get(name, 0)) for name in {**ours, **theirs}}
