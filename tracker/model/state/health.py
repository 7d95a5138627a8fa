"""The health of work, computed from written thresholds, never typed in (rule 4.1); reasons go with each colour."""

from enum import StrEnum


class Health(StrEnum):
    """The colours, worst last; grey means that nothing can be said."""

    GREY = "grey"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Reason(StrEnum):
    """The reason for which a colour was given, in the order in which reasons are listed."""

    VARIANCE_RED = "VARIANCE_RED"
    VARIANCE_AMBER = "VARIANCE_AMBER"
    BLOCKED = "BLOCKED"
    OVERDUE_RED = "OVERDUE_RED"
    OVERDUE = "OVERDUE"
    ACTIVITY_OVERDUE = "ACTIVITY_OVERDUE"
    OBSTACLE_CRITICAL = "OBSTACLE_CRITICAL"
    OBSTACLE_HIGH = "OBSTACLE_HIGH"
    FORECAST_SLIP = "FORECAST_SLIP"
    VERY_STALE = "VERY_STALE"
    STALE = "STALE"
    COMMITMENT_OVERDUE = "COMMITMENT_OVERDUE"
    NO_OWNER = "NO_OWNER"
    CONCERN = "CONCERN"
    SUSPENDED = "SUSPENDED"
    CANCELLED = "CANCELLED"
    NO_DATES = "NO_DATES"
    MOSTLY_UNDATED = "MOSTLY_UNDATED"
    NOT_DUE = "NOT_DUE"


RED = frozenset({Reason.VARIANCE_RED, Reason.BLOCKED, Reason.OVERDUE_RED, Reason.OBSTACLE_CRITICAL, Reason.VERY_STALE})
GREY = frozenset({Reason.CANCELLED, Reason.SUSPENDED, Reason.NO_DATES, Reason.MOSTLY_UNDATED, Reason.NOT_DUE})
SET_BY_HAND = frozenset({Health.AMBER, Health.RED})
_RANK = {Health.GREY: 0, Health.GREEN: 1, Health.AMBER: 2, Health.RED: 3}


def foremost(health: Health, reasons: "tuple[Reason, ...]") -> "tuple[Reason, ...]":
    """The one reason to say where there is room for one: of a red colour the first that makes it red."""
    deciding = [reason for reason in reasons if health is not Health.RED or reason in RED | {Reason.CONCERN}]
    return tuple(deciding[:1]) or reasons[:1]


def worst(colours: "list[Health]") -> Health:
    """The worst of them; grey never decides unless all are grey (rule 4.7)."""
    return max(colours, key=_RANK.__getitem__, default=Health.GREY)


def worse(first: Health, second: Health) -> bool:
    """Whether `first` is a worse colour than `second`."""
    return _RANK[first] > _RANK[second]
