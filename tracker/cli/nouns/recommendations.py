"""Recommendations of evaluations, and the answers to them."""

from datetime import date

from tracker.cli import fields
from tracker.cli.noun import UPDATE, Given, Noun
from tracker.message import mark
from tracker.model.changes import reviews
from tracker.model.changes.reviews import RecommendationChange as Asked
from tracker.model.records.reviews import Recommendation, Response
from tracker.model.tracker import Tracker


def _add(tracker: Tracker, given: Given, _: Asked, on: date) -> Tracker:
    return reviews.recommend(tracker, given["review"], given["text"], on)


ANSWER = mark("The answer to it.")
NOUN = Noun(
    name="recommendation",
    record=Recommendation,
    letter="N",
    change=Asked,
    add=_add,
    update=reviews.respond,
    arguments=(
        fields.argument("review", mark("EVALUATION"), ("reviews",)),
        fields.heading(Asked.text_ar, "text", mark("TEXT")),
    ),
    fields=(
        fields.word(Asked.response, Response, "response", ANSWER, only=UPDATE, clear=True),
        *fields.localized((Asked.text_ar, Asked.text_tr, Asked.text_en), "text", fields.WORDING, only=UPDATE),
    ),
    questions=("response",),
    columns="review text_ar text_tr text_en response response_reason",
)
