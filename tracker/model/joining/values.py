"""The join of one field: three values, the one that both sides knew and what each made of it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tracker.model.history.chain import canonical
from tracker.model.history.leaves import KEYS, keys_of
from tracker.model.joining.conflict import OPEN
from tracker.model.joining.fields import COUNTED, EARLIEST, LATEST, OFFICES
from tracker.model.joining.items import PARTED, keys_by_place
from tracker.model.joining.wordings import with_translations
from tracker.model.records.localized import LANGS


class Ask(NamedTuple):
    """A way to ask which of two values stays at a path within the field, after base, one and other.

    `again` tells whether that was answered on both sides before, so that it is open also where only one has changed it.
    """

    chosen: Callable[[str, Any, Any, Any], Any]
    again: Callable[[str], bool]

    def within(self, key: str) -> "Ask":
        """The same for the paths within an item of a list."""

        def chosen(path: str, *values: Any) -> Any:
            return self.chosen(f"{key}/{path}", *values)

        return Ask(chosen, lambda path: self.again(f"{key}/{path}"))


class Three(NamedTuple):
    """A value as both knew it, and as each side has it; None where there is none."""

    base: Any
    one: Any
    other: Any


def joined(field: str, three: Three, ask: Ask) -> Any:
    """The value of a field after the join; `ask` is asked only where both have changed the same part of it."""
    _, one, other = three
    if field in COUNTED:
        if not any(three):
            return one if one is not None else other
        return _counted(*(0 if value is OPEN else value or 0 for value in three))
    if OPEN in three:
        return one_of(field, three, ask)
    if field in EARLIEST or field in LATEST:
        known = [value for value in (one, other) if value is not None]
        return (min if field in EARLIEST else max)(known, default=None)
    kinds = {type(value) for value in three if value is not None}
    if kinds == {dict} and field not in OFFICES:
        return _in_parts(three, ask)
    if kinds == {list}:
        return _listed(field, Three(*(value or [] for value in three)), ask)
    return one_of(field, three, ask)


def one_of(path: str, three: Three, ask: Ask) -> Any:
    """The value that a side has changed; both sides' where they agree, and the one that is chosen where they do not."""
    base, one, other = three
    if one == other:
        return one
    if ask.again(path) or base not in (one, other):
        return ask.chosen(path, base, one, other)
    return one if other == base else other


def _counted(base: int, one: int, other: int) -> int:
    """Count what both have done; what both have taken back was one and the same."""
    first, second = one - base, other - base
    return base + (min(first, second) if first < 0 and second < 0 else first + second)


def _by_place(name: str) -> tuple[int, str]:
    """Languages stand in their order, whichever side has which; other parts by their names."""
    return (LANGS.index(name), "") if name in LANGS else (len(LANGS), name)


def _in_parts(three: Three, ask: Ask) -> Any:
    parts = [value or {} for value in three]
    names = sorted({name for part in parts[1:] for name in part}, key=_by_place)
    found = {name: one_of(name, Three(*(part.get(name) for part in parts)), ask) for name in names}
    return {name: value for name, value in found.items() if value is not None} or None


def _listed(field: str, three: Three, ask: Ask) -> Any:
    if any(isinstance(item, dict) for items in three for item in items):
        return _keyed(field, three, ask)
    base, one, other = three
    return [item for item in dict.fromkeys((*one, *other)) if (item in one) + (item in other) + (item not in base) >= 2]


def _keyed(field: str, three: Three, ask: Ask) -> Any:
    """Give the items of both by their keys; `OPEN` where what becomes of one of them is left open."""
    base, one, other = (_by_key(field, items, three.base) for items in three)
    join_items = _parts if field in PARTED else _item
    found = []
    for key in dict.fromkeys((*one, *other)):
        item = join_items(key, Three(base.get(key), one.get(key), other.get(key)), ask)
        if item is not None:
            found.append((key, item))
    if any(_is_open(item) for _, item in found):
        return OPEN
    # The model keeps measurements and targets in the order of their days; other lists stand as they were typed.
    in_order = field in ("briefs", "measurements", "targets")
    return [item for _, item in (sorted(found, key=lambda pair: _end(pair[0])) if in_order else found)]


def _end(key: str) -> str:
    return key.rpartition("..")[2]


def _is_open(item: Any) -> bool:
    return item is OPEN or (isinstance(item, dict) and any(map(_is_open, item.values())))


def _by_key(field: str, items: list[Any], base: list[Any]) -> Mapping[str, Any]:
    """Give the items by their key; an item without one is known by all that it says."""
    if field in PARTED:
        keys = keys_by_place(base, items)
    else:
        keys = keys_of(field, items) if field in KEYS else [canonical(item).decode() for item in items]
    return dict(zip(keys, items, strict=True))


def _parts(key: str, three: Three, ask: Ask) -> Any:
    """Join an item part by part, as a record is."""
    base, one, other = three
    if one is None or other is None:
        return one_of(key, three, ask)
    names, within = dict.fromkeys((*one, *other)), ask.within(key)
    found = {
        name: joined(name, Three((base or {}).get(name), one.get(name), other.get(name)), within) for name in names
    }
    return {name: value for name, value in found.items() if value is not None}


_TEXTS = frozenset({"note", "justification"})
"""The texts of items that are joined as a whole."""


def _item(key: str, three: Three, ask: Ask) -> Any:
    base, one, other = three
    if one is None or other is None:
        return one_of(key, three, ask)
    if "progress" in one or "progress" in other:
        return {**one, "progress": max(one.get("progress") or 0, other.get("progress") or 0)}
    three = Three(*with_translations(_TEXTS, *(item or {} for item in three)))
    notes = [item.get("note") for item in three]
    bare = [{name: value for name, value in item.items() if name != "note"} for item in three]
    kept = one_of(key, Three(bare[0] if base else None, bare[1], bare[2]), ask)
    note = one_of(f"{key}/note", Three(*notes), ask)
    return {**kept, "note": note} if note is not None and kept is not OPEN else kept
