"""Obstacles that stand in the way of steps."""

from datetime import date
from enum import StrEnum

from tracker.model.records.localized import Localized, Text
from tracker.model.records.office import Office
from tracker.model.records.record import ANY, Record


class ObstacleType(StrEnum):
    """The sort of obstacle that it is."""

    BUREAUCRATIC = "bureaucratic"
    LOGISTIC = "logistic"
    LEGAL = "legal"
    FUNDING = "funding"
    TECHNICAL = "technical"
    COORDINATION = "coordination"
    OTHER = "other"


class Severity(StrEnum):
    """The gravity of an obstacle; high lowers the health of a step to amber, critical to red."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class ObstacleStatus(StrEnum):
    """The stage at which its treatment stands."""

    OPEN = "open"
    UNDER_TREATMENT = "under_treatment"
    RESOLVED = "resolved"
    ACCEPTED = "accepted"


class Obstacle(Record, kw_only=True):
    """An obstacle; it is `active` while open or under treatment. `decision` is the code of what accepted it."""

    refers = (("steps", "steps"), ("activities", "activities"), ("decision", ANY))
    shared = frozenset({"title", "response"})
    title: Localized
    type: ObstacleType = ObstacleType.OTHER
    severity: Severity = Severity.MEDIUM
    status: ObstacleStatus = ObstacleStatus.OPEN
    raised_on: date | None = None
    steps: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    owner: Office | None = None
    response: Text | None = None
    status_reason: Text | None = None
    decision: str | None = None
    target_resolution: date | None = None
    resolved_on: date | None = None

    @property
    def active(self) -> bool:
        """Whether it still stands in the way."""
        return self.status in (ObstacleStatus.OPEN, ObstacleStatus.UNDER_TREATMENT)

    def stood_on(self, day: date) -> bool:
        """Whether it stood in the way at the end of `day`, by the dates that are known of it."""
        raised = self.raised_on is not None and self.raised_on <= day
        return raised and (self.active if self.resolved_on is None else self.resolved_on > day)

    def age_days(self, day: date) -> int | None:
        """Count the days since it was raised, until it was resolved or until `day`; None where nobody knows."""
        return ((self.resolved_on or day) - self.raised_on).days if self.raised_on else None

    def overdue_days(self, day: date) -> int:
        """Count the days past the target while it is active, else 0."""
        return max(0, (day - self.target_resolution).days) if self.active and self.target_resolution else 0
