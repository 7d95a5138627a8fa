"""Counted nouns: standing alone, and `_oblique` after a preposition or as an object.

The two differ in the Arabic dual only: خطوتان, but منذ خطوتين.
"""

from tracker.message import Message, count, count_in


def steps(n: int) -> Message:
    """The number of steps: «3 خطوات»."""
    return count("{n} step", "{n} steps", n)


def steps_oblique(n: int) -> Message:
    """The number of steps in the oblique case: «في خطوتين»."""
    return count_in("oblique", "{n} step", "{n} steps", n)


def days(n: int) -> Message:
    """The number of days: «3 أيام»."""
    return count("{n} day", "{n} days", n)


def days_oblique(n: int) -> Message:
    """The number of days in the oblique case: «منذ يومين»."""
    return count_in("oblique", "{n} day", "{n} days", n)


def months(n: int) -> Message:
    """The number of months: «3 أشهر»."""
    return count("{n} month", "{n} months", n)


def months_oblique(n: int) -> Message:
    """The number of months in the oblique case: «خلال شهرين»."""
    return count_in("oblique", "{n} month", "{n} months", n)


def meetings(n: int) -> Message:
    """The number of meetings: «3 لقاءات»."""
    return count("{n} meeting", "{n} meetings", n)


def meetings_oblique(n: int) -> Message:
    """The number of meetings in the oblique case: «بعد لقاءين»."""
    return count_in("oblique", "{n} meeting", "{n} meetings", n)


def obstacles(n: int) -> Message:
    """The number of obstacles: «3 عقبات»."""
    return count("{n} obstacle", "{n} obstacles", n)


def obstacles_oblique(n: int) -> Message:
    """The number of obstacles in the oblique case: «من عقبتين»."""
    return count_in("oblique", "{n} obstacle", "{n} obstacles", n)


def documents(n: int) -> Message:
    """The number of documents: «3 مستندات»."""
    return count("{n} document", "{n} documents", n)


def documents_oblique(n: int) -> Message:
    """The number of documents in the oblique case: «في مستندين»."""
    return count_in("oblique", "{n} document", "{n} documents", n)


def decisions(n: int) -> Message:
    """The number of decisions: «3 قرارات»."""
    return count("{n} decision", "{n} decisions", n)


def decisions_oblique(n: int) -> Message:
    """The number of decisions in the oblique case: «من قرارين»."""
    return count_in("oblique", "{n} decision", "{n} decisions", n)


def points(n: int) -> Message:
    """The number of percentage points: «3 نقاط مئوية»; none is «لا فرق»."""
    return count("{n} percentage point", "{n} percentage points", n)


def points_oblique(n: int) -> Message:
    """The number of percentage points in the oblique case: «بنقطتين مئويتين»."""
    return count_in("oblique", "{n} percentage point", "{n} percentage points", n)


def overdue_steps(n: int) -> Message:
    """The number of overdue steps, «خطوتان متأخرتان»: the adjective agrees in number and gender."""
    return count("{n} overdue step", "{n} overdue steps", n)


def blocked_steps(n: int) -> Message:
    """The number of blocked steps: «خطوتان متعثرتان»."""
    return count("{n} blocked step", "{n} blocked steps", n)


def stale_steps(n: int) -> Message:
    """The number of stale steps: «خطوتان غير محدَّثتين»."""
    return count("{n} stale step", "{n} stale steps", n)


def steps_without_dates(n: int) -> Message:
    """The number of steps without dates: «خطوتان بلا موعد»."""
    return count("{n} step without planned dates", "{n} steps without planned dates", n)


def steps_without_owner(n: int) -> Message:
    """The number of steps without an owner: «خطوتان بلا مسؤول»."""
    return count("{n} step without an owner", "{n} steps without an owner", n)
