"""The options of the program itself, which stand before or after every command."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.reports.message import mark
from tracker.settings import KEYS

if TYPE_CHECKING:
    from tracker.cli.session import Session


def _choice(key: str) -> str:
    return "|".join(KEYS[key][0])


def _show_help(ctx: typer.Context, value: bool) -> None:
    """Answers before anything else is looked at."""
    if value:
        ctx.command.format_help(ctx, ctx.make_formatter())
        raise typer.Exit


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value:
        session: Session = ctx.obj
        session.print_version()
        raise typer.Exit


def global_options(
    ctx: typer.Context,
    db: Annotated[
        str | None, typer.Option(metavar=mark("PATH"), help=mark("Where the tracker is (TRACKER_DB)."))
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar=_choice("lang"), help=mark("Language (TRACKER_LANG)."))] = None,
    today: Annotated[
        str | None, typer.Option(metavar=mark("DATE"), help=mark("Count with this day (TRACKER_TODAY)."))
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar=mark("OFFICE"), help=mark("The office that acts (TRACKER_BY)."))
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=mark("Output for programs."))] = False,
    plain: Annotated[bool, typer.Option("--plain", help=mark("One record per line, tab-separated."))] = False,
    digits: Annotated[
        str | None, typer.Option(metavar=_choice("digits"), help=mark("Latin or Arabic-Indic digits."))
    ] = None,
    calendar: Annotated[str | None, typer.Option(metavar=_choice("calendar"), help=mark("Calendar of dates."))] = None,
    bidi: Annotated[
        str | None,
        typer.Option(metavar=_choice("bidi"), help=mark("How Arabic is put on the terminal (TRACKER_BIDI).")),
    ] = None,
    no_pager: Annotated[bool, typer.Option("--no-pager", help=mark("Long output without a pager."))] = False,
    color: Annotated[
        str | None, typer.Option(metavar=_choice("color"), help=mark("Colours; NO_COLOR is respected."))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=mark("Answer questions with yes."))] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=mark("Show what would change, and change nothing."))
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help=mark("Say nothing beside the result."))] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=mark("Show the version."), is_eager=True, expose_value=False, callback=_show_version
        ),
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(metavar=mark("[SHELL]"), help=mark("Install completion for the shell in use, or another.")),
    ] = None,
    show_completion: Annotated[
        str | None,
        typer.Option(metavar=mark("[SHELL]"), help=mark("Show the script of completion, to install it by hand.")),
    ] = None,
    help_: Annotated[
        bool,
        typer.Option(
            "--help", "-h", help=mark("Show this help."), is_eager=True, expose_value=False, callback=_show_help
        ),
    ] = False,
) -> None:
    """Takes the options that stand before the command; they may stand after it just as well."""
    session: Session = ctx.obj
    session.take_options(ctx.params)
    if install_completion is not None:
        from tracker.cli.completion_install import install_script  # noqa: PLC0415 - only when it is asked for

        install_script(session, install_completion)
        raise typer.Exit
    if show_completion is not None:
        from tracker.cli.completion_script import give_script  # noqa: PLC0415 - as above

        give_script(session, show_completion)
        raise typer.Exit


WITHOUT_VALUE = {"install_completion": "", "show_completion": ""}
"""What these mean where no value follows them: the shell in use. They stand before a command, and without one."""

GLOBAL_NAMES = frozenset(global_options.__annotations__) - {"ctx", "return"} - WITHOUT_VALUE.keys()
