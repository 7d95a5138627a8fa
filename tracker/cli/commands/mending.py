"""The option `check --fix`: takes changes by hand in as a revision, or seals the file where no record changed."""

from pathlib import Path

from tracker.cli.commands.incoming import fit_changes
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import msg
from tracker.model.history.revision import Revision
from tracker.reports.answers.changed import planned_report
from tracker.reports.report import Ref
from tracker.store.act import Act
from tracker.store.edits import Edits, edits_of, seal, take_in
from tracker.store.file.backups import paths_of


def mend(session: Session) -> Revision | None:
    """The revision that took the edits in, if there were any; raises `EditRefused` with the rule that they break."""
    edits = edits_of(session.store, session.state)
    if edits.changes:
        return _take_in(session, edits)
    if not session.store.engine.edited and not edits.standing:
        session.say(msg("Nothing had to be repaired."))
    elif session.flag("dry_run"):
        session.say(msg("The file will be sealed again, after a backup."))
    else:
        _seal(session, edits)
    return None


def _take_in(session: Session, edits: Edits) -> Revision | None:
    kept = fit_changes(session, edits.changes)
    planned = take_in(session.store, _act(session, dry=True), edits, kept)
    if session.flag("dry_run"):
        session.say(msg("It will be recorded as a revision, after a backup."))
        return None
    if not session.flag("yes"):
        session.show_aside(planned_report(planned.after, planned.revision, session.today))
    session.agree(msg("Record this as a revision? (yes/no)"))
    done = take_in(session.store, _act(session), edits, kept).revision
    if done is None:  # cleaning has left nothing of it
        _say_sealed(session)
        return None
    session.forget()
    session.say(
        msg(
            "Recorded as revision {number}; the backup {name} holds the file as it was. To take it back: {command}",
            number=Ref(str(done.number)),
            name=_newest(session),
            command=Ref(f"tracker undo {done.number}"),
        )
    )
    return done


def _seal(session: Session, edits: Edits) -> None:
    if edits.vouched is None:
        seal(session.store)
    else:
        take_in(session.store, _act(session), edits, ())
    _say_sealed(session)


def _say_sealed(session: Session) -> None:
    session.forget()
    session.say(msg("The file was sealed again; the backup {name} has it as it was.", name=_newest(session)))


def _act(session: Session, *, dry: bool = False) -> Act:
    """The act of nobody known: no office is known to have changed the file."""
    return replace(session.act("check", dry=dry), by="")


def _newest(session: Session) -> Ref:
    return Ref(Path(paths_of(session.path)[0]).name)
