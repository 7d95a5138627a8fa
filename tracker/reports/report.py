"""A report is a value: sections of typed blocks. Percentages are integers 0–100 as displayed (rule 3.11)."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.frozen import Frozen, replace
from tracker.message import Message
from tracker.model.records.localized import Lang, Localized
from tracker.model.state.health import Health, Reason
from tracker.reports.document_cells import BothCalendars, InLanguage, Light, Spark, Strip
from tracker.reports.numbers import Number
from tracker.reports.parts import Figures, Part, Signatures

if TYPE_CHECKING:
    from tracker.reports.letter import Letter  # the brief alone is one
    from tracker.reports.pictures.drawn import Picture  # few reports have one


class Ref(Frozen):
    """A record code; directional isolation is the writer's affair."""

    code: str


class TheOne(Frozen):
    """A record of which there is only one: programs get its code, readers a word of their language."""

    code: str


class Percent(Frozen):
    """A percentage 0–100, as displayed."""

    value: int


class Points(Frozen):
    """A difference in percentage points, signed."""

    value: int


class Day(Frozen):
    """A date, or an ISO text cut to what is known (`2024-05`, `2024`); None is unknown."""

    value: date | str | None


class Moment(Frozen):
    """A UTC time, ISO; shown in the tracker's time zone."""

    value: str


class Due(Frozen):
    """A planned end and the days until it, negative when it has passed, None when it no longer matters."""

    day: date
    days_left: int | None


class Word(Frozen):
    """A word of a fixed vocabulary; `gender` is that of the Arabic noun it describes."""

    value: StrEnum
    gender: str = "feminine"


class Choice(Frozen):
    """A value that can be typed, and the word for it in the reader's language where that is another."""

    slug: str
    word: Message


class Colour(Frozen):
    """A health with the reasons for it; writers show symbol, word and colour together."""

    health: Health
    reasons: tuple[Reason, ...] = ()


class Progress(Frozen):
    """The declared beside the evidenced percent; a bar tells them apart."""

    declared: int
    evidenced: int


class OfficeName(Frozen, cache_hash=True):
    """An office as people read it, and its code."""

    party: "Localized | Ref"
    role: Localized | None
    code: str


class Many(Frozen):
    """The values that stand in one cell: one under the other, or on one line."""

    values: tuple["Value", ...]
    stacked: bool = False


class Verbatim(Frozen):
    """A text quoted letter by letter, in the language of the reader where a translation exists."""

    text: Localized


Value = (
    Ref
    | Percent
    | Points
    | Day
    | Moment
    | Due
    | TheOne
    | Word
    | Choice
    | Colour
    | Progress
    | Number
    | OfficeName
    | Many
    | Verbatim
    | InLanguage
    | BothCalendars
    | Strip
    | Light
    | Spark
    | Localized
    | Message
    | str
    | int
    | None
)


class Column(Frozen):
    """A column; `key` names it for machines; `rank` 0 is never dropped, higher ranks go first.

    `flexible` ones wrap, and are readable from `letters` on: before they get narrower another column goes. A `hidden`
    one is for programs (`Table.for_readers`).
    """

    key: str
    heading: Message
    rank: int = 0
    flexible: bool = False
    letters: int = 11
    hidden: bool = False


class Table(Frozen):
    """The rows of values under columns; `empty` is said when there is none. The first column is the record's code.

    `leading` are the numbers of rows that stand for others: documents set them off, and make one row of those that
    follow each other and differ in the column `together` alone.
    """

    key: str
    heading: Message | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: Message | None = None
    leading: tuple[int, ...] = ()
    together: str = ""

    def for_readers(self) -> "Table":
        """The table without the columns that only programs are given."""
        shown = [place for place, column in enumerate(self.columns) if not column.hidden]
        if len(shown) == len(self.columns):
            return self
        columns = tuple(self.columns[place] for place in shown)
        return replace(self, columns=columns, rows=tuple(tuple(row[place] for place in shown) for row in self.rows))


class Facts(Frozen):
    """The labels with their values."""

    key: str
    heading: Message | None
    items: tuple[tuple[str, Message, Value], ...]


class Notes(Frozen):
    """The sentences, one under the other; each may carry a colour that goes before it, or its number."""

    key: str
    heading: Message | None
    items: tuple["Note", ...]
    empty: Message | None = None
    numbered: bool = False


class Note(Frozen):
    """A sentence with an optional health mark and the record it speaks of."""

    text: Message
    health: Health | None = None
    code: str | None = None


class Asked(Note):
    """A numbered request: its kind, who acts, until when; its text has the values `what`, `when` and `otherwise`."""

    kind: str = ""
    owner: OfficeName | None = None
    by: date | None = None


Block: TypeAlias = "Table | Facts | Figures | Notes | Part | Signatures | Picture"


class Heading(Frozen):
    """The heading over a report: the initiative, the day, the line of totals."""

    title: Value
    day: date
    totals: tuple[Value, ...] = ()


class Report(Frozen):
    """A report; `kind` names it for machines, `data` makes the keys of its JSON envelope, if it has its own.

    `title` is the document's name, `moment` the UTC time of the last revision; `wide` ones are printed on landscape
    pages, those in `chapters` have a cover; `running` is the `footer` of later pages, `beside` a second language.
    `audience` names the readers of a copy that leaves one's own side, else it is empty. A `letter` is what frames one
    that is sent as such; `lang` is its language, where that is not the reader's.
    """

    kind: str
    day: date
    heading: Heading | None
    blocks: tuple[Block, ...]
    data: Callable[[], Mapping[str, Any]] | None = None
    demo: bool = False
    footer: tuple[Message, ...] = ()
    running: tuple[Message, ...] = ()
    title: Message | None = None
    moment: str = ""
    wide: bool = False
    beside: Lang | None = None
    audience: str = ""
    lang: Lang | None = None
    letter: "Letter | None" = None
    chapters: bool = False
