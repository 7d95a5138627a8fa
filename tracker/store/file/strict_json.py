"""The strict reading of JSON from outside: no key twice, no endless numbers, and a place for whatever is wrong."""

import json
from collections.abc import Callable
from typing import Any

import msgspec

Refused = Callable[[str, str], Exception]
"""Makes the error from a reason and a place in the text: its line, or its line and column with a colon between."""


def read_json(raw: bytes, refused: Refused) -> Any:
    """The value that the bytes say, with or without a mark of the encoding; raises what `refused` gives.

    The reasons are those of `errors.Corrupt`: `empty`, `not_utf8`, `not_json`, `duplicate_key`.
    """
    found = _plain(raw)
    if found is not None:
        return found
    try:
        return json.loads(_text(raw, refused), object_pairs_hook=_without_duplicates, parse_constant=_refuse_constant)
    except _DuplicateKeyError as error:
        raise refused("duplicate_key", error.args[0]) from error
    except json.JSONDecodeError as error:
        raise refused("not_json", f"{error.lineno}:{error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise refused("not_json", "") from error


def _plain(raw: bytes) -> Any:
    """The value of a text that is written as we write it; None for any other.

    A key that stands twice goes when the value is written again, so what comes back the same has none.
    """
    try:
        found = msgspec.json.decode(raw)
        return found if msgspec.json.encode(found) == msgspec.json.format(raw, indent=-1) else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _text(raw: bytes, refused: Refused) -> str:
    if not raw.strip():
        raise refused("empty", "")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("not_utf8", str(raw.count(b"\n", 0, error.start) + 1)) from error


class _DuplicateKeyError(ValueError):
    pass


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise _DuplicateKeyError(key)
        result[key] = value
    return result


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)
