"""The export of a tracker: everything without loss, or what the other side gets."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.audience import Audience
from tracker.model.history.documents import Document, Documents
from tracker.model.history.identity import all_identified, makers
from tracker.model.history.revision import Revision
from tracker.model.history.withheld import marks_in
from tracker.model.history.withholding import Withholding, is_open
from tracker.model.records.activities import PERCENT
from tracker.store.act import begun
from tracker.store.exchange.revealing import Half
from tracker.store.file.layout import META
from tracker.store.file.schema import SCHEMA
from tracker.store.file.strict_json import read_json
from tracker.store.records import BadDocument, to_tracker
from tracker.store.revisions import revision_document, to_revision
from tracker.store.state import SECRETS, Standing, State, standing_of
from tracker.store.store import Store
from tracker.store.template import FORMAT, tables_of, template_state


def export_of(store: Store, state: State | None = None) -> dict[str, Any]:
    """Everything a store holds, in the state that was read, with its history, as built-in values.

    Only the secrets of the copy stay in it. Raises `Corrupt` where something of it cannot be read.
    """
    state = state or store.state()
    store.tracker(state)  # what is handed over can be read
    return _document(state.documents, state.standing, store.revisions(after=-1))


class Withheld(Frozen):
    """The number of texts, of papers and of evaluations not yet approved that this side does not show to the other."""

    texts: int
    papers: int
    evaluations: int


def counterpart_export(store: Store, state: State) -> tuple[dict[str, Any], Withheld]:
    """The copy for the other side, as built-in values, and the number of things that are withheld in it (rule 17.9).

    Raises `Corrupt` where something of it cannot be read, or the history leads back to a record without an identity.
    """
    store.tracker(state)
    revisions = list(store.revisions(after=-1))  # before a secret is kept: a refusal leaves the file as it was
    beginning = Half(state, revisions).beginning()
    if not all("uid" in row for rows in beginning.values() for row in rows.values()):
        raise store.engine.damaged("bad_value", "revisions")
    state = _with_secrets(store, state)
    standing = state.standing
    theirs = _marks(state.documents, revisions) if standing.partial else set()
    given = Withholding(state.documents, standing.old_secret, template_state().documents)
    salts = given.begin(beginning, standing.salts)
    lines = list(given.revisions(revisions))
    # What was exchanged with others, and when, is this copy's own affair (rule 17.8).
    own = replace(standing, partial=True, salts=salts, taken={}, arrivals=[])
    documents = given.current()
    found = _document(documents, own, lines) | {"audience": Audience.COUNTERPART.value}
    return found, _withheld(documents, lines, theirs)


def _with_secrets(store: Store, state: State) -> State:
    """The state with secrets of this copy, which are kept from the first time that they are needed."""
    if not state.stored or state.standing.old_secret:
        return begun(state)
    with store.engine.transaction():
        ready = begun(store.unedited(store.state()))
        store.engine.write(ready.documents, ready.standing)
    return ready


def _withheld(documents: Documents, revisions: Iterable[Revision], theirs: set[str]) -> Withheld:
    """Count what is withheld here; `theirs` are the marks of what the other side withholds, which is no part of it."""
    papers, evaluations = (
        sum(
            not is_open(table, row, documents) and theirs.isdisjoint(marks_in(dict(row.items())))
            for row in documents.get(table, {}).values()
        )
        for table in ("evidence", "reviews")
    )
    return Withheld(len(_marks(documents, revisions) - theirs), papers, evaluations)


def _marks(documents: Documents, revisions: Iterable[Revision]) -> set[str]:
    told = [[each.note, *([change.before, change.after] for change in each.changes)] for each in revisions]
    rows = [[dict(row.items()) for row in each.values()] for each in documents.values()]
    return {*marks_in(told), *marks_in(rows)}


def _document(documents: Documents, standing: Standing, revisions: Iterable[Revision]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "demo": standing.demo,
        "counters": standing.counters,
        "standing": {name: value for name, value in standing.document().items() if name not in SECRETS},
        "tables": {table: [dict(row.items()) for row in rows.values()] for table, rows in sorted(documents.items())},
        "revisions": [revision_document(revision) for revision in revisions],
    }


def read_export(raw: bytes, path: str) -> tuple[State, list[Document]]:
    """The state and the revisions of an export; raises `Corrupt`, `NotAnExport`, `TooNew`."""
    document = _read(raw, path)
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
    if all(row.get("uid") for rows in state.documents.values() for row in rows.values()):
        return state, revisions
    made = makers(to_revision(revision, path) for revision in revisions)
    return replace(state, documents=all_identified(state.documents, made)), revisions


def _read(raw: bytes, path: str) -> Any:
    """The value in a file of that content; halves of letters, which no file of ours could hold, are refused."""

    def refused(reason: str, where: str = "") -> "errors.Corrupt":
        return errors.Corrupt(path, reason, where.encode("utf-8", "backslashreplace").decode())

    document = read_json(raw, refused)
    try:
        msgspec.json.encode(document)
    except (ValueError, RecursionError) as error:
        raise refused("not_utf8") from error
    return document


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
