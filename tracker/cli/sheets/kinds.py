"""What the spreadsheet of each kind holds, and by which commands its rows are taken in."""

from collections.abc import Iterator
from typing import Any

from tracker.cli.sheets.columns import ITEMS, LINES, Column, column, papers, text
from tracker.frozen import Frozen, replace
from tracker.model.indicator import Indicator, Measurement
from tracker.model.indicator_state import withheld
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


ID, REV = column("id"), column("rev", "if_rev")
UPDATED = column("updated_on")
END = (UPDATED, REV)
PLAN = (column("planned_start", "start"), column("planned_end", "due"))
ACTUAL = (column("actual_start", "started"), column("actual_end", "ended"), column("forecast_end", "forecast"))
STATUS, OWNER = column("status", "status"), column("owner", "owner")
OFFICES = (OWNER, column("support", "support"))
STEPS = column("steps", "step", separator=ITEMS)


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
            *(ID, *text("title"), Column("aspect", _primary), STATUS, column("declared", "progress")),
            *(column("weight", "weight"), *OFFICES, *PLAN, *ACTUAL, column("concern", "health")),
            *(column("themes", separator=ITEMS), papers(), *END),
        ),
        add="add-step",
        keys=("title_ar",),
        update="update-step",
    ),
    "aspects": Kind(columns=(ID, *text("name"), *text("details"), *END), update="update-aspect"),
    "activities": Kind(
        columns=(
            *(ID, column("step"), *text("title"), column("type", "type"), STATUS, column("gate", "gate")),
            *OFFICES,
            *(column("weight", "weight"), *PLAN, *ACTUAL, column("mode", "mode"), column("place", "place")),
            *(column(name, name, f"participants.{name}") for name in ("ly", "tr", "women")),
            *(
                column("duration_days", "days"),
                column("themes", "theme", separator=","),
                column("aspects", "aspect", separator=","),
                papers(),
                *END,
            ),
        ),
        add="add-activity",
        keys=("step", "title_ar"),
        update="update-activity",
    ),
    "series": Kind(
        columns=(ID, *text("name"), column("interval_months", "interval"), column("level", "level"), *END),
        add="add-series",
        keys=("name_ar",),
        update="update-series",
    ),
    "meetings": Kind(
        columns=(
            *(ID, *text("title"), column("date", "on"), column("series", "series"), column("kind", "kind")),
            *(column("level", "level"), column("place", "place"), column("mode", "mode"), STATUS, STEPS),
            *(column("agenda", "agenda", separator=LINES), column("participants", "participants", separator=ITEMS)),
            *(column("minutes", "minutes"), column("minutes_signed_on", "signed")),
            *(column("rescheduled_to", "rescheduled_to"), *END),
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
            *(ID, column("source"), *text("title"), STATUS, OWNER, column("due", "due"), column("original_due")),
            *(column("reschedules"), column("priority", "priority"), column("step", "step")),
            *(column("started_on", "started"), column("completed_on", "completed"), papers(), *END),
        ),
        add="add-commitment",
        keys=("source", "title_ar"),
        update="update-commitment",
    ),
    "obstacles": Kind(
        columns=(
            *(ID, *text("title"), column("type", "type"), column("severity", "severity"), STATUS, OWNER),
            *(column("response", "response"), column("raised_on", "raised"), column("target_resolution", "target")),
            *(column("resolved_on", "resolved"), column("decision", "decision"), STEPS),
            *(column("activities", "activity", separator=ITEMS), papers(), *END),
        ),
        add="add-obstacle",
        keys=("title_ar",),
        update="update-obstacle",
    ),
    "lessons": Kind(
        columns=(
            *(ID, *text("text"), *text("recommendation", "recommendation"), column("origin", "from_")),
            *(column("source_side", "side"), STATUS, column("applied_in", "applied_in"), STEPS, papers(), *END),
        ),
        add="add-lesson",
        keys=("text_ar",),
        update="update-lesson",
    ),
    "indicators": Kind(
        columns=(
            *(ID, *text("title")),
            *(column(n, n) for n in ("level", "unit", "direction", "aggregation", "frequency", "category", "strict")),
            *(
                OWNER,
                Column("baseline", _baseline, "baseline"),
                column("baseline_date", "baseline_date", "baseline.date"),
            ),
            *(Column("targets", _targets, "target", ITEMS), column("definition", "definition")),
            *(column("means_of_verification", "means"), STEPS, *END),
        ),
        add="add-indicator",
        keys=("title_ar",),
        update="update-indicator",
    ),
    "measurements": Kind(
        columns=(
            *(column("indicator"), column("period_start", "from_", "measured.period_start")),
            *(column("period_end", "", "measured.period_end"), column("value")),
            *(column("source", "evidence", "measured.source"), column("note", "note", "measured.note"), REV),
        ),
        add="add-measurement",
        keys=("indicator", "period_end", "value"),
    ),
    "reviews": Kind(
        columns=(
            *(ID, column("kind"), column("period_start"), column("period_end"), column("status")),
            *(column("lead", "lead"), column("summary_ar", "summary", "summary.ar")),
            *(column("ratings", separator=ITEMS), *END),
        ),
        update="update-review",
    ),
    "recommendations": Kind(
        columns=(
            *(ID, column("review"), *text("text"), column("response", "response"), column("response_reason"), *END),
        ),
        add="add-recommendation",
        keys=("review", "text_ar"),
        update="update-recommendation",
    ),
    "evidence": Kind(
        columns=(
            *(ID, column("reference", "reference"), *text("title"), column("kind", "kind"), column("date", "date")),
            *(column("url", "url"), column("confidentiality", "confidentiality")),
            *(column("supports", separator=ITEMS), column("verified_by"), column("verified_on"), *END),
        ),
        add="attach",
        keys=("supports", "reference"),
        update="update-evidence",
    ),
    "roles": Kind(columns=(ID, *text("name"), *END), update="update-role"),
    "parties": Kind(
        columns=(ID, *text("name"), column("kind", "kind"), column("side", "side"), *END),
        add="add-party",
        keys=("id", "name_ar"),
        update="update-party",
    ),
}


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
