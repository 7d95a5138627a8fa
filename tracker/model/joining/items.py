"""The items of lists that nothing but their words tells apart: known, also when reworded, by their place in the base.

No side needs to have kept a key for that. The base is the same on both, and an item in other words behind the same
neighbour as one of the base is that one reworded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.model.history.chain import canonical

Item = Mapping[str, Any]
PARTED = frozenset({"agenda", "findings"})
"""The lists of such items; an item is joined part by part."""


def keys_by_place(base: Sequence[Item], items: Sequence[Item]) -> list[str]:
    """The keys of the items: the place, counted from 1, of the item of the base that each was; of a new one all of it.

    What both have added in the same words is one item.
    """
    places = _places(list(map(_words, base)), list(map(_words, items)))
    return [str(places[place] + 1) if place in places else canonical(item).decode() for place, item in enumerate(items)]


def _words(item: Item) -> set[tuple[str, str]]:
    """Give the wordings by language: with another translation an item is still the same."""
    return {(lang, words) for lang, words in item.get("text", item).items() if words}


def _places(base: list[set[tuple[str, str]]], words: list[set[tuple[str, str]]]) -> dict[int, int]:
    """Give the places in the base by those of the items: first in the same words, then behind the same neighbour."""
    found: dict[int, int] = {}
    left = list(range(len(base)))
    for place, word in enumerate(words):
        old = next((each for each in left if base[each] & word), None)
        if old is not None:
            found[place] = old
            left.remove(old)
    same = dict(found)
    behind: dict[int, list[int]] = {}
    for old in left:
        behind.setdefault(max((each for each in same.values() if each < old), default=-1), []).append(old)
    neighbour = -1
    for place in range(len(words)):
        if place in same:
            neighbour = same[place]
        elif behind.get(neighbour):
            found[place] = behind[neighbour].pop(0)
    return found
