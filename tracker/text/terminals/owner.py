"""The program that owns the session: the parent of the process that leads it. Read from /proc, Linux only.

Unlike variables this does not leak from one terminal into another.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from tracker.text.terminals.families import FAMILIES, Recognition, recognition_of

_NAMES = {name: family for family, known in FAMILIES.items() for name in known.processes}

# They open a terminal of their own inside another one and pass on what is written to it.
_TRANSPARENT = frozenset({"sudo", "su", "doas", "runuser", "script"})
_STEPS = 4


class Owner(NamedTuple):
    """The process number (0: not to be seen) and the name that the system keeps of it, at most 15 characters."""

    pid: int
    name: str


NOBODY = Owner(0, "")


def owner(pid: int = 0) -> Owner:
    """The program that owns the session of a process (0: ours); `NOBODY` where that cannot be seen."""
    if sys.platform != "linux":
        return NOBODY
    try:
        for _ in range(_STEPS):
            number = _parent(os.getsid(pid))
            name = _name(number)
            if name not in _TRANSPARENT:
                return Owner(number, name)
            pid = number
    except (OSError, ValueError):
        pass
    return NOBODY


def by_owner(found: Owner) -> Recognition | None:
    """The terminal, where the owner's name is that of one."""
    family = _NAMES.get(found.name)
    return recognition_of(family, "owner", found.name) if family else None


def executable(found: Owner) -> str:
    """The file that the owner runs; its name where that is not to be seen."""
    try:
        return str(Path(f"/proc/{found.pid}/exe").readlink()) if found.pid else ""
    except OSError:
        return found.name


def _stat(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")


def _parent(pid: int) -> int:
    return int(_stat(pid).rpartition(")")[2].split()[1])


def _name(pid: int) -> str:
    """The text between the outermost brackets; a name may hold brackets itself."""
    return _stat(pid).partition("(")[2].rpartition(")")[0]
