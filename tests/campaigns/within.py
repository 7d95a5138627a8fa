"""The program within this process, by Typer's own runner: a command costs what it does, and no process more."""

import gc
import os
import signal
import traceback
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from pathlib import Path
from types import FrameType
from typing import IO

from typer.testing import CliRunner

from tests.cli.program import Program, Result
from tests.cli.zygote import FAULT
from tracker.cli.app import app

SECONDS = 20.0
"""Of processor time, which no command on a file of some kilobytes may take; other processes do not count."""


class TookTooLongError(BaseException):
    """No failure that the program could take for one of its own."""


class Within(Program):
    """As `Program`; what raises or takes too long ends with `FAULT`, and its traceback stands in `err`."""

    def __call__(
        self, *args: str, stdin: bytes | str | IO[bytes] = b"", env: Mapping[str, str] | None = None
    ) -> Result:
        given = {**dict.fromkeys(os.environ), **self.env, **(env or {})}
        try:
            with chdir(self.home), limited(SECONDS):
                found = CliRunner().invoke(
                    app, list(args), input=stdin if isinstance(stdin, bytes | str) else stdin.read(), env=given
                )
        except TookTooLongError as error:
            return Result(FAULT, "", "".join(traceback.format_exception(error)))
        if found.exception is not None and not isinstance(found.exception, SystemExit):
            return Result(FAULT, found.stdout, found.stderr + "".join(traceback.format_exception(found.exception)))
        return Result(found.exit_code, found.stdout, found.stderr)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `TookTooLongError` in what is done inside once it has had so much of the processor."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def both(home: Path) -> tuple[Program, Program]:
    """The program within this process, and as a process of its own, in the same folders."""
    gc.freeze()  # each fork copies what the search for cycles would touch
    return Within(home), Program(home)
