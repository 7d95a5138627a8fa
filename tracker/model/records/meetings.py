"""Meetings and visits; a date may be known only to the month or year, or not at all."""

import datetime
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized, Text
from tracker.model.records.office import Office
from tracker.model.records.record import Record


class MeetingKind(StrEnum):
    """The kind of a meeting: a meeting or a visit."""

    MEETING = "meeting"
    VISIT = "visit"


class Level(StrEnum):
    """The rank of those who meet."""

    MINISTERIAL = "ministerial"
    SENIOR_OFFICIALS = "senior_officials"
    TECHNICAL = "technical"
    SECRETARIAT = "secretariat"


class Precision(StrEnum):
    """The exactness with which the date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class MeetingMode(StrEnum):
    """The way in which a meeting is held."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class MeetingStatus(StrEnum):
    """The stage at which a meeting stands."""

    SCHEDULED = "scheduled"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Place(Frozen):
    """A place: ISO country code and a city."""

    country: str
    city: Localized | None = None


class Delegation(Frozen):
    """The number of participants who came for one office."""

    office: Office
    count: int


class Meeting(Record, kw_only=True):
    """A meeting; `date` is ISO, cut to its precision (`2024-05`, `2024`), empty when unknown, `minutes` a code.

    `minutes_signed_on` is the day on which both sides had signed them; None while they are not.
    """

    refers = (("steps", "steps"), ("minutes", "evidence"), ("rescheduled_to", "meetings"), ("series", "series"))
    shared = frozenset({"title", "place", "agenda"})
    kind: MeetingKind
    title: Localized
    status: MeetingStatus
    date_precision: Precision
    date: str | None = None
    level: Level | None = None
    place: Place | None = None
    mode: MeetingMode | None = None
    status_reason: Text | None = None
    participants: tuple[Delegation, ...] = ()
    agenda: tuple[Localized, ...] = ()
    steps: tuple[str, ...] = ()
    minutes: str | None = None
    minutes_signed_on: "datetime.date | None" = None
    rescheduled_to: str | None = None
    series: str | None = None

    @property
    def well_dated(self) -> bool:
        """Whether the date is known as exactly as it says; unknown needs none."""
        if self.date is None or self.date_precision is Precision.UNKNOWN:
            return self.date is None and self.date_precision is Precision.UNKNOWN
        known = len(self.date) == {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.date_precision]
        try:
            return known and bool(datetime.date.fromisoformat(self.date + "2024-01-01"[len(self.date) :]))
        except ValueError:
            return False

    @property
    def last_day(self) -> "datetime.date | None":
        """The day, or the last one that a month or year leaves possible; None when the date is unknown."""
        if not self.date or not self.well_dated:
            return None
        if self.date_precision is Precision.DAY:
            return datetime.date.fromisoformat(self.date)
        from calendar import monthrange  # noqa: PLC0415 - few days are not known

        first = datetime.date.fromisoformat(self.date + "-12-01"[len(self.date) - 4 :])
        return first.replace(day=monthrange(first.year, first.month)[1])

    def minutes_missing(self, day: "datetime.date", within: int) -> bool:
        """Whether it was held and its minutes, due `within` so many days after a day that is known, are missing."""
        if self.status is not MeetingStatus.HELD or self.minutes is not None:
            return False
        if self.date_precision is not Precision.DAY or self.date is None:
            return True
        return (day - datetime.date.fromisoformat(self.date)).days > within
