"""Files that commands write: replaced only when complete, and never a tracker."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from tracker.cli.session import Session
from tracker.errors import AlreadyExists, CannotWrite, NoSpace


def write_out(session: Session, path: Path, text: Iterable[str]) -> None:
    """Puts a text at a path; raises `AlreadyExists` for a tracker's place, `CannotWrite`, `NoSpace`."""
    if _is_tracker(session, path):
        raise AlreadyExists(str(path))
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(text)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        failure = NoSpace if error.errno in (28, 122) else CannotWrite
        raise failure(str(path), error.strerror or "") from error


def _is_tracker(session: Session, path: Path) -> bool:
    try:
        if path.exists() and path.samefile(Path(session.place[0]).expanduser()):
            return True
        with path.open("rb") as file:
            return file.read(12).startswith(b'{"_meta": {"')
    except OSError:
        return False
