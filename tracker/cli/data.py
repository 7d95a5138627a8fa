"""init, import and export."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.options import Note, Out
from tracker.cli.outfile import write_out
from tracker.cli.session import Session
from tracker.errors import AlreadyExists, BadValue, CannotRead
from tracker.reports.changed import planned_report
from tracker.reports.message import mark, msg
from tracker.store.exchange import exported, merge, read_export
from tracker.store.mounts import risky_place
from tracker.store.open import template_state
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
    if template not in TEMPLATES:
        raise BadValue(template, "template", TEMPLATES)
    store = session.store_to_make(lambda: template_state(template))
    path = session.place[0]
    if Path(path).expanduser().exists():
        raise AlreadyExists(path)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    store.create(session.act("init", values.text(session, note)), template_state(template))
    session.out.write_text(session.words.message(msg("The tracker was created at {path}.", path=path)))
    risk = risky_place(path)
    if risk:
        session.warn(
            msg("{path} is on a shared or synchronized drive ({kind}), where no file is safe.", path=path, kind=risk)
        )


def export(ctx: typer.Context, output: Out = None) -> None:
    """Write everything as JSON."""
    session: Session = ctx.obj
    text = dumps(exported(session.store))
    if output in (None, "-"):
        session.out.write_raw([text])
        return
    write_out(session, Path(str(output)), [text])
    session.say(msg("Written to {path}.", path=str(output)))


def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=mark("FILE"))],
    note: Note = None,
) -> None:
    """Take in an exported tracker."""
    session: Session = ctx.obj
    incoming, revisions = read_export(_read(file), file)
    said = values.text(session, note)
    if not Path(session.place[0]).expanduser().exists():
        store = session.store_to_make(lambda: incoming)
        if session.flag("dry_run"):
            session.say(msg("Nothing was changed."))
            return
        store.adopt(session.act("import", said), incoming, revisions)
        session.say(msg("The tracker was created at {path}.", path=session.place[0]))
        return
    planned = merge(session.store, session.act("import", said, dry=True), incoming)
    if planned.revision is not None and not session.flag("dry_run"):
        session.show_aside(planned_report(planned.revision, session.today))
        if not session.confirm(msg("Take this in? (yes/no)")):
            session.say(msg("Nothing was changed."))
            return
    changes = planned.revision.changes if planned.revision else ()
    expected = {c.code: planned.before.find(c.code)[1].rev for c in changes if c.before}
    session.show_outcome(merge(session.store, session.act("import", said, expected), incoming))


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CannotRead(file, error.strerror or "") from error
