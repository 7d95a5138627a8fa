"""How the file is laid out: one document per line, the seal in line 1, revisions last.

    {"_meta": {"1": {"schema": 1, "seal": "sha256:…"}},
    "aspects": {
    "1": {"code":"A1"},
    "2": {"code":"A2"}
    },
    "revisions": {
    "1": {"number":1}
    }}

It is a plain TinyDB file, with small differences from one version to the next. A table stays bytes until somebody
asks for it: a command neither parses nor writes anew what it does not touch, least of all the revisions.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite
from typing import Any, NamedTuple

import msgspec

from tracker.store.row import Row
from tracker.store.schema import Document
from tracker.store.seal import digest

META = "_meta"
REVISIONS = "revisions"
HIDDEN = frozenset({META, REVISIONS})

_START = b'{"_meta": {"1": {"schema": '
_TABLE_END = b"\n},\n"
_REVISIONS_START = b'\n"revisions": {\n'
_FILE_END = b"\n}}\n"
_BETWEEN = b",\n"
_PLAIN = frozenset({str, int, bool, type(None)})
_ID = re.compile("[1-9][0-9]{0,17}")  # so short that int() is cheap on hostile files

_encode = msgspec.json.Encoder().encode
_decode_name = msgspec.json.Decoder(str).decode


class Content(NamedTuple):
    """A whole file: per table the lines of its documents, without the braces around them."""

    schema: int
    tables: Mapping[str, bytes]
    revisions: bytes = b""


def pieces(content: Content) -> list[bytes]:
    """The bytes of the file that holds `content`, sealed, piece by piece: nobody needs a second copy of them."""
    parts: list[bytes] = []
    for name, lines in sorted(content.tables.items()):
        parts += [b"%s: {%s" % (_encode(name), b"\n" if lines else b""), lines, _TABLE_END]
    parts += [_REVISIONS_START[1:], content.revisions, _FILE_END if content.revisions else _FILE_END[1:]]
    return [_first_line(content.schema, *parts), *parts]


def split(raw: bytes) -> Content | None:
    """The content of a file exactly as `pieces` made it, or None when its seal or its layout says otherwise."""
    end = raw.find(b"\n")
    number = raw[len(_START) : raw.find(b",", len(_START), end)]
    if not raw.startswith(_START) or not _ID.fullmatch(number.decode("ascii", "replace")):
        return None
    rest = memoryview(raw)[end + 1 :]
    start = raw.find(_REVISIONS_START, end)
    if start < 0 or not raw.endswith(_FILE_END) or raw[: end + 1] != _first_line(int(number), rest):
        return None
    after = start + len(_REVISIONS_START)
    tables = _split_tables(raw[end + 1 : start + 1])
    if not HIDDEN.isdisjoint(tables):
        return None
    return Content(int(number), tables, raw[after : max(after, len(raw) - len(_FILE_END))])


def _first_line(schema: int, *rest: bytes | memoryview) -> bytes:
    return b'%s%d, "seal": "%s"}},\n' % (_START, schema, digest(*rest).encode())


def _split_tables(section: bytes) -> dict[str, bytes]:
    tables = {}
    for piece in section.split(_TABLE_END)[:-1]:
        name, _, lines = piece.partition(b"\n")
        tables[_decode_name(name.removesuffix(b": {"))] = lines
    return tables


def check_name(name: str) -> None:
    """Raises ValueError for a table that the file cannot hold beside its own."""
    if name in HIDDEN:
        raise ValueError(f"{name} has methods of its own")
    name.encode()


def check_ids(documents: Iterable[str]) -> None:
    """Raises ValueError for an id that is not a positive number."""
    if not all(map(_ID.fullmatch, documents)):
        raise ValueError("the id of a document must be a positive number")


def lines_of(documents: Mapping[str, Document | Row]) -> bytes:
    """The lines of a table, by rising id; ValueError or TypeError for what JSON cannot hold."""
    check_ids(documents)
    return _BETWEEN.join(line_of(key, documents[key]) for key in sorted(documents, key=int))


def line_of(key: str, document: Document | Row) -> bytes:
    """One document as a line."""
    content = document.content if isinstance(document, Row) else document
    encoded = _encode(content)
    # msgspec writes a NaN or an infinity as `null` without a word, and so would lose it.
    if b"null" in encoded and isinstance(content, dict) and not _finite(content.values()):
        raise ValueError("not a finite number")
    return b'"%s": %s' % (key.encode(), encoded)


def each_line(lines: bytes, *, backwards: bool = False) -> Iterator[bytes]:
    """The lines of a table one by one, from either end, without looking at more than is asked for."""
    start, end = 0, len(lines)
    while start < end:
        if backwards:
            cut = lines.rfind(b"\n", 0, end) + 1
            yield lines[cut:end]
            end = cut - len(_BETWEEN)
        else:
            cut = lines.find(_BETWEEN, start)
            yield lines[start : cut if cut >= 0 else end]
            start = cut + len(_BETWEEN) if cut >= 0 else end


def last_id(lines: bytes) -> int:
    """The id in the last line of a table, 0 when it is empty; ValueError if that is no line of ours."""
    for line in each_line(lines, backwards=True):
        return int(line[1 : line.index(b'"', 1)])
    return 0


def _finite(values: Collection[Any]) -> bool:
    if _PLAIN.issuperset(map(type, values)):  # in C, for the many documents that hold nothing else
        return True
    return all(map(_is_finite, values))


def _is_finite(value: Any) -> bool:
    if isinstance(value, dict):
        return _finite(value.values())
    if isinstance(value, list | tuple):
        return _finite(value)
    return not isinstance(value, float) or isfinite(value)
