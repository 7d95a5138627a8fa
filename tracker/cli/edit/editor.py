"""The user's editor, run on a file that only the user can read."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tracker import errors
from tracker.settings import user_folder
from tracker.store.file import refusals

USUAL = ("editor", "nano", "vi")


def new_file(name: str, text: str) -> Path:
    """A file with the text that only its user can read, and that outlives the command.

    Raises `CannotWrite`, `NoSpace`.
    """
    folder = user_folder("state") / "edits"
    with refusals.writing(str(folder)):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            number, path = tempfile.mkstemp(".toml", f"{name}-", folder)
        except OSError:  # no home, or nothing can be written there
            number, path = tempfile.mkstemp(".toml", f"tracker-{name}-")
        with os.fdopen(number, "wb") as file:
            file.write(text.encode())
    return Path(path)


def content_of(path: Path, most: int) -> bytes:
    """Read what the editor left, at most one byte more than `most`; raises `CannotRead`."""
    with refusals.reading(str(path)), path.open("rb") as file:
        return file.read(most + 1)


def run_editor(path: Path, environ: Mapping[str, str]) -> None:
    """Waits for the editor to end; raises `NoEditor` when none can be started and `EditorFailed` when it says so."""
    words = _command(environ)
    screen = None if sys.stdout.isatty() else sys.stderr  # the result goes elsewhere, the editor to the person
    try:
        with _left_to_the_editor():
            status = subprocess.run([*words, str(path)], stdout=screen, check=False).returncode
    except (OSError, ValueError) as error:
        raise errors.NoEditor(words[0], getattr(error, "strerror", None) or "") from error
    if status:
        raise errors.EditorFailed(words[0], status)


def _command(environ: Mapping[str, str]) -> list[str]:
    """The editor that is to be started: $VISUAL, $EDITOR, else what there usually is; with its arguments."""
    for variable in ("VISUAL", "EDITOR"):
        given = environ.get(variable, "").strip()
        if given:
            return _words(given)
    if sys.platform == "win32":
        return ["notepad"]
    found = next((name for name in USUAL if shutil.which(name)), None)
    if found is None:
        raise errors.NoEditor("")
    return [found]


def _words(given: str) -> list[str]:
    try:
        words = shlex.split(given, posix=sys.platform != "win32")
    except ValueError:  # a quotation mark without its twin
        return [given]
    return [word.strip('"') if sys.platform == "win32" else word for word in words] or [given]


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Leave Ctrl-C to the editor, whose key it is; were it ignored here, the editor would inherit that."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
