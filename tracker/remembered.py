"""Small things that can be found out again, kept by key in a file that only its user can read.

A file that cannot be read or written is as good as none.
"""

import os
from pathlib import Path

_LONGEST = 160  # a key and its value
_KEPT = 64  # what is kept comes and goes; the oldest are forgotten
_LARGEST = 65_536


def recall(place: Path, key: str) -> str | None:
    """The value that the file at `place` keeps for a key, or None."""
    return dict(_entries(place)).get(key)


def remember(place: Path, key: str, value: str) -> None:
    """Keep a value in the file at `place`, cut off where it is too long; silently not where that cannot be."""
    entries = [entry for entry in _entries(place) if entry[0] != key]
    kept = [*entries, (key, value[: _LONGEST - len(key)])][-_KEPT:]
    temporary = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "w", encoding="ascii", errors="replace") as file:
                file.write("".join(f"{name}\t{said}\n" for name, said in kept))
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError):
        pass


def _entries(place: Path) -> list[tuple[str, str]]:
    try:
        with place.open("rb") as file:
            lines = file.read(_LARGEST).decode("ascii", "replace").splitlines()
    except (OSError, ValueError):
        return []
    pairs = [line.partition("\t") for line in lines]
    return [(key, value) for key, tab, value in pairs if tab and len(key) + len(value) <= _LONGEST]
