"""add-step, update-step and link."""

from typing import Annotated, Any

import typer

from tracker.cli import values
from tracker.cli.choices import Listed
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import Like, Owner, Support, Title, TitleEn, TitleTr, new_status
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.parser import VALUE
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.errors import Contradictory
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import links, steps
from tracker.model.health import Health
from tracker.model.status import Status
from tracker.model.step import Step, Strength

DATE, TEXT = mark("DATE"), mark("TEXT")
AUTO = "auto"
Start = Annotated[str | None, typer.Option("--start", metavar=DATE, help=mark("Planned start."))]
Due = Annotated[str | None, typer.Option("--due", metavar=DATE, help=mark("Planned end."))]
Weight = Annotated[str | None, typer.Option("--weight", metavar="N", help=mark("Share of the initiative, percent."))]
# What `--clear` empties, by the names of the options.
CLEARABLE = {
    "owner": "owner",
    "support": "support",
    "start": "planned_start",
    "due": "planned_end",
    "forecast": "forecast_end",
    "title-tr": "title_tr",
    "title-en": "title_en",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_step(
    ctx: typer.Context,
    title: Title,
    aspect: Annotated[
        str | None, typer.Option("--aspect", metavar="A1", help=mark("The one aspect the step mainly serves."))
    ] = None,
    owner: Owner = None,
    support: Support = None,
    start: Start = None,
    due: Due = None,
    weight: Weight = None,
    like: Like = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    note: Note = None,
    force: Force = False,
) -> None:
    """Add a step to the programme."""
    session: Session = ctx.obj
    named = values.localized(session, title, title_tr, title_en)
    wanted = steps.StepUpdate(
        owner=values.office(session, owner, force=force),
        support=values.office(session, support, force=force),
        planned_start=values.day(session, start),
        planned_end=values.day(session, due, edge="end"),
        weight=values.percent(weight),
    )
    today = session.today
    session.change(
        session.act("add-step", values.text(session, note, force=force)),
        lambda tracker: steps.add(tracker, named, wanted, today, aspect, like)[1],
    )


def update_step(
    ctx: typer.Context,
    code: Code,
    status: Annotated[Status | None, new_status(Status)] = None,
    progress: Annotated[str | None, typer.Option(metavar="N", help=mark("Declared percent, 0 to 100."))] = None,
    evidence: Annotated[
        list[str] | None, typer.Option(metavar=mark("REF"), help=mark("A paper that shows it; may be repeated."))
    ] = None,
    note: Note = None,
    reason: Reason = None,
    owner: Owner = None,
    support: Support = None,
    start: Start = None,
    due: Due = None,
    started: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Actual start."))] = None,
    ended: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Actual end."))] = None,
    forecast: Annotated[str | None, typer.Option(metavar=DATE, help=mark("When it will really end."))] = None,
    weight: Weight = None,
    decision: Annotated[
        str | None, typer.Option(metavar=mark("REF"), help=mark("The decision a suspension or cancellation rests on."))
    ] = None,
    health: Annotated[
        str | None,
        typer.Option(
            click_type=Listed("Health", (Health.AMBER, Health.RED, AUTO)),
            metavar=VALUE,
            help=mark("Set the health worse than computed, with --reason."),
        ),
    ] = None,
    title_ar: Annotated[
        str | None, typer.Option(metavar=TEXT, help=mark("Arabic title, where it is not locked."))
    ] = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    clear: Clear = None,
    confirm: Annotated[bool, typer.Option("--confirm", help=mark("Still true, nothing changed."))] = False,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change a step."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)

    def text(given: str | None, *, exempt: bool = False) -> str | None:
        return values.text(session, given, exempt=exempt, force=force)

    said, why = text(note), text(reason)
    wanted = steps.StepUpdate(
        status=status,
        declared=values.percent(progress),
        evidence=papers_of(session, evidence or []),
        reason=why or said,
        decision=text(decision, exempt=True),
        owner=values.office(session, owner, force=force),
        support=values.office(session, support, force=force),
        planned_start=values.day(session, start),
        planned_end=values.day(session, due, edge="end"),
        actual_start=values.day(session, started),
        actual_end=values.day(session, ended, edge="end"),
        forecast_end=values.day(session, forecast, edge="end"),
        weight=values.percent(weight),
        concern=Health(health) if health and health != AUTO else None,
        clear_concern=health == AUTO,
        confirm=confirm,
        **_titles(session, title_ar, title_tr, title_en, force=force),
    )
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    step = session.tracker.get(Step, code, "S")
    act = session.act("update-step", said or why, values.expected(if_rev, step.id))
    today = session.today
    session.change(act, lambda tracker: steps.update(tracker, step.id, wanted, today))


def _titles(session: Session, *titles: str | None, force: bool) -> dict[str, Any]:
    names = ("title_ar", "title_tr", "title_en")
    return {name: values.new_text(session, title, force=force) for name, title in zip(names, titles, strict=True)}


def link(
    ctx: typer.Context,
    step: Annotated[str, typer.Argument(metavar=mark("STEP"))],
    aspect: Annotated[str, typer.Argument(metavar=mark("ASPECT"))],
    primary: Annotated[bool, typer.Option("--primary", help=mark("The one aspect the step mainly serves."))] = False,
    secondary: Annotated[bool, typer.Option("--secondary", help=mark("One of the aspects it also serves."))] = False,
    remove: Annotated[bool, typer.Option("--remove", help=mark("Take the link away."))] = False,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Link a step to an aspect."""
    session: Session = ctx.obj
    found = session.tracker.get(Step, step, "S")
    chosen = [strength for given, strength in ((primary, Strength.PRIMARY), (secondary, Strength.SECONDARY)) if given]
    if len(chosen) + remove > 1:
        raise Contradictory(("--primary", "--secondary", "--remove"))
    strength = None if remove else [*chosen, Strength.SECONDARY][0]
    act = session.act("link", values.text(session, note), values.expected(if_rev, found.id))
    today = session.today
    session.change(act, lambda tracker: links.set_link(tracker, found.id, aspect, strength, today))
