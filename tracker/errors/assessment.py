"""Refusals of the rules of indicators and evaluations."""

from typing import ClassVar

from tracker.errors import RuleBroken
from tracker.errors.bases import RecordRefused
from tracker.errors.places import Code, Iso
from tracker.message import mark


class NeedsBaseline(RecordRefused):
    says = mark("{record}: a target needs a dated baseline.")
    hint = mark("Add {options}.")
    asks_for = "baseline"
    options: ClassVar[Code] = "--baseline 20 --baseline-date 2024-12-31"


class TargetIsBaseline(RecordRefused):
    day: Iso
    says = mark("{record}: the target of {day} is the baseline itself; nothing is to be reached.")
    hint = mark("Give another value, or the direction {word}.")
    word: ClassVar[Code] = "--direction maintain"


class ContextTarget(RecordRefused):
    says = mark("{record} is a context indicator: it is only observed and has no target.")


class ForbiddenTarget(RuleBroken):
    says = mark("Interceptions, arrests, returns and detentions never have a target.")
    hint = mark("Keep it as a context indicator: {option}.")
    option: ClassVar[Code] = "--direction context"


class IndicatorPercent(RecordRefused):
    value: Code
    says = mark("{record} is measured in percent, from 0 to 100; {value} is outside that.")


class CountNegative(RecordRefused):
    value: Code
    says = mark("{record} counts something; {value} is below zero.")


class PeriodReviewed(RecordRefused):
    says = mark("{record} is already an evaluation of that period.")
    hint = mark("Change it, or correct it once it is approved: {option}.")
    option: ClassVar[Code] = "--corrects {record}"


class ReviewApproved(RecordRefused):
    says = mark("{record} is approved and can only be read.")
    hint = mark("Correct it by another one: {command}")
    command: ClassVar[Code] = "tracker add-review … --corrects {record}"


class NeedsJustification(RecordRefused):
    step: Code
    says = mark("A rating of {step} needs evidence or a justification.")
    hint = mark("Add {options}.")
    options: ClassVar[Code] = "--evidence E1, --justification @reason.txt"


class RatingRefused(RuleBroken):
    """The scale goes from `low` to `high`, without a neutral middle."""

    value: int
    low: int
    high: int
    says = mark("Ratings go from {low} to {high}; {value} is not one of them.")
