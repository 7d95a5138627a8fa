"""The way back along a history, each revision held against what it left (rule 15.7)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import eq
from typing import Any

from tracker.model.history.chain import FIRST_SCHEMA, compared_by, places
from tracker.model.history.documents import Documents
from tracker.model.history.hashes import chained, hashes_of
from tracker.model.history.retracing import Retraced
from tracker.model.history.revision import Change, conflict
from tracker.model.history.texts import TEXT_FIELDS, is_erased
from tracker.store.file.schema import SCHEMA
from tracker.store.lines import FEW, Line, portions

_NO_ROWS: Mapping[str, Any] = {}
Same = Callable[[Any, Any], bool]


class Walk:
    """A state from which lines are taken back one by one, newest first; `led` tells whether the last one led to it.

    `joined` copies may still show what the other one has erased.
    """

    def __init__(self, documents: Documents, *, joined: bool = False) -> None:
        self.led = True
        self._state = Retraced(documents)
        self._joined = joined

    @property
    def documents(self) -> Documents:
        """The state that is left."""
        return self._state.documents

    def back(self, line: Line) -> Iterator[Change]:
        """Take a line back change by change, and give each as it was read; raises as `Line.read`."""
        changes: Sequence[Any] = line.changes
        at_once = len(changes) > 1 and len({(each.table, each.code) for each in changes}) < len(changes)
        if at_once:  # what has one code in turn is judged together
            changes = tuple(map(line.read, changes))
        self.led = not at_once or not self._misled(line, changes)
        documents, undo = self.documents, self._state.undo
        for each in reversed(changes):
            row = documents.get(each.table, _NO_ROWS).get(each.code)
            change = None if at_once else line.left(each, row)
            if change is None:
                change = line.read(each)
                self.led = self.led and (at_once or _left(change, row) or not self._misled(line, (change,)))
            undo(change)
            yield change

    def _misled(self, line: Line, changes: Sequence[Change]) -> bool:
        return misled(self.documents, changes, compared_by(line.head.schema, joined=self._joined))


def _left(change: Change, row: Mapping[str, Any] | None) -> bool:
    """Whether it is seen at a look that a change left a row as it stands, as most have."""
    if row is None or change.before is None or change.after is None:
        return False
    return change.uid in ("", row.get("uid")) and change.after.items() <= row.items()


def walked(walk: Walk, lines: Iterable[Line]) -> Iterator[tuple[Line, bool, str]]:
    """Take lines back; give each with whether it led to the state that was found, and the hash that it must have.

    A line of many changes is not kept while others are read.
    """
    for portion in portions(lines):
        for together, alike in groupby(portion, _is_small):
            if together:
                taken = [(line, [*walk.back(line)], walk.led) for line in alike]
                hashes = hashes_of((line.head, changes) for line, changes, _ in taken)
                yield from [(line, led, found) for (line, _, led), found in zip(taken, hashes, strict=True)]
            else:
                for line in alike:
                    found = hash_in(line, walk.back(line))
                    yield line, walk.led, found


def _is_small(line: Line) -> bool:
    return len(line.changes) <= FEW and line.head.schema != FIRST_SCHEMA and not line.known


def hash_in(line: Line, changes: Iterable[Change]) -> str:
    """The hash that a line must have, of its changes, in any order, as they are read."""
    if line.known or line.head.schema == FIRST_SCHEMA:  # one of the first schema was read whole
        for _ in changes:
            pass
        return line.head.hash if line.known else chained(line.head)
    return hashes_of([(line.head, changes)])[0]


def stand(line: Line) -> bool:
    """Whether an erased text stands wherever the digest of one was kept (rule 15.9)."""
    erased = line.head.erased  # where there is one, the line was read whole
    if not erased:
        return True
    found = places(line.head)
    return all(name in found and is_erased(found[name].value) for name in erased)


def misled(documents: Documents, changes: Sequence[Change], same: Same) -> bool:
    """Whether changes did not lead to these documents: to these values, in the records of these identities."""
    left = [change for change in changes if change.after is not None and change.uid]
    if any(documents.get(each.table, {}).get(each.code, {}).get("uid") != each.uid for each in left):
        return True
    return differs(documents, changes, same, back=True)


def differs(documents: Documents, changes: Sequence[Change], same: Same, *, back: bool = False) -> bool:
    """Whether documents are not what the changes left, or found; only of words may some have been erased."""
    words = conflict(documents, changes, back=back, same=same)
    rest = None if same is eq else conflict(documents, changes, back=back, ignoring=TEXT_FIELDS)
    return bool(words or rest)


class Redactions:
    """The redactions met so far, newest first: an erased text needs one that came later and names its digest."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self.first_schema = False

    def take(self, line: Line) -> None:
        """Remember what a revision has erased; those of the first schema did not tell."""
        self.named.update(line.head.erases)
        self.first_schema |= line.head.command == "redact" and line.head.schema == FIRST_SCHEMA

    def explain(self, erased: Mapping[str, str], schema: int = SCHEMA) -> bool:
        """Tell whether somebody has erased all texts of these digests, in a revision of that schema."""
        told = schema == FIRST_SCHEMA and self.first_schema
        return not erased or told or self.named.issuperset(erased.values())
