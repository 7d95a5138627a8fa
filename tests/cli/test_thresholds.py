"""The thresholds as a user sets them: part of the tracker, shared, revisioned, and there in files of before."""

import json

from tests.cli.program import Program


def test_a_late_series_is_red_from_the_days_that_are_set(program: Program) -> None:
    assert program("init", "--template", "demo").code == 0
    assert "more than 90 days" in program("show", "A3", "--explain").out
    assert program("config", "series_red_days", "60", "--note", "اتفق الجانبان").code == 0
    assert "more than 60 days" in program("show", "A3", "--explain").out
    assert "overdue by more than 60 days" in program("report").out
    assert "90 → 60" in program("history", "thresholds").out
    assert program("undo", "--yes").code == 0
    assert program("show", "thresholds", "--json").data[0]["series_red_days"] == 90


def test_a_file_of_before_opens_and_is_told_of_what_was_set_only(program: Program) -> None:
    assert program("config", "stale_days", "31").code == 0
    document = program("export").json
    del document["tables"]["thresholds"][0]["series_red_days"]
    document |= {"revisions": [], "standing": {"counters": {}, "demo": False}}
    old = program.home / "old.json"
    old.write_text(json.dumps(document))
    program.file.unlink()
    program.file.parent.rename(program.home / "aside")
    assert program("import", "old.json").code == 0
    assert program("show", "thresholds", "--json").data[0]["series_red_days"] == 90
    found = program("config", "stale_days", "7")
    assert (found.code, "31 → 7" in found.out, "series" in found.out) == (0, True, False)
    assert "series_red_days" not in program("export").json["tables"]["thresholds"][0]
