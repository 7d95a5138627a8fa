"""The leaves of a record: each single value by its path, so that history can digest, erase and join them one by one.

A text in three languages has a leaf for each, an item of a list one for each of its fields. Items are known by what
tells them apart: a measurement by its period, a target by its date, participants by their office, a rating by its step
and criterion, evidence by the record that it supports, an aspect by its code, an issued brief by its day and party;
other items by their position.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import starmap
from typing import Any

from tracker.frozen import Frozen
from tracker.model.history.texts import FIXED, WITHHELD_WHOLE, text_fields
from tracker.model.history.withheld import folded, is_private, unfolded
from tracker.model.records.localized import LANGS
from tracker.model.records.tables import TABLES

ORDER = "#"
"""The last part of the path under which the keys of a list stand in their order."""

Item = Mapping[str, Any]


def _office(office: Item) -> str:
    return "/".join(filter(None, (office["party"], office.get("role"))))


KEYS: Mapping[str, Callable[[Item], str]] = {
    "briefs": lambda item: f"{item['date']}:{(item.get('by') or {}).get('party', '')}",
    "links": lambda item: item["aspect"],
    "measurements": lambda item: f"{item.get('period_start') or ''}..{item['period_end']}",
    "participants": lambda item: _office(item["office"]),
    "ratings": lambda item: f"{item['step']}:{item['criterion']}",
    "supports": lambda item: item["record"],
    "targets": lambda item: item["date"],
}
"""The key of an item, by the field that holds the list."""
PLAIN = frozenset(
    {
        "concern_reason",
        "forecast_reason",
        "justification",
        "note",
        "reschedule_reason",
        "response",
        "response_reason",
        "status_reason",
    }
)
"""The names of words that are kept without a language where they are in Arabic alone."""
_LANGS = frozenset(LANGS)
WHOLE = frozenset({"figures"})
"""Fields that are one value, whatever they hold: the figures of an evaluation are frozen."""

_NESTED = frozenset({dict, list})


class Leaf(Frozen):
    """A value at its path, and whether it is words that somebody typed."""

    path: str
    value: Any
    text: bool


@lru_cache(4096)  # of ten thousand records the paths are few
def words_at(path: str) -> str:
    """The place of words as far as digests know it: those in Arabic alone stand there with or without a language."""
    head, _, last = path.rpartition("/")
    return head if last == "ar" and head.rpartition("/")[2] in PLAIN else path


def leaves(table: str, document: Mapping[str, Any]) -> Iterator[Leaf]:
    """Every leaf of a record, or of some of its fields; an empty field is a leaf that holds None."""
    return starmap(Leaf, plain_leaves(table, document))


def plain_leaves(table: str, document: Mapping[str, Any]) -> list[tuple[str, Any, bool]]:
    """The same as tuples of path, value and whether it is words: a new record has a dozen, and nobody keeps them."""
    texts = _words_of(table)
    found: list[tuple[str, Any, bool]] = []
    for name, value in document.items():
        if value.__class__ not in _NESTED:  # most are; it saves a third of the time of a long history
            found.append((name, value, name in texts))
        elif name in WHOLE:
            found.append((name, value, False))
        else:
            _gather(found, name, name, value, name in texts)
    return found


@cache
def _words_of(table: str) -> frozenset[str]:
    """Give the fields of a table's records that hold words, and nothing of a fixed form."""
    return text_fields(table) - FIXED - WHOLE


def _kept_apart(table: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the fields among which the words are that are not shared; of ten thousand new records few have any."""
    texts, shared = text_fields(table), TABLES[table].shared
    return {
        name: value
        for name, value in document.items()
        if name in texts and not (name in shared and (value.__class__ is str or _is_worded(value)))
    }


def _is_worded(value: Any) -> bool:
    """Whether it is a text in its languages, in which no note stands."""
    return value.__class__ is dict and _LANGS.issuperset(value)


def salted_leaves(table: str, document: Mapping[str, Any]) -> Iterator[Leaf]:
    """The leaves, with something in them, that have salts: words, and what may be withheld with them."""
    if table not in WITHHELD_WHOLE:
        texts = text_fields(table)
        document = {name: value for name, value in document.items() if name in texts}
    for leaf in leaves(table, document):
        if leaf.value is not None and (leaf.text or is_private(table, leaf.path, text=False)):
            yield leaf


def private_leaves(table: str, document: Mapping[str, Any]) -> Iterator[Leaf]:
    """The leaves, with something in them, that one side may withhold from the other."""
    if table not in WITHHELD_WHOLE and not (document := _kept_apart(table, document)):
        return iter(())
    return (each for each in salted_leaves(table, document) if is_private(table, each.path, text=each.text))


def _gather(found: list[tuple[str, Any, bool]], path: str, name: str, value: Any, text: bool) -> None:
    text = text and name not in FIXED
    if isinstance(value, dict):
        for key, inner in unfolded(value):
            _gather(found, f"{path}/{key}", key, inner, text)
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        keys = keys_of(path, value)
        found.append((f"{path}/{ORDER}", keys, False))
        for key, item in zip(keys, value, strict=True):
            _gather(found, f"{path}/{key}", "", item, text)
    else:
        found.append((path, value, text))


def with_leaves(table: str, document: Mapping[str, Any], change: Callable[[Leaf], Any]) -> dict[str, Any]:
    """The record, or some of its fields, with the value that `change` gives for each leaf but the keys of lists."""
    texts = text_fields(table)
    return {
        name: change(Leaf(name, value, text=False))
        if name in WHOLE
        else _with(name, name, value, name in texts, change)
        for name, value in document.items()
    }


def _with(path: str, name: str, value: Any, text: bool, change: Callable[[Leaf], Any]) -> Any:
    text = text and name not in FIXED
    if isinstance(value, dict):
        return folded({key: _with(f"{path}/{key}", key, inner, text, change) for key, inner in unfolded(value)})
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        keys = keys_of(path, value)
        return [_with(f"{path}/{key}", "", item, text, change) for key, item in zip(keys, value, strict=True)]
    return change(Leaf(path, value, text))


def keys_of(field: str, items: list[Any]) -> list[str]:
    """The keys of the items of a list, in their order; their positions where one of them has none of its own."""
    key = KEYS.get(field)
    try:
        found = [key(item) for item in items] if key else []
    except (KeyError, TypeError):
        found = []
    return found if len(set(found)) == len(items) else [str(place) for place in range(len(items))]
