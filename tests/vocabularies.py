"""Every fixed vocabulary of the model."""

from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules

from tracker import model
from tracker.views.vocabulary import WORDS


def vocabularies() -> list[type[StrEnum]]:
    """Those that have words, in the order of their names; the others are never shown."""
    found = {kind.__name__: kind for kind in all_kinds()}
    return [found[name] for name in sorted(WORDS)]


def all_kinds() -> list[type[StrEnum]]:
    """All that the modules of the model define themselves."""
    modules = [import_module(f"{model.__name__}.{each.name}") for each in iter_modules(model.__path__)]
    return [
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind.__module__ == module.__name__
    ]
