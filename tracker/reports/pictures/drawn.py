"""The pictures as values: what is to be seen, not how it is drawn.

Percentages are integers 0–100 as displayed, days are dates. `alt` says in a sentence what the picture shows, for
readers who do not see it; `picture_tables.table_of` gives the same numbers as a table.
"""

from datetime import date
from decimal import Decimal

from tracker.frozen import Frozen
from tracker.message import Message
from tracker.model.state.health import Health


class Bar(Frozen):
    """One record's percentages; `expected` is None where no dates allow it."""

    label: Message
    declared: int
    evidenced: int
    expected: int | None
    health: Health


class Bars(Frozen):
    """The bars of declared, evidenced and expected, one for each record."""

    key: str
    heading: Message | None
    alt: Message
    rows: tuple[Bar, ...]


class Stretch(Frozen):
    """One record's planned time on a timeline; `end` is planned, `forecast` what is now thought, where that differs."""

    label: Message
    start: date
    end: date
    forecast: date | None
    declared: int
    health: Health


class Timeline(Frozen):
    """The planned times side by side from `first` to `last`, with a line at `today`."""

    key: str
    heading: Message | None
    alt: Message
    first: date
    last: date
    today: date
    rows: tuple[Stretch, ...]


class Point(Frozen):
    """The value measured and aimed at in a period such as `2026-Q1`; None is "not measured", never zero."""

    period: str
    value: Decimal | None
    target: Decimal | None


class Trend(Frozen):
    """An indicator over its periods, oldest first, against its targets; a withheld small count is None (rule 14.4)."""

    key: str
    heading: Message | None
    alt: Message
    unit: Message | None
    baseline: Decimal | None
    points: tuple[Point, ...]


class Heat(Frozen):
    """The ratings from `lowest` to `highest`, a row for each record, a column for each criterion; None is not rated."""

    key: str
    heading: Message | None
    alt: Message
    columns: tuple[Message, ...]
    rows: tuple[tuple[Message, tuple[int | None, ...]], ...]
    lowest: int = 1
    highest: int = 4


Picture = Bars | Timeline | Trend | Heat
