"""`check`: findings with the command that mends each, and where and how the data is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from tracker.errors import RuleBroken
from tracker.model.finding import Finding
from tracker.model.health import Health
from tracker.model.tracker import Tracker
from tracker.reports.finding_words import command, sentence
from tracker.reports.message import Message, count, msg
from tracker.reports.report import Column, Facts, Many, Note, Notes, Ref, Report, Table, Value
from tracker.reports.values import record_name


def check_report(
    tracker: Tracker,
    day: date,
    found: Sequence[Finding],
    facts: tuple[tuple[str, Message, Value], ...],
    faults: tuple[Note, ...],
    said: Callable[[RuleBroken], Message],
    in_words: Callable[[Message], str],
) -> Report:
    """Findings on data, `faults` of the store, and `facts` about the place.

    Broken rules are in the words of `said`; programs get the sentences `in_words`.
    """
    columns = (
        Column("record", msg("Record")),
        Column("sentence", msg("What is missing"), flexible=True, letters=30),
        Column("command", msg("What to type"), flexible=True, rank=1),
    )
    rows = tuple((record_name(f.record) if f.record else None, sentence(f, said), Ref(command(f))) for f in found)
    total = count("{n} finding", "{n} findings", len(found) + len(faults))
    blocks = (
        Facts("place", msg("Where the data is"), facts),
        Notes("store", None, faults or (Note(msg("The file is sound."), Health.GREEN),)),
        Table("findings", total, columns, rows, msg("Nothing to mend.")),
    )

    def data() -> dict[str, Any]:
        return {
            "data": [_finding(f, in_words(sentence(f, said))) for f in found],
            "store": [in_words(note.text) for note in faults],
            "place": {key: _machine(value) for key, _, value in facts},
        }

    return Report("check", day, None, blocks, data, tracker.demo)


def _finding(f: Finding, words: str) -> dict[str, Any]:
    told = {"code": f.code, "record": f.record, "number": f.number, "detail": f.detail}
    return told | {"sentence": words, "command": command(f)}


def _machine(value: Value) -> Any:
    match value:
        case Many(values):
            return [_machine(item) for item in values]
        case Message(text):
            return text
        case Ref(code):
            return code
    return value
