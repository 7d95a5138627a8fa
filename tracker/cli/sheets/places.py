"""The kind that a spreadsheet holds, whether its headings are known, and under which of them a refused value stands."""

from collections.abc import Mapping
from pathlib import Path

from tracker import errors
from tracker.cli.input.kind_words import kind_of
from tracker.cli.input.suggestions import nearest
from tracker.cli.sheets.carrying_out import parameters_of
from tracker.cli.sheets.kinds import KINDS, Kind, options_of
from tracker.cli.sheets.outgoing import DEMO
from tracker.model.records.codes import normal_code, table_of
from tracker.model.tracker import Tracker
from tracker.text.input.sheet_text import SheetText

FOR_THE_CHANGE = ("reason", "decision", "on", "justification")
"""Headings that no record has: they belong to what the row changes, as the options of these names do."""


def looks_like_a_sheet(raw: bytes, file: str) -> bool:
    """Whether a file is a spreadsheet rather than an export: by its name, else by how it begins."""
    if Path(file).suffix.lower() in (".csv", ".tsv"):
        return True
    start = raw[:200].decode("utf-8-sig", "replace").replace("\0", "").lower()
    headings = {column.name for kind in KINDS.values() for column in kind.columns}
    return any(start.startswith((f"{name}{sign}", f'"{name}"{sign}')) for name in headings for sign in ",;\t؛")


def kind_of_sheet(tracker: Tracker, sheet: SheetText, file: str, given: str | None) -> str:
    """The kind that was named, else that of the codes, of the headings, or of the file's name. Raises `BadSheet`."""
    if given is not None:
        return given
    headings = set(sheet.headings) - {DEMO}
    if {"indicator", "period_end"} <= headings:
        return "measurements"
    for name, kind in KINDS.items():
        if headings == {column.name for column in kind.columns}:
            return name
    if "id" in sheet.headings:
        place = sheet.headings.index("id")
        codes = [row.cells[place] for row in sheet.rows if row.cells[place : place + 1] not in ((), ("",))]
        table = next((_table(tracker, code) for code in codes), None)
        if table in KINDS:
            return str(table)
    try:
        return kind_of(Path(file).stem, "kind", tuple(KINDS))
    except errors.BadValue as unknown:
        raise errors.BadSheet("kind", allowed=tuple(KINDS)) from unknown


def _table(tracker: Tracker, code: str) -> str | None:
    if code in tracker.roles:
        return "roles"
    wanted = normal_code(code)
    return table_of(wanted) or ("parties" if wanted in tracker.parties else None)


def check_headings(kind: Kind, sheet: SheetText) -> None:
    """Raises `BadSheet` for a heading that is not known, or there twice."""
    beside = set(FOR_THE_CHANGE) & parameters_of(kind.update or kind.add).keys()
    known = [*(column.name for column in kind.columns), *sorted(beside), DEMO]
    for place, name in enumerate(sheet.headings):
        if name not in known:
            allowed = tuple(known[:-1])
            raise errors.BadSheet("heading", 1, name, allowed, nearest(name, allowed))
        if name in sheet.headings[:place]:
            raise errors.BadSheet("heading_twice", 1, name)


def heading_of(error: errors.TrackerError, kind: str, cells: Mapping[str, str]) -> str:
    """The heading of the value that was refused; empty where the refusal is of no single one."""
    named = str(getattr(error, "name", "")).removeprefix("--").replace("-", "_")
    option = {option.strip("_"): name for name, option in options_of(kind).items()}
    if named and named in option:
        return option[named]
    values = {value for value in vars(error).values() if isinstance(value, str) and value}
    for column in KINDS[kind].columns:
        cell = cells.get(column.name, "")
        if values & {cell, *column.items(cell), cell.partition("/")[0]}:
            return column.name
    return ""
