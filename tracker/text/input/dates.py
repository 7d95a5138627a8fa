"""The days, months and quarters in words, without bidi controls: whoever places them in a line isolates them.

`lang` is ar, tr or en; `digits` latn or arab (used in Arabic only); `calendar` gregorian, hijri or both.
A day outside the Hijri tables is given in Gregorian whatever was asked. The blanks inside one date are no-break ones:
`wrap` keeps such a date on one line where there is room for it, and leaves plain blanks.
"""

from datetime import date, datetime
from types import ModuleType

from tracker.text.input.digits import to_arabic
from tracker.text.output.wrap import NO_BREAK

# Libyan usage: not the Levantine names, not the Maghrebi ones, not those of before 2011.
MONTHS = {
    "ar": (
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
    "tr": (
        "Ocak",
        "Şubat",
        "Mart",
        "Nisan",
        "Mayıs",
        "Haziran",
        "Temmuz",
        "Ağustos",
        "Eylül",
        "Ekim",
        "Kasım",
        "Aralık",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

# Monday first, as date.weekday() counts.
DAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "tr": ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع")

_FULL = {"ar": "{weekday}، {day}", "tr": "{day} {weekday}", "en": "{weekday}, {day}"}
_LETTER = {"ar": "{d}/{m}/{y}م", "tr": "{d:02}.{m:02}.{y}", "en": "{d:02}/{m:02}/{y}"}
_YEAR = {"ar": "عام {year}", "tr": "{year} yılı", "en": "{year}"}
_QUARTER = {"ar": "الربع {ordinal} من عام {year}", "tr": "{year} yılı {n}. çeyreği", "en": "Q{n} {year}"}
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
    return (f"{first} {_digits(local.strftime('%H:%M'), lang, digits)}", *others)


def iso(day: date, lang: str = "en", digits: str = "latn") -> str:
    """The ISO day, `2026-03-31`; with Arabic-Indic digits ٢٠٢٦/٠٣/٣١, because hyphens would turn that date round."""
    text = day.isoformat()
    return to_arabic(text.replace("-", "/")) if digits == "arab" and lang == "ar" else text


def long(day: date, lang: str, digits: str = "latn", calendar: str = "gregorian") -> str:
    """The day in words, `5 نوفمبر 2024`, `3 جمادى الأولى 1446هـ` in the other calendar, in both one after the other."""
    return _in_calendar(day, _gregorian(day, lang, digits), lang, digits, calendar)


def full(day: date, lang: str, digits: str = "latn", calendar: str = "gregorian") -> str:
    """The long form with the day of the week: `الثلاثاء، 5 نوفمبر 2024`, `5 Kasım 2024 Salı`."""
    weekday = DAYS[lang][day.weekday()]
    if calendar == "hijri":
        return _FULL[lang].format(weekday=weekday, day=long(day, lang, digits, calendar))
    gregorian = _FULL[lang].format(weekday=weekday, day=_gregorian(day, lang, digits))
    return _in_calendar(day, gregorian, lang, digits, calendar)


def letter(day: date, lang: str, digits: str = "latn") -> str:
    """The day as letters are dated: `5/11/2024م`, `05.11.2024`, `05/11/2024`."""
    return _digits(_LETTER[lang].format(d=day.day, m=day.month, y=day.year), lang, digits)


def month_only(year: int, month: int, lang: str, digits: str = "latn") -> str:
    """The month in words, `نوفمبر 2024`."""
    return _digits(f"{MONTHS[lang][month - 1]}{NO_BREAK}{year}", lang, digits)


def year_only(year: int, lang: str, digits: str = "latn") -> str:
    """The year in words, `عام 2024`, `2024 yılı`, `2024`."""
    return _digits(_YEAR[lang].format(year=year).replace(" ", NO_BREAK), lang, digits)


def quarter(year: int, number: int, lang: str, digits: str = "latn") -> str:
    """The quarter in words, `الربع الأول من عام 2026`, `2026 yılı 1. çeyreği`, `Q1 2026`."""
    return _digits(_QUARTER[lang].format(ordinal=ORDINALS[number - 1], n=number, year=year), lang, digits)


def partial(stored: str, lang: str, digits: str = "latn", calendar: str = "gregorian") -> str:
    """The long form of a stored date that may be `YYYY` or `YYYY-MM` only. Raises ValueError for anything else."""
    if len(stored) == 4:
        return year_only(int(stored), lang, digits)
    if len(stored) == 7:
        return month_only(int(stored[:4]), int(stored[5:]), lang, digits)
    return long(date.fromisoformat(stored), lang, digits, calendar)


def _gregorian(day: date, lang: str, digits: str) -> str:
    return _digits(f"{day.day} {MONTHS[lang][day.month - 1]} {day.year}", lang, digits)


def _in_calendar(day: date, gregorian: str, lang: str, digits: str, calendar: str) -> str:
    other = _hijri().long(day, lang, digits) if calendar != "gregorian" else None
    gregorian = gregorian.replace(" ", NO_BREAK)
    if other is None:
        return gregorian
    other = other.replace(" ", NO_BREAK)
    return other if calendar == "hijri" else _BOTH[lang].format(gregorian=gregorian, hijri=other)


def _hijri() -> ModuleType:
    from tracker.text.input import hijri  # noqa: PLC0415 - only for who asked for that calendar

    return hijri


def _digits(text: str, lang: str, digits: str) -> str:
    return to_arabic(text) if digits == "arab" and lang == "ar" else text
