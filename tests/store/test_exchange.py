"""Export and import: lossless into an empty place, never clearing into another (CLI.md)."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.build import reference
from tests.store.commands import Command, carried_out, commands
from tests.store.stores import DAY, act, add_party, article, attach, change, content, link, translate, update, verify
from tracker import errors
from tracker.model.status import Status
from tracker.model.step import Strength
from tracker.store.exchange import exported, read_export
from tracker.store.merge import merge
from tracker.store.past import tracker_at
from tracker.store.store import Outcome, Store
from tracker.store.verify import verify_chain


def taken_in(document: Any, path: Path) -> Store:
    """A new store from an export."""
    store = article(path)
    store.adopt(act("import"), *read_export(json.dumps(document).encode(), "export.json"))
    return store


def merged(store: Store, document: Any, **fields: Any) -> Outcome:
    return merge(store, act("import", **fields), *read_export(json.dumps(document).encode(), "export.json"))


@settings(max_examples=25, deadline=None)
@given(st.lists(commands(), max_size=6))
def test_into_an_empty_place_it_is_the_identity_with_history(sequence: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = article(Path(folder) / "first.json")
        for command in sequence:
            carried_out(first, command, DAY)
        before = exported(first)
        second = taken_in(before, Path(folder) / "second.json")
        after = exported(second)
        assert after["tables"] == before["tables"]
        assert after["counters"] == before["counters"]
        assert after["revisions"][:-1] == before["revisions"]
        assert (after["revisions"][-1]["command"], after["revisions"][-1]["changes"]) == ("import", [])
        assert verify_chain(second).broken is None
        if before["revisions"]:
            assert tracker_at(second, DAY).tables == tracker_at(first, DAY).tables


def test_an_adopted_history_goes_on_and_can_be_taken_back(path: Path) -> None:
    first = article(path)
    change(first, update(declared=40))
    second = taken_in(exported(first), path.with_name("second.json"))
    assert change(second, attach("S1", "محضر 1")).revision.number == 3  # type: ignore[union-attr]  # something changed
    second.undo(act("undo"), 3)
    second.undo(act("undo"), 1)
    assert content(second)["steps"] == content(article(path.with_name("third.json")))["steps"]


def test_it_never_overwrites(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40))
    with pytest.raises(errors.AlreadyExists):
        taken_in(exported(store), path)


def test_ones_own_export_changes_nothing(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40, evidence=reference()))
    change(store, verify("E2", "TR"))
    before = path.read_bytes()
    assert merged(store, exported(store)).revision is None
    assert path.read_bytes() == before


def test_an_import_is_one_revision_and_can_be_taken_back(path: Path) -> None:
    other = article(path.with_name("other.json"))
    change(other, update(declared=40, evidence=reference()))
    change(other, add_party("SEC"))
    store = article(path)
    change(store, update("S2", declared=10))
    before = content(store)
    done = merged(store, exported(other)).revision
    assert done is not None
    assert (done.number, done.command) == (2, "import")
    assert store.load().steps["S1"].declared == 40
    assert store.load().counters["E"] == 2
    store.undo(act("undo"), 2)
    assert content(store) == before


def test_absent_records_stay(path: Path) -> None:
    store = article(path)
    early = exported(store)
    change(store, update("S2", declared=10, evidence=reference()))
    change(store, add_party("SEC"))
    del early["tables"]["meetings"]
    early["tables"]["steps"] = early["tables"]["steps"][2:]
    before = content(store)
    assert merged(store, early).revision is None
    assert content(store) == before


@pytest.mark.parametrize("empty", [None, "", []])
def test_empty_fields_clear_nothing(path: Path, empty: object) -> None:
    store = article(path)
    change(store, update(declared=40, title_tr="Adım", planned_end=DAY))
    document = exported(store)
    step = document["tables"]["steps"][0]
    step["links"], step["themes"], step["planned_end"] = [], [], None
    step["title"]["tr"] = empty if empty != [] else None
    step["title"].pop("en")
    assert merged(store, document).revision is None


def test_links_and_supports_are_joined(path: Path) -> None:
    store = article(path)
    early = exported(store)
    change(store, update(declared=40, evidence=reference()))
    change(store, link("S1", "A2", Strength.SECONDARY))
    early["tables"]["evidence"].append(
        {"id": "E2", "kind": "report", "reference": "محضر 118/2026", "supports": [{"record": "S1", "progress": 10}]}
    )
    early["tables"]["evidence"][0]["supports"].append({"record": "M1"})
    early["tables"]["steps"][0]["links"] = [{"aspect": "A3", "strength": "primary", "origin": "set"}]
    early["tables"]["steps"][0].pop("status")
    merged(store, early)
    tracker = store.load()
    assert [(link.aspect, link.strength) for link in tracker.steps["S1"].links] == [
        ("A1", "secondary"),
        ("A2", "secondary"),
        ("A3", "primary"),
    ]
    assert [(s.record, s.progress) for s in tracker.evidence["E2"].supports] == [("S1", 40)]
    assert [s.record for s in tracker.evidence["E1"].supports] == ["initiative", "M1"]


def test_numbers_of_revisions_are_our_own(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40))
    document = exported(store)
    for step in document["tables"]["steps"]:
        step["rev"] = 77
    document["tables"]["steps"][1]["weight"] = 25
    merged(store, document)
    assert [step.rev for step in store.load().steps.values()] == [1, 2, 0, 0, 0]


def test_evidence_without_a_percentage_takes_the_records(path: Path) -> None:
    document = exported(article(path))
    document["tables"]["steps"][0] |= {"status": "in_progress", "declared": 40, "actual_start": "2026-03-01"}
    paper = {"id": "E2", "kind": "report", "reference": "محضر", "supports": [{"record": "S1"}, {"record": "A1"}]}
    document["tables"]["evidence"].append(paper)
    supports = taken_in(document, path).load().evidence["E2"].supports
    assert [(s.record, s.progress) for s in supports] == [("S1", 40), ("A1", None)]


def test_transitions_are_checked(path: Path) -> None:
    store = article(path)
    other = article(path.with_name("other.json"))
    change(other, update(declared=40))
    change(other, update(status=Status.COMPLETED, evidence=reference()))
    change(store, update("S2", declared=5))
    with pytest.raises(errors.TransitionRefused) as refused:
        merged(store, exported(other))
    assert (refused.value.record, refused.value.after) == ("S1", "completed")
    change(store, update(declared=1))
    merged(store, exported(other))
    assert store.load().steps["S1"].status is Status.COMPLETED


def set_title(step: dict[str, Any]) -> None:
    step["title"]["ar"] = "غيره"


def set_suspended(step: dict[str, Any]) -> None:
    step["status"] = "suspended"


def set_owner(step: dict[str, Any]) -> None:
    step["owner"] = {"party": "XX"}


def set_forecast(step: dict[str, Any]) -> None:
    step |= {"planned_end": "2026-01-01", "forecast_end": "2026-02-01"}


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (set_title, errors.TextLocked),
        (set_suspended, errors.NeedsReason),
        (set_owner, errors.BrokenReference),
        (set_forecast, errors.NeedsReason),
    ],
)
def test_the_rules_hold(path: Path, edit: Callable[[Any], None], rule: type[errors.RuleBroken]) -> None:
    store = article(path)
    change(store, update("S2", declared=5))
    document = exported(store)
    edit(document["tables"]["steps"][0])
    before = path.read_bytes()
    with pytest.raises(rule):
        merged(store, document)
    assert path.read_bytes() == before


def test_fictional_and_real_data_do_not_mix(path: Path) -> None:
    store = article(path)
    change(store, update(declared=5))
    demo = exported(store)
    demo["demo"] = demo["standing"]["demo"] = True
    with pytest.raises(errors.DemoMixed):
        merged(store, demo)
    fictional = taken_in(demo, path.with_name("demo.json"))
    assert fictional.load().demo
    with pytest.raises(errors.DemoMixed):
        merged(fictional, exported(store))


def test_a_moved_record_or_a_dry_run_changes_nothing(path: Path) -> None:
    store = article(path)
    change(store, update(declared=5))
    document = exported(store)
    document["tables"]["steps"][0]["declared"] = 9
    assert merged(store, document, dry_run=True).revision is not None
    with pytest.raises(errors.RevisionConflict):
        merged(store, document, expected={"S1": 0})
    assert store.load().steps["S1"].declared == 5


def test_a_translation_joins_the_texts(path: Path) -> None:
    store = article(path)
    change(store, translate("A1", "Yön"))
    document = exported(article(path.with_name("other.json")))
    document["tables"]["aspects"][0]["name"] = {"ar": "الخبرة المشتركة", "en": "Expertise"}
    merged(store, document)
    name = store.load().aspects["A1"].name
    assert (name.ar, name.tr, name.en) == ("الخبرة المشتركة", "Yön", "Expertise")
