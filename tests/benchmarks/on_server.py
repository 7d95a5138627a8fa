"""A tracker on a server: what commands cost beside a file, and many at once. `python -m tests.benchmarks.on_server`.

    … on_server cost [ACTIVITIES …]     processor time of the client ÷ the file at 10,000 activities, and seconds
    … on_server stress [CLIENTS WRITES] clients that write and read at once, with readers beside them; then the server
                                        is killed in the middle, then clients: what was acknowledged is there once

It starts a server of its own, which waits for the disk as one at work does.
"""

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, date, datetime
from multiprocessing.queues import Queue
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from tests import servers
from tests.benchmarks import many_activities
from tests.benchmarks.cost import run
from tests.servers import Server
from tracker import errors
from tracker.model.changes import evidence
from tracker.model.changes.evidence import Attachment
from tracker.store.act import Act
from tracker.store.open import open_store
from tracker.store.postgres.engine import PostgresEngine
from tracker.store.store import Store
from tracker.store.template import template_state
from tracker.store.verify import verify_chain

COMMANDS = ("list --limit 20", "status", "update-step S1 --weight {n}", "update-activity S1.101 --note {n}")
SIZES = (10_000, 100_000)
ROUNDS, READERS = 5, 20
DAY = date(2026, 3, 31)


class Tried(NamedTuple):
    """A command of a client: its kind, the reference that it wrote, what came of it, and its seconds."""

    kind: str
    reference: str
    outcome: str
    seconds: float


def main() -> None:
    what, *numbers = sys.argv[1:] or ["cost"]
    with servers.server(safe=True) as server, tempfile.TemporaryDirectory() as folder:
        if what == "cost":
            costs(server, Path(folder), [int(each) for each in numbers] or SIZES)
        else:
            clients, writes = [int(each) for each in numbers] or (16, 60)
            stress(server, Path(folder), clients, writes)


def costs(server: Server, folder: Path, sizes: list[int] | tuple[int, ...]) -> None:
    """Print the cost of each command on a file and on the server, at each size."""
    places: dict[str, str] = {}
    for size in (200, *sizes):
        file = folder / f"{size}.json"
        started = time.monotonic()
        many_activities.make(file, size)
        made = time.monotonic()
        address = server.address(f"t{size}")
        found = open_store(file, named=True)
        state = found.state()
        lines = list(found.engine.revisions())
        open_store(folder / "x", named=False, address=address).create(act("init"), state, lines)
        print(f"{size:,} activities: file {made - started:.1f} s, onto the server {time.monotonic() - made:.1f} s")
        places |= {f"file {size:,}": str(file), f"server {size:,}": address}
    taken: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for number in range(ROUNDS):
        for name, place in places.items():
            for command in COMMANDS:
                words, started = command.format(n=50 + number).split(), time.monotonic()
                cost = run([*TRACKER, *words], environ(folder, place), folder)
                taken.setdefault((command, name), []).append((cost.cpu, time.monotonic() - started))
    print(f"\n{'':32}" + "".join(f"{name:>17}" for name in places))
    for command in COMMANDS:
        base = median(cpu for cpu, _ in taken[command, "file 10,000"])
        print(f"{command:32}" + "".join(f"{_shown(taken[command, name], base):>17}" for name in places))


def _shown(taken: list[tuple[float, float]], base: float) -> str:
    return f"{median(cpu for cpu, _ in taken) / base:.2f} {median(seconds for _, seconds in taken):6.2f} s"


TRACKER = (sys.executable, "-m", "tracker")


def environ(folder: Path, place: str) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(folder),
        "TRACKER_CONFIG": str(folder / "config.toml"),
        "TRACKER_DB": place,
        "TRACKER_LANG": "en",
        "TRACKER_BY": "LY",
    }


def act(command: str) -> Act:
    return Act(command, "LY", datetime.now(UTC))


def stress(server: Server, folder: Path, clients: int, writes: int) -> None:
    """Print what became of all commands, first undisturbed, then with the server killed, then with clients killed."""
    for disturbed in ("nothing", "the server", "clients"):
        address = server.address(f"s{disturbed[-6:].strip()}")
        open_store(folder / "x", named=False, address=address).create(act("init"), template_state("demo"))
        tried: Queue[Tried] = multiprocessing.Queue()
        ended = multiprocessing.Event()
        started = time.monotonic()
        workers = [
            multiprocessing.Process(target=_work, args=(address, folder, n, writes, tried)) for n in range(clients)
        ]
        readers = [multiprocessing.Process(target=_read, args=(address, folder, tried, ended)) for _ in range(20)]
        for each in (*workers, *readers):
            each.start()
        if disturbed == "the server":
            for _ in range(3):
                time.sleep(3)
                server.stop()
                server.start()
        killed = 0
        if disturbed == "clients":
            for _ in range(clients // 2):
                time.sleep(random.uniform(0.5, 2))
                victim = random.choice([each for each in workers if each.is_alive()] or workers)
                if victim.is_alive() and victim.pid:
                    os.kill(victim.pid, signal.SIGKILL)
                    killed += 1
        found = _gathered(tried, workers)
        ended.set()
        for each in readers:
            each.join(20)
        found += _left(tried)
        _print(disturbed, address, folder, found, killed, time.monotonic() - started)


def _work(address: str, folder: Path, worker: int, writes: int, tried: "Queue[Tried]") -> None:
    rnd = random.Random(worker)
    for number in range(writes):
        reference, started = f"p{worker}-{number}", time.monotonic()
        store = opened(address, folder)
        kind = "read" if rnd.random() < 1 / 3 else "write"
        try:
            store.load() if kind == "read" else _attach(store, reference)
            outcome = "done"
        except errors.OutcomeUnknown:
            outcome = "unknown"
        except errors.StoreError as error:
            outcome = type(error).__name__
            time.sleep(0.1)
        closed(store)
        tried.put(Tried(kind, reference, outcome, time.monotonic() - started))


def _attach(store: Store, reference: str) -> None:
    store.load()
    paper, code = Attachment(reference=reference), f"S{len(reference) % 5 + 1}"
    store.change(act("attach"), lambda tracker: evidence.attach(tracker, code, paper, DAY))


def _read(address: str, folder: Path, tried: "Queue[Tried]", ended: "multiprocessing.synchronize.Event") -> None:
    while not ended.is_set():
        store, started = opened(address, folder), time.monotonic()
        try:
            store.load()
            tried.put(Tried("reader", "", "done", time.monotonic() - started))
        except errors.StoreError as error:
            tried.put(Tried("reader", "", type(error).__name__, time.monotonic() - started))
        closed(store)
        time.sleep(0.5)


def opened(address: str, folder: Path) -> Store:
    """A store as a command opens it, which has a connection of its own."""
    return open_store(folder / "x", named=True, address=address)


def closed(store: Store) -> None:
    """End the connection, as the end of a command does."""
    assert isinstance(store.engine, PostgresEngine)
    store.engine.close()


def _gathered(tried: "Queue[Tried]", workers: list[multiprocessing.Process]) -> list[Tried]:
    found: list[Tried] = []
    while any(each.is_alive() for each in workers):
        found += _left(tried)
        time.sleep(0.05)
    return found + _left(tried)


def _left(tried: "Queue[Tried]") -> list[Tried]:
    found = []
    while not tried.empty():
        found.append(tried.get())
    return found


def _print(disturbed: str, address: str, folder: Path, tried: list[Tried], killed: int, seconds: float) -> None:
    store = opened(address, folder)
    kept = Counter(paper.reference for paper in store.load().evidence.values() if paper.reference.startswith("p"))
    writes = [each for each in tried if each.kind == "write"]
    done = {each.reference for each in writes if each.outcome == "done"}
    refused = {each.reference for each in writes if each.outcome not in {"done", "unknown"}}
    verified = verify_chain(store)
    times = killed or 3 * (disturbed == "the server")
    print(f"\nIn the middle: {disturbed} killed ({times} times), {seconds:.0f} s")
    for kind in ("write", "read", "reader"):
        taken = sorted(each.seconds for each in tried if each.kind == kind and each.outcome == "done")
        if len(taken) > 2:
            last = quantiles(taken, n=100)[-1]
            print(f"  {kind:6} {len(taken):5} done, median {median(taken):.3f} s, p99 {last:.3f} s")
    print(f"  outcomes: {dict(Counter(each.outcome for each in tried))}")
    print(f"  acknowledged {len(done)}: lost {len(done - kept.keys())}, twice {sum(n > 1 for n in kept.values())}")
    print(f"  refused {len(refused)}, of which kept {len(refused & kept.keys())}")
    print(f"  the chain of {verified.number}: {'intact' if verified.broken is None else verified.broken}")


if __name__ == "__main__":
    main()
