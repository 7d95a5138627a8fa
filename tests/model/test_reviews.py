"""Evaluations: frozen figures, ratings with their grounds, approval, recommendations, comparison (section 11)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, PLANNED, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.reviews import NewRating, RecommendationChange, ReviewChange, add, recommend, respond, update
from tracker.model.changes.steps import StepChange
from tracker.model.changes.steps import update as update_step
from tracker.model.checks.reviews import review_findings
from tracker.model.records.localized import Localized
from tracker.model.records.reviews import Criterion, Figure, Figures, Response, ReviewKind, ReviewStatus
from tracker.model.state.comparison import Trend, compare
from tracker.model.state.periods import Period, earlier, period_of
from tracker.model.state.recommendations import Outcome, outcome_of
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.store.records import to_tracker
from tracker.store.template import template_state

Q1 = period_of("2026-Q1")


def begun(**asked: Any) -> Tracker:
    start = tracker(running("S1", declared=40, **PLANNED), step("S2"))
    return add(start, Q1, ReviewChange(**{"figures": figures_of(start, Q1.end), **asked}), DAY)


@pytest.mark.parametrize(
    ("slug", "start", "end", "kind"),
    [
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), ReviewKind.INTERNAL_QUARTERLY),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31), ReviewKind.INTERNAL_QUARTERLY),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), ReviewKind.ANNUAL),
    ],
)
def test_periods(slug: str, start: date, end: date, kind: ReviewKind) -> None:
    assert (period_of(slug), period_of(slug).kind) == (Period(start, end), kind)


@given(year=st.integers(1990, 2100), quarter=st.integers(1, 4))
def test_quarters_follow_each_other(year: int, quarter: int) -> None:
    here = period_of(f"{year}-Q{quarter}")
    following = period_of(f"{year + quarter // 4}-Q{quarter % 4 + 1}")
    assert (following.start - here.end).days == 1


@given(declared=st.integers(0, 99))
def test_what_is_frozen_does_not_move(declared: int) -> None:
    before = begun()
    wanted = StepChange(declared=declared, reason="تصحيح")
    after = update_step(before, "S1", wanted, DAY)
    assert after.reviews["R1"].figures == before.reviews["R1"].figures


def test_the_figures_are_those_that_are_shown() -> None:
    frozen = begun().reviews["R1"].figures
    assert frozen is not None
    found = {figure.record: figure for figure in frozen.records}
    assert (found["S1"].declared, found["S1"].health, found["S1"].planned_end) == (40, "green", PLANNED["planned_end"])
    assert {"initiative", "S1", "S2"} <= set(found)


def test_one_evaluation_of_a_period_unless_it_corrects() -> None:
    start = begun()
    with pytest.raises(errors.PeriodReviewed):
        add(start, Q1, ReviewChange(), DAY)
    assert add(start, Q1, ReviewChange(corrects="R1"), DAY).reviews["R2"].corrects == "R1"
    assert "R2" in add(start, Q1, ReviewChange(kind=ReviewKind.INDEPENDENT), DAY).reviews
    with pytest.raises(errors.DateInFuture):
        add(start, period_of("2027-Q1"), ReviewChange(), DAY)


def test_a_rating_rests_on_a_paper_or_a_justification() -> None:
    rate = (NewRating("S1", Criterion.IMPACT, 3),)
    with pytest.raises(errors.NeedsJustification):
        update(begun(), "R1", ReviewChange(rate=rate), DAY)
    after = update(begun(), "R1", ReviewChange(rate=rate, justification_ar="ثبت ذلك في الزيارة"), DAY)
    again = ReviewChange(rate=(NewRating("s1", Criterion.IMPACT, None),), justification_ar="مبكر")
    assert [rating.value for rating in after.reviews["R1"].ratings] == [3]
    assert [rating.value for rating in update(after, "R1", again, DAY).reviews["R1"].ratings] == [None]


@pytest.mark.parametrize("value", [0, 5])
def test_the_scale_goes_from_1_to_4(value: int) -> None:
    asked = ReviewChange(rate=(NewRating("S1", Criterion.IMPACT, value),), justification_ar="سبب")
    with pytest.raises(errors.RatingRefused):
        update(begun(), "R1", asked, DAY)


def test_what_is_approved_can_only_be_read() -> None:
    after = update(begun(), "R1", ReviewChange(approve=DAY), DAY)
    review = after.reviews["R1"]
    assert (review.status, review.completed_on) == (ReviewStatus.APPROVED, DAY)
    with pytest.raises(errors.ReviewApproved):
        update(after, "R1", ReviewChange(summary_ar="ملخص"), DAY)
    with pytest.raises(errors.ReviewApproved):
        recommend(after, "R1", Localized("توصية"), DAY)


def test_an_answer_that_is_not_a_whole_yes_says_why() -> None:
    start = recommend(begun(), "R1", Localized("توصية"), DAY)
    assert respond(start, "N1", RecommendationChange(response=Response.ACCEPTED), DAY) != start
    for response in (Response.REJECTED, Response.PARTIALLY_ACCEPTED):
        asked = RecommendationChange(response=response)
        with pytest.raises(errors.NeedsReason):
            respond(start, "N1", asked, DAY)
        after = respond(start, "N1", replace(asked, reason="سبب"), DAY)
        assert after.recommendations["N1"].response_reason == "سبب"


def test_the_words_of_an_approved_recommendation_stay() -> None:
    start = update(recommend(begun(), "R1", Localized("توصية"), DAY), "R1", ReviewChange(approve=DAY), DAY)
    with pytest.raises(errors.ReviewApproved):
        respond(start, "N1", RecommendationChange(text_ar="غيرها"), DAY)
    assert respond(start, "N1", RecommendationChange(text_tr="Tavsiye"), DAY).recommendations["N1"].text == Localized(
        "توصية", "Tavsiye"
    )


def test_the_fate_of_the_recommendations_of_the_demo() -> None:
    demo = to_tracker(template_state("demo").documents, {}, demo=True)
    assert {code: outcome_of(demo, n) for code, n in demo.recommendations.items()} == dict.fromkeys(
        ("N1", "N2", "N3", "N4"), Outcome.IN_PROGRESS
    )
    assert [n.id for n in earlier(demo, period_of("2025-Q4"))] == ["N1", "N2", "N3"]


def test_comparing_a_period_with_itself_changes_nothing() -> None:
    demo = to_tracker(template_state("demo").documents, {}, demo=True)
    figures = figures_of(demo, DAY)
    assert {each.change for each in compare(figures, figures)} == {Trend.UNCHANGED}
    assert {each.slippage for each in compare(figures, figures)} <= {0, None}


def figure(code: str, declared: int, health: str, end: date | None = None) -> Figure:
    return Figure(record=code, status="in_progress", declared=declared, health=health, planned_end=end)


def test_what_became_of_each_record() -> None:
    end = date(2026, 6, 30)
    before = Figures(
        revision=1,
        day=DAY,
        records=(
            figure("S1", 40, "amber", end),
            figure("S2", 40, "green"),
            figure("S3", 40, "amber"),
            figure("S4", 40, "grey"),
        ),
    )
    after = Figures(
        revision=2,
        day=DAY,
        records=(
            replace(figure("S1", 40, "green", end), forecast_end=date(2026, 7, 10)),
            figure("S2", 60, "red"),
            figure("S3", 50, "amber"),
            figure("S5", 10, "green"),
        ),
    )
    found = {each.record: (each.change, each.slippage) for each in compare(before, after)}
    assert found == {
        "S1": (Trend.IMPROVED, 10),
        "S2": (Trend.WORSENED, None),
        "S3": (Trend.IMPROVED, None),
        "S4": (Trend.DROPPED, None),
        "S5": (Trend.NEW, None),
    }
    back = {each.record: each.change for each in compare(after, before)}
    assert (back["S1"], back["S2"], back["S4"]) == (Trend.WORSENED, Trend.IMPROVED, Trend.NEW)


@pytest.mark.parametrize("stopped", [Trend.SUSPENDED, Trend.CANCELLED])
def test_what_was_stopped_in_between_is_neither_better_nor_the_same(stopped: Trend) -> None:
    at_work, off = figure("S1", 40, "green"), replace(figure("S1", 40, "grey"), status=stopped.value)
    before, after = (Figures(revision=1, day=DAY, records=(each,)) for each in (at_work, off))
    assert [each.change for each in compare(before, after)] == [stopped]
    assert [each.change for each in compare(after, after)] == [Trend.UNCHANGED]


def test_what_nobody_has_answered_is_not_what_nobody_carries_out() -> None:
    asked = recommend(begun(), "R1", Localized("توصية"), DAY)
    assert outcome_of(asked, asked.recommendations["N1"]) is Outcome.UNANSWERED
    accepted = respond(asked, "N1", RecommendationChange(response=Response.ACCEPTED), DAY)
    assert outcome_of(accepted, accepted.recommendations["N1"]) is Outcome.NO_COMMITMENT


def test_what_check_finds() -> None:
    start = recommend(begun(), "R1", Localized("توصية"), DAY)
    codes = [finding.code for finding in review_findings(start, date(2026, 6, 1))]
    assert codes == ["review_draft", "review_unrated", "recommendation_unanswered"]
    accepted = respond(start, "N1", RecommendationChange(response=Response.ACCEPTED), DAY)
    assert "recommendation_without_commitment" in [f.code for f in review_findings(accepted, DAY)]
