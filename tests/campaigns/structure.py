"""Mutations of a file that stays JSON: values of odd types and sizes, fields, references, codes, counters, numbers."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 101, 2**31, 2**63, 10**30, -0.5, 1e300, float("nan"), float("inf")),
    *([], {}, [[]], [None], [{}], {"": ""}, {"ar": 5}, {"id": "S1"}, {"ar": "نص", "xx": "?"}),
    *("", " ", "x", "S1", "A9", "S999999999999", "S" + "9" * 400, "initiative", "LY/", "completed", "+00:00"),
    *("2026-02-30", "0001-01-01", "9999-12-31", "2200-01-01T00:00:00+00:00", "2026-03-31T10:00:00Z", "2026-13"),
    *("../../etc/passwd", "\x00", "\ud800", "\u202e\x1b[2J", "=1+1", "{x} {0}", "\u2028", "ا" * 20_000, "a@b.ly"),
    *([1] * 3000, {str(n): n for n in range(300)}),
)
CODE = re.compile(r"[A-Z]\d{1,4}(\.\d{1,3})?|LY(/\w+)?|TR(/\w+)?")
COUNTED = frozenset(
    {"number", "rev", "schema", "lines", "block", "at", "head", "genesis", "hash", "parents", "counters"}
)


class Place(NamedTuple):
    """A value within the document: what holds it, and its key there."""

    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        return self.holder[self.key]


def places(document: Any) -> list[Place]:
    """Every place."""
    found, waiting = list[Place](), [document]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        found += [Place(holder, key) for key in keys]
        waiting += [holder[key] for key in keys if isinstance(holder[key], dict | list)]
    return found


Mutation = Callable[[Random, list[Place]], None]


def odd(rnd: Random, found: list[Place]) -> None:
    """A value of another type or size."""
    place = rnd.choice(found)
    place.holder[place.key] = deepcopy(rnd.choice(ODD))


def missing(rnd: Random, found: list[Place]) -> None:
    place = rnd.choice(found)
    del place.holder[place.key]


def added(rnd: Random, found: list[Place]) -> None:
    """A field that nobody knows, or that is known elsewhere."""
    place, other = rnd.choice(found), rnd.choice(found)
    value = deepcopy(rnd.choice((other.value, rnd.choice(ODD))))
    if isinstance(place.holder, dict):
        place.holder[rnd.choice((str(other.key), "x", "", "ar", "id", "2"))] = value
    else:
        place.holder.insert(place.key, value)


def copied(rnd: Random, found: list[Place]) -> None:
    """A value of another place, as far as it may stand there."""
    place, other = rnd.choice(found), rnd.choice(found)
    alike = [each for each in found if each.key == place.key]
    place.holder[place.key] = deepcopy(rnd.choice((rnd.choice(alike), other)).value)


def exchanged(rnd: Random, found: list[Place]) -> None:
    place = rnd.choice(found)
    other = rnd.choice([each for each in found if each.holder is place.holder])
    place.holder[place.key], place.holder[other.key] = other.value, place.value


def referred(rnd: Random, found: list[Place]) -> None:
    """Another code: of another record, of another kind, or of none."""
    codes = [each for each in found if isinstance(each.value, str) and CODE.fullmatch(each.value)]
    if codes:
        place = rnd.choice(codes)
        place.holder[place.key] = rnd.choice((rnd.choice(codes).value, "S99", "M99", "E99", "XX", "LY/nobody"))


def renamed(rnd: Random, found: list[Place]) -> None:
    """Another name or row number for a value."""
    fields = [each for each in found if isinstance(each.key, str)]
    place = rnd.choice(fields)
    name = rnd.choice((rnd.choice(fields).key, "x", "999999999999999999", "-1", "01"))
    place.holder[name] = place.holder.pop(place.key)


def counted(rnd: Random, found: list[Place]) -> None:
    """Another number or moment of a revision, another counter, another digest."""
    known = [each for each in found if each.key in COUNTED]
    if not known:
        return
    place = rnd.choice(known)
    if isinstance(place.value, dict) and place.value:
        place = Place(place.value, rnd.choice(list(place.value)))
    value = place.value
    if isinstance(value, int):
        place.holder[place.key] = rnd.choice((value - 1, value + 1, 0, -1, 10**18, 7))
    else:
        place.holder[place.key] = rnd.choice([each.value for each in known if type(each.value) is type(value)])


MUTATIONS: tuple[Mutation, ...] = (odd, odd, missing, added, copied, exchanged, referred, renamed, counted, counted)


def mutated(rnd: Random, raw: bytes) -> bytes:
    """The file with one to three of them, as a program writes it that knows JSON and nothing of ours."""
    document = json.loads(raw)
    for _ in range(rnd.choice((1, 1, 2, 3))):
        found = places(document)
        if found:
            rnd.choice(MUTATIONS)(rnd, found)
    return written(document)


def written(document: Any) -> bytes:
    """With a table and a document to the line, as ours is, so that the mutations of lines find some in it."""
    if not isinstance(document, dict):
        return json.dumps(document).encode()
    return (
        b"{" + b",\n".join(json.dumps(name).encode() + b": " + _table(each) for name, each in document.items()) + b"}\n"
    )


def _table(table: Any) -> bytes:
    if not isinstance(table, dict) or not table:
        return json.dumps(table).encode()
    return (
        "{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(each)}" for name, each in table.items()) + "\n}"
    ).encode()
