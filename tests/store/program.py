"""A tiny program on FileStorage, for tests that kill, starve and interrupt it.

    program.py FILE set N | add WORD… | read | loop | hold SECONDS

A success prints what it did; a refusal prints the name of the error and ends with 1.
"""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())  # the test may have kept signals back until here

import json
import sys
import time
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tracker.errors import TrackerError
from tracker.signals import Interrupted, ignore_from_now, raise_interrupted
from tracker.store.file.file import FileStorage


def run(storage: FileStorage, command: str, *words: str) -> None:
    match command:
        case "set":
            change(storage, value=int(words[0]))
        case "add":
            for word in words:
                change(storage, word=word)
                print(word, flush=True)
        case "read":
            print(json.dumps(dict(storage.read() or {}), default=dict))
        case "loop":
            for value in count():
                change(storage, value=value % 100)
        case "hold":
            with storage.transaction():
                print("held", flush=True)
                time.sleep(float(words[0]))


def change(storage: FileStorage, value: int | None = None, word: str | None = None) -> None:
    with storage.transaction():
        tables = dict(storage.read() or {"values": {"1": {"value": 0}}, "words": {}})
        if value is not None:
            # The length differs from one value to the next, so that a torn file would show.
            tables["values"] = {"1": {"value": value, "filling": "س" * (value * 37 % 4000)}}
        if word is not None:
            tables["words"] = {**tables["words"], str(len(tables["words"]) + 1): {"word": word}}
        storage.write(tables)
        last = next(storage.revision_lines(newest_first=True), {"number": 0})["number"]
        storage.append_revision({"number": last + 1, "value": value, "word": word})


def main() -> int:
    storage = FileStorage(sys.argv[1], lock_seconds=60)
    raise_interrupted(lambda: storage.committed)
    try:
        run(storage, *sys.argv[2:])
    except TrackerError as error:
        print(type(error).__name__, vars(error), file=sys.stderr)
        return error.exit_code
    except Interrupted as error:
        return 128 + error.number
    ignore_from_now()
    return 0


if __name__ == "__main__":
    sys.exit(main())
