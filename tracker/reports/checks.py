"""`check`: findings with the command that mends each, and where and how the data is kept."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from tracker.model.finding import Finding
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
        "meeting_passed": msg("Its day passed {days} ago, and it is not said whether it was held.", days=days),
        "meeting_outside": msg("It falls on a day on which one of the sides rests."),
        "series_overdue": msg("The series has been due for {days}, and no meeting is scheduled.", days=days),
        "decision_without_commitment": msg("A decision without a commitment: nobody is to carry it out."),
        "commitment_overdue": msg("It is {days} overdue.", days=days),
        "commitment_no_owner": msg("No office answers for it."),
        "commitment_no_due": msg("It has no due date."),
        "commitment_unverified": msg("Nobody of another office has verified its evidence."),
        "obstacle_overdue": msg("It should have been resolved {days} ago.", days=days),
        "obstacle_no_owner": msg("No office treats this obstacle."),
        "lesson_remark": msg("Without a recommendation it is but a remark."),
        "lesson_not_applied": msg("The lesson was accepted, but nothing was changed by it yet."),
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
        "meeting_passed": f"tracker update-meeting {record} --held",
        "minutes_missing": f"tracker update-meeting {record} --minutes …",
        "meeting_outside": f"tracker update-meeting {record} --on …",
        "series_overdue": f"tracker add-meeting --series {record} --on …",
        "decision_without_commitment": f"tracker add-commitment {record} … --owner … --due …",
        "commitment_overdue": f"tracker update-commitment {record} --status …",
        "commitment_no_owner": f"tracker update-commitment {record} --owner …",
        "commitment_no_due": f"tracker update-commitment {record} --due …",
        "commitment_unverified": f"tracker verify {finding.detail or '…'} --by …",
        "obstacle_overdue": f"tracker update-obstacle {record} --resolve --evidence …",
        "obstacle_no_owner": f"tracker update-obstacle {record} --owner …",
        "lesson_remark": f"tracker update-lesson {record} --recommendation …",
        "lesson_not_applied": f"tracker update-lesson {record} --applied-in …",
        "supports_nothing": f"tracker attach S1 {record}",
        "mou_unknown": "tracker update-initiative --mou-number … --mou-date …",
    }[finding.code]
