"""The forms of documents: ten thousand records have a few, and what is the same for all of a form is made once.

A form says which leaves a document has, in which order its values come, and how their digests are written down.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from operator import itemgetter
from typing import Any

from tracker.frozen import Frozen, sorted_json, sorted_lines
from tracker.model.history.documents import WITHHELD
from tracker.model.history.leaves import ORDER, WHOLE, keys_of
from tracker.model.history.texts import ERASED

Shape = tuple[Any, ...]
"""The names in a document of plain values. In another one those, the names of lists and objects, and of each of these
its shape: None where it is one leaf, and of a list None, the keys of its items and their shapes.
"""
_NESTED = frozenset({dict, list})
_WITHHELD, _ERASED = WITHHELD.encode(), ERASED.encode()


class Form(Frozen):
    """The paths of the leaves, as they end the JSON of a place; and the pieces of the JSON of all digests by path.

    There are no pieces where two leaves have one path.
    """

    paths: tuple[str, ...]
    ends: tuple[bytes, ...]
    sort: Callable[[Any], Iterable[str]]
    pieces: list[str]

    def filled(self, digests: Sequence[str]) -> str | None:
        """The JSON of the digests by path, sorted by these; they come in the order of the leaves."""
        pieces = self.pieces[:]
        if not pieces:
            return None
        pieces[1::2] = self.sort(digests)
        return "".join(pieces)


def digests_of(
    places: Sequence[bytes], documents: Sequence[Mapping[str, Any]], salts: Sequence[Mapping[str, str] | None]
) -> list[str | None]:
    """The JSON of the digests of all leaves by path, of each document, whose values are all written at once.

    It is None where a mark may stand in one, or two have one path. With each document come the JSON of the places of
    its leaves up to the path, with the salt of all, and the salts of their own, by path.
    """
    values: list[Any] = []
    forms = [_form(_shape("", document, values)) for document in documents]
    written = sorted_lines(values)
    if _may_be_marked(written):
        if len(documents) == 1:
            return [None]
        each = zip(places, documents, salts, strict=True)
        return [found for place, document, own in each for found in digests_of([place], [document], [own])]
    digests = iter(_digests(forms, places, written.split(b"\n"), salts))
    return [form.filled([*islice(digests, len(form.paths))]) for form in forms]


def _digests(
    forms: Sequence[Form], places: Sequence[bytes], texts: Sequence[bytes], salts: Sequence[Mapping[str, str] | None]
) -> list[str]:
    """The digests of all leaves, in their order."""
    heads = [place + end for place, form in zip(places, forms, strict=True) for end in form.ends]
    if not any(salts):
        return [
            sha256(sha256(head).hexdigest().encode() + text).hexdigest()
            for head, text in zip(heads, texts, strict=False)
        ]
    each = zip(forms, salts, strict=True)
    own = [salt for form, known in each for salt in map((known or {}).get, form.paths)]
    return [
        sha256((sha256(head).hexdigest() if salt is None else salt).encode() + text).hexdigest()
        for head, text, salt in zip(heads, texts, own, strict=False)
    ]


def _may_be_marked(written: bytes) -> bool:
    """Whether a mark may stand in one of the values; a single byte, and a rare one, is sought first."""
    return (b"[" in written and _ERASED in written) or (b"\xef" in written and _WITHHELD in written)


def _shape(path: str, item: Mapping[str, Any], values: list[Any]) -> Shape:
    """The shape of a document, or of one within it at a path; its values are put behind those that are there."""
    names, kinds = tuple(item), tuple(map(type, item.values()))
    if _NESTED.isdisjoint(kinds):
        values += item.values()
        return names
    plain, nested = _cut(names, kinds)
    values += plain(item)
    shapes: list[Any] = [names, nested]
    for name in nested:
        value = item[name]
        if value.__class__ is dict and name not in WHOLE and _NESTED.isdisjoint(map(type, value.values())):
            values += value.values()  # as most are
            shapes.append(tuple(value))
        else:
            shapes.append(_within(path + name, value, values))
    return tuple(shapes)


@lru_cache(4096)
def _cut(names: tuple[str, ...], kinds: tuple[type, ...]) -> tuple[Callable[[Any], Iterable[Any]], tuple[str, ...]]:
    """Give a getter of the plain values of a document, and the names of its other fields."""
    pairs = [*zip(names, kinds, strict=True)]
    plain = [name for name, kind in pairs if kind not in _NESTED]
    return _getting(plain), tuple(name for name, kind in pairs if kind in _NESTED)


def _getting(keys: Sequence[Any]) -> Callable[[Any], Iterable[Any]]:
    """Give a getter of the values under some keys, at the speed of C."""
    return itemgetter(*keys) if len(keys) > 1 else lambda item: [item[key] for key in keys]


def _within(path: str, value: Any, values: list[Any]) -> Shape | None:
    if path in WHOLE:
        values.append(value)
        return None
    if value.__class__ is dict:
        return _shape(f"{path}/", value, values)
    if value.__class__ is list and value and all(isinstance(item, dict) for item in value):
        keys = keys_of(path, value)
        values.append(keys)
        items = (_shape(f"{path}/{key}/", item, values) for key, item in zip(keys, value, strict=True))
        return None, tuple(keys), *items
    values.append(value)
    return None


def _paths(head: str, shape: Shape) -> Iterator[str]:
    """The paths of the values, in their order."""
    names, nested, *inner = shape if shape and isinstance(shape[0], tuple) else (shape, ())
    yield from (head + name for name in names if name not in nested)
    for name, each in zip(nested, inner, strict=True):
        if each is None:
            yield head + name
        elif each and each[0] is None:
            _, keys, *items = each
            yield f"{head}{name}/{ORDER}"
            for key, item in zip(keys, items, strict=True):
                yield from _paths(f"{head}{name}/{key}/", item)
        else:
            yield from _paths(f"{head}{name}/", each)


@lru_cache(4096)  # lists with keys of their own have many
def _form(shape: Shape) -> Form:
    paths = tuple(_paths("", shape))
    order = sorted(range(len(paths)), key=lambda place: paths[place].encode())
    names = [sorted_json(paths[place]).decode() for place in order]
    pieces = [piece for name in names for piece in (f'",{name}:"', "")]
    pieces = ["{" + pieces[0][2:], *pieces[1:], '"}'] if pieces else ["{}"]
    sort = itemgetter(*order) if len(order) > 1 else tuple
    told = pieces if len(set(paths)) == len(paths) else []
    return Form(paths, tuple(sorted_json(path)[1:-1] + b'"]' for path in paths), sort, told)
