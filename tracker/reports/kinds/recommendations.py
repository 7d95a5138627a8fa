"""The lists and pages of recommendations: the answer to each, and what became of it."""

from collections.abc import Iterable
from typing import Any

from tracker.message import msg, msg_in
from tracker.model.records.reviews import Recommendation
from tracker.model.state.assessment import Assessment
from tracker.model.state.recommendations import outcome_of
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.decisions import commitments_of
from tracker.reports.kinds.kind import Item, Kind, refs
from tracker.reports.report import Column, Ref, Table, Value, Word


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Recommendations with the answer and their outcome."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("text", msg("Recommendation"), flexible=True, letters=18),
        Column("review", msg("Evaluation"), rank=2),
        Column("response", msg("Management response")),
        Column("reason", msg("Reason"), flexible=True, rank=3),
        Column("commitments", msg("Commitments"), rank=1),
        Column("fate", msg("Carried out")),
    )
    rows = tuple(
        (
            Ref(n.id),
            n.text,
            Ref(n.review),
            answer(n),
            n.response_reason,
            refs(commitments_of(tracker, n.id)),
            Word(outcome_of(tracker, n)),
        )
        for n in (tracker.recommendations[code] for code in codes)
    )
    return Table("recommendations", msg("Recommendations"), columns, rows, msg("No recommendation matches."))


def answer(recommendation: Recommendation) -> Value:
    """The management's answer, or that there is none yet."""
    return Word(recommendation.response) if recommendation.response else msg("not answered")


def facts(tracker: Tracker, _assessment: Assessment, recommendation: Recommendation) -> Iterable[Item]:
    """The fields of a recommendation."""
    yield "text", msg("Recommendation"), recommendation.text
    yield "review", msg("Evaluation"), Ref(recommendation.review)
    yield "response", msg("Management response"), answer(recommendation)
    yield "response_reason", msg("Reason"), recommendation.response_reason
    yield "commitments", msg("Commitments"), refs(commitments_of(tracker, recommendation.id))
    yield "fate", msg("Carried out"), Word(outcome_of(tracker, recommendation))


def data(tracker: Tracker, _assessment: Assessment, recommendation: Recommendation) -> dict[str, Any]:
    """The stored fields, the commitments and what they have come to."""
    found: dict[str, Any] = machine.plain(recommendation)
    promised = commitments_of(tracker, recommendation.id)
    return {**found, "commitments": promised, "fate": outcome_of(tracker, recommendation).value}


KIND = Kind(table, facts, data)
