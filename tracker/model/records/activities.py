"""Activities: the work inside a step, measured by the gates it has passed."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized, Text
from tracker.model.records.meetings import Place
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.status import Status


class ActivityType(StrEnum):
    """The sort of work that an activity is."""

    TRAINING_COURSE = "training_course"
    WORKSHOP = "workshop"
    FIELD_EXERCISE = "field_exercise"
    JOINT_EXERCISE = "joint_exercise"
    EQUIPMENT = "equipment"
    DOCUMENT = "document"
    VISIT = "visit"
    OTHER = "other"


class Gate(StrEnum):
    """The milestones of an activity, in the order in which they are passed."""

    NONE = "none"
    APPROVED = "approved"
    PREPARED = "prepared"
    DELIVERED = "delivered"
    DOCUMENTED = "documented"


PERCENT = {Gate.NONE: 0, Gate.APPROVED: 20, Gate.PREPARED: 40, Gate.DELIVERED: 80, Gate.DOCUMENTED: 100}
"""The share that is done once a gate is passed: weighted milestones, no free percentages (rule 3.2)."""


class ActivityMode(StrEnum):
    """Whether it is taught, practised, or both."""

    THEORETICAL = "theoretical"
    PRACTICAL = "practical"
    MIXED = "mixed"


class GateDates(Frozen, kw_only=True):
    """The day on which each gate was passed; the days ascend."""

    approved: date | None = None
    prepared: date | None = None
    delivered: date | None = None
    documented: date | None = None


class Participants(Frozen, kw_only=True):
    """The participants as counts: how many by side, and how many of all of them were women; never who."""

    ly: int = 0
    tr: int = 0
    women: int = 0


class Activity(Record, kw_only=True):
    """An activity; `id` is the code of its step, a point and a number; `weight` counts inside the step;
    `support` is the office that helps the owner.

    `aspects` overrides those of the step where it is not empty. `after` are the codes of the activities that it
    follows, of whatever step.
    """

    refers = (("step", "steps"), ("aspects", "aspects"), ("after", "activities"))
    shared = frozenset({"title", "place", "themes"})
    step: str
    title: Localized
    type: ActivityType = ActivityType.OTHER
    weight: int = 1
    owner: Office | None = None
    support: Office | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    forecast_end: date | None = None
    forecast_reason: Text | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    status: Status = Status.NOT_STARTED
    status_reason: Text | None = None
    reopened: int = 0
    gate: Gate = Gate.NONE
    gate_dates: GateDates = GateDates()
    place: Place | None = None
    mode: ActivityMode | None = None
    participants: Participants | None = None
    duration_days: int | None = None
    themes: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def gates_passed(self) -> Iterator[tuple[Gate, date]]:
        """The gates whose day is known, in their order."""
        for gate in Gate:
            day = getattr(self.gate_dates, gate.value, None)
            if day:
                yield gate, day

    @property
    def declared(self) -> int:
        """The percentage of the last gate that it has passed."""
        return PERCENT[self.gate]
