"""The schedule of a series of meetings: when the last one was, and when the next one falls due (rule 8.8)."""

from calendar import monthrange
from datetime import date

from tracker.frozen import Frozen
from tracker.model.records.meetings import Meeting, MeetingStatus, Precision
from tracker.model.records.series import LONGEST, Series
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker


class SeriesState(Frozen):
    """A series at the end of a day: `overdue_days` counts from `next_due`, 0 while that lies ahead or is unknown.

    `scheduled` is the code of its next meeting that is still to come.
    """

    series: Series
    last_held: date | None
    next_due: date | None
    overdue_days: int
    scheduled: str | None


def series_states(tracker: Tracker, day: date) -> dict[str, SeriesState]:
    """Every series at the end of `day`."""
    return {code: series_state(tracker, series, day) for code, series in tracker.series.items()}


def series_state(tracker: Tracker, series: Series, day: date) -> SeriesState:
    """One series at the end of `day`; one that never met, or has no possible interval, has no next meeting due."""
    last = last_held(tracker, series.id, day)
    months = series.interval_months if 0 < series.interval_months <= LONGEST else 0  # an edited file has any number
    due = later(last, months, _usual_day(tracker, series.id, last)) if last and months else None
    coming = next_scheduled(tracker, day, series.id)
    overdue = max(0, (day - due).days) if due else 0
    return SeriesState(series, last, due, overdue, coming.id if coming else None)


def series_health(state: SeriesState, limits: Thresholds) -> Health:
    """The health of a series: amber past its interval, red far past with nothing scheduled (rule 4.7), else grey."""
    if not state.overdue_days:
        return Health.GREY
    far = state.overdue_days > limits.series_red_days and state.scheduled is None
    return Health.RED if far else Health.AMBER


def last_held(tracker: Tracker, series: str, day: date) -> date | None:
    """The last day on which the series can have met by the end of `day`; of a month or year, its last day."""
    held = [m.last_day for m in tracker.meetings.values() if m.series == series and m.status is MeetingStatus.HELD]
    return max((min(found, day) for found in held if found), default=None)


def next_scheduled(tracker: Tracker, day: date, series: str | None = None) -> Meeting | None:
    """The first meeting still to come on `day`, of one series or of all; one without a date is not scheduled."""
    coming = [
        (meeting.last_day, meeting)
        for meeting in tracker.meetings.values()
        if meeting.status is MeetingStatus.SCHEDULED and series in (None, meeting.series)
    ]
    dated = [(when, meeting) for when, meeting in coming if when is not None and when >= day]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def _usual_day(tracker: Tracker, series: str, last: date) -> int:
    """The day of the month of the last meeting; of one on the last day of a month that of the first, if it is later.

    So what began on the 31st and met on 28 February for want of another day is due on 31 March.
    """
    if last.day < monthrange(last.year, last.month)[1]:
        return last.day
    held = (m for m in tracker.meetings.values() if m.series == series and m.status is MeetingStatus.HELD)
    days = (m.last_day for m in held if m.date_precision is Precision.DAY)
    return max(last.day, min((day for day in days if day and day <= last), default=last).day)


def later(day: date, months: int, usual: int) -> date:
    """Give the `usual` day of the month so many calendar months later; one that it lacks becomes its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(usual, monthrange(year, month + 1)[1]))
