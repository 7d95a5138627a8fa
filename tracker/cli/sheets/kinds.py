"""The columns that the spreadsheet of each kind holds, and by which commands its rows are taken in."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tracker.cli.noun import ADD, UPDATE
from tracker.cli.nouns import noun_of
from tracker.cli.sheets.columns import ITEMS, LINES, Column, column, columns, papers, text
from tracker.frozen import Frozen, replace
from tracker.model.records.indicators import Indicator, Measurement
from tracker.model.state.indicators import withheld
from tracker.model.tracker import Tracker


class Kind(Frozen, kw_only=True):
    """`add` is the command for rows without a code, `keys` the headings of its arguments in order.

    `update` is the command for those that have one; what either lacks the rows cannot do.
    """

    columns: tuple[Column, ...]
    add: str = ""
    keys: tuple[str, ...] = ()
    update: str = ""


class MeasurementRow(Frozen):
    """A measurement as a row of its own; it has no code, its indicator and period are its key."""

    indicator: str
    measured: Measurement
    value: Any
    rev: int = 0


ID, REV = column("id"), column("rev", option="if_rev")
END = (column("updated_on"), REV)
OFFICES = ("owner", "support")
DATES = ("planned_start", "planned_end", "actual_start", "actual_end", "forecast_end")
STEPS = column("steps", separator=ITEMS)


def _small(tracker: Tracker, indicator: Indicator, value: Any) -> Any:
    """A small count of affected people is not written (rule 14.4)."""
    limits = tracker.thresholds
    return f"<{limits.small_count}" if withheld(indicator, value, limits) else value


def _baseline(tracker: Tracker, indicator: Indicator) -> Any:
    return indicator.baseline and _small(tracker, indicator, indicator.baseline.value)


def _targets(tracker: Tracker, indicator: Indicator) -> Any:
    return tuple(replace(t, value=_small(tracker, indicator, t.value)) for t in indicator.targets)


def _primary(_: Tracker, step: Any) -> str | None:
    return next((link.aspect for link in step.links if link.strength == "primary"), None)


KINDS: dict[str, Kind] = {
    "steps": Kind(
        columns=(
            *(ID, *text("title"), Column("aspect", _primary)),
            *columns("status", "declared", "weight", *OFFICES, *DATES, "concern"),
            *(column("themes", separator=ITEMS), papers(), *END),
        ),
        add="add-step",
        keys=("title_ar",),
        update="update-step",
    ),
    "aspects": Kind(columns=(ID, *text("name"), *text("details"), *END), update="update-aspect"),
    "activities": Kind(
        columns=(
            *(ID, column("step"), *text("title")),
            *columns("type", "status", "gate", *OFFICES, "weight", *DATES, "mode", "place"),
            *(column(name, f"participants.{name}") for name in ("ly", "tr", "women")),
            *(column("duration_days"), *columns("themes", "aspects", separator=","), papers(), *END),
        ),
        add="add-activity",
        keys=("step", "title_ar"),
        update="update-activity",
    ),
    "series": Kind(
        columns=(ID, *text("name"), *columns("interval_months", "level"), *END),
        add="add-series",
        keys=("name_ar",),
        update="update-series",
    ),
    "meetings": Kind(
        columns=(
            *(ID, *text("title"), *columns("date", "series", "kind", "level", "place", "mode", "status"), STEPS),
            *(column("agenda", separator=LINES), column("participants", separator=ITEMS)),
            *(*columns("minutes", "minutes_signed_on", "rescheduled_to"), *END),
        ),
        add="add-meeting",
        keys=("title_ar",),
        update="update-meeting",
    ),
    "decisions": Kind(
        columns=(ID, column("meeting"), *text("text"), *END),
        add="add-decision",
        keys=("meeting", "text_ar"),
        update="update-decision",
    ),
    "commitments": Kind(
        columns=(
            *(ID, column("source"), *text("title"), *columns("status", "owner", "due", "original_due", "reschedules")),
            *(*columns("priority", "step", "started_on", "completed_on"), papers(), *END),
        ),
        add="add-commitment",
        keys=("source", "title_ar"),
        update="update-commitment",
    ),
    "obstacles": Kind(
        columns=(
            *(ID, *text("title"), *columns("type", "severity", "status", "owner", "response", "raised_on")),
            *(*columns("target_resolution", "resolved_on", "decision"), STEPS),
            *(column("activities", separator=ITEMS), papers(), *END),
        ),
        add="add-obstacle",
        keys=("title_ar",),
        update="update-obstacle",
    ),
    "lessons": Kind(
        columns=(
            *(ID, *text("text"), *text("recommendation"), *columns("origin", "source_side", "status", "applied_in")),
            *(STEPS, papers(), *END),
        ),
        add="add-lesson",
        keys=("text_ar",),
        update="update-lesson",
    ),
    "indicators": Kind(
        columns=(
            *(ID, *text("title")),
            *columns("level", "unit", "direction", "aggregation", "frequency", "category", "strict", "owner"),
            *(Column("baseline", _baseline), column("baseline_date", "baseline.date")),
            *(Column("targets", _targets, separator=ITEMS), *columns("definition", "means_of_verification")),
            *(STEPS, *END),
        ),
        add="add-indicator",
        keys=("title_ar",),
        update="update-indicator",
    ),
    "measurements": Kind(
        columns=(
            *(column("indicator"), column("period_start", "measured.period_start", option="from_")),
            *(column("period_end", "measured.period_end"), column("value")),
            *(column("source", "measured.source", option="evidence"), column("note", "measured.note", option="note")),
            REV,
        ),
        add="add-measurement",
        keys=("indicator", "period_end", "value"),
    ),
    "reviews": Kind(
        columns=(
            *(ID, *columns("kind", "period_start", "period_end", "status", "lead")),
            *(column("summary_ar", "summary.ar"), column("ratings", separator=ITEMS), *END),
        ),
        update="update-review",
    ),
    "recommendations": Kind(
        columns=(ID, column("review"), *text("text"), *columns("response", "response_reason"), *END),
        add="add-recommendation",
        keys=("review", "text_ar"),
        update="update-recommendation",
    ),
    "evidence": Kind(
        columns=(
            *(ID, column("reference"), *text("title"), *columns("kind", "date", "url", "confidentiality")),
            *(column("supports", separator=ITEMS), *columns("verified_by", "verified_on"), *END),
        ),
        add="attach",
        keys=("supports", "reference"),
        update="update-evidence",
    ),
    "roles": Kind(columns=(ID, *text("name"), *END), update="update-role"),
    "parties": Kind(
        columns=(ID, *text("name"), *columns("kind", "side"), *END),
        add="add-party",
        keys=("id", "name_ar"),
        update="update-party",
    ),
}


@cache
def options_of(kind: str) -> Mapping[str, str]:
    """The parameters that take the cells of a kind, by their columns: as its fields declare them.

    Other columns are only shown.
    """
    known = KINDS[kind]
    noun = noun_of(known.update or known.add)
    fields = [*noun.of(UPDATE), *(noun.of(ADD) if known.add else ())] if noun else []
    declared = {field.column: field.name for field in fields if not field.place}
    found = {column.name: column.option or declared.get(column.name, "") for column in known.columns}
    return {name: option for name, option in found.items() if option}


def records_of(tracker: Tracker, kind: str) -> Iterator[Any]:
    """Each record of a kind; papers that are withheld from the reader have no row."""
    if kind == "measurements":
        for indicator in tracker.indicators.values():
            yield from (_measurement_row(tracker, indicator, measured) for measured in indicator.measurements)
        return
    for record in tracker.tables.get(kind, {}).values():
        if kind != "evidence" or record.reference:
            yield record


def record_of(tracker: Tracker, kind: str, key: tuple[str, ...]) -> Any:
    """The record that a row is known by, None where there is none."""
    if kind != "measurements":
        return tracker.tables.get(kind, {}).get(key[0])
    indicator = tracker.indicators.get(key[0])
    found = indicator and next((m for m in indicator.measurements if m.period_end.isoformat() == key[1]), None)
    return _measurement_row(tracker, indicator, found) if indicator and found else None


def _measurement_row(tracker: Tracker, indicator: Indicator, measured: Measurement) -> MeasurementRow:
    return MeasurementRow(indicator.id, measured, _small(tracker, indicator, measured.value), indicator.rev)


def key_columns(kind: str) -> tuple[str, ...]:
    """The headings by which a row is known."""
    return ("indicator", "period_end") if kind == "measurements" else ("id",)
