"""Fields that no type knows. msgspec passes over them in dataclasses, and on writing they would be lost."""

from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args

from tracker.model.revision import Document


def stray(kind: Any, document: Document) -> str:
    """The place of the first unknown field of a document or of its parts, such as `name/fr`; empty if none."""
    known, parts = _parts(kind)
    if not document.keys() <= known:
        return str(min(document.keys() - known))
    for name, part in parts:
        value = document.get(name)
        if isinstance(value, dict):
            if inner := stray(part, value):
                return f"{name}/{inner}"
        elif isinstance(value, list):
            for place, item in enumerate(value):
                if isinstance(item, dict) and (inner := stray(part, item)):
                    return f"{name}[{place}]/{inner}"
    return ""


@cache
def _parts(kind: Any) -> tuple[frozenset[str], tuple[tuple[str, Any], ...]]:
    """The names of the fields, and the types of those that are made of fields themselves."""
    parts = {}
    for name, field in kind.__dataclass_fields__.items():
        for candidate in (field.type, *get_args(field.type)):
            if is_dataclass(candidate):
                parts[name] = candidate
    return frozenset(kind.__dataclass_fields__), tuple(parts.items())
