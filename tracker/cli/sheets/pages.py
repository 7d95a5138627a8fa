"""The sheets of a file, each of one kind of records, with the names of columns as headings."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracker import errors
from tracker.cli.sheets.headings import Headings, headings_of
from tracker.cli.sheets.kinds import KINDS
from tracker.cli.sheets.places import check_headings, kind_of_sheet, table_of_code
from tracker.frozen import Frozen, replace
from tracker.model.tracker import Tracker
from tracker.text.sheets.sheet_text import Row, SheetText, is_workbook, read_sheet, sheet_of

_SHARE = re.compile(r"0\.[0-9]+")
_FIRST = 20
"""The rows of a page among which its headings are looked for."""


class Part(Frozen):
    """The rows of a file that are of one kind, and the headings that were read over."""

    kind: str
    sheet: SheetText
    ignored: tuple[str, ...] = ()


def parts_of(tracker: Tracker, raw: bytes, file: str, kind: str | None, lang: str) -> tuple[str, list[Part]]:
    """The encoding where it is a guess, and the rows of the file by their kind. Raises `BadSheet`."""
    page, sheet = _sheet_in(raw, lang, kind)
    asked = kind or _kind_of(tracker, sheet, file, page)
    named, ignored = _named(headings_of(asked), sheet)
    check_headings(headings_of(asked).kind, named)
    rest = () if kind else _others(tracker, named, asked)
    parts = [Part(asked, _only(tracker, named, asked, rest), ignored)]
    for other in rest:
        found, left_out = _named(headings_of(other), sheet)
        parts.append(Part(other, _only(tracker, found, other, rest), left_out))
    return sheet.encoding, parts


def _sheet_in(raw: bytes, lang: str, kind: str | None) -> tuple[str, SheetText]:
    """The rows of a text, or the name and the rows of the page of a workbook in which most headings are known."""
    if not is_workbook(raw):
        return "", read_sheet(raw, lang)
    from tracker.text.sheets.workbook import pages_of  # noqa: PLC0415 - only for workbooks

    pages = [page for page in pages_of(raw) if page.rows]
    if not pages:
        raise errors.BadSheet("empty")
    kinds = [headings_of(name) for name in ([kind] if kind else KINDS)]
    starts = [(page, start) for page in pages for start in range(min(len(page.rows), _FIRST))]
    page, start = max(starts, key=lambda each: max(_known(headings, each[0].rows[each[1]]) for headings in kinds))
    return page.name, _in_percent(sheet_of(_cut(page.rows[start:])))


def _in_percent(sheet: SheetText) -> SheetText:
    """The sheet with percentages for shares: a workbook keeps 40 % as 0.4, and only shows it as we write it.

    One is all of the work where parts of it stand beside it; among weights it may be that of an activity.
    """
    meant = [headings_of("steps").meant(heading) for heading in sheet.headings]
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


def _known(headings: Headings, row: Row) -> int:
    """Count the cells that are headings."""
    return sum(headings.meant(cell) is not None for cell in row.cells if cell)


def _cut(rows: Sequence[Row]) -> list[Row]:
    """The rows without columns that have no heading: people write beside their tables."""
    headed = [place for place, cell in enumerate(rows[0].cells) if cell]
    cut = (Row(row.line, tuple(row.cells[place] if place < len(row.cells) else "" for place in headed)) for row in rows)
    return [row for row in cut if any(row.cells)]


def _kind_of(tracker: Tracker, sheet: SheetText, file: str, page: str) -> str:
    """The kind of a sheet whose headings may be words; those of codes are the same for all kinds."""
    named = tuple(_as_named(heading) for heading in sheet.headings)
    named_alike = replace(sheet, headings=named)
    try:
        return kind_of_sheet(tracker, named_alike, file, None)
    except errors.BadSheet:
        return kind_of_sheet(tracker, named_alike, page, None)


def _as_named(heading: str) -> str:
    name = heading.lower().replace("-", "_")
    return "id" if headings_of("steps").meant(heading) == "id" else name


def _named(headings: Headings, sheet: SheetText) -> tuple[SheetText, tuple[str, ...]]:
    """The sheet with the names of columns as headings, without those columns that rows of its kind do not have."""
    meant = [headings.meant(heading) for heading in sheet.headings]
    kept = [place for place, name in enumerate(meant) if name != ""]
    named = tuple(meant[place] or sheet.headings[place].lower().replace("-", "_") for place in kept)
    rows = tuple(Row(row.line, tuple(row.cells[p] for p in kept if p < len(row.cells))) for row in sheet.rows)
    ignored = tuple(heading for heading, name in zip(sheet.headings, meant, strict=True) if name == "")
    return SheetText(named, rows, sheet.encoding), ignored


def _codes(tracker: Tracker, sheet: SheetText) -> Iterator[tuple[Row, str | None]]:
    """Each row with the table of its code, empty where it has none."""
    place = sheet.headings.index("id") if "id" in sheet.headings else None
    for row in sheet.rows:
        code = row.cells[place] if place is not None and place < len(row.cells) else ""
        yield row, table_of_code(tracker, code) if code else ""


def _others(tracker: Tracker, sheet: SheetText, kind: str) -> tuple[str, ...]:
    """The kinds of the other records in a sheet, such as the activities of a matrix."""
    found = (table for _, table in _codes(tracker, sheet) if table in KINDS and table != kind)
    return tuple(dict.fromkeys(str(table) for table in found))


def _only(tracker: Tracker, sheet: SheetText, kind: str, others: tuple[str, ...]) -> SheetText:
    """The rows of that kind, where there are such of `others`; a total below them is of none."""
    if not others:
        return sheet
    return replace(sheet, rows=tuple(row for row, table in _codes(tracker, sheet) if table == kind))
