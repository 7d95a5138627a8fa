"""The fictional programme with very many activities: `python -m tests.benchmarks.many_activities FILE ACTIVITIES`."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from tracker.model.status import Status
from tracker.model.tracker import Tracker
from tracker.store.open import open_store, template_state
from tracker.store.store import Act

OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS})


def make(path: Path, activities: int) -> None:
    """Writes a tracker at `path`, where there is nothing yet: those of the programme over and over, with new codes."""
    store = open_store(path, named=False)
    store.create(Act("init", "", datetime(2026, 1, 1, tzinfo=UTC)), template_state("demo"))
    store.change(Act("import", "", datetime(2026, 1, 2, tzinfo=UTC)), lambda tracker: grown(tracker, activities))


def grown(tracker: Tracker, activities: int) -> Tracker:
    """The tracker with so many activities, the further ones not yet done: what is done needs papers of its own."""
    found = dict(tracker.activities)
    numbers = dict.fromkeys(tracker.steps, 100)
    for activity in cycle([a for a in tracker.activities.values() if a.status in OPEN]):
        if len(found) >= activities:
            break
        numbers[activity.step] += 1
        code = f"{activity.step}.{numbers[activity.step]}"
        found[code] = replace(activity, id=code)
    return replace(tracker, tables={**tracker.tables, "activities": found})


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
