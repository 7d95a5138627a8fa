"""Options that several commands share. Texts are parsed by `values`, so that every refusal is in our own words."""

from typing import Annotated

import typer

from tracker.cli.parser import Option
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


def edit_option() -> Option:
    """On every command that changes a record by its options."""
    return Option(param_decls=["--edit"], is_flag=True, help=mark("Change the record in an editor ($EDITOR)."))


def global_options() -> list[Option]:
    """The options that stand before or after every command (CLI.md)."""

    def choice(key: str) -> str:
        return "|".join(KEYS[key][0])

    return [
        Option(param_decls=["--db"], metavar=mark("PATH"), help=mark("Where the tracker is (TRACKER_DB).")),
        Option(param_decls=["--lang"], metavar=choice("lang"), help=mark("Language (TRACKER_LANG).")),
        Option(param_decls=["--today"], metavar=mark("DATE"), help=mark("Count with this day (TRACKER_TODAY).")),
        Option(param_decls=["--by"], metavar=mark("OFFICE"), help=mark("The office that acts (TRACKER_BY).")),
        Option(param_decls=["--json"], is_flag=True, help=mark("Output for programs.")),
        Option(param_decls=["--plain"], is_flag=True, help=mark("One record per line, tab-separated.")),
        Option(param_decls=["--digits"], metavar=choice("digits"), help=mark("Latin or Arabic-Indic digits.")),
        Option(param_decls=["--calendar"], metavar=choice("calendar"), help=mark("Calendar of dates.")),
        Option(
            param_decls=["--bidi"],
            metavar=choice("bidi"),
            help=mark("How Arabic is put on the terminal (TRACKER_BIDI)."),
        ),
        Option(param_decls=["--no-pager"], is_flag=True, help=mark("Long output without a pager.")),
        Option(param_decls=["--color"], metavar=choice("color"), help=mark("Colours; NO_COLOR is respected.")),
        Option(param_decls=["--yes"], is_flag=True, help=mark("Answer questions with yes.")),
        Option(param_decls=["--dry-run"], is_flag=True, help=mark("Show what would change, and change nothing.")),
        Option(param_decls=["--quiet"], is_flag=True, help=mark("Say nothing beside the result.")),
        Option(param_decls=["--version"], is_flag=True, help=mark("Show the version.")),
        Option(param_decls=["--help", "-h"], is_flag=True, is_eager=True, help=mark("Show this help.")),
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
