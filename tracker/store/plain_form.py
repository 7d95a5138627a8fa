"""The stored form of records: built-in values, empty fields left out; that of many is made column by column."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

import msgspec

from tracker.model.history.documents import Document
from tracker.model.records.activities import GateDates
from tracker.model.records.office import Office

_NESTED = frozenset({dict, list, tuple})
_PLAIN = frozenset({str, int, bool, type(None)})


def to_document(record: Any) -> Document:
    """The stored form of a record."""
    return to_several([record])[0]


def to_several(records: Sequence[Any]) -> list[Document]:
    """The stored form of each record, in their order."""
    alike = (list(group) for _, group in groupby(records, type))
    return [document for group in alike for document in _of_one_kind(group)]


def _of_one_kind(records: list[Any]) -> list[Document]:
    columns: dict[str, list[Any]] = {}
    lacking = False
    for name, get in _getters(records[0].__class__):
        column = _stored([*map(get, records)])
        if column is not None:
            columns[name] = column
            lacking = lacking or None in column
    names, rows = tuple(columns), zip(*columns.values(), strict=True)
    if lacking:
        pairs = (zip(names, row, strict=False) for row in rows)
        return [{name: value for name, value in row if value is not None} for row in pairs]
    return [dict(zip(names, row, strict=False)) for row in rows]  # of one length, but to ask takes time


@cache
def _getters(kind: type[msgspec.Struct]) -> list[tuple[str, "attrgetter[Any]"]]:
    return [(name, attrgetter(name)) for name in kind.__struct_fields__]


def _stored(values: list[Any]) -> list[Any] | None:
    """Give the stored form of the values of one field, in which None is nothing; None where there is nothing at all."""
    kinds = set(map(type, values))
    if kinds <= _PLAIN:
        return values if len(kinds) > 1 or None not in values[:1] else None
    if all(map(_is_simple, kinds)):
        known = {value: _left(value) for value in set(values)}
        found = [*map(known.__getitem__, values)]
    else:
        left = {key: _left(value) for key, value in {id(value): value for value in values}.items()}
        found = [left[id(value)] for value in values]  # most are the very same, as an empty list
    return found if any(each is not None for each in found) else None


@cache
def _is_simple(kind: type) -> bool:
    """Whether values of a kind are written alike where they are equal, as many records have them."""
    return issubclass(kind, (date, StrEnum, type(None), Office, GateDates))


def _left(value: Any) -> Any:
    """Give the stored form of a value of a record, None where nothing is left of it."""
    plain = msgspec.to_builtins(value)
    return (plain and _left_of(plain)) or None if plain.__class__ in _NESTED else plain


def _left_of(value: Any) -> Any:
    if value.__class__ is dict:
        return _without_nothing(value)
    return [_left_of(each) for each in value] if value.__class__ in _NESTED else value


def _without_nothing(item: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for name, each in item.items():
        if each is None:
            continue
        kind = each.__class__
        if kind is str or kind not in _NESTED:  # as most are, of ten thousand records
            found[name] = each
        elif each and (left := _left_of(each)):
            found[name] = left
    return found
