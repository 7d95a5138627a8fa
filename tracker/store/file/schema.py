"""The number of the file's schema and the steps that bring an older file up to it."""

from collections.abc import Callable, Iterable, Mapping

from tracker.frozen import Frozen
from tracker.model.history.documents import Document

SCHEMA = 2
STANDING = "standing"
"""The table that holds no records."""

TableMap = dict[str, dict[str, Document]]


class Migrations(Frozen):
    """The way to schema `to`: one step per older number, each going up by one, from the tables and the revisions.

    A revision is never rewritten: its documents are migrated each time they are read, from the number
    that the revision carries in `schema`.
    """

    to: int
    tables: Mapping[int, Callable[[TableMap, Iterable[Document]], TableMap]]
    revisions: Mapping[int, Callable[[Document], Document]]


def _with_identities(tables: TableMap, revisions: Iterable[Document]) -> TableMap:
    """Give each record its identity: from the revision that first made it, or else from the template."""
    made: dict[tuple[str, str], str] = {}
    for revision in revisions:
        for table, code, before, *_ in revision.get("changes", ()):
            if before is None:
                made.setdefault((table, code), revision["uuid"])
    return {
        table: rows if table == STANDING else {number: _identified(table, row, made) for number, row in rows.items()}
        for table, rows in tables.items()
    }


def _identified(table: str, row: Document, made: Mapping[tuple[str, str], str]) -> Document:
    """Give a record its identity; what has no code is told by whoever reads it."""
    from tracker.model.history.identity import identified  # noqa: PLC0415 - only for a file of the first schema

    return identified(table, row["id"], row, made) if isinstance(row.get("id"), str) else row


MIGRATIONS = Migrations(to=SCHEMA, tables={1: _with_identities}, revisions={})


def migrate_tables(
    tables: TableMap, schema: int, revisions: Iterable[Document] = (), migrations: Migrations = MIGRATIONS
) -> TableMap:
    """The tables of a file of `schema`, as the present schema has them; `revisions` are read if a step needs them."""
    for number in range(schema, migrations.to):
        tables = migrations.tables[number](tables, revisions)
    return tables


def migrate_revision(revision: Document, migrations: Migrations = MIGRATIONS) -> Document:
    """A revision as the present schema has it; `schema` keeps the number it was written in."""
    for number in range(revision.get("schema", migrations.to), migrations.to):
        if step := migrations.revisions.get(number):
            revision = step(revision)
    return revision
