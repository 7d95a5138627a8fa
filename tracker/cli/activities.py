"""add-activity and update-activity."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import DATE, Evidence, Like, Owner, Support, Title, TitleAr, TitleEn, TitleTr, new_status
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.places import place_of
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.cli.theme_values import themes_of
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import activities
from tracker.model.activities import ActivityUpdate
from tracker.model.activity import Activity, ActivityMode, ActivityType, Gate
from tracker.model.aspect import Aspect
from tracker.model.status import Status
from tracker.model.tracker import Tracker
from tracker.text.lists import split_list

Passed = Annotated[Gate | None, word_option(Gate, "--gate", mark("The last gate it has passed."))]
On = Annotated[str | None, typer.Option("--on", metavar=DATE, help=mark("When it passed that gate."))]
Start = Annotated[str | None, typer.Option("--start", metavar=DATE, help=mark("Planned start."))]
Due = Annotated[str | None, typer.Option("--due", metavar=DATE, help=mark("Planned end."))]
Started = Annotated[str | None, typer.Option("--started", metavar=DATE, help=mark("First day of work on it."))]
Ended = Annotated[str | None, typer.Option("--ended", metavar=DATE, help=mark("Actual end."))]
Forecast = Annotated[str | None, typer.Option("--forecast", metavar=DATE, help=mark("When it will really end."))]
Weight = Annotated[
    str | None, typer.Option("--weight", metavar="N", help=mark("How much it counts in its step, from 1 on."))
]
Kind = Annotated[
    ActivityType | None, word_option(ActivityType, "--type", mark("What sort of work it is."), mark("KIND"))
]
Mode = Annotated[ActivityMode | None, word_option(ActivityMode, "--mode", mark("How it is taught."))]
Where = Annotated[
    str | None, typer.Option("--place", metavar=mark("COUNTRY/CITY"), help=mark("Where: TR, or TR and a city."))
]
Libyans = Annotated[str | None, typer.Option("--ly", metavar="N", help=mark("Participants of the Libyan side."))]
Turks = Annotated[str | None, typer.Option("--tr", metavar="N", help=mark("Participants of the Turkish side."))]
Women = Annotated[str | None, typer.Option("--women", metavar="N", help=mark("How many of all of them are women."))]
Days = Annotated[str | None, typer.Option("--days", metavar="N", help=mark("How many days it lasts."))]
Themes = Annotated[
    str | None, typer.Option("--theme", metavar=mark("THEMES"), help=mark("What it is about; replaces all."))
]
Aspects = Annotated[
    str | None, typer.Option("--aspect", metavar="A1,A2", help=mark("Other aspects than those of its step."))
]

NewStatus = Annotated[Status | None, new_status(Status)]

# What `--clear` empties, by the names of the options.
CLEARABLE = {
    "owner": "owner",
    "support": "support",
    "start": "planned_start",
    "due": "planned_end",
    "forecast": "forecast_end",
    "mode": "mode",
    "place": "place",
    "participants": "participants",
    "days": "duration_days",
    "theme": "themes",
    "aspect": "aspects",
    "title-tr": "title_tr",
    "title-en": "title_en",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_activity(
    ctx: typer.Context,
    step: Annotated[str, typer.Argument(metavar=mark("STEP"))],
    title: Title,
    kind: Kind = None,
    owner: Owner = None,
    support: Support = None,
    start: Start = None,
    due: Due = None,
    weight: Weight = None,
    like: Like = None,
    gate: Passed = None,
    on: On = None,
    started: Started = None,
    forecast: Forecast = None,
    evidence: Evidence = None,
    mode: Mode = None,
    place: Where = None,
    ly: Libyans = None,
    tr: Turks = None,
    women: Women = None,
    days: Days = None,
    theme: Themes = None,
    aspect: Aspects = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add an activity to a step."""
    session: Session = ctx.obj
    wanted, said = _asked(session, step, locals())
    named = values.localized(session, title, None, None)
    today = session.today

    def added(tracker: Tracker) -> Tracker:
        return activities.add(tracker, step, named, wanted, today, like)[1]

    session.change(session.act("add-activity", said), added)


def update_activity(
    ctx: typer.Context,
    code: Code,
    status: NewStatus = None,
    gate: Passed = None,
    on: On = None,
    evidence: Evidence = None,
    note: Note = None,
    reason: Reason = None,
    owner: Owner = None,
    support: Support = None,
    start: Start = None,
    due: Due = None,
    started: Started = None,
    ended: Ended = None,
    forecast: Forecast = None,
    weight: Weight = None,
    kind: Kind = None,
    mode: Mode = None,
    place: Where = None,
    ly: Libyans = None,
    tr: Turks = None,
    women: Women = None,
    days: Days = None,
    theme: Themes = None,
    aspect: Aspects = None,
    title_ar: TitleAr = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    clear: Clear = None,
    confirm: Annotated[bool, typer.Option("--confirm", help=mark("Still true, nothing changed."))] = False,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change an activity."""
    session: Session = ctx.obj
    wanted, said = _asked(session, code, locals())
    emptied = cleared(clear, CLEARABLE, asdict(wanted))
    wanted = replace(wanted, status=status, clear=emptied, confirm=confirm)
    found = session.tracker.get(Activity, code).id
    today = session.today
    act = session.act("update-activity", said, values.expected(if_rev, found))
    session.change(act, lambda tracker: activities.update(tracker, found, wanted, today))


def _asked(session: Session, code: str, given: Mapping[str, Any]) -> tuple[ActivityUpdate, str | None]:
    """What both commands take, from their arguments by name; and what the revision says of it."""
    force = given["force"]
    values.required_reason(force, given["reason"], code)
    said, why = (values.text(session, given[name], force=force) for name in ("note", "reason"))
    others: dict[str, Any] = {name: values.natural(given[name]) for name in ("weight", "ly", "tr", "women")}
    for name in ("title_ar", "title_tr", "title_en"):
        others[name] = values.new_text(session, given.get(name), force=force)
    wanted = ActivityUpdate(
        gate=given["gate"],
        gate_on=values.day(session, given["on"], edge="end"),
        evidence=papers_of(session, given["evidence"] or []),
        reason=why or said,
        owner=values.office(session, given["owner"], force=force),
        support=values.office(session, given["support"], force=force),
        planned_start=values.day(session, given["start"]),
        planned_end=values.day(session, given["due"], edge="end"),
        actual_start=values.day(session, given["started"]),
        actual_end=values.day(session, given.get("ended"), edge="end"),
        forecast_end=values.day(session, given["forecast"], edge="end"),
        type=given["kind"],
        mode=given["mode"],
        place=None if given["place"] is None else place_of(session, given["place"], "--place", force=force),
        duration_days=values.natural(given["days"]),
        themes=None if given["theme"] is None else themes_of(session, given["theme"], "--theme", force=force),
        aspects=_aspects(session.tracker, given["aspect"]),
        **others,
    )
    return wanted, said or why


def _aspects(tracker: Tracker, given: str | None) -> tuple[str, ...] | None:
    return tuple(tracker.get(Aspect, code, "A").id for code in split_list(given or "")) or None
