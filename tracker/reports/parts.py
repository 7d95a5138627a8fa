"""The blocks that documents have beside tables, facts and notes: parts, large figures, and room for signatures."""

from typing import Any

from tracker.frozen import Frozen
from tracker.message import Message


class Part(Frozen):
    """A heading that groups the blocks after it, up to the next part; their own headings stand one level below."""

    key: str
    heading: Message


class Figure(Frozen):
    """A large number with what it is; `note` says more about it, or why there is none."""

    key: str
    label: Message
    value: Any
    note: Message | None = None


class Figures(Frozen):
    """The few numbers that a reader should take away: large where there is room for it.

    Programs get `more` values of the same block, which are not shown.
    """

    key: str
    heading: Message | None
    items: tuple[Figure, ...]
    more: tuple[tuple[str, Any], ...] = ()


class Signature(Frozen):
    """The office that signs, as a sentence; name, date and signature are written by hand."""

    office: Message


class Signatures(Frozen):
    """The places to sign, side by side."""

    key: str
    heading: Message | None
    places: tuple[Signature, ...]
