"""The option `--install-completion`: the script where its shell looks for it, and the line that loads it."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tracker.cli.completion.script import SCRIPTS, known_shell
from tracker.cli.session import Session
from tracker.message import Message, msg
from tracker.reports.answers.done import done_report
from tracker.reports.report import Many, Ref
from tracker.store.file import named, refusals

LARGEST = 1 << 20
ZSH = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"


class Place(NamedTuple):
    """The place where a shell finds the script, and the line of its start-up file that leads there; fish needs none."""

    script: Path
    start: Path | None = None
    line: str = ""


def install_script(session: Session, shell: str) -> None:
    """Installs completion for a shell, the one in use where none is named, and says where.

    Raises `BadValue`, `NoShell`, `CannotWrite`, `NoSpace`.
    """
    name = known_shell(session.environ, shell)
    place = _place(name, session.environ)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    changed = _written(place.script, SCRIPTS[name].encode())
    if place.start:
        changed |= _with_line(place.start, place.line.encode())
    paths = [str(path) for path in (place.script, place.start) if path]
    session.show(done_report("completion", session.today, _told(name, paths, changed), {"shell": name, "paths": paths}))
    if changed:
        session.say(msg("It works in every {shell} that is started from now on.", shell=Ref(name)))


def _told(shell: str, paths: list[str], changed: bool) -> Message:
    where = Many(tuple(Ref(path) for path in paths))
    if changed:
        return msg("Completion for {shell} was installed in {paths}.", shell=Ref(shell), paths=where)
    return msg("Completion for {shell} is already installed in {paths}.", shell=Ref(shell), paths=where)


def _place(shell: str, environ: Mapping[str, str]) -> Place:
    """The places that Typer uses, and other programs with it."""
    home = Path.home()
    if shell == "fish":
        return Place(Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "fish" / "completions" / "tracker.fish")
    if shell == "zsh":
        return Place(home / ".zfunc" / "_tracker", Path(environ.get("ZDOTDIR") or home) / ".zshrc", ZSH)
    script = home / ".bash_completions" / "tracker.sh"
    return Place(script, home / ".bashrc", f"source {shlex.quote(str(script))}")


def _written(path: Path, content: bytes) -> bool:
    """Writes the file unless it holds that already; whether it did. Raises `CannotWrite`, `NoSpace`, `NotAFile`."""
    with refusals.writing(str(path)):
        real = named.place(path)
        if real.is_file() and named.read(real, LARGEST) == content:
            return False
        real.parent.mkdir(parents=True, exist_ok=True)
        named.write(real, [content], named.PUBLIC)
    return True


def _with_line(path: Path, line: bytes) -> bool:
    """Put a line at the end of the file unless it has it; tells whether it did. All else in the file is the user's."""
    with refusals.writing(str(path)):
        real = named.place(path)
        before = named.read(real, LARGEST) if real.is_file() else b""
    if line in before.splitlines():
        return False
    return _written(path, before + (b"" if before.endswith(b"\n") or not before else b"\n") + line + b"\n")
