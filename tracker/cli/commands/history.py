"""The commands `history`, `note`, `undo`, `redo` and `redact`: revisions read, taken back, and made of words alone."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.input import values
from tracker.cli.input.office_search import find_office
from tracker.cli.options import Code, Force, Reason
from tracker.cli.parser import names_of
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import Message, count, mark, msg
from tracker.model.history.labels import labels
from tracker.model.history.revision import Revision
from tracker.model.history.undo import to_redo, to_undo
from tracker.model.records.record import Record
from tracker.reports.answers.changed import planned_report
from tracker.reports.answers.history import history_report, verification_report
from tracker.reports.report import Day, Ref
from tracker.settings import user_folder
from tracker.store.file.backups import remove_all
from tracker.store.redacting import redact as redact_revision
from tracker.store.verified import keep_verified
from tracker.store.verify import verify_chain
from tracker.text.input.parse_date import parse_date

SHOWN = 50
NOTED = mark("TEXT")


def history(
    ctx: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar=mark("[CODE]"))] = None,
    since: Annotated[str | None, typer.Option(metavar=mark("DATE"), help=mark("Changes from that day on."))] = None,
    limit: Annotated[
        str | None, typer.Option(*names_of("limit"), metavar="N", help=mark("Show at most this number, newest first."))
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar=mark("OFFICE"), help=mark("Changes made by this office."))
    ] = None,
    verify: Annotated[bool, typer.Option("--verify", help=mark("Check the whole chain and print its head."))] = False,
) -> None:
    """Show what changed."""
    session: Session = ctx.obj
    if verify:
        _verify(session)
        return
    tracker = session.tracker
    record = tracker.find(code)[1] if code else None
    found = _newest_first(session, record)
    office = by or session.options.get("by")
    first = parse_date(since, session.today) if since else None
    if first:
        found = (r for r in found if session.local_day(r.at) >= first)
    if office:
        wanted = str(find_office(tracker, office))
        found = (r for r in found if r.by == wanted)
    most = values.natural(limit)
    shown = list(islice(found, SHOWN if most is None else most))
    none = _none(first, session.today) if first else msg("No change matches.") if record or office else None
    of = record.id if record else ""
    session.show(history_report(tracker, shown, session.today, none=none, names=_labels(session), of=of))


def _none(first: date, today: date) -> Message:
    if first > today:
        return msg("{day} is in the future, so nothing has changed since then.", day=Day(first))
    return msg("Nothing has changed since {day}.", day=Day(first))


def _verify(session: Session) -> None:
    with session.working(msg("Verifying the history …")):
        result = verify_chain(session.store)
        if result.sound and not session.flag("dry_run"):
            keep_verified(user_folder("state"), session.store.engine)
    odd = [(each.place, each.said, each.told) for each in result.odd]
    session.show(verification_report(session.tracker, session.today, result.number, result.head, result.broken, odd))
    if not result.sound:
        raise typer.Exit(3)


def note(
    ctx: typer.Context,
    code: Code,
    text: Annotated[str, typer.Argument(metavar=NOTED)],
    public: Annotated[bool, typer.Option("--public", help=mark("Let the other side read it."))] = False,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Write a note on a record."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    with values.given_as("text"):
        written = values.new_text(session, text, NOTED, force=force)
    with values.given_as("reason"):
        why = values.text(session, reason, "--reason", force=force)
    with values.given_as("code"):
        _, record = session.tracker.find(code)
    said = f"{written} ({why})" if why else written
    if said and len(said) > values.LONGEST_TEXT:
        raise errors.TextTooLong(len(said), values.LONGEST_TEXT, NOTED)
    act = replace(session.act("note", said, about=(record.id,)), public=public)
    session.change(act, lambda tracker: tracker)


def undo(
    ctx: typer.Context,
    revision: Annotated[str | None, typer.Argument(metavar=mark("[REVISION]"))] = None,
) -> None:
    """Take back a change."""
    session: Session = ctx.obj
    found = _named(session, revision) if revision else to_undo(_newest_first(session), *_we(session))
    if found is None:
        raise errors.NothingToUndo(session.office)
    _take_back(session, "undo", found)


def redo(ctx: typer.Context) -> None:
    """Bring back what was taken back."""
    session: Session = ctx.obj
    found = to_redo(_newest_first(session), *_we(session))
    if found is None:
        raise errors.NothingToRedo(session.office)
    _take_back(session, "redo", found)


def _we(session: Session) -> tuple[str, str]:
    """The office that acts, and the copy in which it does."""
    return session.office, session.state.standing.copy


def _newest_first(session: Session, record: Record | None = None) -> Iterator[Revision]:
    """The revisions, or those of a record; where copies were joined by their numbers, not as they came in."""
    code, uid = (record.id, record.uid) if record else (None, None)
    found = session.store.revisions(code=code, uid=uid, newest_first=True)
    if not session.state.standing.lines:
        return found
    return iter(sorted(found, key=lambda revision: (revision.number, revision.copy), reverse=True))


def _labels(session: Session) -> dict[str, str]:
    """The labels of the other copies' revisions, where numbers stand twice."""
    standing = session.state.standing
    return labels(session.store.revisions(), standing.copy) if standing.lines else {}


def _named(session: Session, text: str) -> Revision:
    """The revision of a number, ours if it stands twice, or of a label such as `TR 41`. Raises `NoSuchRevision`."""
    wanted = text.replace(" ", "").casefold()
    known = _labels(session)
    for revision in session.store.revisions():
        if known.get(revision.hash, "").replace(" ", "").casefold() == wanted:
            return revision
    return session.store.revision(values.number(text) or 0)


def _take_back(session: Session, command: str, taken: Revision) -> None:
    """Preview without a lock, ask, and do it only if the records have not moved meanwhile (rule 15.3)."""
    planned = session.store.undo(session.act(command, dry=True), taken)
    if not session.flag("dry_run") and not session.flag("yes"):
        session.show_aside(planned_report(planned.after, planned.revision, session.today))
        session.agree(msg("Confirm? (yes/no)"))
    revision = planned.revision
    expected = {c.code: planned.before.find(c.code)[1].rev for c in revision.changes if c.before} if revision else {}
    session.show_outcome(session.store.undo(session.act(command, expected=expected), taken))


def redact(
    ctx: typer.Context,
    revision: Annotated[str, typer.Argument(metavar=mark("REVISION"))],
    reason: Annotated[
        str | None, typer.Option(*names_of("reason"), metavar=mark("TEXT"), help=mark("Reason for erasing it."))
    ] = None,
    backups: Annotated[
        bool, typer.Option("--backups", help=mark("Remove the backups too; they hold the text."))
    ] = False,
) -> None:
    """Erase the text of a revision."""
    session: Session = ctx.obj
    number = values.natural(revision) or 0
    why = values.text(session, reason, "--reason")
    if not why:
        raise errors.NeedsReason(str(number), "redact")
    session.store.revision(number)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    session.agree(msg("Erase the text of revision {number} for good? (yes/no)", number=Ref(str(number))))
    done = redact_revision(session.store, session.act("redact", why), number)
    session.show(history_report(session.tracker, [done], session.today), answer=True)
    if backups:
        removed = len(remove_all(session.path))
        session.say(count("{n} backup was removed.", "{n} backups were removed.", removed))
    else:
        session.say(msg("Backups still hold the text; remove them with {option}.", option=Ref("--backups")))
