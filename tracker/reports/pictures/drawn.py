"""The pictures as values: what is to be seen, not how it is drawn.

Percentages are integers 0–100 as displayed, days are dates. `alt` says in a sentence what the picture shows, for
readers who do not see it; `picture_tables.table_of` gives the same numbers as a table.
"""

from datetime import date
from decimal import Decimal

from tracker.frozen import Frozen
from tracker.message import Message
from tracker.model.records.indicators import Aggregation
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
    """One record's planned time on a timeline; `end` is planned, `forecast` what is now thought, where that differs.

    `part` says that it belongs to the row before it that is none: an activity to its step. `gates` are the days on
    which it passed a gate.
    """

    label: Message
    start: date
    end: date
    forecast: date | None
    declared: int
    evidenced: int
    health: Health
    part: bool = False
    gates: tuple[date, ...] = ()


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
    """A period such as `2026-Q1`, its last day, and its value; None is "not measured", never zero.

    `judged` is what counts against a target on that day: the value, or the sum or average of its year so far.
    """

    period: str
    day: date
    value: Decimal | None
    judged: Decimal | None
    target: Decimal | None


class Trend(Frozen):
    """An indicator over its periods, oldest first, against its targets; a withheld small count is None (rule 14.4).

    `counts` says how values count against a target (rule 10.6). `baseline` is a day and the value that was found then.
    `standing` is the value as judged beside the latest target, with its colour.
    """

    key: str
    heading: Message | None
    alt: Message
    unit: Message | None
    counts: Aggregation
    baseline: tuple[date, Decimal] | None
    points: tuple[Point, ...]
    standing: tuple[Health, Message] | None = None
    percent: bool = False


class Mark(Frozen):
    """The percentages of the whole at the end of a day; None is not known, or not expected of anything."""

    day: date
    declared: int | None
    evidenced: int | None
    expected: int | None


class Course(Frozen):
    """The way of the whole so far, oldest first, and `plan`: the days on which it is expected to stand at a percent."""

    key: str
    heading: Message | None
    alt: Message
    marks: tuple[Mark, ...]
    plan: tuple[tuple[date, int], ...]
    today: date


class Heat(Frozen):
    """The ratings from `lowest` to `highest`, a row for each record, a column for each criterion; None is not rated."""

    key: str
    heading: Message | None
    alt: Message
    columns: tuple[Message, ...]
    rows: tuple[tuple[Message, tuple[int | None, ...]], ...]
    lowest: int = 1
    highest: int = 4


Picture = Bars | Timeline | Trend | Heat | Course
