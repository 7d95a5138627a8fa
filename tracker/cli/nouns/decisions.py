"""Decisions of meetings."""

from datetime import date
from typing import TYPE_CHECKING

from tracker.cli import fields
from tracker.cli.noun import Given, Noun
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.model.changes import decisions
from tracker.model.changes.decisions import DecisionChange as Change
from tracker.model.records.decisions import Decision
from tracker.model.records.localized import Localized
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.store.act import Outcome


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    text = Localized(given["text"], change.text_tr, change.text_en)
    return decisions.add(tracker, given["meeting"], text, on)


def _followed(session: Session, outcome: "Outcome") -> None:
    """Names the command by which somebody promises what was decided."""
    for code in outcome.after.decisions.keys() - outcome.before.decisions.keys():
        command = Ref(f"tracker add-commitment {code} … --owner … --due …")
        session.say(msg("Who does what, and until when: {command}", command=command))


NOUN = Noun(
    name="decision",
    record=Decision,
    letter="D",
    change=Change,
    add=_add,
    update=decisions.update,
    arguments=(
        fields.argument("meeting", mark("MEETING"), ("meetings",)),
        fields.heading(Change.text_ar, "text", mark("TEXT")),
    ),
    fields=fields.localized((Change.text_ar, Change.text_tr, Change.text_en), "text", fields.WORDING),
    questions=("text_ar", "text_tr", "text_en"),
    columns="meeting text_ar text_tr text_en",
    after=_followed,
)
