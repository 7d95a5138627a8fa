"""An evaluation is of its period: whatever is done after the end moves nothing in it but what says that it is of today.

A history of the fictional programme is written, the quarter's evaluation is approved after its end, and more follows.
"""

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.commands import Command, carried_out, commands
from tests.store.follow_up import FOLLOW_UP
from tests.store.stores import DAY, change, fictional, update
from tests.views.pages import words
from tracker.model.changes import reviews
from tracker.model.records.localized import Localized
from tracker.model.records.reviews import Response, ReviewStatus
from tracker.model.records.status import Status
from tracker.model.state.periods import period_of
from tracker.model.state.snapshot import figures_of
from tracker.reports.documents.evaluation import report
from tracker.reports.documents.request import Request
from tracker.reports.report import Facts, Notes, Report, Table
from tracker.store.past import tracker_approved, tracker_at
from tracker.store.store import Store

APPROVED, ASKED, LATER = (DAY + timedelta(days) for days in (10, 11, 120))
OF_TODAY = {"earlier", "recommendations", "since", "moved_since"}
OF_THE_EVALUATION = {"cover", "summary", "ratings", "judgements", "findings"}
BY_KNOWN_VALUES = {"results", "indicators", "humane"}


def request(store: Store, day: date, period: str = "2026-Q1") -> Request:
    state = store.state()
    tracker = store.tracker(state)
    return Request(
        tracker=tracker,
        day=day,
        period=period,
        past=lambda earlier: tracker_at(store, earlier, state, tracker),
        approved=lambda review: tracker_approved(store, review, state, store.revisions(newest_first=True)),
    )


def said(made: Report, left_out: set[str]) -> tuple[Any, ...]:
    """All that a document says of the period, without the parts of these keys and the line of today."""
    footer = [line for line in made.footer if "revision" not in line.text.lower()]
    blocks = [block for block in made.blocks if block.key not in left_out]
    return made.day, made.heading, footer, blocks


def approve(store: Store) -> None:
    """Approve the evaluation of the quarter that `fictional` begins on its last day."""
    change(store, lambda t: reviews.recommend(t, "R5", Localized("توصية"), APPROVED), day=APPROVED)
    wanted = reviews.ReviewChange(approve=APPROVED, summary_ar="ملخص")
    change(store, lambda t: reviews.update(t, "R5", wanted, APPROVED), day=APPROVED)
    assert store.load().reviews["R5"].status is ReviewStatus.APPROVED


def later_commands() -> st.SearchStrategy[Command]:
    """Commands of every kind on later days; another evaluation of the same quarter would be another document."""
    kinds = {
        name: st.builds(Command, st.just(name), st.tuples(*values), st.integers(0, 9))
        for name, values in FOLLOW_UP.items()
    }
    made = commands() | st.sampled_from(sorted(kinds)).flatmap(kinds.__getitem__)
    return made.filter(lambda c: c.name != "add-review" or c.values[0] != "2026-Q1")


@settings(max_examples=25)
@given(st.booleans(), st.lists(later_commands(), min_size=1, max_size=12))
def test_what_comes_after_the_end_moves_nothing(approved: bool, following: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = fictional(Path(folder) / "tracker.json")
        if approved:
            approve(store)
        left_out = OF_TODAY if approved else OF_TODAY | OF_THE_EVALUATION | BY_KNOWN_VALUES
        before = said(report(request(store, ASKED)), left_out)
        day = ASKED
        for command in following:
            day += timedelta(command.wait)
            carried_out(store, command, day)
        assert said(report(request(store, LATER)), left_out) == before


def facts(made: Report, key: str) -> dict[str, str]:
    block = next(each for each in made.blocks if each.key == key)
    assert isinstance(block, Facts)
    return {name: words("en").bare(value) for name, _, value in block.items}


def rows(made: Report, key: str) -> list[list[str]]:
    block = next(each for each in made.blocks if each.key == key)
    assert isinstance(block, Table)
    return [[words("en").bare(cell) for cell in row] for row in block.rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.json"


@pytest.fixture
def approved(path: Path) -> Store:
    store = fictional(path)
    approve(store)
    return store


def test_what_is_of_today_says_so(approved: Store) -> None:
    english = words("en")
    made = report(request(approved, LATER))
    headings = {block.key: english.bare(block.heading) for block in made.blocks if getattr(block, "heading", None)}
    today = "29 July 2026"
    for key in OF_TODAY - {"moved_since"}:
        assert today in headings[key], key
    assert headings["results"] == "Results according to the values known on 10 April 2026"
    assert made.day == DAY
    assert facts(made, "cover")["as_of"] == "as it was on 31 March 2026"


def test_a_fate_of_today_and_what_moved_since(approved: Store) -> None:
    accepted = reviews.RecommendationChange(response=Response.ACCEPTED)
    change(approved, lambda t: reviews.respond(t, "N5", accepted, LATER), day=LATER)
    change(approved, update("S1", status=Status.SUSPENDED, reason="سبب", decision="قرار"), day=LATER)
    made = report(request(approved, LATER))
    assert rows(made, "recommendations")[0][3] == "accepted"
    assert ["S1", "suspended"] in [row[:2] for row in rows(made, "moved_since")]
    assert "S1" not in [row[0] for row in rows(made, "cancelled")]


def test_a_running_period_has_one_day_and_nothing_since(path: Path) -> None:
    store = fictional(path)
    made = report(request(store, DAY, "2026-H1"))
    assert made.day == DAY
    keys = {block.key for block in made.blocks}
    assert "since" not in keys
    ages = {row[0]: row[4] for row in rows(made, "obstacles_by_type")}
    open_days = {row[0]: row[7] for row in rows(made, "obstacles")}
    assert ages["funding"] == open_days["O4"] == "37"


def test_values_of_the_period_count_until_it_is_approved(path: Path) -> None:
    store = fictional(path)
    assert carried_out(store, Command("add-measurement", ("I1", -95, 85, "تصحيح"), 0), DAY + timedelta(5))
    assert reached(store, ASKED) == "85"
    approve(store)
    frozen = store.load().reviews["R5"].figures
    assert frozen is not None
    assert next(each.value for each in frozen.indicators if each.indicator == "I1") == "85"
    assert carried_out(store, Command("add-measurement", ("I1", -150, 60, "تصحيح"), 0), DAY + timedelta(60))
    assert reached(store, LATER) == "85"


def reached(store: Store, day: date) -> str:
    """The value of the first indicator in the document made on a day."""
    return rows(report(request(store, day)), "indicators")[0][6]


def test_where_the_history_does_not_reach_an_approval_still_holds(path: Path) -> None:
    store, period = fictional(path), period_of("2024-Q4")
    begun = reviews.ReviewChange(figures=figures_of(store.load(), period.end), summary_ar="ملخص")
    change(store, lambda t: reviews.add(t, period, begun, DAY))
    change(store, lambda t: reviews.update(t, "R6", reviews.ReviewChange(approve=DAY), DAY))
    made = report(request(store, ASKED, "2024-Q4"))
    assert "the history begins later" in facts(made, "cover")["as_of"]
    change(store, update("S1", status=Status.SUSPENDED, reason="سبب", decision="قرار"))
    assert said(report(request(store, LATER, "2024-Q4")), OF_TODAY) == said(made, OF_TODAY)


def test_activities_of_a_cancelled_step_are_not_among_what_is_due(path: Path) -> None:
    store = fictional(path)
    assert any("S2.5" in each for each in due(report(request(store, DAY))))
    change(store, update("S2", status=Status.CANCELLED, reason="سبب", decision="قرار"))
    assert not any("S2.5" in each for each in due(report(request(store, DAY))))


def due(made: Report) -> list[str]:
    block = next(each for each in made.blocks if each.key == "coming")
    assert isinstance(block, Notes)
    return [words("en").bare(note.text) for note in block.items]
