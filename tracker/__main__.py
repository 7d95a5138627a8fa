"""The only entry of the process: it minds streams and signals, and leaves the rest to `tracker.cli.app`."""

import gc
import os
import signal

# While modules load nothing is held: Ctrl-C then leaves silently instead of with a traceback.
if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from tracker.cli.session import Session

# A command is over after a tenth of a second, and what it made goes with it. To search all of that for cycles, which it
# hardly has, took a tenth of the time of a long list.
gc.disable()


def main() -> None:
    """Run the command line of this process and exit with its code."""
    _open_closed_streams()
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        _print_version()
    try:
        code = _run(arguments)
    except KeyboardInterrupt as error:  # while the answer to another failure, or to a first signal, was being given
        code = 128 + getattr(error, "number", signal.SIGINT)
    _end(code)


def _end(code: int) -> NoReturn:
    """End at once: an interpreter would free one by one what goes with it anyway, a twentieth of a long list.

    Whatever is written here is flushed where it is written, and fails there.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.flush()
    os._exit(code)


def _print_version() -> None:
    """Print the version at once; what cannot be printed is left to those who can say so."""
    from tracker import __version__

    try:
        print(f"tracker {__version__}", flush=True)
    except OSError:
        return
    sys.exit(0)


def _open_closed_streams() -> None:
    """Open closed streams on nothing; else the next file opened would take their number."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is that of the stream


def _run(arguments: list[str]) -> int:
    from tracker.cli.say.failures import exit_code_of
    from tracker.settings import COMPLETE
    from tracker.signals import ignore_from_now

    if os.environ.get(COMPLETE):
        from tracker.cli.app import app

        code: int = app(arguments, standalone_mode=False)
        return code
    try:
        return exit_code_of(arguments, lambda session: _answer(arguments, session))
    finally:
        # The answer is given: a signal while the interpreter ends must not turn a saved change into a failure.
        ignore_from_now()


def _answer(arguments: list[str], session: "Session") -> int:
    """Carry out the command line; signals are answered here, and so is help, which needs no parser."""
    from tracker.signals import raise_interrupted

    raise_interrupted(lambda: session.saved)
    if arguments in (["--help"], ["-h"], ["help"]):
        from tracker.cli.say.help import root_help

        session.lay_out(session.out, root_help(session.words), long=True)
        return 0
    from tracker.cli.app import app

    code: int = app(arguments, obj=session, standalone_mode=False)
    return code


if __name__ == "__main__":
    main()
