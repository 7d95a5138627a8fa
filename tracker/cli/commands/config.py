"""The command `config`: preferences of this user, and thresholds of the tracker, which all its users share."""

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction
from functools import partial
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.config_file import set_key
from tracker.cli.commands.config_keys import warn_of_unknown_keys
from tracker.cli.commands.listing import listed
from tracker.cli.commands.outfile import refuse_trackers
from tracker.cli.completion.script import give_script
from tracker.cli.input import values
from tracker.cli.input.suggestions import one_of
from tracker.cli.list_words import check_view, name_of
from tracker.cli.options import IfRev, Note
from tracker.cli.parser import Choice
from tracker.cli.say.error_words import worded
from tracker.cli.session import Session
from tracker.frozen import asdict
from tracker.message import mark, msg
from tracker.model.changes import thresholds
from tracker.model.changes.thresholds import THRESHOLDS
from tracker.model.records.office import parse_office
from tracker.model.records.parties import Side
from tracker.model.records.thresholds import RED_WEIGHT, as_told
from tracker.reports.answers.config import config_report
from tracker.reports.answers.copies import copy_named
from tracker.reports.answers.done import done_report
from tracker.reports.answers.history import machine_revision
from tracker.reports.report import Ref
from tracker.settings import KEYS, SHEET, VIEW, config_path, is_on_server
from tracker.store.file import named, refusals
from tracker.text.input.numbers import parse_share
from tracker.text.input.zone import is_zone

COMPLETION, COPY = "completion", "copy"
NAMES = (*KEYS, *THRESHOLDS, COMPLETION, COPY)


def config(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(click_type=Choice(NAMES), metavar=mark("[KEY]"))] = None,
    value: Annotated[str | None, typer.Argument(metavar=mark("[VALUE]"))] = None,
    unset: Annotated[bool, typer.Option("--unset", help=mark("Back to the default."))] = False,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Show or set preferences and thresholds."""
    session: Session = ctx.obj
    if unset and (value is not None or key is None):
        raise errors.Contradictory((value or "tracker config", "--unset"))
    if session.config_fault:
        session.warn(worded(session.config_fault)[0])
    name = None if key is None else _named(key, session.settings.config)
    if name == COMPLETION:
        give_script(session, value)
    elif name == COPY and value is not None:
        _name_copy(session, value, values.text(session, note, "--note"))
    elif name is None or (value is None and not unset):
        _show(session, name)
    elif name in KEYS or name.startswith((VIEW, SHEET)):
        if value is not None and name.startswith(VIEW):
            check_view(ctx, value, partial(listed, session, alone=False, machine=False))
        keep_preference(session, name, value)
    elif name == COPY:
        raise errors.Contradictory((COPY, "--unset"))
    else:
        _limit(session, name, value, values.text(session, note, "--note"), values.expected(if_rev, "thresholds"))


def _named(key: str, known: Mapping[str, str]) -> str:
    """The setting that was named, the view, or the sheet whose headings are kept; raises `BadValue`."""
    if key.startswith(VIEW):
        return f"{VIEW}{name_of(key)}"
    if key.startswith(SHEET) and key in known:
        return key
    return one_of(key.replace("-", "_"), "config", NAMES)


def _show(session: Session, key: str | None) -> None:
    if key is None:
        warn_of_unknown_keys(session)
    rows = []
    for name in KEYS:
        found = session.settings.find(name)
        text, source = (_place(session), session.place[1]) if name == "db" else (found.value, found.source)
        rows.append((name, text, source))
    kept = session.settings.config.items()
    rows += [(name, line, "config") for name, line in kept if name.startswith((VIEW, SHEET))]
    rows += _limits(session)
    if key in (None, COPY):
        rows += _copy(session)
    session.show(config_report([row for row in rows if key in (None, row[0])], session.today))


def _place(session: Session) -> str:
    """The place of the tracker, without the password that an address should not hold."""
    if not session.address:
        return session.place[0]
    from tracker.store.postgres.address import shown  # noqa: PLC0415 - only for a tracker on a server

    return shown(session.address)


def _limits(session: Session) -> list[tuple[str, str, str]]:
    """The thresholds of the tracker; only a warning where it cannot be read, for preferences are shown all the same."""
    try:
        limits = session.tracker.thresholds
    except errors.StoreError as error:
        session.warn(worded(error)[0])
        return []
    known = as_told("thresholds", asdict(limits))
    return [(name, str(known[name]), "tracker") for name in THRESHOLDS]


def _copy(session: Session) -> list[tuple[str, str, str]]:
    """The copy of the tracker, where it has a name."""
    with suppress(errors.StoreError):
        standing = session.state.standing
        if standing.side:
            return [("copy", f"{standing.side} {standing.block + 1}…", "tracker")]
    return []


def _name_copy(session: Session, value: str, note: str | None) -> None:
    """Give this copy the name of a side and numbers of its own, where it was copied by hand."""
    from tracker.store.exchange.copies import name_copy  # noqa: PLC0415 - only to name a copy

    side = one_of(value.casefold(), "side", tuple(Side))
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    revision = name_copy(session.store, session.act("config", note), side.upper())
    standing = session.store.state().standing
    done = copy_named(standing.side, standing.block)
    session.show(done_report("revision", session.today, done, machine_revision(revision)))


def keep_preference(session: Session, key: str, value: str | None) -> None:
    """Puts a preference into config.toml (None: takes it out) and says so; raises `BadValue`, `CannotWrite`."""
    path = config_path(session.environ)
    wanted = None if value is None else _checked(session, key, value)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    with refusals.writing(str(path)):
        refuse_trackers(session, named.place(path), str(path))
    kept = set_key(path, key, wanted)
    if kept:
        session.warn(msg("The old file is kept as {path}.", path=str(kept)))
    text = Ref(wanted) if wanted else "–"
    done = msg("{key} is now {value} ({path}).", key=Ref(key), value=text, path=str(path))
    session.show(done_report("config", session.today, done, {"key": key, "value": wanted, "path": str(path)}))


def _checked(session: Session, key: str, value: str) -> str:
    """The value as it is kept; raises `BadValue`, and what `find_office` raises."""
    allowed, _ = KEYS.get(key, ((), ""))
    if allowed:
        return one_of(value, key, allowed)
    if not value.strip() or "\0" in value:
        raise errors.EmptyText(mark("VALUE"))
    if key == "letterhead":
        return _letterhead(value)
    if key.startswith((VIEW, SHEET)):
        return value
    if key == "db":  # from whatever folder the next command is given
        if is_on_server(value):
            from tracker.store.postgres.address import address_of  # noqa: PLC0415 - as in `_place`

            return address_of(value).shown
        with refusals.reading(value):
            return str(named.expanded(value).absolute())
    try:
        return str(values.office(session, value, mark("VALUE")))
    except errors.StoreError as error:
        session.warn(worded(error)[0])
        return str(parse_office(value))


def _letterhead(value: str) -> str:
    """The place of a file that can serve as a letterhead; raises what `read_brand` raises."""
    from tracker.cli.commands.reporting.letterheads import read_brand  # noqa: PLC0415 - for this key alone

    with refusals.reading(value):
        place = str(named.expanded(value).absolute())
    read_brand(place)
    return place


def _limit(session: Session, key: str, value: str | None, note: str | None, expected: Mapping[str, int] | None) -> None:
    """A threshold belongs to the tracker: changing it is a revision."""
    given = _read_limit(key, value)
    today = session.today
    act = session.act("config", note, expected, about=("thresholds",))
    session.change(act, lambda tracker: thresholds.update(tracker, key, given, today))


def _read_limit(key: str, value: str | None) -> int | str | Fraction | None:
    """The value of a threshold; raises `BadValue`, `BadShare`, `BadNumber`."""
    if value is None:
        return None
    if key == RED_WEIGHT:
        return parse_share(value)
    if key != "timezone":
        return values.number(value)
    if not is_zone(value):
        raise errors.BadValue(value, "timezone", ("Africa/Tripoli", "Europe/Istanbul"))
    return value
