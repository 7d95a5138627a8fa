"""`show`: everything about records: fields, links both ways, evidence, last changes; and why the figures are so."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.model.aspect import Aspect
from tracker.model.assessment import Assessment, assess
from tracker.model.evidence import Evidence
from tracker.model.initiative import Initiative
from tracker.model.meeting import Meeting
from tracker.model.obstacle import Obstacle
from tracker.model.party import Party, Role
from tracker.model.record import Record
from tracker.model.revision import Revision
from tracker.model.step import Step, Strength
from tracker.model.thresholds import Thresholds
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.explain import explain_aspect, explain_initiative, explain_step
from tracker.reports.history import machine_revision, revision_rows
from tracker.reports.lists import evidence_table
from tracker.reports.message import Message, msg
from tracker.reports.report import Block, Colour, Day, Facts, Many, Percent, Ref, Report, Value, Verbatim, Word
from tracker.reports.values import expected_cell, heading, office_name, points_cell, progress_cell, status_cell

Item = tuple[str, Message, Value]


def show_report(
    tracker: Tracker, codes: Sequence[str], day: date, changes: dict[str, list[Revision]], *, explain: bool
) -> Report:
    """The records with these codes; `changes` are the last revisions of each. Raises `NotFound`."""
    assessment = assess(tracker, day)
    blocks: list[Block] = []
    data = []
    for code in codes:
        _, record = tracker.find(code)
        blocks += _blocks(tracker, assessment, record)
        if explain:
            blocks += _explained(tracker, assessment, record)
        revisions = changes.get(record.id, [])
        if revisions:
            blocks.append(revision_rows(tracker, revisions, msg("Last changes")))
        data.append(_machine(tracker, assessment, record) | {"changes": [machine_revision(r) for r in revisions]})
    return Report("records", day, heading(tracker, assessment), tuple(blocks), {"data": data}, tracker.demo)


def _machine(tracker: Tracker, assessment: Assessment, record: Record) -> dict[str, object]:
    if isinstance(record, Step):
        return machine.step(tracker, assessment.steps[record.id])
    if isinstance(record, Aspect):
        return machine.aspect(assessment.aspects[record.id])
    if isinstance(record, Initiative):
        return machine.initiative(tracker, assessment)
    found: dict[str, object] = machine.plain(record)
    return found


def _explained(tracker: Tracker, assessment: Assessment, record: Record) -> list[Block]:
    if isinstance(record, Step):
        return [explain_step(tracker, assessment.steps[record.id], assessment.day)]
    if isinstance(record, Aspect):
        return [explain_aspect(assessment, assessment.aspects[record.id])]
    return [explain_initiative(tracker, assessment)] if isinstance(record, Initiative) else []


def _blocks(tracker: Tracker, assessment: Assessment, record: Record) -> list[Block]:
    facts = facts_of(tracker, assessment, record)
    papers = tracker.papers_of(record.id)
    return [facts, evidence_table(tracker, papers)] if papers else [facts]


def facts_of(tracker: Tracker, assessment: Assessment, record: Record) -> Facts:
    """The filled fields of a record, and what is computed of it."""
    items = list(_items(tracker, assessment, record))
    if record.updated_on:
        items.append(("updated", msg("Last update"), Day(record.updated_on)))
    return Facts(record.id, msg("Record {code}", code=Ref(record.id)), tuple(i for i in items if _filled(i[2])))


def _filled(value: Value) -> bool:
    return value is not None and not (isinstance(value, Many) and not value.values)


def _items(tracker: Tracker, assessment: Assessment, record: Record) -> Iterable[Item]:
    items: Iterable[Item] = ()
    match record:
        case Step():
            items = _step(tracker, assessment, record)
        case Aspect():
            items = _aspect(assessment, record)
        case Initiative():
            items = _initiative(tracker, assessment, record)
        case Meeting():
            items = _meeting(record)
        case Evidence():
            items = _evidence(tracker, record)
        case Obstacle():
            items = _obstacle(tracker, record)
        case Party() | Role():
            items = _named(tracker, record)
        case Thresholds():
            items = ((name, Message(name), value) for name, value in machine.plain(record).items() if name != "id")
    return items


def _step(tracker: Tracker, assessment: Assessment, step: Step) -> Iterable[Item]:
    state = assessment.steps[step.id]
    yield "title", msg("Title"), Verbatim(step.title)
    yield "status", msg("Status"), status_cell(state)
    yield "status_reason", msg("Reason"), step.status_reason
    yield "decision", msg("Decision"), step.decision
    yield "progress", msg("Progress"), progress_cell(state.figures)
    yield "expected", msg("Expected progress"), expected_cell(state.figures)
    yield "variance", msg("Variance"), points_cell(state.figures)
    reasons = tuple(Word(reason) for reason in state.reasons)
    yield "health", msg("Health"), Many((Colour(state.health), *reasons), stacked=True)
    yield "concern", msg("Health set by hand"), step.concern_reason
    yield "weight", msg("Weight"), step.weight
    yield "owner", msg("Owner"), office_name(tracker, step.owner)
    yield "planned_start", msg("Planned start"), _day(step.planned_start)
    yield "planned_end", msg("Planned end"), _day(step.planned_end)
    yield "forecast_end", msg("Forecast end"), _day(step.forecast_end)
    yield "forecast_reason", msg("Reason for the forecast"), step.forecast_reason
    yield "actual_start", msg("Actual start"), _day(step.actual_start)
    yield "actual_end", msg("Actual end"), _day(step.actual_end)
    yield "reopened", msg("Times reopened"), step.reopened or None
    yield "themes", msg("Themes"), Many(tuple(Ref(theme) for theme in step.themes))
    for strength, label in (
        (Strength.PRIMARY, msg("Primary aspect")),
        (Strength.SECONDARY, msg("Secondary aspects")),
    ):
        linked = tuple(Ref(link.aspect) for link in step.links if link.strength is strength)
        yield f"{strength}_aspects", label, Many(linked)
    yield "obstacles", msg("Obstacles"), Many(tuple(Ref(o.id) for o in tracker.obstacles_of(step.id)))
    meetings = tuple(Ref(m.id) for m in tracker.meetings.values() if step.id in m.steps)
    yield "meetings", msg("Meetings"), Many(meetings)


def _day(day: date | str | None) -> Day | None:
    return Day(day) if day else None


def _aspect(assessment: Assessment, aspect: Aspect) -> Iterable[Item]:
    state = assessment.aspects[aspect.id]
    yield "name", msg("Aspect"), Verbatim(aspect.name)
    yield "details", msg("Details"), Verbatim(aspect.details)
    yield "status", msg("Status"), Word(state.status, "masculine")
    yield "progress", msg("Progress"), progress_cell(state.figures)
    yield "health", msg("Health"), Colour(state.health)
    yield "steps", msg("Steps"), Many(tuple(Ref(code) for code in state.steps))


def _initiative(tracker: Tracker, assessment: Assessment, initiative: Initiative) -> Iterable[Item]:
    yield "title", msg("Title"), initiative.title
    yield "objective", msg("Objective"), initiative.objective
    yield "policy_context", msg("Policy context"), initiative.policy_context
    yield "expected_impact", msg("Expected impact"), initiative.expected_impact
    instrument = initiative.legal_instrument
    if instrument:
        signed = msg("signed") if instrument.signed else msg("not signed")
        yield "legal_instrument", msg("Memorandum of understanding"), signed
        yield "number", msg("Number"), instrument.number or msg("unknown")
        yield "date", msg("Date"), Day(instrument.date)
        yield "purpose", msg("Purpose"), instrument.purpose
        yield "role", msg("Role of the memorandum"), instrument.role
        yield "scope", msg("Scope"), Many(tuple(instrument.scope), stacked=True)
    yield "parties", msg("Parties"), Many(tuple(_party(tracker, c) for c in initiative.parties))
    yield "owner", msg("Owner"), office_name(tracker, initiative.owner)
    yield "planned_start", msg("Planned start"), _day(initiative.planned_start)
    yield "planned_end", msg("Planned end"), _day(initiative.planned_end)
    yield "status", msg("Status"), Word(assessment.status)
    yield "progress", msg("Progress"), progress_cell(assessment.figures)
    yield "health", msg("Health"), Colour(assessment.health)


def _party(tracker: Tracker, code: str) -> Value:
    party = tracker.parties.get(code)
    return party.name if party else code


def _meeting(meeting: Meeting) -> Iterable[Item]:
    yield "title", msg("Meeting"), meeting.title
    yield "kind", msg("Kind"), Word(meeting.kind, "masculine")
    yield "level", msg("Level"), Word(meeting.level, "masculine") if meeting.level else None
    yield "date", msg("Date"), Day(meeting.date)
    yield "status", msg("Status"), Word(meeting.status, "masculine")
    if meeting.place:
        yield "place", msg("Place"), meeting.place.city or meeting.place.country
    yield "agenda", msg("Agenda"), Many(meeting.agenda, stacked=True)
    yield "steps", msg("Steps"), Many(tuple(Ref(code) for code in meeting.steps))
    yield "minutes", msg("Minutes"), Ref(meeting.minutes) if meeting.minutes else None


def _evidence(tracker: Tracker, evidence: Evidence) -> Iterable[Item]:
    yield "reference", msg("Reference"), evidence.reference
    yield "title", msg("Title"), evidence.title
    yield "kind", msg("Kind"), Word(evidence.kind, "masculine")
    yield "date", msg("Date"), _day(evidence.date)
    yield "url", msg("Address"), evidence.url
    if evidence.file:
        yield "file", msg("File"), evidence.file.name
        yield "size", msg("Size in bytes"), evidence.file.size
        yield "sha256", msg("Fingerprint (SHA-256)"), evidence.file.sha256
    yield "confidentiality", msg("Confidentiality"), Word(evidence.confidentiality, "masculine")
    yield "authority", msg("Authority"), Word(evidence.authority, "masculine") if evidence.authority else None
    supports = tuple(
        Ref(s.record)
        if s.progress is None
        else msg("{code} at {percent}", code=Ref(s.record), percent=Percent(s.progress))
        for s in evidence.supports
    )
    yield "supports", msg("Supports"), Many(supports, stacked=True)
    yield "verified_by", msg("Verified by"), office_name(tracker, evidence.verified_by)
    yield "verified_on", msg("Verified on"), _day(evidence.verified_on)


def _obstacle(tracker: Tracker, obstacle: Obstacle) -> Iterable[Item]:
    yield "title", msg("Obstacle"), obstacle.title
    yield "type", msg("Kind"), Word(obstacle.type)
    yield "severity", msg("Severity"), Word(obstacle.severity)
    yield "status", msg("Status"), Word(obstacle.status)
    yield "raised_on", msg("Raised"), _day(obstacle.raised_on)
    yield "steps", msg("Steps"), Many(tuple(Ref(code) for code in obstacle.steps))
    yield "owner", msg("Owner"), office_name(tracker, obstacle.owner)
    yield "response", msg("Response"), obstacle.response
    yield "target_resolution", msg("To be resolved by"), _day(obstacle.target_resolution)
    yield "resolved_on", msg("Resolved on"), _day(obstacle.resolved_on)


def _named(tracker: Tracker, record: Party | Role) -> Iterable[Item]:
    yield "name", msg("Name"), record.name
    if isinstance(record, Party):
        yield "kind", msg("Kind"), Word(record.kind)
        yield "side", msg("Side"), Word(record.side)
        yield "notes", msg("Notes"), record.notes
        owned = tuple(Ref(s.id) for s in tracker.steps.values() if s.owner and s.owner.party == record.id)
        yield "owns", msg("Owns"), Many(owned)
