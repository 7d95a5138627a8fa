"""The fictional programme grown large: `python -m tests.benchmarks.many_activities FILE ACTIVITIES [REVISIONS] [DAYS]`.

There is one commitment for every five activities, at least those of the programme. Activities have the dates of those
of the programme, or with DAYS others of their own, up to so many days away.
"""

import sys
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

from tests.benchmarks.long_history import lengthen
from tracker.frozen import replace
from tracker.model.records.activities import Activity
from tracker.model.records.commitments import Commitment
from tracker.model.records.counters import known_counters
from tracker.model.records.localized import Localized
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.open import open_store
from tracker.store.template import template_state

OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS})


def make(path: Path, activities: int, days: int = 0) -> None:
    """Writes a tracker at `path`, where there is nothing yet: those of the programme over and over, with new codes."""
    store = open_store(path, named=False)
    store.create(Act("init", "", datetime(2026, 1, 1, tzinfo=UTC)), template_state("demo"))
    store.change(Act("import", "", datetime(2026, 1, 2, tzinfo=UTC)), lambda tracker: grown(tracker, activities, days))


def grown(tracker: Tracker, activities: int, days: int = 0) -> Tracker:
    """The tracker with so many activities, the further ones not yet done: what is done needs papers of its own.

    Their dates are up to so many `days` away from those of the programme.
    """
    found = dict(tracker.activities)
    numbers = dict.fromkeys(tracker.steps, 100)
    for activity in cycle([a for a in tracker.activities.values() if a.status in OPEN]):
        if len(found) >= activities:
            break
        numbers[activity.step] += 1
        code = f"{activity.step}.{numbers[activity.step]}"
        # No two titles alike, as nobody has them: what is worked out once for each text must not look too good.
        made = replace(activity, id=code, uid=None, title=_numbered(activity.title, code))
        found[code] = _moved(made, len(found), days) if days else made
    promised = _promised(tracker, len(found) // 5)
    return replace(
        tracker,
        tables={**tracker.tables, "activities": found, "commitments": promised},
        counters=known_counters(tracker.counters, [*found, *promised]),
    )


def _moved(activity: Activity, number: int, days: int) -> Activity:
    start, end, updated = activity.planned_start, activity.planned_end, activity.updated_on
    return replace(
        activity,
        planned_start=start and start - timedelta(number % days),
        planned_end=end and end + timedelta(number // 7 % days),
        updated_on=updated and updated - timedelta(number % 61),
    )


def _promised(tracker: Tracker, commitments: int) -> dict[str, Commitment]:
    found = dict(tracker.commitments)
    models = cycle([c for c in tracker.commitments.values() if c.status in OPEN])
    for number in range(len(found) + 1, commitments + 1):
        commitment = next(models)
        code = f"C{number}"
        found[code] = replace(commitment, id=code, uid=None, title=_numbered(commitment.title, code))
    return found


def _numbered(title: Localized, code: str) -> Localized:
    return Localized(f"{title.ar} ({code})", *(text and f"{text} ({code})" for text in (title.tr, title.en)))


if __name__ == "__main__":
    place, (activities, revisions, days) = Path(sys.argv[1]), [*map(int, sys.argv[2:]), 0, 0][:3]
    make(place, activities, days)
    if revisions:
        lengthen(place, revisions)
