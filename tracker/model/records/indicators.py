"""Indicators of outputs, outcomes and impact; the fields map to IATI 2.03 `result/indicator` (rule 10.1)."""

import datetime
from decimal import Decimal
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized, Text
from tracker.model.records.office import Office
from tracker.model.records.record import Record


class ResultLevel(StrEnum):
    """The place in the chain of results that an indicator measures."""

    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Unit(StrEnum):
    """The thing that an indicator counts."""

    PERSON = "person"
    PERCENT = "percent"
    DAY = "day"
    MINUTE = "minute"
    ITEM = "item"
    MEETING = "meeting"
    SCORE = "score"


class Direction(StrEnum):
    """The way in which an indicator improves; `context` is only looked at, and has neither target nor rating."""

    UP = "up"
    DOWN = "down"
    MAINTAIN = "maintain"
    CONTEXT = "context"


class Aggregation(StrEnum):
    """The measurements that count against a target: the last one before it, or those of its calendar year together."""

    LATEST = "latest"
    SUM = "sum"
    AVERAGE = "average"


class Frequency(StrEnum):
    """The interval at which an indicator is measured."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    ANNUAL = "annual"


class Category(StrEnum):
    """The subject of an indicator."""

    CAPACITY = "capacity"
    COORDINATION = "coordination"
    BUREAUCRACY = "bureaucracy"
    INCLUSION = "inclusion"
    HUMANITARIAN = "humanitarian"
    SAFEGUARD = "safeguard"


class Baseline(Frozen):
    """The value that an indicator had before; a target is not verifiable without it."""

    value: Decimal
    date: datetime.date


class Target(Frozen):
    """A value to be reached by a day."""

    date: datetime.date
    value: Decimal


class Measurement(Frozen, kw_only=True):
    """A value of a period; `source` is a code of evidence. One per `period_end`: a correction supersedes."""

    period_end: datetime.date
    value: Decimal
    period_start: datetime.date | None = None
    source: str | None = None
    verified: bool = False
    note: Text | None = None


class Indicator(Record, kw_only=True):
    """An indicator; `targets` and `measurements` in the order of their dates, `strict`: green only when fully met."""

    refers = (("steps", "steps"), ("measurements.source", "evidence"))
    shared = frozenset({"title", "definition", "means_of_verification", "measurements"})
    title: Localized
    level: ResultLevel
    unit: Unit
    direction: Direction = Direction.UP
    aggregation: Aggregation = Aggregation.LATEST
    frequency: Frequency = Frequency.QUARTERLY
    category: Category = Category.CAPACITY
    strict: bool = False
    definition: Localized | None = None
    means_of_verification: Localized | None = None
    owner: Office | None = None
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def finite(self) -> bool:
        """Whether every value is a number that can be reckoned with."""
        values = [target.value for target in self.targets] + [measured.value for measured in self.measurements]
        if self.baseline:
            values.append(self.baseline.value)
        return all(value.is_finite() for value in values)
