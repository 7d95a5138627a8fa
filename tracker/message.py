"""Sentences as values: marked here in English, worded later in the reader's language.

`msg` and its companions are also the marks by which the catalogs are extracted, so their texts must be literals.
"""

from collections.abc import Mapping
from typing import Any

from tracker.frozen import Frozen, field


class Message(Frozen):
    """A sentence to be worded: English text with named places, the values for them, context and count.

    `many` and `n` are set for counted sentences; the catalog picks the plural form by `n`.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    context: str | None = None
    many: str | None = None
    n: int = 0

    def __hash__(self) -> int:
        return hash((self.text, self.context, self.n))


def msg(text: str, /, **values: Any) -> Message:
    """A sentence without a count."""
    return Message(text, values)


def msg_in(context: str, text: str, /, **values: Any) -> Message:
    """A word or sentence that needs a context: grammatical gender, case, or the place where it stands."""
    return Message(text, values, context)


def count(one: str, many: str, n: int, /, **values: Any) -> Message:
    """A counted sentence; `n` itself is available as {n}."""
    return Message(one, {"n": n, **values}, None, many, n)


def count_in(context: str, one: str, many: str, n: int, /, **values: Any) -> Message:
    """A counted sentence in a context, such as the oblique case of Arabic duals."""
    return Message(one, {"n": n, **values}, context, many, n)


def mark(text: str) -> str:
    """The text itself, marked for the catalogs: for help, which is worded only when it is shown."""
    return text
