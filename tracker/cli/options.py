"""Options that several commands share. Texts are parsed by `values`, so that every refusal is in our own words."""

from typing import Annotated

import click
import typer

from tracker.reports.message import mark
from tracker.settings import KEYS

Code = Annotated[str, typer.Argument(metavar=mark("CODE"))]
Note = Annotated[str | None, typer.Option("--note", metavar=mark("TEXT"), help=mark("Why; kept in the history."))]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar=mark("TEXT"), help=mark("The reason that a rule asks for."))
]
IfRev = Annotated[
    str | None,
    typer.Option("--if-rev", metavar="N", help=mark("Refuse if the record has changed since revision N.")),
]
Clear = Annotated[
    list[str] | None,
    typer.Option("--clear", metavar=mark("FIELD"), help=mark("Empty a field, named like its option; may be repeated.")),
]
Force = Annotated[
    bool, typer.Option("--force", help=mark("Keep a text that looks like personal data; needs --reason."))
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar=mark("DATE"), help=mark("The tracker as it stood at the end of that day.")),
]
Out = Annotated[
    str | None, typer.Option("-o", "--output", metavar=mark("FILE"), help=mark("Write to a file; - is the pipe."))
]


def edit_option() -> click.Option:
    """On every command that changes a record by its options."""
    return click.Option(["--edit"], is_flag=True, help=mark("Change the record in an editor ($EDITOR)."))


def global_options() -> list[click.Option]:
    """The options that stand before or after every command (CLI.md)."""

    def choice(key: str) -> str:
        return "|".join(KEYS[key][0])

    return [
        click.Option(["--db"], metavar=mark("PATH"), help=mark("Where the tracker is (TRACKER_DB).")),
        click.Option(["--lang"], metavar=choice("lang"), help=mark("Language (TRACKER_LANG).")),
        click.Option(["--today"], metavar=mark("DATE"), help=mark("Count with this day (TRACKER_TODAY).")),
        click.Option(["--by"], metavar=mark("OFFICE"), help=mark("The office that acts (TRACKER_BY).")),
        click.Option(["--json"], is_flag=True, help=mark("Output for programs.")),
        click.Option(["--plain"], is_flag=True, help=mark("One record per line, tab-separated.")),
        click.Option(["--digits"], metavar=choice("digits"), help=mark("Latin or Arabic-Indic digits.")),
        click.Option(["--calendar"], metavar=choice("calendar"), help=mark("Calendar of dates.")),
        click.Option(
            ["--bidi"], metavar=choice("bidi"), help=mark("How Arabic is put on the terminal (TRACKER_BIDI).")
        ),
        click.Option(["--no-pager"], is_flag=True, help=mark("Long output without a pager.")),
        click.Option(["--color"], metavar=choice("color"), help=mark("Colours; NO_COLOR is respected.")),
        click.Option(["--yes"], is_flag=True, help=mark("Answer questions with yes.")),
        click.Option(["--dry-run"], is_flag=True, help=mark("Show what would change, and change nothing.")),
        click.Option(["--quiet"], is_flag=True, help=mark("Say nothing beside the result.")),
        click.Option(["--version"], is_flag=True, help=mark("Show the version.")),
        click.Option(["--help", "-h"], is_flag=True, is_eager=True, help=mark("Show this help.")),
    ]


GLOBAL_NAMES = frozenset(
    {
        "db",
        "lang",
        "today",
        "by",
        "json",
        "plain",
        "digits",
        "calendar",
        "bidi",
        "no_pager",
        "color",
        "yes",
        "dry_run",
        "quiet",
        "version",
        "help",
    }
)
