"""The lists of texts: items are added once, whatever the language, and worded in other languages by their place."""

from collections.abc import Iterable, Sequence

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.records.localized import Lang, Localized


class Wording(Frozen):
    """The words of an item of a list in one language; `place` counts from 1."""

    place: int
    lang: Lang
    words: str


def with_new(items: Sequence[Localized], new: Iterable[Localized]) -> tuple[Localized, ...]:
    """The items and those new ones of which no wording is among them yet."""
    found = list(items)
    for each in new:
        known = {words for item in found for words in item.wordings().values()}
        if known.isdisjoint(each.wordings().values()):
            found.append(each)
    return tuple(found)


def reworded(record: str, items: Sequence[Localized], wordings: Iterable[Wording]) -> tuple[Localized, ...]:
    """The items with those wordings; raises `NoSuchItem` for a place that there is not."""
    found = list(items)
    for each in wordings:
        if not 1 <= each.place <= len(found):
            raise errors.NoSuchItem(record, each.place, len(found))
        found[each.place - 1] = replace(found[each.place - 1], **{each.lang: each.words})
    return tuple(found)
