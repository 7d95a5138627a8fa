"""Forged files: each is noticed, or says the same (rules 15.2 and 15.7, and README, "What is not promised")."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from tests.store.forgeries import FORGERIES
from tests.store.programmes import play
from tests.store.stores import act, article, attach, change, update
from tracker import errors
from tracker.frozen import replace
from tracker.model.history.chain import chained
from tracker.model.history.revision import Revision
from tracker.model.history.texts import ERASED, erase
from tracker.model.history.withheld import is_withheld
from tracker.model.records.status import Status
from tracker.reports.answers.history import machine_revision
from tracker.store.open import open_store
from tracker.store.redacting import redact
from tracker.store.revisions import revision_document
from tracker.store.state import State
from tracker.store.store import Store
from tracker.store.verify import verify_chain


def one_line(path: Path) -> Path:
    """A history with notes, papers, an undo, and texts and notes that were redacted."""
    store = article(path)
    change(store, update(title_tr="Metin", declared=40), note="سري")
    change(store, update(title_tr="Adım"), note="ملاحظة")
    change(store, attach("S2", "محضر 2"))
    change(store, update("S3", status=Status.BLOCKED, reason="سبب"), note="سري")
    store.undo(act("undo"), store.revision(4))
    change(store, update("S4", declared=10, weight=25), by="TR", note="Not")
    redact(store, act("redact", note="طلب"), 1)
    redact(store, act("redact", note="طلب"), 4)
    change(store, update("S1", declared=70))
    return path


def joined(folder: Path, *, withholding: bool) -> Path:
    """A copy of three desks that have worked apart, redacted, and taken in each other's files."""
    return play(folder, 3, withholding=withholding).desks[0].path


def meaning(store: Store) -> Any:
    """Everything that anybody is shown of a tracker and of its history."""
    state = store.state()
    rows = {table: {code: dict(row.items()) for code, row in rows.items()} for table, rows in state.documents.items()}
    if state.standing.lines:  # which of both sides has made a record what it is
        rows = {t: {code: {**row, "rev": 0} for code, row in each.items()} for t, each in rows.items()}
    told = sorted((_told(each, state) for each in store.revisions()), key=lambda each: str(each["hash"]))
    return {table: each for table, each in rows.items() if each}, told, state.standing.demo, state.standing.created


def _told(revision: Revision, state: State) -> dict[str, Any]:
    """A revision as it is shown; of joined copies without the words before, and marks as erased: README names both."""
    found = machine_revision(revision)
    if state.standing.lines:
        for change, each in zip(found["changes"], revision.changes, strict=True):
            change["before"] = each.before and erase(each.before)
        found = plain(found)
    return found


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return ERASED if is_withheld(value) else value


def noticed(path: Path, head: str) -> bool:
    """Whether reading, or `history --verify` beside the head in the minutes, tells that something is wrong."""
    store = open_store(path, named=True)
    try:
        store.load()
        found = verify_chain(store)
    except errors.StoreError:
        return True
    return found.broken is not None or bool(found.odd) or found.head != head


def forged(path: Path, seeds: range) -> tuple[int, list[str]]:
    """The number of forgeries that changed the meaning and were noticed, and those that were not noticed."""
    raw, store = path.read_text(encoding="utf-8"), open_store(path, named=True)
    whole, head, found = meaning(store), store.state().standing.head, 0
    assert not noticed(path, head)
    missed: list[str] = []
    for seed in seeds:
        rnd, data = random.Random(seed), json.loads(raw)
        forgery = FORGERIES[seed % len(FORGERIES)]
        forgery(rnd, data)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        if noticed(path, head):
            found += 1
        elif meaning(open_store(path, named=True)) != whole:
            missed.append(f"{forgery.__name__} {seed}")
    path.write_text(raw, encoding="utf-8")
    return found, missed


def files(folder: Path, name: str) -> Path:
    if name == "one line":
        return one_line(folder / "tracker.json")
    return joined(folder, withholding=name == "withheld")


KINDS = ("one line", "joined", "withheld")


@pytest.mark.parametrize("name", KINDS)
def test_a_forgery_is_noticed_or_says_the_same(tmp_path: Path, name: str) -> None:
    found, missed = forged(files(tmp_path, name), range(150))
    assert missed == []
    assert found > 90


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_many_forgeries_are_noticed_or_say_the_same(tmp_path: Path, name: str) -> None:
    found, missed = forged(files(tmp_path, name), range(1000, 2500))
    assert missed == []
    assert found > 900


def test_a_whole_chain_made_anew_is_noticed_by_the_head_in_the_minutes(path: Path) -> None:
    """Who rewrites everything after a revision makes a chain that is whole; its head is another."""
    one_line(path)
    store = open_store(path, named=True)
    head, parent, lines = store.state().standing.head, store.state().standing.genesis, []
    for each in store.revisions():
        made = replace(each, parents=(parent,), by="TR", erased={}, note=each.note and "غيره")
        made = replace(made, hash=chained(made))
        lines.append(revision_document(made))
        parent = made.hash
    data = json.loads(path.read_text(encoding="utf-8"))
    data["revisions"] = {str(place): line for place, line in enumerate(lines, 1)}
    data["standing"]["1"] |= {"head": parent, "erased": {}}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert noticed(path, head)
    assert verify_chain(open_store(path, named=True)).head == parent != head
