"""Adding decisions of meetings, and correcting their words (rule 8.9)."""

from datetime import date

from tracker.frozen import asdict, replace
from tracker.model.changes.asked import Asked
from tracker.model.records.decisions import Decision
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.meetings import Meeting
from tracker.model.tracker import Tracker


def add(tracker: Tracker, meeting: str, text: Localized, on: date) -> Tracker:
    """The tracker with one more decision of a meeting; raises `NotFound`."""
    found = tracker.get(Meeting, meeting, "M")
    code, tracker = tracker.new_code("D")
    return tracker.put(Decision(id=code, meeting=found.id, text=text), on)


class DecisionAsked(Asked, kw_only=True):
    """A change asked of a decision: other words; its meeting and its code stay."""

    text_ar: str | None = None
    text_tr: str | None = None
    text_en: str | None = None


def update(tracker: Tracker, code: str, wanted: DecisionAsked, on: date) -> Tracker:
    """The tracker with the decision in other words; raises `NotFound`."""
    decision = tracker.get(Decision, code, "D")
    text = reworded(decision.text, asdict(wanted), "text", wanted.clear)
    return tracker.put(replace(decision, text=text), on)


def without_commitment(tracker: Tracker) -> list[Decision]:
    """Decisions from which nobody has promised anything: «قرار بلا التزام»."""
    followed = {commitment.source for commitment in tracker.commitments.values()}
    return [decision for code, decision in tracker.decisions.items() if code not in followed]
