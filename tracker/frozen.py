"""Values: dataclasses that nobody changes, and that cost little to define.

`@dataclass` writes and compiles up to six methods for each class, a third of a millisecond and more every time a
command starts; the hundred classes of this program took a fifth of `list`. Here all classes share one set of methods.
`fields`, `replace`, `match`, msgspec and type checkers see an ordinary dataclass.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
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
    places, own = self.__match_args__, vars(self)
    if len(args) > len(places) or given.keys() & set(places[: len(args)]):
        raise TypeError(f"{type(self).__name__}: too many values")
    given.update(zip(places, args, strict=False))
    for each in _fields(self.__class__):
        own[each.name] = given.pop(each.name) if each.name in given else _default(self, each)
    if given:
        raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def show_fields(self: Any) -> str:
    """A `__repr__` as a dataclass has it."""
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in _fields(self.__class__))
    return f"{type(self).__qualname__}({shown})"


@cache
def _fields(cls: Any) -> tuple[Field[Any], ...]:
    return fields(cls)


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
    return hash(tuple(getattr(self, each.name) for each in _fields(self.__class__)))


def _refuse(self: Any, name: str, *_: Any) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
