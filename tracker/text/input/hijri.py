"""The Hijri calendar of Umm al-Qura, beside the Gregorian one.

The tables hold 1343 to 1500, that is 1924-08-01 to 2077-11-16; hijridate is imported when a Hijri date is met.
"""

from datetime import date

from tracker import errors
from tracker.text.input.digits import are_arabic, in_digits, to_arabic

FIRST_YEAR, LAST_YEAR = 1343, 1500

MONTHS = {
    "ar": (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
    "tr": (
        *("Muharrem", "Safer", "Rebiülevvel", "Rebiülahir", "Cemaziyelevvel", "Cemaziyelahir"),
        *("Recep", "Şaban", "Ramazan", "Şevval", "Zilkade", "Zilhicce"),
    ),
    "en": (
        *("Muharram", "Safar", "Rabi' al-Awwal", "Rabi' al-Akhir", "Jumada al-Ula", "Jumada al-Akhira"),
        *("Rajab", "Sha'ban", "Ramadan", "Shawwal", "Dhu al-Qa'da", "Dhu al-Hijja"),
    ),
}

_LONG = {"ar": "{day} {month} {year}هـ", "tr": "{day} {month} {year} H.", "en": "{day} {month} {year} AH"}


def from_gregorian(day: date) -> tuple[int, int, int] | None:
    """The year, month and day in the Hijri calendar; None outside the tables."""
    from hijridate import Gregorian  # noqa: PLC0415 - only when a Hijri date is met

    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except OverflowError:
        return None


def to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day. Raises HijriRange outside the tables and BadDate for a day or month that there is not."""
    from hijridate import Hijri  # noqa: PLC0415 - only when a Hijri date is met

    typed = f"{year}-{month}-{day}"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise errors.HijriRange(typed, FIRST_YEAR, LAST_YEAR, year)
    if not 1 <= month <= 12:
        raise errors.BadDate(typed, "month", year, month, day)
    last = Hijri(year, month, 1).month_length()
    if not 1 <= day <= last:
        raise errors.BadDate(typed, "day", year, month, day, last, f"{year}-{month:02}-{last:02}h")
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def long(day: date, lang: str, digits: str = "latn") -> str | None:
    """The Hijri day in words, `3 جمادى الأولى 1446هـ`; None outside the tables."""
    hijri = from_gregorian(day)
    if hijri is None:
        return None
    year, month, number = hijri
    return in_digits(_LONG[lang].format(day=number, month=MONTHS[lang][month - 1], year=year), lang, digits)


def short(day: date, lang: str, digits: str = "latn") -> str | None:
    """The Hijri day `1446-05-03h`, as it is typed; with Arabic-Indic digits ١٤٤٦/٠٥/٠٣هـ; None outside the tables."""
    hijri = from_gregorian(day)
    if hijri is None:
        return None
    year, month, number = hijri
    if are_arabic(lang, digits):
        return to_arabic(f"{year}/{month:02}/{number:02}هـ")
    return f"{year}-{month:02}-{number:02}h"
