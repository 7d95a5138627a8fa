"""What is said of a date or number that cannot be read: what was understood of it, and an example."""

from collections.abc import Callable

from tracker import errors as e
from tracker.message import Message, mark, msg
from tracker.reports.report import Day, Many, Ref

Worded = tuple[Message, Message | None]


def bad_date(error: e.BadDate) -> Worded:
    """The date, what was understood of it, and a date that could have been meant or the forms that are known."""
    message = msg("“{value}” is not a valid date: {reason}.", value=error.value, reason=_DATES[error.reason](error))
    if error.example:
        return message, msg("For example {example}.", example=Ref(error.example))
    return message, msg("For example 2026-03-31, 31/3/2026, +2w or 1448-06-13h.")


def _number(value: int) -> Ref:
    """Without the signs that group a number: these name a day, a month or a year."""
    return Ref(str(value))


def _parts(error: e.BadDate) -> dict[str, Ref]:
    return {name: _number(getattr(error, name)) for name in ("year", "month", "day", "last")}


_DATES: dict[str, Callable[[e.BadDate], Message]] = {
    "unreadable": lambda _: msg("it is in no form that is known"),
    "day": lambda x: msg(
        "it was understood as day {day} of month {month} of the year {year}, and that month has {last} days",
        **_parts(x),
    ),
    "month": lambda x: msg("{month} was understood as the month, and months go from 1 to 12", **_parts(x)),
    "years": lambda x: (
        msg("it was understood as the Gregorian year {year}, which lies outside 1900 to 2200", **_parts(x))
        if x.year
        else msg("the year lies outside 1900 to 2200")
    ),
    "weekday": lambda x: msg(
        "it was understood as {day}, which falls on another day of the week",
        day=Day(f"{x.year:04}-{x.month:02}-{x.day:02}"),
    ),
    "no_year": lambda x: msg("it was understood as day {day} of month {month}, and the year is missing", **_parts(x)),
    "short_year": lambda x: msg(
        "it was understood as day {day} of month {month}, and the year needs four digits", **_parts(x)
    ),
    "no_sign": lambda _: msg("it was understood as a time from today, which begins with + or -"),
    "no_unit": lambda _: msg("it was understood as a time from today, without saying days, weeks, months or years"),
    "quarter": lambda _: msg("it was understood as a quarter, and quarters go from 1 to 4"),
    "no_quarter": lambda _: msg("it was understood as a quarter, and here a day, a month or a year is needed"),
    "no_period": lambda _: msg("it was understood as a day or a month, and here a quarter or a year is needed"),
    "two_days": lambda _: msg("it names two days that are not the same"),
    "calendars": lambda _: msg("its month is of one calendar and its year of the other"),
    "hijri_day": lambda _: msg("of a Hijri date the day, the month and the year are needed"),
}


_EDITS: dict[str, Message] = {
    "toml": msg("it is not TOML"),
    "not_utf8": msg("it is not UTF-8 text"),
    "too_large": msg("it is too long"),
}


def bad_edit(error: e.BadEdit) -> Worded:
    """What is wrong with the edited text, and on which line."""
    line = Ref(str(error.line))
    if error.reason == "key":
        keys = Many(tuple(Ref(key) for key in error.keys))
        return msg("Line {line}: there is no field “{key}”.", line=line, key=error.key), msg(
            "Possible: {values}.", values=keys
        )
    if error.reason == "kind":
        message = msg("Line {line}: the value of “{key}” must stand in quotation marks.", line=line, key=error.key)
        return message, None
    reason = _EDITS[error.reason]
    if not error.line:
        return msg("The text cannot be read: {reason}.", reason=reason), None
    message = msg("The text cannot be read: line {line}: {reason}.", line=line, reason=reason)
    return message, msg("Texts stand in quotation marks: {example}.", example=Ref('= "2026-03-31"'))


def hijri_range(error: e.HijriRange) -> Worded:
    """The range of the calendar, by name; beyond it only Gregorian dates can be kept."""
    message = msg(
        "“{value}” was understood as the Hijri year {year}; the Umm al-Qura calendar is known from {first} to {last}.",
        value=error.value,
        year=_number(error.year),
        first=_number(error.first),
        last=_number(error.last),
    )
    return message, msg("Use the Gregorian date, for example {example}.", example=Ref("2026-03-31"))


def bad_number(error: e.BadNumber) -> Worded:
    """Not a whole number."""
    return msg("“{value}” is not a whole number.", value=error.value), msg("For example {example}.", example=Ref("12"))


_PERCENTS: dict[str, str] = {
    "unreadable": mark("The percentage “{value}” cannot be read."),
    "fraction": mark("The percentage “{value}” has a fraction; whole numbers only."),
    "range": mark("The percentage “{value}” is not between 0 and 100."),
}


def bad_percent(error: e.BadPercent) -> Worded:
    """Why it is no percentage that can be kept."""
    return Message(_PERCENTS[error.reason], {"value": error.value}), msg("For example 45, 45%, %45 or ٤٥٪.")
