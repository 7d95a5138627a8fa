"""The kind `full` of `report`: the complete picture, for terminal, Markdown and JSON."""

from datetime import date

from tracker.message import msg, msg_in
from tracker.model.records.status import Status
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.reports.answers.attention import attention
from tracker.reports.answers.show import facts_of
from tracker.reports.documents.framed import framed
from tracker.reports.documents.request import Request
from tracker.reports.kinds import kind_of
from tracker.reports.report import Block, Column, Percent, Ref, Report, Table, Value, Verbatim, Word
from tracker.reports.thresholds import thresholds_of_the_whole
from tracker.reports.values import expected_cell, points_cell, progress_cell

TABLES = (
    "steps",
    "activities",
    "aspects",
    "obstacles",
    "series",
    "meetings",
    "decisions",
    "commitments",
    "lessons",
    "indicators",
    "reviews",
    "recommendations",
    "evidence",
    "parties",
)
ALWAYS = frozenset({"steps", "aspects", "evidence"})
"""Said to be empty where they are; the others are left out then."""


def report(request: Request) -> Report:
    """Everything the tracker knows at the end of the day."""
    tracker, day = request.tracker, request.day
    assessment = assess(tracker, day)
    blocks: list[Block] = [
        facts_of(tracker, assessment, "initiative", tracker.initiative),
        attention(tracker, assessment),
    ]
    for name in TABLES:
        codes = list(tracker.tables.get(name, {}))
        if not codes and name not in ALWAYS:
            continue
        blocks.append(kind_of(name).table(tracker, assessment, codes))
        if name == "steps":
            blocks.append(_expectations(tracker, day))
    limits = (thresholds_of_the_whole(tracker.thresholds),)
    return framed(request, assessment, "full", msg("Complete report"), blocks, limits=limits)


def _expectations(tracker: Tracker, day: date) -> Table:
    """The actual progress beside the expected, per step."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Step"), flexible=True, letters=18),
        Column("weight", msg("Weight")),
        Column("progress", msg("Progress")),
        Column("expected", msg("Expected progress")),
        Column("variance", msg("Variance")),
        Column("status", msg("Status"), rank=1),
    )
    rows: list[tuple[Value, ...]] = []
    for state in assess(tracker, day).steps.values():
        cancelled = state.status is Status.CANCELLED
        rows.append(
            (
                Ref(state.step.id),
                Verbatim(state.step.title),
                None if cancelled else Percent(state.step.weight),
                progress_cell(state.figures),
                expected_cell(state.figures),
                points_cell(state.figures),
                Word(state.status),
            )
        )
    return Table("expectations", msg("Progress against expectation"), columns, tuple(rows))
