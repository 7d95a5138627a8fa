"""The rows of a tracker as they are read: all of one moment, and the lines of its history in portions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.frozen import Frozen
from tracker.model.history.documents import Document

if TYPE_CHECKING:
    import psycopg

_BOOK = b"id, (SELECT version FROM tracker.structure), schema, version, standing::text, role, office"
_OPENED = b"SELECT %b FROM tracker.opened($1)" % _BOOK
_ALL = (
    b"""SELECT '' AS tbl, 0::bigint AS pos, convert_to(
    json_build_array(%b)::text, 'UTF8') AS doc FROM tracker.opened($1)
UNION ALL SELECT tbl, pos, convert_to('"' || pos || '": ' || doc::text, 'UTF8') FROM tracker.seen
    WHERE book = tracker.book_of($1) AND tbl <> ALL ($2::text[])
ORDER BY pos"""
    % _BOOK
)
_TABLE = b"""SELECT convert_to('"' || pos || '": ' || doc::text, 'UTF8') FROM tracker.seen
    WHERE book = tracker.book_of($1) AND tbl = $2 ORDER BY pos"""
_SOME = b"""SELECT convert_to(doc::text, 'UTF8') FROM tracker.seen
    WHERE book = tracker.book_of($1) AND tbl = $2 AND code = ANY ($3::text[])"""
LATER = ("activities", "commitments", "evidence")
"""The tables that grow with the programme: they are read when somebody asks for their records."""
_LINES = b"""SELECT place, line::text FROM tracker.revision WHERE book = $1 AND place > $2 AND place < $3
    AND ($4::text[] = '{}' OR EXISTS (SELECT FROM unnest($4::text[]) word WHERE strpos(line::text, word) > 0))
ORDER BY place %b LIMIT $5"""
_FIRST_PORTION, _PORTION = 50, 2000


class Book(Frozen):
    """The row of a tracker: its number, its version, which every write raises, and what the login may do with it.

    `structure` is the version of the tables and functions, `schema` that of the records.
    """

    id: int
    structure: int
    schema: int
    version: int
    standing: str
    role: str
    office: str

    @property
    def position(self) -> int:
        """The place of the last line of its history, counted from 1."""
        standing: dict[str, int] = msgspec.json.decode(self.standing)
        return standing["lines"] or standing["number"]


def opened(db: "psycopg.Connection[Any]", tracker: str) -> Book | None:
    """The row of a tracker; None where the login has none of that name."""
    row = db.execute(_OPENED, (tracker,)).fetchone()
    return Book(*row) if row else None


def whole(db: "psycopg.Connection[Any]", tracker: str) -> tuple[Book, Mapping[str, bytes]] | None:
    """The row of a tracker and its tables, each as it would stand in a file, but for those that are read later."""
    rows = db.cursor(binary=True).execute(_ALL, (tracker, [*LATER])).fetchall()
    if not rows:
        return None
    texts: dict[str, list[bytes]] = {}
    for table, _, text in rows[1:]:
        texts.setdefault(table, []).append(text)
    return Book(*msgspec.json.decode(rows[0][2])), {table: _as_text(lines) for table, lines in texts.items()}


def _as_text(lines: Sequence[bytes]) -> bytes:
    return b"{\n%b\n}" % b",\n".join(lines)


def table(db: "psycopg.Connection[Any]", tracker: str, name: str) -> bytes:
    """One table as it would stand in a file."""
    return _as_text([text for (text,) in db.cursor(binary=True).execute(_TABLE, (tracker, name))])


def some(db: "psycopg.Connection[Any]", tracker: str, name: str, codes: Sequence[str]) -> list[bytes]:
    """The texts of the documents of a table that have these codes."""
    return [text for (text,) in db.cursor(binary=True).execute(_SOME, (tracker, name, [*codes]))]


def lines(
    db: "psycopg.Connection[Any]", book: Book, *, newest_first: bool, holding: Sequence[str]
) -> Iterator[tuple[int, Document]]:
    """The lines of the history up to the version of that row, by their places; only those that hold one of the words.

    What others have written since is left out: records and history are of one moment.
    """
    after, before, size = 0, book.position + 1, _FIRST_PORTION
    while True:
        text = _LINES % (b"DESC" if newest_first else b"ASC")
        rows = db.execute(text, (book.id, after, before, [*holding], size)).fetchall()
        for place, line in rows:
            yield place, msgspec.json.decode(line)
        if len(rows) < size:
            return
        after, before = (after, rows[-1][0]) if newest_first else (rows[-1][0], before)
        size = _PORTION
