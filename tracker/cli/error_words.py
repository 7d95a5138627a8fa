"""What each failure says: what happened, why, and what to type instead."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from tracker import errors as e
from tracker.cli.causes import cause_of
from tracker.cli.sheets.words import bad_sheet, sheet_refused
from tracker.cli.unread_words import bad_date, bad_edit, bad_number, bad_percent, hijri_range
from tracker.message import Message, count, msg
from tracker.model.activity import ActivityType, Gate
from tracker.model.codes import table_of
from tracker.model.health import Health
from tracker.model.status import Status
from tracker.model.tracker import Tracker
from tracker.reports.field_names import field_name, field_value
from tracker.reports.report import Choice, Day, Many, Ref, Value, Word
from tracker.reports.values import gender_of, record_name

MANY = 8  # codes in a sentence

Worded = tuple[Message, Message | None]


def worded(error: e.TrackerError) -> Worded:
    """The sentence and the hint for a failure."""
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return _WORDS[kind](error)
    raise KeyError(error.code)


def _codes(codes: tuple[str, ...]) -> Value:
    return Many(tuple(Ref(code) for code in codes))


def _near(codes: tuple[str, ...]) -> Message | None:
    return msg("Did you mean {codes}?", codes=_codes(codes)) if codes else None


def _see_help(command: str) -> Message:
    words = " ".join(("tracker", *command.split(), "--help"))
    return msg("Type {command} to see how it is used.", command=Ref(words))


def _transition(error: e.TransitionRefused) -> Worded:
    if not error.allowed:
        held = msg(
            "{code} is “{before}”, and that is final.",
            code=Ref(error.record),
            before=_state(error.record, error.before),
        )
        return held, msg("If that was a mistake: {command}", command=Ref(f"tracker history {error.record}"))
    message = msg(
        "{code} cannot pass from “{before}” to “{after}”.",
        code=Ref(error.record),
        before=_state(error.record, error.before),
        after=_state(error.record, error.after),
    )
    return message, msg(
        "Possible from here: {statuses}.", statuses=_codes(tuple(s.replace("_", "-") for s in error.allowed))
    )


def _state(record: str, state: str) -> Word:
    """A status in the gender of what it describes; plain text is one of the status machine."""
    value = state if isinstance(state, StrEnum) else Status(state)
    return Word(value, gender_of(table_of(record)))


_REASONS: dict[str, Message] = {
    "suspended": msg("Suspending needs a reason."),
    "cancelled": msg("Cancelling needs a reason."),
    "resumed": msg("Resuming after a suspension needs a reason."),
    "reopened": msg("Reopening what was completed needs a reason."),
    "reinstated": msg("Reinstating what was cancelled needs a reason."),
    "unblocked": msg("An obstacle is still open; going on in spite of it needs a reason."),
    "baseline": msg("Moving a planned date that was set needs a reason."),
    "forecast": msg("A forecast beyond the planned end needs a reason."),
    "concern": msg("Setting the health by hand needs a reason."),
    "postponed": msg("Postponing needs a reason."),
    "rescheduled": msg("Moving the date of a commitment needs a reason; the original date stays."),
    "not_accepted": msg("What is not accepted in full needs a reason."),
    "measured_again": msg("Correcting a measurement needs a reason."),
    "indicator_baseline": msg("Another baseline needs a reason."),
    "target_moved": msg("Moving a target needs a reason."),
    "taken_up": msg("Taking up again what was closed needs a reason."),
    "lesson_rejected": msg("Rejecting a lesson needs a reason."),
    "redact": msg("Erasing a text needs a reason."),
    "gate": msg("Going back a gate needs a reason."),
    "detached": msg("Taking a paper away from what it supports needs a reason."),
    "personal": msg("Keeping a text that looks like personal data needs a reason."),
}

_CORRUPT: dict[str, Message] = {
    "not_a_file": msg("it is not a file"),
    "empty": msg("it is empty"),
    "not_utf8": msg("it is not UTF-8 text"),
    "not_json": msg("it is not valid JSON"),
    "duplicate_key": msg("a key stands in it twice"),
    "not_tables": msg("it does not hold the tables of a tracker"),
    "bad_schema": msg("its schema number cannot be read"),
    "bad_value": msg("a value in it cannot be read"),
    "broken_reference": msg("a record in it names another that does not exist"),
}


def _corrupt(error: e.Corrupt) -> Worded:
    reason = _CORRUPT[error.reason]
    message = (
        msg("{path} cannot be used: {reason} ({where}).", path=error.path, reason=reason, where=error.where)
        if error.where
        else msg("{path} cannot be used: {reason}.", path=error.path, reason=reason)
    )
    if not error.backup:
        return message, msg("The file was left untouched. There is no backup of it.")
    command = Ref(f"tracker backup restore {error.backup}")
    return message, msg("The file was left untouched. The newest good backup: {command}", command=command)


_PERSONAL: dict[str, Message] = {
    "iban": msg("a bank account"),
    "email": msg("an e-mail address"),
    "coordinates": msg("coordinates"),
    "passport": msg("a passport number"),
    "phone": msg("a telephone number"),
    "digits": msg("a long number"),
}


def _place(name: str) -> Message | Ref:
    """An option as it is typed, an argument by its name in the help."""
    if name.startswith("--") or "/" in name:  # an option, or a place in a file
        return Ref(name)
    return Message(name) if name else msg("the text")


def _personal(error: e.PersonalData) -> Worded:
    kinds = Many(tuple(_PERSONAL[kind] for kind in error.kinds))
    message = msg(
        "{name} appears to contain personal data ({kinds}: {excerpt}); not saved.",
        name=_place(error.name),
        kinds=kinds,
        excerpt=error.excerpts[0],
    )
    if not error.forcible:
        return message, msg("Take it out.")
    return message, msg("Take it out, or keep it with --force and --reason.")


def _bad_value(error: e.BadValue) -> Worded:
    message = msg("“{value}” is not one of the values possible here.", value=error.value)
    if isinstance(error, e.BadSetting):
        message = msg("“{value}” is not possible for {source}.", value=error.value, source=Ref(error.source))
    if not error.allowed:
        return message, None
    allowed = msg("Possible: {values}.", values=_choices(error))
    if error.close:
        return message, msg("Did you mean {near}? {allowed}", near=Ref(error.close), allowed=allowed)
    return message, allowed


def _choices(error: e.BadValue) -> Value:
    """The slugs, with the words for them where they are of a vocabulary."""
    from tracker.views.vocabulary import WORDS  # noqa: PLC0415 - only for a value that is not known

    known = {value.replace("_", "-"): word for value, word in WORDS.get(error.kind, {}).items()}
    return Many(tuple(Choice(slug, known[slug]) if slug in known else Ref(slug) for slug in error.allowed))


def _conflict(error: e.RevisionConflict) -> Worded:
    message = msg(
        "{code} has changed since: you saw revision {expected}, it is at {present} now.",
        code=Ref(error.record),
        expected=Ref(str(error.expected)),
        present=Ref(str(error.present)),
    )
    return message, msg("Look at it again with {command}.", command=Ref(f"tracker show {error.record}"))


def _changed_since(error: e.ChangedSince) -> Worded:
    values = {"number": Ref(str(error.number)), "code": Ref(error.record)}
    if error.field:
        table = table_of(error.record) or "parties"
        message = msg(
            "Revision {number} cannot be taken back: {code} {field} was changed since, from {left} to {present}.",
            **values,
            field=field_name(error.field),
            left=field_value(Tracker({}), table, error.field, error.left),
            present=field_value(Tracker({}), table, error.field, error.present),
        )
    else:
        message = msg("Revision {number} cannot be taken back: {code} was added or removed since.", **values)
    return message, msg("Take back the later changes first: {command}", command=Ref(f"tracker history {error.record}"))


def _locked(error: e.Locked) -> Worded:
    waited = count("{n} second", "{n} seconds", round(error.seconds))
    message = msg("{path} is being written by another command; waited {time}.", path=error.path, time=waited)
    return message, msg("Nothing was changed; try again.")


_UNTOUCHED = msg("Nothing was changed.")

_IRREMOVABLE: dict[str, Callable[[str], Message]] = {
    "verbatim": lambda code: msg("{code} is quoted from the source and stays.", code=Ref(code)),
    "fixed": lambda code: msg("{code} belongs to every tracker and stays.", code=record_name(code)),
    "approved": lambda code: msg("{code} belongs to an approved review and stays as it was approved.", code=Ref(code)),
}

_WORK_PLANS = msg("Use --start, --due or --forecast for plans.")
_FOR_PLANS = {
    "steps": _WORK_PLANS,
    "activities": _WORK_PLANS,
    "meetings": msg("Say with --on when it was held."),
    "commitments": msg("Use {option} for plans.", option=Ref("--due")),
    "obstacles": msg("Use {option} for plans.", option=Ref("--target")),
}

_WORDS: dict[type, Callable[[Any], Worded]] = {
    e.Locked: _locked,
    e.LocksUnsupported: lambda x: (
        msg("The drive of {path} has no locks ({cause}).", path=x.path, cause=cause_of(x.cause)),
        msg("Keep the tracker on a local disk."),
    ),
    e.CannotRead: lambda x: (msg("{path} cannot be read: {cause}.", path=x.path, cause=cause_of(x.cause)), None),
    e.CannotWrite: lambda x: (
        msg("{path} cannot be written: {cause}.", path=x.path, cause=cause_of(x.cause)),
        _UNTOUCHED,
    ),
    e.NoSpace: lambda x: (
        msg("There is no room to write {path}: {cause}.", path=x.path, cause=cause_of(x.cause)),
        msg("Nothing was changed; free some space and try again."),
    ),
    e.ChangedMeanwhile: lambda x: (
        msg("{path} was changed by another program meanwhile.", path=x.path),
        msg("Nothing was changed; try again."),
    ),
    e.EditedByHand: lambda x: (
        msg("{path} was changed by hand; nothing was changed by this command.", path=x.path),
        msg(
            "What was changed: {check}. To take it in first: {fix}",
            check=Ref("tracker check"),
            fix=Ref("tracker check --fix"),
        ),
    ),
    e.EditRefused: lambda x: (
        msg("What was changed by hand cannot be taken in. {rule}", rule=worded(x.cause)[0]),
        msg("Change it in the file, or go back to a backup: {command}", command=Ref("tracker backup list")),
    ),
    e.Corrupt: _corrupt,
    e.NotAnExport: lambda x: (
        msg("{path} is a tracker itself, not an export of one.", path=x.path),
        msg("Export it first: {command}", command=Ref(f"tracker export --db {x.path} -o export.json")),
    ),
    e.TooNew: lambda x: (
        msg(
            "{path} was written by a newer program (schema {found}; this one knows {known}).",
            path=x.path,
            found=x.found,
            known=x.known,
        ),
        msg("The file was left untouched; install the newer program."),
    ),
    e.Detached: lambda x: (
        msg("{path} has a second name (hard link) that a change would cut off.", path=x.path),
        msg("Nothing was changed; remove the other link or use a symbolic link."),
    ),
    e.NotFlushed: lambda x: (
        msg("{path} was changed, but the disk did not confirm it: {cause}.", path=x.path, cause=cause_of(x.cause)),
        msg("Look with {command} before you type it again.", command=Ref("tracker history")),
    ),
    e.DatabaseMissing: lambda x: (
        msg("There is no tracker at {path}.", path=x.path),
        msg("There was one: {command}", command=Ref(f"tracker backup restore {x.backup}"))
        if x.backup
        else msg("Make one: {command}", command=Ref(f"tracker init --db {x.path}")),
    ),
    e.AlreadyExists: lambda x: (
        msg("{path} exists already and is not overwritten.", path=x.path),
        msg("Choose another place or remove it yourself."),
    ),
    e.DemoMixed: lambda _: (
        msg("Fictional and real records never stand in one tracker."),
        msg("Import into a new place, for example {command}", command=Ref("tracker import export.json --db new.json")),
    ),
    e.NoSuchBackup: lambda x: (
        msg("There is no backup “{name}”.", name=x.wanted) if x.wanted else msg("Name the backup to restore."),
        msg("The newest are {names}.", names=_codes(x.near)) if x.near else msg("There is no backup yet."),
    ),
    e.NotFound: lambda x: (msg("No record with code {id}.", id=x.wanted), _near(x.near)),
    e.TransitionRefused: _transition,
    e.NeedsReason: lambda x: (
        _REASONS[x.change],
        msg("Add {option}, or {file}.", option=Ref("--reason …"), file=Ref("--reason @reason.txt")),
    ),
    e.NeedsDecision: lambda x: (
        msg("This rests on a decision; none was named for {code}.", code=Ref(x.record)),
        msg("Add --decision with its reference."),
    ),
    e.NeedsEvidence: lambda x: (
        msg("{code} cannot be completed without evidence.", code=Ref(x.record)),
        msg("Add --evidence with the reference of the paper that shows it."),
    ),
    e.NeedsObstacle: lambda x: (
        msg("{code} can only be blocked by an open obstacle.", code=Ref(x.record)),
        msg("Say with --reason what stands in the way; the obstacle is made from it."),
    ),
    e.NeedsMinutes: lambda x: (
        msg("The minutes of {code} are not recorded, so they cannot have been signed.", code=Ref(x.record)),
        msg("Add {option}.", option=Ref("--minutes …")),
    ),
    e.SignedTooEarly: lambda x: (
        msg(
            "The minutes of {code} cannot have been signed on {signed}; it was held on {held}.",
            code=Ref(x.record),
            signed=Day(x.day),
            held=Day(x.start),
        ),
        msg("Say with --signed when both sides had signed."),
    ),
    e.SignedInFuture: lambda x: (
        msg("{day} lies in the future; what has happened cannot.", day=Day(x.day)),
        msg("Say with --signed when both sides had signed."),
    ),
    e.NeedsCompletion: lambda x: (
        msg("100 percent is reached only by completing {code}.", code=Ref(x.record)),
        msg("Type --status completed, with --evidence."),
    ),
    e.ProgressRefused: lambda x: (
        msg(
            "{code} is “{status}”; no percentage is declared in that status.",
            code=Ref(x.record),
            status=_state(x.record, x.status),
        ),
        msg("Change the status in the same command."),
    ),
    e.NeedsLowerProgress: lambda x: (
        msg("Reopening {code} needs a percentage below 100.", code=Ref(x.record)),
        msg("Add --progress N."),
    ),
    e.NeedsLowerGate: lambda x: (
        msg("Reopening {code} needs a gate before the last one.", code=Ref(x.record)),
        msg("Add --gate delivered, or an earlier one."),
    ),
    e.NeedsGate: lambda x: (
        msg("{code} has passed no gate, so there is no day to set.", code=Ref(x.record)),
        msg("Add --gate."),
    ),
    e.GatesReversed: lambda x: (
        msg(
            "The gate “{second}” ({second_on}) would come before the gate “{first}” ({first_on}).",
            first=Word(Gate(x.first)),
            first_on=Day(x.first_on),
            second=Word(Gate(x.second)),
            second_on=Day(x.second_on),
        ),
        msg("Set the right day with --gate and --on."),
    ),
    e.RolledUp: lambda x: (
        msg("The percentage of {code} follows from its activities; it is not declared.", code=Ref(x.record)),
        msg("Update these: {codes}.", codes=_codes(x.activities)),
    ),
    e.OpenActivities: lambda x: (
        msg(
            "{code} is completed when its activities are; these are not: {codes}.",
            code=Ref(x.record),
            codes=_codes(x.activities),
        ),
        msg("Complete or cancel them first."),
    ),
    e.StepClosed: lambda x: (
        msg("{code} is “{status}”; no activity is added to it.", code=Ref(x.record), status=_state(x.record, x.status)),
        msg("Reopen or reinstate it first."),
    ),
    e.WeightTooSmall: lambda x: (
        msg("An activity weighs 1 at least; {code} would weigh {value}.", code=Ref(x.record), value=x.value),
        None,
    ),
    e.NoParticipants: lambda x: (
        msg(
            "{code} is of the kind “{kind}”; only courses, workshops and exercises have participants.",
            code=Ref(x.record),
            kind=Word(ActivityType(x.kind)),
        ),
        msg("Set the kind with --type, or take the participants away with --clear."),
    ),
    e.TooManyWomen: lambda x: (
        msg(
            "{women} women cannot be among {total} participants of {code}.",
            women=x.women,
            total=x.total,
            code=Ref(x.record),
        ),
        msg("--women counts those of both sides together."),
    ),
    e.PercentOutOfRange: lambda x: (
        msg("A percentage must be between 0 and 100; this is {value}.", value=x.value),
        None,
    ),
    e.DatesReversed: lambda x: (
        msg("The end ({end}) is before the start ({start}).", end=Day(x.end), start=Day(x.start)),
        None,
    ),
    e.DateInFuture: lambda x: (
        msg("{day} lies in the future; what has happened cannot.", day=Day(x.day)),
        _FOR_PLANS.get(table_of(x.record) or ""),
    ),
    e.EndedOpen: lambda x: (
        msg("{code} is not completed, so it has no actual end.", code=Ref(x.record)),
        msg("Type --status completed, with --evidence."),
    ),
    e.ThresholdRefused: lambda x: (
        msg("{name} must lie between {low} and {high}.", name=Ref(x.name), low=x.low, high=x.high),
        None,
    ),
    e.TextLocked: lambda x: (
        msg("The Arabic of {code} is quoted from the source and cannot be edited.", code=Ref(x.record)),
        msg("Translations can be changed."),
    ),
    e.ConcernTooMild: lambda x: (
        msg(
            "The health computed for {code} is already “{health}”; by hand it can only be set worse.",
            code=Ref(x.record),
            health=Word(Health(x.computed)),
        ),
        None,
    ),
    e.SelfVerified: lambda x: (
        msg(
            "{office} owns what {code} supports, so another office must verify it.",
            office=Ref(x.office),
            code=Ref(x.record),
        ),
        msg("Name another office with --by."),
    ),
    e.UnknownParty: lambda x: (
        msg("There is no party {party}.", party=x.party),
        msg("Known: {codes}. Add one with {command}.", codes=_codes(x.near), command=Ref("tracker add-party")),
    ),
    e.UnknownOffice: lambda x: (
        msg("No office is like “{value}”.", value=x.value),
        msg(
            "Type the party and the role: {example}. Known parties: {codes}.",
            example=Ref("LY/…"),
            codes=_codes(x.parties),
        ),
    ),
    e.UnclearOffice: lambda x: (
        msg("“{value}” may be more than one office.", value=x.value),
        msg("Type one of these: {codes}.", codes=_codes(x.candidates)),
    ),
    e.CodeTaken: lambda x: (msg("Code {code} is already in use.", code=Ref(x.wanted)), None),
    e.ReferenceTaken: lambda x: (
        msg("{reference} is the reference of {code} already.", reference=x.reference, code=Ref(x.record)),
        msg("To see it: {command}", command=Ref(f"tracker show {x.record}")),
    ),
    e.NeedsArabic: lambda x: (
        msg("{code} has no text in Arabic that could be translated.", code=Ref(x.record)),
        msg("Give the Arabic text too."),
    ),
    e.LastPrimaryLink: lambda x: (
        msg(
            "Each step has one primary aspect and each aspect at least one primary step; {code} would not.",
            code=Ref(x.record),
        ),
        msg("Link another as primary first."),
    ),
    e.NeedsAspect: lambda x: (
        msg("A step mainly serves one aspect of the memorandum."),
        msg("Name it with {option}: {codes}.", option=Ref("--aspect"), codes=_codes(x.aspects)),
    ),
    e.NeedsStep: lambda _: (
        msg("An aspect is mainly served by at least one step."),
        msg("Name one with {option}.", option=Ref("--step S2")),
    ),
    e.NothingAttached: lambda x: (msg("Evidence cannot be attached to {code}.", code=x.record), None),
    e.NotAttached: lambda x: (
        msg("{paper} does not support {code}.", paper=x.paper, code=Ref(x.record)),
        msg("What supports it: {command}", command=Ref(f"tracker show {x.record}")),
    ),
    e.StillQuoted: lambda x: (
        msg("{code} names {paper} as the source of a value or a judgement.", code=Ref(x.record), paper=Ref(x.paper)),
        msg("Name another paper there first."),
    ),
    e.NameTaken: lambda x: (msg("“{name}” is the name of {code} already.", name=x.name, code=Ref(x.record)), None),
    e.BrokenReference: lambda x: (
        msg("{code} would name {missing}, which does not exist.", code=Ref(x.record), missing=Ref(x.missing)),
        None,
    ),
    e.Irremovable: lambda x: (_IRREMOVABLE[x.reason](x.record), _UNTOUCHED),
    e.StillNamed: lambda x: (
        msg("{code} cannot be removed; it is named by {codes}.", code=Ref(x.record), codes=_codes(x.by[:MANY])),
        msg("Change or remove these first, or remove all of them in one command."),
    ),
    e.SourceRefused: lambda x: (
        msg("No commitment follows from {code}.", code=Ref(x.record)),
        msg("Name a decision, a recommendation, an obstacle or a lesson."),
    ),
    e.NeedsOwner: lambda x: (
        msg("No office treats {code}.", code=Ref(x.record)),
        msg("Add {option}.", option=Ref("--owner LY/…")),
    ),
    e.NeedsResponse: lambda x: (
        msg("It is not said how {code} is treated.", code=Ref(x.record)),
        msg("Add {option}.", option=Ref("--response …")),
    ),
    e.NeedsProof: lambda x: (
        msg("Nothing shows that {code} is resolved.", code=Ref(x.record)),
        msg("Add --evidence with the reference of a paper, or say with --reason how it was resolved."),
    ),
    e.NeedsTarget: lambda x: (
        msg("It is not said what {code} has changed.", code=Ref(x.record)),
        msg("Add {option} with the code of the record that the lesson changed.", option=Ref("--applied-in S2.5")),
    ),
    e.NeedsTitle: lambda _: (
        msg("The meeting has no title."),
        msg("Type one, or name the series with --series; its name is then the title."),
    ),
    e.NeedsInterval: lambda _: (
        msg("How often does the series meet?"),
        msg("Add {option}, the months from one meeting to the next.", option=Ref("--interval N")),
    ),
    e.IntervalRefused: lambda x: (
        msg(
            "A series meets every 1 to {longest} months; {months} is not possible.", months=x.months, longest=x.longest
        ),
        None,
    ),
    e.NeedsBaseline: lambda x: (
        msg("{code}: a target needs a dated baseline.", code=Ref(x.record)),
        msg("Add {options}.", options=Ref("--baseline 20 --baseline-date 2024-12-31")),
    ),
    e.TargetIsBaseline: lambda x: (
        msg(
            "{code}: the target of {day} is the baseline itself; nothing is to be reached.",
            code=Ref(x.record),
            day=Day(x.day),
        ),
        msg("Name another value, or the direction {word}.", word=Ref("--direction maintain")),
    ),
    e.ContextTarget: lambda x: (
        msg("{code} is a context indicator: it is only looked at and has no target.", code=Ref(x.record)),
        None,
    ),
    e.ForbiddenTarget: lambda _: (
        msg("Interceptions, arrests, returns and detentions never have a target."),
        msg("Keep it as a context indicator: {option}.", option=Ref("--direction context")),
    ),
    e.IndicatorPercent: lambda x: (
        msg("{code} is measured in percent, from 0 to 100; {value} is not.", code=Ref(x.record), value=Ref(x.value)),
        None,
    ),
    e.CountNegative: lambda x: (
        msg("{code} counts something; {value} is below zero.", code=Ref(x.record), value=Ref(x.value)),
        None,
    ),
    e.BadTarget: lambda x: (
        msg("“{value}” is no day with a value.", value=x.value),
        msg("Type it like {example}.", example=Ref("2026-12-31=90")),
    ),
    e.PeriodReviewed: lambda x: (
        msg("{code} is already an evaluation of that period.", code=Ref(x.record)),
        msg("Change it, or correct it once it is approved: {option}.", option=Ref(f"--corrects {x.record}")),
    ),
    e.ReviewApproved: lambda x: (
        msg("{code} is approved and can only be read.", code=Ref(x.record)),
        msg("Correct it by another one: {command}", command=Ref(f"tracker add-review … --corrects {x.record}")),
    ),
    e.NeedsJustification: lambda x: (
        msg("A rating of {code} rests on a paper or a justification.", code=Ref(x.step)),
        msg("Add {options}.", options=Ref("--evidence E1, --justification @reason.txt")),
    ),
    e.RatingRefused: lambda x: (
        msg("Ratings go from {low} to {high}; {value} is none.", low=x.low, high=x.high, value=x.value),
        None,
    ),
    e.BadRating: lambda x: (
        msg("“{value}” is no step and criterion with a grade.", value=x.value),
        msg("Type it like {example}.", example=Ref("S2.effectiveness=3")),
    ),
    e.RevisionConflict: _conflict,
    e.NoSuchRevision: lambda x: (
        msg("There is no revision {number}.", number=Ref(str(x.number))),
        msg("See {command}.", command=Ref("tracker history")),
    ),
    e.NothingToUndo: lambda _: (
        msg("This office has nothing left to take back."),
        msg("The change of another office needs its number, for example {command}", command=Ref("tracker undo 12")),
    ),
    e.NothingToRedo: lambda _: (msg("There is nothing to bring back."), None),
    e.ChangedSince: _changed_since,
    e.StillShown: lambda x: (
        msg("{code} still shows the text ({field}).", code=Ref(x.record), field=field_name(x.field)),
        msg("Change it there first, then erase it from the history."),
    ),
    e.BeforeFirst: lambda x: (
        msg("The tracker did not exist on {day}; it begins on {first}.", day=Day(x.day), first=Day(x.first)),
        None,
    ),
    e.BadValue: _bad_value,
    e.BadDate: bad_date,
    e.HijriRange: hijri_range,
    e.BadNumber: bad_number,
    e.BadPercent: bad_percent,
    e.Unreadable: lambda x: (msg("{value} cannot be read.", value=x.value), None),
    e.TextTooLong: lambda x: (
        msg(
            "{name} has {length} characters; {limit} are allowed.", name=_place(x.name), length=x.length, limit=x.limit
        ),
        msg("Keep the document elsewhere and attach its reference."),
    ),
    e.PersonalData: _personal,
    e.UnknownSortKey: lambda x: (
        msg("These records cannot be sorted by “{key}”.", key=x.key),
        msg("Possible: {values}.", values=_codes(x.keys)),
    ),
    e.NeedsAnswer: lambda x: (
        msg("This needs an answer, and nothing asks in a pipe."),
        msg("Add {option}.", option=Ref(x.option)),
    ),
    e.NeedsOffice: lambda _: (
        msg("No office was named that verifies."),
        msg(
            "Name it, for example with {option}, or once for all: {command}",
            option=Ref("--by LY/liaison"),
            command=Ref("tracker config by LY/liaison"),
        ),
    ),
    e.UnknownCommand: lambda x: (
        msg("There is no command “{name}”.", name=x.name),
        msg("Did you mean {codes}?", codes=Ref(f"tracker {x.near[0]}")) if x.near else _see_help(""),
    ),
    e.TooManyWords: lambda x: (msg("There is no place for “{words}”.", words=" ".join(x.words)), _see_help(x.command)),
    e.BadPartyCode: lambda x: (
        msg(
            "“{value}” is no code of a party; that is up to eight Latin letters, "
            "or two such groups with a hyphen between: {examples}.",
            value=x.value,
            examples=Many((Ref("SEC"), Ref("LY-TRN"))),
        ),
        None,
    ),
    e.BadPlace: lambda x: (
        msg("“{value}” does not begin with a country.", value=x.value),
        msg(
            "Type two letters for the country, and the city after a slash: {examples}.",
            examples=Many((Ref("TR"), Ref("LY/…"))),
        ),
    ),
    e.BadDelegation: lambda x: (
        msg("“{value}” is no office with a number of participants.", value=x.value),
        msg("Type it like {example}; never the names of people.", example=Ref("LY/min=6")),
    ),
    e.EmptyText: lambda x: (
        msg("{name} cannot be empty.", name=_place(x.name)),
        msg("To empty a field, type --clear with its name.") if x.clears else None,
    ),
    e.Contradictory: lambda x: (msg("At most one of these makes sense: {options}.", options=_codes(x.options)), None),
    e.BadSheet: bad_sheet,
    e.SheetRefused: lambda x: sheet_refused(x, worded(x.cause)),
    e.NotInFormat: lambda x: (
        msg("{kind} cannot be written as {form}.", kind=Ref(x.kind), form=Ref(x.form)),
        msg("Possible: {values}.", values=_codes(x.formats)),
    ),
    e.OptionElsewhere: lambda x: (
        msg("{option} means nothing for {kind}.", option=Ref(x.option), kind=Ref(x.kind)),
        msg("It belongs to: {kinds}.", kinds=_codes(x.kinds)),
    ),
    e.BinaryOnTerminal: lambda x: (
        msg("A terminal cannot show a file of the format {form}.", form=Ref(x.form)),
        msg("Write it to a file with {option}.", option=Ref(f"-o report.{x.form}")),
    ),
    e.MissingExtra: lambda x: (
        msg("What writes {form} is not installed.", form=Ref(x.form)),
        msg("Install it: {command}", command=Ref(f"pip install 'tracker[{x.extra}]'")),
    ),
    e.NotLetterhead: lambda x: (
        msg("{path} is not a Word file.", path=x.path),
        msg("A letterhead is a file that Word saved as {form}.", form=Ref(".docx")),
    ),
    e.OptionOfFormat: lambda x: (
        msg("{option} belongs to files of the format {form}.", option=Ref(x.option), form=Ref(x.form)),
        msg("Write it to a file with {option}.", option=Ref(f"-o report.{x.form}")),
    ),
    e.NeedsTerminal: lambda x: (
        msg("{option} needs a person at a terminal.", option=Ref(x.option)),
        _see_help(x.command),
    ),
    e.NoShell: lambda _: (
        msg("The shell in use cannot be recognized."),
        msg("Name it: {command}.", command=Ref("tracker --install-completion bash")),
    ),
    e.NoEditor: lambda x: (
        msg("The editor {name} cannot be started: {cause}.", name=x.name, cause=cause_of(x.cause))
        if x.name
        else msg("No editor was found."),
        msg("Name one in the variable {variable}.", variable=Ref("EDITOR")),
    ),
    e.EditorFailed: lambda x: (
        msg("The editor {name} ended with error {status}.", name=x.name, status=Ref(str(x.status))),
        _UNTOUCHED,
    ),
    e.BadEdit: bad_edit,
    e.NothingAsked: lambda x: (
        msg("Nothing was named that should change; a note alone changes nothing."),
        _see_help(x.command),
    ),
    e.BadConfig: lambda x: (
        msg("{path} cannot be read; line {line} is not TOML.", path=x.path, line=x.line)
        if x.line
        else msg("{path} cannot be read; it is not TOML.", path=x.path),
        msg("Mend the file, or set what you need, for example {command}", command=Ref("tracker config lang ar")),
    ),
    e.OutputFailed: lambda x: (msg("The output could not be written: {cause}.", cause=cause_of(x.cause)), None),
}
