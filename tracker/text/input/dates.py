"""The days and months in words, without bidi controls: whoever places them in a line isolates them.

`lang` is ar, tr or en; `digits` latn or arab (used in Arabic only); `calendar` gregorian, hijri or both.
A day outside the Hijri tables is given in Gregorian whatever was asked. The blanks inside one date are no-break ones:
`wrap` keeps such a date on one line where there is room for it, and leaves plain blanks.
"""

from datetime import date, datetime
from types import ModuleType

from tracker.text.input.digits import are_arabic, in_digits, to_arabic
from tracker.text.output.wrap import NO_BREAK

# Libyan usage: not the Levantine names, not the Maghrebi ones, not those of before 2011.
MONTHS = {
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
        *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
    "tr": (
        *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
        *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

_YEAR = {"ar": "عام {year}", "tr": "{year} yılı", "en": "{year}"}
_BOTH = {"ar": "{gregorian}م الموافق {hijri}", "tr": "{gregorian} ({hijri})", "en": "{gregorian} ({hijri})"}


def short(day: date, lang: str, digits: str = "latn", calendar: str = "gregorian") -> tuple[str, ...]:
    """The day in digits for where space is short, one text for each calendar that was asked for."""
    other = _hijri().short(day, lang, digits) if calendar != "gregorian" else None
    if other is None:
        return (iso(day, lang, digits),)
    return (other,) if calendar == "hijri" else (iso(day, lang, digits), other)


def moment(local: datetime, lang: str, digits: str = "latn", calendar: str = "gregorian") -> tuple[str, ...]:
    """The day as `short`, with hours and minutes behind the first form: `2026-03-31 14:05`."""
    first, *others = short(local.date(), lang, digits, calendar)
    return (f"{first} {in_digits(local.strftime('%H:%M'), lang, digits)}", *others)


def iso(day: date, lang: str = "en", digits: str = "latn") -> str:
    """The ISO day, `2026-03-31`; with Arabic-Indic digits ٢٠٢٦/٠٣/٣١, because hyphens would turn that date round."""
    text = day.isoformat()
    return to_arabic(text.replace("-", "/")) if are_arabic(lang, digits) else text


def long(day: date, lang: str, digits: str = "latn", calendar: str = "gregorian") -> str:
    """The day in words, `5 نوفمبر 2024`, `3 جمادى الأولى 1446هـ` in the other calendar, in both one after the other."""
    gregorian = in_digits(f"{day.day} {MONTHS[lang][day.month - 1]} {day.year}", lang, digits).replace(" ", NO_BREAK)
    other = _hijri().long(day, lang, digits) if calendar != "gregorian" else None
    if other is None:
        return gregorian
    other = other.replace(" ", NO_BREAK)
    return other if calendar == "hijri" else _BOTH[lang].format(gregorian=gregorian, hijri=other)


def month_only(year: int, month: int, lang: str, digits: str = "latn") -> str:
    """The month in words, `نوفمبر 2024`."""
    return in_digits(f"{MONTHS[lang][month - 1]}{NO_BREAK}{year}", lang, digits)


def year_only(year: int, lang: str, digits: str = "latn") -> str:
    """The year in words, `عام 2024`, `2024 yılı`, `2024`."""
    return in_digits(_YEAR[lang].format(year=year).replace(" ", NO_BREAK), lang, digits)


def partial(stored: str, lang: str, digits: str = "latn", calendar: str = "gregorian") -> str:
    """The long form of a stored date that may be `YYYY` or `YYYY-MM` only. Raises ValueError for anything else."""
    if len(stored) == 4:
        return year_only(int(stored), lang, digits)
    if len(stored) == 7:
        return month_only(int(stored[:4]), int(stored[5:]), lang, digits)
    return long(date.fromisoformat(stored), lang, digits, calendar)


def _hijri() -> ModuleType:
    from tracker.text.input import hijri  # noqa: PLC0415 - only for who asked for that calendar

    return hijri
