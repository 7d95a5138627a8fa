"""The lists and pages of series of meetings."""

from typing import Any

from tracker.message import Message, msg
from tracker.model.records.series import Series
from tracker.model.state.assessment import MEETINGS_ASPECT
from tracker.model.state.series import SeriesState, series_state
from tracker.reports import nouns
from tracker.reports.kinds.kind import Kind, Seen, Shown, day_cell, plain, refs
from tracker.reports.report import Due, Ref


def _state(seen: Seen, series: Series) -> SeriesState:
    return seen.state(series_state, series)


def _due(seen: Seen, series: Series) -> Due | None:
    day = _state(seen, series).next_due
    return Due(day, (day - seen.day).days) if day else None


def _overdue(seen: Seen, series: Series) -> Message | None:
    days = _state(seen, series).overdue_days
    return nouns.days(days) if days else None


def _scheduled(seen: Seen, series: Series) -> Ref | None:
    scheduled = _state(seen, series).scheduled
    return Ref(scheduled) if scheduled else None


def _data(seen: Seen, series: Series) -> dict[str, Any]:
    """The stored fields with the rhythm; days are ISO."""
    state = _state(seen, series)
    return {
        **plain(series),
        "last_held": state.last_held and state.last_held.isoformat(),
        "next_due": state.next_due and state.next_due.isoformat(),
        "overdue_days": state.overdue_days,
        "scheduled": state.scheduled,
    }


NEXT_DUE = msg("Next due")

KIND: Kind[Series] = Kind(
    name="series",
    heading=msg("Series of meetings"),
    empty=msg("No series matches."),
    added_by="add-series",
    columns=[
        Shown("name", msg("Series"), flexible=True, letters=18),
        Shown("interval", msg("Interval"), lambda _, series: nouns.months(series.interval_months)),
        Shown("level", rank=2),
        Shown("last_held", msg("Last held"), lambda seen, series: day_cell(_state(seen, series).last_held), rank=1),
        Shown("next_due", NEXT_DUE, _due),
        Shown("scheduled", msg("Scheduled"), _scheduled),
    ],
    facts=[
        Shown("name"),
        Shown("interval_months", msg("Interval"), lambda _, series: nouns.months(series.interval_months)),
        *("level", "last_held"),
        Shown("next_due", NEXT_DUE, lambda seen, series: day_cell(_state(seen, series).next_due)),
        Shown("overdue", msg("Overdue by"), _overdue),
        "scheduled",
        Shown("meetings", value=lambda seen, s: refs(m.id for m in seen.tracker.meetings.values() if m.series == s.id)),
    ],
    data=_data,
    filters=("aspect", "overdue", "due_before"),
    due=lambda seen, series: _state(seen, series).next_due,
    aspects=lambda _, __: (MEETINGS_ASPECT,),
)
