"""The requests of the brief: for each matter a verb, who is to act, the day, and what follows otherwise."""

from datetime import date

from tracker.message import Message, msg, msg_in
from tracker.model.records.activities import Activity
from tracker.model.records.meetings import Meeting, Precision
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.office import Office
from tracker.model.records.series import Series
from tracker.model.records.steps import Step
from tracker.model.state.series import next_scheduled
from tracker.reports import nouns
from tracker.reports.answers.matters import Matter, MatterKind, holding_up, matters
from tracker.reports.documents.brief.sentences import office_in_words
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Asked, Day, Note, Notes
from tracker.reports.values import office_name, within

MOST = 3
"""Requests on one page; what else waits is counted."""


def requests(seen: Seen) -> Notes:
    """The first matters as requests, numbered."""
    asked = tuple(_asked(seen, matter) for matter in _matters(seen)[:MOST])
    return Notes("decisions", msg("Recommendations: that you"), asked, None, numbered=True)


def further(seen: Seen) -> Notes:
    """The number of matters that wait beside those that are asked for; nothing where none does."""
    left = len(_matters(seen)) - MOST
    notes = (Note(msg("{n}; see the attached matrix", n=left)),) if left > 0 else ()
    return Notes("further", msg("Further matters for decision"), notes)


def _matters(seen: Seen) -> list[Matter]:
    """The matters; an obstacle of a step that is asked about is its cause, not a second one."""
    found = list(matters(seen.tracker, seen.assessment))
    blocked = [each.record.id for each in found if each.kind is MatterKind.BLOCKED]
    causes = {cause.id for code in blocked for cause in holding_up(seen.tracker, code)}
    return [each for each in found if each.record.id not in causes]


def _asked(seen: Seen, matter: Matter) -> Asked:
    record = matter.record
    what: Message
    match record:
        case Obstacle():
            what, otherwise = _resolve(seen, record), _stays_open(matter.days)
        case Series():
            what, otherwise = _meet(seen, record), _stays_late(record, matter.days)
        case _:
            blocked = matter.kind is MatterKind.BLOCKED
            what = _unblock(seen, record) if blocked else _resume(seen, record)
            otherwise = _stays(seen, record, blocked=blocked)
    by = _by(seen, record)
    when = msg_in("request", "By {day}", day=Day(by)) if by else msg_in("request", "By [day to be set]")
    text = msg_in("request", "{what}. {when}; {otherwise}.", what=what, when=when, otherwise=otherwise)
    owner = None if isinstance(record, Series) else record.owner
    return Asked(text, None, record.id, matter.kind.value, office_name(seen.tracker, owner), by)


def _by(seen: Seen, record: Obstacle | Step | Activity | Series) -> date | None:
    """The day that obstacles promise, else that of the next meeting; one that has passed asks for nothing."""
    found: list[Obstacle] = []
    if isinstance(record, Obstacle):
        found = [record]
    elif not isinstance(record, Series):
        found = holding_up(seen.tracker, record.id)
        found += holding_up(seen.tracker, record.step) if isinstance(record, Activity) else []
    promised = [each.target_resolution for each in found if each.target_resolution]
    ahead = [day for day in promised if day >= seen.day]
    if ahead:
        return ahead[0]
    meeting = next_scheduled(seen.tracker, seen.day, record.id if isinstance(record, Series) else None)
    return _day_of(meeting or next_scheduled(seen.tracker, seen.day))


def _day_of(meeting: Meeting | None) -> date | None:
    return meeting.last_day if meeting and meeting.date_precision is Precision.DAY else None


def _unblock(seen: Seen, work: Step | Activity) -> Message:
    title, cause = within(work.title), next(iter(holding_up(seen.tracker, work.id)), None)
    owner = _owner(seen, work.owner)
    if cause is None:
        if owner is None:
            return msg_in("request", "name the office that is to unblock “{title}”", title=title)
        return msg_in("request", "direct the {owner} to unblock “{title}”", owner=owner, title=title)
    said = {"title": title, "cause": within(cause.title)}
    if owner is None:
        return msg_in("request", "name the office that is to unblock “{title}”, held up by: {cause}", **said)
    return msg_in("request", "direct the {owner} to unblock “{title}”, held up by: {cause}", owner=owner, **said)


def _resume(seen: Seen, work: Step | Activity) -> Message:
    title, owner = within(work.title), _owner(seen, work.owner)
    if owner is None:
        return msg_in("request", "decide whether to resume “{title}”, which is suspended", title=title)
    return msg_in(
        "request",
        "decide whether to resume “{title}”, which is suspended, and inform the {owner}",
        title=title,
        owner=owner,
    )


def _resolve(seen: Seen, obstacle: Obstacle) -> Message:
    title, owner = within(obstacle.title), _owner(seen, obstacle.owner)
    if owner is None:
        return msg_in("request", "name the office that is to resolve this obstacle: “{title}”", title=title)
    return msg_in("request", "direct the {owner} to resolve this obstacle: “{title}”", owner=owner, title=title)


def _meet(seen: Seen, series: Series) -> Message:
    meeting = next_scheduled(seen.tracker, seen.day, series.id)
    if meeting is None:
        return msg_in("request", "set a date for the next of the “{series}”", series=within(series.name))
    return msg_in("request", "confirm that “{meeting}” is held as scheduled", meeting=within(meeting.title))


def _owner(seen: Seen, office: Office | None) -> object:
    return office_in_words(seen.tracker, office) if office else None


def _stays(seen: Seen, work: Step | Activity, *, blocked: bool) -> Message:
    """The consequence if nothing is decided, as recorded: the forecast, the delay, the end at risk."""
    end, forecast = work.planned_end, work.forecast_end
    if end and forecast and forecast > max(end, seen.day):
        said = {"forecast": Day(forecast), "end": Day(end)}
        return msg_in("request", "otherwise it is expected to end on {forecast}, not on {end}", **said)
    if end and end < seen.day:
        days = nouns.days_oblique((seen.day - end).days)
        if blocked:
            return msg_in("request", "otherwise it remains blocked; its planned end passed {days} ago", days=days)
        return msg_in("request", "otherwise it remains suspended; its planned end passed {days} ago", days=days)
    if end:
        return msg_in("request", "otherwise its planned end on {end} is at risk", end=Day(end))
    return (
        msg_in("request", "otherwise it remains blocked")
        if blocked
        else msg_in("request", "otherwise it remains suspended")
    )


def _stays_open(days: int) -> Message:
    late = nouns.days_oblique(days)
    return msg_in("request", "otherwise it remains open; it was to be resolved {days} ago", days=late)


def _stays_late(series: Series, days: int) -> Message:
    late = nouns.days_oblique(days)
    return msg_in(
        "request",
        "otherwise the “{series}” remain overdue; they fell due {days} ago",
        series=within(series.name),
        days=late,
    )
