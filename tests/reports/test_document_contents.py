"""What each kind of document has to say, on the fictional programme."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.demo import DEMO
from tests.model.build import DAY, activity, obstacle, running, tracker
from tests.views.documents.making import made
from tests.views.pages import words
from tracker.frozen import replace
from tracker.model.records.activities import Gate, GateDates
from tracker.model.records.indicators import (
    Category,
    Direction,
    Frequency,
    Indicator,
    Measurement,
    ResultLevel,
    Target,
    Unit,
)
from tracker.model.records.initiatives import IssuedBrief
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import Severity
from tracker.model.records.status import Status
from tracker.model.state.assessment import assess
from tracker.model.state.progress import displayed
from tracker.reports.answers.decisions_needed import decisions_needed
from tracker.reports.documents import document
from tracker.reports.documents.brief.bottom_line import bottom_line
from tracker.reports.documents.brief.requests import requests
from tracker.reports.documents.brief.results import results
from tracker.reports.documents.request import Request, Standing, no_past
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Notes, Report, Table


def block(report: Report, key: str) -> Any:
    return next(block for block in report.blocks if block.key == key)


def column(table: Table, key: str) -> dict[str, str]:
    """Texts of a column by the row's first cell, in English."""
    english = words("en")
    place = [column.key for column in table.columns].index(key)
    return {english.bare(row[0]): english.bare(row[place]) for row in table.rows}


def sentences(notes: Notes) -> list[str]:
    return [words("en").bare(note.text) for note in notes.items]


def test_the_matrix_sets_off_its_steps_and_the_total() -> None:
    table = block(made("matrix"), "matrix")
    leading = [words("en").bare(table.rows[number][0]) for number in table.leading]
    assert leading == ["S1", "S2", "S3", "S4", "S5", "initiative"]


def test_the_matrix_names_who_carries_out_and_who_supports() -> None:
    table = block(made("matrix"), "matrix")
    owners, supporters = column(table, "owner"), column(table, "support")
    assert owners["S2.4"] == "Training body – Libyan side – Training manager"
    assert supporters["S2.4"] == "Host training body – Turkish side – Training manager"
    assert supporters["S5.1"] == "–"


def test_the_matrix_says_what_cancelling_did() -> None:
    found = column(block(made("matrix"), "cancelled"), "effect")
    assert found == {"S5.3": "without the cancellation S5 would be at 64% instead of 70%"}


def test_the_matrix_says_what_moved_since_the_last_brief() -> None:
    """Points of what is declared, of what is new a word; no such column where no brief was issued (rule 11.9)."""
    initiative = replace(DEMO.initiative, briefs=(IssuedBrief(date=date(2026, 2, 1)),))
    issued = replace(DEMO, tables={**DEMO.tables, "initiative": {"initiative": initiative}})
    activities = {code: each for code, each in DEMO.activities.items() if code != "S1.1"}
    activities["S2.4"] = replace(activities["S2.4"], gate=Gate.NONE, gate_dates=GateDates())
    then = replace(issued, tables={**issued.tables, "activities": activities})
    standing = Standing(3, "5d" * 32, "2026-03-31T08:00:00+00:00")
    asked = Request(tracker=issued, day=date(2026, 3, 31), standing=standing, past=lambda _: then)
    moved = column(block(document("matrix", asked), "matrix"), "change")
    assert (moved["S1.1"], moved["S2.4"], moved["S3.1"]) == ("new", "+80", "0")
    assert "change" not in [each.key for each in block(made("matrix"), "matrix").columns]
    begun_later = replace(asked, past=no_past)
    assert "change" not in [each.key for each in block(document("matrix", begun_later), "matrix").columns]


def test_the_matrix_has_a_legend() -> None:
    found = sentences(block(made("matrix"), "legend"))
    assert found[0].startswith("green – on track, amber – needs attention")
    assert "Progress gates: approved 20%, prepared 40%, delivered 80%, documented 100%." in found


def test_a_decision_is_wanted_of_somebody_by_a_day() -> None:
    first = sentences(block(made("brief"), "decisions"))[0]
    assert first.startswith("direct the technical affairs manager (Libyan side) to unblock “Development of technical")
    assert first.endswith(
        "By 30 April 2026; otherwise it is expected to end on 31 March 2027, not on 31 December 2026."
    )


def test_the_obstacle_of_an_activity_holds_up_its_step() -> None:
    """It is the cause of the one request, not a second one (rule 4.3 counts it for the step, too)."""
    cause = obstacle("O1", activities=("S1.1",), severity=Severity.CRITICAL, target_resolution=date(2026, 3, 1))
    whole = tracker(running(status=Status.BLOCKED), activity("S1.1"), replace(cause, steps=()))
    (asked,) = sentences(requests(Seen(whole, assess(whole, DAY))))
    assert "held up by: عقبة" in asked


def test_the_bottom_line_says_of_what_part_it_speaks() -> None:
    """Undated steps leave both sides of the gap (rule 3.12)."""
    dated = {"planned_start": date(2025, 12, 31), "planned_end": date(2026, 6, 29)}
    for declared, said in (
        (0, "50 percentage points behind plan"),
        (50, "on plan"),
        (90, "40 percentage points ahead"),
    ):
        whole = tracker(running(declared=declared, weight=60, **dated), running("S2", declared=70, weight=40))
        seen = Seen(whole, assess(whole, date(2026, 3, 31)))
        first = sentences(bottom_line(seen, requests(seen)))[0]
        assert first.startswith(f"Work with planned dates (60% of the weight) is {said}")
        assert f"{declared}% declared, 50% expected today" in first
        assert f"in all {displayed(Fraction(declared * 60 + 2800, 100))}% declared" in first


@pytest.mark.parametrize(
    ("frequency", "ends", "said"),
    [
        (Frequency.MONTHLY, "2026-02-28", "7 in February 2026"),
        (Frequency.QUARTERLY, "2026-03-31", "7 in Q1 2026"),
        (Frequency.SEMIANNUAL, "2025-12-31", "7 in H2 2025"),
        (Frequency.ANNUAL, "2025-12-31", "7 in 2025"),
        (Frequency.ANNUAL, "2026-03-15", "7 on 15 March 2026"),
    ],
)
def test_a_result_is_of_the_period_that_was_measured(frequency: Frequency, ends: str, said: str) -> None:
    humane = Indicator(
        id="I1",
        title=Localized("مؤشر"),
        category=Category.SAFEGUARD,
        frequency=frequency,
        unit=Unit.ITEM,
        level=ResultLevel.OUTPUT,
        direction=Direction.UP,
        targets=(Target(date(2025, 6, 30), Decimal(5)),),
        measurements=(Measurement(period_end=date.fromisoformat(ends), value=Decimal(7)),),
    )
    whole = tracker(humane)
    found = results(Seen(whole, assess(whole, date(2026, 3, 31))))
    assert column(found, "since") == {"I1": said}


def test_an_evaluation_names_the_source_of_each_value_and_the_gates_that_are_due() -> None:
    report = made("evaluation")
    assert column(block(report, "indicators"), "source")["I1"] == "E14"
    coming = sentences(block(report, "coming"))
    assert coming[0].endswith("due on 31 March 2026; gates to pass: prepared, delivered, documented")
    assert not any("S5.3" in sentence for sentence in coming)  # cancelled


def test_an_evaluation_counts_the_changes_of_the_plan() -> None:
    facts = {key: words("en").bare(value) for key, _, value in block(made("evaluation"), "quality").items}
    assert facts["plan_changes"] == "The history does not reach back before the period."
    unchanged = made("evaluation", past=lambda _: DEMO)
    facts = {key: words("en").bare(value) for key, _, value in block(unchanged, "quality").items}
    assert facts["plan_changes"] == "Neither a planned date nor a weight was changed."


def test_the_sheet_of_a_meeting_says_how_late_a_commitment_is_and_why() -> None:
    notes = column(block(made("followup", meeting="M7"), "carried_over"), "notes")
    assert notes["C8"].startswith("16 days overdue")
    assert len(notes["C8"]) > len("16 days overdue")
    assert notes["C15"] == ""


def test_the_share_done_in_time_counts_what_is_done() -> None:
    totals = column(block(made("followup"), "totals"), "rate")
    assert totals == {"Libyan side": "100%", "Turkish side": "25%", "both sides jointly": "50%", "no owner": "–"}


@pytest.mark.parametrize(("meeting", "carried"), [("M1", set()), ("M7", {"C8"})])
def test_only_what_earlier_meetings_left_is_carried_over(meeting: str, carried: set[str]) -> None:
    report = made("followup", meeting=meeting)
    carried_over = [b for b in report.blocks if isinstance(b, Table) and b.key == "carried_over"]
    found = {words("en").bare(row[0]) for table in carried_over for row in table.rows}
    assert {code for code in found if code in ("C8", "C10", "C11")} == carried


def test_the_sheet_says_whether_the_minutes_were_verified() -> None:
    facts = {key: words("en").bare(value) for key, _, value in block(made("followup", meeting="M7"), "facts").items}
    assert facts["minutes"] == "E6, محضر/M7"
    assert facts["minutes_verified"] == "not verified"


def test_every_decision_that_is_needed_has_a_day() -> None:
    asked = block(made("brief"), "decisions").items
    assert [str(each.by) for each in asked] == ["2026-04-30", "2026-04-30", "2026-05-12"]
    assert words("en").bare(asked[2].text) == (
        "confirm that “Ministerial mid-term review meeting” is held as scheduled. By 12 May 2026; otherwise the "
        "“Annual ministerial meetings” remain overdue; they fell due 195 days ago."
    )


@pytest.mark.parametrize(
    ("fields", "obstacles", "last"),
    [
        ({"planned_end": date(2026, 6, 30)}, [obstacle("O1", "S1")], "it was to end by 30 June 2026"),
        (
            {"planned_end": date(2026, 6, 30), "forecast_end": date(2026, 9, 30)},
            [obstacle("O1", "S1")],
            "it was to end by 30 September 2026",
        ),
        (
            {"planned_end": date(2026, 6, 30)},
            [obstacle("O1", "S1", target_resolution=date(2026, 4, 30))],
            "to be resolved by 30 April 2026",
        ),
        ({"planned_end": None}, [obstacle("O1", "S1")], "liaison officer)"),
    ],
)
def test_what_is_blocked_has_the_day_of_its_obstacle_or_of_its_end(
    fields: dict[str, Any], obstacles: list[Any], last: str
) -> None:
    whole = tracker(running(status=Status.BLOCKED, **fields), *obstacles)
    (found,) = decisions_needed(whole, assess(whole, DAY))
    assert words("en").bare(found.text).endswith(last)


def test_the_follow_up_sheet_says_whether_the_minutes_were_signed() -> None:
    def signed(meeting: str) -> str:
        facts = block(made("followup", meeting=meeting), "facts")
        return next(words("en").bare(value) for key, _, value in facts.items if key == "minutes_signed_on")

    assert (signed("M6"), signed("M7")) == ("27 November 2025", "not signed")
