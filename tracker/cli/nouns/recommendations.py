"""Recommendations of evaluations, and the answers to them."""

from datetime import date

from tracker.cli import fields
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import UPDATE
from tracker.message import mark
from tracker.model.changes import reviews
from tracker.model.changes.reviews import RecommendationChange as Change
from tracker.model.records.reviews import Recommendation, Response
from tracker.model.tracker import Tracker


def _add(tracker: Tracker, given: Given, _: Change, on: date) -> Tracker:
    return reviews.recommend(tracker, given["review"], given["text"], on)


ANSWER = mark("The answer to it.")
NOUN = Noun(
    name="recommendation",
    record=Recommendation,
    letter="N",
    change=Change,
    add=_add,
    update=reviews.respond,
    arguments=(
        fields.argument("review", mark("EVALUATION"), ("reviews",)),
        fields.heading(Change.text_ar, "text", mark("TEXT")),
    ),
    fields=(
        fields.word(Change.response, Response, "response", ANSWER, only=UPDATE, clear=True),
        *fields.localized((Change.text_ar, Change.text_tr, Change.text_en), "text", fields.WORDING, only=UPDATE),
    ),
    questions=("response",),
    columns="review text_ar text_tr text_en response response_reason",
)
