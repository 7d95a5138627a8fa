"""Refusals of the rules of steps and activities: status, progress, gates, dates and health."""

from collections.abc import Mapping
from typing import ClassVar

from tracker.errors import RuleBroken
from tracker.errors.bases import InFuture, RecordRefused
from tracker.errors.places import ActivitySlug, Code, GateSlug, HealthSlug, Iso, State, Status
from tracker.message import mark


class TransitionRefused(RecordRefused):
    """The status machine has no such step; `allowed` are the states that may follow."""

    before: State
    after: State
    allowed: tuple[Status, ...]
    command: ClassVar[Code] = "tracker history {record}"

    @property
    def says(self) -> str:
        if self.allowed:
            return mark("{record} cannot pass from “{before}” to “{after}”.")
        return mark("{record} is “{before}”, and that is final.")

    @property
    def hint(self) -> str:
        return mark("Possible from here: {allowed}.") if self.allowed else mark("If that was a mistake: {command}")


class NeedsReason(RecordRefused):
    """This change must say why; `change` is a slug of REASONS."""

    change: str
    hint = mark("Add {option}, or {file}.")
    asks_for = "reason"
    option: ClassVar[Code] = "--reason …"
    file: ClassVar[Code] = "--reason @reason.txt"

    REASONS: ClassVar[Mapping[str, str]] = {
        "suspended": mark("Suspending needs a reason."),
        "cancelled": mark("Cancelling needs a reason."),
        "resumed": mark("Resuming after a suspension needs a reason."),
        "reopened": mark("Reopening what was completed needs a reason."),
        "reinstated": mark("Reinstating what was cancelled needs a reason."),
        "unblocked": mark("An obstacle is still open; continuing despite it needs a reason."),
        "baseline": mark("Moving a planned date that was set needs a reason."),
        "forecast": mark("A forecast beyond the planned end needs a reason."),
        "concern": mark("Setting the health by hand needs a reason."),
        "postponed": mark("Postponing needs a reason."),
        "rescheduled": mark("Moving the date of a commitment needs a reason; the original date stays."),
        "lesson_rejected": mark("Rejecting a lesson needs a reason."),
        "taken_up": mark("Reopening what was closed needs a reason."),
        "not_accepted": mark("Any response other than full acceptance needs a reason."),
        "measured_again": mark("Correcting a measurement needs a reason."),
        "indicator_baseline": mark("Changing the baseline needs a reason."),
        "target_moved": mark("Moving a target needs a reason."),
        "redact": mark("Erasing a text needs a reason."),
        "personal": mark("Keeping a text that looks like personal data needs a reason."),
        "gate": mark("Going back to an earlier gate needs a reason."),
        "detached": mark("Detaching evidence from what it supports needs a reason."),
    }

    @property
    def says(self) -> str:
        return self.REASONS[self.change]


class NeedsDecision(RecordRefused):
    says = mark("This needs a decision; none was given for {record}.")
    hint = mark("Add --decision with its reference.")
    asks_for = "decision"


class NeedsEvidence(RecordRefused):
    says = mark("{record} cannot be completed without evidence for all of it.")
    hint = mark("Add --evidence with the reference of the document that proves it.")
    asks_for = "evidence"


class NeedsObstacle(RecordRefused):
    says = mark("{record} can only be blocked by an open obstacle.")
    hint = mark("Give with --reason what stands in the way; an obstacle is created from it.")
    asks_for = "reason"


class NeedsCompletion(RecordRefused):
    says = mark("100 percent is reached only by completing {record}.")
    hint = mark("Type --status completed, with --evidence.")


class ProgressRefused(RecordRefused):
    status: State
    says = mark("{record} is “{status}”; no percentage is declared in that status.")
    hint = mark("Change the status in the same command.")


class NeedsLowerProgress(RecordRefused):
    says = mark("Reopening {record} needs a percentage below 100.")
    hint = mark("Add --progress N.")
    asks_for = "progress"


class NeedsLowerGate(RecordRefused):
    says = mark("Reopening {record} needs a gate before the last one.")
    hint = mark("Add --gate delivered, or an earlier gate.")
    asks_for = "gate"


class NeedsGate(RecordRefused):
    says = mark("{record} has passed no gate, so there is no date to set.")
    hint = mark("Add --gate.")
    asks_for = "gate"


class GatesReversed(RecordRefused):
    first: GateSlug
    first_on: Iso
    second: GateSlug
    second_on: Iso
    says = mark("The gate “{second}” ({second_on}) would come before the gate “{first}” ({first_on}).")
    hint = mark("Set the right date with --gate and --on.")


class RolledUp(RecordRefused):
    activities: tuple[Code, ...]
    says = mark("The percentage of {record} follows from its activities; it is not declared.")
    hint = mark("Update these: {activities}.")


class OpenActivities(RecordRefused):
    activities: tuple[Code, ...]
    says = mark("{record} is completed when its activities are; these are not: {activities}.")
    hint = mark("Complete or cancel them first.")


class StepClosed(RecordRefused):
    status: State
    says = mark("{record} is “{status}”; no activity is added to it.")
    hint = mark("Reopen or reinstate it first.")


class WeightTooSmall(RecordRefused):
    value: int
    says = mark("The weight of an activity is 1 or more; {record} was given {value}.")


class NoParticipants(RecordRefused):
    kind: ActivitySlug
    says = mark("{record} is of the kind “{kind}”; only courses, workshops and exercises have participants.")
    hint = mark("Set the kind with --type, or remove the participants with --clear.")


class TooManyWomen(RecordRefused):
    """The women are among the participants of both sides, so they are not more; counts are not below zero."""

    women: int
    total: int
    says = mark("{women} women cannot be among {total} participants of {record}.")
    hint = mark("--women counts those of both sides together.")


class PercentOutOfRange(RuleBroken):
    value: int
    record: Code = ""
    says = mark("A percentage must be between 0 and 100; this is {value}.")


class DatesReversed(RecordRefused):
    start: Iso
    end: Iso
    says = mark("The end ({end}) is before the start ({start}).")


class DateInFuture(InFuture):
    # What takes the plans of a record, by the letter of its code.
    PLANS: ClassVar[Mapping[str, str]] = {
        "S": mark("Use --start, --due or --forecast for planned dates."),
        "M": mark("Give with --on the date on which it was held."),
        "C": mark("Use {option} for planned dates."),
        "O": mark("Use {option} for planned dates."),
    }

    @property
    def hint(self) -> str | None:
        return self.PLANS.get(self.record[0]) if self.record[1:2].isdigit() else None

    @property
    def option(self) -> Code:
        return "--due" if self.record[0] == "C" else "--target"


class EndedOpen(RecordRefused):
    says = mark("{record} is not completed, so it has no actual end.")
    hint = mark("Type --status completed, with --evidence.")


class ThresholdRefused(RuleBroken):
    """A threshold outside what health can be judged by; `low` and `high` are the ends of what is possible now."""

    name: Code
    value: Code
    low: int
    high: int
    says = mark("{name} cannot be {value}; it must be between {low} and {high}.")


class ConcernTooMild(RecordRefused):
    computed: HealthSlug
    says = mark("The health computed for {record} is already “{computed}”; by hand it can only be set worse.")


class FollowsItself(RecordRefused):
    around: tuple[Code, ...]
    says = mark("{record} cannot wait for itself; these follow each other in a circle: {around}.")
    hint = mark("Remove another activity from the circle: {command}")

    @property
    def case(self) -> tuple[object, ...]:
        """The activity alone: a circle that was opened elsewhere makes no other fault of this one."""
        return (type(self), self.record)

    @property
    def command(self) -> str:
        """The command that lets another one of them follow nothing."""
        other = next((code for code in self.around if code != self.record), self.record)
        return f"tracker update-activity {other} --clear after"
