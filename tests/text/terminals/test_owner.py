"""The program that owns a session, with real processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.text.terminals.owner import NOBODY, Owner, by_owner, executable, owner

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")

ROOT = Path(__file__).parents[3]
ASK = "from tracker.text.terminals.owner import owner; found = owner(); print(found.pid, found.name)"


def started_by(program: Path) -> list[str]:
    """Who owns a session that `program`, a shell by another name, opens as a terminal does."""
    line = f'setsid {sys.executable} -c "{ASK}"; true'
    done = subprocess.run([program, "-c", line], capture_output=True, text=True, check=True)
    return done.stdout.split(maxsplit=1)


@pytest.mark.parametrize("name", ["qterminal", "xterm", "a) 1 (b", "gnome-terminal-server"])
def test_it_is_the_parent_of_the_leader(name: str, tmp_path: Path) -> None:
    program = tmp_path / name
    shutil.copy("/bin/sh", program)
    _, found = started_by(program)
    assert found.strip() == name[:15]


@pytest.mark.skipif(shutil.which("script") is None, reason="script is not installed")
def test_it_is_seen_through_what_only_passes_on(tmp_path: Path) -> None:
    program = tmp_path / "qterminal"
    shutil.copy("/bin/sh", program)
    asking = tmp_path / "asking.py"
    asking.write_text(ASK)
    line = f"setsid script -qec '{sys.executable} {asking}' {tmp_path / 'typescript'}; true"
    done = subprocess.run(
        [program, "-c", line],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.split()[-1] == "qterminal"


def test_known_names_are_terminals() -> None:
    for name, family, mode in [
        ("qterminal", "qterminal", "q"),
        ("pterm", "putty", "h"),
        ("gnome-terminal-", "vte", "c"),
    ]:
        found = by_owner(Owner(7, name))
        assert found is not None
        assert (found.family, found.mode, found.rule) == (family, mode, "owner")
    assert by_owner(Owner(7, "sshd")) is by_owner(NOBODY) is None


def test_what_cannot_be_seen_is_nobody() -> None:
    assert owner(1 << 30) == NOBODY
    assert executable(NOBODY) == ""
    assert executable(Owner(1 << 30, "gone")) == "gone"
    assert executable(Owner(os.getpid(), "us")) == str(Path(sys.executable).resolve())
