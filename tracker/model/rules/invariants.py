"""Rules that hold between records whatever command was given (rule 15.4).

Each violation is the error it would be; `change` refuses a result that has one which was not there before, so a
record that came in broken can still be mended.
"""

from collections.abc import Iterator

from tracker import errors
from tracker.model.records.steps import Strength
from tracker.model.rules.bounds import out_of_bounds
from tracker.model.rules.dates import reversed_dates
from tracker.model.rules.follow_up import broken_in_follow_up
from tracker.model.rules.indicators import broken_in_indicator
from tracker.model.rules.judged import to_judge
from tracker.model.rules.references import broken_references
from tracker.model.rules.reviews import broken_in_reviews
from tracker.model.rules.work import (
    NEEDED_BY_ACTIVITIES,
    NEEDED_BY_STEPS,
    broken_in_activity,
    broken_in_step,
    is_sound,
)
from tracker.model.tracker import Tracker


def violations(tracker: Tracker, since: Tracker | None = None) -> Iterator[errors.RuleBroken]:
    """Every rule that the tracker breaks; with `since`, at least those that it did not break as that tracker."""
    for step in to_judge(tracker, since, "steps", NEEDED_BY_STEPS):
        yield from broken_in_step(tracker, step)
    for activity in to_judge(tracker, since, "activities", NEEDED_BY_ACTIVITIES):
        if not is_sound(activity):
            yield from broken_in_activity(tracker, activity)
    yield from _circles(tracker, since)
    yield from broken_in_follow_up(tracker, since)
    yield from _links(tracker)
    initiative = tracker.initiative
    yield from reversed_dates(initiative.id, (initiative.planned_start, initiative.planned_end))
    for indicator in tracker.indicators.values():
        yield from broken_in_indicator(indicator)
    yield from broken_in_reviews(tracker)
    yield from broken_references(tracker, since)
    yield from out_of_bounds(tracker, since)


def newly_broken(before: Tracker, after: Tracker) -> list[errors.RuleBroken]:
    """The rules that the one tracker breaks and the one before it, or beside it, does not."""
    found = list(violations(after, before))
    known = {each.case for each in violations(before)} if found else set()
    return [each for each in found if each.case not in known]


def _circles(tracker: Tracker, since: Tracker | None) -> Iterator[errors.RuleBroken]:
    """The activities that would wait for themselves (rule 6.6)."""
    if since is None or any(each.after for each in tracker.changed_since(since, "activities")):
        from tracker.model.state.follows import circles  # noqa: PLC0415 - only where activities change

        around = circles(tracker.activities)
        yield from (errors.FollowsItself(code, around) for code in around)


def locked(before: Tracker, after: Tracker) -> Iterator[errors.RuleBroken]:
    """Verbatim texts that a change would edit or unlock; what is quoted from the source stays (rule 1.4)."""
    for code, step in before.steps.items():
        new = after.steps.get(code)
        if step.verbatim and new and (not new.verbatim or new.title.ar != step.title.ar):
            yield errors.TextLocked(code)
    for code, aspect in before.aspects.items():
        now = after.aspects.get(code)
        kept = now and (now.verbatim, now.name.ar, now.details.ar) == (True, aspect.name.ar, aspect.details.ar)
        if aspect.verbatim and now and not kept:
            yield errors.TextLocked(code)


def _links(tracker: Tracker) -> Iterator[errors.RuleBroken]:
    linked = {link.aspect for s in tracker.steps.values() for link in s.links if link.strength is Strength.PRIMARY}
    yield from (errors.LastPrimaryLink(code) for code in tracker.aspects if code not in linked)
    for step in tracker.steps.values():
        if step.links and sum(link.strength is Strength.PRIMARY for link in step.links) != 1:
            yield errors.LastPrimaryLink(step.id)
