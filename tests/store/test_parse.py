"""Files that are not as we wrote them: each is accepted as edited or refused with a reason, and never written over."""

import json
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker import errors
from tracker.store.file.backups import list_backups, make_backup
from tracker.store.file.file import FileStorage
from tracker.store.file.seal import digest

META = '"_meta": {"1": {"schema": 2}}'


@pytest.fixture
def good(storage: FileStorage, path: Path) -> bytes:
    """The bytes of a sound file whose last version but one is among the backups."""
    with storage.transaction():
        storage.write({"steps": {"1": {"عنوان": "نصّ 😀", "n": [1, None, 2.5]}, "12": {}}, "void": {}})
        storage.append_revision({"number": 2, "note": "}},\n"})
    return path.read_bytes()


def outcome(path: Path, raw: bytes) -> str:
    """How a file with these bytes is taken, by a reader and by a writer; neither may spoil it."""
    path.write_bytes(raw)
    results = {reading(path), writing(path, raw)}
    assert len(results) == 1, results
    return results.pop()


def reading(path: Path) -> str:
    storage = FileStorage(path)
    try:
        dict(storage.read())
        list(storage.revision_lines())
    except (errors.Corrupt, errors.TooNew) as error:
        return error.reason if isinstance(error, errors.Corrupt) else "too_new"
    return "edited" if storage.edited else "sealed"


def writing(path: Path, raw: bytes) -> str:
    storage = FileStorage(path)
    try:
        with storage.transaction():
            edited = storage.edited
            tables = dict(storage.read())
            list(storage.revision_lines())
            storage.write({**tables, "new": {"1": {}}})
    except (errors.Corrupt, errors.TooNew) as error:
        assert path.read_bytes() == raw
        return error.reason if isinstance(error, errors.Corrupt) else "too_new"
    again = FileStorage(path)
    assert dict(again.read()) == {**tables, "new": {"1": {}}}
    assert not again.edited
    return "edited" if edited else "sealed"


REWRITTEN: dict[str, Callable[[bytes], bytes]] = {
    "byte-order mark": lambda good: b"\xef\xbb\xbf" + good,
    "windows lines": lambda good: good.replace(b"\n", b"\r\n"),
    "no last newline": lambda good: good[:-1],
    "indented": lambda good: json.dumps(json.loads(good), indent=2).encode(),
    "ascii only": lambda good: json.dumps(json.loads(good)).encode(),
    "other order": lambda good: json.dumps(dict(reversed(json.loads(good).items()))).encode(),
    "no seal": lambda good: json.dumps({**json.loads(good), "_meta": {"1": {"schema": 2}}}).encode(),
    "a word changed": lambda good: good.replace("نصّ".encode(), "نص".encode()),
    "no revisions": lambda _: b"{%s}" % META.encode(),
}


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_valid_edit_is_accepted_and_keeps_what_it_says(good: bytes, path: Path, name: str) -> None:
    raw = REWRITTEN[name](good)
    path.write_bytes(raw)
    read = FileStorage(path)
    data = json.loads(raw.decode("utf-8-sig"))
    assert {table: read.read()[table] for table in read.read()} == {
        table: documents for table, documents in data.items() if table not in {"_meta", "revisions"}
    }
    assert list(read.revision_lines()) == list(data.get("revisions", {}).values())
    assert outcome(path, raw) == "edited"


REFUSED = {
    "empty": (b"", "empty", ""),
    "blank": (b" \n\n", "empty", ""),
    "zeros": (bytes(4096), "not_json", "1:1"),
    "utf16": ("{}".encode("utf-16"), "not_utf8", "1"),
    "latin1": (b'{\n"a": "\xe9"}', "not_utf8", "2"),
    "text": (b"<html>", "not_json", "1:1"),
    "conflict": (b"<<<<<<< HEAD\n{}\n", "not_json", "1:1"),
    "twice": (b"{%s}{%s}" % (META.encode(), META.encode()), "not_json", "1:32"),
    "cut": (b'{%s,\n"steps": {"1"' % META.encode(), "not_json", "2:14"),
    "deep": (b'{"a":' * 100_000, "not_json", ""),
    "deep list": (b"[" * 100_000, "not_json", ""),
    "nan": (b'{%s, "steps": {"1": {"a": NaN}}}' % META.encode(), "not_json", ""),
    "many digits": (b'{%s, "steps": {"1": {"a": %s}}}' % (META.encode(), b"9" * 5000), "not_json", ""),
    "beyond a float": (b'{%s, "steps": {"1": {}, "2": {"a": 1e999}}}' % META.encode(), "bad_value", "steps.2"),
    "lone surrogate": (b'{%s, "steps": {"1": {"a": "\\ud800"}}}' % META.encode(), "bad_value", "steps.1"),
    "surrogate in a name": (b'{%s, "\\ud800": {"1": {}}}' % META.encode(), "bad_value", "\\ud800"),
    "list": (b"[]", "not_tables", ""),
    "null": (b"null", "not_tables", ""),
    "no meta": (b"{}", "bad_schema", "_meta"),
    "stock file": (b'{"_default": {"1": {"a": 1}}}', "bad_schema", "_meta"),
    "meta is a list": (b'{"_meta": []}', "bad_schema", "_meta"),
    "schema is zero": (b'{"_meta": {"1": {"schema": 0}}}', "bad_schema", "_meta.1.schema"),
    "schema is true": (b'{"_meta": {"1": {"schema": true}}}', "bad_schema", "_meta.1.schema"),
    "table is a list": (b'{%s, "steps": [1]}' % META.encode(), "not_tables", "steps"),
    "document is null": (b'{%s, "steps": {"1": null}}' % META.encode(), "not_tables", "steps.1"),
    "revisions is text": (b'{%s, "revisions": "x"}' % META.encode(), "not_tables", "revisions"),
    "id is a word": (b'{%s, "steps": {"1": {}, "x": {}}}' % META.encode(), "bad_value", "steps.x"),
    "table twice": (b'{%s, "steps": {}, "steps": {}}' % META.encode(), "duplicate_key", "steps"),
    "key twice": (b'{%s, "steps": {"1": {"b": 1, "a": 1, "a": 2}}}' % META.encode(), "duplicate_key", "a"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_tracker_is_refused_with_the_reason_and_the_place(path: Path, name: str) -> None:
    raw, reason, where = REFUSED[name]
    path.write_bytes(raw)
    with pytest.raises(errors.Corrupt) as caught:
        FileStorage(path).read()
    assert (caught.value.path, caught.value.reason) == (str(path), reason)
    assert caught.value.where.encode("ascii", "backslashreplace").decode() == where
    assert reason in errors.Corrupt.REASONS
    assert outcome(path, raw) == reason


@pytest.mark.parametrize("raw", [b'{"_meta": {"1": {"schema": 3}}, "steps": []}', b'{"_meta": {"1": {"schema": 99}}}'])
def test_a_newer_file_is_neither_read_nor_written(path: Path, raw: bytes) -> None:
    assert outcome(path, raw) == "too_new"


def test_the_newest_good_backup_is_named(good: bytes, path: Path) -> None:
    first = list_backups(path)[-1]
    newer = make_backup(path)
    Path(newer.path).write_bytes(b"{")
    path.write_bytes(good[:-9])
    with pytest.raises(errors.Corrupt) as caught:
        FileStorage(path).read()
    assert caught.value.backup == first.name
    assert [backup.good for backup in list_backups(path)] == [True, False]


def test_no_backup_is_named_when_none_is_good(path: Path) -> None:
    path.write_bytes(b"{")
    with pytest.raises(errors.Corrupt) as caught:
        FileStorage(path).read()
    assert caught.value.backup == ""


def mutated(good: bytes, rng: random.Random) -> bytes:
    """`good` with one to four bytes or runs of bytes changed, cut, put in, doubled or exchanged."""
    raw = bytearray(good)
    for _ in range(rng.randint(1, 4)):
        at, other = rng.randrange(len(raw) + 1), rng.randrange(len(raw) + 1)
        run = raw[other : other + rng.randint(1, 40)]
        match rng.randrange(6):
            case 0:
                raw[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del raw[at : at + rng.randint(1, 40)]
            case 2:
                raw[at:at] = rng.randbytes(rng.randint(1, 8))
            case 3:
                raw[at:at] = run
            case 4:
                raw[at : at + 1] = rng.choice(
                    ['"', "{", "}", "[", ",", ":", "\n", "0", "-", "\\", "null", "1e999"]
                ).encode()
            case 5:
                del raw[at:]
        raw = raw or bytearray(b" ")
    return bytes(raw)


def test_mutated_files_give_a_message_or_are_accepted(good: bytes, path: Path) -> None:
    rng, seen = random.Random(20261123), Counter[str]()
    for _ in range(500):
        raw = mutated(good, rng)
        seen[outcome(path, raw)] += 1
    assert seen.keys() <= {"sealed", "edited", "too_new", *errors.Corrupt.REASONS}
    assert seen["edited"] > 10
    assert seen["not_json"] > 100


def test_mutations_under_a_seal_that_fits_give_a_message_too(good: bytes, path: Path) -> None:
    """Nobody's accident; but whatever a file says, there is a message and no traceback."""
    rng = random.Random(20261124)
    rest = good[good.index(b"\n") + 1 :]
    for _ in range(300):
        path.write_bytes(sealed(mutated(rest, rng)))
        reading(path)
        with suppress(errors.Corrupt):
            change(FileStorage(path))


def sealed(rest: bytes) -> bytes:
    return b'{"_meta": {"1": {"schema": 2, "seal": "%s"}},\n' % digest(rest).encode() + rest


def change(storage: FileStorage) -> None:
    with storage.transaction():
        storage.write({**storage.read(), "new": {"1": {}}})
        storage.append_revision({"number": 10**6})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(raw=st.binary() | st.text().map(str.encode))
def test_no_bytes_at_all_make_a_traceback(tmp_path: Path, raw: bytes) -> None:
    assert outcome(tmp_path / "any.json", raw) in errors.Corrupt.REASONS
