"""Building one command out of the table and running it; global options stand before or after its name."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from tracker.cli.asking import CHANGES, LACKS, fill_lack, fill_options, with_argument
from tracker.cli.command_names import command_named
from tracker.cli.command_table import COMMANDS
from tracker.cli.help import command_help, root_help
from tracker.cli.options import GLOBAL_NAMES, edit_option, global_options
from tracker.cli.parser import Command, Context, MissingParameter, UsageError
from tracker.cli.session import Session
from tracker.cli.suggestions import like
from tracker.errors import BadSetting, TooManyWords, UnknownCommand
from tracker.settings import LANGS, before_dashes


class TrackerCommand(TyperCommand):
    """A command that knows the global options and whose help goes through our writer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "add_help_option": False})
        if self.name in CHANGES:
            self.params.append(edit_option())
        own = {name for param in self.params for name in param.opts}
        self.params += [option for option in global_options() if not own & set(option.opts)]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Help is shown before anything else is asked for; what is missing is asked for on a terminal."""
        session = _session(ctx)
        if {"--help", "-h"} & set(before_dashes(args)):
            session.out.write_long(command_help(self, ctx.info_name or "", session.words, session.out.width))
            raise typer.Exit
        ctx.allow_extra_args = True  # click would refuse them in its own words
        words = list(args)
        while True:
            try:
                rest = super().parse_args(ctx, list(words))
                break
            except MissingParameter as missing:
                words = with_argument(session, words, missing)
            except UsageError as error:
                error.ctx = error.ctx or ctx
                raise
        if ctx.args:
            raise TooManyWords(tuple(ctx.args), ctx.info_name or "")
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
        if session.settings.beside and ctx.info_name != "report":
            raise BadSetting(str(session.options["lang"]), "lang", LANGS, source="--lang")
        if ctx.params.pop("edit", False):
            from tracker.cli.editing import edited  # noqa: PLC0415 - only with --edit

            return edited(session, ctx, lambda: self._carry_out(session, ctx))
        fill_options(session, ctx)
        return self._carry_out(session, ctx)

    def _carry_out(self, session: Session, ctx: Context) -> Any:
        """Runs the command, and again with what a rule found missing and a person gave."""
        while True:
            try:
                return super().invoke(ctx)
            except LACKS as lack:
                fill_lack(session, ctx, lack)

    def own_names(self) -> set[str]:
        """Names that the command itself declared and its function takes."""
        wanted = getattr(self.callback, "__wrapped__", self.callback)
        return set(wanted.__annotations__) if wanted is not None else set()


def _session(ctx: Context) -> Session:
    session = ctx.find_object(Session)
    assert session is not None
    return session


class Root(TyperGroup):
    """All commands by name; only the one that is asked for is imported."""

    def __init__(self) -> None:
        super().__init__(name="tracker", invoke_without_command=True, params=global_options(), add_help_option=False)

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, daily ones first."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - as above
        """The command, built now; None when there is none of that name in any language."""
        name = command_named(cmd_name)
        return build(name) if name in COMMANDS else None

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        """The command named first, under its English name; raises `UnknownCommand` with one like it."""
        session = _session(ctx)
        name = command_named(args[0])
        if name == "help":
            args = [*(word for word in args[1:2] if not word.startswith("-")), "--help"]
            name = command_named(args[0])
        if args[0] == "--help":
            session.out.write_long(root_help(session.words, session.out.width))
            raise typer.Exit
        if name not in COMMANDS:
            raise UnknownCommand(args[0], like(args[0], session.words.lang))
        return super().resolve_command(ctx, [name, *args[1:]])

    def invoke(self, ctx: Context) -> Any:
        """Without a command it is `status`; help and version before everything."""
        session = _session(ctx)
        session.take_options(ctx.params)
        if ctx.params.get("help"):
            session.out.write_long(root_help(session.words, session.out.width))
            return 0
        if ctx.params.get("version"):
            session.print_version()
            return 0
        ctx.params.clear()
        if ctx.protected_args or ctx.args:
            return super().invoke(ctx)
        command = build("status")
        with command.make_context("status", [], parent=ctx) as inner:
            return command.invoke(inner)


def build(name: str) -> Command:
    """One command from its module, with the global options."""
    module, _, function = COMMANDS[name].place.partition(":")
    callback: Callable[..., Any] = getattr(import_module(f"tracker.cli.{module}"), function)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=TrackerCommand)(callback)
    return get_command(app)


def run(arguments: Sequence[str], session: Session) -> int:
    """Runs one command line; returns its exit code. Raises click's usage errors and our own errors."""
    root = Root()
    try:
        # Not `root.main`: that makes one and the same thing of every signal, and writes past our writer.
        with root.make_context("tracker", list(arguments), obj=session) as ctx:
            result = root.invoke(ctx)
    except typer.Exit as end:
        return end.exit_code
    return result if isinstance(result, int) else 0
