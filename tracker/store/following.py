"""Everything that a file says beside records and revisions, held against what its history tells (rule 15.7)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.frozen import Frozen, replace
from tracker.model.history.documents import Documents, Rows, stamped
from tracker.model.history.documents import unlike as unlike_tables
from tracker.model.history.withheld import holds_withheld
from tracker.model.records.codes import counter_of
from tracker.model.records.counters import codes_of, known_counters
from tracker.model.tracker import Tracker
from tracker.store.file.rows import StoredTable
from tracker.store.lines import LONGEST, Line, may_be_marked, portions
from tracker.store.state import Standing, State

Stamps = Mapping[str, Sequence[tuple[str, int, str | None]]]
"""The code of each record by table, the number of the revision that is said to have changed it last, its identity."""


class Said(Frozen):
    """A place beside the records where the file says one thing, and its history tells another."""

    place: str
    said: str
    told: str


class Told:
    """Everything that the revisions tell of a state beyond the values of its records; they are taken newest first."""

    def __init__(self, *, joined: bool = True) -> None:
        self.last = self.begun = ""
        self.moments: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.made: set[str] = set()
        self.partial = False
        self.newest: dict[tuple[str, str], int] = {}
        self.changed: dict[object, list[int]] | None = {} if joined else None

    def watching(self, newest_first: Iterable[Line]) -> Iterator[Line]:
        """Give the lines on, and learn from each."""
        for portion in portions(newest_first):
            for line in portion:
                self._take(line)
            yield from portion

    def _take(self, line: Line) -> None:
        head = line.head
        self.last = self.last or head.at
        if head.number == 1:
            self.begun = min(self.begun or head.at, head.at)
        if self.changed is not None:
            self.moments.add(head.at)
        self.numbers[head.hash] = head.number
        if line.marked and not self.partial:
            read = map(line.read, line.changes)
            self.partial = holds_withheld(head.note) or any(
                holds_withheld(each.before) or holds_withheld(each.after) for each in read
            )
        for change in line.changes:
            self.newest.setdefault((change.table, change.code), head.number)
            if self.changed is not None:
                if line.makes(change):
                    self.made.add(change.uid or change.code)
                for key in filter(None, ((change.table, change.code), change.uid)):
                    self.changed.setdefault(key, []).append(head.number)

    def righted(self, state: State, stamps: Stamps | None = None) -> State:
        """The state with what follows from the revisions where it says otherwise; `stamps` are those of its records."""
        if not state.standing.head:
            return state
        revs = {
            (table, code): number
            for table, found in (stamps or _stamps(state.documents)).items()
            for code, rev, uid in found
            if rev != (number := self._rev(table, code, rev, uid))
        }
        standing = self._standing(state)
        return replace(state, documents=stamped(state.documents, revs), standing=standing)

    def _rev(self, table: str, code: str, rev: int, uid: str | None) -> int:
        if self.changed is None:
            return self.newest.get((table, code), 0)
        # Of copies that were joined either side may have made the record what it is.
        known = [*self.changed.get((table, code), []), *self.changed.get(uid, [])]
        if not self.made & {uid, code}:
            known.append(0)
        return rev if rev in known else max(known, default=0)

    def _standing(self, state: State) -> Standing:
        given = state.standing
        blocks = {counter_of("", given.block): given.block} if given.block else {}
        codes = {*(code for _, code in self.newest), *codes_of(state.documents)}
        at = given.at if given.lines and given.at in self.moments else self.last
        marked = any(map(_is_marked, state.documents.values()))
        return replace(
            given,
            number=self.numbers.get(given.head, given.number),
            at=at or given.at,
            created=self.begun or given.created,
            partial=given.partial or self.partial or marked,
            counters=known_counters({**blocks, **given.counters}, codes),
            taken={name: last for name, last in given.taken.items() if last["head"] in self.numbers},
            arrivals=[each for each in given.arrivals if not each[1] or each[1] in self.numbers],
        )


def stamps_of(tracker: Tracker) -> Stamps:
    """The stamps of all records, each of which is read for that; raises what reading raises."""
    return {
        table: [(code, record.rev, record.uid) for code, record in rows.items()]
        for table, rows in tracker.tables.items()
    }


def _stamps(documents: Documents) -> Stamps:
    return {
        table: [(code, row.get("rev", 0), row.get("uid")) for code, row in rows.items()]
        for table, rows in documents.items()
    }


_PART = 1 << 16


def _is_marked(rows: Rows) -> bool:
    """Whether a mark stands in a table, whose rows are looked into only where one may."""
    if isinstance(rows, StoredTable):
        text = memoryview(rows.text)
        parts = (bytes(text[start : start + _PART + LONGEST]) for start in range(0, len(text), _PART))
        if not any(map(may_be_marked, parts)):
            return False
    return any(holds_withheld(dict(row.items())) for row in rows.values())


def unlike(present: State, known: State) -> Iterator[Said]:
    """Every place beside the values of the records in which a state is not as it is known to be."""
    said, told = present.standing.document(), known.standing.document()
    for name, value in told.items():
        if said[name] == value:
            continue
        if isinstance(value, dict):
            for key in sorted({*said[name], *value}):
                yield from _said(f"{name}/{key}", said[name].get(key), value.get(key))
        else:
            yield from _said(name, said[name], value)
    for table in sorted(unlike_tables(present.documents, known.documents)):
        for code, row in known.documents.get(table, {}).items():
            other = present.documents.get(table, {}).get(code)
            if other is not None and other is not row:
                yield from _said(f"{code}/rev", other.get("rev", 0), row.get("rev", 0))


def _said(place: str, said: Any, told: Any) -> Iterator[Said]:
    if said != told:
        yield Said(place, _plain(said), _plain(told))


def _plain(value: Any) -> str:
    if value is None or value == "":
        return "–"
    return str(value).lower() if isinstance(value, bool) else str(value)
