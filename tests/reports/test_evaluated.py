"""What an evaluation says of its period, on the fictional programme."""

from datetime import date
from typing import Any

from tests.demo import DAY, DEMO
from tests.reports.told import facts
from tracker.errors import BeforeFirst
from tracker.frozen import replace
from tracker.message import Message
from tracker.model.records.activities import Gate
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import ObstacleType
from tracker.model.records.reviews import Criterion, Rating, ReviewStatus
from tracker.model.state.assessment import assess
from tracker.model.state.comparison import Trend
from tracker.model.state.periods import Period, before, period_of
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.reports.documents import evaluated
from tracker.reports.documents.evaluation import report
from tracker.reports.documents.period_end import PeriodEnd
from tracker.reports.documents.request import Request
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Many, Ref, Word

SEEN = Seen(DEMO, assess(DEMO, DAY))
QUARTER = period_of("2025-Q4")


def test_the_period_before() -> None:
    assert before(QUARTER) == period_of("2025-Q3")
    assert before(period_of("2026-Q1")) == QUARTER
    assert before(period_of("2026")) == period_of("2025")


def test_the_summary_is_that_of_the_end_of_the_period() -> None:
    figures = figures_of(DEMO, QUARTER.end)
    whole, *others = figures.records
    assert whole.record == "initiative"
    figures = replace(figures, records=(replace(whole, declared=41, evidenced=30), *others))
    draft = replace(DEMO.reviews["R4"], summary=None, figures=figures, status=ReviewStatus.DRAFT)
    assert (draft.period_start, draft.period_end) == (QUARTER.start, QUARTER.end)
    tracker = DEMO.put(draft, DAY)
    said = [
        facts(report(Request(tracker=each, day=DAY, period="2025-Q4")), "summary")["summary"]
        for each in (
            tracker,
            tracker.put(replace(tracker.activities["S1.4"], gate=Gate.NONE), DAY),  # what comes later changes nothing
        )
    ]
    assert said[0] == said[1]
    assert said[0].startswith("41% of the programme is declared as done and 30% is supported by evidence")
    assert "open obstacles: 3." in said[0]


def test_obstacles_stood_in_the_way_by_their_dates() -> None:
    assert [code for code, each in DEMO.obstacles.items() if each.stood_on(QUARTER.end)] == ["O3", "O5", "O6"]
    assert [code for code, each in DEMO.obstacles.items() if each.stood_on(DAY)] == ["O2", "O3", "O4", "O6"]


def test_gates_that_were_passed_in_the_period_stand_beside_their_step() -> None:
    table = evaluated.steps(SEEN, figures_of(DEMO, QUARTER.end), QUARTER)
    gates = next(row[-1] for row in table.rows if row[0] == Ref("S4"))
    assert isinstance(gates, Many)
    found = [(each.values["code"], each.values["gate"]) for each in gates.values if isinstance(each, Message)]
    assert len(found) == len(gates.values)
    assert found == [
        (Ref("S4.1"), Word(Gate.DELIVERED)),
        (Ref("S4.1"), Word(Gate.DOCUMENTED)),
        (Ref("S4.2"), Word(Gate.APPROVED)),
    ]


def test_a_rating_stands_beside_that_of_the_period_before() -> None:
    review = replace(
        DEMO.reviews["R4"],
        ratings=(
            Rating(step="S1", criterion=Criterion.IMPACT, value=None),
            Rating(step="S1", criterion=Criterion.RELEVANCE, value=3, justification="لأن"),
            Rating(step="S2", criterion=Criterion.RELEVANCE, value=2),
        ),
    )
    last = replace(
        review,
        ratings=(
            Rating(step="S1", criterion=Criterion.RELEVANCE, value=2),
            Rating(step="S2", criterion=Criterion.RELEVANCE, value=4),
        ),
    )
    rows = evaluated.judgements(SEEN, review, last).rows
    assert [(row[0], row[1], row[3], row[4], row[5]) for row in rows] == [
        (Ref("S1"), Word(Criterion.RELEVANCE), 2, Word(Trend.IMPROVED), Localized("لأن")),
        (Ref("S1"), Word(Criterion.IMPACT), None, None, None),
        (Ref("S2"), Word(Criterion.RELEVANCE), 4, Word(Trend.WORSENED), None),
    ]


def test_obstacles_are_counted_by_type() -> None:
    """O3, legal, was raised on 2025-12-02; O5, technical, on 2025-12-16 and resolved on 2026-01-27."""
    rows = {row[0]: row[1:] for row in evaluated.obstacles_by_type(DEMO, QUARTER, QUARTER.end).rows}
    assert rows[Word(ObstacleType.LEGAL)] == (1, 0, 1, 29)
    assert rows[Word(ObstacleType.TECHNICAL)] == (1, 0, 1, 15)
    after = {row[0]: row[1:] for row in evaluated.obstacles_by_type(DEMO, period_of("2026-Q1"), DAY).rows}
    assert after[Word(ObstacleType.TECHNICAL)] == (0, 1, 0, None)


def _ended(**asked: Any) -> tuple[Request, PeriodEnd]:
    request = Request(**asked)
    return request, PeriodEnd(request, QUARTER)


def test_a_moved_date_and_weight_are_changes_of_the_plan() -> None:
    step = DEMO.steps["S3"]
    moved = {**DEMO.steps, "S3": replace(step, planned_end=date(2027, 6, 30), weight=step.weight + 1)}
    later = replace(DEMO, tables={**DEMO.tables, "steps": moved})

    def past(day: date) -> Tracker:
        return DEMO if day < QUARTER.start else later

    rows = evaluated.plan_changes(*_ended(tracker=later, day=DAY, past=past)).rows
    assert [row[0] for row in rows] == [Ref("S3"), Ref("S3")]
    assert rows[1][2:] == (step.weight, step.weight + 1)
    assert evaluated.plan_changes(*_ended(tracker=DEMO, day=DAY, past=lambda _: DEMO)).rows == ()


def test_without_a_history_nothing_is_claimed_of_the_plan() -> None:
    def past(day: date) -> Tracker:
        raise BeforeFirst(day.isoformat(), day.isoformat())

    table = evaluated.plan_changes(*_ended(tracker=DEMO, day=DAY, past=past))
    assert table.rows == ()
    assert table.empty is not None
    assert "history" in table.empty.text


def test_bars_are_those_of_the_end_of_the_period() -> None:
    bars = evaluated.bars(DEMO, figures_of(DEMO, QUARTER.end))
    assert [bar.expected for bar in bars.rows] == [88, 78, 56, 50, 59]
    assert len(bars.rows) == 5


def test_a_period_knows_its_days() -> None:
    assert evaluated.within(QUARTER.end, QUARTER)
    assert not evaluated.within(None, Period(DAY, DAY))
