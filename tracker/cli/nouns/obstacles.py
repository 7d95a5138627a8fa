"""Obstacles: what hinders steps and activities, and how it is treated."""

from typing import TYPE_CHECKING

from tracker import errors
from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun, with_like
from tracker.cli.parameters import UPDATE
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.changes import obstacles
from tracker.model.changes.obstacles import ObstacleChange as Change
from tracker.model.records.activities import Activity
from tracker.model.records.obstacles import Obstacle, ObstacleStatus, ObstacleType, Severity
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.store.act import Outcome


def _resolved(_: Session, given: Given, change: Change) -> Change:
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
RESPONSE = (Change.response_ar, Change.response_tr, Change.response_en)
NOUN = Noun(
    name="obstacle",
    record=Obstacle,
    letter="O",
    change=Change,
    add=with_like(obstacles.add),
    update=obstacles.update,
    arguments=(texts.heading(Change.title_ar, "title", mark("TITLE")),),
    fields=(
        fields.status(Change.status, ObstacleStatus),
        *texts.optional_text(RESPONSE, "response", mark("Response measure.")),
        fields.owner(Change.owner),
        fields.day(Change.target_resolution, "target", mark("Target date for resolving it."), "end", clear=True),
        fields.switch("resolve", mark("Record that it is resolved; needs --evidence or --reason."), only=UPDATE),
        fields.day(Change.resolved_on, "resolved", mark("Date on which it was resolved."), "end", only=UPDATE),
        fields.evidence(Change.evidence),
        fields.code(
            Change.decision,
            "decision",
            mark("The meeting or decision that accepted it."),
            only=UPDATE,
            offers=ACCEPTED_BY,
        ),
        fields.steps(Change.steps),
        fields.records(Change.activities, "activity", mark("An activity it hinders; may be repeated."), Activity),
        fields.word(Change.type, ObstacleType, "type", mark("Kind of obstacle."), metavar=mark("KIND")),
        fields.word(Change.severity, Severity, "severity", mark("Severity of the obstacle.")),
        fields.day(Change.raised_on, "raised", mark("Date on which it was raised; today if not given.")),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", texts.TITLE),
        *texts.reason((Change.status_reason_ar, Change.status_reason_tr, Change.status_reason_en)),
    ),
    questions=("status", "response", "owner", "target"),
    columns="title* type severity status owner response* raised_on target_resolution resolved_on decision steps"
    " activities evidence status_reason*",
    likes=True,
    settle=_resolved,
    after=_freed,
)
