"""The parts of the brief that are a sentence each: obstacles, achievements, the next meeting; and titles in them."""

from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.model.records.activities import Activity
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.matters import gravest
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Day, Note, Notes, Value
from tracker.reports.values import office_name, within

MOST = 3


def office_in_words(tracker: Tracker, office: Office) -> Value:
    """An office within a sentence: the role, and in brackets the side that it acts for."""
    found = office_name(tracker, office)
    if found is None or found.role is None:
        return found
    return Message("{role} ({party})", {"role": _small(found.role), "party": found.party})


def _small(name: Localized) -> Localized:
    """A role within a sentence: in English it begins small, unless with an abbreviation."""
    first = name.en or ""
    return replace(name, en=first[:1].lower() + first[1:]) if first[1:2].islower() else name


def gravest_obstacles(seen: Seen) -> Notes:
    """The gravest and oldest obstacles: what, for how long, and who answers for it."""
    notes = tuple(Note(_obstacle(seen, each), None, each.id) for each in gravest(seen.tracker)[:MOST])
    return Notes("obstacles", msg("Main obstacles"), notes)


def _obstacle(seen: Seen, obstacle: Obstacle) -> Message:
    age = obstacle.age_days(seen.day)
    words = {"title": within(obstacle.title), "days": nouns.days_oblique(age or 0)}
    if obstacle.owner is None:
        return msg("{title} – open for {days}", **words) if age else Message("{title}", {"title": words["title"]})
    owner = office_in_words(seen.tracker, obstacle.owner)
    if not age:
        return Message("{title} – {owner}", {"title": words["title"], "owner": owner})
    return msg("{title} – open for {days}; {owner}", **words, owner=owner)


def achieved(tracker: Tracker) -> Notes:
    """The work that was completed and is shown by evidence, the latest first."""
    records: list[Step | Activity] = [*tracker.steps.values(), *tracker.activities.values()]
    done = [r for r in records if r.status is Status.COMPLETED and tracker.evidence_of(r.id)]
    done.sort(key=lambda r: str(r.actual_end or r.updated_on or ""), reverse=True)
    notes = tuple(Note(_done(record), None, record.id) for record in done[:MOST])
    return Notes("achieved", msg("Main achievements"), notes)


def _done(record: Step | Activity) -> Message:
    day = record.actual_end or record.updated_on
    return Message("{title} – {day}", {"title": within(record.title), "day": Day(day)})


def coming(meeting: Meeting | None) -> Notes:
    """The next meeting with its day."""
    notes = []
    if meeting is not None:
        text = Message("{title} – {day}", {"title": within(meeting.title), "day": Day(meeting.date)})
        notes = [Note(text, None, meeting.id)]
    return Notes("next", msg("Next meeting"), tuple(notes))
