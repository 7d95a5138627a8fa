import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.running import run, start, words
from tracker import errors
from tracker.store.file import backups, lock
from tracker.store.file.file import FileStorage

OPEN_FILES = Path("/proc/self/fd")


def test_a_second_writer_waits_and_then_gives_up(path: Path) -> None:
    run(path, "set", 1)
    holder = start(path, "hold", 30)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        begun = time.monotonic()
        with pytest.raises(errors.Locked) as caught, FileStorage(path, lock_seconds=0.3).transaction():
            pass
        assert caught.value.seconds == 0.3
        assert time.monotonic() - begun >= 0.3
        assert FileStorage(path).read()["values"]["1"]["value"] == 1, "a reader does not wait"
    finally:
        holder.kill()
        holder.wait()
        holder.communicate()
    with FileStorage(path, lock_seconds=0.3).transaction():
        pass  # the lock died with its holder


@pytest.mark.slow
def test_four_writers_lose_nothing(path: Path) -> None:
    """The file does not exist at first: the four create it together."""
    writers = [start(path, "add", *(f"w{writer}n{number}" for number in range(10))) for writer in range(4)]
    ends = [writer.communicate(timeout=60) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4, ends
    assert sorted(words(path)) == sorted(word for out, _ in ends for word in out.split())
    assert len(words(path)) == 40
    assert [line["number"] for line in FileStorage(path).revision_lines()] == list(range(1, 41))


def test_names_that_lead_to_one_file_share_the_lock(path: Path, tmp_path: Path) -> None:
    run(path, "set", 1)
    other = tmp_path / "elsewhere" / "link.json"
    other.parent.mkdir()
    other.symlink_to(path)
    with (
        FileStorage(path).transaction(),
        pytest.raises(errors.Locked),
        FileStorage(other, lock_seconds=0).transaction(),
    ):
        pass
    assert list(other.parent.iterdir()) == [other]


def test_the_lock_file_stays_and_follows_the_rights_of_the_file(path: Path) -> None:
    run(path, "set", 1)
    side = Path(str(path) + lock.SUFFIX)
    assert stat.S_IMODE(side.stat().st_mode) == 0o600
    path.chmod(0o660)
    inode = side.stat().st_ino
    run(path, "set", 2)
    assert stat.S_IMODE(side.stat().st_mode) == 0o660
    path.chmod(0o640)
    run(path, "set", 3)
    assert stat.S_IMODE(side.stat().st_mode) == 0o600
    assert side.stat().st_ino == inode


def test_a_link_in_place_of_the_lock_file_is_not_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "victim").touch(mode=0o644)
    Path(str(path) + lock.SUFFIX).symlink_to(tmp_path / "victim")
    with pytest.raises(errors.CannotWrite), FileStorage(path).transaction():
        pass
    assert stat.S_IMODE((tmp_path / "victim").stat().st_mode) == 0o644


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="counts open files in /proc")
def test_no_file_stays_open(path: Path) -> None:
    before = len(list(OPEN_FILES.iterdir()))
    for value in range(3):
        storage = FileStorage(path)
        with storage.transaction():
            storage.write({"values": {"1": {"value": value}}})
    with pytest.raises(errors.Corrupt):
        FileStorage(path.parent).read()
    assert len(list(OPEN_FILES.iterdir())) == before


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_beside_what_is_no_file_nothing_is_left(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    with pytest.raises(errors.Corrupt), FileStorage(path).transaction():
        pass
    with pytest.raises(errors.Corrupt):
        backups.make_backup(path)
    assert list(path.parent.iterdir()) == [path]


def test_where_something_else_lies_the_newest_backup_is_named(path: Path) -> None:
    storage = FileStorage(path)
    with storage.transaction():
        storage.write({"values": {}})
    kept = backups.make_backup(path).name
    path.unlink()
    path.mkdir()
    with pytest.raises(errors.Corrupt, match=kept):
        backups.make_backup(path)
    with pytest.raises(errors.Corrupt, match=kept), storage.transaction():
        pass
