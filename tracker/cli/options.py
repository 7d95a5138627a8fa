"""The options that several commands share. Texts are parsed by `values`, so that every refusal is in our own words."""

from typing import Annotated

import typer

from tracker.cli.parser import Option, names_of
from tracker.message import mark

Code = Annotated[str, typer.Argument(metavar=mark("CODE"))]
Codes = Annotated[list[str], typer.Argument(metavar=mark("CODE…"))]
Note = Annotated[
    str | None, typer.Option(*names_of("note"), metavar=mark("TEXT"), help=mark("A note on why; kept in the history."))
]
Reason = Annotated[
    str | None,
    typer.Option(*names_of("reason"), metavar=mark("TEXT"), help=mark("The reason, where a rule requires one.")),
]
IfRev = Annotated[
    str | None,
    typer.Option("--if-rev", metavar="N", help=mark("Refuse if the record has changed since revision N.")),
]
Force = Annotated[
    bool, typer.Option("--force", help=mark("Keep a text that looks like personal data; needs --reason."))
]
ForceIn = Annotated[
    bool,
    typer.Option("--force", help=mark("Accept what breaks a rule or looks like personal data; needs --reason.")),
]
BegunApart = Annotated[
    bool,
    typer.Option("--begun-apart", help=mark("The copy is of this programme, although it was started separately.")),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar=mark("DATE"), help=mark("The tracker as it stood at the end of that day.")),
]
Out = Annotated[
    str | None,
    typer.Option(*names_of("output"), metavar=mark("FILE"), help=mark("Write to a file; - is standard output.")),
]


def edit_option() -> Option:
    """The option `--edit`, which every command has that changes a record by its options."""
    return Option(param_decls=["--edit"], is_flag=True, help=mark("Change the record in an editor ($EDITOR)."))
