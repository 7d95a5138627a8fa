"""Indicators: what is measured, from where, and what is to be reached."""

from datetime import date
from decimal import Decimal
from typing import Any

from tracker import errors
from tracker.cli import fields, texts
from tracker.cli.input import values
from tracker.cli.input.choices import Listed
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import plain
from tracker.cli.parser import VALUE
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark
from tracker.model.changes import indicators
from tracker.model.changes.indicators import IndicatorChange as Change
from tracker.model.records.indicators import (
    Aggregation,
    Category,
    Direction,
    Frequency,
    Indicator,
    ResultLevel,
    Target,
    Unit,
)
from tracker.model.state.indicators import withheld
from tracker.model.tracker import Tracker
from tracker.text.input.numbers import parse_decimal
from tracker.text.input.target_topics import forbidden_topic


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    _refuse_topics(change)
    return indicators.add(tracker, change, on, given["like"])


def _update(tracker: Tracker, code: str, change: Change, on: date) -> Tracker:
    _refuse_topics(change, *tracker.get(Indicator, code).title.wordings().values())
    return indicators.update(tracker, code, change, on)


def _refuse_topics(change: Change, *titles: str) -> None:
    """Raises `ForbiddenTarget` for a target on what must have none, by one of these titles or of the new ones."""
    titles += tuple(change.words("title").values())
    if change.targets and any(map(forbidden_topic, titles)):
        raise errors.ForbiddenTarget()


def _targets(session: Session, typed: list[str], called: str, _: bool) -> tuple[Target, ...]:
    return tuple(_target(session, each, called) for each in typed)


def _target(session: Session, typed: str, called: str) -> Target:
    """`2026-12-31=60`, a period standing for its last day; raises `BadTarget`."""
    named, _, value = typed.rpartition("=")
    try:
        day = values.day(session, named or None, called, edge="end")
        if day is not None:
            return Target(day, parse_decimal(value))
    except errors.TrackerError as error:
        raise errors.BadTarget(typed) from error
    raise errors.BadTarget(typed)


def _baseline(indicator: Any) -> Any:
    return indicator.baseline and f"{indicator.baseline.value:f}"


def unless_small(tracker: Tracker, indicator: Indicator, value: Decimal) -> Any:
    """The value as a spreadsheet has it: a small count of affected people is not written (rule 14.4)."""
    limits = tracker.thresholds
    return f"<{limits.small_count}" if withheld(indicator, value, limits) else value


def _baseline_cell(tracker: Tracker, indicator: Indicator) -> Any:
    return indicator.baseline and unless_small(tracker, indicator, indicator.baseline.value)


def _target_cells(tracker: Tracker, indicator: Indicator) -> Any:
    return tuple(replace(t, value=unless_small(tracker, indicator, t.value)) for t in indicator.targets)


DEFINITION, MEANS = mark("Definition of what is counted."), mark("Source of its values.")
VERIFICATION = "means_of_verification"
DEFINED = (Change.definition_ar, Change.definition_tr, Change.definition_en)
SOURCED = (Change.means_of_verification_ar, Change.means_of_verification_tr, Change.means_of_verification_en)
YES, NUMBER = plain(lambda typed: typed == "yes"), plain(parse_decimal)
STRICT = fields.Traits(
    metavar=VALUE, choice=Listed("yes", ("yes", "no")), now=lambda indicator: "yes" if indicator.strict else "no"
)
BASELINE = fields.Traits(metavar=mark("NUMBER"), now=_baseline, column="baseline", clears="baseline")
TARGETS = fields.Traits(metavar="2026-12-31=60", many=True, now=None, clear=True)
NOUN = Noun(
    name="indicator",
    record=Indicator,
    letter="I",
    change=Change,
    add=_add,
    update=_update,
    arguments=(texts.heading(Change.title_ar, "title", mark("TITLE")),),
    fields=(
        fields.word(
            Change.level, ResultLevel, "level", mark("Level in the results chain."), default=ResultLevel.OUTPUT
        ),
        fields.word(Change.unit, Unit, "unit", mark("Unit of measure."), default=Unit.ITEM),
        fields.word(Change.direction, Direction, "direction", mark("Direction of improvement.")),
        fields.word(
            Change.aggregation,
            Aggregation,
            "aggregation",
            mark("Method of combining measurements for comparison with a target."),
        ),
        fields.word(Change.frequency, Frequency, "frequency", mark("Frequency of measurement.")),
        fields.word(Change.category, Category, "category", mark("Category of the indicator.")),
        fields.field(
            Change.strict,
            "strict",
            mark("Green only when the target is fully met."),
            YES,
            STRICT,
        ),
        fields.field(
            Change.targets,
            "target",
            mark("A date and its target value, such as 2026-12-31=60; may be repeated."),
            _targets,
            TARGETS,
        ),
        fields.field(Change.baseline_value, "baseline", mark("Baseline value."), NUMBER, BASELINE),
        fields.day(
            Change.baseline_date,
            "baseline-date",
            mark("The date of the baseline."),
            "end",
            now=lambda indicator: indicator.baseline and indicator.baseline.date,
        ),
        fields.owner(Change.owner),
        fields.steps(Change.steps),
        *texts.optional_text(DEFINED, "definition", DEFINITION),
        *texts.optional_text(SOURCED, "means", MEANS, VERIFICATION),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", texts.TITLE),
    ),
    questions=("target", "baseline", "baseline_date", "owner"),
    columns="title* level unit direction aggregation frequency category strict owner baseline baseline_date"
    " targets definition* means_of_verification* steps",
    cells={"baseline": _baseline_cell, "targets": _target_cells},
    likes=True,
)
