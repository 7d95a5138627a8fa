"""Lines whose changes stay text are verified as revisions that were read whole are (rule 15.7)."""

import json
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.store.forged import KINDS, files
from tests.store.forgeries import FORGERIES
from tests.store.stores import act, article, change, update
from tracker import errors
from tracker.frozen import replace
from tracker.model.records.activities import Activity
from tracker.model.records.localized import Localized
from tracker.store.file import layout
from tracker.store.lines import Line, Written, whole
from tracker.store.open import open_store
from tracker.store.state import State
from tracker.store.store import Store
from tracker.store.verify import examined, verify_chain

FIRST = "first schema"
WRITTEN = Path(__file__).with_name("first_schema.json")


def prepared(folder: Path, name: str) -> Path:
    if name != FIRST:
        return files(folder, name)
    path = folder / "tracker.json"
    shutil.copy(WRITTEN, path)
    change(open_store(path, named=True), update("S4", declared=20))
    return path


def verdict(store: Store, lines: Callable[[], Iterable[Line]], state: State) -> Any:
    """What verifying finds, or that something cannot be read."""
    try:
        store.tracker(state)
        return examined(state, lines())
    except errors.StoreError as refused:
        return type(refused)


def read_whole(store: Store) -> Iterator[Line]:
    return map(whole, store.revisions(after=-1, newest_first=True))


def plain(state: State) -> State:
    """The state with documents that are no text any more."""
    documents = {
        table: {code: dict(row.items()) for code, row in rows.items()} for table, rows in state.documents.items()
    }
    return replace(state, documents=documents, version=None)


def assert_alike(path: Path, told: str = "") -> Any:
    """Both find the same; gives what that is."""
    store = open_store(path, named=True)
    try:
        state = store.state()
    except errors.StoreError:
        return None
    found = verdict(store, store.lines, state)
    try:
        slow = verdict(store, lambda: read_whole(store), plain(state))
    except errors.StoreError as refused:  # a document is no object
        slow = type(refused)
    assert found == slow, told
    return found


def forged_alike(path: Path, seeds: Iterable[int]) -> int:
    """The number of forgeries in which something was found, by both."""
    raw, found = path.read_text(encoding="utf-8"), 0
    assert assert_alike(path) == (None, ())
    for seed in seeds:
        data = json.loads(raw)
        forgery = FORGERIES[seed % len(FORGERIES)]
        forgery(random.Random(seed), data)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        found += assert_alike(path, f"{forgery.__name__} {seed}") != (None, ())
    return found


@pytest.mark.parametrize("name", [*KINDS, FIRST])
def test_forgeries_are_found_as_in_what_was_read_whole(tmp_path: Path, name: str) -> None:
    assert forged_alike(prepared(tmp_path, name), range(90)) > 50


@pytest.mark.slow
@pytest.mark.parametrize("name", [*KINDS, FIRST])
def test_many_forgeries_are_found_as_in_what_was_read_whole(tmp_path: Path, name: str) -> None:
    assert forged_alike(prepared(tmp_path, name), range(1000, 1400)) > 240


def many(path: Path) -> Store:
    """A tracker with a command that made a hundred activities, some of which were changed since, one removed."""
    store = article(path)
    titles = [Localized(f'نشاط {n} "\\\n', "Etkinlik", None) for n in range(100)]
    made = {f"S2.{n}": Activity(id=f"S2.{n}", step="S2", title=title) for n, title in enumerate(titles, 1)}

    def add(tracker: Any) -> Any:
        tables = {**tracker.tables, "activities": {**tracker.activities, **made}}
        return replace(tracker, tables=tables, counters={**tracker.counters, "S2.": 100})

    store.change(act("import"), add)
    return store


def rewritten(path: Path, line: Callable[[Any], bytes], row: Callable[[Any], bytes]) -> None:
    """The file with other texts of its lines and rows, sealed as if we had written it."""
    content = layout.split(path.read_bytes())
    assert content is not None
    lines = [b'"%d": %b' % (n, line(each)) for n, each in enumerate(layout.documents_in(content.revisions), 1)]
    tables = {
        name: b"{\n%b\n}" % b",\n".join(b'"%b": %b' % (key.encode(), row(each)) for key, each in rows.items())
        if (rows := json.loads(bytes(text)))
        else text
        for name, text in content.tables.items()
    }
    whole_lines = b",\n".join(lines)
    revisions = layout.lines_within(whole_lines, 0, len(whole_lines))
    path.write_bytes(b"".join(layout.pieces(replace(content, tables=tables, revisions=revisions))))


def spaced(document: Any) -> bytes:
    return json.dumps(document, indent=None).encode()


def compact(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("line", [spaced, compact])
@pytest.mark.parametrize("row", [spaced, compact])
def test_other_texts_of_the_same_are_the_same(
    path: Path, line: Callable[[Any], bytes], row: Callable[[Any], bytes]
) -> None:
    store = many(path)
    head = verify_chain(store).head
    rewritten(path, line, row)
    store = open_store(path, named=True)
    assert (verify_chain(store).head, verify_chain(store).broken, store.engine.edited) == (head, None, False)
    assert assert_alike(path) == (None, ())


def test_the_changes_of_a_line_stay_text_until_they_are_read(path: Path) -> None:
    store = many(path)
    store.state()
    newest = next(store.lines())
    assert len(newest.changes) == 100
    assert all(isinstance(each, Written) for each in newest.changes)
    assert [newest.read(each) for each in newest.changes] == [*next(store.revisions(newest_first=True)).changes]


TAMPERED: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("another value in the row", lambda text: text.replace("نشاط 7 ".encode(), "نشاط 8 ".encode(), 1)),
    ("another identity in the row", lambda text: text.replace(b'"uid":"', b'"uid":"0', 1)),
    ("an identity twice", lambda text: text.replace(b'{"id":"S2.', b'{"uid":"0123456789abcdef","id":"S2.', 1)),
    ("another number in the row", lambda text: text.replace(b'"rev":1', b'"rev":0', 1)),
    ("a value more in the row", lambda text: text.replace(b'"uid":', b'"weight":3,"uid":', 1)),
]


@pytest.mark.parametrize(("name", "tamper"), TAMPERED)
def test_rows_that_are_not_word_for_word_what_was_made_are_found(
    path: Path, name: str, tamper: Callable[[bytes], bytes]
) -> None:
    many(path)
    content = layout.split(path.read_bytes())
    assert content is not None
    text = bytes(content.tables["activities"])
    assert tamper(text) != text
    tables = {**content.tables, "activities": tamper(text)}
    path.write_bytes(b"".join(layout.pieces(replace(content, tables=tables))))
    assert assert_alike(path, name) != (None, ()) or "twice" in name


@pytest.mark.parametrize("part", [b'"id":"S2.7"', b'"step":"S2"', b'"title":{'])
def test_a_change_that_cannot_be_read_is_told(path: Path, part: bytes) -> None:
    many(path)
    content = layout.split(path.read_bytes())
    assert content is not None
    (lines,) = content.revisions
    text = lines.raw[lines.start : lines.end].replace(part, part.replace(b'":', b'x":'), 1)
    path.write_bytes(b"".join(layout.pieces(replace(content, revisions=layout.lines_within(text, 0, len(text))))))
    assert assert_alike(path) is errors.Corrupt
