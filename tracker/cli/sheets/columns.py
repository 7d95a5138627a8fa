"""A column of a spreadsheet, and how the values of records stand in its cells."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tracker.frozen import Frozen
from tracker.model.records.evidence import Support
from tracker.model.records.indicators import Target
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Delegation, Place
from tracker.model.records.reviews import Rating
from tracker.model.tracker import Tracker

ITEMS = "; "
LINES = "\n"


class Column(Frozen):
    """`option` is the parameter that takes the cell where no field of the kind declares that it does.

    `separator` stands between items: those that are not there yet are added, and none is ever taken away; but a comma
    separates items that take the place of all that are there, as those of their option do.
    """

    name: str
    value: Callable[[Tracker, Any], Any]
    option: str = ""
    separator: str = ""

    def cell(self, tracker: Tracker, record: Any) -> str:
        """The text of the cell for a record."""
        return cell_of(self.value(tracker, record), self.separator)

    def items(self, cell: str) -> list[str]:
        """The items of a cell."""
        text = cell.replace("؛", ";").replace("،", ";").replace(",", ";") if self.separator == ITEMS else cell
        return [item for part in text.split(self.separator.strip(" ") or "\0") if (item := part.strip())]


def columns(*names: str, separator: str = "") -> tuple[Column, ...]:
    """Fields of the record as they are."""
    return tuple(column(name, separator=separator) for name in names)


def column(name: str, path: str = "", *, option: str = "", separator: str = "") -> Column:
    """A field of the record, or of what `path` leads to; nothing where that is not there."""
    names = (path or name).split(".")

    def value(_: Tracker, record: Any) -> Any:
        for each in names:
            record = None if record is None else getattr(record, each)
        return record

    return Column(name, value, option, separator)


def text(field: str) -> tuple[Column, ...]:
    """A text in three languages."""
    return tuple(column(f"{field}_{lang}", f"{field}.{lang}") for lang in ("ar", "tr", "en"))


def papers() -> Column:
    """The evidence of a record, by code."""

    def value(tracker: Tracker, record: Any) -> tuple[str, ...]:
        return tuple(paper.id for paper in tracker.evidence_of(record.id))

    return Column("evidence", value, separator=ITEMS)


def cell_of(value: Any, separator: str = ITEMS) -> str:
    """A value for machines: slugs, ISO dates, codes, numbers with a point."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case Localized():
            return value.ar
        case tuple():
            return separator.join(cell_of(item) for item in value)
    return _made_of_several(value)


def _made_of_several(value: Any) -> str:
    """Write a value as the options of the commands take it."""
    match value:
        case Place():
            return f"{value.country}/{value.city.ar}" if value.city else value.country
        case Delegation():
            return f"{value.office}={value.count}"
        case Target():
            return f"{value.date.isoformat()}={cell_of(value.value)}"
        case Rating():
            return f"{value.step}.{value.criterion}={value.value or '-'}"
        case Support():
            return value.record
    return str(value)
