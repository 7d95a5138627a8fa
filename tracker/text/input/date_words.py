"""The words that dates are typed with, folded: months, days and ordinals in three languages."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tracker.text.input import hijri
from tracker.text.input.dates import MONTHS
from tracker.text.input.fold import fold

# Other names and spellings that are typed, month by month, with commas between them. Abbreviations have three letters,
# September four as well; then come the months of the Levant, which letters of the United Nations put first, and those
# of Tunisia, Algeria and Morocco.
_OTHER_MONTHS = (
    "jan, oca, كانون الثاني, جانفي",
    "feb, şub, شباط, فيفري",
    "mar, آذار",
    "apr, nis, نيسان, أفريل",
    "may, أيار, ماي",
    "jun, haz, يونيه, حزيران, جوان",
    "jul, tem, يوليه, تموز, جويلية, يوليوز",
    "aug, ağu, أوغسطس, آب, أوت, غشت",
    "sep, sept, eyl, أيلول, شتنبر",
    "oct, eki, تشرين الأول",
    "nov, kas, تشرين الثاني, نونبر",
    "dec, ara, كانون الأول, دجنبر",
)

# Monday first, as date.weekday() counts.
DAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "tr": ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع")

_OTHER_DAYS = (
    "mon pzt pazartesiye",
    "tue tues sal salıya ثلاثاء",
    "wed çar çarşambaya أربعاء",
    "thu thur thurs per perşembeye خميس",
    "fri cum cumaya جمعة",
    "sat cmt cumartesiye سبت",
    "sun paz pazara",
)

# From the first on; the last of a year is -1.
_ORDINALS = {
    1: "first 1st الأول أول الأولى أولى birinci ilk",
    2: "second 2nd الثاني ثاني ikinci",
    3: "third 3rd الثالث ثالث üçüncü",
    4: "fourth 4th الرابع رابع dördüncü",
    5: "fifth 5th الخامس خامس beşinci",
    6: "sixth 6th السادس سادس altıncı",
    7: "seventh 7th السابع سابع yedinci",
    8: "eighth 8th الثامن ثامن sekizinci",
    9: "ninth 9th التاسع تاسع dokuzuncu",
    10: "tenth 10th العاشر عاشر onuncu",
    -1: "last الأخير son",
}


@cache
def months() -> Mapping[str, int]:
    """The folded names and abbreviations of Gregorian months, each with its number from 1 to 12."""
    return dict(_numbered(MONTHS)) | {
        fold(word): number for number, words in enumerate(_OTHER_MONTHS, 1) for word in words.split(",")
    }


def month_named(text: str) -> int:
    """The month of a folded name, or of two names for the same one: `آذار/مارس`; 0 where there is none."""
    found = {months().get(name.strip(), 0) for name in re.split(r"[/()]", text) if name.strip()}
    return found.pop() if len(found) == 1 else 0


@cache
def hijri_months() -> Mapping[str, int]:
    """The folded names of Hijri months, each with its number from 1 to 12."""
    other = {"ربيع الثاني": 4, "جمادى الثانية": 6, "ذي القعدة": 11, "ذي الحجة": 12}
    return dict(_numbered(hijri.MONTHS)) | {fold(word): number for word, number in other.items()}


@cache
def weekdays() -> Mapping[str, int]:
    """The folded days of the week, each with its number from 0 (Monday) to 6."""
    return {name: number - 1 for name, number in _numbered(DAYS)} | {
        fold(word): number for number, words in enumerate(_OTHER_DAYS) for word in words.split()
    }


@cache
def ordinals() -> Mapping[str, int]:
    """The folded words for places in a row, from 1; the last one is -1."""
    return {fold(word): number for number, words in _ORDINALS.items() for word in words.split()}


def _numbered(names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    for words in names.values():
        for number, word in enumerate(words, 1):
            yield fold(word), number
