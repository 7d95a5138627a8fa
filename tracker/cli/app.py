"""The program as Typer knows it: the command that is asked for is imported and run; global options stand anywhere."""

import os
import sys
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from tracker import errors
from tracker.cli.asking import fill_lack, fill_options, with_argument
from tracker.cli.command_table import COMMANDS
from tracker.cli.global_options import COMPLETION, GLOBAL_NAMES, OPTIONS, WITHOUT_VALUE
from tracker.cli.lookup import command_named, function_of, joined
from tracker.cli.options import edit_option
from tracker.cli.parser import Context, MissingParameter, NoSuchOption, UsageError, text_last, with_values
from tracker.cli.say.failures import exit_code_of
from tracker.cli.session import Session
from tracker.locale import LANGUAGES
from tracker.settings import COMPLETE, before_dashes


class TrackerCommand(TyperCommand):
    """A command that knows the global options and whose help goes through our writer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "add_help_option": False})
        if str(self.name).startswith("update-"):
            self.params.append(edit_option())
        own = {name for param in self.params for name in param.opts}
        self.params += [option for option in OPTIONS if not own & set(option.opts)]

    def format_help(self, ctx: Context, formatter: Any) -> None:  # noqa: ARG002 - our help is laid out by our writer
        """Shows what the command does and takes."""
        self._show_help(ctx, ())

    def _show_help(self, ctx: Context, args: Sequence[str]) -> None:
        from tracker.cli.completion.answer import arguments_in  # noqa: PLC0415 - only for help
        from tracker.cli.say.help import command_help  # noqa: PLC0415 - as above

        session, name = _session(ctx), ctx.info_name or ""
        shown = command_help(self, name, session.words, arguments_in([name, *args]))
        session.lay_out(session.out, shown, long=True)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Show help before anything else is asked for; ask for what is missing on a terminal."""
        session = _session(ctx)
        if {"--help", "-h"} & set(before_dashes(args)):
            self._show_help(ctx, args)
            raise typer.Exit
        ctx.allow_extra_args = True  # they would be refused in other words than ours
        words = session.written_out(args, self.params) if ctx.info_name == "list" else list(args)
        while True:
            try:
                rest = super().parse_args(ctx, list(words))
                break
            except MissingParameter as missing:
                words = with_argument(session, ctx, words, missing)
            except UsageError as error:
                moved = text_last(words, error.option_name) if isinstance(error, NoSuchOption) else None
                if moved is None:
                    error.ctx = error.ctx or ctx
                    raise
                words = moved
        if ctx.args:
            raise errors.TooManyWords(" ".join(ctx.args), ctx.info_name or "")
        return rest

    def invoke(self, ctx: Context) -> Any:
        """The global options go to the session, the rest to the command."""
        session = _session(ctx)
        if session.config_fault and ctx.info_name != "config":
            raise session.config_fault
        given = {
            name: ctx.params.pop(name) for name in GLOBAL_NAMES & ctx.params.keys() if name not in self.own_names()
        }
        session.take_options(given)
        session.check_today()
        if session.settings.beside and ctx.info_name != "report":
            raise errors.BadSetting(str(session.options["lang"]), "lang", LANGUAGES, source="--lang")
        if ctx.params.pop("edit", False):
            from tracker.cli.edit.editing import edited  # noqa: PLC0415 - only with --edit

            return edited(session, ctx, lambda: self._run(session, ctx))
        fill_options(session, ctx)
        return self._run(session, ctx)

    def _run(self, session: Session, ctx: Context) -> Any:
        """Run the command, and again with what a rule found missing and a person gave."""
        while True:
            try:
                return super().invoke(ctx)
            except errors.TrackerError as lack:
                fill_lack(session, ctx, lack)

    def own_names(self) -> set[str]:
        """The names that the command itself declared and its function takes."""
        wanted = getattr(self.callback, "__wrapped__", self.callback)
        return set(wanted.__annotations__) if wanted is not None else set()


def _session(ctx: Context) -> Session:
    session = ctx.find_object(Session)
    assert session is not None
    return session


class Root(TyperGroup):
    """The group of all commands by name; only the one that is asked for is imported."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "params": [*OPTIONS, *COMPLETION]})

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - Typer's signature
        """The names, daily ones first."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> TrackerCommand | None:  # noqa: ARG002 - as above
        """The command, built now; None when there is none of that name in any language."""
        name = command_named(cmd_name)
        return build(name) if name in COMMANDS else None

    def format_help(self, ctx: Context, formatter: Any) -> None:  # noqa: ARG002 - our help is laid out by our writer
        """Shows the commands."""
        from tracker.cli.say.help import root_help  # noqa: PLC0415 - only for help

        session = _session(ctx)
        session.lay_out(session.out, root_help(session.words), long=True)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """The options before the command go to the session."""
        rest = super().parse_args(ctx, with_values(self.params, args, WITHOUT_VALUE))
        _session(ctx).take_options(ctx.params)
        ctx.params.clear()
        return rest

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        """The command named first, under its English name; raises `UnknownCommand` with one like it."""
        args = joined(args)
        if command_named(args[0]) == "help":
            args = self._helped(ctx, args[1:])
        if args[0] == "--help":
            self.format_help(ctx, None)
            raise typer.Exit
        name = command_named(args[0])
        if name not in COMMANDS:
            from tracker.cli.input.suggestions import like  # noqa: PLC0415 - only for a word that is no command

            raise errors.UnknownCommand(args[0], like(args[0], _session(ctx).words.lang))
        return super().resolve_command(ctx, [name, *args[1:]])

    def _helped(self, ctx: Context, words: Sequence[str]) -> list[str]:
        """The line that shows what help was asked for; a topic is shown here. Raises `UnknownTopic`."""
        asked = joined([*takewhile(lambda word: not word.startswith("-"), words)])
        if not asked or command_named(asked[0]):
            return [*asked[:1], "--help"]
        from tracker.cli.say.topics import nearest_topic, topic_help, topic_named  # noqa: PLC0415 - only for help

        session, topic = _session(ctx), topic_named("-".join(asked)) or topic_named(asked[0])
        if topic is None:
            raise errors.UnknownTopic(asked[0], nearest_topic(asked[0], session.words.lang))
        session.lay_out(session.out, topic_help(topic, session.words), long=True)
        raise typer.Exit

    def invoke(self, ctx: Context) -> Any:
        """Carry out the command, or `status` where none is named."""
        result = super().invoke(ctx)
        if ctx.invoked_subcommand is not None:
            return result
        command = build("status")
        with command.make_context("status", [], parent=ctx) as inner:
            return command.invoke(inner)

    def main(self, args: Sequence[str] | None = None, *_: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run one command line in a session of its own, or in `obj`; failures are told, and what remains is a code.

        Not Typer's way: that makes one and the same thing of every signal, and writes past our writer.
        """
        words = list(sys.argv[1:] if args is None else args)
        if os.environ.get(COMPLETE):
            from tracker.cli.completion.answer import answer  # noqa: PLC0415 - only when a shell asks

            code = answer(os.environ)
        else:
            code = exit_code_of(words, lambda session: self._run(words, session), extra.get("obj"))
        if standalone_mode:
            sys.exit(code)
        return code

    def _run(self, words: list[str], session: Session) -> int:
        try:
            with self.make_context("tracker", words, obj=session) as ctx:
                result = self.invoke(ctx)
        except typer.Exit as end:
            return end.exit_code
        except Exception as failure:
            from tracker.cli.meant.lines import line_meant  # noqa: PLC0415 - only when something was refused

            session.meant = line_meant(failure, words, lambda name: build(name).params, session)
            raise
        return result if isinstance(result, int) else 0


def build(name: str) -> TrackerCommand:
    """One command with the global options."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=TrackerCommand)(function_of(name))
    command = get_command(alone)
    assert isinstance(command, TrackerCommand)
    return command


def tracker(ctx: typer.Context) -> None:
    """Answer what was asked of the program itself; then comes the command."""
    session = _session(ctx)
    install, show = (session.options.get(name) for name in WITHOUT_VALUE)
    if install is not None:
        from tracker.cli.completion.install import install_script  # noqa: PLC0415 - only when it is asked for

        install_script(session, install)
        raise typer.Exit
    if show is not None:
        from tracker.cli.completion.script import give_script  # noqa: PLC0415 - as above

        give_script(session, show)
        raise typer.Exit


app = typer.Typer(
    name="tracker",
    cls=Root,
    callback=tracker,
    invoke_without_command=True,
    add_help_option=False,  # these two are among our own options
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@cache
def root() -> Root:
    """The group of all commands."""
    found = get_command(app)
    assert isinstance(found, Root)
    return found
