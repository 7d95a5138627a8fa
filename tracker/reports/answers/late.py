"""The late records, by how much and in whose court: the block of `status` that names them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.frozen import Frozen
from tracker.message import count, msg
from tracker.model.records.office import Office
from tracker.model.records.rows import Unread
from tracker.model.state.health import Health
from tracker.model.state.tally import parts_of
from tracker.reports import nouns
from tracker.reports.kinds import LISTED, kind_of
from tracker.reports.kinds.kind import Kind, Seen
from tracker.reports.report import Day, Note, Notes, Ref
from tracker.reports.values import owner_name, words_of

MOST = 5
"""The records that are named; `tracker list --overdue` has the others."""
COMMAND = "tracker list --overdue"


class Late(Frozen):
    """A record that is past its day, or the part of it that is counted, with that day and its kind."""

    due: date
    kind: Kind[Any]
    record: Any

    @property
    def is_work(self) -> bool:
        """Whether it is a step or an activity: that one is late and may wait for a decision, too, which says more."""
        return self.kind.name in ("steps", "activities")


def late(seen: Seen) -> list[Late]:
    """The records that `list --overdue` shows, the longest overdue first; aspects have no day of their own."""
    return sorted(_late(seen), key=lambda each: each.due)


def late_block(seen: Seen, found: list[Late]) -> Notes:
    """The block that names what is late, the first ones and the number of the others."""
    notes = [_note(seen, each) for each in found[:MOST]]
    more = len(found) - MOST
    if more > 0:
        text = count("{n} more is late: {command}", "{n} more are late: {command}", more, command=Ref(COMMAND))
        notes.append(Note(text))
    return Notes("late", msg("Late"), tuple(notes))


def machine_row(seen: Seen, each: Late) -> dict[str, Any]:
    """The same for programs: `days` are those since it was due."""
    owner = _owner(each)
    return {
        "id": each.record.id,
        "kind": each.kind.name,
        "due": each.due.isoformat(),
        "days": (seen.day - each.due).days,
        "owner": owner and str(owner),
    }


def _late(seen: Seen) -> Iterator[Late]:
    for table in LISTED:
        records = seen.tracker.tables.get(table, {})
        kind = kind_of(table) if isinstance(records, Unread) or records else None
        if kind is None or kind.due is None:
            continue
        for record in parts_of(seen.tracker, table):
            due = kind.due(seen, record)
            if due is not None and due < seen.day:
                yield Late(due, kind, record)


def _note(seen: Seen, each: Late) -> Note:
    record = seen.tracker.tables[each.kind.name][each.record.id]
    colour = seen.work[record.id].health if each.is_work else Health.AMBER
    words: dict[str, Any] = {
        "code": Ref(record.id),
        "title": words_of(record),
        "days": nouns.days((seen.day - each.due).days),
        "day": Day(each.due),
    }
    if not hasattr(record, each.kind.owner):
        return Note(msg("{code} {title}: {days} overdue, due on {day}", **words), colour, record.id)
    owner = owner_name(seen.tracker, _owner(each))
    return Note(msg("{code} {title}: {days} overdue, due on {day}; {owner}", **words, owner=owner), colour, record.id)


def _owner(each: Late) -> Office | None:
    found: Office | None = getattr(each.record, each.kind.owner, None)
    return found
