"""Adding decisions of meetings, and correcting their words (rule 8.9)."""

from datetime import date

from tracker.model.changes.change import TextChange, apply_fields
from tracker.model.records.decisions import Decision
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting
from tracker.model.tracker import Tracker


class DecisionChange(TextChange, kw_only=True):
    """A change asked of a decision: other words; its meeting and its code stay."""


def add(tracker: Tracker, meeting: str, text: Localized, on: date) -> Tracker:
    """The tracker with one more decision of a meeting; raises `NotFound`."""
    found = tracker.get(Meeting, meeting)
    code, tracker = tracker.new_code("D")
    return tracker.put(Decision(id=code, meeting=found.id, text=text), on)


def update(tracker: Tracker, code: str, change: DecisionChange, on: date) -> Tracker:
    """The tracker with the decision in other words; raises `NotFound`."""
    tracker, decision = apply_fields(tracker, tracker.get(Decision, code), change, on)
    return tracker.put(decision, on)
