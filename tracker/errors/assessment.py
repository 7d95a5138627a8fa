"""Refusals of the rules of indicators and evaluations."""

from typing import ClassVar

from tracker.errors import RuleBroken
from tracker.errors.places import Code, Iso
from tracker.message import mark


class NeedsBaseline(RuleBroken):
    """A target needs a dated baseline, or nobody can say how far it is."""

    record: Code
    says = mark("{record}: a target needs a dated baseline.")
    hint = mark("Add {options}.")
    asks_for = "baseline"
    options: ClassVar[Code] = "--baseline 20 --baseline-date 2024-12-31"


class TargetIsBaseline(RuleBroken):
    record: Code
    day: Iso
    says = mark("{record}: the target of {day} is the baseline itself; nothing is to be reached.")
    hint = mark("Name another value, or the direction {word}.")
    word: ClassVar[Code] = "--direction maintain"


class ContextTarget(RuleBroken):
    record: Code
    says = mark("{record} is a context indicator: it is only looked at and has no target.")


class ForbiddenTarget(RuleBroken):
    says = mark("Interceptions, arrests, returns and detentions never have a target.")
    hint = mark("Keep it as a context indicator: {option}.")
    option: ClassVar[Code] = "--direction context"


class IndicatorPercent(RuleBroken):
    """A value of an indicator in percent, outside 0 to 100; `value` is decimal text."""

    record: Code
    value: Code
    says = mark("{record} is measured in percent, from 0 to 100; {value} is not.")


class CountNegative(RuleBroken):
    """A count below zero; `value` is decimal text."""

    record: Code
    value: Code
    says = mark("{record} counts something; {value} is below zero.")


class PeriodReviewed(RuleBroken):
    record: Code
    says = mark("{record} is already an evaluation of that period.")
    hint = mark("Change it, or correct it once it is approved: {option}.")
    option: ClassVar[Code] = "--corrects {record}"


class ReviewApproved(RuleBroken):
    """An approved evaluation is read-only; a correction is a new one that names it."""

    record: Code
    says = mark("{record} is approved and can only be read.")
    hint = mark("Correct it by another one: {command}")
    command: ClassVar[Code] = "tracker add-review … --corrects {record}"


class NeedsJustification(RuleBroken):
    record: str
    step: Code
    says = mark("A rating of {step} rests on a paper or a justification.")
    hint = mark("Add {options}.")
    options: ClassVar[Code] = "--evidence E1, --justification @reason.txt"


class RatingRefused(RuleBroken):
    """The scale goes from `low` to `high`, without a neutral middle."""

    value: int
    low: int
    high: int
    says = mark("Ratings go from {low} to {high}; {value} is none.")
