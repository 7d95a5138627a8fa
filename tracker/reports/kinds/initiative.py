"""The page of the initiative."""

from collections.abc import Iterable

from tracker.message import msg
from tracker.model.records.initiatives import Initiative
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.kind import Item, Kind, day_cell, no_table
from tracker.reports.report import Colour, Day, Many, Value, Word
from tracker.reports.values import office_name, progress_cell


def facts(tracker: Tracker, assessment: Assessment, initiative: Initiative) -> Iterable[Item]:
    """The fields and totals of the initiative, and the memorandum."""
    yield "title", msg("Title"), initiative.title
    yield "objective", msg("Objective"), initiative.objective
    yield "policy_context", msg("Policy context"), initiative.policy_context
    yield "expected_impact", msg("Expected impact"), initiative.expected_impact
    instrument = initiative.legal_instrument
    if instrument:
        signed = msg("signed") if instrument.signed else msg("not signed")
        yield "legal_instrument", msg("Memorandum of understanding"), signed
        yield "number", msg("Number of the memorandum"), instrument.number or msg("unknown")
        yield "date", msg("Date of the memorandum"), Day(instrument.date)
        yield "purpose", msg("Purpose of the memorandum"), instrument.purpose
        yield "role", msg("Role of the memorandum"), instrument.role
        yield "scope", msg("Scope of the memorandum"), Many(tuple(instrument.scope), stacked=True)
    yield "parties", msg("Parties"), Many(tuple(_party(tracker, c) for c in initiative.parties))
    yield "owner", msg("Owner"), office_name(tracker, initiative.owner)
    yield "planned_start", msg("Planned start"), day_cell(initiative.planned_start)
    yield "planned_end", msg("Planned end"), day_cell(initiative.planned_end)
    yield "status", msg("Status"), Word(assessment.status)
    yield "progress", msg("Progress"), progress_cell(assessment.figures)
    yield "health", msg("Health"), Colour(assessment.health)


def _party(tracker: Tracker, code: str) -> Value:
    party = tracker.parties.get(code)
    return party.name if party else code


def data(tracker: Tracker, assessment: Assessment, _initiative: Initiative) -> dict[str, object]:
    """The initiative with its totals under the keys of JSON output."""
    return machine.initiative(tracker, assessment)


KIND = Kind(no_table, facts, data)
