"""Random command lines, made from the command table and the parameters of each command."""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from random import Random

from tests.campaigns.typed import illegal, legal
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.cli.completion.candidates import Place
from tracker.cli.global_options import GLOBAL_NAMES
from tracker.cli.lookup import command_named
from tracker.cli.parser import Option, Parameter, arguments, is_switch, options
from tracker.cli.session import Session

NEVER = frozenset({"--db", "--edit", "--by", "--today"})
"""Options that are not drawn: they lead to another tracker, office or day, or to an editor; `_more` names some."""


BESIDE = {"note": 0.2, "reason": 0.4, "force": 0.02, "if_rev": 0.02}
"""Options that change nothing by themselves, and how often who knows the program gives them."""
OPTION = re.compile(r"--[a-z][a-z-]+")


@cache
def params_of(command: str) -> list[Parameter]:
    return build(command).params


def line(rnd: Random, session: Session, *, lawful: bool) -> list[str]:
    """A whole line; one that is not `lawful` is spoilt in one or two ways."""
    while True:
        try:
            typed = _drawn(rnd, session, rnd.choice(list(COMMANDS)), lawful=lawful)
            break
        except LookupError:  # the tracker has nothing of which the command asks a code
            continue
    for _ in range(0 if lawful else rnd.choice((1, 1, 2))):
        typed = rnd.choice(SPOILING)(rnd, typed) or typed
    return typed


def _drawn(rnd: Random, session: Session, command: str, *, lawful: bool) -> list[str]:
    params, given = params_of(command), list[str]()
    for argument in arguments(params):
        if argument.required or rnd.random() < 0.5:
            given.append(legal(rnd, session, Place(command, argument), given))
    words = [*given, *_options(rnd, session, command, given, lawful=lawful)]
    names = [*COMMANDS[command].aliases("ar"), *COMMANDS[command].aliases("tr")]
    made = ["--db", f"new{rnd.randrange(10**9)}.json"] if command == "init" else []
    return [rnd.choice(names) if rnd.random() < 0.2 else command, *words, *made, *_more(rnd, session)]


def _options(rnd: Random, session: Session, command: str, given: list[str], *, lawful: bool) -> list[str]:
    """Some of its own options; of those that change a record one at least, and a reason often."""
    own = [each for each in options(params_of(command)) if each.name not in GLOBAL_NAMES and not NEVER & set(each.opts)]
    beside = [each for each in own if each.name in BESIDE]
    fields = [each for each in own if each not in beside]
    least = int(command.startswith("update-"))
    chosen = rnd.sample(fields, min(len(fields), max(least, rnd.choice((0, 1, 1, 2) if lawful else (0, 1, 2, 4)))))
    chosen += [each for each in beside if rnd.random() < (BESIDE[each.name or ""] if lawful else 0.4)]
    found = list[str]()
    for option in chosen:
        try:
            found += _option(rnd, session, command, option, given)
        except LookupError:
            continue
    return found


def corrected(rnd: Random, session: Session, typed: list[str], answer: str) -> list[str] | None:
    """The line as somebody types it again who has read why it was refused; None where that names no option."""
    command = command_named(typed[0])
    if command not in COMMANDS:
        return None
    named = [each for each in options(params_of(command)) if set(each.opts) & set(OPTION.findall(answer))]
    for option in named:
        at = next((place for place, word in enumerate(typed) if word.partition("=")[0] in option.opts), None)
        if at is not None:
            return [*typed[:at], *typed[at + 1 + (not is_switch(option) and "=" not in typed[at]) :]]
        with suppress(LookupError):
            return [*typed, *_option(rnd, session, command, option, typed[1:2])]
    return None


def _option(rnd: Random, session: Session, command: str, option: Option, given: list[str]) -> list[str]:
    if is_switch(option):
        return [option.opts[0]]
    value = legal(rnd, session, Place(command, option), given)
    return (
        [f"{option.opts[-1]}={value}"] if rnd.random() < 0.2 and option.opts[-1][1] == "-" else [option.opts[-1], value]
    )


def _more(rnd: Random, session: Session) -> list[str]:
    """Some options that stand with every command."""
    every = {"--json": (), "--plain": (), "--dry-run": (), "--quiet": (), "--no-pager": (), "--digits": ("arab",)}
    every |= {"--calendar": ("hijri",), "--color": ("always",), "--bidi": ("c",), "--today": ("2026-04-15",)}
    every |= {"--by": (rnd.choice(list(session.store.load().parties)),), "--help": ()}
    found = ["--yes"] if rnd.random() < 0.8 else []
    for name in rnd.sample(list(every), rnd.choice((0, 0, 0, 1, 1, 2))):
        found += [name, *every[name]] if name != "--help" or rnd.random() < 0.2 else []
    return found


def _value(rnd: Random, typed: list[str]) -> list[str]:
    at = rnd.randrange(len(typed))
    return [*typed[:at], illegal(rnd), *typed[at + 1 :]]


def _left_out(rnd: Random, typed: list[str]) -> list[str]:
    at = rnd.randrange(len(typed))
    return [*typed[:at], *typed[at + 1 :]]


def _put_in(rnd: Random, typed: list[str]) -> list[str]:
    at = rnd.randrange(len(typed) + 1)
    every = [name for command in COMMANDS for param in params_of(command) for name in param.opts if name[0] == "-"]
    word = rnd.choice((illegal(rnd), rnd.choice(every), "--nosuch", "-z", "--title-tr=", "--lang=xx"))
    return typed if word in NEVER else [*typed[:at], word, *typed[at:]]


def _misspelt(rnd: Random, typed: list[str]) -> list[str]:
    at = rnd.randrange(len(typed))
    word = typed[at]
    place = rnd.randrange(len(word) + 1)
    return [*typed[:at], word[:place] + rnd.choice(("", "x", "-", " ", "ا")) + word[place + 1 :], *typed[at + 1 :]]


def _exchanged(rnd: Random, typed: list[str]) -> list[str]:
    return rnd.sample(typed, len(typed))


SPOILING: tuple[Callable[[Random, list[str]], list[str]], ...] = (
    _value,
    _value,
    _left_out,
    _put_in,
    _misspelt,
    _exchanged,
)
