"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket, without a network address."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PLACES = (
    "/usr/lib/postgresql/*/bin/initdb",
    "/usr/local/pgsql/bin/initdb",
    "/opt/homebrew/opt/postgresql*/bin/initdb",
)


def programs() -> Path | None:
    """The folder with the programs of the newest server on this machine; None without one."""
    found = [path for place in _PLACES for path in sorted(Path("/").glob(place[1:]), key=_version, reverse=True)]
    named = shutil.which("initdb")
    return found[0].parent if found else Path(named).parent if named else None


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in path.parent.parent.name.split(".") if part.isdigit())


class Server:
    """A running server; `folder` holds its socket and its data."""

    def __init__(self, folder: Path, binaries: Path, user: str | None) -> None:
        self.folder, self._binaries, self._user = folder, binaries, user

    def address(self, tracker: str = "main", login: str = "postgres", database: str = "trackers") -> str:
        return f"postgresql:///{database}?host={self.folder}&user={login}&tracker={tracker}"

    def conninfo(self, login: str = "postgres", database: str = "trackers") -> str:
        return f"host={self.folder} user={login} dbname={database}"

    def run(self, program: str, *words: str) -> None:
        """Run one of the server's programs as the user whose data it is."""
        subprocess.run(
            [str(self._binaries / program), *words],
            check=True,
            user=self._user,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
        )

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c max_connections=200"
        self.run(
            "pg_ctl", "start", "-w", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", options
        )

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "stop", "-w", "-m", mode, "-D", str(self.folder / "data"))


@contextmanager
def server(*, safe: bool = False) -> Iterator[Server]:
    """A server that ends with the block; `safe` waits for the disk, as one does that is about to be killed."""
    binaries = programs()
    if binaries is None:
        pytest.skip("there is no PostgreSQL server (Debian: postgresql)")
    user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # the path of a socket has 107 bytes at most
    try:
        if user:
            shutil.chown(folder, user)
        made = Server(folder, binaries, user)
        made.run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "postgres", "--no-sync", "--locale=C.UTF-8")
        if not safe:
            with (folder / "data/postgresql.conf").open("a", encoding="utf-8") as settings:
                settings.write("fsync=off\nsynchronous_commit=off\nfull_page_writes=off\n")
        made.start()
        try:
            made.run("createdb", "-h", str(folder), "-U", "postgres", "trackers")
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
