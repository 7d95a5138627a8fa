"""The values as spreadsheets hold them: figures as figures, days as days, all else as text without controls."""

from collections.abc import Sequence
from datetime import date

from tracker.message import Message, msg
from tracker.reports.document_cells import BothCalendars, InLanguage
from tracker.reports.numbers import Amount
from tracker.reports.report import (
    Colour,
    Day,
    Due,
    Many,
    Percent,
    Points,
    Progress,
    Table,
    Value,
    Word,
)
from tracker.views.words import Words

Plain = str | int | float | date
REASONS = msg("Reasons of the health")


def columns_and_rows(table: Table) -> tuple[list[Message], list[list[Value]]]:
    """A table's headings and rows: declared and evidenced progress, and a colour and its reasons, in a column each."""
    headings: list[Message] = []
    split = [_halves([row[place] for row in table.rows]) for place in range(len(table.columns))]
    for column, halves in zip(table.columns, split, strict=True):
        headings += (halves[0] or column.heading, halves[1]) if halves else [column.heading]
    rows: list[list[Value]] = []
    for row in table.rows:
        cells: list[Value] = []
        for value, halves in zip(row, split, strict=True):
            cells += _in_halves(value) if halves else [value]
        rows.append(cells)
    return headings, rows


def _halves(column: Sequence[Value]) -> tuple[Message | None, Message] | None:
    """The headings of the two columns that a column becomes, the first None where its own stays; None for one."""
    if any(isinstance(value, Progress) for value in column):
        return msg("Declared"), msg("Evidenced")
    if any(isinstance(value, Colour) and value.reasons for value in column):
        return None, REASONS
    return None


def _in_halves(value: Value) -> Sequence[Value]:
    match value:
        case Progress(declared, evidenced):
            return Percent(declared), Percent(evidenced)
        case Colour(health, reasons):
            return Colour(health), Many(tuple(map(Word, reasons))) if reasons else None
        case _:
            return value, None


def plain_value(value: Value, words: Words) -> Plain:
    """A number, a date, or a text of one or more lines; a percentage 0–100 is its number, nothing is an empty text."""
    match value:
        case None:
            return ""
        case int() | date():
            return value
        case Percent(number) | Points(number):
            return number
        case Amount(decimal):
            return float(decimal)
        case Day(date() as day) | Due(day, _) | BothCalendars(day):
            return day
        case InLanguage(lang, inner):
            return plain_value(inner, words.in_language(lang))
        case _:
            return words.bare(value)
