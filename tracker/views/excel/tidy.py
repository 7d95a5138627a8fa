"""The blocks of a report as sheets hold them: rows of one kind in one table, however many a page shows them in."""

from collections.abc import Iterator, Sequence

from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.reports.parts import Part
from tracker.reports.report import Block, Column, Table

SECTION = Column("section", msg("Section"))
"""The column that names the table in which a row stands on a page."""


def tidied(blocks: Sequence[Block], title: Message) -> Iterator[Block]:
    """The blocks, with tables that are alike in one part as one, in the place of the first.

    A table without a heading, and one made of several, has that of its part, or the `title` of the document.
    """
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Part):
            chapters.append([])
        chapters[-1].append(block.for_readers() if isinstance(block, Table) else block)
    for chapter in chapters:
        yield from _joined(chapter, title)


def _joined(chapter: Sequence[Block], title: Message) -> Iterator[Block]:
    first = chapter[0] if chapter else None
    key, heading = (first.key, first.heading) if isinstance(first, Part) else ("", title)
    groups: dict[tuple[str, ...], list[Table]] = {}
    for block in chapter:
        if isinstance(block, Table) and block.rows:
            groups.setdefault(_kind(block), []).append(block)
    for block in chapter:
        if not (isinstance(block, Table) and block.rows):
            yield block
        elif group := groups.pop(_kind(block), []):
            yield _one(group, key, heading) if len(group) > 1 else replace(block, heading=block.heading or heading)


def _kind(table: Table) -> tuple[str, ...]:
    """The mark of tables that hold rows of one kind; one whose rows stand for others is alone of its kind."""
    return (*(column.key for column in table.columns), *([table.key] if table.leading else []))


def _one(group: Sequence[Table], key: str, heading: Message) -> Table:
    """The rows of several tables, each with the heading under which it stands on a page."""
    columns = group[0].columns
    rows = tuple((row[0], table.heading, *row[1:]) for table in group for row in table.rows)
    return replace(
        group[0],
        key=key or group[0].key,
        heading=heading,
        columns=(columns[0], SECTION, *columns[1:]),
        rows=rows,
    )
