"""The files that commands write: regular ones, replaced only when complete, never a tracker."""

from collections.abc import Iterable
from pathlib import Path

from tracker import errors
from tracker.cli.session import Session
from tracker.message import msg
from tracker.reports.answers.done import done_report
from tracker.settings import user_folder
from tracker.store.file import named, refusals
from tracker.store.file.disk import PRIVATE
from tracker.store.file.likeness import BESIDE, belongs_to_a_tracker
from tracker.text.printable import inert

PIPE = "-"


def put_out(session: Session, output: str | None, text: bytes | Iterable[str]) -> None:
    """Writes a file and says so, with its facts for --json, or writes to the pipe. Raises as `write_out`."""
    if output is None or output == PIPE:
        if isinstance(text, bytes):
            session.out.write_bytes(text)
        else:
            session.out.write_raw(text)
    elif not write_out(session, output, text):
        session.say(msg("Nothing was changed."))
    elif session.flag("json"):
        session.show(done_report("file", session.today, msg("Written to {path}.", path=output), {"path": output}))
    else:
        session.say(msg("Written to {path}.", path=output))


def write_out(session: Session, output: str, text: bytes | Iterable[str]) -> bool:
    """Puts a text or a binary document at a path; what was there stays until all of it is on the disk.

    With --dry-run nothing is written. Raises `AlreadyExists` for a tracker, its lock and its backups, `NotAFile`,
    `LinkOfOthers`, `CannotWrite`, `NoSpace`. True if something was written.
    """
    with refusals.writing(output):
        path = named.place(named.expanded(output))
        refuse_trackers(session, path, output)
        if session.flag("dry_run"):
            return False
        named.write(path, _chunks(text), _mode(session, path))
    return True


def make_folder(folder: str) -> None:
    """Makes a folder where there is none; raises `CannotWrite`, `NoSpace`."""
    with refusals.writing(folder):
        named.expanded(folder).mkdir(parents=True, exist_ok=True)


def refuse_trackers(session: Session, path: Path, shown: str) -> None:
    """Refuse to write over the tracker in use, what belongs to it, and any other tracker. Raises OSError too."""
    own = session.path.resolve()
    belonging = [own, *(own.with_name(own.name + ending) for ending in BESIDE)]
    if not {path, *path.parents}.isdisjoint(belonging) or belongs_to_a_tracker(path):
        raise errors.AlreadyExists(shown)


def _mode(session: Session, path: Path) -> int:
    """The rights of a new file: beside the data its owner's alone."""
    folders = {session.path.resolve().parent, user_folder("data").resolve()}
    return named.PUBLIC if folders.isdisjoint(path.parents) else PRIVATE


def _chunks(text: bytes | Iterable[str]) -> Iterable[bytes]:
    if isinstance(text, bytes):
        return (text,)
    return (inert(chunk).encode("utf-8", "replace") for chunk in text)
