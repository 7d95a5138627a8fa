"""Lessons: what was learned, and what is to be done differently."""

from typing import TYPE_CHECKING

from tracker.cli import fields, texts
from tracker.cli.noun import Noun, with_like
from tracker.cli.parameters import UPDATE
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.model.changes import lessons
from tracker.model.changes.lessons import LessonChange as Change
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.parties import Side
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.store.act import Outcome


def _warned(session: Session, outcome: "Outcome") -> None:
    """Warns of a new lesson that recommends nothing."""
    for new in outcome.after.made_since(outcome.before, "lessons"):
        if new.recommendation is None:
            command = Ref(f"tracker update-lesson {new.id} --recommendation …")
            session.warn(msg("Without a recommendation it is only a remark: {command}", command=command))


ADVICE = (Change.recommendation_ar, Change.recommendation_tr, Change.recommendation_en)
NOUN = Noun(
    name="lesson",
    record=Lesson,
    letter="L",
    change=Change,
    add=with_like(lessons.add),
    update=lessons.update,
    arguments=(texts.heading(Change.text_ar, "text", mark("TEXT")),),
    fields=(
        fields.status(Change.status, LessonStatus),
        *texts.optional_text(
            ADVICE,
            "recommendation",
            mark("Recommendation for what to do differently."),
            meanings=(
                mark("The recommendation in Arabic."),
                mark("The recommendation in Turkish."),
                mark("The recommendation in English."),
            ),
        ),
        fields.code(
            Change.applied_in,
            "applied-in",
            mark("The record that the lesson has changed."),
            only=UPDATE,
            offers=fields.EVERYTHING,
        ),
        fields.evidence(Change.evidence),
        fields.code(
            Change.origin, "from", mark("The record it was learned from."), clear=True, offers=fields.EVERYTHING
        ),
        fields.word(Change.source_side, Side, "side", mark("The side that learned it."), default=Side.JOINT),
        fields.steps(Change.steps),
        *texts.localized((Change.text_ar, Change.text_tr, Change.text_en), "text", texts.WORDING),
        *texts.reason((Change.status_reason_ar, Change.status_reason_tr, Change.status_reason_en)),
    ),
    questions=("status", "recommendation", "applied_in"),
    columns="text* recommendation* origin source_side status applied_in steps evidence status_reason*",
    likes=True,
    after=_warned,
)
