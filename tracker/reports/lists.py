"""`list`: one kind of record as a table. Steps come with their aspects and with what needs attention."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.model.assessment import AspectState, Assessment, StepState, assess
from tracker.model.evidence import Evidence
from tracker.model.meeting import Meeting
from tracker.model.obstacle import Obstacle
from tracker.model.party import Party
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.attention import attention
from tracker.reports.message import msg, msg_in
from tracker.reports.report import Block, Colour, Column, Day, Many, Ref, Report, Table, Value, Verbatim, Word
from tracker.reports.selection import Selection, select
from tracker.reports.sorting import check_keys
from tracker.reports.values import due_cell, heading, office_name, progress_cell, status_cell

KINDS = ("steps", "aspects", "meetings", "evidence", "obstacles", "parties", "all")


def list_report(tracker: Tracker, kind: str, day: date, selection: Selection) -> Report:
    """The records of a kind that the selection lets through, as tables, at the end of `day`.

    Raises `UnknownSortKey`.
    """
    check_keys(_shown(kind), selection.sort)
    assessment = assess(tracker, day)
    chosen = {name: select(tracker, assessment, name, selection) for name in _shown(kind)}
    blocks: list[Block] = [table_of(tracker, assessment, name, codes) for name, codes in chosen.items()]
    if kind == "steps" and selection.empty:
        blocks.append(attention(tracker, assessment))
    return Report(
        kind=kind,
        day=day,
        heading=heading(tracker, assessment),
        blocks=tuple(blocks),
        data=_data(tracker, assessment, kind, chosen),
        demo=tracker.demo,
    )


def _shown(kind: str) -> tuple[str, ...]:
    if kind == "steps":
        return ("steps", "aspects")
    return KINDS[:-1] if kind == "all" else (kind,)


def _data(tracker: Tracker, assessment: Assessment, kind: str, chosen: dict[str, list[str]]) -> dict[str, Any]:
    rows = {name: _machine_rows(tracker, assessment, name, codes) for name, codes in chosen.items()}
    totals = machine.initiative(tracker, assessment)
    if kind == "all":
        return {"data": {"initiative": totals, **rows}}
    if kind == "steps":
        return {"data": rows["steps"], "aspects": rows["aspects"], "initiative": totals}
    return {"data": rows[kind]}


def _machine_rows(tracker: Tracker, assessment: Assessment, name: str, codes: list[str]) -> list[dict[str, Any]]:
    if name == "steps":
        return [machine.step(tracker, assessment.steps[code]) for code in codes]
    if name == "aspects":
        return [machine.aspect(assessment.aspects[code]) for code in codes]
    return [machine.plain(tracker.tables[name][code]) for code in codes]


def steps_table(tracker: Tracker, states: Iterable[StepState]) -> Table:
    """Steps with progress, health, owner, due date and last update."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Step"), flexible=True, letters=18),
        Column("status", msg("Status")),
        Column("progress", msg("Progress")),
        Column("health", msg("Health"), flexible=True),
        Column("owner", msg("Owner"), rank=2, flexible=True),
        Column("due", msg("Due"), rank=1),
        Column("updated", msg("Updated"), rank=3),
    )
    rows = tuple(_step_row(tracker, state) for state in states)
    return Table("steps", msg("Joint steps"), columns, rows, msg("No step matches."))


def _step_row(tracker: Tracker, state: StepState) -> tuple[Value, ...]:
    step = state.step
    return (
        Ref(step.id),
        Verbatim(step.title),
        status_cell(state),
        progress_cell(state.figures),
        Colour(state.health, state.reasons),
        office_name(tracker, step.owner),
        due_cell(state),
        Day(step.updated_on) if step.updated_on else None,
    )


def aspects_table(states: Iterable[AspectState]) -> Table:
    """Aspects with their linked steps and progress."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Aspect"), flexible=True, letters=18),
        Column("details", msg("Details"), rank=1, flexible=True),
        Column("steps", msg("Steps")),
        Column("progress", msg("Progress")),
        Column("health", msg("Health")),
    )
    rows = tuple(
        (
            Ref(s.aspect.id),
            Verbatim(s.aspect.name),
            Verbatim(s.aspect.details),
            Many(tuple(Ref(code) for code in s.steps)),
            progress_cell(s.figures),
            Colour(s.health),
        )
        for s in states
    )
    return Table("aspects", msg("Aspects of the memorandum"), columns, rows, msg("No aspect matches."))


def meetings_table(meetings: Iterable[Meeting]) -> Table:
    """Meetings and visits, dates as exactly as they are known."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Meeting"), flexible=True, letters=18),
        Column("kind", msg("Kind"), rank=3),
        Column("level", msg("Level"), rank=2),
        Column("date", msg("Date")),
        Column("status", msg("Status")),
        Column("minutes", msg("Minutes"), rank=1),
    )
    rows = tuple(
        (
            Ref(m.id),
            m.title,
            Word(m.kind, "masculine"),
            Word(m.level, "masculine") if m.level else None,
            Day(m.date),
            Word(m.status, "masculine"),
            Ref(m.minutes) if m.minutes else None,
        )
        for m in meetings
    )
    return Table("meetings", msg("Meetings"), columns, rows, msg("No meeting matches."))


def evidence_table(tracker: Tracker, papers: Iterable[Evidence]) -> Table:
    """Papers, what they support, and who verified them."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("reference", msg("Reference"), flexible=True, letters=18),
        Column("kind", msg("Kind"), rank=2),
        Column("date", msg("Date"), rank=3),
        Column("supports", msg("Supports")),
        Column("verified", msg("Verified"), flexible=True, rank=1),
    )
    rows = tuple(
        (
            Ref(e.id),
            e.reference,
            Word(e.kind, "masculine"),
            Day(e.date) if e.date else None,
            Many(tuple(Ref(s.record) for s in e.supports)),
            office_name(tracker, e.verified_by) if e.verified_on else msg("not verified"),
        )
        for e in papers
    )
    return Table("evidence", msg("Evidence"), columns, rows, msg("No evidence matches."))


def obstacles_table(tracker: Tracker, obstacles: Iterable[Obstacle]) -> Table:
    """Obstacles with severity, what they block, and who treats them."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Obstacle"), flexible=True, letters=18),
        Column("severity", msg("Severity")),
        Column("status", msg("Status")),
        Column("steps", msg("Steps")),
        Column("owner", msg("Owner"), rank=1, flexible=True),
        Column("raised", msg("Raised"), rank=2),
    )
    rows = tuple(
        (
            Ref(o.id),
            o.title,
            Word(o.severity),
            Word(o.status),
            Many(tuple(Ref(code) for code in o.steps)),
            office_name(tracker, o.owner),
            Day(o.raised_on) if o.raised_on else None,
        )
        for o in obstacles
    )
    return Table("obstacles", msg("Obstacles"), columns, rows, msg("No obstacle matches."))


def parties_table(parties: Iterable[Party]) -> Table:
    """Parties by side."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Party"), flexible=True, letters=18),
        Column("kind", msg("Kind")),
        Column("side", msg("Side")),
    )
    rows = tuple((Ref(p.id), p.name, Word(p.kind, "feminine"), Word(p.side)) for p in parties)
    return Table("parties", msg("Parties"), columns, rows, msg("No party matches."))


def table_of(tracker: Tracker, assessment: Assessment, name: str, codes: list[str]) -> Table:
    """The table of one kind with the records of these codes."""
    match name:
        case "steps":
            return steps_table(tracker, [assessment.steps[code] for code in codes])
        case "aspects":
            return aspects_table([assessment.aspects[code] for code in codes])
        case "meetings":
            return meetings_table([tracker.meetings[code] for code in codes])
        case "evidence":
            return evidence_table(tracker, [tracker.evidence[code] for code in codes])
        case "obstacles":
            return obstacles_table(tracker, [tracker.obstacles[code] for code in codes])
        case _:
            return parties_table([tracker.parties[code] for code in codes])
