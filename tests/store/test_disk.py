"""Where the file may be, who may see it, and what happens when the system says no."""

import ctypes
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.store import small_disk
from tests.store.running import litter, run, words
from tests.store.small_disk import UNABLE
from tracker import errors
from tracker.store.file.backup_folder import folder_of
from tracker.store.file.backups import list_backups
from tracker.store.file.disk import make_folder
from tracker.store.file.file import FileStorage

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def without_privilege() -> None:
    """Root without its power over the bits of a mode."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def mode(path: Path | str) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def write(path: Path, number: int = 1) -> None:
    storage = FileStorage(path)
    with storage.transaction():
        storage.write({"values": {"1": {"value": number}}})


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_what_is_made_is_for_the_owner_alone(tmp_path: Path, mask: int) -> None:
    path = tmp_path / "new" / "er" / "tracker.json"
    with umask(mask):
        write(path, 1)
        write(path, 2)
    assert [mode(each) for each in (path, f"{path}.lock")] == [0o600] * 2
    assert [mode(each) for each in (tmp_path / "new", path.parent, folder_of(path))] == [0o700] * 3
    assert {mode(each.path) for each in list_backups(path)} == {0o600}


@pytest.mark.parametrize("given", [0o660, 0o640, 0o644, 0o600])
def test_the_mode_of_the_file_is_kept(path: Path, given: int) -> None:
    write(path, 1)
    path.chmod(given)
    write(path, 2)
    write(path, 3)
    assert mode(path) == given
    shared = given == 0o660
    assert (mode(f"{path}.lock"), mode(folder_of(path))) == ((0o660, 0o770) if shared else (0o600, 0o700))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_group_are_kept(path: Path) -> None:
    write(path, 1)
    path.chmod(0o660)
    os.chown(path, 12345, 23456)
    write(path, 2)
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (12345, 23456, 0o660)
    for beside in (Path(f"{path}.lock"), Path(folder_of(path))):
        assert beside.stat().st_gid == 23456


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder in which everybody may write; those of pytest stand in private ones."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a file of somebody else")
def test_a_group_that_cannot_be_given_gets_no_rights(open_folder: Path) -> None:
    """A member of another group, let in by the mode for all, must not open the file to that group."""
    path = open_folder / "tracker.json"
    write(path, 1)
    os.chown(path, 12345, 23456)
    path.chmod(0o666)
    os.chown(f"{path}.lock", 54321, 54321)
    child = os.fork()
    if not child:
        os.setgroups([])
        os.setgid(54321)
        os.setuid(54321)
        with suppress(BaseException):
            write(path, 5)
        os._exit(0)
    os.waitpid(child, 0)
    assert (value_of(path), path.stat().st_gid, mode(path)) == (5, 54321, 0o606)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes")
def test_attributes_of_the_user_are_kept(path: Path) -> None:
    write(path, 1)
    try:
        os.setxattr(path, "user.note", "ملاحظة".encode())
    except OSError:
        pytest.skip("the file system has no attributes")
    write(path, 2)
    assert os.getxattr(path, "user.note").decode() == "ملاحظة"


@pytest.mark.skipif(not shutil.which("setfacl"), reason="no setfacl")
def test_the_access_list_is_kept(path: Path) -> None:
    write(path, 1)
    done = subprocess.run(["setfacl", "-m", "u:12345:rw", str(path)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("the file system has no access lists")
    before = os.getxattr(path, "system.posix_acl_access")
    write(path, 2)
    assert os.getxattr(path, "system.posix_acl_access") == before


def test_a_symbolic_link_stays_one(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "real" / "data.json"
    real.parent.mkdir()
    path.symlink_to(real)
    write(path, 1)  # through a link that leads to nothing yet
    write(path, 2)
    assert path.is_symlink()
    assert FileStorage(real).read()["values"]["1"]["value"] == 2
    assert {each.name for each in real.parent.iterdir()} == {"data.json", "data.json.lock", "data.json.backups"}
    assert set(tmp_path.iterdir()) == {real.parent, path}


def test_other_names_of_the_file_are_not_cut_off(path: Path, tmp_path: Path) -> None:
    write(path, 1)
    (tmp_path / "second.json").hardlink_to(path)
    before = path.read_bytes()
    with pytest.raises(errors.Detached):
        write(path, 2)
    assert path.read_bytes() == before
    assert FileStorage(path).read()["values"]["1"]["value"] == 1


def test_a_second_name_among_the_backups_is_ours(path: Path) -> None:
    """A writer was killed after it had linked the old version and before it replaced it."""
    write(path, 1)
    write(path, 2)
    Path(folder_of(path), "20261123T120000.000000Z-write.json").hardlink_to(path)
    write(path, 3)
    assert value_of(path) == 3


def value_of(path: Path) -> int:
    value: int = FileStorage(path).read()["values"]["1"]["value"]
    return value


@pytest.mark.parametrize(
    ("make", "reason"),
    [(Path.mkdir, "not_a_file"), (os.mkfifo, "not_a_file"), (Path.touch, "empty")],
    ids=["folder", "pipe", "empty"],
)
def test_what_is_no_file_is_refused_without_waiting(path: Path, make: Callable[[Path], None], reason: str) -> None:
    make(path)
    for act in (FileStorage(path).read, lambda: write(path)):
        with pytest.raises(errors.Corrupt) as caught:
            act()
        assert caught.value.reason == reason


def test_links_in_a_circle_and_files_as_folders_are_refused(path: Path, tmp_path: Path) -> None:
    path.symlink_to(path)
    (tmp_path / "plain").touch()
    for place in (path, tmp_path / "plain" / "x.json", tmp_path / ("n" * 300)):
        with pytest.raises(errors.CannotRead) as caught:
            FileStorage(place).read()
        assert caught.value.path == str(place)
        assert caught.value.cause
        with pytest.raises((errors.CannotWrite, errors.CannotRead)):
            write(place)


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "readable"),
    [(0o444, 0o755, True), (0o644, 0o555, True), (0o000, 0o755, False)],
    ids=["read-only file", "read-only folder", "unreadable file"],
)
def test_a_place_without_rights_is_read_if_it_can_be_and_never_written(
    path: Path, file_mode: int, folder_mode: int, readable: bool
) -> None:
    run(path, "set", 1)
    before = path.read_bytes()
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    try:
        read = run(path, "read", preexec_fn=without_privilege)
        written = run(path, "set", 2, preexec_fn=without_privilege)
    finally:
        path.parent.chmod(0o755)
    assert (read.returncode == 0) == readable, read.stderr
    assert written.returncode == 1
    assert written.stderr.startswith("CannotWrite" if readable else "CannotRead")
    assert "Permission denied" in written.stderr
    assert path.read_bytes() == before
    assert litter(path) == set()


def test_a_read_only_place_needs_no_lock_file_to_be_read(path: Path) -> None:
    run(path, "set", 1)
    Path(f"{path}.lock").unlink()
    path.parent.chmod(0o555)
    try:
        read = run(path, "read", preexec_fn=without_privilege)
        written = run(path, "set", 2, preexec_fn=without_privilege)
    finally:
        path.parent.chmod(0o755)
    assert '"value": 1' in read.stdout
    assert written.stderr.startswith("CannotWrite")


@pytest.mark.slow
def test_a_limit_on_the_size_of_files_loses_nothing(path: Path) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    stored, refused = [], None
    for number in range(40):
        done = run(path, "add", f"{number}-{'x' * 300}", preexec_fn=small)
        if done.returncode:
            refused = done
            break
        stored.append(done.stdout.strip())
    assert refused is not None
    assert refused.stderr.startswith("NoSpace")
    assert words(path) == stored
    assert len(stored) > 2
    assert litter(path) == set()
    assert run(path, "add", "room again").returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("unshare"), reason="needs root to make a small disk")
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    alone = ["unshare", "-m", "--propagation", "private", sys.executable, str(small_disk.__file__), str(tmp_path)]
    done = subprocess.run(alone, capture_output=True, text=True, check=False)
    if done.returncode == UNABLE:
        pytest.skip("cannot mount")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_drive_that_is_missing_has_nothing_above_it_to_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "isdir", lambda _: False)
    make_folder("/")
