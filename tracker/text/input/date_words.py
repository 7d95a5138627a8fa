"""The words that dates are typed with, folded: months and days in three languages, relative days, units."""

from collections.abc import Iterator, Mapping
from functools import cache

from tracker.text.input import hijri
from tracker.text.input.dates import MONTHS
from tracker.text.input.fold import fold

# Other spellings that are typed, month by month; abbreviations have three letters, September four as well.
_OTHER_MONTHS = (
    *("jan oca", "feb şub", "mar", "apr nis", "may", "jun haz يونيه"),
    *("jul tem يوليه", "aug ağu أوغسطس", "sep sept eyl", "oct eki", "nov kas", "dec ara"),
)

# Monday first, as date.weekday() counts.
DAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "tr": ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع")

_RELATIVE = {0: "today اليوم bugün", 1: "tomorrow غدا غدًا yarın", -1: "yesterday أمس dün"}

_UNITS = {
    "d": "d day days gün يوم يوما أيام يومين",
    "w": "w week weeks hafta أسبوع أسبوعا أسابيع أسبوعين",
    "m": "m month months ay شهر شهرا أشهر شهور شهرين",
    "y": "y year years yıl سنة سنوات سنتين عام أعوام عامين",
}


@cache
def months() -> Mapping[str, int]:
    """The folded names and abbreviations of Gregorian months, each with its number from 1 to 12."""
    return dict(_numbered(MONTHS)) | {
        fold(word): number for number, words in enumerate(_OTHER_MONTHS, 1) for word in words.split()
    }


@cache
def hijri_months() -> Mapping[str, int]:
    """The folded names of Hijri months, each with its number from 1 to 12."""
    other = {"ربيع الثاني": 4, "جمادى الثانية": 6, "ذي القعدة": 11, "ذي الحجة": 12}
    return dict(_numbered(hijri.MONTHS)) | {fold(word): number for word, number in other.items()}


@cache
def weekdays() -> Mapping[str, int]:
    """The folded days of the week, each with its number from 0 (Monday) to 6."""
    return {name: number - 1 for name, number in _numbered(DAYS)}


@cache
def relative_days() -> Mapping[str, int]:
    """The folded words for days, each with its distance from today."""
    return {fold(word): days for days, words in _RELATIVE.items() for word in words.split()}


@cache
def units() -> Mapping[str, str]:
    """The folded words after a signed number, each as d, w, m or y."""
    return {fold(word): unit for unit, words in _UNITS.items() for word in words.split()}


def _numbered(names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    for words in names.values():
        for number, word in enumerate(words, 1):
            yield fold(word), number
