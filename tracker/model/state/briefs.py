"""The brief that went before: what the next one is compared with (rule 11.9)."""

from datetime import date

from tracker.model.records.initiatives import IssuedBrief
from tracker.model.records.office import Office
from tracker.model.tracker import Tracker


def last_brief(tracker: Tracker, day: date, office: Office | None) -> IssuedBrief | None:
    """The last brief that was issued before `day`, by the party of `office`, or by any where none is known."""
    issued = [brief for brief in tracker.initiative.briefs if brief.date < day]
    if office is not None:
        issued = [brief for brief in issued if brief.by is None or brief.by.party == office.party]
    return max(issued, key=lambda brief: brief.date, default=None)
