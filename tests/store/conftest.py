"""A storage in a folder of its own, and TinyDB on top of it as the store uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import servers
from tests.servers import Server
from tests.store.places import Place
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


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests of a process."""
    with servers.server() as made:
        yield made


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A place in which nothing is yet, in a file and on a server."""
    made = Place(tmp_path, request.getfixturevalue("server") if request.param == "server" else None)
    yield made
    made.close()
