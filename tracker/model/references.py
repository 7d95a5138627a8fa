"""Which record names which: what a code stands for must exist (DOMAIN.md 2.1)."""

from collections.abc import Iterator

from tracker.errors import BrokenReference
from tracker.model.activity import Activity
from tracker.model.commitment import Commitment
from tracker.model.decision import Decision
from tracker.model.evidence import Evidence
from tracker.model.indicator import Indicator
from tracker.model.initiative import Initiative
from tracker.model.lesson import Lesson
from tracker.model.meeting import Meeting
from tracker.model.obstacle import Obstacle
from tracker.model.office import Office
from tracker.model.record import Record
from tracker.model.review import Recommendation, Review
from tracker.model.step import Step
from tracker.model.tracker import Tracker

ANY = ""
Reference = tuple[str, str | None]
"""The table in which the record must be (`ANY` for whichever) and its code."""


def broken_references(tracker: Tracker) -> Iterator[BrokenReference]:
    """Every code that a record names and that is no record of the right kind."""
    every = {record.id for _, record in tracker.records()}
    for _, record in tracker.records():
        for table, wanted in references(record):
            known = tracker.tables.get(table, {}) if table else every
            if wanted is not None and wanted not in known:
                yield BrokenReference(record.id, wanted)


def references(record: Record) -> Iterator[Reference]:
    """Every record that this one names; offices by their party and role, which cannot go while they are named."""
    yield from _work(record)
    yield from _followed_up(record)
    yield from _measured(record)
    for office in offices_of(record):
        yield "parties", office.party
        yield "roles", office.role


def _work(record: Record) -> Iterator[Reference]:
    match record:
        case Initiative():
            yield from (("parties", code) for code in record.parties)
        case Step():
            yield from (("aspects", link.aspect) for link in record.links)
        case Activity():
            yield "steps", record.step
            yield from (("aspects", code) for code in record.aspects)
        case Evidence():
            yield from ((ANY, support.record) for support in record.supports)


def _followed_up(record: Record) -> Iterator[Reference]:
    match record:
        case Meeting():
            yield from (("steps", code) for code in record.steps)
            yield from (("evidence", record.minutes), ("meetings", record.rescheduled_to), ("series", record.series))
        case Decision():
            yield "meetings", record.meeting
        case Commitment():
            yield from ((ANY, record.source), ("steps", record.step))
        case Obstacle():
            yield from (("steps", code) for code in record.steps)
            yield from (("activities", code) for code in record.activities)
            yield ANY, record.decision
        case Lesson():
            yield from (("steps", code) for code in record.steps)
            yield from ((ANY, record.origin), (ANY, record.applied_in))


def _measured(record: Record) -> Iterator[Reference]:
    match record:
        case Indicator():
            yield from (("steps", code) for code in record.steps)
            yield from (("evidence", measurement.source) for measurement in record.measurements)
        case Review():
            yield "reviews", record.corrects
            yield from (("steps", rating.step) for rating in record.ratings)
            yield from (("evidence", code) for rating in record.ratings for code in rating.evidence)
            yield from (("steps", finding.step) for finding in record.findings)
            yield from (("evidence", code) for finding in record.findings for code in finding.evidence)
        case Recommendation():
            yield "reviews", record.review


def offices_of(record: Record) -> Iterator[Office]:
    """Every office that a record names."""
    for name in ("owner", "support", "verified_by", "lead"):
        office = getattr(record, name, None)
        if office is not None:
            yield office
    if isinstance(record, Meeting):
        yield from (delegation.office for delegation in record.participants)
