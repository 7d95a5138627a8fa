"""The command `remove`."""

import typer

from tracker.cli.input import values
from tracker.cli.options import Codes, IfRev, Note, Reason
from tracker.cli.session import Session
from tracker.message import msg
from tracker.model.changes.removal import remove as removed
from tracker.reports.answers.changed import planned_report
from tracker.text.input.lists import split_list


def remove(
    ctx: typer.Context,
    codes: Codes,
    note: Note = None,
    reason: Reason = None,
    if_rev: IfRev = None,
) -> None:
    """Remove records; history keeps them."""
    session: Session = ctx.obj
    found = [session.tracker.find(code) for text in codes for code in split_list(text)]
    wanted, today = [record.id for _, record in found], session.today
    note, reason = values.note_and_reason(session, note, reason)
    if not session.flag("dry_run") and not session.flag("yes"):
        planned = session.store.change(session.act("remove", dry=True), lambda tracker: removed(tracker, wanted, today))
        session.show_aside(planned_report(planned.before, planned.revision, today))
        session.agree(msg("Confirm? (yes/no)"))
    expected = values.expected(if_rev, *wanted) or {record.id: record.rev for _, record in found}
    act = session.act("remove", reason or note, expected)
    session.change(act, lambda tracker: removed(tracker, wanted, today))
