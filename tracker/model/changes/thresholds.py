"""Changing the thresholds of the tracker, which all its users share (rule 4.8)."""

from datetime import date
from fractions import Fraction
from typing import Any

from tracker.frozen import replace
from tracker.model.records.record import Record
from tracker.model.records.thresholds import HALVES, RED_WEIGHT, Thresholds, as_told
from tracker.model.tracker import Tracker

_STORED = (name for name in Thresholds.__struct_fields__ if name not in Record.__struct_fields__)
THRESHOLDS = tuple(as_told("thresholds", dict.fromkeys(_STORED)))
"""The names of the thresholds."""


def update(tracker: Tracker, name: str, value: int | str | Fraction | None, on: date) -> Tracker:
    """The tracker with another value of a threshold; None: its default. The invariants refuse impossible ones."""
    changed: dict[str, Any] = {name: getattr(Thresholds(), name) if value is None else value}
    if name == RED_WEIGHT:
        changed = dict(zip(HALVES, Fraction(changed[name]).as_integer_ratio(), strict=True))
    return tracker.put(replace(tracker.thresholds, **changed), on)
