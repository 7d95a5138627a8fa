"""The work that was cancelled, for the matrix and the evaluation."""

from tracker.message import msg
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.progress import displayed
from tracker.reports.kinds import work
from tracker.reports.kinds.kind import CODE, Seen, Shown, table_of
from tracker.reports.report import Percent, Ref, Table, Value
from tracker.reports.values import record_name, told


def cancelled(seen: Seen) -> Table:
    """The notes on what was cancelled, and why: taking out what is late must not pass for progress."""
    columns: list[Shown[work.Work]] = [
        *(CODE, work.TITLE),
        Shown("reason", msg("Reason"), lambda _, each: told(each.status_reason), flexible=True),
        Shown("effect", msg("Effect"), _effect, flexible=True, rank=1),
    ]
    records: list[work.Work] = [*seen.tracker.steps.values(), *seen.tracker.activities.values()]
    gone = (each for each in records if each.status is Status.CANCELLED)
    return table_of(seen, "cancelled", msg("Cancelled"), columns, gone, msg("Nothing was cancelled."))


def _effect(seen: Seen, each: work.Work) -> Value:
    """The progress that what it is part of would have with all that was cancelled in it (rule 3.9)."""
    whole = seen.assessment if isinstance(each, Step) else seen.assessment.steps.get(each.step)
    if whole is None or whole.figures is None or whole.if_kept is None:
        return None
    record = record_name("initiative") if isinstance(each, Step) else Ref(each.step)
    percents = {"kept": Percent(displayed(whole.if_kept)), "now": Percent(displayed(whole.figures.declared))}
    return msg("without the cancellation {record} would be at {kept} instead of {now}", record=record, **percents)
