"""add-lesson and update-lesson."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import CODE, TEXT, Evidence, Like, Steps, new_status
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.record_codes import step_codes
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.frozen import asdict, replace
from tracker.message import mark, msg
from tracker.model import lessons
from tracker.model.lesson import Lesson, LessonStatus
from tracker.model.lessons import LessonAsked
from tracker.model.party import Side
from tracker.reports.report import Ref

From = Annotated[str | None, typer.Option("--from", metavar=CODE, help=mark("The record it was learned from."))]
OfSide = Annotated[Side | None, word_option(Side, "--side", mark("The side that learned it."))]
Recommendation = Annotated[
    str | None, typer.Option("--recommendation", metavar=TEXT, help=mark("What is to be done differently."))
]
RecommendationTr = Annotated[
    str | None, typer.Option("--recommendation-tr", metavar=TEXT, help=mark("The recommendation in Turkish."))
]
RecommendationEn = Annotated[
    str | None, typer.Option("--recommendation-en", metavar=TEXT, help=mark("The recommendation in English."))
]
TextTr = Annotated[str | None, typer.Option("--text-tr", metavar=TEXT, help=mark("Turkish text."))]
TextEn = Annotated[str | None, typer.Option("--text-en", metavar=TEXT, help=mark("English text."))]
NewStatus = Annotated[LessonStatus | None, new_status(LessonStatus)]
CLEARABLE = {
    "recommendation": "recommendation",
    "recommendation-tr": "recommendation_tr",
    "recommendation-en": "recommendation_en",
    "from": "origin",
    "step": "steps",
    "text-tr": "text_tr",
    "text-en": "text_en",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_lesson(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar=TEXT)],
    from_: From = None,
    recommendation: Recommendation = None,
    side: OfSide = None,
    step: Steps = None,
    text_tr: TextTr = None,
    text_en: TextEn = None,
    recommendation_tr: RecommendationTr = None,
    recommendation_en: RecommendationEn = None,
    like: Like = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add a lesson."""
    session: Session = ctx.obj
    values.required_reason(force, reason, "L")
    said_so = values.required_text(session, text, TEXT, force=force)
    advice = (recommendation, recommendation_tr, recommendation_en)
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = _asked(session, (None, text_tr, text_en), advice, from_, side, step, force=force)
    wanted = replace(wanted, text_ar=said_so)
    today = session.today
    outcome = session.change(
        session.act("add-lesson", said or why), lambda tracker: lessons.add(tracker, wanted, today, like)
    )
    for code in outcome.after.lessons.keys() - outcome.before.lessons.keys():
        if outcome.after.lessons[code].recommendation is None:
            command = Ref(f"tracker update-lesson {code} --recommendation …")
            session.warn(msg("Without a recommendation it is but a remark: {command}", command=command))


def update_lesson(
    ctx: typer.Context,
    code: Code,
    status: NewStatus = None,
    applied_in: Annotated[
        str | None, typer.Option(metavar=CODE, help=mark("The record that the lesson has changed."))
    ] = None,
    reason: Reason = None,
    recommendation: Recommendation = None,
    evidence: Evidence = None,
    from_: From = None,
    side: OfSide = None,
    step: Steps = None,
    text_ar: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Arabic text."))] = None,
    text_tr: TextTr = None,
    text_en: TextEn = None,
    recommendation_tr: RecommendationTr = None,
    recommendation_en: RecommendationEn = None,
    clear: Clear = None,
    note: Note = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change a lesson."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Lesson, code, "L").id
    advice = (recommendation, recommendation_tr, recommendation_en)
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = replace(
        _asked(session, (text_ar, text_tr, text_en), advice, from_, side, step, force=force),
        status=status,
        applied_in=applied_in,
        evidence=papers_of(session, evidence or []),
        reason=why or said,
    )
    setting = {**asdict(wanted), "recommendation": wanted.recommendation_ar}
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, setting))
    today = session.today
    act = session.act("update-lesson", said or why, values.expected(if_rev, found))
    session.change(act, lambda tracker: lessons.update(tracker, found, wanted, today))


def _asked(
    session: Session,
    texts: tuple[str | None, ...],
    advice: tuple[str | None, ...],
    origin: str | None,
    side: Side | None,
    steps: list[str] | None,
    *,
    force: bool,
) -> LessonAsked:
    """What is asked of the lesson, its fate aside."""
    ar, tr, en, do_ar, do_tr, do_en = (values.new_text(session, each, force=force) for each in (*texts, *advice))
    return LessonAsked(
        text_ar=ar,
        text_tr=tr,
        text_en=en,
        recommendation_ar=do_ar,
        recommendation_tr=do_tr,
        recommendation_en=do_en,
        origin=origin,
        source_side=side,
        steps=step_codes(session, steps),
    )
