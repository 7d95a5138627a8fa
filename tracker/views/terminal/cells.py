"""Values as styled paragraphs of a table cell: each paragraph is wrapped by itself."""

from tracker.model.health import Health, foremost
from tracker.model.status import Status
from tracker.reports.document_cells import Spark, Strip
from tracker.reports.message import Message, msg
from tracker.reports.report import (
    Colour,
    Day,
    Due,
    Many,
    Moment,
    OfficeName,
    Percent,
    Points,
    Progress,
    Ref,
    Value,
    Verbatim,
    Word,
)
from tracker.text.line import Piece
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.terminal import style
from tracker.views.vocabulary import SHORT_HEALTH
from tracker.views.words import Words

Paragraphs = list[tuple[Piece, ...]]


class Worded(dict[Value, Paragraphs]):
    """`paragraphs`, worked out once for each value: most cells of a long table have been there before.

    Equal values have the same object.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, value: Value) -> Paragraphs:
        found = self[value] = paragraphs(value, self._words)
        return found


def paragraphs(value: Value, words: Words) -> Paragraphs:
    """What stands in the cell; an empty value is a faint dash."""
    match value:
        case None:
            return [(Piece("–", style.FAINT),)]
        case Ref():
            return [(Piece(words.text(value), style.CODE),)]
        case Progress():
            return _progress(value, words)
        case Colour():
            return _colour(value, words)
        case Due():
            return _due(value, words)
        case Word():
            return [(Piece(words.text(value), _word_style(value)),)]
        case Day():
            return [(Piece(text),) for text in words.short_days(value.value)]
        case Strip() | Spark():
            from tracker.views.terminal.drawing import drawn  # noqa: PLC0415 - few tables draw

            return [drawn(value)]
        case Many(values, True):
            return [line for item in values for line in paragraphs(item, words)] or paragraphs(None, words)
        case Many(values):
            return _in_a_row(values, words)
        case Verbatim() | Percent() | Points() | Moment() | OfficeName() | Message() | str() | int() | _:
            return [(Piece(words.text(value)),)]


def _in_a_row(values: tuple[Value, ...], words: Words) -> Paragraphs:
    """Several short values on one line, in reading order."""
    if not values:
        return paragraphs(None, words)
    row: list[Piece] = []
    for value in values:
        for number, line in enumerate(paragraphs(value, words)):
            row += [Piece(" · ", style.FAINT) if number else Piece(" ")] if row else []
            row += line
    return [tuple(row)]


def bar(value: Progress) -> tuple[Piece, ...]:
    """Evidenced, declared beyond that, and the rest; it grows in reading direction."""
    evidenced = _cells(value.evidenced)
    declared = max(_cells(value.declared) - evidenced, 1 if value.declared > value.evidenced else 0)
    evidenced = min(evidenced, style.BAR_WIDTH - declared)
    rest = style.BAR_WIDTH - evidenced - declared
    return (
        Piece(style.BAR_EVIDENCED * evidenced, style.EVIDENCED_STYLE),
        Piece(style.BAR_DECLARED * declared, style.DECLARED_STYLE),
        Piece(style.BAR_REST * rest, style.REST_STYLE),
    )


def _cells(percent: int) -> int:
    """Cells of the bar; something done is never nothing, something missing never full."""
    cells = (percent * style.BAR_WIDTH + 50) // 100
    if 0 < percent < 100:
        return min(max(cells, 1), style.BAR_WIDTH - 1)
    return cells


def _progress(value: Progress, words: Words) -> Paragraphs:
    declared = (*(p for p in bar(value) if p.text), Piece(" " + words.percent(value.declared)))
    evidenced = words.message(msg("evidenced {percent}", percent=Percent(value.evidenced)))
    return [declared, (Piece(evidenced, style.FAINT),)]


def _colour(value: Colour, words: Words) -> Paragraphs:
    symbol, word = HEALTH_SYMBOL[value.health], words.message(SHORT_HEALTH[value.health])
    lines: Paragraphs = [(Piece(f"{symbol} {word}", style.HEALTH_STYLE[value.health]),)]
    for reason in foremost(value.health, value.reasons):
        lines.append((Piece(words.text(Word(reason)), style.FAINT),))
    if len(value.reasons) > 1:
        more = words.message(msg("and {n} more", n=len(value.reasons) - 1))
        lines.append((Piece(more, style.FAINT),))
    return lines


def _due(value: Due, words: Words) -> Paragraphs:
    lines: Paragraphs = [(Piece(text),) for text in words.short_days(value.day)]
    if value.days_left is not None:
        late = style.HEALTH_STYLE[Health.RED] if value.days_left < 0 else style.FAINT
        lines.append((Piece(words.days_left(value.days_left), late),))
    return lines


def _word_style(value: Word) -> str:
    return style.STATUS_STYLE[value.value] if isinstance(value.value, Status) else ""
