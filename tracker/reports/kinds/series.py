"""The lists and pages of series of meetings."""

from collections.abc import Iterable
from typing import Any

from tracker.message import Message, msg, msg_in
from tracker.model.records.series import Series
from tracker.model.state.assessment import Assessment
from tracker.model.state.series import series_state
from tracker.model.tracker import Tracker
from tracker.reports import machine, nouns
from tracker.reports.kinds.kind import Item, Kind, day_cell, refs
from tracker.reports.report import Column, Due, Ref, Table, Value, Word


def table(tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Series with their interval, the last meeting and the next one due."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Series"), flexible=True, letters=18),
        Column("interval", msg("Interval")),
        Column("level", msg("Level"), rank=2),
        Column("last_held", msg("Last held"), rank=1),
        Column("next_due", msg("Next due")),
        Column("scheduled", msg("Scheduled")),
    )
    rows = tuple(_row(tracker, assessment, tracker.series[code]) for code in codes)
    return Table("series", msg("Series of meetings"), columns, rows, msg("No series matches."))


def _row(tracker: Tracker, assessment: Assessment, series: Series) -> tuple[Value, ...]:
    state = series_state(tracker, series, assessment.day)
    return (
        Ref(series.id),
        series.name,
        nouns.months(series.interval_months),
        Word(series.level, "masculine") if series.level else None,
        day_cell(state.last_held),
        Due(state.next_due, (state.next_due - assessment.day).days) if state.next_due else None,
        Ref(state.scheduled) if state.scheduled else None,
    )


def facts(tracker: Tracker, assessment: Assessment, series: Series) -> Iterable[Item]:
    """The fields of a series, its rhythm and its meetings."""
    state = series_state(tracker, series, assessment.day)
    yield "name", msg("Name"), series.name
    yield "interval_months", msg("Interval"), nouns.months(series.interval_months)
    yield "level", msg("Level"), Word(series.level, "masculine") if series.level else None
    yield "last_held", msg("Last held"), day_cell(state.last_held)
    yield "next_due", msg("Next due"), day_cell(state.next_due)
    yield "overdue", msg("Overdue by"), _days(state.overdue_days)
    yield "scheduled", msg("Scheduled"), Ref(state.scheduled) if state.scheduled else None
    yield "meetings", msg("Meetings"), refs(m.id for m in tracker.meetings.values() if m.series == series.id)


def _days(days: int) -> Message | None:
    return nouns.days(days) if days else None


def data(tracker: Tracker, assessment: Assessment, series: Series) -> dict[str, Any]:
    """The stored fields with the rhythm; days are ISO."""
    state = series_state(tracker, series, assessment.day)
    return {
        **machine.plain(series),
        "last_held": machine.plain(state.last_held),
        "next_due": machine.plain(state.next_due),
        "overdue_days": state.overdue_days,
        "scheduled": state.scheduled,
    }


KIND = Kind(table, facts, data)
