"""Commitments: what somebody has promised, and until when."""

from datetime import date

from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import UPDATE
from tracker.cli.session import Session
from tracker.message import Message, mark
from tracker.model.changes import commitments
from tracker.model.changes.commitments import CommitmentChange as Change
from tracker.model.records.commitments import Commitment, Priority
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.store.act import Outcome


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    return commitments.add(tracker, given["source"], change, on, given["like"])


def _without_owner_or_date(session: Session, outcome: Outcome) -> None:
    """Warn of a commitment that can never be late, or is nobody's."""
    for new in outcome.after.made_since(outcome.before, "commitments"):
        lacks = [name for name, value in (("owner", new.owner), ("due", new.due)) if value is None]
        if lacks:
            command = Ref(" ".join(("tracker update-commitment", new.id, *(f"--{name} …" for name in lacks))))
            session.warn(Message(_LACKING[tuple(lacks)], {"code": Ref(new.id), "command": command}))


_LACKING = {
    ("owner", "due"): mark("{code} has no owner and no date, so it can never be late: {command}"),
    ("owner",): mark("{code} has no owner, so nobody is responsible for it: {command}"),
    ("due",): mark("{code} has no date, so it can never be late: {command}"),
}


NOUN = Noun(
    name="commitment",
    record=Commitment,
    letter="C",
    change=Change,
    add=_add,
    update=commitments.update,
    of_many=commitments.OF_MANY,
    add_all=commitments.add_all,
    of_known=commitments.OF_KNOWN,
    change_all=commitments.change_all,
    arguments=(
        fields.argument("source", mark("SOURCE"), commitments.SOURCES),
        texts.heading(Change.title_ar, "title", mark("TITLE")),
    ),
    fields=(
        fields.status(Change.status, Status, "masculine"),
        fields.day(Change.due, "due", mark("Due date; moving it needs --reason."), "end"),
        fields.owner(Change.owner),
        fields.evidence(Change.evidence),
        fields.word(Change.priority, Priority, "priority", mark("Priority.")),
        fields.code(Change.step, "step", mark("The step it belongs to."), metavar="S3", clear=True, offers=("steps",)),
        fields.day(Change.started_on, "started", mark("Date on which work on it began."), only=UPDATE),
        fields.day(Change.completed_on, "completed", mark("Date of completion."), "end", only=UPDATE),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", texts.TITLE),
        *texts.reason((Change.status_reason_ar, Change.status_reason_tr, Change.status_reason_en)),
        *texts.reason((Change.reschedule_reason_ar, Change.reschedule_reason_tr, Change.reschedule_reason_en)),
    ),
    asked=("owner", "due"),
    after=_without_owner_or_date,
    questions=("status", "due", "owner", "evidence"),
    columns="source title* status owner due original_due reschedules priority step started_on completed_on"
    " evidence status_reason* reschedule_reason*",
    likes=True,
)
