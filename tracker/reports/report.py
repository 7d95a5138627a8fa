"""A report is a value: sections of typed blocks, which writers word and lay out (DESIGN.md 3).

Percentages are integers 0–100 as displayed (DOMAIN.md 2.3 rule 6); days are dates; codes and statuses stay codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.model.health import Health, Reason
from tracker.model.localized import Localized
from tracker.reports.message import Message


@dataclass(frozen=True, slots=True)
class Ref:
    """A record code; directional isolation is the writer's affair."""

    code: str


@dataclass(frozen=True, slots=True)
class Percent:
    """0–100, as displayed."""

    value: int


@dataclass(frozen=True, slots=True)
class Points:
    """A difference in percentage points, signed."""

    value: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or an ISO text cut to what is known (`2024-05`, `2024`); None is unknown."""

    value: date | str | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A UTC time, ISO; shown in the tracker's time zone."""

    value: str


@dataclass(frozen=True, slots=True)
class Due:
    """A planned end and the days until it, negative when it has passed, None when it no longer matters."""

    day: date
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a fixed vocabulary; `gender` is that of the Arabic noun it describes."""

    value: StrEnum
    gender: str = "feminine"


@dataclass(frozen=True, slots=True)
class Colour:
    """A health with the reasons for it; writers show symbol, word and colour together."""

    health: Health
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Declared beside evidenced percent; a bar tells them apart."""

    declared: int
    evidenced: int


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office as people read it, and its code."""

    party: Localized
    role: Localized | None
    code: str


@dataclass(frozen=True, slots=True)
class Many:
    """Several values in one cell: one under the other, or on one line."""

    values: tuple["Value", ...]
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A text quoted letter by letter, in the language of the reader where a translation exists."""

    text: Localized


Value = (
    Ref
    | Percent
    | Points
    | Day
    | Moment
    | Due
    | Word
    | Colour
    | Progress
    | OfficeName
    | Many
    | Verbatim
    | Localized
    | Message
    | str
    | int
    | None
)


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names it for machines; `rank` 0 is never dropped, higher ranks go first; `flexible` ones wrap."""

    key: str
    heading: Message
    rank: int = 0
    flexible: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values under columns; `empty` is said when there is none. The first column is the record's code."""

    key: str
    heading: Message | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: Message | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with values."""

    key: str
    heading: Message | None
    items: tuple[tuple[str, Message, Value], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Sentences, one under the other; each may carry a colour that goes before it."""

    key: str
    heading: Message | None
    items: tuple["Note", ...]
    empty: Message | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence with an optional health mark and the record it speaks of."""

    text: Message
    health: Health | None = None
    code: str | None = None


Block = Table | Facts | Notes


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a report: the initiative, the day, the line of totals."""

    title: Value
    day: date
    totals: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """`kind` names it for machines; `data` are the keys of its JSON envelope (CLI.md "Output"), if it has its own."""

    kind: str
    day: date
    heading: Heading | None
    blocks: tuple[Block, ...]
    data: Mapping[str, Any] | None = None
    demo: bool = False
    footer: tuple[Message, ...] = field(default=())
