"""The promises of each side and what it kept, for the meeting's sheet and the evaluation."""

from fractions import Fraction

from tracker.message import msg, msg_in
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment
from tracker.model.state.commitments import commitment_state
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker
from tracker.reports.report import Column, Percent, Table, Word


def totals_by_side(tracker: Tracker, assessment: Assessment) -> Table:
    """The totals by side: given, done, done in time by the first date, late; what nobody owns stands apart."""
    columns = (
        Column("side", msg_in("heading", "Side")),
        Column("given", msg("Commitments")),
        Column("done", msg("Done")),
        Column("on_time", msg("Done on time")),
        Column("rate", msg("Share done on time")),
        Column("late", msg("Overdue")),
    )
    sides: tuple[Side | None, ...] = (*Side, None)
    rows = []
    for side in sides:
        states = [
            commitment_state(tracker, c, assessment.day)
            for c in tracker.commitments.values()
            if tracker.side_of(c.owner) is side
        ]
        if states:
            done = [s for s in states if s.commitment.status is Status.COMPLETED]
            kept = sum(bool(s.on_time) for s in done)
            rate = Percent(displayed(Fraction(100 * kept, len(done)))) if done else None
            late = sum(bool(s.overdue_days) for s in states)
            rows.append((Word(side) if side else msg("no owner"), len(states), len(done), kept, rate, late))
    return Table("totals", msg("Totals by side"), columns, tuple(rows), msg("No commitment matches."))
