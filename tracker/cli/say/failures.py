"""The one place that turns errors into sentences on stderr and exit codes."""

import os
import signal
from collections.abc import Callable, Mapping, Sequence

from tracker import errors
from tracker.cli.session import Session
from tracker.message import Message, msg
from tracker.settings import KEYS, early_options

USAGE = 2
CONFIG = "TRACKER_CONFIG"


def exit_code_of(arguments: list[str], run: Callable[[Session], int], session: Session | None = None) -> int:
    """Calls `run` with the session of a command line, made here unless one is given; returns the exit code.

    Every failure is told and becomes its code; faults of ours are raised.
    """
    try:
        session = session or _settled(arguments)
    except errors.TrackerError as error:
        return show_failure(_plain_session(arguments), error)
    try:
        code = run(session)
        session.tell_held()
        return code
    except errors.TrackerError as error:
        return show_failure(session, error)
    except KeyboardInterrupt as error:
        return _show_interruption(session, getattr(error, "number", signal.SIGINT))
    except MemoryError:
        return show_failure(session, errors.NoMemory())
    except Exception as error:
        return _show_usage_error(session, error)


def _settled(arguments: list[str]) -> Session:
    session = Session(arguments, os.environ)
    session.settle()
    return session


def show_failure(session: Session, error: errors.TrackerError) -> int:
    """Say what went wrong and return the exit code; a reader who has gone hears nothing."""
    if not error.says:
        return error.exit_code
    from tracker.cli.say.error_words import worded  # noqa: PLC0415 - only when something went wrong

    message, hint = worded(error)
    return _show(session, error.code, message, _meant(session) or hint, error.exit_code)


def _show_interruption(session: Session, number: int) -> int:
    """Answer an interruption: what was saved is saved, and nothing is said otherwise."""
    session.tell_held()
    session.err.write_text(session.words.message(msg("Interrupted; nothing was changed.")))
    return 128 + number


def _show_usage_error(session: Session, error: Exception) -> int:
    """The refusals of the parser; anything else is a fault of ours and keeps its traceback."""
    from tracker.cli import parser  # noqa: PLC0415 - only when something went wrong

    if not isinstance(error, parser.UsageError):
        raise error
    message, hint = parser.worded(error)
    return _show(session, "usage", message, _meant(session) or hint, USAGE)


def _meant(session: Session) -> Message | None:
    """The line that works, where one was found."""
    if not session.meant:
        return None
    from tracker.reports.report import Ref  # noqa: PLC0415 - only when something was refused

    return msg("Type it like this: {line}", line=Ref(session.meant))


def _show(session: Session, code: str, message: Message, hint: Message | None, exit_code: int) -> int:
    words = session.words
    try:
        if session.flag("json"):
            from tracker.views.machine import SCHEMA_VERSION, dumps  # noqa: PLC0415 - only with --json

            found = {"code": code, "message": words.bare(message), "hint": words.bare(hint) if hint else None}
            told = {"warnings": [*map(words.bare, session.held)]} if session.held else {}
            session.err.write_raw([dumps({"schema_version": SCHEMA_VERSION, "error": found, **told})])
            session.held.clear()
            return exit_code
        session.err.write_text(words.message(msg("Error: {text}", text=message)), "bold red")
        if hint:
            session.err.write_text(words.message(hint))
    except errors.TrackerError:  # stderr itself is gone; the exit code still speaks
        pass
    return exit_code


def _plain_session(arguments: Sequence[str]) -> Session:
    """A session without the settings that could not be read.

    Its language is that of the line, else of the environment, else of config.toml, whichever can be read, else Arabic.
    """
    keep: Mapping[str, str] = {k: v for k, v in os.environ.items() if not k.startswith("TRACKER_") or k == CONFIG}
    found = Session([], keep)
    named = (early_options(arguments).get("lang"), os.environ.get("TRACKER_LANG"))
    found.options["lang"] = next((lang for lang in named if lang in KEYS["lang"][0]), None)
    found.options |= {name: f"--{name}" in arguments for name in ("json", "plain")}
    return found
