"""`check`: findings with the command that mends each, and where and how the data is kept."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from tracker.model.checks import Finding
from tracker.model.health import Health
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.message import Message, count, msg
from tracker.reports.report import Column, Facts, Many, Note, Notes, Ref, Report, Table, Value
from tracker.reports.values import record_name


def check_report(
    tracker: Tracker,
    day: date,
    found: Sequence[Finding],
    facts: tuple[tuple[str, Message, Value], ...],
    faults: tuple[Note, ...],
) -> Report:
    """Findings on data, `faults` of the store, and `facts` about the place."""
    columns = (
        Column("record", msg("Record")),
        Column("sentence", msg("What is missing"), flexible=True, letters=30),
        Column("command", msg("What to type"), flexible=True, rank=1),
    )
    rows = tuple((record_name(f.record) if f.record else None, sentence(f), Ref(command(f))) for f in found)
    total = count("{n} finding", "{n} findings", len(found) + len(faults))
    blocks = (
        Facts("place", msg("Where the data is"), facts),
        Notes("store", None, faults or (Note(msg("The file is sound."), Health.GREEN),)),
        Table("findings", total, columns, rows, msg("Nothing to mend.")),
    )
    data = {
        "data": [asdict(f) | {"command": command(f)} for f in found],
        "store": [note.text.text for note in faults],
        "place": {key: _machine(value) for key, _, value in facts},
    }
    return Report("check", day, None, blocks, data, tracker.demo)


def _machine(value: Value) -> Any:
    match value:
        case Many(values):
            return [_machine(item) for item in values]
        case Message(text):
            return text
        case Ref(code):
            return code
    return value


def sentence(finding: Finding) -> Message:
    """The finding in words."""
    days = nouns.days_oblique(finding.number)
    sentences = {
        "broken_rule": msg("A rule is broken: {rule}.", rule=Ref(finding.detail)),
        "weights": msg("Weights sum to {sum}; 100 is expected.", sum=finding.number),
        "no_dates": msg("It has no planned start and end, so nothing can be expected of it."),
        "no_owner": msg("No office answers for it."),
        "stale": msg("It has not been updated for {days}.", days=days),
        "unevidenced": msg("More is declared than papers show."),
        "unverified": msg("Nobody of another office has verified its evidence."),
        "unblocked": msg("It is blocked, but no obstacle is open any more."),
        "obstacle_no_owner": msg("No office treats this obstacle."),
        "minutes_missing": msg("The meeting was held, but no minutes are recorded."),
        "supports_nothing": msg("The paper supports no record."),
        "mou_unknown": msg("Number and date of the memorandum are unknown."),
    }
    return sentences[finding.code]


def command(finding: Finding) -> str:
    """What to type to mend it; command names are the same in every language."""
    record = finding.record or ""
    return {
        "broken_rule": f"tracker show {record}",
        "weights": "tracker update-step S1 --weight N",
        "no_dates": f"tracker update-step {record} --start … --due …",
        "no_owner": f"tracker update-step {record} --owner …",
        "stale": f"tracker update-step {record} --confirm",
        "unevidenced": f"tracker attach {record} …",
        "unverified": f"tracker show {record}",
        "unblocked": f"tracker update-step {record} --status in-progress",
        "obstacle_no_owner": f"tracker show {record}",
        "minutes_missing": f"tracker attach {record} … --kind minutes",
        "supports_nothing": f"tracker attach S1 {record}",
        "mou_unknown": "tracker update-initiative --mou-number … --mou-date …",
    }[finding.code]
