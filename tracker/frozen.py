"""Values: dataclasses that nobody changes, and that cost little to define.

`@dataclass` writes and compiles up to six methods for each class, a third of a millisecond and more every time a
command starts; the hundred classes of this program took a fifth of `list`. Here all classes share one set of methods.
`fields`, `replace`, `match`, msgspec and type checkers see an ordinary dataclass.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False) -> Any:
    """A class whose annotations are the fields of a value: equal by them, hashable if they are, never changed."""

    def made(cls: type[T]) -> type[T]:
        own: Any = dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        own.__init__, own.__repr__, own.__eq__, own.__hash__ = take_fields, show_fields, _equal, _hash
        own.__setattr__ = own.__delattr__ = _refuse
        return cls

    return made if cls is None else made(cls)


def take_fields(self: Any, /, *args: Any, **given: Any) -> None:
    """An `__init__` that takes the fields of a dataclass. Raises TypeError for what is missing, unknown or twice."""
    cls = self.__class__
    own, names = vars(self), _names(cls)
    if args:
        own.update(zip(cls.__match_args__, args, strict=False))
        if len(args) > len(cls.__match_args__) or not own.keys().isdisjoint(given):
            raise TypeError(f"{cls.__name__}: too many values")
    own.update(given)
    if own.keys() != names:
        own.update([(each.name, _default(self, each)) for each in _fields(cls) if each.name not in own])
        if unknown := own.keys() - names:
            raise TypeError(f"{cls.__name__} has no {', '.join(unknown)}")
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def show_fields(self: Any) -> str:
    """A `__repr__` as a dataclass has it."""
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in _fields(self.__class__))
    return f"{type(self).__qualname__}({shown})"


@cache
def _fields(cls: Any) -> tuple[Field[Any], ...]:
    return fields(cls)


@cache
def _names(cls: Any) -> frozenset[str]:
    return frozenset(each.name for each in _fields(cls))


@cache
def _values(cls: Any) -> Callable[[Any], Any]:
    """Gives all fields of an instance, which are hashed together."""
    return attrgetter(*_names(cls)) if _names(cls) else id


def _default(self: Any, wanted: Field[Any]) -> Any:
    if wanted.default is not MISSING:
        return wanted.default
    if wanted.default_factory is not MISSING:
        return wanted.default_factory()
    raise TypeError(f"{type(self).__name__} needs {wanted.name}")


def _equal(self: Any, other: Any) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    # msgspec leaves fields that have their default to the class, so equal values may differ in what they hold.
    return vars(self) == vars(other) or all(
        getattr(self, each.name) == getattr(other, each.name) for each in _fields(other.__class__)
    )


def _hash(self: Any) -> int:
    return hash(_values(self.__class__)(self))


def _refuse(self: Any, name: str, *_: Any) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
