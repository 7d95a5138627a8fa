"""Links between steps and aspects (section 13)."""

from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.records.aspects import Aspect
from tracker.model.records.codes import order_of
from tracker.model.records.steps import Link, Origin, Step, Strength
from tracker.model.tracker import Tracker


def set_link(tracker: Tracker, step_code: str, aspect_code: str, strength: Strength | None, on: date) -> Tracker:
    """The tracker with the link set, or taken away when `strength` is None.

    A new primary aspect makes the former one secondary. Raises `LastPrimaryLink` for the last link of a step; what
    else would leave a step or an aspect without a primary link is refused when the result is checked.
    """
    step = tracker.get(Step, step_code)
    aspect = tracker.get(Aspect, aspect_code)
    others = tuple(link for link in step.links if link.aspect != aspect.id)
    if strength is None and step.links and not others:
        raise errors.LastPrimaryLink(step.id)
    if strength is Strength.PRIMARY:
        others = tuple(_secondary(link) for link in others)
    added = () if strength is None else (Link(aspect.id, strength, Origin.SET),)
    links = sorted((*others, *added), key=lambda link: (link.strength is Strength.SECONDARY, order_of(link.aspect)))
    return tracker.put(replace(step, links=tuple(links)), on)


def _secondary(link: Link) -> Link:
    return replace(link, strength=Strength.SECONDARY) if link.strength is Strength.PRIMARY else link
