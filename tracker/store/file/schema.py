"""The number of the file's schema and the steps that bring an older file up to it."""

from collections.abc import Callable, Mapping

from tracker.frozen import Frozen
from tracker.model.history.documents import Document

SCHEMA = 1

TableMap = dict[str, dict[str, Document]]


class Migrations(Frozen):
    """The way to schema `to`: one step per older number, each going up by one.

    A revision is never rewritten: its documents are migrated each time they are read, from the number
    that the revision carries in `schema`.
    """

    to: int
    tables: Mapping[int, Callable[[TableMap], TableMap]]
    revisions: Mapping[int, Callable[[Document], Document]]


MIGRATIONS = Migrations(to=SCHEMA, tables={}, revisions={})


def migrate_tables(tables: TableMap, schema: int, migrations: Migrations = MIGRATIONS) -> TableMap:
    """The tables of a file of `schema`, as the present schema has them."""
    for number in range(schema, migrations.to):
        tables = migrations.tables[number](tables)
    return tables


def migrate_revision(revision: Document, migrations: Migrations = MIGRATIONS) -> Document:
    """A revision as the present schema has it; `schema` keeps the number it was written in."""
    for number in range(revision.get("schema", migrations.to), migrations.to):
        if step := migrations.revisions.get(number):
            revision = step(revision)
    return revision
