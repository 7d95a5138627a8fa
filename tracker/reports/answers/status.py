"""The report of `status`: one screen that says what needs doing."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.codes import order_of
from tracker.model.records.meetings import MeetingStatus
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.steps import StepState
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.attention import attention
from tracker.reports.answers.decisions_needed import decisions_needed
from tracker.reports.answers.late import MOST as NAMED
from tracker.reports.answers.late import Late, late, late_block, machine_row
from tracker.reports.answers.moved import NOTHING, Earlier, moved_since
from tracker.reports.kinds import initiative
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Block, Colour, Day, Facts, Many, Note, Notes, Ref, Report, Value, Word
from tracker.reports.values import beside, heading, on_its_day, progress_cell

MOST = 3
"""Decisions that are named; `report brief` and --json have the others."""


def status_report(tracker: Tracker, day: date, before: Earlier | None = None) -> Report:
    """The position of the programme at the end of `day`; `before` is an earlier tracker to compare with."""
    assessment = assess(tracker, day)
    seen = Seen(tracker, assessment)
    overdue = late(seen)
    blocks: list[Block] = [_position(tracker, assessment, overdue), _steps(assessment)]
    moved = moved_since(before, assessment) if before else ()
    if before:
        since = msg("Changes since {day}", day=Day(before.day))
        blocks.append(Notes("moved", since, moved, NOTHING))
    if overdue:
        blocks.append(late_block(seen, overdue))
    urgent = attention(tracker, assessment, late=False)
    blocks.append(urgent)
    said = {note.code for note in urgent.items} | {each.record.id for each in overdue[:NAMED] if not each.is_work}
    waiting = tuple(note for note in decisions_needed(tracker, assessment) if note.code not in said)
    if waiting:
        blocks.append(Notes("decisions", msg("Decisions needed"), waiting[:MOST]))
    return Report(
        kind="status",
        day=day,
        heading=heading(tracker, assessment),
        blocks=tuple(blocks),
        data=lambda: {"data": {**_data(seen, overdue, moved), "late": [machine_row(seen, it) for it in overdue]}},
        demo=tracker.demo,
    )


def late_blocked_or_unevidenced(tracker: Tracker, day: date) -> bool:
    """Whether anything is late, blocked or unevidenced, which `status --check` answers with exit 3."""
    assessment = assess(tracker, day)
    overdue = late(Seen(tracker, assessment))
    return any(each.kind.name in ("steps", "activities", "commitments") for each in overdue) or any(
        s.status is Status.BLOCKED or s.unevidenced for s in assessment.steps.values()
    )


def _position(tracker: Tracker, assessment: Assessment, overdue: list[Late]) -> Facts:
    return Facts("position", msg("Overall position"), tuple(_items(tracker, assessment, overdue)))


def _steps(assessment: Assessment) -> Facts:
    """A line for each step: bar, percentages, colour and first reason."""
    rows = tuple(
        (code, Message("{code}", {"code": Ref(code)}), Many((progress_cell(s.figures), Colour(s.health, s.reasons))))
        for code, s in assessment.steps.items()
    )
    return Facts("steps", None, rows)


def _items(tracker: Tracker, assessment: Assessment, late: list[Late]) -> Iterable[tuple[str, Message, Value]]:
    states = list(assessment.steps.values())
    yield (
        "progress",
        msg("Progress"),
        Many((progress_cell(assessment.figures), Colour(assessment.health, assessment.reasons))),
    )
    yield "steps", msg("Steps"), beside((nouns.steps(len(states)), *_by_status(states)))
    overdue = [s for s in states if s.overdue]
    yield "overdue", msg("Overdue steps"), _by_side(tracker, (s.step.owner for s in overdue)) if overdue else 0
    yield from _late_work(tracker, late)
    yield "stale", msg("Not updated on time"), sum(s.stale for s in states)
    yield "obstacles", msg("Open obstacles"), sum(o.active for o in tracker.obstacles.values())
    papers = list(tracker.evidence.values())
    unverified = msg("not verified: {n}", n=sum(e.verified_on is None for e in papers))
    yield "evidence", msg("Evidence"), beside((nouns.documents(len(papers)), unverified))
    yield "next_meeting", msg("Next meeting"), _next_meeting(tracker, assessment.day)


def _by_status(states: list[StepState]) -> Iterable[Message]:
    for status in Status:
        number = sum(s.status is status for s in states)
        if number:
            yield Message("{status}: {n}", {"status": Word(status), "n": number})


def _late_work(tracker: Tracker, late: list[Late]) -> Iterable[tuple[str, Message, Value]]:
    """The other work that is late, where something is."""
    if activities := _of_kind("activities", late):
        yield "overdue_activities", msg("Overdue activities"), _by_side(tracker, (each.owner for each in activities))
    if commitments := _of_kind("commitments", late):
        yield "overdue_commitments", msg("Overdue commitments"), _by_side(tracker, (each.owner for each in commitments))


def _of_kind(kind: str, late: list[Late]) -> list[Any]:
    return [each.record for each in late if each.kind.name == kind]


def _codes(kind: str, late: list[Late]) -> list[str]:
    return sorted((record.id for record in _of_kind(kind, late)), key=order_of)


def _by_side(tracker: Tracker, owners: Iterable[Office | None]) -> Message:
    """The number of late items, by the side in whose court they lie."""
    side = cache(tracker.side_of)  # of ten thousand activities the owners are few
    sides = [side(owner) for owner in owners]
    return msg(
        "{total} (Libyan side {ly}, Turkish side {tr}, joint {joint}, no owner {nobody})",
        total=len(sides),
        ly=sides.count(Side.LY),
        tr=sides.count(Side.TR),
        joint=sides.count(Side.JOINT) + sides.count(Side.OTHER),
        nobody=sides.count(None),
    )


def _next_meeting(tracker: Tracker, day: date) -> Value:
    coming = [
        m
        for m in tracker.meetings.values()
        if m.status is MeetingStatus.SCHEDULED and m.date and m.date >= day.isoformat()[: len(m.date)]
    ]
    return on_its_day(min(coming, key=lambda meeting: meeting.date or "", default=None))


def _data(seen: Seen, late: list[Late], moved: tuple[Note, ...]) -> dict[str, object]:
    tracker, assessment = seen.tracker, seen.assessment
    states = assessment.steps
    return {
        "initiative": initiative.data(tracker, assessment),
        "by_status": {s.value: [c for c, st in states.items() if st.status is s] for s in Status},
        "overdue": [c for c, s in states.items() if s.overdue],
        "overdue_activities": _codes("activities", late),
        "overdue_commitments": _codes("commitments", late),
        "decisions_needed": [note.code for note in decisions_needed(tracker, assessment)],
        "blocked": [c for c, s in states.items() if s.status is Status.BLOCKED],
        "stale": [c for c, s in states.items() if s.stale],
        "unevidenced": [c for c, s in states.items() if s.unevidenced],
        "open_obstacles": [o.id for o in tracker.obstacles.values() if o.active],
        "unverified_evidence": [e.id for e in tracker.evidence.values() if e.verified_on is None],
        "moved": sorted({note.code for note in moved if note.code}),
    }
