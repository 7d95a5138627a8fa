"""Recording the briefs that were issued to ministers (rule 11.9)."""

from datetime import date

from tracker.frozen import replace
from tracker.model.records.initiatives import IssuedBrief
from tracker.model.tracker import Tracker


def issue(tracker: Tracker, brief: IssuedBrief, on: date) -> Tracker:
    """The tracker in which this brief is recorded; it takes the place of one of the same day and party."""
    old = tracker.initiative
    others = [each for each in old.briefs if _place(each) != _place(brief)]
    return tracker.put(replace(old, briefs=tuple(sorted([*others, brief], key=_place))), on)


def _place(brief: IssuedBrief) -> tuple[date, str]:
    return brief.date, brief.by.party if brief.by else ""
