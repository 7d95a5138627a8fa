"""The leaves of a record: each single value by its path, so that history can digest, erase and join them one by one.

A text in three languages has a leaf for each, an item of a list one for each of its fields. Items are known by what
tells them apart: a measurement by its period, a target by its date, participants by their office, a rating by its step
and criterion, evidence by the record that it supports, an aspect by its code, an issued brief by its day and party;
other items by their position.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from tracker.frozen import Frozen
from tracker.model.history.texts import FIXED, WITHHELD_WHOLE, is_shared, text_fields
from tracker.model.history.withheld import folded, is_private, unfolded
from tracker.model.records.localized import LANGS

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
WHOLE = frozenset({"figures"})
"""Fields that are one value, whatever they hold: the figures of an evaluation are frozen."""

_NESTED = (dict, list)
_LANGS = frozenset(LANGS)


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
    texts = text_fields(table)
    for name, value in document.items():
        if name in WHOLE:
            yield Leaf(name, value, text=False)
        elif isinstance(value, _NESTED):
            yield from _leaves(name, name, value, name in texts)
        else:  # most are; it saves a third of the time of a long history
            yield Leaf(name, value, name in texts and name not in FIXED)


def salted_leaves(table: str, document: Mapping[str, Any]) -> Iterator[Leaf]:
    """The leaves, with something in them, that have salts: words, and what may be withheld with them."""
    if table not in WITHHELD_WHOLE:
        texts = text_fields(table)
        document = {name: value for name, value in document.items() if name in texts}
    for leaf in leaves(table, document):
        if leaf.value is not None and (leaf.text or is_private(table, leaf.path, text=False)):
            yield leaf


def private_leaves(table: str, document: Mapping[str, Any]) -> Iterable[Leaf]:
    """The leaves, with something in them, that one side may withhold from the other."""
    if table not in WITHHELD_WHOLE:
        names = _in_words(table, tuple(document))
        private = [name for name in names if not (is_shared(table, name) and _is_worded(document[name]))]
        document = {name: document[name] for name in private}
        if not document:
            return ()  # as of most records
    return (each for each in salted_leaves(table, document) if is_private(table, each.path, text=each.text))


@lru_cache(4096)  # of ten thousand records the forms are few
def _in_words(table: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the fields among these that hold words somebody typed."""
    return tuple(name for name in names if name in text_fields(table))


def _is_worded(value: Any) -> bool:
    """Whether it is one text in some languages, as most words are: all of it belongs to whoever sees its field."""
    return value.__class__ is dict and _LANGS.issuperset(value)


def _leaves(path: str, name: str, value: Any, text: bool) -> Iterator[Leaf]:
    text = text and name not in FIXED
    if isinstance(value, dict):
        for key, inner in unfolded(value):
            yield from _leaves(f"{path}/{key}", key, inner, text)
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        keys = keys_of(path, value)
        yield Leaf(f"{path}/{ORDER}", keys, text=False)
        for key, item in zip(keys, value, strict=True):
            yield from _leaves(f"{path}/{key}", "", item, text)
    else:
        yield Leaf(path, value, text)


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
