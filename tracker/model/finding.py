"""What `check` finds."""

from tracker.frozen import frozen


@frozen
class Finding:
    """A slug, the record it is about (or None) and a number that goes with it (days, a sum) or 0."""

    code: str
    record: str | None = None
    number: int = 0
    detail: str = ""
