"""The options that stand before or after every command, and those of the program alone."""

from typing import TYPE_CHECKING, Any

import typer

from tracker.cli.parser import VALUE, Choice, Context, Option, Parameter, names_of
from tracker.message import mark
from tracker.settings import DEFAULTS, KEYS

if TYPE_CHECKING:
    from tracker.cli.session import Session

SHELLS = Choice(("bash", "zsh", "fish"))
SHELL = mark("[SHELL]")


def _switch(name: str, meaning: str, **more: Any) -> Option:
    return Option(param_decls=list(names_of(name)), is_flag=True, help=meaning, **more)


def _text(name: str, metavar: str, meaning: str, kind: Choice | None = None, default: str = "") -> Option:
    return Option(param_decls=[name], metavar=metavar, help=meaning, type=kind, show_default=default)


def _setting(key: str, meaning: str) -> Option:
    """An option for what config.toml may hold too; the settings read its value."""
    return _text(f"--{key}", VALUE, meaning, Choice(KEYS[key][0]), DEFAULTS[key])


def _show_help(ctx: Context, _: Parameter, value: bool) -> None:
    """Show help before anything else is looked at."""
    if value:
        ctx.command.format_help(ctx, ctx.make_formatter())
        raise typer.Exit


def _show_version(ctx: Context, _: Parameter, value: bool) -> None:
    if value:
        session: Session = ctx.obj
        session.print_version()
        raise typer.Exit


# Made here, and not from a signature as Typer makes those of commands: every command pays for them.
OPTIONS = (
    _text("--db", mark("PATH"), mark("Place of the tracker (TRACKER_DB).")),
    _setting("lang", mark("Language (TRACKER_LANG).")),
    _text("--today", mark("DATE"), mark("Treat this date as today (TRACKER_TODAY).")),
    _text("--by", mark("OFFICE"), mark("The office that acts (TRACKER_BY).")),
    _switch("json", mark("Output for programs.")),
    _switch("plain", mark("One record per line, tab-separated.")),
    _setting("digits", mark("Latin or Arabic-Indic digits.")),
    _setting("calendar", mark("Calendar of dates.")),
    _setting("bidi", mark("Way of writing Arabic on the terminal (TRACKER_BIDI).")),
    _switch("no-pager", mark("Long output without a pager.")),
    _setting("color", mark("Colours; NO_COLOR is respected.")),
    _switch("yes", mark("Answer questions with yes.")),
    _switch("dry-run", mark("Show what would change, and change nothing.")),
    _switch("quiet", mark("Print nothing but the result.")),
    _switch("version", mark("Show the version."), is_eager=True, expose_value=False, callback=_show_version),
    _switch("help", mark("Show this help."), is_eager=True, expose_value=False, callback=_show_help),
)
GLOBAL_NAMES = frozenset(option.name or "" for option in OPTIONS)

COMPLETION = (
    _text("--install-completion", SHELL, mark("Install completion for the shell in use, or another."), SHELLS),
    _text("--show-completion", SHELL, mark("Show the script of completion, to install it by hand."), SHELLS),
)
WITHOUT_VALUE = {"install_completion": "", "show_completion": ""}
"""The values of these two where none follows them: the shell in use."""
