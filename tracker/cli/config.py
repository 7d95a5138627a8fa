"""config: preferences of this user, and thresholds of the tracker, which all its users share."""

from dataclasses import fields, replace
from typing import Annotated, Any

import typer

from tracker.cli import values
from tracker.cli.options import Reason
from tracker.cli.session import Session
from tracker.errors import BadValue
from tracker.model.thresholds import Thresholds
from tracker.model.tracker import Tracker
from tracker.reports.config import config_report
from tracker.reports.message import mark, msg
from tracker.reports.report import Ref
from tracker.settings import KEYS, config_path, read_config, write_config

THRESHOLDS = tuple(f.name for f in fields(Thresholds) if f.name not in ("id", "created_on", "updated_on", "rev"))


def config(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar=mark("[KEY]"))] = None,
    value: Annotated[str | None, typer.Argument(metavar=mark("[VALUE]"))] = None,
    unset: Annotated[bool, typer.Option("--unset", help=mark("Back to the default."))] = False,
    reason: Reason = None,
) -> None:
    """Show or set preferences and thresholds."""
    session: Session = ctx.obj
    if key is not None and key not in (*KEYS, *THRESHOLDS):
        raise BadValue(key, "config", (*KEYS, *THRESHOLDS))
    if key is None or (value is None and not unset):
        _show(session, key)
    elif key in KEYS:
        _prefer(session, key, None if unset else value)
    else:
        _limit(session, key, None if unset else value, values.text(session, reason))


def _show(session: Session, key: str | None) -> None:
    rows = []
    for name in KEYS:
        found = session.settings.find(name)
        text, source = session.place if name == "db" else (found.value, found.source)
        rows.append((name, text, source))
    limits = session.tracker.thresholds
    rows += [(name, str(getattr(limits, name)), "tracker") for name in THRESHOLDS]
    session.show(config_report([row for row in rows if key in (None, row[0])], session.today))


def _prefer(session: Session, key: str, value: str | None) -> None:
    path = config_path(session.environ)
    allowed, _ = KEYS[key]
    if value is not None and allowed and value not in allowed:
        raise BadValue(value, key, allowed)
    kept = {name: text for name, text in read_config(path).items() if name != key}
    if not session.flag("dry_run"):
        write_config(path, kept if value is None else {**kept, key: value})
    session.out.write_text(
        session.words.message(msg("{key} is now {value} ({path}).", key=Ref(key), value=value or "–", path=str(path)))
    )


def _limit(session: Session, key: str, value: str | None, reason: str | None) -> None:
    """A threshold belongs to the tracker: changing it is a revision."""
    given: Any = getattr(Thresholds(), key) if value is None else value
    if value is not None and key != "timezone":
        given = values.number(value)
    if key == "timezone":
        _check_zone(str(given))
    today = session.today

    def changed(tracker: Tracker) -> Tracker:
        return tracker.put(replace(tracker.thresholds, **{key: given}), today)

    session.change(session.act("config", reason), changed)


def _check_zone(name: str) -> None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only when a zone is set

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadValue(name, "timezone", ("Africa/Tripoli", "Europe/Istanbul")) from error
