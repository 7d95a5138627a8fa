"""The lossless export format."""

from typing import Any

import msgspec

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Document, Documents
from tracker.model.history.identity import all_identified, makers
from tracker.model.records.activities import PERCENT
from tracker.store.file.layout import META
from tracker.store.file.schema import SCHEMA
from tracker.store.records import BadDocument, to_tracker
from tracker.store.revisions import revision_document, to_revision
from tracker.store.state import Standing, State, standing_of
from tracker.store.store import Store
from tracker.store.template import FORMAT, tables_of


def export_of(store: Store, state: State | None = None) -> dict[str, Any]:
    """Everything a store holds, in the state that was read, with its history, as built-in values."""
    state = state or store.state()
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "demo": state.standing.demo,
        "counters": state.standing.counters,
        "standing": state.standing.document(),
        "tables": {
            table: [dict(row.items()) for row in rows.values()] for table, rows in sorted(state.documents.items())
        },
        "revisions": [revision_document(revision) for revision in store.revisions(after=-1)],
    }


def read_export(raw: bytes, path: str) -> tuple[State, list[Document]]:
    """The state and the revisions of an export; raises `Corrupt`, `NotAnExport`, `TooNew`."""
    try:
        document = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise errors.Corrupt(path, "not_json", str(error)) from error
    if isinstance(document, dict) and META in document:
        raise errors.NotAnExport(path)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise errors.Corrupt(path, "not_tables")
    schema = document.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise errors.Corrupt(path, "bad_schema", str(schema))
    if schema > SCHEMA:
        raise errors.TooNew(path, schema, SCHEMA)
    try:
        state = State(_tables(document, path), _standing(document), stored=False)
        to_tracker(state.documents, state.standing.counters, state.standing.demo)
    except BadDocument as bad:
        raise errors.Corrupt(path, "bad_value", bad.where) from bad
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise errors.Corrupt(path, "not_tables") from error
    revisions = _history(document, state.standing, path)
    made = makers(to_revision(revision, path) for revision in revisions)
    return replace(state, documents=all_identified(state.documents, made)), revisions


def _tables(document: dict[str, Any], path: str) -> Documents:
    """The documents by table and code; none of them twice, for one of the two would be lost."""
    tables = tables_of(document)
    for table, rows in tables.items():
        if len(rows) != len(document["tables"][table]):
            raise errors.Corrupt(path, "duplicate_key", table)
    return _with_percentages(tables)


def _with_percentages(tables: Documents) -> Documents:
    """Take evidence that came without a percentage to support what the record declares (rule 5.2)."""
    declared = {code: step.get("declared", 0) for code, step in tables.get("steps", {}).items()}
    declared |= {code: _PERCENT.get(work.get("gate"), 0) for code, work in tables.get("activities", {}).items()}
    for evidence in tables.get("evidence", {}).values():
        for support in evidence.get("supports") or ():
            if support["record"] in declared and support.get("progress") is None:
                support["progress"] = declared[support["record"]]
    return tables


_PERCENT: dict[Any, int] = {gate.value: percent for gate, percent in PERCENT.items()}


def _standing(document: dict[str, Any]) -> Standing:
    counters, demo = document.get("counters", {}), document.get("demo", False)
    return standing_of(document.get("standing", {"counters": counters, "demo": demo}))


def _history(document: dict[str, Any], standing: Standing, path: str) -> list[Document]:
    """The revisions, none missing and none too many; whether the chain is whole `history --verify` tells."""
    revisions = document.get("revisions", [])
    if not isinstance(revisions, list):
        raise errors.Corrupt(path, "not_tables", "revisions")
    for place, revision in enumerate(revisions, 1):
        # Of copies that were joined there are several lines, and a number may stand twice.
        number = to_revision(revision, path).number if isinstance(revision, dict) else None
        if number is None or (number != place and not standing.lines):
            raise errors.Corrupt(path, "bad_value", f"revisions/{place}")
    if len(revisions) != standing.position:
        raise errors.Corrupt(path, "bad_value", "standing/number")
    return revisions
