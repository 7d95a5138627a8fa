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
    usual, order, wanted, made, checked = _shape(self.__class__)
    own = self.__dict__
    own.update(usual)
    own.update(zip(order, args, strict=False))
    if given:
        own.update(given)
    if len(own) > len(usual):
        raise TypeError(f"{type(self).__name__} has no {', '.join(own.keys() - usual.keys())}")
    if len(args) > len(order) or (given and not given.keys().isdisjoint(order[: len(args)])):
        raise TypeError(f"{type(self).__name__}: too many values")
    for name in wanted:
        if own[name] is MISSING:
            raise TypeError(f"{type(self).__name__} needs {name}")
    for name, factory in made:
        if own[name] is MISSING:
            own[name] = factory()
    if checked:
        self.__post_init__()


@cache
def _shape(cls: Any) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...], tuple[tuple[str, Any], ...], bool]:
    """All fields in their order with their defaults, those by position, those one must give, those that are made."""
    known = fields(cls)
    made = tuple((each.name, each.default_factory) for each in known if each.default_factory is not MISSING)
    wanted = tuple(each.name for each in known if each.default is MISSING and each.default_factory is MISSING)
    usual = {each.name: each.default for each in known}
    return usual, cls.__match_args__, wanted, made, hasattr(cls, "__post_init__")


def show_fields(self: Any) -> str:
    """A `__repr__` as a dataclass has it."""
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in _fields(self.__class__))
    return f"{type(self).__qualname__}({shown})"


@cache
def _fields(cls: Any) -> tuple[Field[Any], ...]:
    return fields(cls)


@cache
def _values(cls: Any) -> Callable[[Any], Any]:
    """Gives all fields of an instance, which are hashed together."""
    names = [each.name for each in _fields(cls)]
    return attrgetter(*names) if names else id


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
