"""The time that a document bears."""

from datetime import UTC, datetime

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first that a zip archive can name; stands where nothing was ever changed."""


def made_at(moment: str) -> datetime:
    """The time of the tracker's last change (ISO, UTC), not of the clock: two runs give the same bytes."""
    return datetime.fromisoformat(moment) if moment else EARLIEST
