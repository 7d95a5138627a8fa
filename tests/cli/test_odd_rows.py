"""Numbers that a hand or a merge of text left odd: a sentence everywhere, and `check --fix` where it is mechanical."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.program import Program

File = dict[str, Any]


def standing(**fields: Any) -> Callable[[File], None]:
    return lambda file: file["standing"]["1"].update(fields)


def counter(number: Any) -> Callable[[File], None]:
    return lambda file: file["standing"]["1"]["counters"].update(E=number)


def moved(table: str, old: str, new: str) -> Callable[[File], None]:
    return lambda file: file[table].update({new: file[table].pop(old)})


def again(table: str, old: str, new: str) -> Callable[[File], None]:
    return lambda file: file[table].update({new: file[table][old]})


def swapped(file: File) -> None:
    rows = file["revisions"]
    rows["2"], rows["3"] = rows["3"], rows["2"]


MECHANICAL: dict[str, Callable[[File], None]] = {
    "a number below the last": standing(number=2),
    "a number above the last": standing(number=9),
    "fewer lines than there are": standing(lines=2),
    "more lines than there are": standing(lines=9),
    "a gap between revisions": moved("revisions", "3", "77"),
    "a revision of eighteen nines": moved("revisions", "3", "9" * 18),
    "a revision twice": again("revisions", "3", "4"),
    "a row of eighteen nines": moved("evidence", "1", "9" * 18),
    "a row twice": again("steps", "2", "99"),
    "a counter at its end": counter(999_999_999),
    "a counter of 10^18": counter(10**18),
    "a counter of 10^30": counter(10**30),
}
OTHERS: dict[str, Callable[[File], None]] = {
    "revisions exchanged": swapped,
    "a revision missing": lambda file: file["revisions"].pop("2"),
    "the last revision missing": lambda file: file["revisions"].pop("3"),
    "a revision's own number": lambda file: file["revisions"]["3"].update(number=7),
    "a row of nineteen nines": moved("evidence", "1", "9" * 19),
    "a row of nothing": moved("steps", "2", "0"),
    "a row twice, in two wordings": lambda file: file["steps"].update({"99": {**file["steps"]["2"], "declared": 9}}),
    "a counter below zero": counter(-1),
    "a counter that is a word": counter("x"),
    "a block of 10^18": standing(block=10**18),
    "a moment of later days": standing(at="2200-01-01T00:00:00+00:00"),
    "no standing": lambda file: file.pop("standing"),
    "two standings": again("standing", "1", "2"),
    "a record of later days": lambda file: file["steps"]["2"].update(rev=10**18),
}
COMMANDS = (
    *("list", "show S2", "history", "history --verify", "check", "export", "status", "report", "backup list"),
    *("update-step 2 --progress 45", "attach S2 p2", "undo --yes", "add-party XX اسم", "check --fix --yes"),
    *("config stale_days 31", "init --from tracker.json --db new.json", "merge tracker.json --yes"),
)


@pytest.fixture
def edited(started: Program) -> Program:
    started("update-step", "2", "--progress", "50", "--note", "سبب")
    started("attach", "S2", "ورقة")
    return started


@pytest.mark.sampled(3)
@pytest.mark.parametrize("how", MECHANICAL | OTHERS)
def test_every_command_has_a_sentence_for_it(edited: Program, how: str) -> None:
    file = json.loads(edited.file.read_text())
    (MECHANICAL | OTHERS)[how](file)
    odd = json.dumps(file)
    for line in COMMANDS:
        edited.file.write_text(odd)
        (edited.home / "tracker.json").write_text(odd)
        found = edited(*line.split())
        assert found.code in (0, 1, 2, 3), (line, found.err)
        assert "Traceback" not in found.err, (line, found.err)


@pytest.mark.parametrize("how", MECHANICAL)
def test_what_is_mechanical_is_put_right(edited: Program, how: str) -> None:
    good = edited("export").json
    file = json.loads(edited.file.read_text())
    MECHANICAL[how](file)
    edited.file.write_text(json.dumps(file))
    edited("check", "--fix", "--yes")
    assert edited("history", "--verify").code == 0
    mended = edited("export").json
    assert mended["revisions"] == good["revisions"]
    for table, rows in good["tables"].items():
        assert {row["id"]: row for row in mended["tables"][table]} == {row["id"]: row for row in rows}
    assert edited("list").err == ""
    done = edited("attach", "S2", "ورقة أخرى", "--json")
    assert done.code == 0, done.err
    assert done.data["number"] == 4
    assert edited("history", "--verify").code == 0
