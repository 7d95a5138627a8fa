"""The files that commands write: replaced only when complete, never a tracker."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from tracker import errors
from tracker.cli.session import Session
from tracker.message import msg
from tracker.reports.answers.done import done_report
from tracker.store.file import refusals

_START_OF_TRACKER = b'{"_meta"'
_BESIDE_TRACKER = (".lock", ".backups")
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

    With --dry-run nothing is written. A link is followed; a device or a pipe is written to. Raises `AlreadyExists`
    for a tracker, its lock and its backups, `CannotWrite`, `NoSpace`. True if something was written.
    """
    path = Path(output).expanduser() if output.startswith("~") else Path(output)
    try:
        with refusals.writing(output):
            path = path.resolve()
            _refuse_trackers(session, path, output)
            if session.flag("dry_run"):
                return False
            _put(path, text)
    except (ValueError, RuntimeError) as error:  # what no path can be: a NUL, a circle of links, ~ of nobody
        raise errors.CannotWrite(output, os.strerror(errno.EINVAL)) from error
    return True


def make_folder(folder: str) -> None:
    """Makes a folder where there is none; raises `CannotWrite`, `NoSpace`."""
    with refusals.writing(folder):
        Path(folder).expanduser().mkdir(parents=True, exist_ok=True)


def _put(path: Path, text: bytes | Iterable[str]) -> None:
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if mode is not None and not stat.S_ISREG(mode):
        with path.open("wb") as device:
            device.writelines(_chunks(text))
        return
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.writelines(_chunks(text))
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _chunks(text: bytes | Iterable[str]) -> Iterable[bytes]:
    if isinstance(text, bytes):
        return (text,)
    return (chunk.encode("utf-8", "replace") for chunk in text)


def _refuse_trackers(session: Session, path: Path, output: str) -> None:
    """Refuse to write over the tracker in use, what belongs to it, and any other tracker."""
    own = Path(session.place[0]).expanduser().resolve()
    belonging = [own, *(own.with_name(own.name + suffix) for suffix in _BESIDE_TRACKER)]
    if not {path, *path.parents}.isdisjoint(belonging) or _starts_like_one(path):
        raise errors.AlreadyExists(output)


def _starts_like_one(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return b"".join(file.read(512).split()).startswith(_START_OF_TRACKER)
