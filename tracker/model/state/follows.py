"""The order between activities: what waits for what, and the dates that cannot hold (rules 6.6 to 6.8)."""

from collections.abc import Iterator, Mapping
from datetime import date

from tracker.model.records.activities import Activity
from tracker.model.records.status import CLOSED, Status
from tracker.model.tracker import Tracker


def awaited(tracker: Tracker, activity: Activity) -> tuple[Activity, ...]:
    """The activities that it follows and that are still to be done; none where it is itself over."""
    if _is_over(tracker, activity):
        return ()
    before = (tracker.activities.get(code) for code in activity.after)
    return tuple(each for each in before if each and not _is_over(tracker, each))


def followers(tracker: Tracker, code: str) -> list[Activity]:
    """The activities that follow one, in the order of their codes."""
    return tracker.linked("followers", code)


def ends(activity: Activity) -> date | None:
    """The day on which it is to end, by its forecast where it has one."""
    return activity.forecast_end or activity.planned_end


def too_late_for(tracker: Tracker, activity: Activity) -> tuple[Activity, ...]:
    """The activities that it follows and that are to end only after it is planned to begin or, once begun, to end."""
    begins = activity.planned_start if activity.status is Status.NOT_STARTED else None
    planned = [day for day in (begins, activity.planned_end) if day]
    if not planned:
        return ()
    return tuple(each for each in awaited(tracker, activity) if (end := ends(each)) and end > min(planned))


def too_early(tracker: Tracker) -> Iterator[tuple[Activity, Activity]]:
    """Each activity whose dates cannot hold, with the first one that ends too late for it."""
    for activity in tracker.activities.values():
        if activity.after and (late := too_late_for(tracker, activity)):
            yield activity, late[0]


def circles(activities: Mapping[str, Activity]) -> tuple[str, ...]:
    """The codes of activities that follow themselves, by way of others or not; of what lies between two circles too."""
    ways = {code: set(activity.after) for code, activity in activities.items() if activity.after}
    while True:
        named = set().union(*ways.values())
        left = {code: after & ways.keys() for code, after in ways.items() if code in named and after & ways.keys()}
        if left == ways:
            return tuple(code for code in activities if code in left)
        ways = left


def _is_over(tracker: Tracker, activity: Activity) -> bool:
    """Whether nobody waits for it any more: it is closed, or its step is cancelled."""
    step = tracker.steps.get(activity.step)
    return activity.status in CLOSED or (step is not None and step.status is Status.CANCELLED)
