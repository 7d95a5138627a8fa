"""add-series and update-series."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import AtLevel, NameAr, NameEn, NameTr
from tracker.cli.options import Code, IfRev, Note
from tracker.cli.session import Session
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import meeting, series_changes
from tracker.model.series import Series

Interval = Annotated[
    str | None, typer.Option("--interval", metavar="N", help=mark("Months from one meeting to the next."))
]
CLEARABLE = {"level": "level", "name-tr": "name_tr", "name-en": "name_en"}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_series(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=mark("NAME"))],
    interval: Interval = None,
    level: AtLevel = None,
    name_tr: NameTr = None,
    name_en: NameEn = None,
    note: Note = None,
) -> None:
    """Add a series of meetings."""
    session: Session = ctx.obj
    wanted = _wanted(session, interval, level, (None, name_tr, name_en))
    named, today = values.required_text(session, name, mark("NAME")), session.today
    act = session.act("add-series", values.text(session, note))
    session.change(act, lambda tracker: series_changes.add(tracker, named, wanted, today))


def update_series(
    ctx: typer.Context,
    code: Code,
    interval: Interval = None,
    level: AtLevel = None,
    name_ar: NameAr = None,
    name_tr: NameTr = None,
    name_en: NameEn = None,
    clear: Clear = None,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Change a series of meetings."""
    session: Session = ctx.obj
    found = session.tracker.get(Series, code, "T").id
    wanted = _wanted(session, interval, level, (name_ar, name_tr, name_en))
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-series", values.text(session, note), values.expected(if_rev, found))
    session.change(act, lambda tracker: series_changes.update(tracker, found, wanted, today))


def _wanted(
    session: Session, interval: str | None, level: meeting.Level | None, names: tuple[str | None, ...]
) -> series_changes.SeriesAsked:
    ar, tr, en = (values.new_text(session, name) for name in names)
    return series_changes.SeriesAsked(
        interval_months=values.number(interval),
        level=level,
        name_ar=ar,
        name_tr=tr,
        name_en=en,
    )
