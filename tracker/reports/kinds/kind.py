"""The interface of a kind: all that varies by table in how records are listed, filtered, shown, and given to programs.

A field that is stored and shown as it is goes by its name alone: its label stands in `reports/labels.py`, its
cell follows from its type (`stored`). Whatever differs is a `Shown`.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, cached_property, partial
from types import NoneType
from typing import Any, Generic, TypeVar

from tracker.frozen import Frozen, replace, to_builtins
from tracker.message import Message, msg, msg_in
from tracker.model.records.localized import Localized, in_languages, plain_texts
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.labels import FIELDS
from tracker.reports.report import Block, Column, Day, Many, Ref, Table, Value, Word
from tracker.reports.values import office_name, record_name, told

T_contra = TypeVar("T_contra", contravariant=True)
Of = TypeVar("Of")
Stated = TypeVar("Stated", bound=Record)
State = TypeVar("State")
Cell = Callable[["Seen", Of], Value]
"""Makes the cell of a column."""
Item = tuple[str, Message, Value]
"""A fact: its key for programs, its label, and its value."""


class Seen:
    """A tracker as it is seen on a day, with what is computed of it; `work` has steps and activities by their codes."""

    def __init__(self, tracker: Tracker, assessment: Assessment) -> None:
        self.tracker = tracker
        self.assessment = assessment
        self.day = assessment.day
        self.work = assessment.work
        self.office = cache(partial(office_name, tracker))
        self._states: dict[str, Any] = {}

    def state(self, compute: Callable[[Tracker, Stated, date], State], record: Stated) -> State:
        """The state that is computed of a record on its own, once for all cells that show something of it."""
        found: State | None = self._states.get(record.id)
        if found is None:
            found = self._states[record.id] = compute(self.tracker, record, self.day)
        return found

    @cached_property
    def offices(self) -> frozenset[Office]:
        """Every office that a record names."""
        from tracker.model.rules.references import offices_of  # noqa: PLC0415 - knows the types of all records

        return frozenset(office for _, record in self.tracker.records() for office in offices_of(record))


class Shown(Frozen, Generic[T_contra]):
    """A field as it is shown: its key for programs, a label if not that of the field, a value if not the stored one.

    `rank`, `flexible`, `letters` and `hidden` are those of its `Column`.
    """

    key: str
    label: Message | None = None
    value: Callable[[Seen, T_contra], Value] | None = None
    rank: int = 0
    flexible: bool = False
    letters: int = 11
    hidden: bool = False

    def with_rank(self, rank: int) -> "Shown[T_contra]":
        """The same in a table where other columns go before or after it."""
        return replace(self, rank=rank)

    @property
    def column(self) -> Column:
        """The column under which it stands."""
        return Column(self.key, self.label or FIELDS[self.key], self.rank, self.flexible, self.letters, self.hidden)

    def cells(self, gender: str) -> Cell[T_contra]:
        """The function that makes its cell; `gender` is that of the noun for such a record."""
        key = self.key
        return self.value or (lambda seen, record: stored(seen, getattr(record, key), gender))


def words(key: str, label: Message | None = None, **traits: Any) -> Shown[Any]:
    """A reason or response, which is kept as a plain string where it is Arabic alone."""
    return Shown(key, label, lambda _, record: told(getattr(record, key)), **traits)


CODE: Shown[Record] = Shown("id", msg_in("heading", "No."), lambda _, record: Ref(record.id))
NAMED: Shown[Record] = Shown("id", msg("Code"), CODE.value)
"""The column of codes that are not numbers."""
EVIDENCE: Shown[Record] = Shown(
    "evidence", value=lambda seen, record: refs(e.id for e in seen.tracker.evidence_of(record.id)), flexible=True
)


def code(key: str, *, rank: int = 0) -> Shown[Any]:
    """A field that names another record by its code."""
    return Shown(key, None, lambda _, record: Ref(named) if (named := getattr(record, key)) else None, rank)


def table_of(
    seen: Seen,
    key: str,
    heading: Message | None,
    columns: Sequence[Shown[Of]],
    things: Iterable[Of],
    empty: Message | None = None,
    *,
    gender: str = "feminine",
    alike: Callable[[Of], Hashable] | None = None,
) -> Table:
    """The table of records, or of parts of them, under these columns; `empty` is said when there is none.

    Those for which `alike` gives the same have the same cells behind code and title: these are made once.
    """
    things, makers = list(things), [shown.cells(gender) for shown in columns]
    if alike:
        rows = tuple(_sharing(seen, things, makers, alike))
    else:
        rows = tuple(zip(*[[cell(seen, thing) for thing in things] for cell in makers], strict=True))
    return Table(key, heading, tuple(shown.column for shown in columns), rows, empty)


def _sharing(
    seen: Seen, things: Iterable[Of], makers: Sequence[Cell[Of]], alike: Callable[[Of], Hashable]
) -> Iterator[tuple[Value, ...]]:
    code, title, *others = makers
    known: dict[Hashable, list[Value]] = {}
    for thing in things:
        key = alike(thing)
        if (shared := known.get(key)) is None:
            shared = known[key] = [cell(seen, thing) for cell in others]
        yield (code(seen, thing), title(seen, thing), *shared)


class Kind(Frozen, Generic[T_contra], kw_only=True):
    """A kind of records; whatever is left out has none of it, or is as with most kinds.

    `columns` are those of lists, beside `code`, that of the codes; `facts` the lines of `show`: columns and stored
    fields by name, and what is shown there alone; `added_by` is the command that adds one. `blocks` are what `show`
    puts below them, `data` the JSON form. `gender` is that of the Arabic noun for such a record. `withheld` ones are
    left out of tables; `alike` is that of `table_of` for its own columns.

    `filters` are the fields of `Selection` that mean something for it. For these: `is_open` tells what is still to be
    done, where no status of work does; `due` gives the day by which, `steps` and `aspects` what it counts to; `owner`
    is the field with the office that answers for it. `due_field` is the field by which `--sort due` goes, `order` the
    key of the usual order, where that is not that of the codes.
    """

    name: str
    facts: Sequence[str | Shown[T_contra]]
    heading: Message | None = None
    columns: Sequence[Shown[T_contra]] = ()
    empty: Message | None = None
    added_by: str = ""
    data: Callable[[Seen, T_contra], dict[str, Any]] = lambda _, record: plain(record)
    blocks: Callable[[Seen, T_contra], Iterable[Block]] = lambda _, __: ()
    code: Shown[Any] = CODE
    gender: str = "masculine"
    withheld: Callable[[T_contra], bool] | None = None
    alike: Callable[[Seen], Callable[[T_contra], Hashable]] | None = None
    filters: tuple[str, ...] = ()
    is_open: Callable[[T_contra], bool] | None = None
    due: Callable[[Seen, T_contra], date | None] | None = None
    steps: Callable[[Seen, T_contra], Iterable[str]] | None = None
    aspects: Callable[[Seen, T_contra], Iterable[str | None]] | None = None
    owner: str = "owner"
    due_field: str = "planned_end"
    order: Callable[[T_contra], Any] | None = None

    def table(self, seen: Seen, codes: Iterable[str], *more: Shown[T_contra]) -> Table:
        """The records of these codes as a table, with `more` columns after its own."""
        rows = seen.tracker.tables.get(self.name, {})
        records = [rows[code] for code in codes if self.withheld is None or not self.withheld(rows[code])]
        columns: list[Shown[Any]] = [self.code, *self.columns, *more]
        empty = self.empty if records else self.nothing(seen)
        alike = self.alike(seen) if self.alike and not more else None
        return table_of(seen, self.name, self.heading, columns, records, empty, gender=self.gender, alike=alike)

    def nothing(self, seen: Seen) -> Message | None:
        """The sentence in the place of an empty table: that nothing matches, or that there is nothing of it yet."""
        return self.empty if seen.tracker.tables.get(self.name) else NONE_YET

    def column(self, key: str, /, **changes: Any) -> Shown[T_contra]:
        """The column of that key, for a table of a document, where it may have another rank or heading."""
        return replace(next(shown for shown in self.columns if shown.key == key), **changes)

    def items(self, seen: Seen, record: T_contra) -> Iterator[Item]:
        """The facts of a record, also those that have no value."""
        listed = {shown.key: shown for shown in self.columns}
        for fact in self.facts:
            shown = listed.get(fact) or Shown(fact) if isinstance(fact, str) else fact
            yield shown.key, shown.label or FIELDS[shown.key], shown.cells(self.gender)(seen, record)


NONE_YET = msg("None yet.")
_AS_IT_IS = frozenset({NoneType, Localized, str, int})


def stored(seen: Seen, value: Any, gender: str) -> Value:
    """The cell of a stored value by its type; texts are codes only where they are told to be (`code`)."""
    kind = type(value)
    if kind in _AS_IT_IS:
        found: Value = value
        return found
    if issubclass(kind, StrEnum):
        return Word(value, gender)
    if kind is Office:
        return seen.office(value)
    if kind is bool:
        return msg("yes") if value else None
    return Day(value) if kind is date else refs(value)


def plain(record: Any) -> dict[str, Any]:
    """The stored fields of a record for programs: days and decimals as text, texts by language."""
    found: dict[str, Any] = to_builtins(record)
    for name in plain_texts(record.__class__):
        found[name] = _by_language(found[name])
    for name, inner in _PARTS.items():
        for item in found.get(name) or ():
            item[inner] = _by_language(item[inner])
    return found


_PARTS = {"ratings": "justification", "measurements": "note"}
"""The lists whose items have such a text, with its name."""


def _by_language(text: Any) -> Any:
    """A text by its languages: programs are given one form."""
    return to_builtins(in_languages(text)) if isinstance(text, str) else text


def refs(codes: Iterable[str]) -> Many:
    """The codes side by side."""
    return Many(tuple(record_name(code) for code in codes))


def day_cell(day: date | str | None) -> Day | None:
    """A day, or nothing where there is none."""
    return Day(day) if day else None
