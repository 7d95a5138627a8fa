import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.running import litter, run, start, value
from tracker.store.file.signals import Interrupted, held_back, ignore_from_now, raise_interrupted


@pytest.fixture(autouse=True)
def _usual_handlers() -> Iterator[None]:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    for number in numbers:  # whoever started the tests may have told them to ignore some, as nohup does
        signal.signal(number, signal.default_int_handler if number is signal.SIGINT else signal.SIG_DFL)
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_before_the_save_a_signal_interrupts_and_after_it_no_longer(number: signal.Signals) -> None:
    saved = False
    raise_interrupted(lambda: saved)
    with pytest.raises(Interrupted) as caught:
        signal.raise_signal(number)
    assert caught.value.number == number
    saved = True
    signal.raise_signal(number)


def test_what_the_parent_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    raise_interrupted(lambda: False)
    signal.raise_signal(signal.SIGHUP)


def test_signals_wait_until_the_end_of_the_block() -> None:
    raise_interrupted(lambda: False)
    done = []

    def work() -> None:
        with held_back():
            signal.raise_signal(signal.SIGTERM)
            done.append("all of it")

    with pytest.raises(Interrupted):
        work()
    assert done == ["all of it"]
    assert signal.SIGTERM not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_at_the_end_signals_are_ignored() -> None:
    ignore_from_now()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.raise_signal(number)
        assert signal.getsignal(number) is signal.SIG_IGN


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_save_that_is_interrupted_is_whole_or_not_at_all_and_says_which(path: Path, number: signal.Signals) -> None:
    begun = time.monotonic()
    run(path, "set", 1)
    seconds = time.monotonic() - begun
    rng, seen, present = random.Random(7), Counter[str](), 1
    for _ in range(25):
        wanted = present % 99 + 1
        # While Python starts, a signal could only show how Python itself ends: it comes to us with our first line.
        process = start(path, "set", wanted, preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [number]))
        time.sleep(rng.uniform(0.3, 1.05) * seconds)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
        saved = value(path) == wanted
        seen[f"saved {saved}"] += 1
        assert value(path) in {present, wanted}
        assert (process.returncode == 0) == saved, (process.returncode, err)
        assert process.returncode in {0, 128 + number, -number}
        assert err == ""
        present = value(path)
    assert litter(path) == set()
    assert seen["saved True"] + seen["saved False"] == 25
