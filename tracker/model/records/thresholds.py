"""The numbers by which health and results are judged; part of the tracker, so shared and revisioned (rule 4.8)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from tracker import errors
from tracker.model.records.record import Record

LONGEST = 3650  # days
RED_WEIGHT = "red_weight"
"""The key of the share of red weight, `1/3`: the one value that its two stored halves are."""
HALVES = ("red_weight_numerator", "red_weight_denominator")


class Thresholds(Record, kw_only=True, cache_hash=True):
    """The thresholds; points are percentage points below expectation, days are calendar days, the share is of weight.

    The percent of indicators are of the way from baseline to target; counts of people below `small_count` are
    not printed.
    """

    shared = frozenset()
    id: str = "thresholds"
    amber_variance_points: int = -10
    red_variance_points: int = -25
    red_overdue_days: int = 30
    stale_days: int = 30
    very_stale_days: int = 90
    due_soon_days: int = 14
    red_weight_numerator: int = 1
    red_weight_denominator: int = 3
    measurement_grace_days: int = 30
    indicator_green_percent: int = 90
    indicator_amber_percent: int = 70
    minutes_days: int = 10
    series_red_days: int = 90
    small_count: int = 5
    timezone: str = "Africa/Tripoli"

    @property
    def red_weight(self) -> Fraction:
        """The share of weight above which red steps make the initiative red, exactly."""
        return Fraction(self.red_weight_numerator, self.red_weight_denominator)

    @property
    def red_weight_told(self) -> str:
        """The same as it is typed and shown: `1/3`."""
        return f"{self.red_weight_numerator}/{self.red_weight_denominator}"


def together(table: str, names: Iterable[str]) -> list[str]:
    """The names of fields of a table, each half of the share with the other one."""
    found = list(names)
    if table == "thresholds" and not set(HALVES).isdisjoint(found):
        found += [half for half in HALVES if half not in found]
    return found


def as_told(table: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """Stored fields under the keys that people and programs know: the halves of the share are one value, `1/3`.

    Revisions from before both were written together may hold one of them; `…` stands for the other.
    """
    if table != "thresholds" or set(HALVES).isdisjoint(document):
        return dict(document)
    usual = Thresholds()
    halves = (getattr(usual, name) if document.get(name, "…") is None else document.get(name, "…") for name in HALVES)
    found: dict[str, Any] = {}
    for name, value in document.items():
        if name not in HALVES:
            found[name] = value
        elif RED_WEIGHT not in found:
            found[RED_WEIGHT] = "/".join(map(str, halves))
    return found


def check(limits: Thresholds) -> None:
    """Raise `ThresholdRefused` where a red limit would be milder than the amber one, or judge nothing."""
    for name, low, high in (
        ("amber_variance_points", -100, 0),
        ("red_variance_points", -100, limits.amber_variance_points),
        ("red_overdue_days", 0, LONGEST),
        ("stale_days", 0, LONGEST),
        ("very_stale_days", limits.stale_days, LONGEST),
        ("due_soon_days", 0, LONGEST),
        ("measurement_grace_days", 0, LONGEST),
        ("minutes_days", 0, LONGEST),
        ("series_red_days", 0, LONGEST),
        ("indicator_green_percent", 0, 100),
        ("indicator_amber_percent", 0, limits.indicator_green_percent),
        ("small_count", 0, 100),
    ):
        value = getattr(limits, name)
        if not low <= value <= high:
            raise errors.ThresholdRefused(name, str(value), low, high)
    if not 0 <= limits.red_weight_numerator <= limits.red_weight_denominator or not limits.red_weight_denominator:
        raise errors.ThresholdRefused(RED_WEIGHT, limits.red_weight_told, 0, 1)
