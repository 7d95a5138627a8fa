"""The command `report`."""

from functools import partial
from typing import Annotated, Any

import typer

from tracker import errors
from tracker.cli.commands.reporting.asked import asked_of, number_of, refuse_others, request_of
from tracker.cli.commands.reporting.files import Destination, forms_of, is_folder, put, put_all
from tracker.cli.commands.reporting.issuing import record_issue
from tracker.cli.commands.reporting.letterheads import brand_of
from tracker.cli.commands.reporting.letters import Made, letter, letters
from tracker.cli.commands.reporting.sets import forms_of_set, put_set
from tracker.cli.input import values
from tracker.cli.input.choices import Kinds, word_option
from tracker.cli.options import AsOf, Out
from tracker.cli.parameters import parameter, with_parameters
from tracker.cli.parser import VALUE, Choice
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.audience import Audience
from tracker.model.records.parties import Side
from tracker.reports.documents import DOCUMENTS, SETS, document
from tracker.reports.documents.request import Request
from tracker.views.formats import FORMATS


def _text(meaning: str, metavar: str, *names: str, **further: Any) -> Any:
    """An option that takes a text or nothing."""
    return Annotated[str | None, typer.Option(*names, metavar=metavar, help=meaning, **further)]


KIND = Annotated[str, typer.Argument(click_type=Kinds("report", (*DOCUMENTS, *SETS)), metavar=mark("[KIND]"))]
FORMAT = _text(mark("Format of the file."), VALUE, "--format", click_type=Choice(FORMATS))
OUTSIDE = mark("Leave out what only your own side may see.")
READERS = word_option(Audience, "--audience", OUTSIDE, default=Audience.INTERNAL)
LETTERHEAD = mark("The file of a letterhead (TOML), or a Word file to write on.")
ISSUE = typer.Option("--issue", help=mark("Record that the brief was issued; the next one is compared with it."))
PERIOD = mark("PERIOD")


@with_parameters(
    parameter("ctx", typer.Context),
    parameter("kind", KIND, "full"),
    parameter("output", Out, None),
    parameter("format_", FORMAT, None),
    parameter("as_of", AsOf, None),
    parameter("period", _text(mark("The quarter, half year or year that is evaluated."), PERIOD), None),
    parameter("against", _text(mark("An earlier period to compare with."), PERIOD), None),
    parameter("audience", Annotated[Audience | None, READERS], None),
    parameter("side", Annotated[Side | None, word_option(Side, "--side", mark("Commitments of one side."))], None),
    parameter("owner", _text(mark("Matters of one office, as a letter to it."), mark("OFFICE")), None),
    parameter("meeting", _text(mark("The meeting that is followed up."), "M"), None),
    parameter("letterhead", _text(LETTERHEAD, mark("FILE")), None),
    parameter("reference", _text(mark("The number that the registry gave the letter."), mark("TEXT")), None),
    parameter("issue", Annotated[bool, ISSUE], False),
)
def report(
    ctx: typer.Context,
    kind: str,
    output: str | None,
    as_of: str | None,
    audience: Audience | None,
    letterhead: str | None,
    **given: Any,
) -> None:
    """Make a report."""
    session: Session = ctx.obj
    form, issue = given.pop("format_"), given.pop("issue")
    refuse_others(session, kind, {**given, "issue": issue or None})
    if issue and audience is Audience.COUNTERPART:
        raise errors.Contradictory(("--issue", "--audience counterpart"))
    forms = forms_of_set(kind, output, form) if kind in SETS else forms_of(session, kind, output, form)
    brand = brand_of(session, letterhead, kind, forms, framed=_is_framed(kind, output, given))
    to = Destination(output, forms, brand)
    request = partial(request_of, session, as_of, printed=bool(forms))
    if kind in SETS:
        put_set(session, kind, request(audience or Audience.INTERNAL), given, to)
        return
    if DOCUMENTS[kind].addressed:
        _send(session, request, audience, given, to)
        return
    with session.working(msg("Making the report …")):
        asked = asked_of(session, request(audience or Audience.INTERNAL), given)
        made = document(kind, asked)
    put(session, made, to)
    if issue:
        record_issue(session, asked)


def _is_framed(kind: str, output: str | None, given: dict[str, Any]) -> bool:
    """Whether a letter is made: not of what all offices owe, unless each gets its own."""
    if kind in SETS or DOCUMENTS[kind].letter:
        return True
    return DOCUMENTS[kind].addressed and bool(given["owner"] or given["side"] or is_folder(output))


def _send(session: Session, request: Made, audience: Audience | None, given: dict[str, Any], to: Destination) -> None:
    """A letter to one office or side; into a folder one to each office, where none is named.

    Raises `NumberOfOneLetter`.
    """
    owner, side, number = given["owner"], given["side"], number_of(given["reference"])
    several = to.is_folder and owner is None
    if number and (several or not (owner or side)):
        raise errors.NumberOfOneLetter("--reference")
    if several:
        put_all(session, letters(session, request, audience, side), to)
        return

    def numbered(readers: Audience) -> Request:
        return replace(request(readers), reference=number)

    with session.working(msg("Making the report …")):
        made = letter(session, numbered, audience, values.office(session, owner, "--owner"), side)
    put(session, made, to)
