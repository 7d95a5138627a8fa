"""Lessons, and what becomes of them (rules 9.4, 9.5)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, obstacle, step, tracker
from tracker import errors
from tracker.model.changes import lessons
from tracker.model.changes.lessons import ALLOWED, LessonChange
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.localized import Localized
from tracker.model.records.parties import Side

RECORDED, ACCEPTED = LessonStatus.RECORDED, LessonStatus.ACCEPTED
APPLIED, REJECTED = LessonStatus.APPLIED, LessonStatus.REJECTED


def lesson(**fields: Any) -> Lesson:
    return Lesson(**{"id": "L1", "text": Localized("درس"), "source_side": Side.TR, **fields})


def changed(old: Lesson, **wanted: Any) -> Lesson:
    return lessons.update(tracker(old, step(), obstacle()), "L1", LessonChange(**wanted), DAY).lessons["L1"]


def test_a_text_is_all_that_a_lesson_needs() -> None:
    new = lessons.add(tracker(), LessonChange(text_ar="درس"), DAY).lessons["L1"]
    assert (new.text, new.source_side, new.status, new.recorded_on) == (Localized("درس"), Side.JOINT, RECORDED, DAY)
    assert new.recommendation is None


def test_learned_from_a_record_that_there_is() -> None:
    assert changed(lesson(), origin="o1").origin == "O1"
    with pytest.raises(errors.NotFound):
        changed(lesson(), origin="M9")


def test_like_another() -> None:
    whole = tracker(lesson(steps=("S1",), origin="O1", status=ACCEPTED), step(), obstacle())
    new = lessons.add(whole, LessonChange(text_ar="آخر"), DAY, like="1").lessons["L2"]
    assert (new.source_side, new.steps, new.origin, new.status) == (Side.TR, ("S1",), "O1", RECORDED)


def test_applied_names_what_it_changed() -> None:
    with pytest.raises(errors.NeedsTarget):
        changed(lesson(), status=APPLIED)
    assert changed(lesson(), applied_in="s1").status is APPLIED
    assert changed(lesson(status=APPLIED, applied_in="O1"), applied_in="S1").applied_in == "S1"
    assert changed(lesson(status=APPLIED, applied_in="O1"), status=ACCEPTED, reason="لم يطبق").applied_in is None


def test_a_recommendation_comes_later_grows_and_goes() -> None:
    with_one = changed(lesson(), recommendation_ar="توصية", recommendation_en="advice")
    assert with_one.recommendation == Localized("توصية", None, "advice")
    assert changed(with_one, recommendation_tr="tavsiye").recommendation == Localized("توصية", "tavsiye", "advice")
    assert changed(with_one, clear=frozenset({"recommendation"})).recommendation is None


def test_rejecting_and_taking_up_again_have_a_reason() -> None:
    with pytest.raises(errors.NeedsReason):
        changed(lesson(), status=REJECTED)
    with pytest.raises(errors.NeedsReason):
        changed(lesson(status=REJECTED), status=ACCEPTED)


@given(st.sampled_from(LessonStatus), st.sampled_from(LessonStatus))
def test_no_way_but_those_of_the_table(before: LessonStatus, after: LessonStatus) -> None:
    old = lesson(status=before, applied_in="O1" if before is APPLIED else None)
    if after is before or after in ALLOWED[before]:
        assert changed(old, status=after, reason="سبب", applied_in="S1" if after is APPLIED else None).status is after
    else:
        with pytest.raises(errors.TransitionRefused):
            changed(old, status=after, reason="سبب")
