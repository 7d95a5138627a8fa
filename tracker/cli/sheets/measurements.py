"""Measurements as rows of their own: they have no code, their indicator and period are their key."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.frozen import Frozen
from tracker.model.records.indicators import Indicator, Measurement
from tracker.model.records.localized import Text
from tracker.model.tracker import Tracker


class MeasurementRow(Frozen, kw_only=True):
    """A measurement with its indicator; `value` is not that of a small count, `exact` always is."""

    indicator: str
    period_start: date | None
    period_end: date
    value: Any
    exact: str
    source: str | None
    note: Text | None
    rev: int


def rows_of(tracker: Tracker) -> Iterator[MeasurementRow]:
    """Every measurement."""
    for indicator in tracker.indicators.values():
        yield from (_row(tracker, indicator, measured) for measured in indicator.measurements)


def row_of(tracker: Tracker, code: str, period_end: str) -> MeasurementRow | None:
    """The measurement of an indicator for a period, None where there is none."""
    indicator = tracker.indicators.get(code)
    found = (m for m in (indicator.measurements if indicator else ()) if m.period_end.isoformat() == period_end)
    return next((_row(tracker, indicator, measured) for measured in found if indicator), None)


def _row(tracker: Tracker, indicator: Indicator, measured: Measurement) -> MeasurementRow:
    from tracker.cli.nouns.indicators import unless_small  # noqa: PLC0415 - sheets of other kinds need no indicators

    return MeasurementRow(
        indicator=indicator.id,
        period_start=measured.period_start,
        period_end=measured.period_end,
        value=unless_small(tracker, indicator, measured.value),
        exact=f"{measured.value:f}",
        source=measured.source,
        note=measured.note,
        rev=indicator.rev,
    )
