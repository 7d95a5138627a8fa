"""The fate of a recommendation, judged by the commitments that name it (rule 11.5)."""

from enum import StrEnum

from tracker.model.records.reviews import Recommendation, Response
from tracker.model.records.status import OPEN, Status
from tracker.model.tracker import Tracker


class Fate(StrEnum):
    """The outcome of a recommendation: how far it was carried out."""

    REFUSED = "refused"
    NO_COMMITMENT = "no_commitment"
    IN_PROGRESS = "in_progress"
    CARRIED_OUT = "carried_out"
    CANCELLED = "cancelled"


def fate(tracker: Tracker, recommendation: Recommendation) -> Fate:
    """Give the outcome of a recommendation, from the status of its commitments."""
    if recommendation.response is Response.REJECTED:
        return Fate.REFUSED
    states = [c.status for c in tracker.commitments.values() if c.source == recommendation.id]
    if not states:
        return Fate.NO_COMMITMENT
    if any(status in OPEN for status in states):
        return Fate.IN_PROGRESS
    return Fate.CARRIED_OUT if Status.COMPLETED in states else Fate.CANCELLED
