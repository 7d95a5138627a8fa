"""Links between steps and aspects (section 13)."""

from datetime import date

from tracker.frozen import replace
from tracker.model.records.activities import Activity, ActivityType
from tracker.model.records.aspects import Aspect
from tracker.model.records.codes import order_of
from tracker.model.records.steps import Link, Origin, Step, Strength
from tracker.model.tracker import Tracker


def set_link(tracker: Tracker, step_code: str, aspect_code: str, strength: Strength | None, on: date) -> Tracker:
    """The tracker with the link set, or taken away when `strength` is None.

    A new primary aspect makes the former one secondary. What would leave a step or an aspect without a primary link
    is refused when the result is checked (`LastPrimaryLink`).
    """
    step = tracker.get(Step, step_code, "S")
    aspect = tracker.get(Aspect, aspect_code, "A")
    others = tuple(link for link in step.links if link.aspect != aspect.id)
    if strength is Strength.PRIMARY:
        others = tuple(_secondary(link) for link in others)
    added = () if strength is None else (Link(aspect.id, strength, Origin.SET),)
    links = sorted((*others, *added), key=lambda link: (link.strength is Strength.SECONDARY, order_of(link.aspect)))
    return tracker.put(replace(step, links=tuple(links)), on)


TRAINING_ASPECT = "A2"
"""The aspect of programmes in Türkiye; courses and workshops held there count to it in every step (rule 13.4)."""
_COURSES = (ActivityType.TRAINING_COURSE, ActivityType.WORKSHOP)


def aspects_of(tracker: Tracker, activity: Activity) -> tuple[str, ...]:
    """The aspects an activity counts to: its own where it has some, else those of its step; and what rule 13.4 adds."""
    found = activity.aspects or tuple(link.aspect for link in tracker.steps[activity.step].links)
    held_there = activity.type in _COURSES and activity.place is not None and activity.place.country == "TR"
    if held_there and TRAINING_ASPECT in tracker.aspects and TRAINING_ASPECT not in found:
        return (*found, TRAINING_ASPECT)
    return found


def _secondary(link: Link) -> Link:
    return replace(link, strength=Strength.SECONDARY) if link.strength is Strength.PRIMARY else link
