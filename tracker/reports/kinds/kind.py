"""The interface of a kind: how the records of one table are listed, shown, and given to programs."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tracker.frozen import Frozen, to_builtins
from tracker.message import Message
from tracker.model.records.meetings import Place
from tracker.model.records.record import Record
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.report import Block, Day, Many, Ref, Table, Value
from tracker.reports.values import record_name

Item = tuple[str, Message, Value]
"""A fact: its key for programs, its label, and its value."""


class Kind(Frozen):
    """A kind; `table` gives the records of some codes as a table, `facts` the fields of one, `data` its JSON form.

    `blocks` are what `show` puts below the facts: tables of what belongs to the record.
    """

    table: Callable[[Tracker, Assessment, Iterable[str]], Table]
    facts: Callable[[Tracker, Assessment, Any], Iterable[Item]]
    data: Callable[[Tracker, Assessment, Any], dict[str, Any]]
    blocks: Callable[[Tracker, Assessment, Any], Iterable[Block]] = lambda _, __, ___: ()


def plain_data(_tracker: Tracker, _assessment: Assessment, record: Record) -> dict[str, Any]:
    """The stored fields, for records of which nothing is computed."""
    found: dict[str, Any] = to_builtins(record)
    return found


def no_table(_tracker: Tracker, _assessment: Assessment, _codes: Iterable[str]) -> Table:
    """Refuse a list of a kind that `list` does not know; raises `LookupError`."""
    raise LookupError


def refs(codes: Iterable[str]) -> Many:
    """The codes side by side."""
    return Many(tuple(record_name(code) for code in codes))


def place_cell(place: Place | None) -> Value:
    """The city, or the country where none is named."""
    if place is None:
        return None
    return place.city or Ref(place.country)


def day_cell(day: date | str | None) -> Day | None:
    """A day, or nothing where there is none."""
    return Day(day) if day else None
