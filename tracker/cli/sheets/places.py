"""The kind that a spreadsheet holds, and whether its headings are known."""

import re
from collections.abc import Iterable
from pathlib import Path

from tracker import errors
from tracker.cli.input.kind_words import kind_of
from tracker.cli.sheets.kinds import DEMO, KINDS, kind_called
from tracker.model.records.codes import normal_code, table_of
from tracker.model.tracker import Tracker
from tracker.text.sheets.sheet_text import SheetText, is_workbook

MAP, KIND, EVERY = "--map", "--kind", "--every"
"""The options by which the meaning of a sheet is said: of a heading, of its rows, of what all new rows have."""
_BESIDE_WORDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def looks_like_a_sheet(raw: bytes, file: str) -> bool:
    """Whether a file is a spreadsheet rather than an export: by its name, else by how it begins."""
    if Path(file).suffix.lower() in (".csv", ".tsv") or is_workbook(raw):
        return True
    start = raw[:200].decode("utf-8-sig", "replace").replace("\0", "").lower()
    headings = {heading for kind in KINDS for heading in kind_called(kind).headings}
    return any(start.startswith((f"{name}{sign}", f'"{name}"{sign}')) for name in headings for sign in ",;\t؛")


def kind_of_sheet(tracker: Tracker, sheet: SheetText, names: Iterable[str]) -> str:
    """The kind of the codes, of the headings, or of the first of the names that says one. Raises `BadSheet`."""
    headings = set(sheet.headings) - {DEMO}
    if {"indicator", "period_end"} <= headings:
        return "measurements"
    for kind in KINDS:
        if headings == set(kind_called(kind).headings):
            return kind
    if "id" in sheet.headings:
        place = sheet.headings.index("id")
        codes = [row.cells[place] for row in sheet.rows if row.cells[place : place + 1] not in ((), ("",))]
        table = next((table_of_code(tracker, code) for code in codes), None)
        if table in KINDS:
            return str(table)
    fitting = [kind for kind in KINDS if headings <= set(kind_called(kind).headings)]
    if len(fitting) == 1:
        return fitting[0]
    found = next(filter(None, map(_kind_named, names)), "")
    if not found:
        raise errors.BadSheet("kind", allowed=KINDS)
    return found


def _kind_named(name: str) -> str:
    """The kind that a name says beside numbers (`1. Commitments`); empty for none."""
    try:
        return kind_of(_BESIDE_WORDS.sub("", name), "kind", KINDS)
    except errors.BadValue:
        return ""


def table_of_code(tracker: Tracker, code: str) -> str | None:
    """The table that a code belongs to, None where it has the form of none."""
    if code in tracker.roles:
        return "roles"
    wanted = normal_code(code)
    return table_of(wanted) or ("parties" if wanted in tracker.parties else None)


def check_headings(sheet: SheetText) -> None:
    """Raises `BadSheet` for a heading that is there twice."""
    for place, name in enumerate(sheet.headings):
        if name in sheet.headings[:place]:
            raise errors.BadSheet("heading_twice", 1, name)
