"""`history --verify`: what it finds, and what redaction leaves whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.model.build import reference
from tests.store.stores import act, article, attach, change, update, verify
from tracker.model.records.status import Status
from tracker.store.edits import seal
from tracker.store.store import Store
from tracker.store.verify import verify_chain


def history(path: Path) -> Store:
    """Four revisions: S1 at 40 with a paper, S2 at 10, the paper verified, S1 at 60."""
    store = article(path)
    change(store, update(declared=40, evidence=reference()), note="بدأت الدفعة الأولى")
    change(store, update("S2", declared=10))
    change(store, verify("E2", "TR"))
    change(store, update(declared=60))
    return store


def tampered(path: Path, edit: Callable[[Any], None]) -> Store:
    """The file after an edit by hand that keeps it valid."""
    data = json.loads(path.read_text(encoding="utf-8"))
    edit(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return article(path)


def test_a_whole_chain_ends_in_its_head(path: Path) -> None:
    store = history(path)
    found = verify_chain(store)
    last = next(store.revisions(newest_first=True))
    assert (found.number, found.head, found.broken) == (4, last.hash, None)


def test_an_unwritten_tracker_has_none(path: Path) -> None:
    found = verify_chain(article(path))
    assert (found.number, found.head, found.broken) == (0, "", None)


def record(data: Any, table: str, code: str) -> Any:
    return next(row for row in data[table].values() if row["id"] == code)


def set_declared(data: Any) -> None:
    record(data, "steps", "S1")["declared"] = 61


def set_owner(data: Any) -> None:
    record(data, "steps", "S3")["weight"] = 19


def remove_record(data: Any) -> None:
    data["meetings"].pop("1")


def change_revision(data: Any) -> None:
    data["revisions"]["2"]["changes"][0][3]["declared"] = 11


def change_note(data: Any) -> None:
    data["revisions"]["1"]["note"] = "غيرها"


def change_office(data: Any) -> None:
    data["revisions"]["3"]["by"] = "TR"


def remove_first(data: Any) -> None:
    del data["revisions"]["1"]


def remove_middle(data: Any) -> None:
    del data["revisions"]["2"]


def remove_last(data: Any) -> None:
    del data["revisions"]["4"]


def remove_all(data: Any) -> None:
    data["revisions"] = {}


EDITS = [
    (set_declared, 4),
    (set_owner, 0),  # never changed by a revision: it differs from where the chain starts
    (remove_record, 0),
    (change_revision, 2),
    (change_note, 1),
    (change_office, 3),
    (remove_first, 1),
    (remove_middle, 1),
    (remove_last, 3),
    (remove_all, 4),
]


@pytest.mark.parametrize(("edit", "broken"), EDITS)
def test_what_was_changed_behind_our_back_is_found(path: Path, edit: Callable[[Any], None], broken: int) -> None:
    history(path)
    assert verify_chain(tampered(path, edit)).broken == broken


def test_redaction_leaves_the_chain_valid(path: Path) -> None:
    store = history(path)
    change(store, attach("S2", "محضر 2"), note="سري")
    store.undo(act("undo"), 5)
    head = store.state().standing.head
    store.redact(act("redact", note="طلب"), 5)
    assert store.revision(6).hash == head
    assert verify_chain(store).broken is None


@pytest.mark.parametrize(("edit", "broken"), [e for e in EDITS if e[0] not in (remove_last, remove_all)])
def test_behind_a_redaction_tampering_is_still_found(path: Path, edit: Callable[[Any], None], broken: int) -> None:
    store = history(path)
    change(store, update("S4", status=Status.IN_PROGRESS), note="سري")
    store.redact(act("redact", note="طلب"), 5)
    assert verify_chain(tampered(path, edit)).broken == broken


def test_a_further_change_by_hand_and_a_seal_do_not_hide_it(path: Path) -> None:
    history(path)
    store = tampered(path, set_declared)
    seal(store)
    assert verify_chain(store).broken == 4
    change(store, update("S5", declared=5))
    assert verify_chain(store).broken == 4
