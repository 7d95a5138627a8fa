"""The way of typed records to and from plain documents; strict, with the place of a bad value."""

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from operator import attrgetter
from types import GenericAlias
from typing import Any

import msgspec

from tracker import errors
from tracker.model.history.documents import Document, Documents, Rows, is_large, laid_over, unlike, unlike_codes
from tracker.model.records import thresholds
from tracker.model.records.codes import LETTERS, all_of, order_among, order_of, table_of
from tracker.model.records.rows import Overlay, Unread, went
from tracker.model.records.tables import TABLES
from tracker.model.tracker import Tracker
from tracker.store.file.rows import StoredTable

_NUMBERED = frozenset({*LETTERS.values(), "activities"})


class BadDocument(Exception):
    """A document does not fit its type; `where` is table, code and field, `rule` what its values break, if known."""

    def __init__(self, where: str, rule: "errors.ThresholdRefused | None" = None) -> None:
        super().__init__(where)
        self.where = where
        self.rule = rule


Made = tuple[Documents, Tracker]
"""Documents, and the tracker that was made of them."""


Later = Callable[[Callable[[], Any]], Any]
"""Reads something when it is asked for, and turns the `BadDocument` of it into what the caller is told."""


def to_tracker(
    documents: Documents,
    counters: dict[str, int],
    demo: bool,
    made: Made | None = None,
    block: int = 0,
    later: Later | None = None,
) -> Tracker:
    """The typed value; raises `BadDocument`. Unknown tables and fields are refused: they would be lost on writing.

    The records of documents that are the same object as in `made` are taken from there. With `later`, large tables are
    read when somebody asks for their records.
    """
    unknown = documents.keys() - TABLES.keys()
    if unknown:
        raise BadDocument(min(unknown))
    new = unlike(made[0], documents) if made else TABLES.keys()
    old = made[1].tables if made else {}
    tables: dict[str, Mapping[str, Any]] = {}
    for table in TABLES:
        rows = documents.get(table)
        if later and made is None and isinstance(rows, StoredTable) and rows.is_large:
            from tracker.store.unread import unread  # noqa: PLC0415 - most tables are small

            tables[table] = unread(table, rows, partial(later, partial(_table, table, documents, None)))
        else:
            tables[table] = _table(table, documents, made) if table in new else old[table]
    if tables["initiative"].keys() != {"initiative"}:
        raise BadDocument("initiative")
    if tables["thresholds"].keys() - {"thresholds"}:
        raise BadDocument("thresholds")
    tracker = Tracker(tables, counters, demo, block)
    try:
        thresholds.check(tracker.thresholds)
    except errors.ThresholdRefused as refused:
        raise BadDocument(f"thresholds/thresholds/{refused.name}", refused) from refused
    return tracker


def _table(table: str, documents: Documents, made: Made | None) -> Mapping[str, Any]:
    """The records of a table by code, in their order; those of documents laid over an unread table are laid over it."""
    rows = documents.get(table)
    if made and isinstance(rows, Overlay) and rows.below is made[0].get(table):
        below = made[1].tables[table]
        if isinstance(below, Unread):
            return Overlay(below, _each(table, rows.over))
    records = _all_at_once(table, documents) if made is None else None
    if records is None:
        records = _one_by_one(table, documents.get(table, {}), made)
    if not records:
        return {}
    if "order" in TABLES[table].__struct_fields__:
        records.sort(key=lambda record: (record.order, order_of(record.id)))
    else:
        keys = [order_among(record.id) for record in records]
        records = [records[place] for place in sorted(range(len(records)), key=keys.__getitem__)]
    return {record.id: record for record in records}


def _all_at_once(table: str, documents: Documents) -> list[Any] | None:
    """Decode straight from the file; None where that is not possible, or something is wrong whose place is wanted."""
    rows = documents.get(table)
    if not isinstance(rows, StoredTable) or table == "thresholds":
        return None  # thresholds have an id even where their row has none, which a change of them could not write
    records = rows.records(_decoder(table))
    if records is None:
        return None
    if len({record.id for record in records}) < len(records):
        return None
    return records if _all_fit(table, records) else None


@cache
def _decoder(table: str) -> msgspec.json.Decoder[dict[str, Any]]:
    return msgspec.json.Decoder(GenericAlias(dict, (str, TABLES[table])))


def _one_by_one(table: str, rows: Rows, made: Made | None) -> list[Any]:
    if made is None:
        return [_record(table, code, document) for code, document in rows.items()]
    records = {**made[1].tables[table]}
    codes = unlike_codes(made[0].get(table, {}), rows)
    for code in codes:
        records.pop(code, None)
    return [*(records | _each(table, {code: rows[code] for code in codes if code in rows})).values()]


def _each(table: str, documents: Rows) -> dict[str, Any]:
    """Convert documents at once; one by one where something is wrong whose place is wanted."""
    plain = [each if each.__class__ is dict else dict(each.items()) for each in documents.values()]
    try:
        records = msgspec.convert(plain, GenericAlias(list, TABLES[table]), strict=True)
    except msgspec.ValidationError:
        records = []
    if records and _all_fit(table, records):
        return dict(zip(documents, records, strict=True))
    return {code: _record(table, code, document) for code, document in documents.items()}


def _all_fit(table: str, records: list[Any]) -> bool:
    """Whether their codes have the form of the table, and their values are such as no type can judge."""
    coded = table not in _NUMBERED or all_of({record.id for record in records}, table)
    return coded and all(all(map(fits, records)) for _, fits in _fitting(table))


def _record(table: str, code: str, document: Mapping[str, Any]) -> Any:
    try:
        record = msgspec.convert(dict(document.items()), TABLES[table], strict=True)
    except msgspec.ValidationError as error:
        raise BadDocument("/".join((table, code, *_place(str(error))))) from error
    if table in _NUMBERED and table_of(record.id) != table:
        raise BadDocument(f"{table}/{code}/id")
    for field, fits in _fitting(table):
        if not fits(record):
            raise BadDocument(f"{table}/{code}/{field}")
    return record


@cache
def _fitting(table: str) -> list[tuple[str, Callable[[Any], bool]]]:
    """Give checks by field for what no type can judge in a table: dates, and endless values."""
    tests: list[tuple[str, Callable[[Any], bool]]] = []
    if table == "meetings":
        tests.append(("date", attrgetter("well_dated")))
    if table == "indicators":
        tests.append(("value", attrgetter("finite")))
    return tests


_PLACE = r"(?:unknown field `(?P<name>.*?)`)?(?: - at `\$\.?(?P<path>[^`]*)`)?$"


def _place(message: str) -> list[str]:
    """Give the path of the bad value, with which msgspec ends its message: "… unknown field `fr` - at `$.title`"."""
    found = re.search(_PLACE, message, re.DOTALL)
    path, name = (found["path"], found["name"]) if found else (None, None)
    return [part for part in (path and path.replace(".", "/"), name) if part]


def to_documents(tracker: Tracker, before: Tracker | None, known: Documents) -> Documents:
    """The stored form of all records; what is the same object as `before` is taken from `known`."""
    result: dict[str, Rows] = {}
    for table, rows in tracker.tables.items():
        old = before.tables.get(table, {}) if before else {}
        if rows is old:
            continue
        stored = known.get(table, {})
        if is_large(stored) and not went(old, rows):
            changed = tracker.changed_since(before, table) if before else [*rows.values()]
            result[table] = laid_over(stored, _changed(changed, stored))
            continue
        documents = dict(stored.items())
        for code in old.keys() - rows.keys():
            documents.pop(code, None)
        result[table] = documents | _changed(
            [each for code, each in rows.items() if old.get(code) is not each], documents
        )
    return {**known, **result}


def _changed(records: list[Any], before: Rows) -> dict[str, Document]:
    """The stored form of records, without defaults that the documents before did not say either: they are no change."""
    from tracker.store.plain_form import to_several  # noqa: PLC0415 - who only reads writes none

    found = {record.id: document for record, document in zip(records, to_several(records), strict=True)}
    for record in records:
        if (old := before.get(record.id)) is not None:
            new, usual = found[record.id], _defaults(record.__class__)
            for name in new.keys() - dict(old.items()).keys():
                if usual.get(name) == new[name]:
                    del new[name]
    return found


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    return {each.name: each.default for each in msgspec.structs.fields(kind)}
