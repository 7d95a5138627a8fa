"""Runs inside a terminal and shows there what it is told to: `python -I agent.py FOLDER`.

Each line of FOLDER/jobs is a JSON object: `number`, `argv` and `environ` (added to what the terminal gives). The screen
is emptied before each job; FOLDER/running.N holds the process number, FOLDER/done.N the exit code. FOLDER/size is
written first: columns and rows.
"""

import json
import os
import select
import subprocess
import sys
import termios
import time
import tty
from pathlib import Path

# No full reset (ESC c): st would take its own colours back. Mode 8 is VTE's layout of lines.
_RESET = b"\x1b[!p\x1b[m\x1b[8h\x1b[H\x1b[2J\x1b[3J\x1b[?25l"
_DEADLINE = 5.0
_LEAST_COLUMNS = 90


def main() -> None:
    """Works until the window is closed."""
    folder = Path(sys.argv[1])
    _write(folder / "size", "{0.columns} {0.lines}".format(_size()))
    with (folder / "jobs").open() as jobs:
        for line in jobs:
            job = json.loads(line)
            os.write(1, _RESET)
            _wait_until_parsed()
            process = subprocess.Popen(job["argv"], env={**os.environ, **job["environ"]})
            _write(folder / f"running.{job['number']}", str(process.pid))
            code = process.wait()
            _wait_until_parsed()
            _write(folder / f"done.{job['number']}", str(code))


def _size() -> os.terminal_size:
    """Some terminals start smaller and grow when their window is there."""
    deadline = time.monotonic() + _DEADLINE
    while (size := os.get_terminal_size()).columns < _LEAST_COLUMNS and time.monotonic() < deadline:
        time.sleep(0.02)
    _wait_until_parsed()
    return size


def _write(file: Path, text: str) -> None:
    file.with_suffix(".tmp").write_text(text)
    file.with_suffix(".tmp").rename(file)


def _wait_until_parsed() -> None:
    """Asks for the place of the cursor: the answer comes when everything before the question was read."""
    before = termios.tcgetattr(0)
    deadline = time.monotonic() + _DEADLINE
    try:
        tty.setraw(0)
        os.write(1, b"\x1b[6n")
        answer = b""
        while b"R" not in answer and select.select([0], [], [], max(0.0, deadline - time.monotonic()))[0]:
            answer += os.read(0, 100)
    finally:
        termios.tcsetattr(0, termios.TCSAFLUSH, before)


if __name__ == "__main__":
    main()
