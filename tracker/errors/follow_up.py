"""Refusals of the rules of meetings, series, commitments, obstacles and lessons."""

from typing import ClassVar

from tracker.errors import RuleBroken
from tracker.errors.bases import InFuture, RecordRefused
from tracker.errors.places import Code, Iso
from tracker.message import mark


class NeedsMinutes(RecordRefused):
    says = mark("The minutes of {record} are not recorded, so they cannot have been signed.")
    hint = mark("Add {option}.")
    asks_for = "minutes"
    option: ClassVar[Code] = "--minutes …"


class SignedTooEarly(RecordRefused):
    start: Iso
    day: Iso
    says = mark("The minutes of {record} cannot have been signed on {day}; it was held on {start}.")
    hint = mark("Give the date on which both sides signed with --signed.")


class SignedInFuture(InFuture):
    hint = mark("Give the date on which both sides signed with --signed.")


class NeedsTitle(RuleBroken):
    says = mark("The meeting has no title.")
    hint = mark("Type a title, or give the series with --series; its name is then the title.")
    asks_for = "title"


class NeedsInterval(RuleBroken):
    says = mark("How often does the series meet?")
    hint = mark("Add {option}, the months from one meeting to the next.")
    asks_for = "interval"
    option: ClassVar[Code] = "--interval N"


class IntervalRefused(RuleBroken):
    months: int
    longest: int
    says = mark("A series meets every 1 to {longest} months; {months} is not possible.")


class SourceRefused(RecordRefused):
    says = mark("No commitment follows from {record}.")
    hint = mark("Give a decision, a recommendation, an obstacle or a lesson.")


class NeedsOwner(RecordRefused):
    says = mark("No office is responsible for {record}.")
    hint = mark("Add {option}.")
    asks_for = "owner"
    option: ClassVar[Code] = "--owner LY/…"


class NeedsResponse(RecordRefused):
    says = mark("No response measure is recorded for {record}.")
    hint = mark("Add {option}.")
    asks_for = "response"
    option: ClassVar[Code] = "--response …"


class NeedsProof(RecordRefused):
    says = mark("There is neither evidence nor a reason that {record} is resolved.")
    hint = mark("Add --evidence with the reference of a document, or give with --reason how it was resolved.")
    asks_for = "reason"


class NeedsTarget(RecordRefused):
    says = mark("It is not recorded what the lesson {record} has changed.")
    hint = mark("Add {option} with the code of the record that the lesson changed.")
    asks_for = "applied_in"
    option: ClassVar[Code] = "--applied-in S2.5"
