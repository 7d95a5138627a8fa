"""A person at a terminal is asked for what a command lacks; in a pipe nothing asks, it is refused and named."""

from typing import TYPE_CHECKING

from tracker import errors
from tracker.cli.parser import arguments, called, meaning, options, taken
from tracker.message import Message, msg
from tracker.model.records.codes import normal_code, table_of
from tracker.reports.report import Ref
from tracker.text.input.lists import split_list

if TYPE_CHECKING:
    from tracker.cli.input.choice_words import Candidate
    from tracker.cli.parser import Argument, Context, MissingParameter, Parameter
    from tracker.cli.session import Session

# A note alone is kept as such; these say something of a change.
_CHANGE_NOTHING = frozenset({"reason", "decision", "force", "if_rev"})


def with_argument(session: "Session", ctx: "Context", args: list[str], missing: "MissingParameter") -> list[str]:
    """The command line with the answer as its next argument; raises `missing` when nobody answers.

    Where a record is added to another one and a text stands in the place of its code, it is the code that is missing.
    """
    first = _first_code(ctx, args)
    param = missing.param = first or missing.param
    if not param or not arguments([param]) or not session.can_ask:
        raise missing
    offered = _offered(session, ctx, param, args)
    numbered = len({each.value[0] for each in offered}) > 1 and not any(each.value[0] == "S" for each in offered)
    _show_offered(session, offered, numbered=numbered)
    answer = session.ask(_question(ctx, param))
    if not answer:
        raise missing
    if numbered and answer.isdecimal() and 1 <= int(answer) <= len(offered):
        answer = offered[int(answer) - 1].value
    if first:
        return [answer, *args]
    words = split_list(answer.replace(" ", ",")) if param.name == "codes" else [answer]
    return [*args, *words] if "--" in args else [*args, "--", *words]


def _first_code(ctx: "Context", args: list[str]) -> "Argument | None":
    """The first argument of a command that adds to another record, where what stands there is no code."""
    places = arguments(ctx.command.params)
    given = next((word for word in args if not word.startswith("-")), "")
    if not (ctx.info_name or "").startswith("add-") or len(places) < 2 or places[0].name not in _OF_OTHERS:
        return None
    return places[0] if given and not table_of(normal_code(given, "S")) else None


_OF_OTHERS = {"source", "step", "meeting", "review"}
_MOST_OFFERED = 20


def _offered(session: "Session", ctx: "Context", param: "Parameter", args: list[str]) -> "list[Candidate]":
    """The records that may stand there, with their titles; none where there are too many to choose from."""
    from tracker.cli.completion.candidates import Place, candidates  # noqa: PLC0415 - only where a person is asked

    values = [word for word in args if not word.startswith("-")]
    try:
        found = candidates(session, Place(ctx.info_name or "", param), "", values[:1])
    except errors.TrackerError:
        return []
    codes = [each for each in found if table_of(each.value)]
    return codes if len(codes) <= _MOST_OFFERED else []


def _show_offered(session: "Session", offered: "list[Candidate]", *, numbered: bool) -> None:
    """The choice before the question; by number where the codes are of several kinds and no number is one of them."""
    for number, each in enumerate(offered, 1):
        named = {"code": Ref(each.value), "title": each.meaning}
        text = (
            msg("{number}. {code} {title}", number=Ref(str(number)), **named)
            if numbered
            else msg("{code} {title}", **named)
        )
        session.err.write_text(session.words.message(text))


def fill_options(session: "Session", ctx: "Context") -> None:
    """Asks for the main options of an update that names none; raises `NothingAsked` when nothing comes of it.

    Of a new record what it should not be without is asked for.
    """
    command = ctx.info_name or ""
    if command.startswith("add-") and session.can_ask and not ctx.params.get("like"):
        _fill_asked(session, ctx)
    if not command.startswith("update-") or _names_change(ctx):
        return
    _check_codes(session, ctx)
    if session.can_ask:
        session.err.write_text(session.words.message(msg("Enter leaves a field as it is.")), "dim")
        for name in _questions(command):
            if _fill(session, ctx, name) is None:
                break
    if not _names_change(ctx):
        raise errors.NothingAsked(command)


def _check_codes(session: "Session", ctx: "Context") -> None:
    """Raises `NotFound` for a word that is no code, before anything is asked about the records."""
    from tracker.cli.input.values import given_as  # noqa: PLC0415 - only for a line that lacks something
    from tracker.cli.nouns import noun_of  # noqa: PLC0415 - as above

    noun = noun_of(ctx.info_name or "")
    if noun:
        with given_as("codes"):
            noun.found(session.tracker, ctx.params)


def _fill_asked(session: "Session", ctx: "Context") -> None:
    from tracker.cli.nouns import noun_of  # noqa: PLC0415 - only where a person is asked

    noun = noun_of(ctx.info_name or "")
    missing = [name for name in (noun.asked if noun else ()) if ctx.params.get(name) is None]
    for name in missing:
        if _fill(session, ctx, name) is None:
            break


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
    """Asks for the value of an option or argument; None at the end of the input."""
    param = next(param for param in ctx.command.params if param.name == name)
    answer = session.ask(_question(ctx, param))
    if answer:
        ctx.params[name] = taken(ctx, name, [answer] if param.multiple else answer)
    return answer


def _question(ctx: "Context", param: "Parameter") -> Message:
    """The question for a parameter: an option is named with what it means, an argument is asked for in words."""
    means = meaning(param)
    if not arguments([param]) and means:
        return msg("{option} – {meaning}", option=called(param), meaning=Message(means))
    from tracker.cli.say.argument_words import question  # noqa: PLC0415 - only where a person is asked

    return question(ctx.info_name or "", (param.metavar or param.name or "").strip("[]"))


def _names_change(ctx: "Context") -> bool:
    names = [option.name or "" for option in options(ctx.command.params)]
    # An empty text was named too, and is refused by whoever reads it.
    return any(ctx.params.get(name) not in (None, False, [], ()) for name in names if name not in _CHANGE_NOTHING)
