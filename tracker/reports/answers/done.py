"""The answer of a command that did something else than change records: one sentence, and its facts for machines."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.message import Message
from tracker.reports.report import Note, Notes, Report


def done_report(kind: str, day: date, message: Message, data: Mapping[str, Any]) -> Report:
    """The report of something done; `kind` and `data` are the envelope of `--json`."""
    return Report(kind, day, None, (Notes(kind, None, (Note(message),)),), lambda: {"data": data})
