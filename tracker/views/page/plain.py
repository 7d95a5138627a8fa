"""A page as built-in values, for templates."""

from typing import Any


def as_plain(value: Any) -> Any:
    """The value as dictionaries, lists, texts and numbers; what is empty stays, so that a template can ask for it."""
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    names = getattr(value, "__struct_fields__", None)
    return value if names is None else {name: as_plain(getattr(value, name)) for name in names}
