"""What Windows lacks is needed nowhere: neither where modules are imported nor where commands run."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINES = (
    ("init",),
    ("list",),
    ("update-step", "2", "--status", "in-progress", "--progress", "40", "--evidence", "محضر 118/2026"),
    ("undo", "--yes"),
    ("redo", "--yes"),
    ("history", "--verify"),
    ("status",),
    ("export", "-o", "all.json"),
    ("export", "steps", "-o", "steps.xlsx"),
    ("import", "steps.xlsx", "--yes"),
    ("merge", "all.json", "--status"),
    ("backup",),
    ("report", "all", "-o", "documents/"),
    ("config", "lang", "tr"),
    ("check",),
)
FOUND_SOMETHING = 3


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command line where nothing is that Windows lacks."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    own = {"HOME": str(home), "TRACKER_DB": str(home / "tracker.json"), "TRACKER_CONFIG": str(home / "config.toml")}
    env = {**kept, **own, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": "2026-11-23", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "tests.without_posix", *words],
        cwd=home,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_module_can_be_imported(tmp_path: Path) -> None:
    found = run(tmp_path, "--import-every-module")
    assert found.returncode == 0, found.stderr
    assert {"tracker.store.file.lock", "tracker.text.terminals.query"} <= set(found.stdout.split())


def test_commands_run(tmp_path: Path) -> None:
    for words in LINES:
        found = run(tmp_path, *words)
        assert found.returncode in {0, FOUND_SOMETHING}, f"{words}\n{found.stderr}"
        assert "Traceback" not in found.stderr
    assert (tmp_path / "documents" / "brief.docx").is_file()


def test_a_folder_in_place_of_the_file_is_told_as_one(tmp_path: Path) -> None:
    found = run(tmp_path, "--lang", "en", "--db", str(tmp_path), "list")
    assert (found.returncode, found.stdout) == (1, "")
    assert "file" in found.stderr
    assert "denied" not in found.stderr
