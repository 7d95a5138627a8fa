"""Values as styled paragraphs of a table cell: each paragraph is wrapped by itself."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from tracker.message import Message, count_in, msg
from tracker.model.records.localized import Localized
from tracker.model.records.status import Status
from tracker.model.state.health import Health, foremost
from tracker.reports.document_cells import Light, Spark, Strip
from tracker.reports.report import Colour, Day, Due, Many, Percent, Progress, Ref, Value, Word
from tracker.reports.vocabulary import SHORT_HEALTH
from tracker.text.line import Piece
from tracker.text.output.wrap import NO_BREAK
from tracker.views.blocks import Paragraphs, Pieces, style
from tracker.views.blocks.bar import bar
from tracker.views.separators import SEPARATOR
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.words import Words

SAID = (Message, Word, Localized, str)
"""The values that are words, which would run into each other without a sign between."""


def paragraphs(value: Value, words: Words) -> Paragraphs:
    """The paragraphs of a cell; an empty value is a faint dash."""
    drawn = _DRAWN.get(type(value))
    return drawn(value, words) if drawn else [(Piece(words.text(value)),)]


def as_typed(value: Value, words: Words) -> str:
    """The text of a title in the reader's language, or of a code, which most often stands as it was typed.

    It is what a reader sees of the value, without directional controls; empty for all else.
    """
    typed = value.code if isinstance(value, Ref) else None
    if isinstance(value, Localized):
        typed = getattr(value, words.lang)
    return typed if typed and typed.isprintable() else ""


_NAMED: dict[type, str] = {Ref: "code", Localized: ""}
"""The fields that are typed, by the type of a value; of a title it is that of the reader's language."""


def all_as_typed(values: Sequence[Value], words: Words) -> list[str]:
    """The texts of `as_typed` of a column of titles or of codes, asked of all at once; none where one has none."""
    named = _NAMED.get(values[0].__class__) if values else None
    if named is None or len({*map(type, values)}) > 1:
        return []
    texts = [*map(attrgetter(named or words.lang), values)]
    return texts if all(texts) and "".join(texts).isprintable() else []


def _many(value: Many, words: Words) -> Paragraphs:
    if not value.stacked:
        return _in_a_row(value.values, words)
    return [line for item in value.values for line in paragraphs(item, words)] or paragraphs(None, words)


def _in_a_row(values: tuple[Value, ...], words: Words) -> Paragraphs:
    """Put several short values on one line, in reading order: words with commas between, all else with blanks."""
    if not values:
        return paragraphs(None, words)
    between = Piece(SEPARATOR[words.lang] if all(isinstance(value, SAID) for value in values) else " ")
    row: list[Piece] = []
    for value in values:
        row += [between] if row else []
        row += in_one_line(paragraphs(value, words))
    return [tuple(row)]


def in_one_line(lines: Paragraphs) -> Pieces:
    """Put beside each other what would stand below each other, with blanks that `grep` finds."""
    first = lines[0]
    if len(lines) == len(first) == 1 and "\n" not in first[0].text and NO_BREAK not in first[0].text:
        return first
    row = list(first)
    for line in lines[1:]:
        row += [Piece(" ") if line[0].text.startswith("(") else style.BETWEEN, *line]
    return tuple([Piece(piece.text.replace("\n", " ").replace(NO_BREAK, " "), piece.style) for piece in row])


def _progress(value: Progress, words: Words) -> Paragraphs:
    declared = (*bar(value), Piece(" " + words.percent(value.declared)))
    evidenced = words.message(msg("evidenced {percent}", percent=Percent(value.evidenced)))
    return [declared, (Piece(evidenced, style.FAINT),)]


def _colour(value: Colour, words: Words) -> Paragraphs:
    reasons = foremost(value.health, value.reasons)
    lines: list[Pieces] = [in_colour(value.health, words.message(SHORT_HEALTH[value.health]))]
    lines += [(Piece(words.text(Word(reason)), style.FAINT),) for reason in reasons]
    if len(value.reasons) > 1:
        more = words.message(count_in("reason", "and {n} more reason", "and {n} more reasons", len(value.reasons) - 1))
        lines.append((Piece(more, style.FAINT),))
    return lines


def in_colour(health: Health, text: str) -> Pieces:
    """A text behind the symbol of a health; where colours are few, the words of two of them would be hard to read."""
    look = style.HEALTH_STYLE[health]
    legible = look if health in {Health.RED, Health.GREY} else ""
    return (Piece(HEALTH_SYMBOL[health], look), Piece(f" {text}", legible))


def _due(value: Due, words: Words) -> Paragraphs:
    lines: list[Pieces] = [(Piece(text),) for text in words.short_days(value.day)]
    if value.days_left is not None:
        late = style.HEALTH_STYLE[Health.RED] if value.days_left < 0 else style.FAINT
        lines.append((Piece(words.days_left(value.days_left), late),))
    return lines


def _word_style(value: Word) -> str:
    return style.STATUS_STYLE[value.value] if isinstance(value.value, Status) else ""


def _drawing(value: Strip | Spark, _: Words) -> Paragraphs:
    from tracker.views.blocks.drawing import characters_of  # noqa: PLC0415 - few tables draw

    return [characters_of(value)]


_DRAWN: dict[type, Callable[[Any, Words], Paragraphs]] = {
    type(None): lambda _, words: [(Piece(words.text(None), style.FAINT),)],
    Ref: lambda value, words: [(Piece(words.text(value), style.CODE),)],
    Word: lambda value, words: [(Piece(words.text(value), _word_style(value)),)],
    Progress: _progress,
    Colour: _colour,
    Light: lambda value, words: [in_colour(value.health, words.text(value))],
    Due: _due,
    Day: lambda value, words: [(Piece(text),) for text in words.short_days(value.value)],
    Strip: _drawing,
    Spark: _drawing,
    Many: _many,
}
"""The values that are more than a text in one style."""
