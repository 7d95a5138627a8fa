"""Every fixed vocabulary of the model."""

from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

from tracker import model
from tracker.reports.vocabulary import WORDS


def vocabularies() -> list[type[StrEnum]]:
    """Those that have words, in the order of their names; the others are never shown."""
    found = {kind.__name__: kind for kind in all_kinds()}
    return [found[name] for name in sorted(WORDS)]


def all_kinds() -> list[type[StrEnum]]:
    """All that the modules of the model define themselves."""
    modules = [import_module(each.name) for each in walk_packages(model.__path__, f"{model.__name__}.")]
    return [
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind.__module__ == module.__name__
    ]
