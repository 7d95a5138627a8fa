"""No file brings in what nobody can type: what breaks a rule, a bound or the chain is refused, or taken in by force."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program
from tracker.frozen import replace
from tracker.model.rules import bounds
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.open import open_store
from tracker.store.records import to_documents
from tracker.text.input import misread

Tables = dict[str, Any]
FORCE = ("--force", "--reason", "سبب")


def paper(tables: Tables, **fields: Any) -> None:
    tables["evidence"].append({"id": "E9", "kind": "report", "reference": "ref", **fields})


def step(**fields: Any) -> Callable[[Tables], None]:
    return lambda tables: tables["steps"][0].update(fields)


def zone(name: str) -> Callable[[Tables], None]:
    return lambda tables: tables["thresholds"][0].update(timezone=name)


def one_identity(tables: Tables) -> None:
    for each in tables["steps"][:2]:
        each["uid"] = "0" * 16


def added(table: str, **fields: Any) -> Callable[[Tables], None]:
    return lambda tables: tables.setdefault(table, []).append(fields)


ARABIC = {"ar": "نص"}
BROKEN: dict[str, tuple[Callable[[Tables], None], str]] = {
    "1000 percent": (step(status="in_progress", declared=1000), "S1"),
    "less than nothing": (step(status="in_progress", declared=-5), "S1"),
    "weight": (step(weight=101), "S1"),
    "evidence at a billion": (lambda t: paper(t, supports=[{"record": "S1", "progress": 10**9}]), "E9"),
    "evidence below zero": (lambda t: paper(t, supports=[{"record": "S1", "progress": -1}]), "E9"),
    "evidence of nothing": (lambda t: paper(t, supports=[{"record": "S77"}]), "S77"),
    "reversed": (step(planned_start="2026-05-01", planned_end="2026-01-01"), "S1"),
    "before all calendars": (step(planned_start="0001-01-01"), "S1"),
    "after all calendars": (step(planned_end="9999-12-31"), "S1"),
    "an activity of nothing": (added("activities", id="S77.1", step="S77", title=ARABIC), "S77"),
    "an activity elsewhere": (added("activities", id="S1.7", step="S2", title=ARABIC), "S1.7"),
    "an aspect that is not": (
        lambda t: t["steps"][0]["links"].append({"aspect": "A9", "strength": "secondary"}),
        "A9",
    ),
    "a paper that is not": (lambda t: t["meetings"][0].update(minutes="E77"), "E77"),
    "an owner of nowhere": (step(owner={"party": "XX"}), "XX"),
    "a party that is a formula": (added("parties", id="=1+1", name=ARABIC, kind="other", side="ly"), "=1+1"),
    "a party in small letters": (added("parties", id="abc", name=ARABIC, kind="other", side="ly"), "abc"),
    "a zone in the file system": (
        zone("../../etc/passwd"),
        "etc/passwd",
    ),
    "a zone that is none": (
        zone("Mars/Olympus"),
        "Mars/Olympus",
    ),
    "never": (added("series", id="T1", name=ARABIC, interval_months=0), "T1"),
    "a country": (
        lambda t: t["meetings"][0].update(place={"country": "../"}),
        "M1",
    ),
    "completed without a paper": (step(status="completed", declared=100), "S1"),
    "one identity twice": (
        one_identity,
        "S2",
    ),
    "a target of what has none": (
        added(
            "indicators",
            id="I1",
            title={"ar": "عدد حالات الاعتراض"},
            level="outcome",
            unit="item",
            baseline={"value": "1", "date": "2026-01-01"},
            targets=[{"date": "2026-12-31", "value": "5"}],
        ),
        "target",
    ),
}
NEVER = ("a zone in the file system", "a zone that is none", "a target of what has none")
"""Taken in by no force."""


def written(program: Program, change: Callable[[Tables], None]) -> None:
    """`in.json`: what a hand made, without history."""
    document = program("export").json
    document.pop("standing")
    document["revisions"] = []
    document["tables"].setdefault("evidence", [])
    change(document["tables"])
    (program.home / "in.json").write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.sampled(3)
@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("command", ["import in.json --db new.json", "init --from in.json --db new.json"])
def test_what_breaks_a_rule_is_refused_with_its_place_or_marked(program: Program, command: str, how: str) -> None:
    change, place = BROKEN[how]
    written(program, change)
    new = program.home / "new.json"
    refused = program(*command.split())
    assert (refused.code, refused.out) == (1, ""), refused.out
    assert place in refused.err
    assert not new.exists()
    assert program(*command.split(), "--force").code == 1  # without a reason
    assert not new.exists()
    forced = program(*command.split(), *FORCE)
    if how in NEVER:
        assert (forced.code, new.exists()) == (1, False)
        return
    assert forced.code == 0, forced.err
    assert place in forced.err
    (made,) = program("history", "--json", "--db", "new.json").data
    assert (made["forced"], made["note"]) == (True, "سبب")
    assert program("check", "--db", "new.json").code == 3


def illegal(program: Program, path: Path, change: Callable[[Tracker], Tracker]) -> None:
    """Another copy, in which somebody has written what no command would, with a chain that fits."""
    assert program("init", "--from", str(program.file), "--side", "tr", "--db", str(path)).code == 0
    store = open_store(path, named=True)
    act = Act("update-step", "TR", datetime(2026, 3, 30, tzinfo=UTC))

    def written(state: Any, tracker: Tracker) -> Any:
        return to_documents(change(tracker), tracker, state.documents), tracker.counters

    store.change_documents(act, written, rules=lambda _, __: None)


WRONG: dict[str, tuple[Callable[[Tracker], Tracker], str]] = {
    "percent": (lambda t: t.put(replace(t.steps["S1"], declared=1000), date(2026, 3, 30)), "1,000"),
    "day": (lambda t: t.put(replace(t.steps["S1"], planned_end=date(9999, 1, 1)), date(2026, 3, 30)), "9999"),
    "zone": (lambda t: t.put(replace(t.thresholds, timezone="../x"), date(2026, 3, 30)), "../x"),
}


@pytest.mark.parametrize("how", WRONG)
@pytest.mark.parametrize("ours", [(), ("update-step", "3", "--progress", "10")])
def test_a_copy_that_breaks_a_rule_is_not_joined(started: Program, how: str, ours: tuple[str, ...]) -> None:
    change, place = WRONG[how]
    illegal(started, started.home / "theirs.json", change)
    if ours:
        assert started(*ours).code == 0
    before = started.file.read_bytes()
    refused = started("merge", "theirs.json", "--yes")
    assert (refused.code, place in refused.err) == (1, True), refused.err
    assert started.file.read_bytes() == before
    forced = started("merge", "theirs.json", "--yes", *FORCE)
    if how == "zone":
        assert forced.code == 1
        return
    assert forced.code == 0, forced.err
    last = started("history", "--json").data[0]
    assert (last["command"], last["forced"], last["note"]) == ("merge", True, "سبب")
    assert started("history", "--verify").code == 0
    assert started("merge", "theirs.json", "--yes").code == 0  # what ours breaks by now is none of theirs


def test_a_broken_chain_is_refused(started: Program) -> None:
    started("update-step", "2", "--progress", "50")
    document = started("export").json
    document["tables"]["steps"][1]["declared"] = 60
    (started.home / "in.json").write_text(json.dumps(document))
    for command in ("import in.json --db new.json", "init --from in.json --db new.json"):
        refused = started(*command.split())
        assert (refused.code, "revision 2" in refused.err) == (1, True), refused.err
        assert not (started.home / "new.json").exists()
    assert started("import", "in.json", "--db", "new.json", *FORCE).code == 0
    assert started("history", "--verify", "--db", "new.json").code == 3


def test_what_is_sound_comes_in_without_force(demo: Program) -> None:
    demo("export", "-o", "good.json")
    for command in ("import good.json --db a.json", "init --from good.json --db b.json"):
        found = demo(*command.split())
        assert (found.code, found.err) == (0, ""), found.err
    assert demo("history", "--verify", "--db", "a.json").code == 0


def test_the_bounds_of_days_are_those_of_what_is_typed() -> None:
    assert (bounds.FIRST_YEAR, bounds.LAST_YEAR) == (misread.FIRST_YEAR, misread.LAST_YEAR)
