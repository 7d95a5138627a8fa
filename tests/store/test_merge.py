"""Import into a tracker that holds something: what the other side changed, and nothing is cleared (rule 15.6)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.model.build import reference
from tests.store.stores import DAY, act, add_party, article, attach, change, content, link, translate, update, verify
from tracker import errors
from tracker.model.records.status import Status
from tracker.model.records.steps import Strength
from tracker.store.act import Outcome
from tracker.store.exchange.export import export_of, read_export
from tracker.store.exchange.merge import merge
from tracker.store.store import Store


def taken_in(document: Any, path: Path) -> Store:
    """A new store from an export."""
    store = article(path)
    store.create(act("import"), *read_export(json.dumps(document).encode(), "export.json"))
    return store


def merged(store: Store, document: Any, **fields: Any) -> Outcome:
    return merge(store, act("import", **fields), *read_export(json.dumps(document).encode(), "export.json"))


def test_ones_own_export_changes_nothing(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40, evidence=reference()))
    change(store, verify("E2", "TR"))
    before = path.read_bytes()
    assert merged(store, export_of(store)).revision is None
    assert path.read_bytes() == before


def test_an_import_is_one_revision_and_can_be_taken_back(path: Path) -> None:
    other = article(path.with_name("other.json"))
    change(other, update(declared=40, evidence=reference()))
    change(other, add_party("SEC"))
    store = article(path)
    change(store, update("S2", declared=10))
    before = content(store)
    done = merged(store, export_of(other)).revision
    assert done is not None
    assert (done.number, done.command) == (2, "import")
    assert store.load().steps["S1"].declared == 40
    assert store.load().counters["E"] == 2
    store.undo(act("undo"), 2)
    assert content(store) == before


def test_absent_records_stay(path: Path) -> None:
    store = article(path)
    early = export_of(store)
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
    document = export_of(store)
    step = document["tables"]["steps"][0]
    step["links"], step["themes"], step["planned_end"] = [], [], None
    step["title"]["tr"] = empty if empty != [] else None
    step["title"].pop("en")
    assert merged(store, document).revision is None


def test_links_and_supports_are_joined(path: Path) -> None:
    store = article(path)
    early = export_of(store)
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
    document = export_of(store)
    for step in document["tables"]["steps"]:
        step["rev"] = 77
    document["tables"]["steps"][1]["weight"] = 25
    merged(store, document)
    assert [step.rev for step in store.load().steps.values()] == [1, 2, 0, 0, 0]


def test_transitions_are_checked(path: Path) -> None:
    store = article(path)
    other = article(path.with_name("other.json"))
    change(other, update(declared=40))
    change(other, update(status=Status.COMPLETED, evidence=reference()))
    change(store, update("S2", declared=5))
    with pytest.raises(errors.TransitionRefused) as refused:
        merged(store, export_of(other))
    assert (refused.value.record, refused.value.after) == ("S1", "completed")
    change(store, update(declared=1))
    merged(store, export_of(other))
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
    document = export_of(store)
    edit(document["tables"]["steps"][0])
    before = path.read_bytes()
    with pytest.raises(rule):
        merged(store, document)
    assert path.read_bytes() == before


def test_fictional_and_real_data_do_not_mix(path: Path) -> None:
    store = article(path)
    change(store, update(declared=5))
    demo = export_of(store)
    demo["demo"] = demo["standing"]["demo"] = True
    with pytest.raises(errors.DemoMixed):
        merged(store, demo)
    fictional = taken_in(demo, path.with_name("demo.json"))
    assert fictional.load().demo
    with pytest.raises(errors.DemoMixed):
        merged(fictional, export_of(store))


def test_a_moved_record_or_a_dry_run_changes_nothing(path: Path) -> None:
    store = article(path)
    change(store, update(declared=5))
    document = export_of(store)
    document["tables"]["steps"][0]["declared"] = 9
    assert merged(store, document, dry_run=True).revision is not None
    with pytest.raises(errors.RevisionConflict):
        merged(store, document, expected={"S1": 0})
    assert store.load().steps["S1"].declared == 5


def test_a_translation_joins_the_texts(path: Path) -> None:
    store = article(path)
    change(store, translate("A1", "Yön"))
    document = export_of(article(path.with_name("other.json")))
    document["tables"]["aspects"][0]["name"] = {"ar": "الخبرة المشتركة", "en": "Expertise"}
    merged(store, document)
    name = store.load().aspects["A1"].name
    assert (name.ar, name.tr, name.en) == ("الخبرة المشتركة", "Yön", "Expertise")


def test_each_side_keeps_what_the_other_left_alone(path: Path) -> None:
    ours, theirs = article(path), article(path.with_name("theirs.json"))
    change(ours, update("S1", declared=40))
    change(theirs, update("S2", declared=30))
    merged(ours, export_of(theirs))
    merged(theirs, export_of(ours))
    for store in (ours, theirs):
        assert [step.declared for step in store.load().steps.values()] == [40, 30, 0, 0, 0]
    assert content(ours) == content(theirs)


def test_they_part_at_the_last_revision_they_share(path: Path) -> None:
    ours = article(path)
    change(ours, update("S1", declared=40))
    theirs = taken_in(export_of(ours), path.with_name("theirs.json"))
    change(ours, update("S1", declared=60, weight=30))
    change(theirs, update("S1", title_tr="Adım"))
    merged(ours, export_of(theirs))
    step = ours.load().steps["S1"]
    assert (step.declared, step.weight, step.title.tr) == (60, 30, "Adım")


def test_the_newcomer_decides_where_both_changed(path: Path) -> None:
    ours, theirs = article(path), article(path.with_name("theirs.json"))
    change(ours, update("S1", declared=40))
    change(theirs, update("S1", declared=30))
    merged(ours, export_of(theirs))
    assert ours.load().steps["S1"].declared == 30


def test_one_code_for_two_papers_is_refused(path: Path) -> None:
    ours, theirs = article(path), article(path.with_name("theirs.json"))
    change(ours, attach("S1", "محضر 1"))
    change(theirs, attach("S1", "محضر 2"))
    with pytest.raises(errors.CodeTaken) as refused:
        merged(ours, export_of(theirs))
    assert refused.value.wanted == "E2"
    same = article(path.with_name("same.json"))
    change(same, attach("S1", "محضر 1"))
    merged(ours, export_of(same))


def test_ones_own_export_edited_by_hand(path: Path) -> None:
    store = article(path)
    change(store, update("S1", declared=40))
    document = export_of(store)
    document["tables"]["steps"][0]["declared"] = 50
    document["tables"]["parties"].append(
        {"id": "SEC", "name": {"ar": "الأمانة"}, "kind": "secretariat", "side": "joint"}
    )
    merged(store, document)
    assert store.load().steps["S1"].declared == 50
    assert "SEC" in store.load().parties


def test_of_another_tracker_every_field_counts(path: Path) -> None:
    store = article(path)
    change(store, update("S1", declared=40))
    document = export_of(store)
    document["standing"] = {"counters": {"E": 9}}
    document["revisions"] = []
    document["tables"]["steps"] = [document["tables"]["steps"][0] | {"declared": 70}]
    merged(store, document)
    assert store.load().steps["S1"].declared == 70
    assert store.load().counters["E"] == 9


def test_what_the_other_side_removed_stays_here(path: Path) -> None:
    ours = article(path)
    change(ours, add_party("SEC"))
    theirs = taken_in(export_of(ours), path.with_name("theirs.json"))
    theirs.undo(act("undo"), 1)
    assert merged(ours, export_of(theirs)).revision is None
    assert "SEC" in ours.load().parties


def test_lists_without_keys_are_joined_and_one_side_without_links_takes_the_others(path: Path) -> None:
    store = article(path)
    change(store, link("S1", "A2", Strength.SECONDARY))
    document = export_of(store)
    first = document["tables"]["steps"][0]
    first["themes"] = ["sea", "air"]
    first["links"] = [{"aspect": "A3", "strength": "secondary"}]
    merged(store, document)
    step = store.load().steps["S1"]
    assert step.themes == ("land", "sea", "air")
    assert [link.aspect for link in step.links] == ["A1", "A2", "A3"]
