"""init, import and export."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.incoming import check_unchanged, fit_to_keep
from tracker.cli.kind_words import kind_of
from tracker.cli.options import Force, Note, Out, Reason
from tracker.cli.outfile import put_out
from tracker.cli.session import Session
from tracker.cli.sources import standard_input
from tracker.cli.suggestions import one_of
from tracker.errors import AlreadyExists, CannotRead, NotInFormat
from tracker.model.revision import Document, Revision
from tracker.reports.changed import planned_report
from tracker.reports.done import done_report
from tracker.reports.history import machine_revision
from tracker.reports.message import count, mark, msg
from tracker.store.exchange import exported, read_export
from tracker.store.merge import merge
from tracker.store.mounts import risky_place
from tracker.store.open import template_state
from tracker.store.state import State
from tracker.store.template import TEMPLATES
from tracker.views.machine import dumps


def init(
    ctx: typer.Context,
    template: Annotated[
        str, typer.Option(metavar="|".join(TEMPLATES), help=mark("What the new tracker starts from."))
    ] = "article",
    note: Note = None,
) -> None:
    """Make a new tracker."""
    session: Session = ctx.obj
    name = one_of(template, "template", TEMPLATES)
    store = session.store_to_make(lambda: template_state(name))
    place = session.place[0]
    if session.is_taken:
        raise AlreadyExists(place)
    said = values.text(session, note)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    _created(session, store.create(session.act("init", said), template_state(name)))
    risk = risky_place(place)
    if risk:
        session.warn(
            msg("{path} is on a shared or synchronized drive ({kind}), where no file is safe.", path=place, kind=risk)
        )


def _created(session: Session, revision: Revision) -> None:
    place = session.place[0]
    done = msg("The tracker was created at {path}.", path=place)
    session.show(done_report("revision", session.today, done, {"path": place, **machine_revision(revision)}))


def export(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="[all|meetings]")] = "all",
    output: Out = None,
) -> None:
    """Write everything as JSON, or the meetings for a calendar."""
    session: Session = ctx.obj
    content: bytes | list[str]
    if kind_of(kind, "export", ("all", "meetings")) == "meetings":
        content = _calendar(session, output)
    else:
        content = [dumps(exported(session.store))]
    if output not in (None, "-"):
        put_out(session, str(output), content)
    elif isinstance(content, bytes):
        session.out.write_bytes(content)
    else:
        session.out.write_raw(content)


def _calendar(session: Session, output: str | None) -> bytes:
    """The meetings as iCalendar; raises `NotInFormat` for a file of another name."""
    from tracker.model.assessment import assess  # noqa: PLC0415 - only for calendars
    from tracker.views import calendar  # noqa: PLC0415 - as above

    ending = Path(output or "").suffix.removeprefix(".").lower()
    if ending not in ("", "ics"):
        raise NotInFormat("meetings", ending, ("ics",))
    tracker, state = session.tracker, session.state
    left_out = len(tracker.meetings) - len(calendar.dated(tracker.meetings.values()))
    if left_out:
        session.warn(
            count("{n} meeting without a day was left out.", "{n} meetings without a day were left out.", left_out)
        )
    first = next(iter(session.store.revisions()), None)
    identity = first.uuid if first else "article"
    return calendar.render(tracker, assess(tracker, session.today), session.words, identity, state.standing.at)


def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=mark("FILE"))],
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Take in an exported tracker."""
    session: Session = ctx.obj
    values.required_reason(force, reason, file)
    read, revisions = read_export(_read(file), file)
    said = values.text(session, note, force=force) or values.text(session, reason, force=force)
    if not session.is_taken:
        incoming = fit_to_keep(session, read, file, {}, force=force)
        check_unchanged(read, incoming, revisions, file)
        _adopt(session, said, incoming, revisions)
        return
    incoming = fit_to_keep(session, read, file, session.state.documents, force=force)
    planned = merge(session.store, session.act("import", said, dry=True), incoming, revisions)
    if planned.revision is not None and not session.flag("dry_run"):
        session.show_aside(planned_report(planned.after, planned.revision, session.today))
        session.agree(msg("Take this in? (yes/no)"))
    changes = planned.revision.changes if planned.revision else ()
    expected = {c.code: planned.before.find(c.code)[1].rev for c in changes if c.before}
    session.show_outcome(merge(session.store, session.act("import", said, expected), incoming, revisions))


def _adopt(session: Session, said: str | None, incoming: State, revisions: list[Document]) -> None:
    """Into a place that holds nothing: with its history."""
    store = session.store_to_make(lambda: incoming)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    _created(session, store.adopt(session.act("import", said), incoming, revisions))


def _read(file: str) -> bytes:
    if file == "-":
        return standard_input()
    try:
        return Path(file.removeprefix("@")).read_bytes()
    except (OSError, ValueError) as error:
        raise CannotRead(file, getattr(error, "strerror", None) or "") from error
