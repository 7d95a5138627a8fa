"""The sentences on the order between activities."""

from tracker.message import msg
from tracker.model.records.activities import Activity
from tracker.model.state.follows import ends
from tracker.model.state.health import Health
from tracker.reports.report import Day, Note, Ref


def too_early_note(activity: Activity, late: Activity) -> Note:
    """Say that an activity is planned before one that it follows is to end."""
    codes = {"code": Ref(activity.id), "before": Ref(late.id)}
    text = msg(
        "{code} is planned to start before the planned end ({day}) of {before}, which it follows.",
        **codes,
        day=Day(ends(late)),
    )
    return Note(text, Health.AMBER, activity.id)
