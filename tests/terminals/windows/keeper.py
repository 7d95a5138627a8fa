"""Runs a command and ends all that came of it, daemons included, when standard input closes.

`python -I keeper.py COMMAND…`. Terminals start servers that leave their process group (D-Bus, tmux, screen); as
their sub-reaper this process inherits them. A killed test closes our input too, so nothing outlives it.
"""

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_STEP = 0.02


def main() -> None:
    """Gives 0; the command's own end does not matter as long as its window may have moved to another process."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        while not select.select([sys.stdin], [], [], 60)[0]:
            pass
    finally:
        for signal_number, seconds in ((signal.SIGTERM, 1.5), (signal.SIGKILL, 3.0)):
            _end(signal_number, seconds)


def _end(signal_number: signal.Signals, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    told: set[int] = set()
    while (left := _descendants()) and time.monotonic() < deadline:
        for process in left - told:
            _tell(process, signal_number)
        told |= left
        time.sleep(_STEP)


def _tell(process: int, signal_number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal_number)


def _descendants() -> set[int]:
    """All living processes below this one, after having taken leave of the dead."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return set()
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            parents[int(entry.name)] = _parent(entry)
    found = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])
    except OSError:
        return 0


if __name__ == "__main__":
    main()
