"""--after: what follows what, as people type and read it."""

import json

import pytest

from tests.cli.program import Program


@pytest.fixture
def planned(program: Program) -> Program:
    """Two courses in two steps, the first until June."""
    for line in (
        ("add-activity", "S2", "دورة أولى", "--start", "2026-05-01", "--due", "2026-06-30"),
        ("add-activity", "S3", "توريد", "--start", "2026-07-15", "--due", "2026-09-30"),
    ):
        assert program(*line).code == 0
    return program


def test_it_is_shown_from_both_sides(planned: Program) -> None:
    assert planned("update-activity", "S3.1", "--after", "s2.1").code == 0
    shown = planned("show", "S3.1").out
    assert "S2.1 (not started)" in shown
    assert "waits for S2.1" in shown
    assert "S3.1 (not started)" in planned("show", "S2.1").out
    found = {each["id"]: each for each in planned("list", "activities", "--json").data}
    assert found["S3.1"]["after"] == found["S3.1"]["waits_for"] == ["S2.1"]
    assert found["S2.1"]["followed_by"] == ["S3.1"]
    assert found["S3.1"]["too_late"] == []
    assert "S3.1 Follows: (empty) → S2.1" in planned("history", "S3.1").out


def test_a_date_that_cannot_hold_is_told_wherever_it_comes_from(planned: Program) -> None:
    assert "which it follows" not in planned("update-activity", "S3.1", "--after", "S2.1").out
    moved = planned("update-activity", "S2.1", "--due", "2026-08-31", "--reason", "تأخر")
    assert "S3.1 is planned to start before the planned end (31 August 2026) of S2.1, which it follows." in moved.out
    assert "before the planned end of the activity it follows" in planned("check").out
    assert "S3.1 is planned to start before" in planned("list").out
    assert "S2.1 ends after its planned start" in planned("show", "S3.1").out
    back = planned("update-activity", "S3.1", "--start", "2026-09-01", "--reason", "تأخر")
    assert "which it follows" not in back.out


def test_a_circle_is_refused_and_the_way_out_works(planned: Program) -> None:
    assert planned("update-activity", "S3.1", "--after", "S2.1").code == 0
    refused = planned("update-activity", "S2.1", "--after", "S3.1")
    assert refused.code == 1
    assert "S2.1 cannot wait for itself" in refused.err
    assert "tracker update-activity S3.1 --clear after" in refused.err
    assert planned("update-activity", "S2.1", "--after", "S2.1").code == 1
    assert planned("update-activity", "S3.1", "--clear", "after").code == 0
    assert planned("update-activity", "S2.1", "--after", "S3.1").code == 0


def test_what_is_not_there_or_followed(planned: Program) -> None:
    assert planned("update-activity", "S3.1", "--after", "S9.9").code == 1
    assert planned("update-activity", "S3.1", "--after", "S2").code != 0
    assert planned("add-activity", "S3", "تركيب", "--after", "S2.1,S3.1").code == 0
    refused = planned("remove", "S2.1", "--yes")
    assert refused.code == 1
    assert "S3.2" in refused.err


def test_it_comes_back_from_a_spreadsheet(planned: Program) -> None:
    assert planned("update-activity", "S3.1", "--after", "S2.1").code == 0
    sheet = planned.home / "a.csv"
    assert planned("export", "activities", "-o", str(sheet)).code == 0
    text = sheet.read_text("utf-8-sig")
    assert "after" in text.splitlines()[0]
    again = planned("import", str(sheet), "--kind", "activities", "--yes")
    assert again.code == 0
    assert "Nothing" in again.out + again.err


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_a_circle_made_by_both_desks_is_asked_about(planned: Program, lang: str) -> None:
    other = planned.home / "other.json"
    assert planned("export", "-o", str(other)).code == 0
    theirs = ("--db", str(planned.home / "theirs.json"))
    assert planned(*theirs, "init", "--from", str(other), "--side", "tr").code == 0
    assert planned("update-activity", "S3.1", "--after", "S2.1").code == 0
    assert planned(*theirs, "update-activity", "S2.1", "--after", "S3.1").code == 0
    assert planned(*theirs, "export", "-o", str(planned.home / "back.json")).code == 0
    asked = planned("merge", str(planned.home / "back.json"), "--lang", lang)
    assert asked.code == 1
    assert "S2.1" in asked.out + asked.err
    taken = planned("merge", str(planned.home / "back.json"), "--ours", "--yes")
    assert taken.code == 0
    found = {each["id"]: each["after"] for each in json.loads(planned("list", "activities", "--json").out)["data"]}
    assert found == {"S2.1": [], "S3.1": ["S2.1"]}
