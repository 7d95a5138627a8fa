"""The command `list`."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

import typer

from tracker import errors
from tracker.cli import fields
from tracker.cli.fields import Traits
from tracker.cli.input import values
from tracker.cli.input.choices import ByKind, Kinds, Vocabulary
from tracker.cli.options import AsOf, Out
from tracker.cli.parameters import Field, parameter, plain, with_parameters
from tracker.cli.parser import Choice
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.records.aspects import Aspect
from tracker.model.records.office import Office, parse_office
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.records.tables import TABLES
from tracker.model.tracker import Tracker
from tracker.reports.lists.listing import KINDS, list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Ref, Report
from tracker.text.input.lists import split_list

if TYPE_CHECKING:
    from tracker.model.audience import Audience


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


def _folded(given: str) -> Callable[[str], bool] | None:
    if not given:
        return None
    from tracker.text.input.fold import fold  # noqa: PLC0415 - only where words are searched

    wanted = fold(given)
    return lambda text: wanted in fold(text)


def _like(target: object, option: str, meaning: str) -> Field:
    """A filter by the words of a text, however spelt."""
    return fields.field(target, option, meaning, plain(_folded), Traits(metavar=mark("TEXT")))


def _of_ones_own(session: Session, _: object, __: str, ___: bool) -> Callable[[Office | None], bool]:
    """The test for the office of whoever asks, or any of a party that asks; raises `NoOwnOffice`."""
    if not session.office:
        raise errors.NoOwnOffice
    own = parse_office(session.office)
    return lambda office: office is not None and (office == own or (own.role is None and office.party == own.party))


STATUS = ByKind(KINDS, _status_of)
STRICT = mark("Indicators that must reach their target in full.")
MINE = mark("Records that your own office is responsible for.")
COLUMNS = mark("The columns to show, in this order; with --json the fields.")
VIEW = mark("The list that the settings keep under this name.")
SAMPLE = mark("Size of a sample for verification, drawn from the head of the chain.")
FILTERS = (
    fields.own("status", mark("Records with one of these statuses."), metavar=mark("STATUS,…"), choice=STATUS),
    fields.own("aspect", mark("Records of this aspect."), metavar="A2"),
    fields.own("step", mark("Records of this step."), metavar="S3"),
    fields.word(Selection.side, Side, "side", mark("Awaiting action by this side.")),
    _like(Selection.owner, "owner", mark("Records whose owner matches this text.")),
    replace(
        fields.field(Selection.mine, "mine", MINE, _of_ones_own, fields.Traits(metavar="")),
        switch=True,
    ),
    _like(Selection.support, "support", mark("Records whose supporting office matches this text.")),
    fields.flag(Selection.open, "open", mark("Records that are neither completed nor cancelled.")),
    replace(fields.flag(Selection.overdue, "overdue", mark("Records past their planned end.")), also=("--late",)),
    fields.day(Selection.due_before, "due-before", mark("Open records due before that day.")),
    fields.flag(Selection.stale, "stale", mark("Active records not updated on time.")),
    fields.natural(Selection.stale_days, "stale-days", mark("Records not updated for more than this number of days.")),
    fields.flag(Selection.no_evidence, "no-evidence", mark("Records without any evidence.")),
    fields.flag(Selection.unverified, "unverified", mark("Records not verified by another office.")),
    fields.flag(Selection.missing_minutes, "missing-minutes", mark("Meetings held without minutes.")),
    fields.flag(Selection.strict, "strict", STRICT),
    fields.flag(Selection.not_met, "not-met", mark("Indicators short of their target.")),
    fields.day(Selection.changed_since, "changed-since", mark("Records changed on that day or later.")),
    _like(Selection.search, "search", mark("Records that contain these words, however spelt.")),
    fields.own(
        "sort",
        mark("Sort by these fields; a leading - reverses the order."),
        metavar="-due,weight",
        choice=ByKind(KINDS, _keys_of),
    ),
    fields.natural(Selection.limit, "limit", mark("Show at most this number.")),
    fields.own("sample", SAMPLE, metavar="N"),
)
ORDERING = {"sort", "limit", "sample"}
"""The options that keep nothing back for what it is."""
KIND = Annotated[str, typer.Argument(click_type=Kinds("kind", KINDS), metavar=mark("[KIND]"))]


@with_parameters(
    parameter("ctx", typer.Context),
    parameter("kind", KIND, None),
    *(each.parameter() for each in FILTERS),
    parameter("columns", Annotated[str | None, typer.Option(metavar="id,title", help=COLUMNS)], None),
    parameter("output", Out, None),
    parameter("view", Annotated[str | None, typer.Option(metavar=mark("NAME"), help=VIEW)], None),
    parameter("as_of", AsOf, None),
)
def list_records(ctx: typer.Context, output: str | None, **typed: Any) -> None:
    """List records of a kind."""
    session: Session = ctx.obj
    if typed.pop("view"):  # the words of the first stand in the line by now
        raise errors.Contradictory(("--view", "--view"))
    if output is None:
        session.show(
            listed(session, typed, alone=session.is_plain and bool(typed["kind"]), machine=session.flag("json"))
        )
        return
    from tracker.cli.commands.reporting.lists import put_list  # noqa: PLC0415 - only where a file is asked for

    put_list(session, output, partial(listed, session, typed))


def filtered(typed: Mapping[str, Any]) -> bool:
    """Whether the options keep back records for what they are."""
    return bool({each.name for each in FILTERS if typed[each.name] not in (None, False)} - ORDERING)


def listed(
    session: Session, typed: Mapping[str, Any], *, alone: bool, machine: bool, readers: "Audience | None" = None
) -> Report:
    """The list that these options ask for; `alone` and `machine` as in `list_report`, a file as `readers` see it."""
    kind = typed["kind"] or ("all" if filtered(typed) else "steps")
    tracker, day = session.tracker_on(typed["as_of"])
    columns = typed["columns"]
    if columns:
        from tracker.reports.lists.columns import named  # noqa: PLC0415 - only where columns are chosen

        columns = named(split_list(columns))
    selection = _selection(session, tracker, kind, day, typed)
    if readers:
        from tracker.model.audience import seen_by  # noqa: PLC0415 - only for files

        tracker = seen_by(readers, tracker)
    return list_report(tracker, kind, day, selection, columns or (), alone=alone, machine=machine)


def _selection(session: Session, tracker: Tracker, kind: str, day: date, typed: Mapping[str, Any]) -> Selection:
    """The filters as they were typed, read, by the tracker of that day."""
    asked = {
        each.sets: each.read(session, typed[each.name], each.called, False)
        for each in FILTERS
        if each.sets and typed[each.name] not in (None, False)
    }
    since = asked.get("changed_since")
    aspect, step = typed["aspect"], typed["step"]
    return Selection(
        **asked,
        status=_statuses(kind, typed["status"]),
        aspect=tracker.get(Aspect, aspect).id if aspect else None,
        step=tracker.get(Step, step).id if step else None,
        touched=_touched(session, since, day if typed["as_of"] else None) if since else frozenset(),
        sort=tuple(split_list(typed["sort"] or "")),
        sample=_sample(session, typed["sample"]),
    )


def _sample(session: Session, given: str | None) -> tuple[int, str] | None:
    """The number to draw, and the word to draw by: neither who is checked nor who checks has a say in it."""
    number = values.natural(given)
    if number is None:
        return None
    head = session.state.standing.head
    text = msg(
        "Sample drawn from the head of the chain, {head}: anyone with the same tracker draws the same sample.",
        head=Ref(head),
    )
    session.say(text if head else msg("Nothing has been written here yet; everybody draws the same sample."))
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
    """The statuses that were named, of all kinds every one that a word may mean; raises `BadValue`."""
    if not given:
        return ()
    if kind != "all":
        return tuple(member.value for member in values.words(_status_of(kind).kind, given))
    return tuple(dict.fromkeys(status for word in split_list(given) for status in _of_any_kind(word)))


def _of_any_kind(word: str) -> list[str]:
    found = list[StrEnum | None]()
    for vocabulary in {_status_of(each).kind: None for each in KINDS}:
        with suppress(errors.BadValue):
            found.append(values.word(vocabulary, word))
    return [status.value for status in found or [values.word(Status, word)] if status]
