"""Passing gates: milestones with their dates, the only percentages that activities have (rule 3.2)."""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

from tracker import errors
from tracker.frozen import replace
from tracker.model.records.activities import PERCENT, Activity, Gate, GateDates
from tracker.model.records.localized import Text
from tracker.model.records.status import ACTIVE, Status

ORDER = tuple(Gate)
_days = attrgetter(*GateDates.__struct_fields__)


def gate_after(before: Activity, asked: Gate | None, status: Status) -> Gate:
    """The gate that an activity will have passed in its new status; to complete is to pass the last one.

    Raises `ProgressRefused`, `NeedsLowerGate`, `NeedsCompletion` for a gate that does not go with the status.
    """
    if status is Status.COMPLETED:
        if asked not in (None, Gate.DOCUMENTED):
            raise errors.ProgressRefused(before.id, status)
        return Gate.DOCUMENTED
    if before.status is Status.COMPLETED and asked in (None, Gate.DOCUMENTED):
        raise errors.NeedsLowerGate(before.id)
    if before.status is Status.CANCELLED and status is Status.NOT_STARTED:
        return Gate.NONE
    gate = asked or before.gate
    if gate is not before.gate and status not in ACTIVE:
        raise errors.ProgressRefused(before.id, status)
    if gate is Gate.DOCUMENTED:
        raise errors.NeedsCompletion(before.id)
    return gate


def at_gate(activity: Activity, gate: Gate, day: date, *, dated: bool, reason: Text | None) -> Activity:
    """The activity with that gate as its last one, passed on `day` where it is new or `dated` says so.

    Going back takes the dates of the later gates away. Raises `NeedsReason`, `NeedsGate`, `GatesReversed`.
    """
    if dated and gate is Gate.NONE:
        raise errors.NeedsGate(activity.id)
    if ORDER.index(gate) < ORDER.index(activity.gate) and not reason:
        raise errors.NeedsReason(activity.id, "gate")
    days = {name: getattr(activity.gate_dates, name) for name in ORDER[1 : ORDER.index(gate) + 1]}
    if gate is not Gate.NONE and (dated or ORDER.index(gate) > ORDER.index(activity.gate)):
        days[gate] = day
    begun = activity.actual_start or (day if gate is not Gate.NONE else None)
    activity = replace(activity, gate=gate, gate_dates=GateDates(**days), actual_start=begun)
    reversed_gates = out_of_order(activity)
    if reversed_gates:
        raise reversed_gates
    return activity


def without_evidence(activity: Activity, evidenced: Fraction) -> tuple[Gate, ...]:
    """The gates that were passed and that no evidence reaches (rule 3.6)."""
    passed = ORDER[1 : ORDER.index(activity.gate) + 1]
    return tuple(gate for gate in passed if PERCENT[gate] > evidenced)


def in_order(dates: GateDates) -> bool:
    """Whether the days on which gates were passed ascend."""
    days = [day for day in _days(dates) if day is not None]
    return days == sorted(days)


def out_of_order(activity: Activity) -> "errors.GatesReversed | None":
    """Give the fault in the dates of the gates, if any: they ascend, and a gate that is not passed has none."""
    if in_order(activity.gate_dates):
        return None
    days = zip(ORDER[1:], _days(activity.gate_dates), strict=True)
    passed = [(gate, day) for gate, day in days if day is not None]
    for (first, before), (second, after) in pairwise(passed):
        if before > after:
            return errors.GatesReversed(activity.id, first, before.isoformat(), second, after.isoformat())
    return None
