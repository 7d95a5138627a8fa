"""Every system call that touches the file fails or kills, one at a time: old or new, said truly, usable afterwards."""

import random
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.store.program import change
from tests.store.running import litter, run, start, value
from tracker.store.file.file import FileStorage

CALLS = (
    "openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,"
    "mkdir,mkdirat,chmod,fchmod,fchown,flock"
)
STRACE = shutil.which("strace")

needs_strace = pytest.mark.skipif(not STRACE, reason="strace puts the faults in")


class Call(NamedTuple):
    """The `nth` use of a system call in the program, on `target` (a name, or the name behind a descriptor)."""

    name: str
    nth: int
    target: str


def calls_of(path: Path, *words: object) -> list[Call]:
    """The calls that touch the folder of `path`, in their order, when the program runs."""
    log = path.parent.parent / "strace.log"
    done = run(path, *words, prefix=("strace", "-f", "-y", "-qq", "-o", str(log), "-e", f"trace={CALLS}"))
    assert done.returncode == 0, done.stderr
    counts: dict[str, int] = {}
    found = []
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"\d+ +(\w+)\((.*)", line)
        if not match or match[1] not in CALLS.split(","):
            continue
        counts[match[1]] = counts.get(match[1], 0) + 1
        rest = re.sub(r"AT_FDCWD<[^>]*>", "", match[2])
        if target := re.search(re.escape(str(path.parent)) + r'[^">]*', rest):
            found.append(Call(match[1], counts[match[1]], target[0]))
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In a folder with nothing else."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder / "tracker.json"


@needs_strace
def test_the_order_is_safe_against_a_loss_of_power(path: Path) -> None:
    run(path, "set", 1)
    calls = calls_of(path, "set", 2)
    changing = [call for call in calls if call.name not in {"openat", "flock", "fchmod", "fchown"}]
    folder, temporary = str(path.parent), re.compile(re.escape(f"{path.parent}/.{path.name}.") + r"\w+\.tmp")
    written = [call for call in changing if call.name == "write"]
    assert written, "something is written"
    assert all(temporary.fullmatch(call.target) for call in written), "never into the live file"
    swap = next(place for place, call in enumerate(changing) if call.name.startswith("rename"))
    assert temporary.fullmatch(changing[swap].target)
    flushed = [
        place for place, call in enumerate(changing) if call.name == "fsync" and temporary.fullmatch(call.target)
    ]
    linked = [place for place, call in enumerate(changing) if call.name.startswith("link")]
    assert max(place for place, call in enumerate(changing) if call in written) < flushed[0] < linked[0] < swap
    assert ("fsync", folder) in [(call.name, call.target) for call in changing[swap + 1 :]]
    assert next(call for call in calls if call.name == "flock").target == f"{path}.lock"


@needs_strace
def test_a_command_reads_the_file_once_and_leaves_two_flushes(path: Path) -> None:
    run(path, "set", 1)
    run(path, "set", 2)
    calls = calls_of(path, "set", 3)
    assert [call.target for call in calls if call.name == "openat"].count(str(path)) == 1
    assert sum(call.name == "fsync" for call in calls) == 2


def injected(path: Path, call: Call, fault: str, *words: object) -> subprocess.CompletedProcess[str]:
    inject = f"inject={call.name}:{fault}:when={call.nth}"
    trace = str(path.parent.with_name(f"{path.parent.name}.trace"))  # not among what the program may leave behind
    return run(path, *words, prefix=("strace", "-f", "-qq", "-o", trace, "-e", f"trace={call.name}", "-e", inject))


@pytest.mark.slow
@needs_strace
@pytest.mark.parametrize(
    ("fault", "old", "new"),
    [
        ("signal=SIGKILL", 2, 50),  # the file grows
        ("signal=SIGKILL", 50, 2),  # the file shrinks
        ("error=ENOSPC", 2, 50),
        ("error=EIO", 50, 2),
        ("error=EINTR", 2, 50),
    ],
)
def test_a_fault_anywhere_leaves_the_old_or_the_new(path: Path, tmp_path: Path, fault: str, old: int, new: int) -> None:
    run(path, "set", 1)
    run(path, "set", old)
    saved = tmp_path / "saved"
    shutil.copytree(path.parent, saved)
    calls = calls_of(path, "set", new)
    assert len(calls) > 8
    for call in calls:
        shutil.rmtree(path.parent)
        shutil.copytree(saved, path.parent)
        done = injected(path, call, fault, "set", new)
        stored = value(path)
        assert stored in {old, new}, call
        if done.returncode == 0 or "NotFlushed" in done.stderr:
            assert stored == new, call
        elif fault != "signal=SIGKILL":
            assert stored == old, (call, done.stderr)
        assert "Traceback" not in done.stderr, (call, done.stderr)
        change(FileStorage(path), value=51)
        assert value(path) == 51
        assert litter(path) == set(), call


@pytest.mark.slow
@needs_strace
@pytest.mark.parametrize("fault", ["signal=SIGKILL", "error=EIO"])
def test_a_fault_while_the_file_is_made_leaves_none_or_a_whole_one(path: Path, fault: str) -> None:
    calls = calls_of(path, "set", 3)
    for call in calls:
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        injected(path, call, fault, "set", 3)
        assert not path.exists() or value(path) == 3, call
        change(FileStorage(path), value=51)
        assert value(path) == 51


@pytest.mark.slow
def test_a_writer_that_is_killed_leaves_a_whole_file_and_no_lock(path: Path) -> None:
    run(path, "set", 0)
    rng = random.Random(11)
    for _ in range(8):
        process = start(path, "loop")
        time.sleep(rng.uniform(0.3, 0.5))
        process.kill()
        process.communicate()
        before = value(path)
    assert before >= 0
    assert run(path, "set", 42).returncode == 0
    assert value(path) == 42
    assert litter(path) == set()


@pytest.mark.slow
def test_commands_that_are_killed_lose_nothing_that_was_acknowledged(path: Path) -> None:
    begun = time.monotonic()
    run(path, "set", 1)
    seconds = time.monotonic() - begun
    rng, present, acknowledged = random.Random(13), 1, 0
    for _ in range(30):
        wanted = present % 99 + 1
        process = start(path, "set", wanted)
        time.sleep(rng.uniform(0.4, 1.3) * seconds)
        process.kill()
        process.communicate()
        if process.returncode == 0:
            acknowledged += 1
            assert value(path) == wanted
        assert value(path) in {present, wanted}
        present = value(path)
    assert run(path, "set", 42).returncode == 0
    assert litter(path) == set()
