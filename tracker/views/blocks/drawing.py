"""Timelines and trends in block characters; like bars they run in reading direction."""

from datetime import date

from tracker.reports.document_cells import Spark, Strip
from tracker.text.line import Piece
from tracker.views.blocks import style

STRIP_WIDTH = 24
TRACK, TODAY = "·", "│"
LEVELS = "▁▂▃▄▅▆▇█"
GAP = "·"


def characters_of(value: Strip | Spark) -> tuple[Piece, ...]:
    """The pieces of the drawing, one cell for each step of time."""
    return _strip(value) if isinstance(value, Strip) else _spark(value)


def _strip(strip: Strip) -> tuple[Piece, ...]:
    start, end, today = (_cell(strip, day) for day in (strip.start, strip.end, strip.today))
    declared, evidenced = (
        start + (end - start + 1) * min(percent, strip.declared) // 100 for percent in (strip.declared, strip.evidenced)
    )
    pieces = [Piece(TRACK, style.FAINT)] * STRIP_WIDTH
    for cell in range(start, end + 1):
        pieces[cell] = style.EVIDENCED if cell < evidenced else style.DECLARED if cell < declared else style.REST
    if strip.first <= strip.today <= strip.last:
        pieces[today] = Piece(TODAY, style.TITLE)
    return tuple(pieces)


def _cell(strip: Strip, day: date) -> int:
    """The cell of a day, 0 to STRIP_WIDTH - 1; days outside the span stand at its ends."""
    whole = max((strip.last - strip.first).days, 1)
    return min(max((day - strip.first).days * STRIP_WIDTH // (whole + 1), 0), STRIP_WIDTH - 1)


def _spark(spark: Spark) -> tuple[Piece, ...]:
    known = [value for value in spark.values if value is not None]
    low, high = min(known, default=0), max(known, default=0)
    top = len(LEVELS) - 1
    signs = [
        GAP if v is None else LEVELS[top // 2 if high == low else int((v - low) * top / (high - low))]
        for v in spark.values
    ]
    return tuple(Piece(sign, style.FAINT if sign == GAP else "") for sign in signs)
