"""The states of work and the steps allowed between them (rules 2.1, 2.2). Late and stale are never states."""

from enum import StrEnum


class Status(StrEnum):
    """The states of a step, an activity or a commitment."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


ACTIVE = frozenset({Status.IN_PROGRESS, Status.BLOCKED})
CLOSED = frozenset({Status.COMPLETED, Status.CANCELLED})
OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.BLOCKED, Status.SUSPENDED})

ALLOWED: dict[Status, frozenset[Status]] = {
    Status.NOT_STARTED: frozenset({Status.IN_PROGRESS, Status.BLOCKED, Status.SUSPENDED, Status.CANCELLED}),
    Status.IN_PROGRESS: frozenset({Status.BLOCKED, Status.SUSPENDED, Status.COMPLETED, Status.CANCELLED}),
    Status.BLOCKED: frozenset({Status.IN_PROGRESS, Status.NOT_STARTED, Status.SUSPENDED, Status.CANCELLED}),
    Status.SUSPENDED: frozenset({Status.IN_PROGRESS, Status.NOT_STARTED, Status.CANCELLED}),
    Status.COMPLETED: frozenset({Status.IN_PROGRESS}),
    Status.CANCELLED: frozenset({Status.NOT_STARTED}),
}


def allowed(before: Status, started: bool) -> frozenset[Status]:
    """The states that may follow; work that was once begun never becomes "not started" but by reinstatement."""
    after = ALLOWED[before]
    if started and before is not Status.CANCELLED:
        return after - {Status.NOT_STARTED}
    return after
