"""Running a program once and measuring what it took from the processor and from memory."""

import fcntl
import os
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

ROWS, COLUMNS = 45, 110
_KEPT = 1 << 16


class Cost(NamedTuple):
    """Processor time of one run in seconds, user and system, and its largest memory in megabytes."""

    cpu: float
    memory: float


class Failed(Exception):
    """A measured program did not end with 0, so its cost means nothing."""


def run(
    command: Sequence[str],
    environ: Mapping[str, str],
    folder: Path,
    *,
    terminal: bool = False,
    typed: bool = False,
    code: int = 0,
) -> Cost:
    """The cost of one run in `folder`, its output read through a pipe or a terminal, which is `typed` at if at all.

    Raises `Failed` where it does not end with that code.
    """
    reader, writer = _terminal() if terminal else os.pipe()
    given = writer if typed else subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, env=environ, cwd=folder, stdin=given, stdout=writer, stderr=writer)
    finally:
        os.close(writer)
    output = _end_of(reader)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != code:
        raise Failed(f"{' '.join(command)}: {process.returncode}\n{output.decode(errors='replace')}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _terminal() -> tuple[int, int]:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return ours, theirs


def _end_of(reader: int) -> bytes:
    """The last of what comes, all of it read: what this process keeps counts as memory of those that it starts."""
    kept = b""
    with suppress(OSError):  # a terminal that nobody holds any more ends with an error
        while part := os.read(reader, _KEPT):
            kept = (kept + part)[-_KEPT:]
    os.close(reader)
    return kept
