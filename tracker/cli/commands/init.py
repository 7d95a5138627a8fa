"""The command `init`."""

from typing import Annotated

import typer

from tracker import errors
from tracker.cli.input import values
from tracker.cli.input.choices import Listed
from tracker.cli.options import Note
from tracker.cli.parser import VALUE
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.model.history.revision import Revision
from tracker.reports.answers.done import done_report
from tracker.reports.answers.history import machine_revision
from tracker.store.file.mounts import risky_place
from tracker.store.open import template_state
from tracker.store.template import TEMPLATES


def init(
    ctx: typer.Context,
    template: Annotated[
        str,
        typer.Option(
            click_type=Listed("template", TEMPLATES), metavar=VALUE, help=mark("What the new tracker starts from.")
        ),
    ] = "article",
    note: Note = None,
) -> None:
    """Make a new tracker."""
    session: Session = ctx.obj
    store = session.store_to_make(lambda: template_state(template))
    place = session.place[0]
    if session.is_taken:
        raise errors.AlreadyExists(place)
    note = values.text(session, note, "--note")
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    say_created(session, store.create(session.act("init", note), template_state(template)))
    risk = risky_place(place)
    if risk:
        session.warn(
            msg("{path} is on a shared or synchronized drive ({kind}), where no file is safe.", path=place, kind=risk)
        )


def say_created(session: Session, revision: Revision) -> None:
    """Tells where the new tracker is."""
    place = session.place[0]
    done = msg("The tracker was created at {path}.", path=place)
    session.show(done_report("revision", session.today, done, {"path": place, **machine_revision(revision)}))
