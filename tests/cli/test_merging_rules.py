"""Rules that two legal histories break together: what is asked, mended or told, whichever side takes in the other."""

import json
import shlex
from typing import Any, NamedTuple

import pytest

from tests.cli.desks import LY, TR, done, head
from tests.cli.program import Program


class Case(NamedTuple):
    """What both had, what each did then, as a user types it; the questions, and what is told of the join."""

    name: str
    before: str
    ours: str
    theirs: str
    asked: tuple[str, ...] = ()
    told: str = ""


DECISION = "add-decision M1 قرار"
STARTED = "update-step S1 --status in-progress"
COMPLETE = "update-step S1 --status completed --evidence 1/2026"
INDICATOR = "add-indicator مؤشر --baseline 1 --baseline-date 2026-01-01"
TARGET = "update-indicator I1 --target 2026-12-31=5"
HELD = "update-meeting M1 --on 2026-02-01 --held --minutes 1/2026"
CASES = [
    Case(
        "two primary aspects",
        "add-step خطوة --aspect A1",
        "link S6 A2 --primary",
        "link S6 A3 --primary",
        ("S6.rule",),
    ),
    Case(
        "an aspect without a primary step",
        "",
        "link S1 A2 --primary",
        "link S5 A2 --primary",
        ("S1.rule", "S5.rule"),
    ),
    Case(
        "completed, and a paper detached",
        f"{STARTED} | attach S1 1/2026",
        COMPLETE,
        "detach S1 1/2026 --reason خطأ",
        ("E2.supports/S1",),
    ),
    Case("completed, and a new activity", STARTED, COMPLETE, "add-activity S1 ورشة", ("S1.rule",)),
    Case(
        "completed, and an activity open again",
        f"{STARTED} | add-activity S1 ورشة | update-activity S1.1 --status cancelled --reason سبب",
        COMPLETE,
        "update-activity S1.1 --status not-started --reason سبب",
        ("S1.rule",),
    ),
    Case(
        "cancelled, and a new activity",
        DECISION,
        "update-step S1 --status cancelled --reason سبب --decision D1",
        "add-activity S1 ورشة",
        (),
        "activity_stopped",
    ),
    Case("removed, and changed", "add-lesson درس", "remove L1", "update-lesson L1 --text-tr x", ("L1.removed",)),
    Case("removed, and newly named", "add-meeting لقاء", "remove M3", "add-decision M3 قرار", ("M3.removed",)),
    Case("removed, and supported", "add-lesson درس", "remove L1", "attach L1 1/2026"),
    Case(
        "a decision removed, and a commitment from it",
        DECISION,
        "remove D1",
        "add-commitment D1 التزام",
        ("D1.removed",),
    ),
    Case(
        "blocked, and its last obstacle removed",
        f"add-obstacle عقبة --step S1 | {STARTED}",
        "update-step S1 --status blocked --reason عقبة",
        "remove O1",
        ("S1.rule",),
    ),
    Case(
        "a status and its reason",
        STARTED,
        "update-step S1 --status suspended --reason سبب --decision ق1",
        "update-step S1 --status suspended --reason آخر --decision ق2",
        ("S1.status",),
    ),
    Case("context, and a target", INDICATOR, "update-indicator I1 --direction context", TARGET, ("I1.rule",)),
    Case(
        "no baseline, and a target", INDICATOR, "update-indicator I1 --clear baseline --reason س", TARGET, ("I1.rule",)
    ),
    Case(
        "a target, and that as the baseline",
        INDICATOR,
        TARGET,
        "update-indicator I1 --baseline 5 --reason س",
        ("I1.rule",),
    ),
    Case(
        "one target, twice", INDICATOR, TARGET, "update-indicator I1 --target 2026-12-31=6", ("I1.targets/2026-12-31",)
    ),
    Case(
        "reversed dates",
        "update-step S1 --start 2026-02-01 --due 2026-05-01",
        "update-step S1 --start 2026-04-01 --reason سبب",
        "update-step S1 --due 2026-03-01 --reason سبب",
        ("S1.rule",),
    ),
    Case(
        "minutes signed, and others",
        HELD,
        "update-meeting M1 --signed 2026-02-10",
        "update-meeting M1 --minutes 2/2026",
        ("M1.minutes",),
    ),
    Case(
        "minutes signed, and a later date",
        HELD,
        "update-meeting M1 --signed 2026-02-10",
        "update-meeting M1 --on 2026-03-01",
        ("M1.rule",),
    ),
    Case(
        "verified, and another reference",
        "attach S1 1/2026",
        "verify E2",
        "update-evidence E2 --reference 2/2026",
        (),
        "verified_on",
    ),
    Case(
        "verified by whoever owns it",
        "attach S1 1/2026",
        "verify E2",
        "update-step S1 --owner OURS",
        (),
        "self_verified",
    ),
    Case("two evaluations of one period", "", "add-review 2026-Q1", "add-review 2026-Q1", (), "twice"),
    Case(
        "two next meetings of a series",
        "add-series لقاء --interval 3",
        "add-meeting أول --series T1 --on 2026-05-01",
        "add-meeting آخر --series T1 --on 2026-05-02",
        (),
        "twice",
    ),
    Case("weights", "", "update-step S1 --weight 30", "update-step S2 --weight 30", (), "weights"),
    Case(
        "thresholds",
        "",
        "config stale_days 20",
        "config very_stale_days 120",
        ("thresholds.staleness",),
    ),
    Case(
        "the share of red weight",
        "",
        "config red_weight 1/4",
        "config red_weight 1/2",
        ("thresholds.red_weight",),
    ),
    Case(
        "an approval, and a change",
        "add-review 2025-Q4",
        "update-review R1 --approve",
        "update-review R1 --summary ملخص",
        ("R1.approval",),
    ),
]


def run(program: Program, desk: tuple[str, ...], lines: str) -> None:
    for line in filter(None, (each.strip() for each in lines.split("|"))):
        done(program, desk, *shlex.split(line), *(("--yes",) if line.startswith("remove") else ()))


def begun(program: Program, case: Case, ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    done(program, LY, "init")
    run(program, LY, case.before)
    done(program, TR, "init", "--from", "ly.json")
    run(program, ours, case.ours)
    run(program, theirs, case.theirs.replace("OURS", ours[-1]))


def joined(program: Program, answer: str) -> Any:
    """What is told of the join, after which both desks have one head and no rule is broken."""
    found = done(program, LY, "merge", "tr.json", answer, "--yes", "--json").data
    done(program, TR, "merge", "ly.json", answer, "--yes")
    assert head(program, LY) == head(program, TR)
    assert not [each for each in checked(program) if each["code"] == "broken_rule"]
    return found


def checked(program: Program) -> Any:
    return json.loads(program("check", "--json", *LY).out)["data"]


@pytest.mark.sampled(7)
@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
@pytest.mark.parametrize("answer", ["--ours", "--theirs"])
@pytest.mark.parametrize(("ours", "theirs"), [(LY, TR), (TR, LY)], ids=["taken in by the first", "by the second"])
def test_a_rule_that_both_break_together(
    program: Program, case: Case, answer: str, ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    begun(program, case, ours, theirs)
    planned = done(program, LY, "merge", "tr.json", "--status", "--json").data
    assert {each["take"] for each in planned["both"]} == set(case.asked)
    assert all(each["answer"] is None for each in planned["both"])
    found = joined(program, answer)
    kept = {each["take"]: each["answer"] for each in found["both"]}
    assert {kept[name] for name in case.asked} <= {answer.removeprefix("--")}
    told = {each["field"] for each in found["mended"]} | {
        each["code"] for each in (*found["findings"], *checked(program))
    }
    assert not case.told or case.told in told


def test_a_new_activity_of_a_completed_step_is_never_dropped(program: Program) -> None:
    case = next(case for case in CASES if case.name == "completed, and a new activity")
    begun(program, case, LY, TR)
    found = joined(program, "--ours")
    assert found["mended"] == [{"record": "S1.1", "field": "status"}]
    (activity,) = done(program, LY, "list", "activities", "--json").data
    assert (activity["status"], activity["status_reason"]["ar"]) == ("cancelled", "S1")


def test_a_quotation_that_another_program_has_changed_is_refused(program: Program) -> None:
    """A whole chain that no command of ours can have made."""
    from tests.store.desks import Desk
    from tests.store.stores import act
    from tracker.frozen import replace

    done(program, LY, "init")
    done(program, TR, "init", "--from", "ly.json")
    store = Desk(program.home / "tr.json", "TR").store

    def changed(state: Any, tracker: Any) -> Any:
        step = state.documents["steps"]["S1"]
        steps = {**state.documents["steps"], "S1": {**step, "title": {**step["title"], "ar": "نص آخر"}}}
        return {**state.documents, "steps": steps}, tracker.counters

    store.change_documents(replace(act(by="TR")), changed, rules=lambda *_: None)
    found = program("merge", "tr.json", "--yes", *LY)
    assert found.code == 1
    assert "quoted" in found.err
