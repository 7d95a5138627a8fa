"""Counted nouns: standing alone, and `_oblique` after a preposition or as an object.

The two differ in the Arabic dual only: خطوتان, but منذ خطوتين.
"""

from tracker.message import Message, count, count_in


def steps(n: int) -> Message:
    """«3 خطوات»."""
    return count("{n} step", "{n} steps", n)


def steps_oblique(n: int) -> Message:
    """«في خطوتين»."""
    return count_in("oblique", "{n} step", "{n} steps", n)


def days(n: int) -> Message:
    """«3 أيام»."""
    return count("{n} day", "{n} days", n)


def days_oblique(n: int) -> Message:
    """«منذ يومين»."""
    return count_in("oblique", "{n} day", "{n} days", n)


def months(n: int) -> Message:
    """«3 أشهر»."""
    return count("{n} month", "{n} months", n)


def months_oblique(n: int) -> Message:
    """«خلال شهرين»."""
    return count_in("oblique", "{n} month", "{n} months", n)


def meetings(n: int) -> Message:
    """«3 لقاءات»."""
    return count("{n} meeting", "{n} meetings", n)


def meetings_oblique(n: int) -> Message:
    """«بعد لقاءين»."""
    return count_in("oblique", "{n} meeting", "{n} meetings", n)


def obstacles(n: int) -> Message:
    """«3 عقبات»."""
    return count("{n} obstacle", "{n} obstacles", n)


def obstacles_oblique(n: int) -> Message:
    """«من عقبتين»."""
    return count_in("oblique", "{n} obstacle", "{n} obstacles", n)


def documents(n: int) -> Message:
    """«3 مستندات»."""
    return count("{n} document", "{n} documents", n)


def documents_oblique(n: int) -> Message:
    """«في مستندين»."""
    return count_in("oblique", "{n} document", "{n} documents", n)


def decisions(n: int) -> Message:
    """«3 قرارات»."""
    return count("{n} decision", "{n} decisions", n)


def decisions_oblique(n: int) -> Message:
    """«من قرارين»."""
    return count_in("oblique", "{n} decision", "{n} decisions", n)


def points(n: int) -> Message:
    """«3 نقاط مئوية»; none is «لا فرق»."""
    return count("{n} percentage point", "{n} percentage points", n)


def points_oblique(n: int) -> Message:
    """«بنقطتين مئويتين»."""
    return count_in("oblique", "{n} percentage point", "{n} percentage points", n)


def overdue_steps(n: int) -> Message:
    """«خطوتان متأخرتان»: the adjective agrees in number and gender."""
    return count("{n} overdue step", "{n} overdue steps", n)


def blocked_steps(n: int) -> Message:
    """«خطوتان متعثرتان»."""
    return count("{n} blocked step", "{n} blocked steps", n)


def stale_steps(n: int) -> Message:
    """«خطوتان غير محدَّثتين»."""
    return count("{n} stale step", "{n} stale steps", n)


def steps_without_dates(n: int) -> Message:
    """«خطوتان بلا موعد»."""
    return count("{n} step without planned dates", "{n} steps without planned dates", n)


def steps_without_owner(n: int) -> Message:
    """«خطوتان بلا مسؤول»."""
    return count("{n} step without an owner", "{n} steps without an owner", n)
