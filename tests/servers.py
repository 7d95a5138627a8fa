"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket, without a network address."""

import os
import shutil
import socket
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
        self.port: int | None = None

    def address(self, tracker: str = "main", login: str = "postgres", database: str = "trackers") -> str:
        return f"postgresql:///{database}?host={self.folder}&port={self.port or 5432}&user={login}&tracker={tracker}"

    def conninfo(self, login: str = "postgres", database: str = "trackers") -> str:
        return f"host={self.folder} port={self.port or 5432} user={login} dbname={database}"

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
        where = f"-c listen_addresses=127.0.0.1 -c port={self.port}" if self.port else "-c listen_addresses=''"
        options = f"{where} -c unix_socket_directories='{self.folder}' -c max_connections=400"
        self.run(
            "pg_ctl", "start", "-w", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", options
        )

    def guard(self) -> None:
        """Ask every login but `postgres` for its password, and listen to the network, with a certificate of its own.

        Where no certificate can be made it stays on its socket, and `port` is None.
        """
        rules = "local all postgres trust\nlocal all all scram-sha-256\nhostssl all postgres 127.0.0.1/32 trust\n"
        (self.folder / "data/pg_hba.conf").write_text(rules, encoding="utf-8")
        if certificate(self.folder / "server.crt", self.folder / "server.key"):
            if self._user:
                shutil.chown(self.folder / "server.key", self._user)
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
            settings = f"ssl=on\nssl_cert_file='{self.folder}/server.crt'\nssl_key_file='{self.folder}/server.key'\n"
            with (self.folder / "data/postgresql.conf").open("a", encoding="utf-8") as file:
                file.write(settings)
        self.stop("fast")
        self.start()

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "stop", "-w", "-m", mode, "-D", str(self.folder / "data"))


def certificate(path: Path, key: Path) -> bool:
    """Make a certificate for this computer, signed by itself; gives whether that was possible."""
    if not shutil.which("openssl"):
        return False
    words = ["req", "-new", "-x509", "-days", "3650", "-nodes", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost", "-out", str(path), "-keyout", str(key)]
    subprocess.run(["openssl", *words, *names], check=True, capture_output=True)
    key.chmod(0o600)
    return True


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
