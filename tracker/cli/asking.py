"""A person at a terminal is asked for what a command lacks; in a pipe nothing asks, it is refused and named."""

from typing import TYPE_CHECKING

from tracker import errors
from tracker.cli.parser import arguments, meaning, options, taken
from tracker.message import Message, msg
from tracker.reports.report import Ref
from tracker.text.input.lists import split_list

if TYPE_CHECKING:
    from tracker.cli.parser import Context, MissingParameter
    from tracker.cli.session import Session

_CHANGE_NOTHING = frozenset({"note", "reason", "decision", "force", "if_rev"})


def with_argument(session: "Session", args: list[str], missing: "MissingParameter") -> list[str]:
    """The command line with the answer as its next argument; raises `missing` when nobody answers."""
    param = missing.param
    if not param or not arguments([param]) or not session.can_ask:
        raise missing
    answer = session.ask(msg("{name}:", name=Message(param.metavar or "")))
    if not answer:
        raise missing
    words = split_list(answer.replace(" ", ",")) if param.name == "codes" else [answer]
    return [*args, *words] if "--" in args else [*args, "--", *words]


def fill_options(session: "Session", ctx: "Context") -> None:
    """Asks for the main options of an update that names none; raises `NothingAsked` when nothing comes of it."""
    command = ctx.info_name or ""
    if not command.startswith("update-") or _names_change(ctx):
        return
    if session.can_ask:
        session.err.write_text(session.words.message(msg("Enter leaves a field as it is.")), "dim")
        for name in _questions(command):
            if _fill(session, ctx, name) is None:
                break
    if not _names_change(ctx):
        raise errors.NothingAsked(command)


def _questions(command: str) -> tuple[str, ...]:
    from tracker.cli.nouns import noun_of  # noqa: PLC0415 - only where a person is asked

    noun = noun_of(command)
    return noun.questions if noun else ()


def fill_lack(session: "Session", ctx: "Context", lack: errors.TrackerError) -> None:
    """Ask for what a rule found missing; raises `lack` again when nothing comes of it.

    What is given now is as if it had been given at once: nothing was written.
    """
    name = lack.asks_for
    if not name or ctx.params.get(name) or not session.can_ask:
        raise lack
    from tracker.cli.say.error_words import worded  # noqa: PLC0415 - only when a rule has refused

    session.err.write_text(session.words.message(worded(lack)[0]), "bold")
    if name == "by":
        answer = session.ask(msg("{name}:", name=Ref("--by")))
        session.act_for(answer)
    else:
        answer = _fill(session, ctx, name) if name in ctx.params else None
    if not answer:
        raise lack


def _fill(session: "Session", ctx: "Context", name: str) -> str | None:
    """Asks for the value of an option; None at the end of the input."""
    param = next(param for param in ctx.command.params if param.name == name)
    answer = session.ask(msg("{option} – {meaning}", option=Ref(param.opts[-1]), meaning=Message(meaning(param))))
    if answer:
        ctx.params[name] = taken(ctx, name, [answer] if param.multiple else answer)
    return answer


def _names_change(ctx: "Context") -> bool:
    names = [option.name or "" for option in options(ctx.command.params)]
    # An empty text was named too, and is refused by whoever reads it.
    return any(ctx.params.get(name) not in (None, False, [], ()) for name in names if name not in _CHANGE_NOTHING)
