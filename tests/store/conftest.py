"""A storage in a folder of its own, and TinyDB on top of it as the store uses it."""

from pathlib import Path

import pytest

from tracker.store.file.file import FileStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.json"


@pytest.fixture
def storage(path: Path) -> FileStorage:
    """A file with two steps and one revision."""
    made = FileStorage(path)
    with made.transaction():
        made.write({"steps": {"1": {"code": "S1", "progress": 0}, "2": {"code": "S2", "progress": 0}}, "notes": {}})
        made.append_revision({"number": 1, "schema": 2})
    return FileStorage(path)
