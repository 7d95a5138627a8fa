"""The recognition of the terminal: by what cannot lie first, by asking it last, and never by guessing."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

from tracker.frozen import replace
from tracker.text.terminals.environment import by_environment, multiplexer
from tracker.text.terminals.families import Recognition, recognition_of
from tracker.text.terminals.owner import Owner, by_owner, owner


def recognize(environ: Mapping[str, str], folder: Callable[[], Path], *, anew: bool = False) -> Recognition:
    """The terminal that stdin and stdout are; `folder` is where answers of terminals are kept.

    The order: a multiplexer, the program that owns the session, the variables, an answer that is remembered (not
    when it can be found out `anew`), and one question to the terminal. Where keys typed meanwhile would be lost it is
    asked only by who wants it found out anew, and so waits for the answer.
    """
    start = perf_counter()
    above = owner()
    found = _by_traces(environ, above) or _by_asking(environ, above, folder, anew)
    return replace(found, seconds=perf_counter() - start)


def recognize_unasked(environ: Mapping[str, str]) -> Recognition:
    """The terminal by its traces alone: another program's console must not read what is typed for that program."""
    return _by_traces(environ, owner()) or recognition_of("", "default", "")


def _by_traces(environ: Mapping[str, str], above: Owner) -> Recognition | None:
    around = multiplexer(environ, above.name)
    if around:
        from tracker.text.terminals.multiplexer import by_multiplexer  # noqa: PLC0415 - only inside one

        return by_multiplexer(around, environ)
    return by_owner(above) or by_environment(environ)


def _by_asking(environ: Mapping[str, str], above: Owner, folder: Callable[[], Path], anew: bool) -> Recognition:
    from tracker.remembered import recall, remember  # noqa: PLC0415 - as above
    from tracker.text.terminals.answer_key import NAME, key_of  # noqa: PLC0415 - as above
    from tracker.text.terminals.answers import by_answer  # noqa: PLC0415 - only for terminals that say nothing
    from tracker.text.terminals.query import ask, can_put_back, may_ask  # noqa: PLC0415 - as above

    key, place = key_of(environ, above), folder() / NAME
    known, able = recall(place, key), may_ask(environ) and (anew or can_put_back())
    if known is not None and not (anew and able):
        return by_answer(known, "remembered")
    reply = ask() if able else None
    if reply is None:
        return recognition_of("", "default", "")
    remember(place, key, reply.answer)
    return replace(by_answer(reply.answer), typed=reply.typed)
