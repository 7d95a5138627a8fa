"""Recommendations of evaluations, and the answers to them."""

from datetime import date

from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import UPDATE
from tracker.message import mark
from tracker.model.changes import reviews
from tracker.model.changes.reviews import RecommendationChange as Change
from tracker.model.records.reviews import Recommendation, Response
from tracker.model.tracker import Tracker


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    return reviews.recommend(tracker, given["review"], change.text("text"), on)


ANSWER = mark("Response to the recommendation.")
NOUN = Noun(
    name="recommendation",
    record=Recommendation,
    letter="N",
    change=Change,
    add=_add,
    update=reviews.respond,
    arguments=(
        fields.argument("review", mark("EVALUATION"), ("reviews",)),
        texts.heading(Change.text_ar, "text", mark("TEXT")),
    ),
    fields=(
        fields.word(Change.response, Response, "response", ANSWER, only=UPDATE, clear=True),
        *texts.localized((Change.text_ar, Change.text_tr, Change.text_en), "text", texts.WORDING),
        *texts.reason((Change.response_reason_ar, Change.response_reason_tr, Change.response_reason_en)),
    ),
    questions=("response",),
    columns="review text* response response_reason*",
)
