"""A column of a spreadsheet, and how the values of records stand in its cells."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from tracker.frozen import Frozen
from tracker.model.history.withheld import plainly
from tracker.model.records.evidence import Support
from tracker.model.records.indicators import Target
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Delegation
from tracker.model.records.office import Office
from tracker.model.records.reviews import Rating
from tracker.model.tracker import Tracker

ITEMS = "; "


class Column(Frozen):
    """A heading, and the value that a record has under it.

    `separator` stands between items: those that are not there yet are added, and none is ever taken away; but a comma
    separates items that take the place of all that are there, as those of their option do. `own` gives the value where
    the record alone tells it.
    """

    name: str
    value: Callable[[Tracker, Any], Any]
    separator: str = ""
    own: Callable[[Any], Any] | None = None

    def cell(self, tracker: Tracker, record: Any) -> str:
        """The text of the cell for a record."""
        return self.text(self.value(tracker, record))

    def text(self, value: Any) -> str:
        """The text of the cell for a value."""
        return cell_of(value, self.separator or ITEMS)

    def values(self, tracker: Tracker, records: Collection[Any]) -> list[Any]:
        """The values that several records have."""
        return [*map(self.own, records)] if self.own else [self.value(tracker, record) for record in records]

    def texts(self, values: Sequence[Any]) -> list[str]:
        """The texts of the cells for several values, without blanks around them; of what is alike each is made once."""
        kinds = {*map(type, values)}
        if not all(map(_is_told_once, kinds)) or kinds <= _WORDS:
            return [self.text(value).strip() for value in values]
        known = {value: self.text(value).strip() for value in {*values}}
        return [*map(known.__getitem__, values)]

    def items(self, cell: str) -> list[str]:
        """The items of a cell."""
        text = cell.replace("؛", ";").replace("،", ";").replace(",", ";") if self.separator == ITEMS else cell
        return [item for part in text.split(self.separator.strip(" ") or "\0") if (item := part.strip())]

    @property
    def is_list(self) -> bool:
        """Whether its option takes the items of a cell one by one."""
        return self.separator not in ("", ",")

    def new(self, cell: str, ours: str = "") -> str | list[str]:
        """The cell as its option takes it; of a list the items that are not there yet."""
        if not self.is_list:
            return cell
        there = self.items(ours)
        return [item for item in self.items(cell) if item not in there]


@cache
def _is_told_once(kind: type) -> bool:
    """Whether equal values of a kind have one text, as many records have them; numbers may differ in their zeros."""
    return issubclass(kind, (str, date, Office, type(None))) or kind is int


_WORDS = frozenset({str, type(None)})
"""The kinds of values that are seldom alike."""


def told_alone(name: str, own: Callable[[Any], Any], separator: str = "") -> Column:
    """A column whose value the record alone tells."""
    return Column(name, lambda _, record: own(record), separator, own)


def evidence(tracker: Tracker, record: Any) -> tuple[str, ...]:
    """The evidence of a record, by code."""
    return tuple(each.id for each in tracker.evidence_of(record.id))


def cell_of(value: Any, separator: str = ITEMS) -> str:
    """A value for machines: slugs, ISO dates, codes, numbers with a point; of several parts as the commands take it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():  # as most are, words of vocabularies among them
            return plainly(str(value))
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case Localized():
            return plainly(value.within("ar"))
        case tuple():
            return separator.join(cell_of(item) for item in value)
        case Delegation():
            return f"{value.office}={value.count}"
        case Target():
            return f"{value.date.isoformat()}={cell_of(value.value)}"
        case Rating():
            return f"{value.step}.{value.criterion}={value.value or '-'}"
        case Support():
            return value.record
    return plainly(str(value))
