"""Filters that mean nothing for a kind are refused; those that do find what there is in the fictional programme."""

from datetime import date
from typing import Any

import pytest

from tests.demo import DAY, DEMO
from tracker.errors import OptionElsewhere
from tracker.model.records.parties import Side
from tracker.model.state.assessment import assess
from tracker.reports.kinds import LISTED, kind_of
from tracker.reports.kinds.kind import Seen
from tracker.reports.lists.filters import EVERYWHERE, check_filters, kinds_with, knows
from tracker.reports.lists.listing import KINDS, list_report
from tracker.reports.lists.selection import Selection, select

GIVEN: dict[str, Any] = {
    "status": ("draft",),
    "aspect": "A2",
    "step": "S3",
    "side": Side.LY,
    "owner": lambda _: True,
    "support": lambda _: True,
    "mine": lambda _: True,
    "open": True,
    "overdue": True,
    "due_before": date(2026, 6, 30),
    "stale": True,
    "stale_days": 0,
    "no_evidence": True,
    "unverified": True,
    "missing_minutes": True,
    "strict": True,
    "not_met": True,
}


def found(kind: str, **wanted: Any) -> list[str]:
    check_filters(kind, Selection(**wanted))
    return select(Seen(DEMO, assess(DEMO, DAY)), kind, Selection(**wanted))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("field", GIVEN)
def test_each_is_either_answered_or_refused(kind: str, field: str) -> None:
    wanted = Selection(**{field: GIVEN[field]})
    if kind == "all" or knows(kind, field):
        list_report(DEMO, kind, DAY, wanted)
        return
    with pytest.raises(OptionElsewhere) as refused:
        list_report(DEMO, kind, DAY, wanted)
    assert refused.value.kinds == kinds_with(field)


def test_the_others_mean_something_for_every_kind() -> None:
    assert set(Selection.__struct_fields__) - GIVEN.keys() == EVERYWHERE


def test_the_kinds_know_no_filter_that_there_is_not() -> None:
    assert {name for kind in LISTED for name in kind_of(kind).filters} | {"no_evidence", "mine"} == set(GIVEN)


def test_meetings_count_to_one_aspect_lessons_to_another_and_the_rest_to_those_of_its_steps() -> None:
    assert len(found("meetings", aspect="A3")) == 8
    assert len(found("lessons", aspect="A1")) == 6
    assert found("meetings", aspect="A1") == found("lessons", aspect="A2") == []
    assert found("obstacles", aspect="A2") == ["O4", "O1"]
    assert {DEMO.commitments[code].step for code in found("commitments", aspect="A2")} == {"S2"}


def test_evaluations_by_who_leads_them_and_by_their_status() -> None:
    assert found("reviews", status=("approved",)) == list(DEMO.reviews)
    assert found("reviews", owner=lambda name: name == "SEC/me") == list(DEMO.reviews)
    assert found("reviews", side=Side.JOINT) == list(DEMO.reviews)
    answers = {code: DEMO.recommendations[code].response for code in DEMO.recommendations}
    assert found("recommendations", status=("accepted",)) == [
        c for c, answer in answers.items() if answer == "accepted"
    ]
