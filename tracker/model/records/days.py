"""Days counted on from others, where a file that was edited by hand may hold the first or the last there is."""

from datetime import date


def days_on(day: date, number: int) -> date:
    """The day so many days later, earlier for less than none; never beyond the first or last of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + number, 1), date.max.toordinal()))
