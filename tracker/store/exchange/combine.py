"""One record of an import put over ours: absent and empty values never clear (rule 15.6)."""

from collections.abc import Mapping
from typing import Any

from tracker.model.history.documents import Document
from tracker.model.history.revision import BOOKKEEPING

# Items of these lists are known by one of their fields; of other lists by the whole of them.
KEYS = {"supports": "record", "links": "aspect"}
# These only grow: days on which a record was last touched, and times a step was reopened.
GROWING = frozenset({"updated_on", "reopened"})
WHOLES = frozenset({"legal_instrument"})


def combine(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Document:
    """Put what their document says over ours; `rev` counts our revisions, so theirs is not taken."""
    result = dict(ours)
    for name, value in theirs.items():
        if name not in BOOKKEEPING and value not in (None, "", [], {}):
            result[name] = _value(name, ours.get(name), value)
    return result


def names(document: Mapping[str, Any]) -> list[Any]:
    """Give the names of a record, which tell it from others."""
    return [document.get(name) for name in ("reference", "name", "title")]


def _value(name: str, ours: Any, theirs: Any) -> Any:
    if ours is None:
        return theirs
    if isinstance(theirs, list):
        return _linked(_items(name, ours, theirs), theirs) if name == "links" else _items(name, ours, theirs)
    if isinstance(theirs, dict) and ("ar" in theirs or name in WHOLES):
        return combine(ours, theirs)
    return max(ours, theirs) if name in GROWING else theirs


def _items(name: str, ours: list[Any], theirs: list[Any]) -> list[Any]:
    """Give our items, those of theirs with the same key in their place, then what is new."""
    key = KEYS.get(name)
    if key is None:
        return [*ours, *(item for item in theirs if item not in ours)]
    new = {item[key]: item for item in theirs}
    old = [_raised(item, new.pop(item[key], item)) for item in ours]
    return [*old, *new.values()]


def _raised(ours: Document, theirs: Document) -> Document:
    """Raise the percentage of evidence that was attached again; it is never lowered."""
    if "progress" not in ours:
        return theirs
    return {**theirs, "progress": max(ours["progress"], theirs.get("progress") or 0)}


def _linked(links: list[Document], theirs: list[Document]) -> list[Document]:
    """A step has one primary aspect: theirs, if they name one."""
    named = {link["aspect"] for link in theirs if link["strength"] == "primary"}
    if not named:
        return links
    return [
        {**link, "strength": "secondary"} if link["strength"] == "primary" and link["aspect"] not in named else link
        for link in links
    ]
