"""The page of the thresholds."""

from collections.abc import Iterable

from tracker.message import Message
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.kind import Item, Kind, no_table, plain_data


def facts(_tracker: Tracker, _assessment: Assessment, limits: Thresholds) -> Iterable[Item]:
    """Every number under the key by which `config` sets it."""
    for name, value in machine.plain(limits).items():
        if name != "id":
            yield name, Message(name), value


KIND = Kind(no_table, facts, plain_data)
