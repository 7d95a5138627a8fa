"""Every failure a user can meet, said once: its fields, its exit code, its sentence and what to type instead.

`errors.NotFound` finds the class in one of FAMILIES, which is loaded only then: a command that goes well loads none.
`code` is the slug of the class name and is stable in JSON output.
"""

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform, get_origin

if TYPE_CHECKING:
    from tracker.errors.assessment import *
    from tracker.errors.files import *
    from tracker.errors.follow_up import *
    from tracker.errors.history import *
    from tracker.errors.merging import *
    from tracker.errors.output import *
    from tracker.errors.records import *
    from tracker.errors.server import *
    from tracker.errors.sheets import *
    from tracker.errors.usage import *
    from tracker.errors.values import *
    from tracker.errors.work import *

# In the order in which they are searched.
FAMILIES = (
    "files",  # one of which every command that writes has to know
    *("values", "usage", "records", "work", "follow_up", "assessment"),
    *("history", "merging", "server", "output", "sheets"),
)
MISSING = object()


@dataclass_transform(eq_default=False)
class TrackerError(Exception):
    """Base of all failures; refused or failed unless a subclass says otherwise.

    The annotations of a subclass are its fields, and tell how their values are shown (`tracker.errors.places`).
    `@dataclass` would cost a hundred of them five milliseconds.
    """

    exit_code: ClassVar[int] = 1
    # The option that gives what is missing: a person at a terminal is asked for it.
    asks_for: ClassVar[str] = ""
    given_as = ""
    """The parameter of the command whose value was refused; empty where it was no single one. It is no field."""
    of = ""
    """The code of the record that was refused, where several were to change; empty elsewhere. It is no field."""

    def __init__(self: Any, *args: Any, **given: Any) -> None:
        """Take the fields by place or by name. Raises TypeError for what is missing, unknown or given twice."""
        usual = fields_of(self.__class__)
        by_place = dict(zip(usual, args, strict=False))
        values = {**usual, **by_place, **given}
        wrong = values.keys() - usual.keys() or by_place.keys() & given.keys()
        missing = [name for name, value in values.items() if value is MISSING]
        if wrong or missing or len(args) > len(usual):
            raise TypeError(f"{type(self).__name__}: {sorted(wrong) or missing or args}")
        vars(self).update(values)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__qualname__}({shown})"

    @property
    def code(self) -> str:
        """Stable machine name, e.g. `not_found` for `NotFound`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def says(self) -> str:
        """The sentence in English; its places are fields, constants and properties of the failure."""
        return ""

    @property
    def hint(self) -> str | None:
        """The sentence that tells what to type instead, if there is one."""
        return None


class RuleBroken(TrackerError):
    """The change would break a rule of the model; nothing was changed."""

    @property
    def case(self) -> tuple[object, ...]:
        """The rule and everything that its sentence names: the same for one fault that is found twice."""
        return (type(self), *vars(self).values())


class StoreError(TrackerError):
    """The place where a tracker is kept cannot be used as asked; `path` is as the user named it."""

    path: str


@cache
def fields_of(kind: Any) -> dict[str, Any]:
    """The fields of a failure in their order, with their defaults, or `MISSING`."""
    hints: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        hints |= getattr(each, "__annotations__", {})
    return {name: getattr(kind, name, MISSING) for name, hint in hints.items() if get_origin(hint) is not ClassVar}


if not TYPE_CHECKING:  # or a misspelt name would be one that may exist

    def __getattr__(name):
        for family in FAMILIES if name[:1].isupper() else ():
            found = getattr(import_module(f"{__name__}.{family}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
