"""The answer to Tab: the words that may stand at the cursor, for bash, zsh and fish.

The shells ask as they ask every program made with click: `_TRACKER_COMPLETE=bash_complete`, the line in COMP_WORDS.
Whatever goes wrong, nothing is said: a prompt is no place for messages.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.cli.app import root
from tracker.cli.completion.candidates import Place, candidates, commands, options, topics
from tracker.cli.input.choice_words import Candidate
from tracker.cli.lookup import command_named
from tracker.cli.parser import Context, Option, Parameter, arguments, is_switch, split_arg_string
from tracker.cli.session import Session
from tracker.settings import COMPLETE
from tracker.text.printable import shown

LONGEST = 70  # characters of a meaning


def answer(environ: Mapping[str, str]) -> int:
    """Prints the candidates for the line in the environment; returns the exit code, whatever goes wrong."""
    try:
        return _answer(environ)
    except Exception:
        return 1


def _answer(environ: Mapping[str, str]) -> int:
    shell, _, wanted = environ[COMPLETE].partition("_")
    if wanted != "complete":
        return 1
    args, typed = split_line(environ.get("COMP_WORDS", ""), environ.get("COMP_CWORD", ""))
    found = list(at_cursor(Session(args, environ), args, typed))
    # bash takes what follows an equals sign for a word of its own, the others do not.
    name, equals, _ = typed.partition("=") if typed.startswith("--") else ("", "", "")
    before = name + equals if equals and shell != "bash" else ""
    sys.stdout.buffer.write("".join(before + _line(each) for each in found).encode("utf-8", "replace"))
    sys.stdout.flush()
    return 0


def split_line(line: str, number: str) -> tuple[list[str], str]:
    """The whole words before the cursor, without the program's name, and the one that is being typed.

    With a `number` the line is all of the words, and that one (from 0) is being typed.
    """
    words = split_arg_string(line)
    if number.isdecimal():
        place = int(number)
        return words[1:place], words[place] if place < len(words) else ""
    if len(words) > 1 and not line[-1:].isspace():
        return words[1:-1], words[-1]
    return words[1:], ""


def at_cursor(session: Session, args: Sequence[str], typed: str) -> Sequence[Candidate]:
    """The candidates that begin like what is being typed."""
    line = _read(args)
    name, equals, value = typed.partition("=")
    if line.waiting:
        return candidates(session, Place(line.command, line.waiting), typed, line.values)
    if not line.only_values and typed.startswith("-"):
        known = line.options.get(name)
        if equals and known:
            return candidates(session, Place(line.command, known), value, line.values)
        return options(session, line.params, line.given, typed)
    if not line.command:
        return [*commands(session, typed), *(topics(session, typed) if line.helped else ())]
    places = arguments(line.params)
    at = min(len(line.values), len(places) - 1)
    if at < 0 or (len(line.values) > at and places[at].nargs != -1):
        return ()
    return candidates(session, Place(line.command, places[at]), typed, line.values)


def arguments_in(args: Sequence[str]) -> Sequence[str]:
    """The words of a command line that are arguments of its command."""
    return _read(args).values


class _Line(NamedTuple):
    """The words before the cursor: the command, its arguments so far, options given, the one waiting for a value."""

    command: str
    params: list[Parameter]
    options: dict[str, Parameter]
    values: list[str]
    given: set[str]
    waiting: Parameter | None
    only_values: bool
    helped: bool


def _read(args: Sequence[str]) -> _Line:
    """Read the line up to the cursor; nothing is refused, what is unknown is passed over."""
    group = root()
    command, values, given, only_values, helped = "", list[str](), set[str](), False, False
    waiting: Parameter | None = None
    params: list[Parameter] = group.params
    for word in args:
        if waiting:
            waiting = None
        elif only_values or not word.startswith("-") or word == "-":
            if command:
                values.append(word)
            elif found := group.get_command(Context(group), word):
                command, params = command_named(word) or "", found.params
            else:
                helped = command_named(word) == "help"
        elif word == "--":
            only_values = True
        else:
            name, equals, _ = word.partition("=")
            known = _by_option(params).get(name)
            given |= set(known.opts) if known else set()
            waiting = known if isinstance(known, Option) and not equals and not is_switch(known) else None
    return _Line(command, params, _by_option(params), values, given, waiting, only_values, helped)


def _by_option(params: Sequence[Parameter]) -> dict[str, Parameter]:
    return {name: param for param in params if isinstance(param, Option) for name in param.opts}


def _line(found: Candidate) -> str:
    value, meaning = shown(found.value), " ".join(shown(found.meaning).split())
    if len(meaning) > LONGEST:
        meaning = meaning[: LONGEST - 1] + "…"
    return f"{value}\t{meaning}\n" if meaning else f"{value}\n"
