"""Export, and import into an empty place: lossless, with history (rule 15.6)."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.store.commands import Run, carried_out, runs
from tests.store.stores import DAY, act, article, attach, change, content, update
from tracker import errors
from tracker.store.exchange.export import export_of, read_export
from tracker.store.past import tracker_at
from tracker.store.store import Store
from tracker.store.verify import verify_chain


def taken_in(document: Any, path: Path) -> Store:
    """A new store from an export."""
    store = article(path)
    store.create(act("import"), *read_export(json.dumps(document).encode(), "export.json"))
    return store


@settings(max_examples=25)
@given(runs(6))
def test_into_an_empty_place_it_is_the_identity_with_history(run: Run) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = run.start(Path(folder) / "first.json")
        for command in run.commands:
            carried_out(first, command, DAY)
        before = export_of(first)
        second = taken_in(before, Path(folder) / "second.json")
        after = export_of(second)
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
    second = taken_in(export_of(first), path.with_name("second.json"))
    assert change(second, attach("S1", "محضر 1")).revision.number == 3  # type: ignore[union-attr]  # something changed
    second.undo(act("undo"), second.revision(3))
    second.undo(act("undo"), second.revision(1))
    assert content(second)["steps"] == content(article(path.with_name("third.json")))["steps"]


def test_it_never_overwrites(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40))
    with pytest.raises(errors.AlreadyExists):
        taken_in(export_of(store), path)


def test_evidence_without_a_percentage_takes_the_records(path: Path) -> None:
    document = export_of(article(path))
    document["tables"]["steps"][0] |= {"status": "in_progress", "declared": 40, "actual_start": "2026-03-01"}
    paper = {"id": "E2", "kind": "report", "reference": "محضر", "supports": [{"record": "S1"}, {"record": "A1"}]}
    document["tables"]["evidence"].append(paper)
    supports = taken_in(document, path).load().evidence["E2"].supports
    assert [(s.record, s.progress) for s in supports] == [("S1", 40), ("A1", None)]
