"""Adding steps and aspects: whatever is added, each aspect has a primary step (rule 13.2)."""

import pytest

from tests.demo import DEMO
from tests.model.build import DAY, step, tracker
from tracker.errors import NeedsAspect, NeedsStep, NotFound
from tracker.frozen import replace
from tracker.model.changes import aspects, steps
from tracker.model.changes.steps import StepChange
from tracker.model.records.localized import Localized
from tracker.model.records.steps import Link, Step, Strength
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker

NAME = Localized("اسم")


def without_aspects(*records: Step) -> Tracker:
    made = tracker(*records)
    return replace(made, tables={**made.tables, "aspects": {}})


def primary(after: Tracker, code: str) -> list[str]:
    links = after.steps[code].links
    return [link.aspect for link in links if link.strength is Strength.PRIMARY]


def test_a_step_comes_last_and_serves_its_aspect() -> None:
    code, after = steps.add(DEMO, NAME, StepChange(weight=0), DAY, "a2")
    assert (code, primary(after, code), after.steps[code].order) == ("S6", ["A2"], 6)
    assert list(violations(after)) == []


def test_a_step_like_another_serves_what_that_serves() -> None:
    code, after = steps.add(DEMO, NAME, StepChange(), DAY, like="S2")
    assert after.steps[code].links == DEMO.steps["S2"].links
    assert after.steps[code].owner == DEMO.steps["S2"].owner
    assert after.steps[code].declared == 0


def test_a_step_without_an_aspect_is_refused_where_there_are_some() -> None:
    with pytest.raises(NeedsAspect):
        steps.add(DEMO, NAME, StepChange(), DAY)
    with pytest.raises(NotFound):
        steps.add(DEMO, NAME, StepChange(), DAY, "A9")
    assert steps.add(without_aspects(), NAME, StepChange(), DAY)[0] == "S1"


def test_the_first_aspect_takes_the_steps_that_have_none() -> None:
    code, after = aspects.add(without_aspects(step("S1", links=()), step("S2", links=())), NAME, NAME, (), DAY)
    assert [primary(after, each) for each in after.steps] == [[code], [code]]
    assert list(violations(after)) == []


def test_an_aspect_takes_over_the_steps_that_are_named() -> None:
    idle = without_aspects(step("S1", links=()), step("S2", links=()))
    first, one = aspects.add(idle, NAME, NAME, ("S1",), DAY)
    second, both = aspects.add(one, NAME, NAME, ("S2",), DAY)
    assert [both.steps[each].links for each in ("S1", "S2")] == [
        (Link(code, Strength.PRIMARY),) for code in (first, second)
    ]
    assert one.steps["S2"].links == ()
    assert list(violations(one)) == []
    code, after = aspects.add(DEMO, NAME, NAME, ("S5",), DAY)
    assert (code, primary(after, "S5")) == ("A4", ["A4"])
    with pytest.raises(NeedsStep):
        aspects.add(DEMO, NAME, NAME, (), DAY)
