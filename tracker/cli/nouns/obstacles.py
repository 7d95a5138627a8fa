"""Obstacles: what hinders steps and activities, and how it is treated."""

from typing import TYPE_CHECKING

from tracker import errors
from tracker.cli import fields
from tracker.cli.noun import UPDATE, Given, Noun, with_like
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.changes import obstacles
from tracker.model.changes.obstacles import ObstacleChange as Asked
from tracker.model.records.activities import Activity
from tracker.model.records.obstacles import Obstacle, ObstacleStatus, ObstacleType, Severity
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.store.act import Outcome


def _resolved(_: Session, given: Given, change: Asked) -> Asked:
    """`--resolve`, or the day of it, is a status too."""
    if not (given.get("resolve") or change.resolved_on):
        return change
    if change.status not in (None, ObstacleStatus.RESOLVED):
        raise errors.Contradictory(("--resolve", "--status"))
    return replace(change, status=ObstacleStatus.RESOLVED)


def _freed(session: Session, outcome: "Outcome") -> None:
    """Tells how to go on with steps and activities that nothing blocks any more."""
    for free in obstacles.can_resume(outcome.before, outcome.after):
        verb = "update-activity" if "." in free else "update-step"
        command = Ref(f"tracker {verb} {free} --status in-progress")
        session.say(msg("Nothing blocks {code} any more: {command}", code=Ref(free), command=command))


ACCEPTED_BY = ("meetings", "decisions")
NOUN = Noun(
    name="obstacle",
    record=Obstacle,
    letter="O",
    change=Asked,
    add=with_like(obstacles.add),
    update=obstacles.update,
    arguments=(fields.heading(Asked.title_ar, "title", mark("TITLE")),),
    fields=(
        fields.status(Asked.status, ObstacleStatus),
        fields.text(Asked.response, "response", mark("How it is treated."), clear=True),
        fields.owner(Asked.owner),
        fields.day(Asked.target_resolution, "target", mark("Until when it is to be resolved."), "end", clear=True),
        fields.switch("resolve", mark("It is resolved; needs --evidence or --reason."), only=UPDATE),
        fields.day(Asked.resolved_on, "resolved", mark("When it was resolved."), "end", only=UPDATE),
        fields.papers(Asked.evidence),
        fields.code(
            Asked.decision,
            "decision",
            mark("The meeting or decision that accepted it."),
            only=UPDATE,
            offers=ACCEPTED_BY,
        ),
        fields.steps(Asked.steps),
        fields.records(Asked.activities, "activity", mark("An activity it hinders; may be repeated."), Activity),
        fields.word(Asked.type, ObstacleType, "type", mark("What sort of obstacle it is."), metavar=mark("KIND")),
        fields.word(Asked.severity, Severity, "severity", mark("How much it hurts.")),
        fields.day(Asked.raised_on, "raised", mark("When it came up; today otherwise.")),
        *fields.localized((Asked.title_ar, Asked.title_tr, Asked.title_en), "title", fields.TITLE),
    ),
    questions=("status", "response", "owner", "target"),
    columns="title_ar title_tr title_en type severity status owner response raised_on target_resolution resolved_on"
    " decision steps activities evidence",
    likes=True,
    settle=_resolved,
    after=_freed,
)
