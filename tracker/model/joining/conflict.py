"""The question that is left where both sides have changed the same thing, neither knowing of the other."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from tracker.frozen import Frozen


class Stays(StrEnum):
    """The side whose word stays where both have changed the same."""

    OURS = "ours"
    THEIRS = "theirs"


Values = Mapping[str, Any]
"""Fields with what stands in them; None for a record that is not there."""


class Conflict(Frozen):
    """A question that only people can answer: of two sides, which of them stays.

    `question` is the name of the field or of the question that several answer together, or one of the words below; of
    an item of a list with its key, in which records stand by their identity. `told` is the same as people read and
    type it. Codes within the values are those of each side. `answer` is 0 or 1 for the side that was chosen, None
    before; it was not `asked` where a rule leaves only one of them.
    """

    uid: str
    table: str
    code: str
    question: str
    base: Values | None
    sides: tuple[Values | None, Values | None]
    told: str = ""
    answer: int | None = None
    asked: bool = True

    @property
    def name(self) -> str:
        """The name by which the question is answered: `C8.due`."""
        return f"{self.code}.{self.told or self.question}"

    @property
    def unit(self) -> tuple[str, str]:
        """The record and the question, by which it is known in every copy."""
        return self.uid, self.question


REMOVED = "removed"
"""The question whether a record stays that one side has removed and the other has changed or named."""
RULE = "rule"
"""The question whose record stays, where what both sides did breaks a rule together."""

OPEN: Any = object()
"""A value of a common state that was itself left open, where two copies have crossed each other: it equals no other."""

Choose = Callable[[Conflict], int | None]
"""Answers a question with the side that stays, 0 or 1, or with None to leave it open."""
