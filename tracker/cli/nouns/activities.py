"""Activities: the parts of a step, with gates, dates, places and participants."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.cli import fields, texts
from tracker.cli.input import values
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import UPDATE, Field
from tracker.cli.session import Session
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import mark, msg
from tracker.model.changes import activities
from tracker.model.changes.activities import ActivityChange as Change
from tracker.model.records.activities import Activity, ActivityMode, ActivityType, Gate
from tracker.model.records.aspects import Aspect
from tracker.model.records.codes import order_of
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker
from tracker.reports.report import Percent, Ref
from tracker.reports.vocabulary import THEMES as THEME_WORDS
from tracker.text.input.fold import fold
from tracker.text.input.lists import split_list
from tracker.views.words import Words

if TYPE_CHECKING:
    from tracker.store.act import Outcome


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    return activities.add(tracker, given["step"], change.text("title"), change, on, given["like"])[1]


def _themes(session: Session, typed: str, called: str, force: bool) -> tuple[str, ...]:
    """The themes in a list, each once: by slug, or by a word in any of the three languages; others as they stand."""
    text = values.new_text(session, typed, called, force=force)
    known = {fold(slug.replace("_", "-")): slug for slug in THEME_WORDS}
    readers = [Words(open_catalog(lang)) for lang in LANGUAGES]
    known |= {fold(reader.bare(word)): slug for slug, word in THEME_WORDS.items() for reader in readers}
    found = (known.get(fold(theme).replace("_", "-"), theme) for theme in split_list(text or ""))
    return tuple(dict.fromkeys(found))


def _aspects(session: Session, typed: str, _: str, __: bool) -> tuple[str, ...]:
    return tuple(session.tracker.get(Aspect, code).id for code in split_list(typed))


def _after(session: Session, typed: str, _: str, __: bool) -> tuple[str, ...]:
    codes = {session.tracker.get(Activity, code).id for code in split_list(typed)}
    return tuple(sorted(codes, key=order_of))


def _agreed(session: Session, given: Given, change: Change) -> Change:
    """Ask a person before the first activity of a step, from which on what the step has declared counts no more."""
    if not given["step"] or not session.can_ask or session.flag("dry_run"):
        return change
    step = session.tracker.get(Step, given["step"])
    if step.declared and not session.tracker.activities_of(step.id):
        gone = {"code": Ref(step.id), "percent": Percent(step.declared)}
        question = msg(
            "{code} has declared {percent}; from its first activity on only its activities count. Add the activity?",
            **gone,
        )
        session.agree(question)
    return change


def _papers_of_step(session: Session, outcome: "Outcome") -> None:
    """Say how the papers of a step go on counting after its first activity."""
    before, after = outcome.before, outcome.after
    if outcome.revision is None:  # of a row, whose step may have others below it
        return
    for new in after.made_since(before, "activities"):
        step = before.steps.get(new.step)
        papers = [paper.id for paper in after.evidence_of(new.step)]
        if papers and step and step.declared and after.activities_of(step.id) == [new]:
            command = Ref(" ".join(("tracker attach", new.id, *papers)))
            session.say(msg("To have the evidence of the step count for the activity: {command}", command=command))


def _count(asked: int | None, name: str, meaning: str) -> Field:
    """The number that take part; only all counts are emptied together."""
    return fields.natural(
        asked,
        name,
        meaning,
        now=lambda activity: activity.participants and getattr(activity.participants, name),
        clears="participants",
        cleared_as="participants",
    )


def _listed(name: str) -> Callable[[Any], str]:
    return lambda activity: ",".join(getattr(activity, name))


OWNER = mark("The responsible office; a new activity has that of its step.")
THEMES = fields.Traits(
    metavar=mark("THEMES"), now=_listed("themes"), separator=",", clear=True, offers=(fields.THEMES,)
)
ASPECTS = fields.Traits(metavar="A1,A2", now=_listed("aspects"), separator=",", clear=True, offers=("aspects",))
AFTER = fields.Traits(metavar="S2.3,S2.4", now=_listed("after"), separator=",", clear=True, offers=("activities",))
NOUN = Noun(
    name="activity",
    record=Activity,
    letter="",
    change=Change,
    add=_add,
    update=activities.update,
    of_many=activities.OF_MANY,
    add_all=activities.add_all,
    of_known=activities.OF_KNOWN,
    change_all=activities.change_all,
    arguments=(
        fields.argument("step", mark("STEP"), ("steps",)),
        texts.heading(Change.title_ar, "title", mark("TITLE")),
    ),
    fields=(
        fields.status(Change.status, Status, "masculine"),
        fields.word(Change.gate, Gate, "gate", mark("The last gate it has passed.")),
        fields.day(Change.gate_on, "on", mark("Date on which it passed that gate."), "end", now=None),
        fields.evidence(Change.evidence, only=""),
        fields.office(Change.owner, "owner", OWNER),
        fields.support(Change.support),
        fields.day(Change.planned_start, "start", mark("Planned start."), clear=True),
        fields.day(Change.planned_end, "due", mark("Planned end."), "end", clear=True),
        fields.day(Change.actual_start, "started", mark("First day of work on it.")),
        fields.day(Change.actual_end, "ended", mark("Actual end."), "end", only=UPDATE),
        fields.day(Change.forecast_end, "forecast", mark("Forecast end date."), "end", clear=True),
        fields.natural(Change.weight, "weight", mark("Weight within its step, 1 or more.")),
        fields.word(Change.type, ActivityType, "type", mark("Kind of activity."), metavar=mark("KIND")),
        fields.word(Change.mode, ActivityMode, "mode", mark("Mode of training."), clear=True),
        fields.place(Change.place),
        _count(Change.ly, "ly", mark("Participants of the Libyan side.")),
        _count(Change.tr, "tr", mark("Participants of the Turkish side.")),
        _count(Change.women, "women", mark("Number of women among all participants.")),
        fields.natural(Change.duration_days, "days", mark("Duration in days."), clear=True),
        fields.field(Change.themes, "theme", mark("Themes; they replace the ones recorded."), _themes, THEMES),
        fields.field(Change.aspects, "aspect", mark("Other aspects than those of its step."), _aspects, ASPECTS),
        fields.field(Change.after, "after", mark("The activities that it follows; replaces all."), _after, AFTER),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", texts.TITLE),
        *texts.reason((Change.status_reason_ar, Change.status_reason_tr, Change.status_reason_en)),
        *texts.reason((Change.forecast_reason_ar, Change.forecast_reason_tr, Change.forecast_reason_en)),
        fields.flag(
            Change.confirm,
            "confirm",
            mark("Confirm that nothing has changed; renews the date of the last update."),
            only=UPDATE,
        ),
    ),
    questions=("gate", "on", "evidence", "note"),
    columns="step title* type status gate owner support weight planned_start planned_end actual_start actual_end"
    " forecast_end mode place ly tr women duration_days themes aspects after evidence status_reason*"
    " forecast_reason*",
    settle=_agreed,
    after=_papers_of_step,
    likes=True,
)
