"""`export KIND -o FILE.xlsx`: the records of a kind as a sheet to fill in; of a kind without any, an empty one."""

from datetime import date
from typing import Any

from tracker.cli.parameters import Field
from tracker.cli.sheets.columns import Column
from tracker.cli.sheets.headings import heading_in_words
from tracker.cli.sheets.kinds import DEMO, IDENTITY, REVISION, Kind, kind_called, records_of
from tracker.message import Message, msg
from tracker.model.audience import Audience, seen_by
from tracker.model.records.office import Office
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.text.printable import harmless, without_controls
from tracker.views.excel.fill_in import FillIn, fill_in
from tracker.views.words import Words

_OFFICES = ("owner", "support", "lead")
_BOOKKEEPING = (REVISION, IDENTITY)


def filled_in(tracker: Tracker, name: str, audience: Audience, words: Words) -> bytes:
    """The workbook for a kind, in the reader's words; it comes back through `import`."""
    seen, kind = seen_by(audience, tracker), kind_called(name)
    columns = [_column(seen, kind, column, words) for column in kind.columns]
    rows = [[_cell(seen, column, record, kind, words) for column in kind.columns] for record in records_of(seen, name)]
    if tracker.demo:
        columns.append(FillIn(DEMO))
        rows = [[*row, "yes"] for row in rows]
    return fill_in(name, words.bare(_title(name)), columns, rows, words)


def _title(name: str) -> Message:
    """The heading of a kind; measurements are no records of their own."""
    if name == "measurements":
        return msg("Measurements")
    heading = kind_of(name).heading
    assert heading is not None  # there is more than one of them
    return heading


def _column(tracker: Tracker, kind: Kind, column: Column, words: Words) -> FillIn:
    field = kind.fields.get(column.name)
    closed = field is not None and field.choice is not None and not column.separator
    return FillIn(
        heading=words.bare(heading_in_words(kind, column.name)),
        note=words.bare(_note(kind, column, field, words)),
        choices=_choices(field, words) if field and closed else _offices(tracker) if column.name in _OFFICES else (),
        closed=closed,
        hidden=column.name in _BOOKKEEPING,
    )


def _note(kind: Kind, column: Column, field: Field | None, words: Words) -> Any:
    """The note on what is to stand in a column, or that it is only read."""
    if column.name in kind.key and column.name not in kind.arguments:
        return msg("Leave it empty in a new row; the code is given when the file is imported.")
    if column.name not in (*kind.arguments, *kind.updates):
        return msg("This value is only shown; leave it as it is.")
    if column.name in kind.days:
        return msg("A day, such as 2026-03-31.")
    return words.catalog.word(field.meaning) if field else ""


def _choices(field: Field, words: Words) -> tuple[str, ...]:
    assert field.choice is not None
    return tuple(field.choice.meaning(choice, words) or choice for choice in field.choice.choices)


def _offices(tracker: Tracker) -> tuple[str, ...]:
    """The parties, and their offices that records name."""
    from tracker.model.rules.references import offices_of  # noqa: PLC0415 - knows the types of all records

    named = {office for _, record in tracker.records() for office in offices_of(record)}
    return tuple(map(str, sorted({*named, *(Office(party) for party in tracker.parties)}, key=str)))


def _cell(tracker: Tracker, column: Column, record: Any, kind: Kind, words: Words) -> str | int | date:
    value = column.value(tracker, record)
    if isinstance(value, date) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    text = without_controls(harmless(column.cell(tracker, record)))
    field = kind.fields.get(column.name)
    if text and field and field.choice and not column.separator and text.replace("_", "-") in field.choice.choices:
        return field.choice.meaning(text.replace("_", "-"), words) or text
    return text
