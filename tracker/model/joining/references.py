"""The codes that records name, exchanged for identities while two states are joined: codes may clash and move."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from tracker.model.records.tables import TABLES

Rename = Callable[[str], str]


def renamed(table: str, document: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a record with other names for the records that they name, where `names` has one."""
    return _walked(table, document, lambda name: names.get(name, name))


def named(table: str, document: Mapping[str, Any]) -> Iterator[str]:
    """Every name, of a record that the fields of a record name, in the words that stand in them."""
    found: list[str] = []

    def seen(name: str) -> str:
        found.append(name)
        return name

    _walked(table, document, seen)
    return iter(found)


def _walked(table: str, document: Mapping[str, Any], rename: Rename) -> dict[str, Any]:
    """Give the fields with every name exchanged: those that the kind declares, and the roles of offices."""
    paths = _paths(table)
    return {
        name: _within(value, paths.get(name, []), rename) if name in paths or isinstance(value, dict | list) else value
        for name, value in document.items()
    }


@cache
def _paths(table: str) -> dict[str, list[list[str]]]:
    """Give the fields of a table that name records, each with the paths within it at which they do."""
    found: dict[str, list[list[str]]] = {}
    for path, _ in TABLES[table].refers:
        name, *rest = path.split(".")
        found.setdefault(name, []).append(rest)
    return found


def _within(value: Any, paths: list[list[str]], rename: Rename) -> Any:
    if isinstance(value, list):
        return [_within(item, paths, rename) for item in value]
    if isinstance(value, str):
        return rename(value) if [] in paths else value
    if not isinstance(value, dict):
        return value
    inner = {
        name: _within(part, [path[1:] for path in paths if path and path[0] == name], rename)
        for name, part in value.items()
    }
    role = inner.get("role")
    return {**inner, "role": rename(role)} if "party" in inner and isinstance(role, str) else inner
