"""`show`: everything about a record, links both ways, and the arithmetic behind it."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.demo import DEMO
from tests.model.build import DAY, OWNER, PLANNED, activity, aspect, obstacle, paper, reference, running, step, tracker
from tests.model.documents import revision
from tests.reports.told import facts, notes, rows, sentences, told
from tracker.errors import NotFound
from tracker.model.changes.steps import StepChange, update
from tracker.model.history.revision import Change
from tracker.model.records.activities import Gate
from tracker.model.records.evidence import Evidence, EvidenceKind, FileMark, Support
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Place, Precision
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Link, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.health import Health
from tracker.reports.answers.show import show_report
from tracker.reports.report import Notes, Report, Table
from tracker.store.records import to_tracker
from tracker.store.template import template_state
from tracker.views import machine

MEETING = Meeting(
    id="M1",
    kind=MeetingKind.VISIT,
    title=Localized("زيارة"),
    status=MeetingStatus.HELD,
    date="2024",
    date_precision=Precision.YEAR,
    place=Place("TR"),
    steps=("S1",),
    minutes="E1",
)
FILED = Evidence(
    id="E2",
    kind=EvidenceKind.MINUTES,
    reference="محضر 2",
    file=FileMark("a.pdf", 12, "ab"),
    supports=(Support("S1", 40), Support("M1")),
    verified_on=DAY,
    verified_by=Office("TR", "coord"),
)
WHOLE = tracker(
    aspect("A2"),
    running(
        "S1",
        declared=40,
        reopened=2,
        themes=("land", "sea"),
        links=(Link("A1", Strength.PRIMARY), Link("A2", Strength.SECONDARY)),
        **PLANNED,
    ),
    step("S2", status=Status.CANCELLED, status_reason="سبب", decision="قرار"),
    paper("E1", percent=30),
    FILED,
    obstacle("O1", "S1", owner=OWNER),
    MEETING,
)


def shown(code: str, *, explain: bool = False, **changes: Any) -> Report:
    return show_report(WHOLE, [code], DAY, changes, explain=explain)


def test_a_step_with_its_links_both_ways() -> None:
    found = facts(shown("S1"), "S1")
    assert (found["primary_aspects"], found["secondary_aspects"]) == ("A1", "A2")
    assert (found["obstacles"], found["meetings"], found["themes"]) == ("O1", "M1", "land, sea")
    assert (found["weight"], found["reopened"], found["owner"]) == ("20%", "2", "ليبيا [in Arabic] – liaison officer")
    assert found["progress"] == "declared 40% · evidenced 40%"
    assert rows(shown("S1"), "evidence")[0][0] == "E1"


def test_empty_fields_are_left_out() -> None:
    assert not {"forecast_end", "actual_end", "decision", "concern"} & facts(shown("S1"), "S1").keys()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("A1", {"steps": "S1, S2", "name": "A1"}),
        ("A2", {"steps": "S1"}),
        ("M1", {"date": "2024", "place": "TR", "steps": "S1", "minutes": "E1, محضر E1"}),
        (
            "E2",
            {
                "file": "a.pdf",
                "size": "12",
                "sha256": "ab",
                "supports": "S1 at 40%, M1",
                "verified_by": "تركيا [in Arabic] – المنسق [in Arabic]",
            },
        ),
        ("O1", {"steps": "S1", "severity": "medium", "owner": "ليبيا [in Arabic] – liaison officer"}),
        ("LY", {"owns": "S1, S2", "side": "Libyan side"}),
        ("liaison", {"name": "liaison officer"}),
        ("initiative", {"parties": "ليبيا [in Arabic], تركيا [in Arabic]", "status": "in progress"}),
    ],
)
def test_other_records(code: str, expected: dict[str, str]) -> None:
    found = facts(shown(code), code)
    assert {name: found[name].replace("\n", ", ") for name in expected} == expected


def test_thresholds_once_they_are_set() -> None:
    whole = tracker(step(), limits=Thresholds(stale_days=7))
    assert facts(show_report(whole, ["thresholds"], DAY, {}, explain=True), "thresholds")["stale_days"] == "7"


def test_a_party_that_is_gone_does_not_stop_us() -> None:
    lost = tracker(step(owner=Office("XX", "nobody")))
    assert facts(show_report(lost, ["S1"], DAY, {}, explain=False), "S1")["owner"] == "XX"


def test_what_is_unknown_of_the_article_is_called_unknown() -> None:
    state = template_state()
    fresh = to_tracker(state.documents, {}, False)
    found = facts(show_report(fresh, ["initiative"], DAY, {}, explain=False), "initiative")
    assert (found["number"], found["date"]) == ("unknown", "unknown")
    assert facts(show_report(fresh, ["M2"], DAY, {}, explain=False), "M2")["date"] == "unknown"


def test_a_completed_step_says_that_it_is_unverified() -> None:
    done = update(tracker(running()), "S1", StepChange(status=Status.COMPLETED, evidence=reference()), DAY)
    assert "unverified" in facts(show_report(done, ["S1"], DAY, {}, explain=False), "S1")["status"]


def test_several_codes_and_one_that_is_not_there() -> None:
    report = show_report(WHOLE, ["s1", "A1"], DAY, {}, explain=False)
    assert [block.key for block in report.blocks] == ["S1", "evidence", "A1"]
    with pytest.raises(NotFound):
        shown("S9")


def test_last_changes_without_their_salts() -> None:
    change = revision(1, Change("steps", "S1", {"declared": 0}, {"declared": 40}))
    report = shown("S1", S1=[change])
    assert any(isinstance(block, Table) and block.key == "revisions" for block in report.blocks)
    (row,) = json.loads(machine.render(report))["data"]
    assert row["id"] == "S1"
    assert row["changes"][0]["number"] == 1
    assert not {"salt", "salts", "erased"} & row["changes"][0].keys()


def explained(report: Report) -> list[str]:
    return [text for _, text in notes(report, "explain")]


def test_how_a_step_came_about() -> None:
    said = explained(shown("S1", explain=True))
    assert "Declared by the owner: 40%." in said
    assert "E1 was attached at 30%." in said
    assert (
        "Evidenced = the lesser of the declared percentage and the highest one with a document attached = 40%." in said
    )
    assert "Expected = 90 of 365 planned days = 25%; variance +15." in said
    assert said[-2] == "No rule applies, so the health is green."
    assert said[-1].startswith("Thresholds on 31 March 2026: behind by more than 10 points amber, by more than 25 red")


UNDATED = tracker(
    running(**PLANNED),
    activity("S1.1", gate=Gate.PREPARED, status=Status.IN_PROGRESS, **PLANNED),
    activity("S1.2"),
)


def test_a_step_with_an_undated_activity() -> None:
    found = facts(show_report(UNDATED, ["S1"], DAY, {}, explain=False), "S1")
    assert (found["progress"], found["expected"], found["variance"]) == ("declared 20% · evidenced 0%", "25%", "+15")
    assert (found["dated_progress"], found["left_out"]) == ("40%", "S1.2")
    said = explained(show_report(UNDATED, ["S1"], DAY, {}, explain=True))
    assert "Without dates and left out of the expected progress of S1: S1.2." in said
    assert "Activities with dates: declared 40%, expected 25%; variance +15." in said


def test_a_step_with_dated_activities_alone_says_nothing_of_it() -> None:
    assert not {"dated_progress", "left_out"} & facts(shown("S1"), "S1").keys()


def test_a_whole_that_is_dated_in_part() -> None:
    whole = tracker(aspect(), running("S1", declared=30, weight=40, **PLANNED), running("S2", weight=60))
    report = show_report(whole, ["initiative", "A1"], DAY, {}, explain=True)
    assert report.heading
    assert sentences(report.heading.totals)[1:] == [
        "work with planned dates (40% of the weight): declared 30%, expected 25%",
        "grey – cannot be assessed (mostly without planned dates)",
    ]
    explanations = [told(n.text) for block in report.blocks if isinstance(block, Notes) for n in block.items]
    assert explanations.count("Work with planned dates, 40% of the weight: 30% declared, 25% expected.") == 1
    assert explanations.count("Rule: mostly without planned dates.") == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"declared": 14}, "below −10"),
        ({"declared": 0, "planned_end": DAY}, "below −25"),
        ({"declared": 99, "planned_end": date(2026, 2, 1)}, "30 days"),
        ({"updated_on": DAY - timedelta(31)}, "30 days"),
        ({"updated_on": DAY - timedelta(91)}, "90 days"),
        ({"owner": None}, "Rule: "),
        ({"planned_end": None}, "There are no planned dates"),
    ],
)
def test_each_rule_beside_its_threshold(fields: dict[str, Any], words: str) -> None:
    whole = tracker(running(**{"declared": 30, **PLANNED, **fields}))
    assert any(words in text for text in explained(show_report(whole, ["S1"], DAY, {}, explain=True)))


def test_how_an_aspect_and_the_initiative_came_about() -> None:
    said = explained(shown("A1", explain=True))
    assert said[:2] == ["S1: 40%, counts 2.", "S2: cancelled, not counted."]
    assert said[2].startswith("The health is that of the worst primary step")
    assert explained(shown("A2", explain=True))[0] == "S1: 40%, counts 1."
    said = explained(shown("initiative", explain=True))
    assert said[0] == "S1: 40%, weight 20."
    assert said[-1] == "Red steps make up 0% of the weight; the limit is 1/3."


def test_the_aspect_of_meetings_tells_which_series_are_late() -> None:
    said = explained(show_report(DEMO, ["A3"], date(2026, 3, 31), {}, explain=True))
    assert "T1: past its interval by 195 days." in said
    assert (
        "A series past its interval is amber; it is red when it is more than 90 days past and no meeting is scheduled."
        in said
    )
    assert said[-1] == "The health is that of the worst primary step or series: red – intervention required."


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "I2",
            [
                "The last measurement up to the target of 31 December 2025 counts: 11%.",
                "From the baseline 5% to the target 12% is 7%; 6% of that has been achieved: 86%.",
                "Green from 90%, amber from 70%, else red.",
            ],
        ),
        ("I10", [None, "From the baseline 45 to the target 25 is 20; 21 of that has been achieved: 105%.", None]),
        ("I9", [None, "Achievement = actual divided by the target 100% = 50%.", None]),
        ("I7", [None, None, "Must be fully met: green only when the target is met, amber from 70%, otherwise red."]),
        ("I5", ["It describes the context: it has no target and is not rated."]),
    ],
)
def test_how_an_indicator_came_about(code: str, expected: list[str | None]) -> None:
    said = explained(show_report(DEMO, [code], date(2026, 3, 31), {}, explain=True))
    assert [None if wanted is None else one for one, wanted in zip(said, expected, strict=True)] == expected


def test_a_health_by_hand_is_told_with_its_reason() -> None:
    whole = tracker(running(declared=30, concern=Health.RED, concern_reason="قلق", **PLANNED))
    assert facts(show_report(whole, ["S1"], DAY, {}, explain=False), "S1")["concern"] == "قلق [in Arabic]"


@pytest.mark.parametrize(("code", "kinds"), [("A1", {"lessons"}), ("A2", set()), ("A3", {"series", "meetings"})])
def test_an_aspect_shows_the_lessons_series_and_meetings_that_judge_it(code: str, kinds: set[str]) -> None:
    found = show_report(DEMO, [code], DAY, {}, explain=False)
    tables = {block.key: block for block in found.blocks if isinstance(block, Table)}
    assert {"lessons", "series", "meetings"} & tables.keys() == kinds
    data = json.loads(machine.render(found))["data"][0]
    for kind in ("lessons", "series", "meetings"):
        assert data[kind] == (list(DEMO.tables[kind]) if kind in kinds else [])
        assert kind not in kinds or len(tables[kind].rows) == len(DEMO.tables[kind])


def test_of_very_many_activities_the_first_open_ones_are_shown_and_the_others_counted() -> None:
    many = [activity(f"S1.{n}", gate=Gate.APPROVED, status=Status.IN_PROGRESS) for n in range(2, 132)]
    done = activity("S1.1", status=Status.COMPLETED)
    report = show_report(tracker(running(), done, *many), ["S1"], DAY, {}, explain=False)
    assert [code for code, *_ in rows(report, "activities")] == [f"S1.{n}" for n in range(2, 102)]
    assert notes(report, "further") == [(None, "and 31 more: tracker list activities --step S1")]
    gates = facts(report, "S1")["gates_without_evidence"]
    assert gates.endswith("and 30 more")
    assert gates.count("S1.") == 100
