"""Servers that go away, wrong passwords, killed clients: a clear word, and the truth about the change."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import servers
from tests.servers import Server
from tests.store.places import Place
from tests.store.proxy import Proxy
from tests.store.stores import act, attach, change, update
from tracker import errors
from tracker.store.open import open_store
from tracker.store.postgres import committing
from tracker.store.postgres.address import Address, address_of, secure, shown
from tracker.store.postgres.engine import PostgresEngine
from tracker.store.store import Store
from tracker.store.template import template_state
from tracker.store.verify import verify_chain


@pytest.fixture
def place(server: Server, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path, server)
    made.store().create(act("init"), template_state())
    yield made
    made.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="px") as made:
        yield Path(made)


def through(proxy: Proxy, place: Place) -> Store:
    assert place.server
    address = place.address.replace(str(place.server.folder), str(proxy.folder))
    return place.opened(open_store(place.path, named=True, address=address))


def papers(place: Place) -> list[str]:
    """The references of all papers; the chain that leads to them is whole."""
    store = place.store(named=True)
    assert verify_chain(store).broken is None
    return sorted(paper.reference for paper in store.load().evidence.values() if paper.rev)


@pytest.mark.parametrize("delivered", [True, False])
def test_a_commit_without_an_answer_is_looked_up(place: Place, folder: Path, *, delivered: bool) -> None:
    assert place.server
    proxy = Proxy(folder, place.server.folder, b"COMMIT", delivered=delivered)
    store = through(proxy, place)
    if delivered:
        assert change(store, attach("S1", "kept")).revision
        assert store.engine.committed
    else:
        with pytest.raises(errors.Unreachable):
            change(store, attach("S1", "lost"))
        assert not store.engine.committed
    place.close()
    proxy.close()
    assert papers(place) == (["kept"] if delivered else [])


def test_where_nobody_can_be_asked_it_says_that_it_does_not_know(
    place: Place, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.server
    monkeypatch.setattr(committing, "_SETTLED", 0.5)
    proxy = Proxy(folder, place.server.folder, b"COMMIT", delivered=True, for_good=True)
    store = through(proxy, place)
    with pytest.raises(errors.OutcomeUnknown) as unknown:
        change(store, attach("S1", "kept"))
    place.close()
    proxy.close()
    assert papers(place) == ["kept"]
    (last, *_) = place.store(named=True).revisions(newest_first=True)
    assert unknown.value.revision == last.uuid


@pytest.mark.parametrize("word", [b"tracker.locked", b"tracker.append", b"BEGIN"])
def test_a_server_that_goes_away_earlier_has_kept_nothing(place: Place, folder: Path, word: bytes) -> None:
    assert place.server
    proxy = Proxy(folder, place.server.folder, word, delivered=True)
    with pytest.raises(errors.Unreachable):
        change(through(proxy, place), attach("S1", "lost"))
    place.close()
    place.close()
    proxy.close()
    assert papers(place) == []
    assert change(place.store(named=True), attach("S1", "kept")).revision


def test_another_writer_is_waited_for_and_then_told(place: Place) -> None:
    assert place.server
    with psycopg.connect(place.server.conninfo()) as other:
        other.execute("SELECT tracker.locked(%s)", (address_of(place.address).tracker,))
        engine = PostgresEngine(address_of(place.address), place.path, lock_seconds=0.2)
        with pytest.raises(errors.Locked) as locked:
            change(Store(engine, None), attach("S1", "lost"))
        assert locked.value.seconds == 0.2
        assert place.store(named=True).load().steps  # who only reads does not wait
    engine.close()
    assert papers(place) == []


def test_a_statement_that_takes_too_long_is_given_up(place: Place) -> None:
    engine = PostgresEngine(address_of(place.address), place.path, statement_seconds=0.2)
    store = Store(engine, None)
    with pytest.raises(errors.TookTooLong), engine.transaction(), engine.told():
        engine.db.execute(b"SELECT pg_sleep(5)")
    engine.close()
    assert papers(place) == []
    del store


KILLED = """
import os, signal, sys, time
from pathlib import Path
from tests.store.stores import attach, change
from tracker.store.open import open_store
from tracker.store.postgres import committing
point, put = sys.argv[3], committing.put

def waiting(*given):
    if point == "before": print("now", flush=True); time.sleep(60)
    if point == "interrupted":
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background
        os.kill(os.getpid(), signal.SIGINT)
    put(*given)
    if point == "after": print("now", flush=True); time.sleep(60)

committing.put = waiting
store = open_store(Path(sys.argv[1]), named=True, address=sys.argv[2])
change(store, attach("S1", "killed"))
print("now", flush=True); time.sleep(60)
"""


@pytest.mark.parametrize("point", ["before", "after", "committed"])
def test_a_client_that_is_killed_leaves_all_or_nothing_and_no_lock(place: Place, point: str) -> None:
    words = [sys.executable, "-c", KILLED, str(place.path), place.address, point]
    client = subprocess.Popen(words, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert client.stdout
    assert client.stdout.readline() == b"now\n"
    client.kill()
    client.wait()
    client.stdout.close()
    started = time.monotonic()
    change(place.store(named=True), attach("S2", "next"))
    assert time.monotonic() - started < 9
    assert papers(place) == (["killed", "next"] if point == "committed" else ["next"])


def test_who_breaks_in_during_the_commit_waits_for_its_end(place: Place) -> None:
    words = [sys.executable, "-c", KILLED, str(place.path), place.address, "interrupted"]
    done = subprocess.run(words, check=False, capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=60)
    assert "KeyboardInterrupt" in done.stderr
    assert papers(place) == ["killed"]


@pytest.mark.slow
def test_a_server_that_is_killed_and_started_has_what_it_acknowledged(tmp_path: Path) -> None:
    with servers.server(safe=True) as own:
        place = Place(tmp_path, own)
        place.store().create(act("init"), template_state())
        acknowledged: list[str] = []
        unknown: list[str] = []
        ended = threading.Event()

        def work(worker: int) -> None:
            number = 0
            while not ended.is_set():
                number += 1
                reference = f"{worker}-{number}"
                store = place.store(named=True)
                try:
                    change(store, attach(f"S{worker + 1}", reference))
                    acknowledged.append(reference)
                except errors.OutcomeUnknown:
                    unknown.append(reference)
                except errors.StoreError:
                    time.sleep(0.05)

        threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(3):
            time.sleep(1.5)
            own.stop()
            own.start()
        time.sleep(1)
        ended.set()
        for thread in threads:
            thread.join()
        found = papers(place)
        assert len(acknowledged) > 20
        assert len(found) == len(set(found))
        assert set(acknowledged) <= set(found) <= {*acknowledged, *unknown}
        place.close()


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Server]:
    """A server that asks for passwords, and lets a login in by network with TLS."""
    with servers.server() as made:
        made.guard()
        yield made


def test_a_password_is_kept_where_libpq_keeps_it_and_shown_nowhere(
    guarded: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Place(tmp_path, guarded).store().create(act("init"), template_state())
    with psycopg.connect(guarded.conninfo(), autocommit=True) as owner:
        owner.execute("CREATE ROLE amina LOGIN PASSWORD 'the-right-word'")
        (name,) = owner.execute("SELECT name FROM tracker.book").fetchone() or ("",)
        owner.execute("SELECT tracker.share(%s, 'amina', 'reader', '')", (name,))
    address = guarded.address(name, "amina")
    known = tmp_path / "pgpass"
    monkeypatch.setenv("PGPASSFILE", str(known))
    for word, good in (("the-right-word", True), ("a-wrong-word", False), ("", False)):
        known.write_text(f"*:*:*:amina:{word}\n" if word else "")
        known.chmod(0o600)
        store = open_store(tmp_path / "x.json", named=True, address=address)
        if good:
            assert store.load().steps
            continue
        with pytest.raises(errors.LoginRefused) as refused:
            store.load()
        assert "word" not in str(vars(refused.value))


def test_a_server_whose_certificate_nobody_vouches_for_is_refused(guarded: Server, tmp_path: Path) -> None:
    if guarded.port is None:
        pytest.skip("there is no openssl to make a certificate")
    Place(tmp_path, guarded).store().create(act("init"), template_state())
    with psycopg.connect(guarded.conninfo()) as owner:
        (name,) = owner.execute("SELECT name FROM tracker.book").fetchone() or ("",)
    address = f"postgresql://postgres@localhost:{guarded.port}/trackers?tracker={name}&sslmode=verify-full&sslrootcert="
    own = open_store(tmp_path / "x.json", named=True, address=f"{address}{guarded.folder}/server.crt")
    assert own.load().steps
    other = tmp_path / "other.crt"
    servers.certificate(other, tmp_path / "other.key")
    with pytest.raises(errors.NotSecure):
        open_store(tmp_path / "x.json", named=True, address=f"{address}{other}").load()


@pytest.mark.parametrize(
    ("host", "mode"), [("db.example", "verify-full"), ("10.1.2.3", "verify-full"), ("localhost", None), ("/run", None)]
)
def test_what_leaves_the_computer_is_encrypted(host: str, mode: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGSSLMODE", "PGSERVICE", "PGHOST"):
        monkeypatch.delenv(name, raising=False)
    assert secure({"host": host}).get("sslmode") == mode
    assert secure({"host": host, "sslmode": "disable"})["sslmode"] == "disable"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://u:word@h/d",
        "postgresql://:word@h/d?tracker=x",
        "postgres://h/d?password=word",
        "postgresql://h/d?sslpassword=word&tracker=x",
    ],
)
def test_a_password_in_an_address_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(errors.PasswordInAddress) as refused:
        address_of(text)
    assert "word" not in str(vars(refused.value)) + shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://h/d?tracker=A",
        "postgresql://h/d?tracker=a&tracker=b",
        "postgresql://h/d?tracker=",
        "postgresql://h/d\n",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(errors.BadAddress):
        address_of(text)


def test_an_address_is_taken_apart() -> None:
    assert address_of("postgresql://h/d?tracker=mou&sslmode=require") == Address(
        "postgresql://h/d?sslmode=require", "mou", "postgresql://h/d?tracker=mou&sslmode=require"
    )
    assert address_of("postgres://h/d").tracker == "main"


@pytest.mark.parametrize("text", ["UPDATE tracker.structure SET version = 99", "UPDATE tracker.book SET schema = 99"])
def test_what_a_newer_program_has_made_is_left_alone(tmp_path: Path, text: str) -> None:
    with servers.server() as own:
        place = Place(tmp_path, own)
        place.store().create(act("init"), template_state())
        with psycopg.connect(own.conninfo(), autocommit=True) as owner:
            owner.execute(text.encode())
        with pytest.raises(errors.TooNew) as newer:
            place.store(named=True).load()
        assert newer.value.found == 99
        place.close()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("postgresql:///none?host={folder}&user=postgres", errors.NoDatabase),
        ("postgresql:///trackers?host={folder}&user=stranger", errors.LoginRefused),
        ("postgresql:///trackers?host={folder}x&user=postgres", errors.Unreachable),
        ("postgresql://no-such-host.invalid/x", errors.NoSuchHost),
        ("postgresql:///trackers?host={folder}&colour=red", errors.BadAddress),
        ("postgresql:///trackers?host={folder}&user=postgres&tracker=nothing", errors.DatabaseMissing),
        ("postgresql:///postgres?host={folder}&user=postgres&tracker=nothing", errors.DatabaseMissing),
    ],
)
def test_where_there_is_nothing_it_says_what_is_missing(
    server: Server, tmp_path: Path, address: str, kind: type[errors.StoreError]
) -> None:
    store = open_store(tmp_path / "x.json", named=True, address=address.format(folder=server.folder))
    with pytest.raises(kind):
        store.load()
    with pytest.raises(kind):
        change(store, update(declared=1))


def test_a_server_that_does_not_wait_while_somebody_is_asked_loses_nothing(place: Place) -> None:
    store = place.store(named=True)
    store.load()
    assert isinstance(store.engine, PostgresEngine)
    store.engine.db.execute(b"SET idle_in_transaction_session_timeout = '50ms'")
    time.sleep(0.3)  # as long as a question takes
    assert change(store, update("S1", declared=30)).revision
    assert place.store(named=True).load().steps["S1"].declared == 30
