"""A document in two languages, each row of both side by side with one number between them."""

from collections.abc import Iterator

from tracker.frozen import Frozen, replace
from tracker.reports.report import Block, Report, Table
from tracker.views.bilingual import BilingualWords
from tracker.views.page.make import page_of
from tracker.views.page.model import Cell, Page, Section


class Half(Frozen):
    """A row in one language: its title where it has one, and what more it says, each with its label or without."""

    title: Cell | None
    more: tuple[tuple[str, Cell], ...]


class Row(Frozen):
    """A row in both languages, and the cell between them: its code, or the mark of a sentence."""

    here: Half
    middle: Cell | None
    there: Half


class Sides(Frozen):
    """A section in both languages: `kind` and `level` are as in `Section`, `headings` and `empty` come in both.

    The rows of a table have `names`: of their titles in one language, of what stands between, and in the other.
    """

    kind: str
    level: int
    headings: tuple[str, str]
    names: tuple[str, str, str] | None = None
    rows: tuple[Row, ...] = ()
    empty: tuple[str, str] = ("", "")


class Pages(Frozen):
    """The pages of both languages: `here` is the one that is read from the right, if one is, and stands there."""

    here: Page
    there: Page
    sections: tuple[Sides, ...]


def pages_of(report: Report, words: BilingualWords) -> Pages:
    """The document in both languages; they have the same sections and rows."""
    first, second = words.both
    own, other = "title", f"title_{report.beside}"
    one, two = page_of(_without(report, other, own), first), page_of(_without(report, own, other), second)
    here, there = (two, one) if two.direction == "rtl" else (one, two)
    return Pages(here, there, tuple(map(_sides, here.sections, there.sections)))


def _without(report: Report, dropped: str, kept: str) -> Report:
    """The report with its titles in one language, where its tables have a column of titles for each."""
    return replace(report, blocks=tuple(_single(block, dropped, kept) for block in report.blocks))


def _single(block: Block, dropped: str, kept: str) -> Block:
    keys = [column.key for column in block.columns] if isinstance(block, Table) else []
    if not isinstance(block, Table) or dropped not in keys or kept not in keys:
        return block
    at = keys.index(dropped)
    columns = (*block.columns[:at], *block.columns[at + 1 :])
    return replace(block, columns=columns, rows=tuple((*row[:at], *row[at + 1 :]) for row in block.rows))


def _sides(here: Section, there: Section) -> Sides:
    found = Sides(here.kind, here.level, (here.heading, there.heading), empty=(here.empty, there.empty))
    if here.kind == "table" and here.rows:
        at = _title_of(here)
        names = here.columns[at].text, here.columns[0].text if at else "", there.columns[at].text
        return replace(found, names=names, rows=tuple(_rows(here, there)))
    return replace(found, rows=tuple(_rows(here, there)))


def _title_of(section: Section) -> int:
    """The column that names a row: where all have a code, which both languages share, the first text behind it."""
    if any(row[0].kind != "code" for row in section.rows):
        return 0
    return next((at for at, column in enumerate(section.columns) if at and column.flexible), 1)


def _rows(here: Section, there: Section) -> Iterator[Row]:
    for row, same in zip(here.rows, there.rows, strict=True):
        match here.kind:
            case "table":
                yield Row(_named(here, row), row[0] if _title_of(here) else None, _named(there, same))
            case "facts":
                one, other = ((cells[0].text, cells[1]) for cells in (row, same))
                yield Row(Half(None, (one,)), None, Half(None, (other,)))
            case "signatures":
                yield Row(Half(row[0], ()), None, Half(same[0], ()))
            case _:
                mark = Cell("", kind="health", health=row[0].health, symbol=row[0].symbol) if row[0].health else None
                yield Row(Half(None, (("", _plain(row[0])),)), mark, Half(None, (("", _plain(same[0])),)))


def _plain(cell: Cell) -> Cell:
    """The sentence without its mark, which stands between both languages."""
    return Cell(cell.text, lang=cell.lang)


def _named(section: Section, row: tuple[Cell, ...]) -> Half:
    """The title of a row, and its other cells that say something, by the names of their columns."""
    at = _title_of(section)
    said = ((column.text, cell) for column, cell in zip(section.columns, row, strict=True))
    more = (pair for place, pair in enumerate(said) if place not in (0, at) and pair[1].kind != "none")
    return Half(row[at], tuple(more))
