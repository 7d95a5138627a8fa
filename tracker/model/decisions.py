"""Adding decisions of meetings (DOMAIN.md 2.1)."""

from datetime import date

from tracker.model.decision import Decision
from tracker.model.localized import Localized
from tracker.model.meeting import Meeting
from tracker.model.tracker import Tracker


def add(tracker: Tracker, meeting: str, text: Localized, on: date) -> Tracker:
    """The tracker with one more decision of a meeting; raises `NotFound`."""
    found = tracker.get(Meeting, meeting, "M")
    code, tracker = tracker.new_code("D")
    return tracker.put(Decision(id=code, meeting=found.id, text=text), on)


def without_commitment(tracker: Tracker) -> list[Decision]:
    """Decisions from which nobody has promised anything: «قرار بلا التزام»."""
    followed = {commitment.source for commitment in tracker.commitments.values()}
    return [decision for code, decision in tracker.decisions.items() if code not in followed]
