"""Decisions of meetings."""

from datetime import date
from typing import TYPE_CHECKING

from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.model.changes import decisions
from tracker.model.changes.decisions import DecisionChange as Change
from tracker.model.records.decisions import Decision
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.store.act import Outcome


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    return decisions.add(tracker, given["meeting"], change.text("text"), on)


def _followed(session: Session, outcome: "Outcome") -> None:
    """Names the command by which somebody promises what was decided."""
    for new in outcome.after.made_since(outcome.before, "decisions"):
        command = Ref(f"tracker add-commitment {new.id} … --owner … --due …")
        session.say(msg("To record who does what, and by when: {command}", command=command))


NOUN = Noun(
    name="decision",
    record=Decision,
    letter="D",
    change=Change,
    add=_add,
    update=decisions.update,
    arguments=(
        fields.argument("meeting", mark("MEETING"), ("meetings",)),
        texts.heading(Change.text_ar, "text", mark("TEXT")),
    ),
    fields=texts.localized((Change.text_ar, Change.text_tr, Change.text_en), "text", texts.WORDING),
    questions=("text_ar", "text_tr", "text_en"),
    columns="meeting text*",
    after=_followed,
)
