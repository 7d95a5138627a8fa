"""The command `list`."""

from collections.abc import Callable
from datetime import date
from types import NoneType
from typing import Annotated, get_args, get_type_hints

import typer

from tracker.cli.input import values
from tracker.cli.input.choices import ByKind, Kinds, Vocabulary, word_option
from tracker.cli.options import AsOf
from tracker.cli.parser import Choice
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.model.records.aspects import Aspect
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.records.tables import TABLES
from tracker.reports.lists.listing import KINDS, list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Ref
from tracker.text.input.fold import fold
from tracker.text.input.lists import split_list

DATE, TEXT = mark("DATE"), mark("TEXT")


def _status_of(kind: str) -> Vocabulary:
    """The vocabulary of the status of a kind, of a recommendation the answer; that of work for kinds without any."""
    fields = get_type_hints(TABLES[kind]) if kind in TABLES else {}
    hint = fields.get("status") or fields.get("response") or Status
    return Vocabulary(next((each for each in get_args(hint) if each is not NoneType), hint))


def _keys_of(kind: str) -> Choice:
    """The keys by which a kind can be put in order."""
    from tracker.reports.lists.sorting import keys_of  # noqa: PLC0415 - only where an order is asked for

    tables = [name for name in KINDS if name != "all"] if kind == "all" else [kind]
    return Choice(sorted({key for table in tables for key in keys_of(table)}))


def list_records(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(click_type=Kinds("kind", KINDS), metavar=mark("[KIND]"))] = "steps",
    status: Annotated[
        str | None,
        typer.Option(
            click_type=ByKind(KINDS, _status_of),
            metavar=mark("STATUS,…"),
            help=mark("With one of these statuses."),
        ),
    ] = None,
    aspect: Annotated[str | None, typer.Option(metavar="A2", help=mark("Of this aspect."))] = None,
    step: Annotated[str | None, typer.Option(metavar="S3", help=mark("Of this step."))] = None,
    side: Annotated[Side | None, word_option(Side, "--side", mark("In the court of this side."))] = None,
    owner: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("With an owner like this."))] = None,
    support: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Supported by an office like this."))] = None,
    open_: Annotated[bool, typer.Option("--open", help=mark("Not completed and not cancelled."))] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help=mark("Past the planned end."))] = False,
    due_before: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Open, and due before that day."))] = None,
    stale: Annotated[bool, typer.Option("--stale", help=mark("Active and not updated in time."))] = False,
    stale_days: Annotated[
        str | None, typer.Option(metavar="N", help=mark("Not updated for more days than this."))
    ] = None,
    no_evidence: Annotated[bool, typer.Option("--no-evidence", help=mark("Without any evidence."))] = False,
    unverified: Annotated[bool, typer.Option("--unverified", help=mark("Not verified by another office."))] = False,
    missing_minutes: Annotated[
        bool, typer.Option("--missing-minutes", help=mark("Meetings held without minutes."))
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=mark("Indicators that must reach their target in full."))
    ] = False,
    not_met: Annotated[bool, typer.Option("--not-met", help=mark("Indicators short of their target."))] = False,
    changed_since: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Changed on that day or later."))] = None,
    search: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("With these words, however spelt."))] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            click_type=ByKind(KINDS, _keys_of),
            metavar="-due,weight",
            help=mark("Order; - turns it round."),
        ),
    ] = None,
    limit: Annotated[str | None, typer.Option(metavar="N", help=mark("At most so many."))] = None,
    sample: Annotated[
        str | None, typer.Option(metavar="N", help=mark("So many, drawn by the head of the chain: a sample to verify."))
    ] = None,
    as_of: AsOf = None,
) -> None:
    """List records of a kind."""
    session: Session = ctx.obj
    tracker, day = session.tracker_on(as_of)
    since = values.day(session, changed_since, "--changed-since")
    selection = Selection(
        status=_statuses(kind, status),
        aspect=tracker.get(Aspect, aspect).id if aspect else None,
        step=tracker.get(Step, step).id if step else None,
        side=side,
        owner=_folded(owner),
        support=_folded(support),
        open=open_,
        overdue=overdue,
        stale=stale,
        stale_days=values.natural(stale_days),
        due_before=values.day(session, due_before, "--due-before"),
        no_evidence=no_evidence,
        unverified=unverified,
        missing_minutes=missing_minutes,
        strict=strict,
        not_met=not_met,
        changed_since=since,
        touched=_touched(session, since, day if as_of else None) if since else frozenset(),
        search=_folded(search),
        sort=tuple(split_list(sort or "")),
        limit=values.natural(limit),
        sample=_sample(session, sample),
    )
    session.show(list_report(tracker, kind, day, selection))


def _sample(session: Session, given: str | None) -> tuple[int, str] | None:
    """The number to draw, and the word to draw by: neither who is checked nor who checks has a say in it."""
    number = values.natural(given)
    if number is None:
        return None
    head = session.state.standing.head
    text = msg("Drawn by the head of the chain, {head}: whoever holds the same tracker draws the same.", head=Ref(head))
    session.say(text if head else msg("Nothing was written here yet; everybody draws the same."))
    return number, head


def _touched(session: Session, since: date, until: date | None) -> frozenset[str]:
    """The codes that the revisions of those days changed."""
    found: set[str] = set()
    for revision in session.store.revisions(newest_first=True):
        at = session.local_day(revision.at)
        if at < since and not session.state.standing.lines:
            break
        if at >= since and (until is None or at <= until):
            found.update(change.code for change in revision.changes)
    return frozenset(found)


def _statuses(kind: str, given: str | None) -> tuple[str, ...]:
    return tuple(member.value for member in values.words(_status_of(kind).kind, given)) if given else ()


def _folded(given: str | None) -> Callable[[str], bool] | None:
    if not given:
        return None
    wanted = fold(given)
    return lambda text: wanted in fold(text)
