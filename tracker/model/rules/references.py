"""The references between records: the record that a code names must exist (rule 1.6)."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from tracker import errors
from tracker.model.records.activities import Activity
from tracker.model.records.commitments import Commitment
from tracker.model.records.decisions import Decision
from tracker.model.records.evidence import Evidence
from tracker.model.records.indicators import Indicator
from tracker.model.records.initiatives import Initiative
from tracker.model.records.lessons import Lesson
from tracker.model.records.meetings import Meeting
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.reviews import Finding, Rating, Recommendation, Review
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker

ANY = ""
Reference = tuple[str, str | None]
"""The table in which the record must be (`ANY` for whichever) and its code."""


def broken_references(tracker: Tracker, since: Tracker | None = None) -> Iterator["errors.BrokenReference"]:
    """Every code that a record names and that belongs to no record of the right kind.

    With `since`, where nothing went since that tracker, only the records that are others than they were are asked.
    """
    for record in _to_judge(tracker, since):
        for table, wanted in references(record):
            if wanted is not None and not _is_there(tracker, table, wanted):
                yield errors.BrokenReference(record.id, wanted)


def _is_there(tracker: Tracker, table: str, code: str) -> bool:
    if table:
        return code in tracker.tables.get(table, {})
    return any(code in rows for rows in tracker.tables.values())


def _to_judge(tracker: Tracker, since: Tracker | None) -> Iterable[Record]:
    if since is None or any(rows.keys() - tracker.tables.get(table, {}).keys() for table, rows in since.tables.items()):
        return (record for _, record in tracker.records())
    return (record for table in tracker.tables for record in tracker.changed_since(since, table))


def references(record: Record) -> list[Reference]:
    """Every record that this one names; offices by their party and role, which cannot go while they are named."""
    names = _NAMES.get(record.__class__)
    found = names(record) if names else []
    for office in offices_of(record):
        found += [("parties", office.party), ("roles", office.role)]
    return found


def _all(table: str, codes: Iterable[str]) -> list[Reference]:
    return [(table, code) for code in codes]


def _meeting(record: Meeting) -> list[Reference]:
    single = (("evidence", record.minutes), ("meetings", record.rescheduled_to), ("series", record.series))
    return [*_all("steps", record.steps), *single]


def _obstacle(record: Obstacle) -> list[Reference]:
    return [*_all("steps", record.steps), *_all("activities", record.activities), (ANY, record.decision)]


def _indicator(record: Indicator) -> list[Reference]:
    return [*_all("steps", record.steps), *(("evidence", measured.source) for measured in record.measurements)]


def _review(record: Review) -> list[Reference]:
    judged: list[Rating | Finding] = [*record.ratings, *record.findings]
    papers = [("evidence", code) for each in judged for code in each.evidence]
    return [("reviews", record.corrects), *(("steps", each.step) for each in judged), *papers]


_NAMES: dict[type[Record], Callable[[Any], list[Reference]]] = {
    Initiative: lambda record: _all("parties", record.parties),
    Step: lambda record: [("aspects", link.aspect) for link in record.links],
    Activity: lambda record: [("steps", record.step), *_all("aspects", record.aspects)],
    Evidence: lambda record: [(ANY, support.record) for support in record.supports],
    Meeting: _meeting,
    Decision: lambda record: [("meetings", record.meeting)],
    Commitment: lambda record: [(ANY, record.source), ("steps", record.step)],
    Obstacle: _obstacle,
    Lesson: lambda record: [*_all("steps", record.steps), (ANY, record.origin), (ANY, record.applied_in)],
    Indicator: _indicator,
    Review: _review,
    Recommendation: lambda record: [("reviews", record.review)],
}


def offices_of(record: Record) -> list[Office]:
    """Every office that a record names."""
    offices = [getattr(record, name) for name in _office_fields(record.__class__)]
    if isinstance(record, Meeting):
        offices += [delegation.office for delegation in record.participants]
    return [office for office in offices if office is not None]


@cache
def _office_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in ("owner", "support", "verified_by", "lead") if name in kind.__struct_fields__)
