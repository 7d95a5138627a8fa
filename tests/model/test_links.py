"""Links between steps and aspects (rule 13.1)."""

from collections.abc import Iterable

import pytest

from tests.model.build import DAY, aspect, step, tracker
from tracker.errors import LastPrimaryLink, NotFound, RuleBroken
from tracker.model.changes.links import set_link
from tracker.model.records.steps import Link, Origin, Strength
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker

PRIMARY, SECONDARY = Strength.PRIMARY, Strength.SECONDARY
TWO = tracker(aspect("A2"), step("S1"), step("S2"), step("S3", links=(Link("A2", PRIMARY, Origin.PROPOSED),)))


def links(new: Tracker, code: str = "S1") -> list[tuple[str, Strength]]:
    return [(link.aspect, link.strength) for link in new.steps[code].links]


def broken(new: Tracker) -> list[tuple[type[RuleBroken], str]]:
    found: Iterable[RuleBroken] = violations(new)
    return [(type(rule), rule.record) for rule in found if isinstance(rule, LastPrimaryLink)]


def test_a_secondary_link_comes_behind_the_primary_one() -> None:
    assert links(set_link(TWO, "1", "2", SECONDARY, DAY)) == [("A1", PRIMARY), ("A2", SECONDARY)]


def test_a_new_primary_aspect_makes_the_former_one_secondary() -> None:
    new = set_link(TWO, "S1", "A2", PRIMARY, DAY)
    assert links(new) == [("A2", PRIMARY), ("A1", SECONDARY)]
    assert broken(new) == []


def test_a_link_taken_away_and_one_that_never_was() -> None:
    two = set_link(TWO, "S1", "A2", SECONDARY, DAY)
    assert links(set_link(two, "S1", "A2", None, DAY)) == [("A1", PRIMARY)]
    assert set_link(TWO, "S1", "A2", None, DAY) is TWO


def test_a_step_keeps_one_primary_aspect() -> None:
    assert broken(set_link(TWO, "S1", "A1", SECONDARY, DAY)) == [(LastPrimaryLink, "S1")]
    with pytest.raises(LastPrimaryLink) as refused:
        set_link(TWO, "S1", "A1", None, DAY)
    assert refused.value.record == "S1"


def test_a_step_may_serve_no_aspect_yet() -> None:
    idle = TWO.put(step("S4", links=()), DAY)
    assert broken(idle) == []
    assert set_link(idle, "S4", "A1", None, DAY) is idle
    assert links(set_link(idle, "S4", "A1", PRIMARY, DAY), "S4") == [("A1", PRIMARY)]


def test_an_aspect_keeps_a_primary_step() -> None:
    assert broken(set_link(TWO, "S3", "A1", PRIMARY, DAY)) == [(LastPrimaryLink, "A2")]


def test_an_office_that_sets_a_proposed_link_makes_it_its_own() -> None:
    assert set_link(TWO, "S3", "A2", PRIMARY, DAY).steps["S3"].links == (Link("A2", PRIMARY, Origin.SET),)


@pytest.mark.parametrize(("made", "named"), [("S9", "A1"), ("S1", "A9")])
def test_both_ends_exist(made: str, named: str) -> None:
    with pytest.raises(NotFound):
        set_link(TWO, made, named, PRIMARY, DAY)
