"""Trackers with a history worth forging, and whether a forged one is noticed (rules 15.2 and 15.7)."""

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.store.forgeries import FORGERIES
from tests.store.programmes import play
from tests.store.stores import act, article, attach, change, update
from tracker import errors
from tracker.frozen import replace
from tracker.model.history.revision import Revision
from tracker.model.history.texts import ERASED, erase
from tracker.model.history.withheld import is_withheld
from tracker.model.records.status import Status
from tracker.reports.answers.history import machine_revision
from tracker.store.file.seal import digest
from tracker.store.open import open_store
from tracker.store.redacting import redact
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


def sealed(raw: bytes) -> bytes:
    """The file under a seal that fits what stands below its first line: nobody's accident."""
    first, _, rest = raw.partition(b"\n")
    return first[: first.index(b"sha256:")] + digest(rest).encode() + b'"}},\n' + rest


def joined(folder: Path, *, withholding: bool) -> Path:
    """A copy of three desks that have worked apart, redacted, and taken in each other's files."""
    return play(folder, 3, withholding=withholding).desks[0].path


def meaning(store: Store) -> Any:
    """Everything that anybody is shown of a tracker and of its history."""
    state, rows = store.state(), store.load().tables
    if state.standing.lines:  # which of both sides has made a record what it is
        rows = {t: {code: replace(record, rev=0) for code, record in each.items()} for t, each in rows.items()}
    told = sorted((_told(each, state) for each in store.revisions()), key=lambda each: str(each["hash"]))
    return {table: each for table, each in rows.items() if each}, told, state.standing.demo, state.standing.created


def _told(revision: Revision, state: State) -> dict[str, Any]:
    """A revision as it is shown, its changes in any order, and of what stood before only what there was.

    Of joined copies without the words before, and marks as erased: tracker/store/README.md names both.
    """
    found = machine_revision(revision)
    joined = bool(state.standing.lines)
    for told, each in zip(found["changes"], revision.changes, strict=True):
        before = erase(each.before) if each.before and joined else told["before"]
        told["before"] = before and {name: value for name, value in before.items() if value is not None}
    found["changes"].sort(key=lambda told: (told["table"], told["code"], str(told["after"])))
    return plain(found) if joined else found


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


def forged(path: Path, seeds: Iterable[int]) -> tuple[int, list[str]]:
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
