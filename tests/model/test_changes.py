"""The one engine of changes: what every kind of records has for an ordinary field."""

from typing import Any

import pytest

from tests.model.build import DAY, activity, commitment, obstacle, step, tracker
from tracker import errors
from tracker.model.changes import (
    activities,
    aspects,
    commitments,
    decisions,
    evidence,
    indicators,
    initiatives,
    lessons,
    meetings,
    obstacles,
    parties,
    reviews,
    series,
    steps,
)
from tracker.model.changes.activities import ActivityChange
from tracker.model.changes.change import Change, apply_fields, take_over
from tracker.model.changes.commitments import CommitmentChange
from tracker.model.changes.lessons import LessonChange
from tracker.model.changes.obstacles import ObstacleChange
from tracker.model.records.lessons import Lesson
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import Severity
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.records.tables import TABLES

MODULES = (
    *(activities, aspects, commitments, decisions, evidence, indicators, initiatives, lessons, meetings, obstacles),
    *(parties, reviews, series, steps),
)
KINDS = sorted(
    {
        found
        for module in MODULES
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Change) and found.__module__ != Change.__module__
    },
    key=lambda kind: kind.__name__,
)


def applied(record: Record, change: Change, *others: Record) -> Any:
    return apply_fields(tracker(step(), record, *others), record, change, DAY)[1]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_a_change_leaves_to_rules_it_has(kind: type[Change]) -> None:
    assert {*kind.ruled, *kind.replaced} <= {*kind.__struct_fields__}


def test_there_is_a_change_of_every_kind_but_the_thresholds() -> None:
    named = {kind.__name__.removesuffix("Change") for kind in KINDS}
    assert named >= {kind.__name__ for kind in TABLES.values()} - {"Thresholds"}


def test_an_ordinary_field_is_put_kept_or_emptied() -> None:
    old = obstacle(severity=Severity.HIGH, response="فريق")
    new = applied(old, ObstacleChange(response_ar="طلب"))
    assert (new.response, new.severity) == ("طلب", Severity.HIGH)
    assert applied(old, ObstacleChange(clear=frozenset({"response"}))).response is None


def test_what_rules_put_stays() -> None:
    assert applied(commitment(), CommitmentChange(status=Status.COMPLETED, due=DAY)) == commitment()


def test_an_office_is_known_and_a_new_role_is_registered() -> None:
    old = obstacle()
    whole, new = apply_fields(tracker(step(), old), old, ObstacleChange(owner=Office("TR", "irtibat")), DAY)
    assert new.owner == Office("TR", "liaison")
    whole, new = apply_fields(whole, new, ObstacleChange(owner=Office("TR", "أمين")), DAY)
    assert new.owner is not None
    assert whole.roles[new.owner.role or ""].name == Localized("أمين")
    with pytest.raises(errors.UnknownParty):
        applied(old, ObstacleChange(owner=Office("XX")))


def test_a_list_grows_or_is_replaced() -> None:
    assert applied(obstacle("O1", "S1"), ObstacleChange(steps=("S2", "S1"))).steps == ("S1", "S2")
    assert applied(obstacle("O1", "S1"), ObstacleChange(steps=("S2",), clear=frozenset({"steps"}))).steps == ("S2",)
    old = activity(themes=("بحر", "جو"))
    assert applied(old, ActivityChange(themes=("بر",))).themes == ("بر",)
    assert applied(old, ActivityChange(clear=frozenset({"themes"}))).themes == ()
    assert applied(old, ActivityChange()).themes == old.themes


def test_a_text_is_reworded_language_by_language() -> None:
    old = activity(title=Localized("دورة", "Kurs", "Course"))
    new = applied(old, ActivityChange(title_tr="Eğitim", clear=frozenset({"title_en"})))
    assert new.title == Localized("دورة", "Eğitim")


def test_a_text_stands_in_the_languages_that_it_was_given_in() -> None:
    old = Lesson(id="L1", text=Localized("درس"), source_side=Side.JOINT)
    assert applied(old, LessonChange(recommendation_tr="Öneri")).recommendation == Localized(tr="Öneri")
    new = applied(old, LessonChange(recommendation_ar="توصية", recommendation_tr="Öneri"))
    assert new.recommendation == Localized("توصية", "Öneri")
    assert applied(new, LessonChange(clear=frozenset({"recommendation"}))).recommendation is None


def test_a_code_is_that_of_a_record() -> None:
    assert applied(commitment(), CommitmentChange(step="١")).step == "S1"
    old = Lesson(id="L1", text=Localized("درس"), source_side=Side.JOINT)
    assert applied(old, LessonChange(origin="o1"), obstacle()).origin == "O1"
    for change_of, record in ((CommitmentChange(step="9"), commitment()), (LessonChange(origin="M7"), old)):
        with pytest.raises(errors.NotFound):
            applied(record, change_of)


def test_a_record_like_another_takes_over_what_is_named() -> None:
    other = obstacle("O1", "S1", severity=Severity.CRITICAL)
    new = take_over(tracker(step(), other), obstacle("O2", "S2"), "1", ("severity", "steps"))
    assert (new.id, new.severity, new.steps) == ("O2", Severity.CRITICAL, ("S1",))
    assert take_over(tracker(), new, None, ("severity",)) is new
