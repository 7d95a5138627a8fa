"""Adding and changing aspects: a step mainly serves a new one from the first (rule 13.2)."""

from collections.abc import Iterable
from datetime import date

from tracker import errors
from tracker.model.changes.change import NameChange, apply_fields
from tracker.model.changes.links import set_link
from tracker.model.records.aspects import Aspect
from tracker.model.records.localized import Localized
from tracker.model.records.steps import Step, Strength
from tracker.model.tracker import Tracker


class AspectChange(NameChange, kw_only=True):
    """Other words for an aspect."""

    details_ar: str | None = None
    details_tr: str | None = None
    details_en: str | None = None


def add(tracker: Tracker, name: Localized, details: Localized, steps: Iterable[str], on: date) -> tuple[str, Tracker]:
    """The code of the new aspect, the last in order, and the tracker with it.

    `steps` mainly serve it from now on; where none are named, those that serve no aspect yet (rule 13.2). Raises
    `NeedsStep` where there are none, `NotFound`; what leaves another aspect without a step is refused when the result
    is checked.
    """
    order = max((aspect.order for aspect in tracker.aspects.values()), default=0) + 1
    code, tracker = tracker.new_code("A")
    tracker = tracker.put(Aspect(id=code, order=order, name=name, details=details), on)
    serving = [tracker.get(Step, step).id for step in steps]
    serving = serving or [step.id for step in tracker.steps.values() if not step.links]
    if not serving:
        raise errors.NeedsStep(code)
    for step in serving:
        tracker = set_link(tracker, step, code, Strength.PRIMARY, on)
    return code, tracker


def update(tracker: Tracker, code: str, change: AspectChange, on: date) -> Tracker:
    """The tracker with the aspect in other words; raises `NotFound`. Quoted words are locked by the invariants."""
    tracker, aspect = apply_fields(tracker, tracker.get(Aspect, code), change, on)
    return tracker.put(aspect, on)
