"""The work that was cancelled, for the matrix and the evaluation."""

from fractions import Fraction

from tracker.message import msg, msg_in
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment
from tracker.model.state.figures import Figures
from tracker.model.state.progress import displayed
from tracker.reports.report import Column, Percent, Ref, Table, Value
from tracker.reports.values import record_name


def cancelled(assessment: Assessment) -> Table:
    """The notes on what was cancelled, and why: taking out what is late must not pass for progress."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Step or activity"), flexible=True, letters=18),
        Column("reason", msg("Reason"), flexible=True),
        Column("effect", msg("Effect"), flexible=True, rank=1),
    )
    steps = (s.step for s in assessment.steps.values() if s.status is Status.CANCELLED)
    activities = (s.activity for s in assessment.activities.values() if s.status is Status.CANCELLED)
    whole = _effect(record_name("initiative"), assessment.figures, assessment.if_kept)
    rows: list[tuple[Value, ...]] = [(Ref(step.id), step.title, step.status_reason, whole) for step in steps]
    for activity in activities:
        state = assessment.steps[activity.step]
        effect = _effect(Ref(activity.step), state.figures, state.if_kept)
        rows.append((Ref(activity.id), activity.title, activity.status_reason, effect))
    return Table("cancelled", msg("Cancelled"), columns, tuple(rows), msg("Nothing was cancelled."))


def _effect(record: Value, now: Figures | None, kept: Fraction | None) -> Value:
    """The progress that the record would have with all that was cancelled in it (rule 3.9)."""
    if now is None or kept is None:
        return None
    percents = {"kept": Percent(displayed(kept)), "now": Percent(displayed(now.declared))}
    return msg("{record} would stand at {kept} instead of {now}", record=record, **percents)
