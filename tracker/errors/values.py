"""Failures of values that were typed: what was understood of them, and an example."""

from collections.abc import Mapping
from typing import ClassVar

from tracker.errors import TrackerError
from tracker.errors.bases import BadUsage
from tracker.errors.places import Code, Iso, Number, Place, Reason
from tracker.message import mark


class Unreadable(BadUsage):
    """Base of what cannot be read as a value of the kind asked for; `value` is as typed."""

    value: str


class BadValue(Unreadable):
    """A word that is none of `kind` (status, side …); `allowed` are the slugs, `close` the nearest of them."""

    kind: str
    allowed: tuple[str, ...] = ()
    close: str = ""
    gender = "feminine"
    """The gender of the Arabic noun that the value would describe. It is no field."""
    says = mark("“{value}” is not a valid value here.")


class BadSetting(BadValue):
    """A setting with an impossible value; `source` is the option, the variable or the file it stands in."""

    source: Code = ""
    says = mark("“{value}” is not valid for {source}.")


class BadDate(Unreadable):
    """A date that cannot be read: a slug of REASONS, and the numbers that were understood, 0 where nothing was.

    `last` is the last day of the month that was understood; `example` a date that could have been meant, and `earlier`
    the same before today.
    """

    reason: str = "unreadable"
    year: Number = 0
    month: Number = 0
    day: Number = 0
    last: Number = 0
    example: Code = ""
    earlier: Code = ""
    says = mark("“{value}” is not a valid date: {why}.")

    REASONS: ClassVar[Mapping[str, str]] = {
        "unreadable": mark("it is not in a known format"),
        "day": mark(
            "it was understood as day {day} of month {month} of the year {year}, and that month has {last} days"
        ),
        "month": mark("{month} was understood as the month, and months go from 1 to 12"),
        "years": mark("it was understood as the Gregorian year {year}, which lies outside 1900 to 2200"),
        "no_such_year": mark("the year lies outside 1900 to 2200"),
        "weekday": mark("it was understood as {date}, which falls on another day of the week"),
        "no_year": mark("it was understood as day {day} of month {month}, and the year is missing"),
        "short_year": mark("it was understood as day {day} of month {month}, and the year needs four digits"),
        "no_sign": mark("it was understood as a time from today, which begins with + or -"),
        "no_unit": mark("it was understood as a time from today, without saying days, weeks, months or years"),
        "quarter": mark("it was understood as a quarter, and quarters go from 1 to 4"),
        "half": mark("it was understood as a half year, and half years go from 1 to 2"),
        "only_part": mark("it was understood as a part of a year, and the year is missing"),
        "week": mark(
            "it was understood as a week, and weeks begin and end on other days in Libya than in Türkiye; give the day"
        ),
        "no_half": mark("it was understood as a half year, and here a day, a month or a year is needed"),
        "no_quarter": mark("it was understood as a quarter, and here a day, a month or a year is needed"),
        "no_period": mark("it was understood as a day or a month, and here a quarter, a half year or a year is needed"),
        "two_days": mark("it gives two different days"),
        "calendars": mark("its month is of one calendar and its year of the other"),
        "hijri_day": mark("a Hijri date needs the day, the month and the year"),
    }

    @property
    def hint(self) -> str:
        if self.earlier:
            return mark("For a later day type {example}, for an earlier one {earlier}.")
        if self.example:
            return mark("For example {example}.")
        return mark("For example 2026-03-31, 31/3/2026, +2w or 1448-06-13h.")

    @property
    def why(self) -> Reason:
        return "no_such_year" if self.reason == "years" and not self.year else self.reason

    @property
    def date(self) -> Iso:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


class HijriRange(Unreadable):
    """A Hijri year outside the Umm al-Qura tables, which hold `first` to `last`; `year` is the one understood."""

    first: Number
    last: Number
    year: Number = 0
    says = mark("“{value}” was understood as the Hijri year {year}; the Umm al-Qura tables cover {first} to {last}.")
    hint = mark("Use the Gregorian date, for example {example}.")
    example: ClassVar[Code] = "2026-03-31"


class BadNumber(Unreadable):
    """A number that cannot be read, by a slug of REASONS; of an unclear one `whole` and `fraction` may be meant."""

    reason: str = "unreadable"
    whole: Code = ""
    fraction: Code = ""
    example: ClassVar[Code] = "12"
    examples: ClassVar[tuple[Code, ...]] = ("1234567", "1.234.567", "1,234,567.5")

    REASONS: ClassVar[Mapping[str, str]] = {
        "unreadable": mark("“{value}” is not a number."),
        "fraction": mark("“{value}” has a fraction; a whole number is needed."),
        "negative": mark("“{value}” is below zero."),
        "groups": mark("The digits of “{value}” are not in groups of three."),
        "unclear": mark("“{value}” is read in two ways: as {whole}, or as a number with three decimals."),
    }

    @property
    def says(self) -> str:
        return self.REASONS[self.reason]

    @property
    def hint(self) -> str:
        if self.reason == "unclear":
            return mark("Type {whole}, or {fraction} with a zero behind it.")
        return mark("For example {examples}.") if self.reason == "groups" else mark("For example {example}.")


class BadPercent(Unreadable):
    reason: str = "unreadable"
    hint = mark("For example 45, 45%, %45 or ٤٥٪.")

    REASONS: ClassVar[Mapping[str, str]] = {
        "unreadable": mark("The percentage “{value}” cannot be read."),
        "fraction": mark("The percentage “{value}” has a fraction; whole numbers only."),
        "range": mark("The percentage “{value}” is not between 0 and 100."),
    }

    @property
    def says(self) -> str:
        return self.REASONS[self.reason]


class BadShare(Unreadable):
    says = mark("“{value}” is not a share of the whole.")
    hint = mark("For example {examples}.")
    examples: ClassVar[tuple[Code, ...]] = ("1/3", "40%")


class BadRating(Unreadable):
    says = mark("“{value}” is not a step and criterion with a rating.")
    hint = mark("Type it like {example}.")
    example: ClassVar[Code] = "S2.effectiveness=3"


class BadItem(Unreadable):
    says = mark("“{value}” does not give the number of the item.")
    hint = mark("Type its number before it, like {example}.")
    example: ClassVar[Code] = "2=…"


class BadTarget(Unreadable):
    says = mark("“{value}” is not a date with a value.")
    hint = mark("Type it like {example}.")
    example: ClassVar[Code] = "2026-12-31=90"


class BadPartyCode(Unreadable):
    """Codes of parties are one or two groups of Latin letters: numbers belong to the codes of other records."""

    says = mark(
        "“{value}” is not a party code; a party code is up to eight Latin letters, or two such groups "
        "with a hyphen between: {examples}."
    )
    examples: ClassVar[tuple[Code, ...]] = ("SEC", "LY-TRN")


class BadPlace(Unreadable):
    """A place begins with its country, by the two letters of ISO 3166."""

    says = mark("“{value}” does not begin with a country code.")
    hint = mark("Type two letters for the country, and the city after a slash: {examples}.")
    examples: ClassVar[tuple[Code, ...]] = ("TR", "LY/…")


class BadDelegation(Unreadable):
    says = mark("“{value}” is not an office with a number of participants.")
    hint = mark("Type it like {example}; never the names of people.")
    example: ClassVar[Code] = "LY/min=6"


class EmptyText(BadUsage):
    """A text that cannot be empty, or that held nothing that may be stored; `name` is its place in the help.

    `clears`: there is `--clear` for those who want to empty the field.
    """

    name: Place
    clears: bool = False
    says = mark("{name} cannot be empty.")

    @property
    def hint(self) -> str | None:
        return mark("To empty a field, type --clear with its name.") if self.clears else None


class TextTooLong(BadUsage):
    length: int
    limit: int
    name: Place = ""
    says = mark("{name} has {length} characters; {limit} are allowed.")
    hint = mark("Keep the document elsewhere and attach its reference.")


class PersonalData(TrackerError):
    """A free text that seems to hold data about a person; `kinds` are slugs of REASONS, each with a masked excerpt.

    `name` is its place in the help; `forcible`: the command can be told to keep it.
    """

    kinds: tuple[Reason, ...]
    excerpts: tuple[str, ...]
    name: Place = ""
    forcible: bool = False
    says = mark("{name} appears to contain personal data ({kinds}: {excerpt}); not saved.")

    REASONS: ClassVar[Mapping[str, str]] = {
        "iban": mark("a bank account"),
        "email": mark("an e-mail address"),
        "coordinates": mark("coordinates"),
        "passport": mark("a passport number"),
        "phone": mark("a telephone number"),
        "digits": mark("a long number"),
    }

    @property
    def excerpt(self) -> str:
        return self.excerpts[0]

    @property
    def hint(self) -> str:
        if self.forcible:
            return mark("Remove the personal data, or keep the text with --force and --reason.")
        return mark("Remove the personal data from the text.")
