"""The options that the commands of the follow-up share."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from tracker.cli.choices import word_option
from tracker.message import mark
from tracker.model.meeting import Level

TEXT, DATE, CODE = mark("TEXT"), mark("DATE"), mark("CODE")

Title = Annotated[str, typer.Argument(metavar=mark("TITLE"))]
TitleAr = Annotated[str | None, typer.Option("--title-ar", metavar=TEXT, help=mark("Arabic title."))]
TitleTr = Annotated[str | None, typer.Option("--title-tr", metavar=TEXT, help=mark("Turkish title."))]
TitleEn = Annotated[str | None, typer.Option("--title-en", metavar=TEXT, help=mark("English title."))]
NameAr = Annotated[str | None, typer.Option("--name-ar", metavar=TEXT, help=mark("Arabic name."))]
NameTr = Annotated[str | None, typer.Option("--name-tr", metavar=TEXT, help=mark("Turkish name."))]
NameEn = Annotated[str | None, typer.Option("--name-en", metavar=TEXT, help=mark("English name."))]
Owner = Annotated[
    str | None, typer.Option("--owner", metavar=mark("PARTY/ROLE"), help=mark("The office that answers for it."))
]
Support = Annotated[
    str | None, typer.Option("--support", metavar=mark("PARTY/ROLE"), help=mark("The office that supports it."))
]
Evidence = Annotated[
    list[str] | None,
    typer.Option("--evidence", metavar=mark("REF"), help=mark("A paper that shows it; may be repeated.")),
]
Steps = Annotated[
    list[str] | None, typer.Option("--step", metavar="S3", help=mark("A step it concerns; may be repeated."))
]
Like = Annotated[
    str | None, typer.Option("--like", metavar=CODE, help=mark("Take over what another record of this kind has."))
]
AtLevel = Annotated[Level | None, word_option(Level, "--level", mark("At which level they meet."))]


def new_status(kind: type[StrEnum]) -> Any:
    """The option for another status of a record."""
    return word_option(kind, "--status", mark("The new status."), mark("STATUS"))
