"""backup: make, list, restore."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.session import Session
from tracker.errors import BadValue, NoSuchBackup
from tracker.reports.backups import backups_report
from tracker.reports.changed import planned_report
from tracker.reports.message import mark, msg
from tracker.store.backups import list_backups, make_backup
from tracker.store.engine import FileEngine

ACTIONS = ("make", "list", "restore")


def backup(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="[make|list|restore]")] = "make",
    name: Annotated[str | None, typer.Argument(metavar=mark("[NAME]"))] = None,
) -> None:
    """Make, list or restore backups."""
    session: Session = ctx.obj
    if action not in ACTIONS:
        raise BadValue(action, "backup", ACTIONS)
    {"make": _make, "list": _list, "restore": _restore}[action](session, name)


def _make(session: Session, _: str | None) -> None:
    path = Path(session.place[0]).expanduser()
    made = make_backup(path)
    session.out.write_text(session.words.message(msg("Backup {name} was made.", name=made.name)))


def _list(session: Session, _: str | None) -> None:
    found = list_backups(Path(session.place[0]).expanduser())
    rows = [(b.name, b.time.isoformat(), b.kind, b.size, b.good) for b in found]
    session.show(backups_report(rows, session.today))


def _restore(session: Session, name: str | None) -> None:
    """A restore is a revision: it can be undone like any other change."""
    found = list_backups(Path(session.place[0]).expanduser())
    wanted = next((b for b in found if b.name == name), None)
    if wanted is None:
        raise NoSuchBackup(session.place[0], name or "", tuple(b.name for b in found[:-4:-1]))
    state = FileEngine(Path(wanted.path)).read()
    if state is None:
        raise NoSuchBackup(session.place[0], wanted.name)
    store = session.store
    planned = store.replace_all(session.act("restore", wanted.name, dry=True), state.documents)
    if planned.revision is not None and not session.flag("dry_run"):
        session.show_aside(planned_report(planned.revision, session.today))
        if not session.confirm(msg("Restore this? (yes/no)")):
            session.say(msg("Nothing was changed."))
            return
    session.show_outcome(store.replace_all(session.act("restore", wanted.name), state.documents))
