"""The forms in which people write days that the program itself does not print."""

from datetime import date

from tracker.text.input import dates
from tracker.text.input.date_words import DAYS, ORDINALS
from tracker.text.input.digits import in_digits

_WITH_WEEKDAY = {"ar": "{weekday}، {day}", "tr": "{day} {weekday}", "en": "{weekday}, {day}"}
_LETTER = {"ar": "{d}/{m}/{y}م", "tr": "{d:02}.{m:02}.{y}", "en": "{d:02}/{m:02}/{y}"}
_QUARTER = {"ar": "الربع {ordinal} من عام {year}", "tr": "{year} yılı {n}. çeyreği", "en": "Q{n} {year}"}


def with_weekday(day: date, lang: str, digits: str = "latn", calendar: str = "gregorian") -> str:
    """The long form; in both calendars the weekday stands with the Gregorian day."""
    plain = dates.long(day, lang, digits, calendar)
    first = dates.long(day, lang, digits) if calendar == "both" else plain
    return plain.replace(first, _WITH_WEEKDAY[lang].format(weekday=DAYS[lang][day.weekday()], day=first))


def in_a_letter(day: date, lang: str, digits: str = "latn") -> str:
    return in_digits(_LETTER[lang].format(d=day.day, m=day.month, y=day.year), lang, digits)


def quarter(year: int, number: int, lang: str, digits: str = "latn") -> str:
    return in_digits(_QUARTER[lang].format(ordinal=ORDINALS[number - 1], n=number, year=year), lang, digits)
