"""The tracker's time zone: in which a day ends, and in which moments are shown."""

import os
from datetime import UTC, datetime, timedelta, timezone

_FOLDER = "/usr/share/zoneinfo"
_HOUR = timedelta(hours=1)
_NO_CHANGE = 2**31 - 1  # Debian's files end with it, for readers that know no later time


def in_zone(moment: datetime, name: str) -> datetime:
    """A UTC moment in the named zone; Libya's fixed UTC+2 where the system has no zone data, UTC without a name."""
    if not name:
        return moment.astimezone(UTC)
    if (offset := standing_offset(name, moment)) is not None:
        return moment.astimezone(timezone(offset))
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - a fortieth of `list`, and seldom needed

    try:
        return moment.astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a name may be that of a folder, or longer than any
        return moment.astimezone(timezone(2 * _HOUR))


def standing_offset(name: str, moment: datetime) -> timedelta | None:
    """The offset of a zone that changes its clocks no more, as Libya and Türkiye; None for `zoneinfo` to find out.

    It is read off the end of the zone's file (RFC 8536): the times of all changes, in their order, and a last line
    that tells what holds after them, such as `EET-2`, or `EET-2EEST,M3.5.0/3,M10.5.0/4` with a summer time.
    """
    raw = _file_of(name)
    start = raw.find(b"TZif", 4)  # the second part, in which times have eight bytes
    if start < 0:
        return None
    first = start + 44
    end = first + 8 * int.from_bytes(raw[start + 32 : start + 36], "big")
    last = [int.from_bytes(raw[at : at + 8], "big", signed=True) for at in range(max(first, end - 16), end, 8)]
    if any(moment.timestamp() < change != _NO_CHANGE for change in last):
        return None
    rule = raw.decode("latin-1").rstrip("\n").rpartition("\n")[2]
    west = rule[rule.find(">") + 1 :].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    try:
        return -int(west) * _HOUR
    except ValueError:  # a summer time, or not a whole hour
        return None


def _file_of(name: str) -> bytes:
    """The file of a zone where most systems have it; nothing where it is not, or another place was set."""
    if "PYTHONTZPATH" in os.environ or ".." in name:
        return b""
    try:
        with open(f"{_FOLDER}/{name}", "rb") as file:  # noqa: PTH123 - a path would be longer to make than to read
            return file.read()
    except (OSError, ValueError):
        return b""
