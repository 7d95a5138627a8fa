"""The values as spreadsheets hold them: figures as figures, days as days, all else as text without controls."""

from collections.abc import Sequence
from datetime import date

from tracker.message import Message, msg
from tracker.reports.document_cells import BothCalendars, InLanguage, Light
from tracker.reports.documents.brief.lights import light
from tracker.reports.numbers import Amount, Share
from tracker.reports.report import (
    Colour,
    Column,
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
from tracker.reports.vocabulary import SHORT_HEALTH
from tracker.views.words import Words

Plain = str | int | float | date
REASONS = msg("Reasons of the health")


def in_words(heading: Message) -> Message:
    """The heading over the words that stand beside a colour."""
    return msg("{field} in words", field=heading)


def columns_and_rows(table: Table) -> tuple[list[Message], list[list[Value]]]:
    """A table's headings and rows, each thing in a column of its own.

    Declared and evidenced progress are two columns; a colour, the words for it, and its reasons, are three.
    """
    parts = [_parts(column, [row[place] for row in table.rows]) for place, column in enumerate(table.columns)]
    headings = [heading for each in parts for heading in each]
    rows = [
        [cell for value, each in zip(row, parts, strict=True) for cell in _cells(value, len(each))]
        for row in table.rows
    ]
    return headings, rows


def _parts(column: Column, values: Sequence[Value]) -> Sequence[Message]:
    """The headings of the columns that a column becomes."""
    if any(isinstance(value, Progress) for value in values):
        return msg("Declared"), msg("Evidenced")
    lights = [value for value in values if isinstance(value, Colour | Light)]
    if not lights:
        return (column.heading,)
    named = (column.heading, in_words(column.heading))
    return (*named, REASONS) if any(each.reasons for each in lights) else named


def _cells(value: Value, number: int) -> Sequence[Value]:
    """The cells of so many columns that a value is divided into."""
    match value:
        case Progress(declared, evidenced) if number > 1:
            return Percent(declared), Percent(evidenced)
        case Colour(health, reasons) if number > 1:
            return _cells(light(health, reasons), number)
        case Light(health, word, reasons) if number > 1:
            why = Many(tuple(map(Word, reasons))) if reasons else None
            return (Light(health, SHORT_HEALTH[health]), word, why)[:number]
        case _:
            return value, *[None] * (number - 1)


def plain_value(value: Value, words: Words) -> Plain:
    """A number, a date, or a text of one or more lines; a percentage 0–100 is its number, nothing is an empty text."""
    match value:
        case None:
            return ""
        case int() | date():
            return value
        case Percent(number) | Points(number):
            return number
        case Amount(decimal) | Share(decimal):
            return float(decimal)
        case Day(date() as day) | Due(day, _) | BothCalendars(day):
            return day
        case InLanguage(lang, inner):
            return plain_value(inner, words.in_language(lang))
        case _:
            return words.bare(value)
