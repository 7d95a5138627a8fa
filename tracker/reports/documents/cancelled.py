"""What was cancelled, for the matrix and the evaluation (DOMAIN.md 3.2, 3.3)."""

from tracker.model.assessment import Assessment
from tracker.model.status import Status
from tracker.reports.message import msg, msg_in
from tracker.reports.report import Column, Ref, Table


def cancelled(assessment: Assessment) -> Table:
    """What was taken out, and why: taking out what is late must not pass for progress."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Step or activity"), flexible=True, letters=18),
        Column("reason", msg("Reason"), flexible=True),
    )
    steps = (s.step for s in assessment.steps.values() if s.status is Status.CANCELLED)
    activities = (s.activity for s in assessment.activities.values() if s.status is Status.CANCELLED)
    gone = [(step.id, step.title, step.status_reason) for step in steps]
    gone += [(activity.id, activity.title, activity.status_reason) for activity in activities]
    rows = tuple((Ref(code), title, reason) for code, title, reason in gone)
    return Table("cancelled", msg("Cancelled"), columns, rows, msg("Nothing was cancelled."))
