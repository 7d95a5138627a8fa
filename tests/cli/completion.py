"""What Tab gets: our answers to a line, and what real shells show."""

import os
import pty
import select
import shutil
import time

import pytest

from tests.cli.program import Program


def asked(program: Program, line: str, shell: str = "bash", **env: str) -> dict[str, str]:
    """The candidates for a line, with their meanings."""
    found = program(env={"COMP_WORDS": line, "_TRACKER_COMPLETE": f"{shell}_complete", **env})
    assert found.err == ""
    candidates = [each.partition("\t") for each in found.out.splitlines()]
    return {word: meaning for word, _, meaning in candidates}


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


def screen_of(home: Program, command: list[str], lines: list[str], wanted: str) -> str:
    """What an interactive shell shows after these keys, until `wanted` stands there."""
    child, terminal = pty.fork()
    if not child:
        os.environ.clear()
        os.environ.update(home.env)
        os.chdir(home.home)
        os.execvp(command[0], command)
    seen = ""
    for keys in lines:
        _wait(terminal, 1.5 if not seen else 3.0)
        os.write(terminal, keys.encode())
    end = time.monotonic() + 15
    while wanted not in seen and time.monotonic() < end:
        seen += _wait(terminal, 0.5)
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return seen


def _wait(terminal: int, seconds: float) -> str:
    if not select.select([terminal], [], [], seconds)[0]:
        return ""
    return os.read(terminal, 65536).decode("utf-8", "replace")
