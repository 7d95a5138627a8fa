"""The only entry: settles the language, runs one command, turns every failure into a message and an exit code."""

import gc
import os
import signal

# While modules load nothing is held: Ctrl-C then leaves silently instead of with a traceback.
if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.cli.session import Session

# A command is over after a tenth of a second, and what it made goes with it. To search all of that for cycles, which it
# hardly has, took a tenth of the time of a long list.
gc.disable()

COMPLETE = "_TRACKER_COMPLETE"  # in the environment when a shell asks


def main() -> None:
    """Runs the command line of this process and exits with its code."""
    _open_closed_streams()
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        _print_version()
    try:
        sys.exit(_complete() if os.environ.get(COMPLETE) else _run(arguments))
    except KeyboardInterrupt as error:  # while the answer to another failure, or to a first signal, was being given
        sys.exit(128 + getattr(error, "number", signal.SIGINT))
    finally:
        gc.freeze()  # an ending interpreter would search all it has loaded for cycles: a tenth of the time of `list`


def _print_version() -> None:
    """Answers at once; what cannot be printed is left to those who can say so."""
    from tracker import __version__

    try:
        print(f"tracker {__version__}", flush=True)
    except OSError:
        return
    sys.exit(0)


def _complete() -> int:
    """Answers the shell, which asked what may stand at the cursor; a prompt is no place for messages."""
    try:
        from tracker.cli.completion import answer

        return answer(os.environ)
    except Exception:
        return 1


def _open_closed_streams() -> None:
    """Streams that were closed when we started lead nowhere; else the next file opened would take their number."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is that of the stream


def _run(arguments: list[str]) -> int:
    from tracker.cli.failures import show_failure
    from tracker.cli.session import session_for
    from tracker.errors import TrackerError

    try:
        session = session_for(arguments)
        session.settle()
    except TrackerError as error:
        return show_failure(None, error)
    return _carry_out(arguments, session)


def _carry_out(arguments: list[str], session: "Session") -> int:
    from tracker.cli.failures import show_failure, show_interruption, show_usage_error
    from tracker.errors import TrackerError
    from tracker.store.signals import ignore_from_now, raise_interrupted

    raise_interrupted(lambda: session.saved)
    try:
        if arguments in (["--help"], ["-h"], ["help"]):
            from tracker.cli.help import root_help

            session.lay_out(session.out, root_help(session.words), long=True)
            return 0
        from tracker.cli.app import run

        return run(arguments, session)
    except TrackerError as error:
        return show_failure(session, error)
    except KeyboardInterrupt as error:
        return show_interruption(session, getattr(error, "number", signal.SIGINT))
    except Exception as error:
        return show_usage_error(session, error)
    finally:
        # The answer is given: a signal while the interpreter ends must not turn a saved change into a failure.
        ignore_from_now()


if __name__ == "__main__":
    main()
