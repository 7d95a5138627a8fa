"""How roles are shown."""

from collections.abc import Iterable

from tracker.model.assessment import Assessment
from tracker.model.party import Role
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, no_table, plain_data
from tracker.reports.message import msg


def facts(_tracker: Tracker, _assessment: Assessment, role: Role) -> Iterable[Item]:
    """Its name."""
    yield "name", msg("Name"), role.name


KIND = Kind(no_table, facts, plain_data)
