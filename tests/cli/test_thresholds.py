"""The thresholds as a user sets them: part of the tracker, shared, revisioned, and there in files of before."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.program import Program

HALVES = Path(__file__).parents[1] / "store" / "halves.json"
"""A file that was written when the share of red weight was set as two numbers, one after the other: 1/3, 1/5, 2/5."""


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


@pytest.mark.parametrize(
    ("typed", "kept"), [("2/5", "2/5"), ("٢/٥", "2/5"), ("40%", "2/5"), ("%40", "2/5"), ("0%", "0/1"), ("1/1", "1/1")]
)
def test_the_share_of_red_weight_is_one_key(program: Program, typed: str, kept: str) -> None:
    """Typed, shown, told, kept by programs and taken back under one name, whatever the file has for it."""
    assert program("config", "red_weight", typed).code == 0
    assert program("config", "red_weight", "--json").data["red_weight"]["value"] == kept
    assert program("show", "thresholds", "--json").data[0]["red_weight"] == kept
    assert program("history", "--json").data[0]["changes"][0]["after"]["red_weight"] == kept
    assert f"the weight; the limit is {kept}" in program("show", "initiative", "--explain").out
    assert f"red_weight: 1/3 → {kept}" in program("history", "thresholds").out
    assert "Thresholds" in program("show", "thresholds").out.splitlines()
    undone = program("undo", "--yes").out
    assert f"red_weight: {kept} → 1/3" in undone
    said = [program(line).out for line in ("config", "show thresholds", "history", "show thresholds --json")]
    assert [text for text in said if "numerator" in text or "denominator" in text] == []
    assert "intact" in program("history", "--verify").out


def test_a_share_that_keeps_one_of_its_numbers_is_told_whole(program: Program) -> None:
    assert program("config", "red_weight", "2/3").code == 0
    assert "red_weight: 1/3 → 2/3" in program("history").out
    assert program("undo", "--yes").code == 0
    assert program("config", "red_weight", "1/5").code == 0
    assert "red_weight: 1/3 → 1/5" in program("history").out


@pytest.mark.parametrize(("typed", "why"), [("4/3", "between 0 and 1"), ("1/0", "share"), ("a third", "1/3, 40%")])
def test_what_is_no_share_is_refused(program: Program, typed: str, why: str) -> None:
    found = program("config", "red_weight", typed)
    assert (found.code in (1, 2), why in found.err, typed in found.err) == (True, True, True)


def test_a_file_in_which_the_halves_were_set_apart_goes_on(program: Program) -> None:
    shutil.copy(HALVES, program.home / "ours.json")
    ours = ("--db", "ours.json")
    assert "3 revisions is intact" in program("history", "--verify", *ours).out
    assert (program.home / "ours.json").read_bytes() == HALVES.read_bytes()
    told = program("history", *ours).out
    assert ("red_weight: …/3 → …/5" in told, "red_weight: 1/… → 2/…" in told) == (True, True)
    assert program("config", "red_weight", "1/2", *ours).code == 0
    refused = program("undo", "3", "--yes", *ours)
    assert (refused.code, "red_weight has since been changed from 2/… to 1/2" in refused.err) == (1, True)
    assert program("undo", "--yes", *ours).code == 0
    assert program("undo", "3", "--yes", *ours).code == 0
    assert program("config", "red_weight", "--json", *ours).data["red_weight"]["value"] == "1/5"
    assert "6 revisions is intact" in program("history", "--verify", *ours).out


def test_a_file_in_which_the_halves_were_set_apart_is_joined(program: Program) -> None:
    for name in ("ours.json", "theirs.json"):
        shutil.copy(HALVES, program.home / name)
    ours, theirs = ("--db", "ours.json"), ("--db", "theirs.json")
    assert program("config", "copy", "tr", *theirs).code == 0
    assert program("config", "red_weight", "2/3", *theirs).code == 0  # of 2/5 one number alone
    assert program("config", "red_weight", "1/5", *ours).code == 0  # and here the other one
    refused = program("merge", "theirs.json", *ours)
    assert (refused.code, "--take thresholds.red_weight=theirs" in refused.err) == (1, True)
    (asked,) = program("merge", "theirs.json", "--status", "--json", *ours).data["both"]
    assert asked["take"] == "thresholds.red_weight"
    assert [asked[side]["red_weight"] for side in ("base", "ours", "theirs")] == ["2/5", "1/5", "2/3"]
    assert program("merge", "theirs.json", "--take", "thresholds.red_weight=theirs", "--yes", *ours).code == 0
    assert program("config", "red_weight", "--json", *ours).data["red_weight"]["value"] == "2/3"
    assert program("merge", "ours.json", "--yes", *theirs).code == 0
    heads = [program("history", "--verify", "--json", *desk).data["head"] for desk in (ours, theirs)]
    assert heads[0] == heads[1]
    assert program("export", "--audience", "counterpart", "-o", "given.json", *ours).code == 0
    assert program("init", "--from", "given.json", "--side", "ly", "--db", "new.json").code == 0
    assert "intact" in program("history", "--verify", "--db", "new.json").out
