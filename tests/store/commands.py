"""Random legal commands on a store, on days that go forward: what the rules refuse is simply not done."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.store import stores
from tests.store.follow_up import FOLLOW_UP, follow_up_change
from tests.store.stores import Change
from tracker.errors import NotFound, RuleBroken
from tracker.model.changes.evidence import Attachment
from tracker.model.changes.steps import StepChange, update
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Strength
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker
from tracker.store.act import Outcome
from tracker.store.store import Store

STEPS = st.sampled_from(["S1", "S2", "S3", "S4", "S5"])
OFFICES = st.sampled_from(["LY/liaison", "TR/منسق", "LY", "TR"])
REFERENCES = st.sampled_from(["محضر 1", "محضر 2", "تقرير 3", "E1", "E2"])
REASONS = st.sampled_from([None, "سبب", "سبب آخر"])
SOON = st.integers(-30, 60)
WAIT = st.sampled_from([0, 0, 1, 3, 40])
Kinds = dict[str, tuple[st.SearchStrategy[Any], ...]]


class Command(NamedTuple):
    """A command and the days that pass before it."""

    name: str
    values: tuple[Any, ...]
    wait: int


class Run(NamedTuple):
    """Where a history starts, and the commands that follow."""

    start: Callable[[Path], Store]
    commands: list[Command]


def runs(most: int) -> st.SearchStrategy[Run]:
    """Up to so many commands on the steps of the article, or on all kinds of records of the fictional programme."""
    article = st.builds(Run, st.just(stores.article), st.lists(commands(), max_size=most))
    whole = commands() | _made(FOLLOW_UP) | _made(FOLLOW_UP)
    return article | st.builds(Run, st.just(stores.fictional), st.lists(whole, max_size=most))


def commands() -> st.SearchStrategy[Command]:
    """Those on steps and what belongs to them, steps more often than the rest."""
    kinds: Kinds = {
        "update-step": (
            STEPS,
            st.sampled_from([None, *Status]),
            st.none() | st.integers(0, 100),
            st.none() | REFERENCES,
            REASONS,
            st.none() | OFFICES,
            st.none() | SOON,
            st.sampled_from([None, None, Health.RED]),
        ),
        "attach": (st.sampled_from(["S1", "S2", "initiative", "A1", "M1"]), REFERENCES),
        "verify": (st.sampled_from(["E1", "E2", "E3"]), OFFICES),
        "link": (STEPS, st.sampled_from(["A1", "A2", "A3"]), st.sampled_from([None, *Strength])),
        "update-aspect": (st.sampled_from(["A1", "A2"]), st.sampled_from(["Yön", "Boyut"])),
        "update-initiative": (OFFICES, SOON),
        "add-party": (st.sampled_from(["SEC", "MOI"]),),
        "config": (st.sampled_from(["stale_days", "red_overdue_days"]), st.integers(0, 60)),
    }
    return _made({"update-step": kinds["update-step"]}) | _made(kinds)


def _made(kinds: Kinds) -> st.SearchStrategy[Command]:
    made = {name: st.builds(Command, st.just(name), st.tuples(*values), WAIT) for name, values in kinds.items()}
    return st.sampled_from(sorted(kinds)).flatmap(made.__getitem__)


def change_of(command: Command, day: date) -> Change:
    """The function that the command would carry out on that day."""
    if command.name in FOLLOW_UP:
        return follow_up_change(command.name, command.values, day)
    match command.name, command.values:
        case "update-step", values:
            return _update_step(day, *values)
        case "attach", (code, reference):
            return stores.attach(code, reference, day=day)
        case "verify", (code, office):
            return stores.verify(code, office, day=day)
        case "link", (step, aspect, strength):
            return stores.link(step, aspect, strength, day=day)
        case "add-party", (code,):
            return stores.add_party(code, day=day)
        case "update-aspect", (code, name):
            return stores.translate(code, name, day=day)
        case "update-initiative", (office, start):
            return stores.plan(office, day + timedelta(start), day=day)
    name, value = command.values
    return stores.limit(name, value, day=day)


def _update_step(
    day: date, code: str, status: Any, declared: Any, reference: Any, reason: Any, owner: Any, due: Any, concern: Any
) -> Change:
    wanted = StepChange(
        status=status,
        declared=declared,
        evidence=(Attachment(reference=reference),) if reference else (),
        reason=reason,
        decision="قرار 7",
        owner=Office(*owner.split("/")) if owner else None,
        planned_end=None if due is None else day + timedelta(due),
        concern=concern,
    )

    def changed(tracker: Tracker) -> Tracker:
        return update(tracker, code, wanted, day)

    return changed


def carried_out(store: Store, command: Command, day: date) -> Outcome | None:
    """What became of it; None when it was refused, and then by a rule or because something is not there."""
    try:
        return store.change(stores.act(command.name, day=day), change_of(command, day))
    except (RuleBroken, NotFound):
        return None
