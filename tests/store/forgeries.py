"""Forgeries of a tracker's file: changes that keep it readable, as somebody makes them who means harm."""

import random
from collections.abc import Callable
from typing import Any

from tracker.model.history.chain import digest_at, places
from tracker.model.history.texts import ERASED, erase
from tracker.model.history.withheld import mark
from tracker.store.revisions import to_revision

Random = random.Random
Forgery = Callable[[Random, Any], None]
WORDS = "وافق عليه الجانبان"
RECORDS = ("steps", "aspects", "activities", "evidence", "obstacles", "decisions", "parties", "meetings")
DIGEST = "ab" * 32


def _lines(data: Any) -> list[Any]:
    return list(data["revisions"].values())


def _numbered(data: Any, lines: list[Any]) -> None:
    data["revisions"] = {str(place): line for place, line in enumerate(lines, 1)}


def reorder(rnd: Random, data: Any) -> None:
    lines = _lines(data)
    one, other = rnd.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    if rnd.random() < 0.5:
        lines[one]["number"], lines[other]["number"] = lines[other]["number"], lines[one]["number"]
    _numbered(data, lines)


def drop(rnd: Random, data: Any) -> None:
    lines = _lines(data)
    lines.pop(rnd.choice([0, -1, rnd.randrange(len(lines))]))
    if rnd.random() < 0.5:
        data["standing"]["1"]["number"] -= 1
        data["standing"]["1"]["lines"] = max(0, data["standing"]["1"]["lines"] - 1)
    if rnd.random() < 0.5:
        for number, line in enumerate(lines, 1):
            line["number"] = number
    _numbered(data, lines)


def repeat(rnd: Random, data: Any) -> None:
    lines = _lines(data)
    line = {**rnd.choice(lines), "note": WORDS}
    lines.insert(rnd.randrange(len(lines) + 1), line)
    data["standing"]["1"]["lines"] += bool(data["standing"]["1"]["lines"])
    _numbered(data, lines)


FIELDS: tuple[str, ...] = ("note", "by", "at", "command", "copy", "uuid", "salt", "salts", "erased", "withheld")
FIELDS += ("erases", "about", "parents", "decided", "forced", "undoes", "schema", "hash", "changes", "number", "public")
VALUES: dict[str, list[Any]] = {
    "note": [WORDS, ERASED, None],
    "by": ["TR", "LY", ""],
    "at": ["2020-01-01T00:00:00+00:00"],
    "command": ["update-step", "redact", "merge"],
    "copy": ["00000000", ""],
    "uuid": ["x"],
    "salt": ["", "00"],
    "salts": [{}, {"note": "00"}],
    "erased": [{}, {"note": DIGEST}],
    "withheld": [{}, {"note": DIGEST}],
    "erases": [[], [DIGEST]],
    "about": [[], [["S1", ""]]],
    "public": [True, False],
    "parents": [[DIGEST], [DIGEST, DIGEST]],
    "decided": [[], [["x", "declared"]]],
    "forced": [True, False],
    "undoes": [None, {"number": 1, "hash": DIGEST}],
    "schema": [1, 2, 3],
    "hash": [DIGEST],
    "changes": [[]],
    "number": [0, 1, 7],
}


def exchange(rnd: Random, data: Any) -> None:
    one, other = rnd.sample(_lines(data), 2)
    for name in rnd.sample(FIELDS, rnd.randrange(1, 3)):
        one[name], other[name] = other.get(name), one.get(name)
        for line in (one, other):
            if line[name] is None:
                del line[name]


def rewrite(rnd: Random, data: Any) -> None:
    name = rnd.choice(FIELDS)
    rnd.choice(_lines(data))[name] = rnd.choice(VALUES[name])


def _leaf(rnd: Random, document: Any) -> tuple[Any, Any]:
    """Choose a value somewhere in a document: what holds it, and its key."""
    key = rnd.choice(list(document) if isinstance(document, dict) else range(len(document)))
    value = document[key]
    return _leaf(rnd, value) if isinstance(value, dict | list) and value else (document, key)


def _other(rnd: Random, value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return value + rnd.choice([-1, 1, 29])
    return rnd.choice([WORDS, ERASED, mark(DIGEST), value[::-1]]) if isinstance(value, str) else value


def _changes(data: Any) -> list[Any]:
    return [change for line in _lines(data) for change in line["changes"]]


def change_a_change(rnd: Random, data: Any) -> None:
    change = rnd.choice(_changes(data))
    side = rnd.choice([side for side in (2, 3) if change[side]])
    holder, key = _leaf(rnd, change[side])
    holder[key] = _other(rnd, holder[key])


def exchange_values(rnd: Random, data: Any) -> None:
    """The values of two changes of one field, or of a change and its record."""
    one, other = rnd.choice(_changes(data)), rnd.choice(_changes(data))
    for side in (2, 3):
        if one[side] and other[side]:
            for name in one[side].keys() & other[side].keys():
                one[side][name], other[side][name] = other[side][name], one[side][name]


def leave_out(rnd: Random, data: Any) -> None:
    """A field that one side of a change does not name, as if it had not been there."""
    change = rnd.choice([change for change in _changes(data) if change[2] and change[3]])
    side = change[rnd.choice((2, 2, 3))]
    side.pop(rnd.choice(list(side)), None)


def _row(rnd: Random, data: Any) -> Any:
    return rnd.choice(list(data[rnd.choice([name for name in RECORDS if data.get(name)])].values()))


def change_a_record(rnd: Random, data: Any) -> None:
    holder, key = _leaf(rnd, _row(rnd, data))
    holder[key] = _other(rnd, holder[key])


def drop_a_record(rnd: Random, data: Any) -> None:
    rows = data[rnd.choice([name for name in RECORDS if data.get(name)])]
    del rows[rnd.choice(list(rows))]


def change_both(rnd: Random, data: Any) -> None:
    """A value in the last change of a record and in the record, with the true digest kept as if it were erased."""
    line = rnd.choice([line for line in _lines(data) if line["changes"]])
    revision = to_revision(line, "x")
    found = places(revision)
    table, code, _, after, *_ = rnd.choice(line["changes"])
    if not after:
        return
    name = rnd.choice(list(after))
    how = rnd.choice(["erased", "words", "mark"])
    row: Any = next((row for row in data.get(table, {}).values() if row["id"] == code), {})
    for place, each in found.items():
        head = f"{table}/{code}/{name}"
        if place == head or place.startswith(f"{head}/"):
            kept = digest_at(revision, place, each)
            line.setdefault("erased", {})[place] = kept
            line.setdefault("withheld", {})[place] = kept
    value = after[name]
    if how == "mark":
        new: Any = mark(digest_at(revision, f"{table}/{code}/{name}", found[head])) if head in found else value
    else:
        new = erase(value) if how == "erased" else value
        if how == "words" and value:
            holder, key = _leaf(rnd, {"value": value})
            holder[key] = _other(rnd, holder[key])
            new = value
    after[name] = new
    if name in row:
        row[name] = new


def erase_a_note(rnd: Random, data: Any) -> None:
    line = rnd.choice([line for line in _lines(data) if line.get("note")])
    revision = to_revision(line, "x")
    kept = digest_at(revision, "note", places(revision)["note"])
    line["erased"] = {**line.get("erased", {}), "note": kept}
    line["note"] = rnd.choice([ERASED, mark(kept), WORDS])


STANDING: dict[str, list[Any]] = {
    "demo": [True, False],
    "created": ["2020-01-01T00:00:00+00:00", ""],
    "at": ["2020-01-01T00:00:00+00:00", ""],
    "number": [0, 1, 99],
    "lines": [0, 1, 99],
    "head": [DIGEST, ""],
    "genesis": [DIGEST, ""],
    "counters": [{}, {"S": 1}, {"S": 5, "A": 3, "M": 2, "E": 1}],
    "erased": [{}, {"steps/S1/title/ar": DIGEST}, {"steps/S1/weight": DIGEST}],
    "salts": [{}, {"steps/S1/title/ar": "00"}, {"steps/S1/weight": "00"}],
    "block": [0, 500, 1000],
    "taken": [{}, {"x": {"at": "2026-01-01T00:00:00+00:00", "head": DIGEST, "side": "TR"}}],
    "partial": [False],
}


def rewrite_the_standing(rnd: Random, data: Any) -> None:
    for name in rnd.sample(list(STANDING), rnd.randrange(1, 3)):
        data["standing"]["1"][name] = rnd.choice(STANDING[name])


FORGERIES: tuple[Forgery, ...] = (
    reorder,
    drop,
    repeat,
    exchange,
    rewrite,
    rewrite,
    change_a_change,
    change_a_change,
    exchange_values,
    leave_out,
    leave_out,
    change_a_record,
    drop_a_record,
    change_both,
    change_both,
    erase_a_note,
    rewrite_the_standing,
)
