"""Briefs that were issued to ministers (rule 11.9)."""

from datetime import date

from tests.model.build import DAY, tracker
from tracker.model.changes.briefs import issue
from tracker.model.records.initiatives import IssuedBrief
from tracker.model.records.office import Office
from tracker.model.rules.bounds import out_of_bounds
from tracker.model.rules.references import references
from tracker.model.state.briefs import last_brief
from tracker.model.tracker import Tracker

LIBYA, TURKEY = Office("LY", "sec"), Office("TR", "coord")
MARCH, JUNE = date(2026, 3, 31), date(2026, 6, 30)


def issued(*briefs: IssuedBrief) -> Tracker:
    found = tracker()
    for brief in briefs:
        found = issue(found, brief, DAY)
    return found


def test_they_stand_in_the_order_of_their_days() -> None:
    late, early = IssuedBrief(date=JUNE, by=LIBYA), IssuedBrief(date=MARCH, by=LIBYA)
    assert issued(late, early).initiative.briefs == (early, late)


def test_a_party_has_one_of_a_day() -> None:
    first, second = IssuedBrief(date=MARCH, by=LIBYA, declared=1), IssuedBrief(date=MARCH, by=Office("LY"), declared=2)
    other = IssuedBrief(date=MARCH, by=TURKEY)
    assert issued(first, second, other).initiative.briefs == (second, other)


def test_the_last_one_is_that_of_an_earlier_day_and_of_the_same_party() -> None:
    ours, theirs = IssuedBrief(date=MARCH, by=LIBYA), IssuedBrief(date=JUNE, by=TURKEY)
    known = issued(ours, theirs)
    assert last_brief(known, JUNE, LIBYA) == ours
    assert last_brief(known, MARCH, LIBYA) is None
    assert last_brief(known, date(2026, 7, 1), TURKEY) == theirs
    assert last_brief(known, date(2026, 7, 1), None) == theirs


def test_who_issued_one_is_named_by_the_record() -> None:
    assert ("parties", "TR") in references(issued(IssuedBrief(date=MARCH, by=TURKEY)).initiative)


def test_no_file_brings_in_a_number_or_a_figure_that_none_can_be() -> None:
    assert not list(out_of_bounds(issued(IssuedBrief(date=MARCH, number="118/2026", declared=68))))
    assert list(out_of_bounds(issued(IssuedBrief(date=MARCH, declared=101))))
    assert list(out_of_bounds(issued(IssuedBrief(date=MARCH, number="a\nb"))))
