"""The values as spreadsheets hold them: figures as figures, days as days, all else as text without controls."""

from datetime import date

from tracker.message import Message, msg
from tracker.reports.document_cells import BothCalendars, InLanguage
from tracker.reports.report import Day, Due, Percent, Points, Progress, Table, Value
from tracker.views.words import Words

Plain = str | int | date


def columns_and_rows(table: Table) -> tuple[list[Message], list[list[Value]]]:
    """A table's headings and rows, declared and evidenced progress in a column each."""
    headings: list[Message] = []
    split = [any(isinstance(row[place], Progress) for row in table.rows) for place in range(len(table.columns))]
    for column, two in zip(table.columns, split, strict=True):
        headings += [msg("Declared"), msg("Evidenced")] if two else [column.heading]
    rows: list[list[Value]] = []
    for row in table.rows:
        cells: list[Value] = []
        for value, two in zip(row, split, strict=True):
            if two:
                cells += (
                    [Percent(value.declared), Percent(value.evidenced)] if isinstance(value, Progress) else [None] * 2
                )
            else:
                cells.append(value)
        rows.append(cells)
    return headings, rows


def plain_value(value: Value, words: Words) -> Plain:
    """A number, a date, or a text of one or more lines; a percentage 0–100 is its number, nothing is an empty text."""
    match value:
        case None:
            return ""
        case int() | date():
            return value
        case Percent(number) | Points(number):
            return number
        case Day(date() as day) | Due(day, _) | BothCalendars(day):
            return day
        case InLanguage(lang, inner):
            return plain_value(inner, words.in_language(lang))
        case _:
            return words.bare(value)
