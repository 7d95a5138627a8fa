"""The values of a report as cells of a page."""

from datetime import date

from tracker.model.state.health import foremost
from tracker.reports.document_cells import InLanguage, Light, Strip
from tracker.reports.numbers import Amount, Share
from tracker.reports.report import (
    Colour,
    Day,
    Due,
    Many,
    Percent,
    Points,
    Progress,
    Ref,
    Value,
    Word,
)
from tracker.reports.vocabulary import SHORT_HEALTH
from tracker.text.output.wrap import NO_BREAK
from tracker.views.page.model import Cell
from tracker.views.separators import BESIDE
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.words import Words


def cell(value: Value, words: Words, *, narrow: bool = False) -> Cell:
    """The cell of a value; `narrow` for tables of many columns: dates stand in digits there, colours are short."""
    match value:
        case None | Many(()):
            return Cell("–", "none")
        case Ref():
            return Cell(words.text(value), "code")
        case int() | Amount() | Share() | Percent() | Points():
            return Cell(words.text(value), "number")
        case Progress(declared, evidenced):
            return Cell(_unbroken(words.text(value)), "progress", declared=declared, evidenced=evidenced)
        case Light(health):
            return Cell(words.text(value), "health", health.value, HEALTH_SYMBOL[health])
        case Colour():
            return _colour(value, words, narrow)
        case Day() if narrow:
            return Cell(" ".join(words.short_days(value.value)), "day")
        case Due():
            return _short_due(value, words) if narrow else _due(value, words)
        case Strip():
            return _strip(value, words)
        case InLanguage(lang, inner):
            return Cell(words.in_language(lang).text(inner), lang=lang)
        case Many(values, True) if len(values) > 1:
            return Cell(words.text(value), lines=tuple(cell(one, words, narrow=narrow) for one in values))
        case _:
            return Cell(words.text(value))


def _unbroken(text: str) -> str:
    """A text that breaks only between its parts: a percentage stays beside its word."""
    return BESIDE.join(part.replace(" ", NO_BREAK) for part in text.split(BESIDE))


def _colour(value: Colour, words: Words, narrow: bool) -> Cell:
    """The colour: in a narrow place its short name and its first reason, elsewhere all that there is to say."""
    symbol = HEALTH_SYMBOL[value.health]
    if not narrow:
        return Cell(words.text(value), "health", value.health.value, symbol)
    first = words.message(SHORT_HEALTH[value.health])
    reasons = tuple(Cell(words.text(Word(reason))) for reason in foremost(value.health, value.reasons))
    return Cell(first, "health", value.health.value, symbol, lines=reasons)


def _due(value: Due, words: Words) -> Cell:
    day = words.day(value.day)
    return Cell(f"{day} ({words.days_left(value.days_left)})" if value.days_left is not None else day)


def _short_due(value: Due, words: Words) -> Cell:
    """The day above what is left, so that neither is broken."""
    day = Cell(" ".join(words.short_days(value.day)), "day")
    if value.days_left is None:
        return day
    return Cell(words.text(value), lines=(day, Cell(words.days_left(value.days_left))))


def _strip(value: Strip, words: Words) -> Cell:
    whole = max((value.last - value.first).days, 1)

    def place(day: date) -> int:
        return min(max(round(100 * (day - value.first).days / whole), 0), 100)

    span = (place(value.start), place(value.end), place(value.today))
    return Cell(words.text(value), "strip", declared=value.declared, evidenced=value.evidenced, span=span)
