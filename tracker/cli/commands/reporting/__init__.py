"""The command `report`."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from functools import partial
from itertools import tee
from typing import Annotated, Any

import typer

from tracker import errors
from tracker.cli.commands.reporting.files import format_of, formats_of, is_folder, name_of, put_all, put_document
from tracker.cli.commands.reporting.issuing import record_issue
from tracker.cli.commands.reporting.letterheads import brand_of
from tracker.cli.input import values
from tracker.cli.input.choices import Kinds, word_option
from tracker.cli.letters import letter, letters
from tracker.cli.options import AsOf, Out
from tracker.cli.parser import VALUE, Choice
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.audience import Audience, notes_for, seen_by
from tracker.model.records.initiatives import BRIEF_NUMBER
from tracker.model.records.parties import Side
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Report
from tracker.views.formats import FORMATS
from tracker.views.letterhead import Brand


def report(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(click_type=Kinds("report", DOCUMENTS), metavar=mark("[KIND]"))] = "full",
    output: Out = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", click_type=Choice(FORMATS), metavar=VALUE, help=mark("Format of the file.")),
    ] = None,
    as_of: AsOf = None,
    period: Annotated[
        str | None, typer.Option(metavar=mark("PERIOD"), help=mark("The quarter, half year or year that is evaluated."))
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar=mark("PERIOD"), help=mark("An earlier period to compare with."))
    ] = None,
    audience: Annotated[
        Audience | None, word_option(Audience, "--audience", mark("Without what only one's own side may see."))
    ] = None,
    side: Annotated[Side | None, word_option(Side, "--side", mark("What one side owes."))] = None,
    owner: Annotated[
        str | None, typer.Option(metavar=mark("OFFICE"), help=mark("What one office owes, as a letter to it."))
    ] = None,
    meeting: Annotated[str | None, typer.Option(metavar="M", help=mark("The meeting that is followed up."))] = None,
    letterhead: Annotated[
        str | None,
        typer.Option(metavar=mark("FILE"), help=mark("The file of a letterhead (TOML), or a Word file to write on.")),
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option(metavar=mark("TEXT"), help=mark("The number that the registry gave the brief.")),
    ] = None,
    issue: Annotated[
        bool, typer.Option("--issue", help=mark("Record that the brief was issued; the next one is compared with it."))
    ] = False,
) -> None:
    """Make a report."""
    session: Session = ctx.obj
    readers = audience or Audience.INTERNAL
    given: dict[str, Any] = {"period": period, "against": against, "side": side, "owner": owner, "meeting": meeting}
    _refuse_others(session, kind, {**given, "reference": reference, "issue": issue or None})
    if issue and readers is Audience.COUNTERPART:
        raise errors.Contradictory(("--issue", "--audience counterpart"))
    form = None if is_folder(output) and not format_ else format_of(kind, output, format_, machine=session.flag("json"))
    form = form or _mailed(session, kind, output)
    forms = (form,) if form else formats_of(kind) if is_folder(output) else ()
    brand = brand_of(session, letterhead, kind, forms) if forms or letterhead else None
    request = partial(_request, session, as_of, printed=bool(forms))
    if DOCUMENTS[kind].addressed and is_folder(output) and owner is None:
        put_all(session, letters(session, request, audience, side), forms, str(output), brand)
        return
    with session.working(msg("Making the report …")):
        if DOCUMENTS[kind].addressed:
            made = letter(session, request, audience, values.office(session, owner, "--owner"), side)
        else:
            asked = _asked(session, request(readers), {**given, "reference": reference})
            made = document(kind, asked)
    _put(session, made, forms, output, brand)
    if issue:
        record_issue(session, asked)


def _put(session: Session, made: Report, forms: Sequence[str], output: str | None, brand: Brand | None) -> None:
    """The document onto the terminal, into a file, or in every format into a folder."""
    if is_folder(output):
        put_all(session, [(name_of(made), made)], forms, str(output), brand)
    elif forms:
        put_document(session, made, forms[0], output, brand)
    else:
        session.show(made)


def _mailed(session: Session, kind: str, output: str | None) -> str | None:
    """The text for a mail, where a letter goes into a pipe and nothing else was asked for."""
    plainly = session.flag("json") or session.is_plain
    piped = output is None and not session.out.terminal.is_tty and not plainly
    return "txt" if DOCUMENTS[kind].addressed and piped else None


def _refuse_others(session: Session, kind: str, given: dict[str, object]) -> None:
    """Raises `OptionElsewhere` for an option that means nothing to this kind."""
    typed = {f"--{name}": name for name, value in given.items() if value is not None}
    if session.settings.beside:
        typed[f"--lang {session.options['lang']}"] = "beside"
    for option, name in typed.items():
        if name not in DOCUMENTS[kind].options:
            kinds = tuple(other for other, document in DOCUMENTS.items() if name in document.options)
            raise errors.OptionElsewhere(option, kind, kinds)


def _number(reference: str | None) -> str:
    """The number as it is kept; raises `BadValue` for what no registry gives."""
    if reference is None:
        return ""
    if not BRIEF_NUMBER.fullmatch(reference.strip()):
        raise errors.BadValue(reference, "reference")
    return reference.strip()


def _request(session: Session, as_of: str | None, readers: Audience, *, printed: bool) -> Request:
    """The tracker as those readers see it, on that day and on every earlier one."""
    from tracker.store.notes import notes_at  # noqa: PLC0415 - as below
    from tracker.store.past import tracker_approved, tracker_at  # noqa: PLC0415 - beside the tracker, when a document is really made

    tracker, day = session.tracker_on(as_of)
    until = day if as_of else date.max
    state, standing = session.state, session.state.standing
    (line,) = tee(session.store.revisions(newest_first=True), 1)  # read once, however often they are rolled back
    return Request(
        tracker=seen_by(readers, tracker),
        day=day,
        standing=Standing(standing.number, standing.head, standing.at),
        office=values.office(session, session.settings["by"] or None, "--by"),
        printed=printed,
        audience=readers,
        beside=session.settings.beside,
        lang=session.words.lang,
        past=lambda day: seen_by(readers, tracker_at(session.store, day, state, session.tracker, copy(line))),
        approved=lambda review: seen_by(readers, tracker_approved(session.store, review, state, copy(line))),
        notes=lambda: notes_for(readers, notes_at(session.store, until, session.timezone)),
    )


def _asked(session: Session, request: Request, given: dict[str, Any]) -> Request:
    """Give the request with the options that only some kinds have, each read."""
    if not any(given.values()):
        return request
    from tracker.model.records.meetings import Meeting  # noqa: PLC0415 - as above
    from tracker.text.input.parse_date import parse_period  # noqa: PLC0415 - as above

    named = {name: given[name] for name in ("period", "against")}
    periods = {name: parse_period(value, session.today) if value else None for name, value in named.items()}
    meeting = session.tracker.get(Meeting, given["meeting"]).id if given["meeting"] else None
    reference = _number(given["reference"])
    return replace(request, **periods, side=given["side"], meeting=meeting, reference=reference)
