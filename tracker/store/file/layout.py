"""The layout of the file: one document per line, the seal in line 1, revisions last.

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

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

import msgspec

from tracker.frozen import Frozen
from tracker.store.file.rows import NUMBER, Row, StoredTable, check_ids

META = "_meta"
REVISIONS = "revisions"
HIDDEN = frozenset({META, REVISIONS})

_START = b'{"_meta": {"1": {"schema": '
_TABLE_END = b"\n},\n"
_REVISIONS_START = b'"revisions": {\n'
FILE_END = b"\n}}\n"
"""The end of the file, behind the last revision."""
_BETWEEN = b",\n"
_MADE = b'",null,{"id":'
"""The place in a revision before each record that it made: one can have made ten thousand."""
_PLAIN = frozenset({str, int, bool, type(None)})

_encode, _encode_lines = msgspec.json.Encoder().encode, msgspec.json.Encoder().encode_lines
_decode_name = msgspec.json.Decoder(str).decode


class Lines(Frozen):
    """Lines of documents within the bytes of a file, which are large and not copied for that."""

    raw: bytes
    start: int
    end: int

    @property
    def key(self) -> bytes:
        """The id of the only line, in its quotation marks."""
        colon = self.raw.find(b": ", self.start, self.end)
        return self.raw[self.start : colon if colon >= 0 else self.end]

    @property
    def document(self) -> memoryview:
        """The document of the only line."""
        colon = self.raw.find(b": ", self.start, self.end)
        return memoryview(self.raw)[colon + len(b": ") if colon >= 0 else self.end : self.end]


class Content(Frozen):
    """A whole file: per table a JSON object of id -> document, one per line; of the revisions the lines alone."""

    schema: int
    tables: Mapping[str, bytes | memoryview]
    revisions: tuple[Lines, ...] = ()


def pieces(content: Content) -> list[bytes | memoryview]:
    """The bytes of the file that holds `content`, sealed, piece by piece: nobody needs a second copy of them."""
    parts: list[bytes | memoryview] = []
    for name, text in sorted(content.tables.items()):
        parts += [b"%s: " % _encode(name), text, _BETWEEN]
    parts.append(_REVISIONS_START)
    for number, lines in enumerate(content.revisions):
        parts += [_BETWEEN if number else b"", memoryview(lines.raw)[lines.start : lines.end]]
    parts.append(FILE_END if content.revisions else FILE_END[1:])
    return [_first_line(content.schema, *parts), *parts]


def split(raw: bytes) -> Content | None:
    """The content of a file exactly as `pieces` made it, or None when its seal or its layout says otherwise."""
    end = raw.find(b"\n")
    number = raw[len(_START) : raw.find(b",", len(_START), end)]
    if not raw.startswith(_START) or not NUMBER.fullmatch(number.decode("ascii", "replace")):
        return None
    if not raw.endswith(FILE_END) or raw[: end + 1] != _first_line(int(number), memoryview(raw)[end + 1 :]):
        return None
    tables, start = _tables(raw, end + 1)
    if start < 0 or not HIDDEN.isdisjoint(tables):
        return None
    return Content(int(number), tables, lines_within(raw, start, len(raw) - len(FILE_END)))


def _first_line(schema: int, *rest: bytes | memoryview) -> bytes:
    from tracker.store.file.seal import digest  # noqa: PLC0415 - loads OpenSSL, and what is not stored is not sealed

    return b'%s%d, "seal": "%s"}},\n' % (_START, schema, digest(*rest).encode())


def _tables(raw: bytes, start: int) -> tuple[dict[str, memoryview], int]:
    """Give the tables from a place on, by name, and the place of the first revision behind them, -1 where none is."""
    view, tables = memoryview(raw), {}
    while not raw.startswith(_REVISIONS_START, start):
        stop = raw.find(_TABLE_END, start)
        if stop < 0:
            return {}, -1
        line = raw[start : raw.find(b"\n", start)]
        tables[_decode_name(line.removesuffix(b": {"))] = view[start + len(line) - 1 : stop + len(b"\n}")]
        start = stop + len(_TABLE_END)
    return tables, start + len(_REVISIONS_START)


def lines_within(raw: bytes, start: int, end: int) -> tuple[Lines, ...]:
    """The lines between two places; none where nothing is between them."""
    return (Lines(raw, start, end),) if start < end else ()


def check_name(name: str) -> None:
    """Raises ValueError for a table that the file cannot hold beside its own."""
    if name in HIDDEN:
        raise ValueError(f"{name} has methods of its own")
    name.encode()


def text_of(documents: Mapping[str, Mapping[str, Any]]) -> bytes | memoryview:
    """A table as it stands in the file, by rising id; ValueError or TypeError for what JSON cannot hold.

    One that was read and that nobody has looked into stays as it was read.
    """
    if isinstance(documents, StoredTable) and not documents.opened:
        return documents.text
    check_ids(documents)
    lines = _lines_of(sorted(documents, key=int), documents)
    if not lines:
        return b"{\n}"
    lines[0] = b"{\n" + lines[0]
    lines[-1] += b"\n}"
    return _BETWEEN.join(lines)


def line_of(key: str, document: Mapping[str, Any]) -> bytes:
    """One document as a line."""
    return _lines_of([key], {key: document})[0]


def _lines_of(keys: Collection[str], documents: Mapping[str, Mapping[str, Any]]) -> list[bytes]:
    """Give each document as a line; all are written at once, and one that was read stays as it was read."""
    found = [documents[key] for key in keys]
    contents = [each.content if each.__class__ is Row else each for each in found]
    encoded = _encode_lines(contents)
    # msgspec writes a NaN or an infinity as `null` without a word, and so would lose it.
    if encoded.count(b"null") > encoded.count(_MADE):
        _check_finite(contents)
    texts = encoded.split(b"\n")
    return [b'"%s": %s' % (key.encode(), text) for key, text in zip(keys, texts, strict=False)]


def each_line(parts: tuple[Lines, ...], *, backwards: bool = False) -> Iterator[Lines]:
    """The lines one by one, from either end, without looking at more than is asked for."""
    for lines in reversed(parts) if backwards else parts:
        walk = _backwards if backwards else _forwards
        yield from walk(lines.raw, lines.start, lines.end)


def _forwards(raw: bytes, start: int, end: int) -> Iterator[Lines]:
    while start < end:
        cut = raw.find(_BETWEEN, start, end)
        yield Lines(raw, start, cut if cut >= 0 else end)
        start = cut + len(_BETWEEN) if cut >= 0 else end


def _backwards(raw: bytes, start: int, end: int) -> Iterator[Lines]:
    while start < end:
        cut = raw.rfind(b"\n", start, end) + 1 or start
        yield Lines(raw, cut, end)
        end = cut - len(_BETWEEN)


def documents_in(parts: tuple[Lines, ...]) -> Iterator[dict[str, Any]]:
    """The documents of the lines, each decoded when it is asked for; raises what msgspec raises."""
    for line in each_line(parts):
        yield msgspec.json.decode(line.document, type=dict[str, Any])


def last_id(parts: tuple[Lines, ...]) -> int:
    """The id in the last line, 0 when there is none; ValueError if that is no line of ours."""
    for line in each_line(parts, backwards=True):
        return int(line.raw[line.start + 1 : line.raw.index(b'"', line.start + 1, line.end)])
    return 0


def _check_finite(contents: Iterable[msgspec.Raw | Mapping[str, Any]]) -> None:
    """Raise ValueError for an endless number in what was not read from a file."""
    if not all(isinstance(each, msgspec.Raw) or _finite(each.values()) for each in contents):
        raise ValueError("not a finite number")


def _finite(values: Collection[Any]) -> bool:
    return all(_is_finite(value) for value in values if type(value) not in _PLAIN)


def _is_finite(value: Any) -> bool:
    if isinstance(value, dict):
        return _finite(value.values())
    if isinstance(value, list | tuple):
        return _finite(value)
    return not isinstance(value, float) or isfinite(value)
