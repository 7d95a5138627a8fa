"""The lists and pages of recommendations: the answer to each, and what became of it."""

from typing import Any

from tracker.message import msg
from tracker.model.records.reviews import Recommendation
from tracker.model.state.recommendations import outcome_of
from tracker.reports.kinds.decisions import commitments_of
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, plain, refs, words
from tracker.reports.report import Value, Word
from tracker.reports.values import told


def _answer(_: Seen, recommendation: Recommendation) -> Value:
    """The management's answer, or that there is none yet."""
    return Word(recommendation.response) if recommendation.response else msg("not answered")


def _data(seen: Seen, recommendation: Recommendation) -> dict[str, Any]:
    """The stored fields, the commitments and what they have come to."""
    promised = commitments_of(seen.tracker, recommendation.id)
    return {**plain(recommendation), "commitments": promised, "fate": outcome_of(seen.tracker, recommendation).value}


KIND: Kind[Recommendation] = Kind(
    name="recommendations",
    gender="feminine",
    heading=msg("Recommendations"),
    empty=msg("No recommendation matches."),
    added_by="add-recommendation",
    columns=[
        Shown("text", msg("Recommendation"), flexible=True, letters=18),
        code("review", rank=2),
        Shown("response", msg("Management response"), _answer),
        Shown("reason", msg("Reason"), lambda _, each: told(each.response_reason), flexible=True, rank=3),
        Shown("commitments", value=lambda seen, each: refs(commitments_of(seen.tracker, each.id)), rank=1),
        Shown("fate", msg("Carried out"), lambda seen, each: Word(outcome_of(seen.tracker, each))),
    ],
    facts=["text", "review", "response", words("response_reason", msg("Reason")), "commitments", "fate"],
    data=_data,
    filters=("status", "open"),
    is_open=lambda recommendation: recommendation.response is None,
)
