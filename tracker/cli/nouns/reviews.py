"""Evaluations of periods: frozen figures, ratings, findings, approval."""

from datetime import date

from tracker import errors
from tracker.cli import fields, texts
from tracker.cli.input import values
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import ADD, UPDATE
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark
from tracker.model.changes import reviews
from tracker.model.changes.reviews import NewRating
from tracker.model.changes.reviews import ReviewChange as Change
from tracker.model.records.reviews import Criterion, Figures, Review, ReviewKind
from tracker.model.state.periods import Period, period_of
from tracker.model.state.snapshot import figures_of, measured
from tracker.model.tracker import Tracker
from tracker.text.input.digits import to_latin
from tracker.text.input.lists import split_list
from tracker.text.input.parse_date import parse_period

NOT_RATABLE = ("-", "–", "null")


def _day(session: Session, typed: str, called: str, _: bool) -> date | None:
    return values.day(session, typed, called)


def _period(session: Session, typed: str, _: str, __: bool) -> Period:
    return period_of(parse_period(typed, session.today))


def _ratings(_: Session, typed: list[str], __: str, ___: bool) -> tuple[NewRating, ...]:
    return tuple(_rated(each) for text in typed for each in split_list(text))


def _rated(typed: str) -> NewRating:
    """`S2.effectiveness=3`, the criterion in any of the three languages; `-` where it cannot be judged yet."""
    place, sign, value = typed.rpartition("=")
    step, dot, criterion = place.rpartition(".")
    grade = to_latin(value).strip()
    if not (sign and dot and (grade in NOT_RATABLE or (grade.isascii() and grade.isdigit() and len(grade) < 4))):
        raise errors.BadRating(typed)
    found = values.word(Criterion, criterion)
    assert found is not None
    return NewRating(step, found, None if grade in NOT_RATABLE else int(grade))


def _codes(_: Session, typed: list[str], __: str, ___: bool) -> tuple[str, ...]:
    return tuple(code for text in typed for code in split_list(text))


def _settled(session: Session, given: Given, change: Change) -> Change:
    """The figures of a period that is over come from the history, and an approval has a day.

    An approval freezes them anew where they were taken before the end (rule 11.3).
    """
    if given.get("approve"):
        change = replace(change, approve=given["on"] or session.today)
        old = session.tracker.reviews.get(given["code"])
        early = old is not None and old.figures is not None and old.figures.day < min(old.period_end, session.today)
        change = replace(change, freeze=change.freeze or early)
    if "period" in given:
        return replace(change, figures=_past(session, given["period"]))
    if change.freeze:
        return replace(change, figures=_past(session, _period_of(session.tracker.reviews[given["code"]])))
    return change


def _past(session: Session, of: Period) -> Figures | None:
    """The figures at the end of a period that is over, from the history; None where that does not reach so far."""
    from tracker.store.past import tracker_at  # noqa: PLC0415 - only where a period is frozen

    if of.end >= session.today:
        return None
    try:
        found = figures_of(tracker_at(session.store, of.end, session.state, session.tracker), of.end)
    except errors.BeforeFirst:
        return None
    return replace(found, indicators=measured(session.tracker, of.end))  # the values of a period come in after it


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    return reviews.add(tracker, given["period"], _frozen(tracker, given["period"], change, on), on)


def _update(tracker: Tracker, code: str, change: Change, on: date) -> Tracker:
    if change.freeze:
        change = _frozen(tracker, _period_of(tracker.get(Review, code)), change, on)
    return reviews.update(tracker, code, change, on)


def _frozen(tracker: Tracker, of: Period, change: Change, on: date) -> Change:
    """Give those figures, or those of the records as they are on the last day of the period that has come."""
    return change if change.figures else replace(change, figures=figures_of(tracker, min(of.end, on)))


def _period_of(review: Review) -> Period:
    return Period(review.period_start, review.period_end)


RATE = fields.Traits(metavar="S2.effectiveness=3", many=True, now=None, only=UPDATE)
EVIDENCE = fields.Traits(metavar="E", many=True, now=None, only=UPDATE, offers=("evidence",))
FOUND = (Change.findings_ar, Change.findings_tr, Change.findings_en)
JUSTIFIED = (Change.justification_ar, Change.justification_tr, Change.justification_en)
SUMMARY = (Change.summary_ar, Change.summary_tr, Change.summary_en)
NOUN = Noun(
    name="review",
    record=Review,
    letter="R",
    change=Change,
    add=_add,
    update=_update,
    arguments=(fields.argument("period", mark("PERIOD"), read=_period),),
    fields=(
        fields.word(Change.kind, ReviewKind, "kind", mark("Kind of evaluation."), metavar=mark("KIND"), only=ADD),
        fields.code(
            Change.corrects,
            "corrects",
            mark("The approved evaluation that it corrects."),
            only=ADD,
            offers=("reviews",),
        ),
        fields.field(Change.rate, "rate", mark("A rating from 1 to 4, or -; may be repeated."), _ratings, RATE),
        texts.spoken(Change.justification_ar, "justification", mark("Justification of these ratings."), only=UPDATE),
        *texts.of_the_change(JUSTIFIED, "justification"),
        fields.field(
            Change.evidence, "evidence", mark("A document on which ratings and findings are based."), _codes, EVIDENCE
        ),
        *texts.items(Change.findings, "finding", mark("Finding; may be repeated."), FOUND, only=UPDATE),
        fields.code(
            Change.step,
            "step",
            mark("The step that the finding is about."),
            metavar="S3",
            now=None,
            only=UPDATE,
            offers=("steps",),
        ),
        *texts.optional_text(SUMMARY, "summary", mark("Summary of what the minister should know.")),
        fields.office(Change.lead, "lead", mark("The office that leads the evaluation.")),
        fields.flag(Change.freeze, "freeze", mark("Freeze the figures of the period again."), only=UPDATE),
        fields.switch("approve", mark("Approve it; from then on it can only be read."), only=UPDATE),
        fields.own("on", mark("The day of the approval."), _day, metavar=mark("DATE"), only=UPDATE),
    ),
    questions=("rate", "justification", "finding", "summary"),
    columns="kind period_start period_end status lead summary* ratings",
    new_rows="",
    settle=_settled,
)
