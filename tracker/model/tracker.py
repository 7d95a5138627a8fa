"""The whole record as one value: a command takes a tracker and gives a new one (rule 15.1)."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import repeat
from operator import contains
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from tracker import errors
from tracker.frozen import Frozen, field, replace
from tracker.model.index import LINKS, finder, linked
from tracker.model.records.codes import LAST_NUMBER, block_of, counter_of, normal_code, order_of
from tracker.model.records.record import Record
from tracker.model.records.rows import ASKED, Overlay, Unread, with_records
from tracker.model.records.tables import KINDS, TABLES, table_of_type
from tracker.model.records.thresholds import Thresholds

if TYPE_CHECKING:
    from tracker.model.records.activities import Activity
    from tracker.model.records.aspects import Aspect
    from tracker.model.records.commitments import Commitment
    from tracker.model.records.decisions import Decision
    from tracker.model.records.evidence import Evidence
    from tracker.model.records.indicators import Indicator
    from tracker.model.records.initiatives import Initiative
    from tracker.model.records.lessons import Lesson
    from tracker.model.records.meetings import Meeting
    from tracker.model.records.obstacles import Obstacle
    from tracker.model.records.office import Office
    from tracker.model.records.parties import Party, Role, Side
    from tracker.model.records.reviews import Recommendation, Review
    from tracker.model.records.series import Series
    from tracker.model.records.steps import Step

R = TypeVar("R", bound=Record)
_NONE: Mapping[str, Any] = {}
_MANY = 256
"""The number of records from which on a table is not copied for each that is put."""


class _Table(Generic[R]):
    """An attribute of a tracker: the records of the table of that name by code, in their order."""

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, tracker: "Tracker", _: type) -> Mapping[str, R]:
        rows = tracker.tables.get(self._name, _NONE)
        # To ask isinstance takes four times as long, for it is a mapping, and each rule asks for some table.
        return rows.whole() if rows.__class__ is Unread and rows.opened else rows


class Tracker(Frozen, dict=True):
    """All records by table and code, the code counters, and whether the data is fictional.

    Revisions are not part of it; `counters` holds the last number given out per letter, never rolled back. New records
    are numbered above `block`: a copy of its own for the second desk gives out other numbers than the first.
    """

    tables: Mapping[str, Mapping[str, Any]]
    counters: Mapping[str, int] = field(default_factory=dict)
    demo: bool = False
    block: int = 0

    @property
    def initiative(self) -> "Initiative":
        """The one initiative this tracker follows."""
        found: Initiative = self.tables["initiative"]["initiative"]
        return found

    @cached_property
    def thresholds(self) -> Thresholds:
        """The thresholds in force; the defaults (rule 4.8) until somebody changes one."""
        return self.tables.get("thresholds", {}).get("thresholds") or Thresholds()

    steps: "ClassVar[_Table[Step]]" = _Table()
    aspects: "ClassVar[_Table[Aspect]]" = _Table()
    parties: "ClassVar[_Table[Party]]" = _Table()
    roles: "ClassVar[_Table[Role]]" = _Table()
    meetings: "ClassVar[_Table[Meeting]]" = _Table()
    obstacles: "ClassVar[_Table[Obstacle]]" = _Table()
    evidence: "ClassVar[_Table[Evidence]]" = _Table()
    activities: "ClassVar[_Table[Activity]]" = _Table()
    series: "ClassVar[_Table[Series]]" = _Table()
    decisions: "ClassVar[_Table[Decision]]" = _Table()
    commitments: "ClassVar[_Table[Commitment]]" = _Table()
    lessons: "ClassVar[_Table[Lesson]]" = _Table()
    indicators: "ClassVar[_Table[Indicator]]" = _Table()
    reviews: "ClassVar[_Table[Review]]" = _Table()
    recommendations: "ClassVar[_Table[Recommendation]]" = _Table()

    def records(self) -> Iterator[tuple[str, Record]]:
        """Every record with the name of its table."""
        for table in TABLES:
            for record in self.tables.get(table, {}).values():
                yield table, record

    def read(self, table: str) -> None:
        """Read the records of a table now, for whoever looks at all of them: they are counted as they are then."""
        rows = self.tables.get(table, _NONE)
        if isinstance(rows, Unread):
            rows.whole()

    def changed_since(self, before: "Tracker", table: str) -> list[Any]:
        """The records of a table that are new, or others than they were in the tracker before."""
        old, new = before.tables.get(table, {}), self.tables.get(table, {})
        if old is new:
            return []
        if isinstance(new, Overlay):
            return new.unlike(old)
        return [record for code, record in new.items() if old.get(code) is not record]

    def made_since(self, before: "Tracker", table: str) -> list[Any]:
        """The records of a table whose codes belonged to none in the tracker before."""
        old = before.tables.get(table, {})
        return [record for record in self.changed_since(before, table) if record.id not in old]

    def sharing(self, other: "Tracker") -> "Tracker":
        """The same tracker with the very records and tables of the other where they are equal."""
        tables = {}
        for table, rows in self.tables.items():
            old = other.tables.get(table, {})
            kept = {code: old[code] if old.get(code) == record else record for code, record in rows.items()}
            alike = len(kept) == len(old) and all(old.get(code) is record for code, record in kept.items())
            tables[table] = old if alike else kept
        return replace(self, tables=tables)

    def get(self, kind: type[R], code: str, letter: str = "") -> R:
        """The record of that kind; `NotFound` with near codes when there is none.

        A bare number is that of a record of the kind, unless another `letter` is to stand before it.
        """
        name = table_of_type(kind)
        table: Mapping[str, R] = self.tables.get(name, {})
        wanted = normal_code(code, letter or KINDS[name].letter)
        found = table.get(wanted) or table.get(code.strip())
        if found is None:
            raise errors.NotFound(code, tuple(_near(wanted, table)), "" if table else name)
        return found

    def find(self, code: str) -> tuple[str, Record]:
        """The table and record with that code, whatever its kind; a bare number means a step."""
        wanted = normal_code(code, "S")
        bare = code.strip()
        for table in KINDS:
            rows = self.tables.get(table)
            if rows is not None and (record := rows.get(wanted) or rows.get(bare)) is not None:
                return table, record
        raise errors.NotFound(code, tuple(_near(wanted, [record.id for _, record in self.records()])))

    def put(self, record: Record, on: date) -> "Tracker":
        """The tracker with that record added or replaced and stamped; the same tracker if nothing differs."""
        table = table_of_type(type(record))
        old = self.tables.get(table, {}).get(record.id)
        if old == record:
            return self
        created = on if old is None else old.created_on
        stamped = replace(record, created_on=created, updated_on=on)
        return self._with(table, {record.id: stamped})

    def put_all(self, records: Sequence[Record]) -> "Tracker":
        """The tracker with records of one kind added or replaced, which are stamped already."""
        return self._with(table_of_type(type(records[0])), {record.id: record for record in records})

    def _with(self, table: str, records: dict[str, Any]) -> "Tracker":
        rows = self.tables.get(table, {})
        few = isinstance(rows, dict) and len(rows) < _MANY
        return replace(self, tables={**self.tables, table: {**rows, **records} if few else with_records(rows, records)})

    def new_code(self, letter: str) -> tuple[str, "Tracker"]:
        """The next unused code of a kind and the tracker that remembers it as used.

        A file written by hand may hold codes that its counters do not know. Raises `NoCodeLeft`.
        """
        counter = counter_of(letter, self.block)
        number = self.counters.get(counter, self.block) + 1
        while any(map(contains, self.tables.values(), repeat(f"{letter}{number}"))):
            number += 1
        if number > LAST_NUMBER:
            raise errors.NoCodeLeft(letter)
        return f"{letter}{number}", replace(self, counters={**self.counters, counter: number})

    def new_codes(self, letter: str, many: int) -> tuple[list[str], "Tracker"]:
        """Several unused codes, those that `new_code` gives one after the other; raises what it raises."""
        counter = counter_of(letter, self.block)
        last = self.counters.get(counter, self.block)
        codes = [f"{letter}{number}" for number in range(last + 1, last + many + 1)]
        for table in self.tables if many > ASKED else ():
            self.read(table)  # a server would be asked for each code
        if last + many <= LAST_NUMBER and not any(any(map(rows.__contains__, codes)) for rows in self.tables.values()):
            return codes, replace(self, counters={**self.counters, counter: last + many})
        tracker, codes = self, []
        for _ in range(many):
            code, tracker = tracker.new_code(letter)
            codes.append(code)
        return codes, tracker

    def remembering(self, code: str) -> "Tracker":
        """The tracker that will not give this code to a new record."""
        counted = re.fullmatch(r"(.*?)([0-9]+)", code)
        if not counted:
            return self
        number = int(counted[2])
        counter = counter_of(counted[1], block_of(number, self.counters))
        return replace(self, counters={**self.counters, counter: max(self.counters.get(counter, 0), number)})

    def side_of(self, office: "Office | None") -> "Side | None":
        """The side that an office acts for, in whose court its work lies (rule 12.3); None where nobody owns it."""
        party = self.parties.get(office.party) if office else None
        return party.side if party else None

    def linked(self, link: str, code: str) -> list[Any]:
        """The records that are linked to a code in one of the ways of `LINKS`, in the order of their codes."""
        return linked(link, self.tables.get(LINKS[link].table, _NONE), code)

    def finder(self, link: str) -> Callable[[str], list[Any] | None]:
        """The way to the records that are linked to a code, for whoever asks about many codes."""
        return finder(link, self.tables.get(LINKS[link].table, _NONE))

    def evidence_of(self, code: str) -> "list[Evidence]":
        """Evidence that supports a record, in the order of its codes."""
        return self.linked("evidence", code)

    def attached_at(self, code: str) -> int:
        """The highest percentage (0–100) at which evidence was attached to a record (rule 3.6)."""
        supports = (support for each in self.evidence_of(code) for support in each.supports if support.record == code)
        return max((support.progress or 0 for support in supports), default=0)

    def obstacles_of(self, code: str) -> "list[Obstacle]":
        """Obstacles linked to an activity, or to a step or one of its activities."""
        return self.linked("obstacles", code)

    def activities_of(self, step: str) -> "list[Activity]":
        """The activities of a step, cancelled ones too, in the order of their codes."""
        return self.linked("activities", step)

    def commitments_of(self, step: str) -> "list[Commitment]":
        """The commitments of a step, in the order of their codes."""
        return self.linked("commitments", step)


def _near(code: str, codes: Any) -> list[str]:
    import difflib  # noqa: PLC0415 - only for a code that is not known

    if not code.isascii():  # the number alone says nothing
        return []
    return sorted(difflib.get_close_matches(code, list(codes), n=3, cutoff=0.4), key=order_of)
