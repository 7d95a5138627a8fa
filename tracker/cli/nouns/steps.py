"""Steps of the programme."""

from datetime import date

from tracker.cli import fields, texts
from tracker.cli.input.choices import Listed
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import ADD, UPDATE
from tracker.cli.parser import VALUE
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark
from tracker.model.changes import steps
from tracker.model.changes.steps import StepChange as Change
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker

AUTO = "auto"


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    return steps.add(tracker, change.text("title"), change, on, given["aspect"], given["like"])[1]


def _settled(_: Session, given: Given, change: Change) -> Change:
    """A health is set by hand, or is computed again."""
    health = given.get("health")
    if health == AUTO:
        return replace(change, clear_concern=True)
    return replace(change, concern=Health(health)) if health else change


def _primary(_: Tracker, step: Step) -> str | None:
    return next((link.aspect for link in step.links if link.strength == "primary"), None)


def _health(step: Step) -> str:
    return step.concern or AUTO


ASPECT = mark("The one aspect the step mainly serves.")
HEALTH = mark("Set the health worse than computed, with --reason.")
COLOURS = Listed("Health", (Health.AMBER, Health.RED, AUTO))
TITLES = (mark("Arabic title, where it is not locked."), mark("Turkish title."), mark("English title."))
NOUN = Noun(
    name="step",
    record=Step,
    letter="S",
    change=Change,
    add=_add,
    update=steps.update,
    arguments=(texts.heading(Change.title_ar, "title", mark("TITLE")),),
    fields=(
        fields.own("aspect", ASPECT, metavar="A1", only=ADD, offers=("aspects",), column="aspect"),
        fields.status(Change.status, Status),
        fields.percent(Change.declared, "progress", mark("Declared percent, 0 to 100."), only=UPDATE),
        fields.evidence(Change.evidence),
        fields.owner(Change.owner),
        fields.support(Change.support),
        fields.day(Change.planned_start, "start", mark("Planned start."), clear=True),
        fields.day(Change.planned_end, "due", mark("Planned end."), "end", clear=True),
        fields.day(Change.actual_start, "started", mark("Actual start."), only=UPDATE),
        fields.day(Change.actual_end, "ended", mark("Actual end."), "end", only=UPDATE),
        fields.day(Change.forecast_end, "forecast", mark("Forecast end date."), "end", only=UPDATE, clear=True),
        fields.percent(Change.weight, "weight", mark("Share of the initiative in percent.")),
        fields.reference(
            Change.decision,
            "decision",
            mark("The decision that a suspension or cancellation is based on."),
            now=None,
            only=UPDATE,
            offers=("decisions",),
        ),
        fields.own("health", HEALTH, metavar=VALUE, choice=COLOURS, now=_health, column="concern", only=UPDATE),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", TITLES, locked=True),
        *texts.reason((Change.status_reason_ar, Change.status_reason_tr, Change.status_reason_en)),
        *texts.reason((Change.forecast_reason_ar, Change.forecast_reason_tr, Change.forecast_reason_en)),
        *texts.reason((Change.concern_reason_ar, Change.concern_reason_tr, Change.concern_reason_en)),
        fields.flag(
            Change.confirm,
            "confirm",
            mark("Confirm that nothing has changed; renews the date of the last update."),
            only=UPDATE,
        ),
    ),
    questions=("status", "progress", "evidence", "note"),
    columns="title* aspect status declared weight owner support planned_start planned_end actual_start actual_end"
    " forecast_end concern themes evidence status_reason* forecast_reason* concern_reason*",
    cells={"aspect": _primary, "concern": lambda _, step: step.concern},
    likes=True,
    settle=_settled,
)
