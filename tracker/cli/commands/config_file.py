"""The change of one key of config.toml and nothing else in it: comments, order and unknown keys are the user's."""

import tomllib
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from tracker import errors
from tracker.settings import LARGEST_CONFIG
from tracker.store.file import named, refusals
from tracker.store.file.disk import PRIVATE, make_folder

BROKEN = ".broken"


def set_key(path: Path, key: str, value: str | None) -> Path | None:
    """Puts a value to a key of the file, or takes the key out; makes the file, for its user alone, where there is none.

    A file that is not TOML is kept beside as `config.toml.broken`, whose path is given then. Raises what `named.place`
    raises, `CannotWrite`, `NoSpace`, `TooLarge`, and `BadValue` for what cannot be written.
    """
    kept = None
    try:
        with refusals.writing(str(path)):
            real = named.place(path)
            old = named.read(real, LARGEST_CONFIG) if real.exists() else b""
            valid = is_valid(old)
            new = with_key(old.decode("utf-8-sig") if valid else "", key, value)
            make_folder(str(real.parent))
            if not valid:
                kept = named.keep_copy(real, BROKEN, old)
            if new.encode() != old:
                named.write(real, [new.encode()], PRIVATE)
    except UnicodeEncodeError as error:
        raise errors.BadValue(str(value), key) from error
    return kept


def is_valid(raw: bytes) -> bool:
    """Whether these bytes are TOML."""
    try:
        tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True


def with_key(text: str, key: str, value: str | None) -> str:
    """The text of a TOML file with `key` set before the first table, or without it."""
    import tomlkit  # noqa: PLC0415 - only where a setting is changed

    document = tomlkit.parse(text if text.endswith("\n") or not text else f"{text}\n")
    table, dot, name = key.partition(".")
    held: Any = document.setdefault(table, tomlkit.table()) if dot else document
    if not isinstance(held, MutableMapping):  # somebody has written a word where the table would stand
        raise errors.BadValue(str(held), table)
    name = name or key
    if value is not None:
        held[name] = value
    elif name in held:
        del held[name]
    if dot and not held:
        del document[table]
    return document.as_string()
