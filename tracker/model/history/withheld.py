"""The marks that stand, in a copy, where the other side has withheld a text (rule 17.9).

A mark holds the digest under which the text stands in the history, so that hashes hold and two states are compared
without the text. Beside words that stay with one side stands at times a number that tells as much: its digest is in the
mark of the words, since no mark can stand where a number must.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.model.history.documents import WITHHELD
from tracker.model.history.texts import ERASED, WITHHELD_WHOLE, is_shared

SHOWN = "[withheld]"
"""The word that machines get for a mark: in JSON, in spreadsheets, in an editor."""
BESIDE = {"justification": "value", "name": "size"}
"""The words beside which such a number stands, and its name: a rating's value, a file's size."""
_NESTED = frozenset({dict, list})
_NUMBERS = frozenset(BESIDE.values())
_REQUIRED: Mapping[str, Any] = {"size": 0}
_MARK = re.compile(rf"{WITHHELD}([0-9a-f]{{64}}|{re.escape(ERASED)})?(?:/([0-9a-f]{{64}}))?")


def mark(words: str, beside: str = "") -> str:
    """The mark for words of that digest, and for the number beside them where `beside` is given.

    Words may be erased (`ERASED`), or not be there at all (empty).
    """
    return WITHHELD + words + (f"/{beside}" if beside else "")


def is_withheld(value: Any) -> bool:
    """Whether a mark stands there."""
    return isinstance(value, str) and value.startswith(WITHHELD) and bool(_MARK.fullmatch(value))


def holds_withheld(value: Any) -> bool:
    """Whether a mark stands somewhere in a value."""
    kind = value.__class__
    if kind is str:
        return value.startswith(WITHHELD) and is_withheld(value)
    if kind not in _NESTED:
        return False
    for inner in value.values() if kind is dict else value:
        kind = inner.__class__
        if kind is str:  # most are: not even a function is called for them
            if inner.startswith(WITHHELD) and is_withheld(inner):
                return True
        elif kind in _NESTED and holds_withheld(inner):
            return True
    return False


def plainly(value: str) -> str:
    """The text as machines get it: `SHOWN` for a mark."""
    return SHOWN if value.startswith(WITHHELD) and is_withheld(value) else value


def marks_in(value: Any) -> Iterator[str]:
    """Every mark in a value."""
    if is_withheld(value):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from marks_in(inner)


def digest_in(value: Any) -> str:
    """The digest of the text that a mark stands for; empty for anything else."""
    words = _parts(value)[0]
    return "" if words == ERASED else words


def _parts(value: Any) -> tuple[str, str]:
    found = _MARK.fullmatch(value) if isinstance(value, str) and value.startswith(WITHHELD) else None
    return (found[1] or "", found[2] or "") if found else ("", "")


def is_private(table: str, path: str, *, text: bool) -> bool:
    """Whether a leaf may be withheld from the other side: words that are not shared, or of what is withheld whole."""
    if table in WITHHELD_WHOLE:
        return text or path.rpartition("/")[2] in _NUMBERS
    return text and not is_shared(table, path)


def unfolded(item: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """The values of an item by name, with a mark of its own for each number that the mark beside it stands for."""
    if BESIDE.keys().isdisjoint(item):
        return item.items()
    hidden = {
        number: beside
        for words, number in BESIDE.items()
        if (beside := _beside(item.get(words))) and item.get(number) == _REQUIRED.get(number)
    }
    return _unfolded(item, hidden) if hidden else item.items()


def _unfolded(item: Mapping[str, Any], hidden: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name, value in item.items():
        if name in BESIDE and BESIDE[name] in hidden and isinstance(value, dict):
            yield name, {lang: _unmarked(each) for lang, each in value.items()}
            continue
        words = _parts(value)[0] if name in BESIDE and BESIDE[name] in hidden else None
        if words is None and name not in hidden:
            yield name, value
        elif words:
            yield name, _unmarked(value)
    yield from ((number, mark(digest)) for number, digest in hidden.items())


def folded(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with the marks of numbers in those of the words beside them."""
    found = dict(item)
    for words, number in BESIDE.items():
        if is_withheld(found.get(number)):
            beside = digest_in(found.pop(number))
            found[words] = _marked(found.get(words), beside)
            found |= {number: _REQUIRED[number]} if number in _REQUIRED else {}
    return found


def _beside(words: Any) -> str:
    """The digest of the number beside some words, which stands in the mark of one of their wordings; else nothing."""
    wordings = words.values() if isinstance(words, dict) else (words,)
    return next(filter(None, (_parts(each)[1] for each in wordings)), "")


def _unmarked(words: str) -> str:
    """Words as they are, in a mark of their own if they are withheld, without the number beside them."""
    digest = _parts(words)[0]
    return words if not digest else digest if digest == ERASED else mark(digest)


def _marked(words: Any, beside: str) -> Any:
    """Words with the digest of the number beside them in their mark, or in that of the first wording."""
    if isinstance(words, dict):
        return {**words, **{lang: _marked(each, beside) for lang, each in [*words.items()][:1]}}
    return mark(words if words == ERASED else digest_in(words), beside)


def revealed(value: Any, known: Mapping[str, Any]) -> Any:
    """The value with those texts and numbers in the place of their marks that are known by their digests."""
    if isinstance(value, dict):
        return folded({name: revealed(each, known) for name, each in unfolded(value)})
    if isinstance(value, list):
        return [revealed(each, known) for each in value]
    return known.get(digest_in(value), value) if is_withheld(value) else value
