"""The command `backup`: make, list, restore."""

from pathlib import Path
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.input.choices import Listed
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.reports.answers.backups import backups_report
from tracker.reports.answers.changed import planned_report
from tracker.reports.answers.done import done_report
from tracker.reports.answers.history import machine_revision
from tracker.reports.report import Ref
from tracker.store.edits import restore
from tracker.store.file.backups import Backup, list_backups, put_back
from tracker.store.file_engine import FileEngine

ACTIONS = ("make", "list", "restore")


def backup(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(click_type=Listed("backup", ACTIONS), metavar=mark("[VALUE]"))] = "make",
    name: Annotated[str | None, typer.Argument(metavar=mark("[NAME]"))] = None,
) -> None:
    """Make, list or restore backups."""
    session: Session = ctx.obj
    act = {"make": _make, "list": _list, "restore": _restore}[action]
    if name is not None and act is not _restore:
        raise errors.TooManyWords(name)
    act(session, name)


def _make(session: Session, _: str | None) -> None:
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    with session.working(msg("Making a backup …")):
        made = session.store.engine.back_up()
    done = msg("Backup {name} was made.", name=Ref(made.name))
    session.show(done_report("backup", session.today, done, {"name": made.name, "path": made.path, "size": made.size}))


def _list(session: Session, _: str | None) -> None:
    rows = [(b.name, b.time.isoformat(), b.kind, b.size, b.good) for b in list_backups(session.path)]
    session.show(backups_report(rows, session.today))


def _restore(session: Session, name: str | None) -> None:
    """Restore a backup: over a good file as a revision that can be undone; an unreadable one is replaced and kept."""
    found = list_backups(session.path)
    wanted = next((b for b in found if b.name == name and b.good), None)
    if wanted is None:
        raise errors.NoSuchBackup(session.place[0], name or "", tuple(b.name for b in found[:-4:-1]))
    if _readable(session):
        _restore_as_revision(session, wanted)
    elif session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
    else:
        session.agree(msg("The file cannot be read. Put this backup in its place? (yes/no)"))
        put_back(session.path, wanted)
        done = session.store.remark(session.act("restore", wanted.name))
        text = msg("{name} is in place again; the broken file is kept among the backups.", name=Ref(wanted.name))
        session.show(done_report("restore", session.today, text, machine_revision(done)))


def _readable(session: Session) -> bool:
    try:
        session.store.load()
    except (errors.Corrupt, errors.DatabaseMissing):
        return False
    return session.is_taken


def _restore_as_revision(session: Session, wanted: Backup) -> None:
    store, state = session.store, FileEngine(Path(wanted.path)).read()
    if state is None:  # given up by rotation meanwhile
        raise errors.NoSuchBackup(session.place[0], wanted.name)
    with session.working(msg("Comparing with the backup …")):
        planned = restore(store, session.act("restore", wanted.name, dry=True), state.documents)
    if planned.revision is not None and not session.flag("dry_run"):
        session.show_aside(planned_report(planned.after, planned.revision, session.today))
        session.agree(msg("Restore this? (yes/no)"))
    with session.working(msg("Restoring the backup …")):
        outcome = restore(store, session.act("restore", wanted.name), state.documents)
    session.show_outcome(outcome)
