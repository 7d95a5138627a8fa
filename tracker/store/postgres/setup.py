"""The making of the tables on a server, and of a tracker in them."""

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.model.history.documents import Document, Documents
from tracker.model.history.texts import text_fields
from tracker.model.records.tables import TABLES
from tracker.store.file.schema import SCHEMA
from tracker.store.state import Standing

if TYPE_CHECKING:
    import psycopg

STRUCTURE = 1
"""The version of the tables and functions in `sql`."""
_PARTS = ("tables", "chain", "writing", "sums", "rights")
_encode = msgspec.json.Encoder().encode


def as_json(value: Any) -> str:
    """A value as the server takes it."""
    return _encode(value).decode()


def create(
    db: "psycopg.Connection[Any]", name: str, documents: Documents, standing: Standing, lines: Sequence[Document]
) -> None:
    """Make a tracker, in a transaction, and the tables where the database has none yet.

    Only who may act for the owner of the tables can; two that make them at once wait for each other.
    """
    db.execute(b"SET LOCAL statement_timeout = 0")  # however large it is
    db.execute(b"SELECT pg_advisory_xact_lock(hashtext('tracker'))")
    row = db.execute(b"SELECT to_regnamespace('tracker') IS NULL").fetchone()
    if row and row[0]:
        _set_up(db)
    db.execute(b"SET LOCAL ROLE tracker_owner")
    made = db.execute(
        b"INSERT INTO tracker.book (name, schema, standing) VALUES ($1, $2, $3) RETURNING id",
        (name, SCHEMA, as_json(standing.document())),
    ).fetchone()
    book = made[0] if made else None
    with db.cursor() as cursor, cursor.copy(b"COPY tracker.doc (book, tbl, code, doc) FROM STDIN") as copy:
        for table, rows in documents.items():
            for code, row in rows.items():
                copy.write_row((book, table, code, as_json(dict(row.items()))))
    into = b"COPY tracker.revision (book, place, uuid, hash, line) FROM STDIN"
    with db.cursor() as cursor, cursor.copy(into) as copy:
        for place, line in enumerate(lines, 1):
            copy.write_row((book, place, line["uuid"], line["hash"], as_json(line)))
    db.execute(b"RESET ROLE")


def _set_up(db: "psycopg.Connection[Any]") -> None:
    for part in _PARTS:
        db.execute(files(__package__).joinpath("sql", f"{part}.sql").read_bytes())
    db.execute(b"SET LOCAL ROLE tracker_owner")
    db.execute(b"INSERT INTO tracker.structure VALUES ($1)", (STRUCTURE,))
    for table, kind in TABLES.items():
        known = [*kind.__struct_fields__], sorted(text_fields(table)), sorted(kind.shared)
        db.execute(b"INSERT INTO tracker.kind VALUES ($1, $2, $3, $4)", (table, *known))
