"""The change of one key of config.toml and nothing else in it: comments, order and unknown keys are the user's."""

import os
import stat
import tomllib
from pathlib import Path

from tracker import errors
from tracker.store.file import refusals

BROKEN = ".broken"


def set_key(path: Path, key: str, value: str | None) -> bool:
    """Puts a value to a key of the file, or takes the key out; makes the file where there is none.

    A file that is not TOML is kept beside as `config.toml.broken`: True then. Raises `CannotWrite`, `NoSpace`, and
    `BadValue` for what cannot be written.
    """
    try:
        with refusals.writing(str(path)):
            real = Path(os.path.realpath(path))
            old = real.read_bytes() if real.exists() else b""
            valid = is_valid(old)
            new = with_key(old.decode("utf-8-sig") if valid else "", key, value)
            real.parent.mkdir(parents=True, exist_ok=True)
            if not valid:
                real.with_name(real.name + BROKEN).write_bytes(old)
            if new.encode() != old:
                _replace(real, new.encode())
    except UnicodeEncodeError as error:
        raise errors.BadValue(str(value), key) from error
    except ValueError as error:
        raise errors.CannotWrite(str(path), "") from error
    return not valid


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
    if value is not None:
        document[key] = value
    elif key in document:
        del document[key]
    return document.as_string()


def _replace(real: Path, data: bytes) -> None:
    temporary = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        if real.exists():
            temporary.chmod(stat.S_IMODE(real.stat().st_mode))
        temporary.replace(real)
    finally:
        temporary.unlink(missing_ok=True)
