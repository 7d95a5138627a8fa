"""Changing the thresholds of the tracker, which all its users share (rule 4.8)."""

from datetime import date
from typing import Any

from tracker.frozen import replace
from tracker.model.records.record import Record
from tracker.model.records.thresholds import Thresholds
from tracker.model.tracker import Tracker

THRESHOLDS = tuple(name for name in Thresholds.__struct_fields__ if name not in Record.__struct_fields__)
"""The names of the thresholds."""


def update(tracker: Tracker, name: str, value: int | str | None, on: date) -> Tracker:
    """The tracker with another value of a threshold; None: its default. The invariants refuse impossible ones."""
    changed: dict[str, Any] = {name: getattr(Thresholds(), name) if value is None else value}
    return tracker.put(replace(tracker.thresholds, **changed), on)
