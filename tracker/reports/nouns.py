"""Counted nouns: standing alone, and `_oblique` after a preposition or as an object.

The two differ in the Arabic dual only: يومان, but منذ يومين.
"""

from tracker.message import Message, count, count_in


def steps(n: int) -> Message:
    """The number of steps: «3 خطوات»."""
    return count("{n} step", "{n} steps", n)


def days(n: int) -> Message:
    """The number of days: «3 أيام»."""
    return count("{n} day", "{n} days", n)


def days_oblique(n: int) -> Message:
    """The number of days in the oblique case: «منذ يومين»."""
    return count_in("oblique", "{n} day", "{n} days", n)


def minutes(n: int) -> Message:
    """The number of minutes: «3 دقائق»."""
    return count("{n} minute", "{n} minutes", n)


def months(n: int) -> Message:
    """The number of months: «3 أشهر»."""
    return count("{n} month", "{n} months", n)


def documents(n: int) -> Message:
    """The number of documents: «3 مستندات»."""
    return count("{n} document", "{n} documents", n)


def steps_without_dates(n: int) -> Message:
    """The number of steps without dates: «خطوتان بلا موعد»."""
    return count("{n} step without planned dates", "{n} steps without planned dates", n)


def steps_without_owner(n: int) -> Message:
    """The number of steps without an owner: «خطوتان بلا مسؤول»."""
    return count("{n} step without an owner", "{n} steps without an owner", n)
