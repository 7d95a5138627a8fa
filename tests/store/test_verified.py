"""The part of a history that was verified before: its hashes are not computed again, and nothing else is believed."""

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.store.forged import KINDS, files
from tests.store.forgeries import FORGERIES
from tests.store.stores import article, change, update
from tracker import errors
from tracker.frozen import replace
from tracker.store.file import layout
from tracker.store.file.schema import SCHEMA
from tracker.store.file_engine import FileEngine
from tracker.store.open import open_store
from tracker.store.store import Store
from tracker.store.verified import NAME, Verified, keep_verified, verified_before
from tracker.store.verify import examined

KEPT = "state"


def verified(path: Path) -> Verified:
    """The whole history of a file that was verified."""
    store = open_store(path, named=True)
    store.state()
    keep_verified(path.parent / KEPT, store.engine)
    found = verified_before(path.parent / KEPT, store.engine)
    assert found is not None
    return found


def sealed(path: Path, data: dict[str, Any]) -> None:
    """Write the file as the program would have sealed it."""
    tables = {name: layout.text_of(rows) for name, rows in data.items() if name not in layout.HIDDEN}
    lines = b",\n".join(layout.line_of(place, each) for place, each in data[layout.REVISIONS].items())
    revisions = layout.lines_within(lines, 0, len(lines))
    path.write_bytes(b"".join(layout.pieces(layout.Content(SCHEMA, tables, revisions))))


def found_in(path: Path, before: Verified | None) -> Any:
    """What verifying finds with a part verified before, or that something cannot be read."""
    store = open_store(path, named=True)
    try:
        state = store.state()
        store.tracker(state)
        return examined(state, store.lines(before))
    except errors.StoreError as refused:
        return type(refused)


def known(store: Store, before: Verified) -> list[bool]:
    """Whether the hash of each line is known, oldest first."""
    store.state()
    return [each.known for each in store.lines(before)][::-1]


def compare(path: Path, seeds: Iterable[int]) -> tuple[int, int]:
    """The number of forgeries that were found, and of those how many were found with hashes known before."""
    before, raw = verified(path), path.read_bytes()
    found = with_known = 0
    for seed in seeds:
        data = json.loads(raw)
        forgery = FORGERIES[seed % len(FORGERIES)]
        forgery(random.Random(seed), data)
        try:
            sealed(path, data)
        except (ValueError, TypeError, AttributeError):  # no file of ours has that
            continue
        told = found_in(path, None)
        assert found_in(path, before) == told, f"{forgery.__name__} {seed}"
        found += told != (None, ())
        history = open_store(path, named=True)
        with_known += told != (None, ()) and told is not errors.Corrupt and any(known(history, before))
    return found, with_known


@pytest.mark.parametrize("name", KINDS)
def test_a_forgery_is_found_as_without(tmp_path: Path, name: str) -> None:
    found, with_known = compare(files(tmp_path, name), range(90))
    assert found > 40
    assert with_known > 5


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_many_forgeries_are_found_as_without(tmp_path: Path, name: str) -> None:
    found, with_known = compare(files(tmp_path, name), range(1000, 1300))
    assert found > 130
    assert with_known > 15


def test_only_what_came_after_is_computed(path: Path) -> None:
    store = article(path)
    for declared in (10, 20, 30):
        change(store, update(declared=declared))
    before = verified(path)
    assert known(store, before) == [True] * 3
    change(store, update(declared=40))
    assert known(store, before) == [True] * 3 + [False]
    assert found_in(path, before) == (None, ())


@pytest.mark.parametrize("line", ["1", "3", "4"])
def test_a_note_that_was_put_in_the_place_of_another_is_found(path: Path, line: str) -> None:
    """Both in what was verified before, and in what came after."""
    store = article(path)
    for declared in (10, 20, 30):
        change(store, update(declared=declared), note="ملاحظة")
    before = verified(path)
    change(store, update(declared=40), note="ملاحظة")
    data = json.loads(path.read_bytes())
    data["revisions"][line]["note"] = "غيرها"
    sealed(path, data)
    assert found_in(path, before) == (int(line), ())


def test_bytes_behind_the_last_line_that_was_verified_make_it_another(path: Path) -> None:
    store = article(path)
    change(store, update(declared=10))
    before = verified(path)
    raw = path.read_bytes()
    content = layout.split(raw)
    assert content is not None
    lines = bytes(content.revisions[0].raw[content.revisions[0].start : content.revisions[0].end]) + b" "
    path.write_bytes(b"".join(layout.pieces(replace(content, revisions=layout.lines_within(lines, 0, len(lines))))))
    assert known(open_store(path, named=True), before) == [False]


def test_what_somebody_else_wrote_is_computed(path: Path) -> None:
    store = article(path)
    change(store, update(declared=10))
    before = verified(path)
    path.write_text(json.dumps(json.loads(path.read_bytes())))
    assert known(open_store(path, named=True), before) == [False]


@pytest.mark.parametrize(
    "kept", ["", "0.0.9 12 sha256:ab", "12 sha256:ab", "0.1.0 -1 sha256:ab", "0.1.0 ١٢ sha256:ab", "0.1.0 12 ab cd"]
)
def test_what_is_kept_otherwise_is_as_good_as_nothing(path: Path, kept: str) -> None:
    change(article(path), update(declared=10))
    verified(path)
    place = path.parent / KEPT / NAME
    key = place.read_text(encoding="ascii").partition("\t")[0]
    place.write_text(f"{key}\t{kept}\n", encoding="utf-8")
    assert verified_before(path.parent / KEPT, FileEngine(path)) is None


def test_it_is_kept_for_each_tracker_and_readable_to_its_user_alone(path: Path) -> None:
    change(article(path), update(declared=10))
    verified(path)
    assert (path.parent / KEPT / NAME).stat().st_mode & 0o777 == 0o600
    assert verified_before(path.parent / KEPT, FileEngine(path.with_name("other.json"))) is None
    link = path.with_name("link.json")
    link.symlink_to(path)
    assert verified_before(path.parent / KEPT, FileEngine(link)) is not None
