"""add-obstacle and update-obstacle."""

from dataclasses import dataclass
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import (
    CODE,
    DATE,
    TEXT,
    Evidence,
    Like,
    Owner,
    Steps,
    Title,
    TitleAr,
    TitleEn,
    TitleTr,
    new_status,
)
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.record_codes import activity_codes, step_codes
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.errors import Contradictory
from tracker.frozen import asdict, replace
from tracker.message import mark, msg
from tracker.model import obstacles
from tracker.model.obstacle import Obstacle, ObstacleStatus, ObstacleType, Severity
from tracker.model.obstacles import ObstacleAsked
from tracker.reports.report import Ref

Kind = Annotated[
    ObstacleType | None, word_option(ObstacleType, "--type", mark("What sort of obstacle it is."), mark("KIND"))
]
Hurt = Annotated[Severity | None, word_option(Severity, "--severity", mark("How much it hurts."))]
Target = Annotated[str | None, typer.Option("--target", metavar=DATE, help=mark("Until when it is to be resolved."))]
Response = Annotated[str | None, typer.Option("--response", metavar=TEXT, help=mark("How it is treated."))]
Raised = Annotated[str | None, typer.Option("--raised", metavar=DATE, help=mark("When it came up; today otherwise."))]
Activities = Annotated[
    list[str] | None, typer.Option("--activity", metavar="S3.2", help=mark("An activity it hinders; may be repeated."))
]
NewStatus = Annotated[ObstacleStatus | None, new_status(ObstacleStatus)]
CLEARABLE = {
    "owner": "owner",
    "response": "response",
    "target": "target_resolution",
    "step": "steps",
    "activity": "activities",
    "title-tr": "title_tr",
    "title-en": "title_en",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


@dataclass
class Given:
    """The options of an obstacle as they were typed; `titles` in Arabic, Turkish and English."""

    titles: tuple[str | None, ...]
    kind: ObstacleType | None
    severity: Severity | None
    owner: str | None
    response: str | None
    raised: str | None
    target: str | None
    steps: list[str] | None
    activities: list[str] | None
    force: bool


def add_obstacle(
    ctx: typer.Context,
    title: Title,
    step: Steps = None,
    activity: Activities = None,
    type_: Kind = None,
    severity: Hurt = None,
    owner: Owner = None,
    response: Response = None,
    target: Target = None,
    raised: Raised = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    like: Like = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add an obstacle."""
    session: Session = ctx.obj
    values.required_reason(force, reason, "O")
    named = values.required_text(session, title, mark("TITLE"), force=force)
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    titles = (None, title_tr, title_en)
    given = Given(titles, type_, severity, owner, response, raised, target, step, activity, force)
    wanted = replace(_asked(session, given), title_ar=named)
    today = session.today
    session.change(
        session.act("add-obstacle", said or why), lambda tracker: obstacles.add(tracker, wanted, today, like)
    )


def update_obstacle(
    ctx: typer.Context,
    code: Code,
    status: NewStatus = None,
    response: Response = None,
    owner: Owner = None,
    target: Target = None,
    resolve: Annotated[
        bool, typer.Option("--resolve", help=mark("It is resolved; needs --evidence or --reason."))
    ] = False,
    resolved: Annotated[str | None, typer.Option(metavar=DATE, help=mark("When it was resolved."))] = None,
    evidence: Evidence = None,
    decision: Annotated[
        str | None, typer.Option(metavar=CODE, help=mark("The meeting or decision that accepted it."))
    ] = None,
    reason: Reason = None,
    step: Steps = None,
    activity: Activities = None,
    type_: Kind = None,
    severity: Hurt = None,
    raised: Raised = None,
    title_ar: TitleAr = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    clear: Clear = None,
    note: Note = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change an obstacle."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Obstacle, code, "O").id
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    titles = (title_ar, title_tr, title_en)
    given = Given(titles, type_, severity, owner, response, raised, target, step, activity, force)
    wanted = replace(
        _asked(session, given),
        status=_status(status, resolve=resolve or resolved is not None),
        resolved_on=values.day(session, resolved, edge="end"),
        decision=decision,
        evidence=papers_of(session, evidence or []),
        reason=why or said,
    )
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-obstacle", said or why, values.expected(if_rev, found))
    outcome = session.change(act, lambda tracker: obstacles.update(tracker, found, wanted, today))
    for free in obstacles.can_resume(outcome.before, outcome.after):
        verb = "update-activity" if "." in free else "update-step"
        command = Ref(f"tracker {verb} {free} --status in-progress")
        session.say(msg("Nothing blocks {code} any more: {command}", code=Ref(free), command=command))


def _status(named: ObstacleStatus | None, *, resolve: bool) -> ObstacleStatus | None:
    if resolve and named not in (None, ObstacleStatus.RESOLVED):
        raise Contradictory(("--resolve", "--status"))
    return ObstacleStatus.RESOLVED if resolve else named


def _asked(session: Session, given: Given) -> ObstacleAsked:
    """What is asked of the obstacle, its treatment aside."""
    ar, tr, en = (values.new_text(session, title, force=given.force) for title in given.titles)
    return ObstacleAsked(
        title_ar=ar,
        title_tr=tr,
        title_en=en,
        type=given.kind,
        severity=given.severity,
        owner=values.office(session, given.owner, force=given.force),
        response=values.new_text(session, given.response, force=given.force),
        raised_on=values.day(session, given.raised),
        target_resolution=values.day(session, given.target, edge="end"),
        steps=step_codes(session, given.steps),
        activities=activity_codes(session, given.activities),
    )
