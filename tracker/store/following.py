"""Everything that a file says beside records and revisions, held against what its history tells (rule 15.7)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.frozen import Frozen, replace
from tracker.model.history.documents import stamped
from tracker.model.history.revision import Revision
from tracker.model.history.withheld import holds_withheld
from tracker.model.records.codes import counter_of
from tracker.model.records.counters import codes_of, known_counters
from tracker.store.state import Standing, State


class Said(Frozen):
    """A place beside the records where the file says one thing, and its history tells another."""

    place: str
    said: str
    told: str


class Told:
    """Everything that the revisions tell of a state beyond the values of its records; they are taken newest first."""

    def __init__(self) -> None:
        self.last = self.begun = ""
        self.moments: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.codes: set[str] = set()
        self.made: set[str] = set()
        self.partial = False
        self.changed: dict[object, list[int]] = {}

    def watching(self, newest_first: Iterable[Revision]) -> Iterator[Revision]:
        """Give the revisions on, and learn from each."""
        for revision in newest_first:
            self._take(revision)
            yield revision

    def _take(self, revision: Revision) -> None:
        self.last = self.last or revision.at
        if revision.number == 1:
            self.begun = min(self.begun or revision.at, revision.at)
        self.moments.add(revision.at)
        self.numbers[revision.hash] = revision.number
        self.partial = self.partial or holds_withheld(revision.note)
        for change in revision.changes:
            self.codes.add(change.code)
            self.partial = self.partial or holds_withheld(change.before) or holds_withheld(change.after)
            if change.before is None:
                self.made.add(change.uid or change.code)
            for key in filter(None, ((change.table, change.code), change.uid)):
                self.changed.setdefault(key, []).append(revision.number)

    def righted(self, state: State) -> State:
        """The state with what follows from the revisions, where it says otherwise."""
        if not state.standing.head:
            return state
        revs = {
            (table, code): number
            for table, rows in state.documents.items()
            for code, row in rows.items()
            if row.get("rev", 0) != (number := self._rev(table, code, row, state.standing))
        }
        standing = self._standing(state)
        return replace(state, documents=stamped(state.documents, revs), standing=standing)

    def _rev(self, table: str, code: str, row: Mapping[str, Any], standing: Standing) -> int:
        known, number = self.changed.get((table, code), []), row.get("rev", 0)
        if not standing.lines:
            return known[0] if known else 0
        # Of copies that were joined either side may have made the record what it is.
        known = [*known, *self.changed.get(row.get("uid"), [])]
        if not self.made & {row.get("uid"), code}:
            known.append(0)
        return number if number in known else max(known, default=0)

    def _standing(self, state: State) -> Standing:
        given = state.standing
        blocks = {counter_of("", given.block): given.block} if given.block else {}
        codes = {*self.codes, *codes_of(state.documents)}
        at = given.at if given.lines and given.at in self.moments else self.last
        marked = any(holds_withheld(dict(row.items())) for rows in state.documents.values() for row in rows.values())
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
    for table, rows in known.documents.items():
        for code, row in rows.items():
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
