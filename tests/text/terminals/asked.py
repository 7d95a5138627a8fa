"""A process on a pseudo-terminal that asks it who it is, and the other side of it, played by a test."""

import json
import os
import pty
import re
import select
import signal
import sys
import termios
import time
from pathlib import Path
from typing import Any

REQUEST = b"\x1b[>c\x1b[c"
ASKED = re.escape(REQUEST)
KONSOLE = b"\x1b[>1;115;0c\x1b[?62;1;4c"

# What the process does: asks, then reads a line as a prompt would, and tells both.
PROGRAM = """
import json, os, sys
{before}
from tracker.text.terminals.query import ask, may_ask
may = may_ask(os.environ)
reply = ask({seconds}) if may else None
print("told" + json.dumps([may, reply and [reply.answer, reply.typed.decode()]]), flush=True)
print("told" + json.dumps(sys.stdin.readline()), flush=True)
"""


class Asking:
    """The process and our side of its terminal."""

    def __init__(self, seconds: float = 20, before: str = "", term: str = "xterm") -> None:
        ours, theirs = pty.openpty()
        self.settings = termios.tcgetattr(theirs)
        self.terminal = ours
        program = PROGRAM.format(seconds=seconds, before=before)
        self.child = os.fork() or _become(theirs, program, term)
        os.close(theirs)
        self.screen = b""

    def see(self, wanted: bytes, times: int = 1) -> list[bytes]:
        """Waits until the screen has received this pattern so many times; gives what it found."""
        end = time.monotonic() + 20
        while len(found := re.findall(wanted, self.screen)) < times:
            assert time.monotonic() < end, self.screen
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.screen += os.read(self.terminal, 4096)
        return found

    def send(self, data: bytes) -> None:
        """Types, or answers."""
        os.write(self.terminal, data)

    def told(self, number: int) -> Any:
        """What the process tells at that place."""
        return json.loads(self.see(rb"told(.*?)\r\n", number + 1)[number])

    def restored(self) -> bool:
        """Whether the terminal is as it was."""
        return termios.tcgetattr(self.terminal)[:4] == self.settings[:4]

    def ended(self) -> int:
        """Waits for the process and gives its exit code, below zero for a signal; kills one that stays and fails."""
        end = time.monotonic() + 20
        while not (found := os.waitpid(self.child, os.WNOHANG))[0]:
            if time.monotonic() > end:
                os.kill(self.child, signal.SIGKILL)
                os.waitpid(self.child, 0)
                raise AssertionError(self.screen)
            time.sleep(0.01)
        return os.waitstatus_to_exitcode(found[1])

    def end(self) -> int:
        """Waits for the process, closes its terminal and gives its exit code."""
        code = self.ended()
        os.close(self.terminal)
        return code


def _become(theirs: int, program: str, term: str) -> int:
    os.login_tty(theirs)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)  # what runs the tests may ignore them, as nohup does
    os.chdir(Path(__file__).parents[3])
    os.environ["TERM"] = term
    os.execv(sys.executable, [sys.executable, "-c", program])
