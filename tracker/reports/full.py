"""`report full`: the complete picture, for terminal, Markdown and JSON."""

from datetime import date
from fractions import Fraction

from tracker.model.assessment import assess
from tracker.model.progress import displayed
from tracker.model.status import Status
from tracker.model.tracker import Tracker
from tracker.reports.attention import attention
from tracker.reports.explain import thresholds_in_force
from tracker.reports.kinds import kind_of
from tracker.reports.message import Message, msg, msg_in
from tracker.reports.report import Block, Column, Day, Percent, Ref, Report, Table, Value, Verbatim, Word
from tracker.reports.show import facts_of
from tracker.reports.values import expected_cell, heading, points_cell, progress_cell


def full_report(tracker: Tracker, day: date, standing: tuple[int, str]) -> Report:
    """Everything the tracker knows at the end of `day`; `standing` is the last revision's number and hash."""
    assessment = assess(tracker, day)
    tables = ("steps", "aspects", "obstacles", "meetings", "evidence", "parties")
    blocks: list[Block] = [
        facts_of(tracker, assessment, "initiative", tracker.initiative),
        attention(tracker, assessment),
    ]
    for name in tables:
        codes = list(tracker.tables.get(name, {}))
        if name == "obstacles" and not codes:
            continue
        blocks.append(kind_of(name).table(tracker, assessment, codes))
        if name == "steps":
            blocks.append(_expectations(tracker, day))
    return Report(
        kind="full",
        day=day,
        heading=heading(tracker, assessment),
        blocks=tuple(blocks),
        demo=tracker.demo,
        footer=(thresholds_in_force(tracker.thresholds, day), _revision(standing), _freshness(tracker, day)),
    )


def _expectations(tracker: Tracker, day: date) -> Table:
    """Actual beside expected, per step."""
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


def _revision(standing: tuple[int, str]) -> Message:
    number, head = standing
    if not number:
        return msg("No changes yet: this is the text of the source.")
    return msg("Revision {number} · {hash}", number=Ref(str(number)), hash=Ref(head[:16]))


def _freshness(tracker: Tracker, day: date) -> Message:
    """How old the data is: the oldest update, and the share of steps updated in 30 days (DOMAIN.md 3.1)."""
    updates = [step.updated_on for step in tracker.steps.values()]
    known = [day_ for day_ in updates if day_]
    if not known:
        return msg("No step has been updated yet.")
    fresh = sum((day - updated).days <= 30 for updated in known)
    share = Percent(displayed(Fraction(100 * fresh, len(updates))))
    return msg("Oldest update {day}; {share} of steps updated in 30 days.", day=Day(min(known)), share=share)
