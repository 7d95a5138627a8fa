"""The tracker's time zone: in which a day ends, and in which moments are shown."""

from datetime import UTC, datetime, timedelta, timezone


def in_zone(moment: datetime, name: str) -> datetime:
    """A UTC moment in the named zone; Libya's fixed UTC+2 where the system has no zone data, UTC without a name."""
    if not name:
        return moment.astimezone(UTC)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - 1 × of start, needed for times alone

    try:
        return moment.astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a name may be that of a folder, or longer than any
        return moment.astimezone(timezone(timedelta(hours=2)))


def is_zone(name: str) -> bool:
    """Whether there is a zone of that name; where the system has no zone data, none is known to be missing."""
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 - as above

    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return bool(name) and not available_timezones()
    return True
