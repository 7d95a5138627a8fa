"""The text of `--edit`: TOML with an explanation over every field, in logical order and without bidi controls."""

import json
import re
import textwrap
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple

from tracker import errors

LARGEST = 1 << 20  # bytes
WIDTH = 96

Value = str | list[str]


class Field(NamedTuple):
    """A key with its value, and what is said over it."""

    key: str
    value: Value
    explanation: Sequence[str]


def written(heading: Sequence[str], fields: Iterable[Field]) -> str:
    """The text to edit."""
    blocks = (f"{_comment(field.explanation)}{field.key} = {_toml(field.value)}\n" for field in fields)
    return "\n".join((_comment(heading), *blocks))


def _comment(lines: Iterable[str]) -> str:
    wrapped = [part for line in lines for part in textwrap.wrap(line, WIDTH, break_on_hyphens=False)]
    return "".join(f"# {line}\n" for line in wrapped)


def _toml(value: Value) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    if "\n" not in value:
        return _quoted(value)
    lines = (_quoted(line)[1:-1] for line in value.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _quoted(text: str) -> str:
    """JSON strings are TOML strings, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def read(raw: bytes, shown: Mapping[str, Value]) -> dict[str, Value]:
    """The values of the text as they would be typed, by key; raises `BadEdit` with the line."""
    if len(raw) > LARGEST:
        raise errors.BadEdit("too_large")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise errors.BadEdit("not_utf8", raw.count(b"\n", 0, error.start) + 1) from error
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise errors.BadEdit("toml", int(line[1]) if line else text.count("\n") + 1) from error
    return {key: _value(key, value, text, shown) for key, value in found.items()}


def _value(key: str, value: Any, text: str, shown: Mapping[str, Value]) -> Value:
    if key not in shown:
        raise errors.BadEdit("key", line_of(text, key), key, tuple(shown))
    if isinstance(shown[key], list) and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    if isinstance(value, str | int | float | date | time) and not isinstance(value, bool | list):
        return [str(value)] if isinstance(shown[key], list) else str(value)
    raise errors.BadEdit("kind", line_of(text, key), key)


def line_of(text: str, key: str) -> int:
    """The line on which a key stands, 0 if none does."""
    found = re.search(rf"^[ \t]*(?:\[+[ \t]*)?[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
