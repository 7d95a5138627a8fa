"""The findings of `check`, as values."""

from tracker import errors
from tracker.frozen import Frozen


class Finding(Frozen):
    """A slug, the record it is about (or None) and a number that goes with it (days, a sum) or 0.

    `detail` is a code that the mending command names, or that of the broken `rule`.
    """

    code: str
    record: str | None = None
    number: int = 0
    detail: str = ""
    rule: errors.RuleBroken | None = None
