"""The sheets of a file, each of one kind of records, with the names of columns as headings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from tracker import errors
from tracker.cli.sheets.headings import Headings, headings_of, key_of, names_of_the_whole
from tracker.cli.sheets.kinds import KINDS, kind_called
from tracker.cli.sheets.places import check_headings, kind_of_sheet, table_of_code
from tracker.frozen import Frozen, replace
from tracker.model.tracker import Tracker
from tracker.text.sheets.sheet_text import Row, SheetText, is_workbook, read_sheet, sheet_of

_SHARE = re.compile(r"0\.[0-9]+")
_FIRST = 20
"""The rows of a page among which its headings are looked for."""


class Part(Frozen):
    """The rows of a file that are of one kind, the headings that were read over, and what all new rows have."""

    kind: str
    sheet: SheetText
    ignored: tuple[str, ...] = ()
    every: Mapping[str, str] = {}


class Page(Frozen):
    """The rows of a text, or those of a page of a workbook with its name."""

    sheet: SheetText
    name: str = ""
    book: bool = False


class Own(Frozen):
    """The meaning of a sheet: its kind, which all of its rows have if `alone`; columns by the keys of headings.

    An empty column leaves a heading out. `every` is what all new rows have where the sheet says nothing. `answered` is
    the name under which the answers of a person are kept, empty where nobody was asked.
    """

    kind: str
    columns: Mapping[str, str] = {}
    every: Mapping[str, str] = {}
    alone: bool = False
    answered: str = ""


def page_of(raw: bytes, lang: str, kind: str | None, mapped: Iterable[str]) -> Page:
    """The rows of a text, or of the page of a workbook in which most headings are known; `mapped` ones are.

    Where none is known, the headings are the row with most cells: above a table stands its title.
    """
    if not is_workbook(raw):
        return Page(read_sheet(raw, lang))
    from tracker.text.sheets.workbook import pages_of  # noqa: PLC0415 - only for workbooks

    pages = [page for page in pages_of(raw) if page.rows]
    if not pages:
        raise errors.BadSheet("empty")
    kinds = [headings_of(name) for name in ([kind] if kind else KINDS)]
    keys = frozenset(map(key_of, mapped))

    best: tuple[int, int] = (-1, 0)
    page, first = pages[0], 0
    for each in pages:
        for start, row in enumerate(each.rows[:_FIRST]):
            found = [*map(key_of, filter(None, row.cells))]
            if len(found) > best[0]:  # else no more of them can be known
                known = _known(kinds, found, keys)
                rank = known, 0 if known else len(found)
                if rank > best:
                    best, page, first = rank, each, start
    return Page(sheet_of(_cut(page.rows[first:])), page.name, book=True)


def kind_of_page(tracker: Tracker, page: Page, file: str) -> str:
    """The kind of a sheet whose headings may be words; those of codes are the same for all kinds. Raises `BadSheet`."""
    named_alike = replace(page.sheet, headings=tuple(_as_named(heading) for heading in page.sheet.headings))
    return kind_of_sheet(tracker, named_alike, (Path(file).stem, page.name))


def parts_of(tracker: Tracker, page: Page, own: Own) -> list[Part]:
    """The rows of a sheet by their kind. Raises `BadSheet`."""
    sheet = _in_percent(page.sheet, own) if page.book else page.sheet
    named, ignored = _named(own, headings_of(own.kind), sheet)
    check_headings(named)
    rest = () if own.alone else _others(tracker, named, own.kind)
    parts = [Part(own.kind, _only(tracker, named, own.kind, rest), ignored, own.every)]
    for other in rest:
        found, left_out = _named(own, headings_of(other), sheet)
        parts.append(Part(other, _only(tracker, found, other, rest), left_out))
    return parts


def cells_of(sheet: SheetText, row: Row) -> dict[str, str]:
    """The cells of a row that are not empty, by their headings."""
    return {name: cell for name, cell in zip(sheet.headings, row.cells, strict=False) if cell}


def with_column(sheet: SheetText, name: str, change: Callable[[str], str]) -> SheetText:
    """The sheet with what is made of the cells under a heading."""
    changed = {cell: new for cell in {*sheet.columns.get(name, ())} if (new := change(cell)) != cell}
    if not changed:
        return sheet
    place = sheet.headings.index(name)

    def made(row: Row) -> Row:
        cell = row.cells[place] if place < len(row.cells) else ""
        return Row(row.line, (*row.cells[:place], changed[cell], *row.cells[place + 1 :])) if cell in changed else row

    return replace(sheet, rows=tuple(map(made, sheet.rows)))


def _in_percent(sheet: SheetText, own: Own) -> SheetText:
    """The sheet with percentages for shares: a workbook keeps 40 % as 0.4, and only shows it as we write it.

    One is all of the work where parts of it stand beside it; among weights it may be that of an activity.
    """
    meant = [_meant(own, headings_of("steps"), heading) for heading in sheet.headings]
    shares = {place: name == "declared" for place, name in enumerate(meant) if name in ("declared", "weight")}
    shares = {place: whole for place, whole in shares.items() if _are_shares(_under(sheet, place))}

    def read(row: Row) -> Row:
        cells = (_percent(cell, shares[n]) if n in shares else cell for n, cell in enumerate(row.cells))
        return Row(row.line, tuple(cells))

    return replace(sheet, rows=tuple(map(read, sheet.rows))) if shares else sheet


def _under(sheet: SheetText, place: int) -> list[str]:
    return [cell for row in sheet.rows if (cell := row.cells[place : place + 1] and row.cells[place])]


def _are_shares(cells: list[str]) -> bool:
    """Whether there is a fraction among them, which a percentage never is."""
    return any(_SHARE.fullmatch(cell) for cell in cells)


def _percent(cell: str, whole: bool) -> str:
    share = _SHARE.fullmatch(cell) or (whole and cell == "1")
    return f"{(Decimal(cell) * 100).normalize():f}" if share else cell


def _known(kinds: Sequence[Headings], found: Sequence[str], mapped: frozenset[str]) -> int:
    """Count the keys that are those of headings of one kind; names of columns need no words of any language."""
    if any(all(headings.names(key) or key in mapped for key in found) for headings in kinds):
        return len(found)
    return max(sum(headings.means(key) is not None or key in mapped for key in found) for headings in kinds)


def _meant(own: Own, headings: Headings, heading: str) -> str | None:
    """The column that a heading means, as was said, or by its own words."""
    return own.columns.get(key_of(heading), headings.meant(heading))


def _cut(rows: Sequence[Row]) -> list[Row]:
    """The rows without columns that have no heading: people write beside their tables."""
    headed = [place for place, cell in enumerate(rows[0].cells) if cell]
    if all(len(row.cells) == len(headed) for row in rows):
        return list(rows)  # none of which is empty
    cut = (Row(row.line, tuple(row.cells[place] if place < len(row.cells) else "" for place in headed)) for row in rows)
    return [row for row in cut if any(row.cells)]


def _as_named(heading: str) -> str:
    name = heading.lower().replace("-", "_")
    if any(name in kind_called(kind).headings for kind in KINDS):
        return name
    return "id" if headings_of("steps").meant(heading) == "id" else name


def _named(own: Own, headings: Headings, sheet: SheetText) -> tuple[SheetText, tuple[str, ...]]:
    """The sheet with the names of columns as headings, without those columns that rows of its kind do not have."""
    meant = [_meant(own, headings, heading) for heading in sheet.headings]
    kept = [place for place, name in enumerate(meant) if name != ""]
    named = tuple(meant[place] or sheet.headings[place].lower().replace("-", "_") for place in kept)
    rows = sheet.rows if len(kept) == len(meant) else tuple(_with_cells(row, kept) for row in sheet.rows)
    ignored = tuple(heading for heading, name in zip(sheet.headings, meant, strict=True) if name == "")
    return SheetText(named, rows, sheet.encoding), ignored


def _with_cells(row: Row, places: Sequence[int]) -> Row:
    """The row with the cells at those places alone."""
    return Row(row.line, tuple([row.cells[place] for place in places if place < len(row.cells)]))


def _coded(sheet: SheetText) -> Iterator[tuple[Row, str]]:
    """Each row with its code, empty where it has none; the total below them is no record."""
    place = sheet.headings.index("id") if "id" in sheet.headings else None
    whole = names_of_the_whole()
    for row in sheet.rows:
        code = row.cells[place] if place is not None and place < len(row.cells) else ""
        if code not in whole:
            yield row, code


def _others(tracker: Tracker, sheet: SheetText, kind: str) -> tuple[str, ...]:
    """The kinds of the other records in a sheet, such as the activities of a matrix."""
    found = (table_of_code(tracker, code) for _, code in _coded(sheet) if code)
    return tuple(dict.fromkeys(str(table) for table in found if table in KINDS and table != kind))


def _only(tracker: Tracker, sheet: SheetText, kind: str, others: tuple[str, ...]) -> SheetText:
    """The rows of that kind, where there are such of `others`."""
    rows = (row for row, code in _coded(sheet) if not others or (code and table_of_code(tracker, code) == kind))
    return replace(sheet, rows=tuple(rows))
