"""`report brief --issue`: the brief that went out is recorded, with its figures."""

from tracker.cli.session import Session
from tracker.message import msg
from tracker.model.records.initiatives import IssuedBrief
from tracker.model.state.assessment import assess
from tracker.model.state.progress import displayed
from tracker.reports.documents.request import Request
from tracker.reports.report import Day


def record_issue(session: Session, request: Request) -> None:
    """Record the brief in one revision, and say how to take that back. Raises what the store raises."""
    from tracker.model.changes.briefs import issue  # noqa: PLC0415 - when a brief is really issued
    from tracker.reports.answers.changed import undo_hint  # noqa: PLC0415 - as above

    brief, today = issued(request), session.today
    outcome = session.store.change(session.act("report"), lambda tracker: issue(tracker, brief, today))
    if session.flag("dry_run") or outcome.revision is None:
        session.say(msg("Nothing was changed."))
        return
    session.say(msg("The brief of {day} is recorded as issued.", day=Day(brief.date)))
    session.say(undo_hint(outcome.revision), "dim")


def issued(request: Request) -> IssuedBrief:
    """The record of the brief, with its figures as they were shown."""
    found = assess(request.tracker, request.day).figures
    return IssuedBrief(
        date=request.day,
        by=request.office,
        number=request.reference or None,
        declared=displayed(found.declared) if found else None,
        evidenced=displayed(found.evidenced) if found else None,
        expected=displayed(found.expected) if found and found.expected is not None else None,
    )
