"""The history up to where it was verified last, so that `check` computes only the hashes of what came after.

A hash follows from the bytes of its line alone. Where the first bytes of a history are those of which each hash was
found right before, none of theirs can be another now. They are told by their SHA-256, which this user keeps apart from
the tracker: who can write the file cannot write that. `history --verify` computes every hash all the same.
"""

import os
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import __version__
from tracker.frozen import Frozen
from tracker.remembered import recall, remember
from tracker.store.file.layout import Lines
from tracker.store.file.seal import digest

if TYPE_CHECKING:
    from tracker.store.engine import Engine

NAME = "verified"
"""The name of the file in the user's folder in which it is kept."""
_KEPT = re.compile(r"(?P<version>\S+) (?P<size>[0-9]{1,18}) (?P<digest>\S+)")


class Verified(Frozen):
    """The first bytes of a history, of which every hash was found right: how many they are, and their digest."""

    size: int
    digest: str

    def end_in(self, history: Lines | None) -> int:
        """The place behind these bytes in a history; 0 if it begins with others."""
        if history is None or history.start + self.size > history.end:
            return 0
        end = history.start + self.size
        return end if _digest(history.raw, history.start, end) == self.digest else 0


def verified_before(folder: Path, engine: "Engine") -> Verified | None:
    """The part of the history in an engine that this version of the program has verified, as `folder` tells."""
    found = _KEPT.fullmatch(recall(folder / NAME, _key(engine.path)) or "")
    return Verified(int(found["size"]), found["digest"]) if found and found["version"] == __version__ else None


def keep_verified(folder: Path, engine: "Engine") -> None:
    """Keep in `folder` that each hash of the history, as it was read, is right; silently not where that cannot be."""
    history = engine.history
    if history is not None:
        told = _digest(history.raw, history.start, history.end)
        remember(folder / NAME, _key(engine.path), f"{__version__} {history.end - history.start} {told}")


def _digest(raw: bytes, start: int, end: int) -> str:
    return digest(memoryview(raw)[start:end])


def _key(tracker: Path) -> str:
    return sha256(os.fsencode(os.path.realpath(tracker))).hexdigest()[:32]
