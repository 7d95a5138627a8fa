"""The multiplexers tmux and GNU screen, which answer questions themselves and swallow switches.

Variables inside them are those of the terminal where the session was first started, long closed perhaps.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

from tracker.text.terminals.environment import by_environment, outer_family
from tracker.text.terminals.families import Recognition, recognition_of
from tracker.text.terminals.owner import by_owner, owner

_SECONDS = 0.3
_FORMAT = "#{client_termname}|#{client_termtype}|#{client_pid}"
_TYPES = {"XTerm": "xterm", "Konsole": "konsole", "kitty": "kitty", "VTE": "vte", "foot": "foot", "WezTerm": "wezterm"}
_ROBUST = ("konsole", "kitty")  # that need something else than `e2`, which is right in all others that were measured


def by_multiplexer(name: str, environ: Mapping[str, str]) -> Recognition:
    """The terminal in which the multiplexer is looked at now, as far as that can be known."""
    if name == "tmux":
        found = by_client(_ask_tmux(environ))
        if found is not None:
            return found
    outer = outer_family(environ)
    if outer is not None and outer[0] in _ROBUST:
        return recognition_of(outer[0], name, outer[1], inside=True)
    return recognition_of("", name, "", inside=True)


def by_client(said: str) -> Recognition | None:
    """The terminal of the client by what tmux says: name in TERM, what the terminal calls itself, process."""
    term, _, rest = said.strip().partition("|")
    kind, _, pid = rest.rpartition("|")
    if not term:
        return None
    named = next((_TYPES[name] for name in _TYPES if kind.startswith(name)), "")
    if named:
        return recognition_of(named, "tmux", kind, inside=True)
    seen = by_owner(owner(int(pid[:9]))) if pid.isascii() and pid.isdecimal() else None
    found = seen or by_environment({"TERM": term}) or recognition_of("", "tmux", term)
    return recognition_of(found.family, "tmux", found.evidence, inside=True)


def _ask_tmux(environ: Mapping[str, str]) -> str:
    """Ask tmux about the client that looks at this pane; "" when it says nothing in time, or cannot be started here."""
    if sys.platform == "win32":
        return ""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as answer:
        try:
            child = os.posix_spawnp(
                "tmux",
                ["tmux", "display-message", "-p", _FORMAT],
                dict(environ),
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                    (os.POSIX_SPAWN_DUP2, writing, 1),
                    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                ],
            )
        except OSError:
            return ""
        finally:
            os.close(writing)
        return _line_of(child, answer.fileno())


def _line_of(child: int, reading: int) -> str:
    if sys.platform == "win32":
        return ""
    import select  # noqa: PLC0415 - only inside tmux
    import signal  # noqa: PLC0415 - as above

    said = b""
    while b"\n" not in said and select.select([reading], [], [], _SECONDS)[0]:
        part = os.read(reading, 1024)
        if not part:
            break
        said += part
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)  # it has answered, or has had its time
        os.waitpid(child, 0)
    return said.decode("utf-8", "replace")
