"""The outcome of a recommendation, judged by the commitments that name it (rule 11.5)."""

from enum import StrEnum

from tracker.model.records.reviews import Recommendation, Response
from tracker.model.records.status import OPEN, Status
from tracker.model.tracker import Tracker


class Outcome(StrEnum):
    """The outcome of a recommendation: how far it was carried out."""

    REFUSED = "refused"
    UNANSWERED = "unanswered"
    NO_COMMITMENT = "no_commitment"
    IN_PROGRESS = "in_progress"
    CARRIED_OUT = "carried_out"
    CANCELLED = "cancelled"


def outcome_of(tracker: Tracker, recommendation: Recommendation) -> Outcome:
    """Give the outcome of a recommendation, from the status of its commitments."""
    if recommendation.response is Response.REJECTED:
        return Outcome.REFUSED
    states = [c.status for c in tracker.commitments.values() if c.source == recommendation.id]
    if not states:
        return Outcome.NO_COMMITMENT if recommendation.response else Outcome.UNANSWERED
    if any(status in OPEN for status in states):
        return Outcome.IN_PROGRESS
    return Outcome.CARRIED_OUT if Status.COMPLETED in states else Outcome.CANCELLED
