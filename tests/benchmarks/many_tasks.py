"""Tasks of Taskwarrior: `python -m tests.benchmarks.many_tasks TRACKER SAME SHORT`.

In SAME those that say what the activities of the tracker say in a list: title, step (as project), status, gate and
owner (as tags), due date, start and last update. In SHORT as many of a few words with a due date. All are pending, for
Taskwarrior lists no others.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.model.records.activities import Activity
from tracker.store.open import open_store

WORDS = ("Exchange of information", "Joint training", "Operations room", "Patrol boats", "Review of the agreement")
# What its own format sets off (Task::composeF4).
_SET_OFF = str.maketrans({'"': "&dquot;", "[": "&open;", "]": "&close;"})


def main(tracker: Path, same: Path, short: Path) -> None:
    """Writes them."""
    activities = open_store(tracker, named=True).load().activities.values()
    same.write_text("".join(_task(number, *_fields(activity)) for number, activity in enumerate(activities)))
    short.write_text("".join(_task(number, _few_words(number)) for number, _ in enumerate(activities)))


def _task(number: int, *fields: str) -> str:
    uuid = f"00000000-0000-4000-8000-{number:012}"
    return f'[uuid:"{uuid}" status:"pending" entry:"{_seconds(date(2026, 1, 1))}" {" ".join(fields)}]\n'


def _few_words(number: int) -> str:
    due = _seconds(date(2026, 1, 1)) + number * 3600
    return f'description:"{WORDS[number % len(WORDS)]} ({number})" due:"{due}"'


def _fields(activity: Activity) -> Iterator[str]:
    yield f'description:"{(activity.title.ar or "").translate(_SET_OFF)}"'
    yield f'project:"{activity.step}" tags:"{activity.status},{activity.gate},{activity.owner or "none"}"'
    days = {"due": activity.planned_end, "start": activity.actual_start, "modified": activity.updated_on}
    yield from (f'{name}:"{_seconds(day)}"' for name, day in days.items() if day)


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
