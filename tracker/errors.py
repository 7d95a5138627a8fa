"""Every failure a user can meet, each with its exit code.

Errors carry data, never sentences: `cli/error_words.py` words them in the user's language.
`code` is the slug of the class name and is stable in JSON output.
"""

import re
from functools import cache
from typing import Any, ClassVar, dataclass_transform, get_origin

MISSING = object()


@dataclass_transform(eq_default=False)
class TrackerError(Exception):
    """Base of all failures; refused or failed unless a subclass says otherwise.

    The annotations of a subclass are its fields. `@dataclass` would cost a hundred of them five milliseconds.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self: Any, *args: Any, **given: Any) -> None:
        """Takes the fields by place or by name. Raises TypeError for what is missing, unknown or given twice."""
        usual = fields_of(self.__class__)
        by_place = dict(zip(usual, args, strict=False))
        values = {**usual, **by_place, **given}
        wrong = values.keys() - usual.keys() or by_place.keys() & given.keys()
        missing = [name for name, value in values.items() if value is MISSING]
        if wrong or missing or len(args) > len(usual):
            raise TypeError(f"{type(self).__name__}: {sorted(wrong) or missing or args}")
        vars(self).update(values)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__qualname__}({shown})"

    @property
    def code(self) -> str:
        """Stable machine name, e.g. `not_found` for `NotFound`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


@cache
def fields_of(kind: Any) -> dict[str, Any]:
    """The fields of a failure in their order, with their defaults, or `MISSING`."""
    hints: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        hints |= getattr(each, "__annotations__", {})
    return {name: getattr(kind, name, MISSING) for name, hint in hints.items() if get_origin(hint) is not ClassVar}


# --- the data file ---


class StoreError(TrackerError):
    """The tracker's file cannot be used as asked; `path` is as the user named it."""

    path: str


class Locked(StoreError):
    """Another process kept the lock for longer than `seconds`."""

    seconds: float


class LocksUnsupported(StoreError):
    """The file system has no locks; `cause` is the system's word."""

    cause: str


class CannotRead(StoreError):
    """The system refused to read; `cause` is its word."""

    cause: str


class CannotWrite(StoreError):
    """The system refused to write (read-only place, rights); nothing was changed."""

    cause: str


class NoSpace(StoreError):
    """The disk or quota is full; nothing was changed."""

    cause: str


class ChangedMeanwhile(StoreError):
    """Another program replaced the file between our reading and our writing; nothing was changed."""


class EditedByHand(StoreError):
    """Records were changed past the program, which a further write would hide; nothing was changed."""


class Corrupt(StoreError):
    """Not a valid tracker file: a slug of REASONS, a line or path of keys, and the newest good backup."""

    reason: str
    where: str = ""
    backup: str = ""

    REASONS: ClassVar[tuple[str, ...]] = (
        "not_a_file",
        "empty",
        "not_utf8",
        "not_json",
        "duplicate_key",
        "not_tables",
        "bad_schema",
        "bad_value",
        "broken_reference",
    )


class NotAnExport(StoreError):
    """The file of a tracker itself, where an export was asked for."""


class TooNew(StoreError):
    """Written by a newer program: schema `found`, this one knows `known`."""

    found: int
    known: int


class Detached(StoreError):
    """The file has other hard links that a replacement would cut off."""


class NotFlushed(StoreError):
    """Saved, but the system could not tell that it reached the disk; `cause` is its word."""

    cause: str


class DatabaseMissing(StoreError):
    """There is no file where one was named, or where backups show that one was; `backup` is the newest good one."""

    backup: str = ""


class AlreadyExists(StoreError):
    """`init` and `-o` never overwrite a tracker."""


class DemoMixed(StoreError):
    """Fictional and real records never stand in one tracker (rule 1.10)."""


class NoSuchBackup(StoreError):
    """There is no backup of that name; `near` are the newest ones."""

    wanted: str
    near: tuple[str, ...] = ()


# --- records and rules ---


class NotFound(TrackerError):
    """No record has that code; `near` are codes like it."""

    wanted: str
    near: tuple[str, ...] = ()


class RuleBroken(TrackerError):
    """The change would break a rule of the model; nothing was changed."""


class EditRefused(StoreError):
    """What was changed by hand in the file breaks a rule; nothing was taken in."""

    cause: TrackerError


class TransitionRefused(RuleBroken):
    """The status machine (rule 2.2) has no such step; `allowed` are the states that may follow."""

    record: str
    before: str
    after: str
    allowed: tuple[str, ...]


class NeedsReason(RuleBroken):
    """This change must say why; `change` is a slug of CHANGES."""

    record: str
    change: str

    CHANGES: ClassVar[tuple[str, ...]] = (
        "suspended",
        "cancelled",
        "resumed",
        "reopened",
        "reinstated",
        "unblocked",
        "baseline",
        "forecast",
        "concern",
        "postponed",
        "rescheduled",
        "lesson_rejected",
        "taken_up",
        "not_accepted",
        "measured_again",
        "indicator_baseline",
        "target_moved",
        "redact",
        "personal",
        "gate",
        "detached",
    )


class NeedsDecision(RuleBroken):
    """Suspending, cancelling or reinstating a step rests on a decision."""

    record: str


class NeedsEvidence(RuleBroken):
    """Nothing is complete without a paper that shows it."""

    record: str


class NeedsObstacle(RuleBroken):
    """Blocked means blocked by something: an open obstacle, or a reason from which one is made."""

    record: str


class NeedsMinutes(RuleBroken):
    """Only minutes that are recorded can have been signed."""

    record: str


class SignedTooEarly(RuleBroken):
    """Minutes are signed when the meeting has been held."""

    record: str
    start: str
    day: str


class SignedInFuture(RuleBroken):
    """What was signed was signed by today."""

    record: str
    day: str


class NeedsCompletion(RuleBroken):
    """100 percent is reached only by completing."""

    record: str


class ProgressRefused(RuleBroken):
    """A percentage cannot be declared in this status."""

    record: str
    status: str


class NeedsLowerProgress(RuleBroken):
    """Reopening needs a percentage below 100."""

    record: str


class NeedsLowerGate(RuleBroken):
    """Reopening an activity needs a gate before the last one."""

    record: str


class NeedsGate(RuleBroken):
    """A day was given for a gate, but none is passed."""

    record: str


class GatesReversed(RuleBroken):
    """A later gate was passed before an earlier one; gates by their slugs, days ISO."""

    record: str
    first: str
    first_on: str
    second: str
    second_on: str


class RolledUp(RuleBroken):
    """The percentage of a step with activities is that of its activities (rule 3.4); `activities` are their codes."""

    record: str
    activities: tuple[str, ...]


class OpenActivities(RuleBroken):
    """A step is completed when each of its activities is completed or cancelled; `activities` are the others."""

    record: str
    activities: tuple[str, ...]


class StepClosed(RuleBroken):
    """No activity is added to a step that is completed or cancelled."""

    record: str
    status: str


class WeightTooSmall(RuleBroken):
    """An activity weighs 1 at least."""

    record: str
    value: int


class NoParticipants(RuleBroken):
    """Only courses, workshops and exercises have participants; `kind` is the type of the activity."""

    record: str
    kind: str


class TooManyWomen(RuleBroken):
    """The women are among the participants of both sides, so they are not more; counts are not below zero."""

    record: str
    women: int
    total: int


class PercentOutOfRange(RuleBroken):
    """Percentages and weights go from 0 to 100."""

    value: int


class DatesReversed(RuleBroken):
    """The end is before the start."""

    record: str
    start: str
    end: str


class DateInFuture(RuleBroken):
    """What has happened cannot lie after today."""

    record: str
    day: str


class EndedOpen(RuleBroken):
    """Only what is completed has an actual end."""

    record: str


class ThresholdRefused(RuleBroken):
    """A threshold outside what health can be judged by; `low` and `high` are the ends of what is possible now."""

    name: str
    value: int
    low: int
    high: int


class TextLocked(RuleBroken):
    """The Arabic of the source is quoted letter by letter and cannot be edited."""

    record: str


class ConcernTooMild(RuleBroken):
    """A health may be set worse than computed, never better (rule 4.5)."""

    record: str
    computed: str


class SelfVerified(RuleBroken):
    """Evidence is verified by another office than the one that owns what it supports."""

    record: str
    office: str


class UnknownParty(RuleBroken):
    """An office names a party that is not in the register."""

    party: str
    near: tuple[str, ...] = ()


class UnknownOffice(RuleBroken):
    """No office is like the words that were given; `parties` are those that are known."""

    value: str
    parties: tuple[str, ...] = ()


class UnclearOffice(RuleBroken):
    """More than one office is like the words that were given; `candidates` are their codes."""

    value: str
    candidates: tuple[str, ...] = ()


class CodeTaken(RuleBroken):
    """Codes are never used twice."""

    wanted: str


class ReferenceTaken(RuleBroken):
    """A reference means one paper, the one with the code `record`."""

    reference: str
    record: str


class NeedsArabic(RuleBroken):
    """A translation of a text that is not there in Arabic (rule 1.3)."""

    record: str


class LastPrimaryLink(RuleBroken):
    """Each step has exactly one primary aspect, each aspect at least one primary step (rule 13.1)."""

    record: str


class NothingAttached(RuleBroken):
    """This kind of record takes no evidence."""

    record: str


class NotAttached(RuleBroken):
    """The paper does not support the record."""

    record: str
    paper: str


class StillQuoted(RuleBroken):
    """The record names the paper as the source of a value or of a judgement."""

    record: str
    paper: str


class NameTaken(RuleBroken):
    """A role is found by its name, so no two have the same; `record` is the one that has it."""

    name: str
    record: str


class BrokenReference(RuleBroken):
    """A record names another that does not exist."""

    record: str
    missing: str


class Irremovable(RuleBroken):
    """This record stays; `reason` is a slug of REASONS."""

    record: str
    reason: str

    REASONS: ClassVar[tuple[str, ...]] = ("verbatim", "fixed", "approved")


class StillNamed(RuleBroken):
    """A record that others name cannot go; `by` are their codes."""

    record: str
    by: tuple[str, ...]


class SourceRefused(RuleBroken):
    """A commitment follows from a decision, a recommendation, an obstacle or a lesson, and from nothing else."""

    record: str


class NeedsOwner(RuleBroken):
    """What is treated has an office that treats it."""

    record: str


class NeedsAspect(RuleBroken):
    """A new step mainly serves one of the aspects; `aspects` are their codes."""

    aspects: tuple[str, ...]


class NeedsStep(RuleBroken):
    """A new aspect is mainly served by some step."""

    record: str


class NeedsResponse(RuleBroken):
    """What is treated has a response that says how."""

    record: str


class NeedsProof(RuleBroken):
    """What is resolved has a paper or a word about it."""

    record: str


class NeedsTarget(RuleBroken):
    """A lesson that was applied has changed something."""

    record: str


class NeedsTitle(RuleBroken):
    """A meeting of no series has no name but its own."""


class NeedsInterval(RuleBroken):
    """How often a series meets stands in no source; somebody has to say it (rule 8.8)."""


class IntervalRefused(RuleBroken):
    """A series meets at least every `longest` months."""

    months: int
    longest: int


class NeedsBaseline(RuleBroken):
    """A target needs a dated baseline, or nobody can say how far it is (rule 10.2)."""

    record: str


class TargetIsBaseline(RuleBroken):
    """A target that is where the indicator began asks for nothing; `day` is that of the target, ISO."""

    record: str
    day: str


class ContextTarget(RuleBroken):
    """What is only looked at has no target."""

    record: str


class ForbiddenTarget(RuleBroken):
    """Of interceptions, arrests, returns and detentions there are no targets (rule 14.3)."""


class IndicatorPercent(RuleBroken):
    """A value of an indicator in percent, outside 0 to 100; `value` is decimal text."""

    record: str
    value: str


class CountNegative(RuleBroken):
    """What is counted is not below zero; `value` is decimal text."""

    record: str
    value: str


class PeriodReviewed(RuleBroken):
    """There is an evaluation of that period; another one corrects it by name."""

    record: str


class ReviewApproved(RuleBroken):
    """An approved evaluation is read-only; a correction is a new one that names it."""

    record: str


class NeedsJustification(RuleBroken):
    """A rating rests on a paper or a justification."""

    record: str
    step: str


class RatingRefused(RuleBroken):
    """The scale goes from `low` to `high`, without a neutral middle."""

    value: int
    low: int
    high: int


# --- revisions ---


class RevisionConflict(TrackerError):
    """The record has moved since it was looked at: expected revision against the present one."""

    record: str
    expected: int
    present: int


class NoSuchRevision(TrackerError):
    """There is no revision with that number."""

    number: int


class NothingToUndo(TrackerError):
    """The office has no revision left to take back."""

    office: str


class NothingToRedo(TrackerError):
    """Nothing was undone, or something was changed since."""

    office: str


class ChangedSince(TrackerError):
    """A field no longer holds what the revision left there; without a field the record itself came or went."""

    number: int
    record: str
    field: str
    left: Any
    present: Any


class StillShown(TrackerError):
    """A text to be redacted still stands in a record; it must be changed there first."""

    record: str
    field: str


class BeforeFirst(TrackerError):
    """The tracker did not exist on that day."""

    day: str
    first: str


# --- values that cannot be read ---


class Unreadable(TrackerError):
    """What was typed is not a value of the kind asked for; `value` is as typed."""

    exit_code: ClassVar[int] = 2

    value: str


class BadValue(Unreadable):
    """Not one of the words of `kind` (status, side …); `allowed` are the slugs, `close` the nearest of them."""

    kind: str
    allowed: tuple[str, ...] = ()
    close: str = ""


class BadDate(Unreadable):
    """`reason` is a slug of REASONS; the numbers are what was understood, 0 where nothing was.

    `last` is the last day of the month that was understood; `example` a date that could have been meant.
    """

    reason: str = "unreadable"
    year: int = 0
    month: int = 0
    day: int = 0
    last: int = 0
    example: str = ""

    REASONS: ClassVar[tuple[str, ...]] = (
        "unreadable",
        "day",  # the month has no such day
        "month",  # there is no such month
        "years",  # outside 1900 to 2200
        "weekday",  # the date falls on another
        "no_year",
        "short_year",
        "no_sign",
        "no_unit",
        "quarter",  # there is no such quarter
        "no_period",  # a day or month where a period of reporting is wanted
        "no_quarter",  # a quarter where a day, month or year is wanted
        "two_days",  # in two calendars, and not the same
        "calendars",  # a month of one calendar in a year of the other
        "hijri_day",  # of a Hijri date only year or month
    )


class HijriRange(Unreadable):
    """A Hijri year outside the Umm al-Qura tables, which hold `first` to `last`; `year` is the one understood."""

    first: int
    last: int
    year: int = 0


class BadNumber(Unreadable):
    """Not a whole number."""


class BadRating(Unreadable):
    """Not a step and criterion with a grade."""


class BadTarget(Unreadable):
    """Not a day or period with a value."""


class BadPercent(Unreadable):
    """`reason`: unreadable, fraction (whole percents only), range (outside 0 to 100)."""

    reason: str = "unreadable"

    REASONS: ClassVar[tuple[str, ...]] = ("unreadable", "fraction", "range")


class BadPartyCode(Unreadable):
    """Codes of parties are one or two groups of Latin letters: numbers belong to the codes of other records."""


class BadPlace(Unreadable):
    """A place begins with its country, by the two letters of ISO 3166."""


class BadDelegation(Unreadable):
    """Not an office with the number of those who came for it."""


class TextTooLong(TrackerError):
    """A text of `length` characters where `limit` are allowed; `name` is its place in the help."""

    exit_code: ClassVar[int] = 2

    length: int
    limit: int
    name: str = ""


class PersonalData(TrackerError):
    """A free text that seems to hold data about a person (rule 14.2); `excerpts` are masked, one for each kind.

    `name` is its place in the help; `forcible`: the command can be told to keep it.
    """

    kinds: tuple[str, ...]
    excerpts: tuple[str, ...]
    name: str = ""
    forcible: bool = False


class UnknownSortKey(TrackerError):
    """This kind of record cannot be sorted by that key; `keys` are those it can."""

    exit_code: ClassVar[int] = 2
    key: str
    keys: tuple[str, ...]


# --- output ---


class OutputClosed(TrackerError):
    """Whoever read our output has gone (`| head`): nothing to say, only to stop, as other tools do at SIGPIPE."""

    exit_code: ClassVar[int] = 141


class OutputFailed(TrackerError):
    """The system refused what was printed (full disk, closed descriptor); `cause` is its word."""

    cause: str


class NeedsAnswer(TrackerError):
    """A question in a pipe, where nothing ever asks; `option` answers it."""

    exit_code: ClassVar[int] = 2

    option: str


class NeedsOffice(TrackerError):
    """Verifying is done by an office; none was named."""

    exit_code: ClassVar[int] = 2


class UnknownCommand(TrackerError):
    """There is no command of that name; `near` are commands like it."""

    exit_code: ClassVar[int] = 2

    name: str
    near: tuple[str, ...] = ()


class TooManyWords(TrackerError):
    """Words that the command has no place for."""

    exit_code: ClassVar[int] = 2

    words: tuple[str, ...]
    command: str = ""


class EmptyText(TrackerError):
    """A text that cannot be empty, or that held nothing that may be stored; `name` is its place in the help.

    `clears`: there is `--clear` for those who want to empty the field.
    """

    exit_code: ClassVar[int] = 2

    name: str
    clears: bool = False


class Contradictory(TrackerError):
    """Options of which at most one makes sense."""

    exit_code: ClassVar[int] = 2

    options: tuple[str, ...]


class BadSetting(BadValue):
    """A setting with an impossible value; `source` is the option, the variable or the file it stands in."""

    source: str = ""


class BadConfig(TrackerError):
    """config.toml is not valid TOML; `line` is the first wrong one, 0 if unknown."""

    path: str
    line: int


class NotInFormat(TrackerError):
    """A document of this kind cannot be written in that format; `formats` are those it can."""

    exit_code: ClassVar[int] = 2

    kind: str
    form: str
    formats: tuple[str, ...]


class BadSheet(TrackerError):
    """A spreadsheet that cannot be taken in; a slug of REASONS, line and heading, and what could stand there."""

    reason: str
    line: int = 0
    column: str = ""
    allowed: tuple[str, ...] = ()

    REASONS: ClassVar[tuple[str, ...]] = (
        *("empty", "cells", "quotes", "heading", "heading_twice", "row_twice"),
        *("shown", "lacks", "no_new", "kind"),
    )


class SheetRefused(TrackerError):
    """What a rule or a parser said of a row; `column` is the heading, empty where it is of no single cell."""

    line: int
    column: str
    cause: TrackerError


class OptionElsewhere(TrackerError):
    """An option that belongs to other kinds of documents; `kinds` are those."""

    exit_code: ClassVar[int] = 2

    option: str
    kind: str
    kinds: tuple[str, ...]


class BinaryOnTerminal(TrackerError):
    """A document that no terminal shows was to be printed on one."""

    exit_code: ClassVar[int] = 2

    form: str


class MissingExtra(TrackerError):
    """A format whose library is not installed; `extra` is the one that brings it."""

    form: str
    extra: str


class NotLetterhead(TrackerError):
    """A file that is to be the letterhead and is no Word file."""

    path: str


class OptionOfFormat(TrackerError):
    """An option that only files of some format know; `form` is that format."""

    exit_code: ClassVar[int] = 2

    option: str
    form: str


class NeedsTerminal(TrackerError):
    """What only a person at a terminal can do; `option` asked for it."""

    exit_code: ClassVar[int] = 2

    option: str
    command: str


class NoShell(TrackerError):
    """Completion was asked for without naming a shell, and which one is in use cannot be found out."""

    exit_code: ClassVar[int] = 2


class NoEditor(TrackerError):
    """The editor cannot be started, `cause` is the system's word; without a name none was found."""

    name: str
    cause: str = ""


class EditorFailed(TrackerError):
    """The editor ended with an error; nothing was changed."""

    name: str
    status: int


class BadEdit(TrackerError):
    """The edited text cannot be read: a slug of REASONS, the line, and the key with those that are possible."""

    reason: str
    line: int = 0
    key: str = ""
    keys: tuple[str, ...] = ()

    REASONS: ClassVar[tuple[str, ...]] = ("toml", "not_utf8", "too_large", "key", "kind")


class NothingAsked(TrackerError):
    """A command that changes a record, without an option that says what."""

    exit_code: ClassVar[int] = 2

    command: str
