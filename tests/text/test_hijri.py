from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import BadDate, HijriRange
from tracker.text.input import hijri

WITHIN = st.dates(date(1924, 8, 1), date(2077, 11, 16))


@pytest.mark.parametrize(
    ("lang", "digits", "long", "short"),
    [
        ("ar", "latn", "3 جمادى الأولى 1446هـ", "1446-05-03h"),
        ("ar", "arab", "٣ جمادى الأولى ١٤٤٦هـ", "١٤٤٦/٠٥/٠٣هـ"),
        ("tr", "latn", "3 Cemaziyelevvel 1446 H.", "1446-05-03h"),
        ("en", "arab", "3 Jumada al-Ula 1446 AH", "1446-05-03h"),
    ],
)
def test_forms(lang: str, digits: str, long: str, short: str) -> None:
    day = date(2024, 11, 5)
    assert hijri.long(day, lang, digits) == long
    assert hijri.short(day, lang, digits) == short


@pytest.mark.parametrize("day", [date(1924, 7, 31), date(2077, 11, 17), date(1900, 1, 1), date(2200, 12, 31)])
def test_outside_the_tables_there_is_none(day: date) -> None:
    assert hijri.from_gregorian(day) is None
    assert hijri.long(day, "ar") is None
    assert hijri.short(day, "ar") is None


@pytest.mark.parametrize("year", [0, 1342, 1501, 9999])
def test_range(year: int) -> None:
    with pytest.raises(HijriRange) as refused:
        hijri.to_gregorian(year, 1, 1)
    assert (refused.value.first, refused.value.last) == (1343, 1500)


@pytest.mark.parametrize(
    ("month", "day", "reason"), [(13, 1, "month"), (0, 1, "month"), (6, 30, "day"), (1, 31, "day"), (1, 0, "day")]
)
def test_days_that_are_not(month: int, day: int, reason: str) -> None:
    with pytest.raises(BadDate) as refused:
        hijri.to_gregorian(1448, month, day)
    assert (refused.value.reason, refused.value.month, refused.value.day) == (reason, month, day)
    assert refused.value.last == (29 if reason == "day" else 0)


@given(WITHIN)
def test_there_and_back(day: date) -> None:
    found = hijri.from_gregorian(day)
    assert found is not None
    assert hijri.to_gregorian(*found) == day


def test_twelve_months_each() -> None:
    assert {lang: len(set(names)) for lang, names in hijri.MONTHS.items()} == {"ar": 12, "tr": 12, "en": 12}
