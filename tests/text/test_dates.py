from datetime import date, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.input import date_words, dates
from tracker.text.line import Piece
from tracker.text.output.wrap import NO_BREAK, wrap

DAY = date(2024, 11, 5)


def seen(text: str) -> str:
    """As `wrap` leaves it."""
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("lang", "long", "month", "year"),
    [
        ("ar", "5 نوفمبر 2024", "نوفمبر 2024", "عام 2024"),
        ("tr", "5 Kasım 2024", "Kasım 2024", "2024 yılı"),
        ("en", "5 November 2024", "November 2024", "2024"),
    ],
)
def test_forms(lang: str, long: str, month: str, year: str) -> None:
    assert seen(dates.long(DAY, lang)) == long
    assert seen(dates.month_only(2024, 11, lang)) == month
    assert seen(dates.year_only(2024, lang)) == year
    assert dates.iso(DAY, lang) == "2024-11-05"


def test_arabic_digits() -> None:
    assert dates.iso(DAY, "ar", "arab") == "٢٠٢٤/١١/٠٥"
    assert seen(dates.long(DAY, "ar", "arab")) == "٥ نوفمبر ٢٠٢٤"
    assert seen(dates.year_only(2024, "ar", "arab")) == "عام ٢٠٢٤"
    assert seen(dates.long(DAY, "tr", "arab")) == "5 Kasım 2024"
    assert dates.iso(DAY, "en", "arab") == "2024-11-05"


@pytest.mark.parametrize(
    ("lang", "hijri", "both"),
    [
        ("ar", "3 جمادى الأولى 1446هـ", "5 نوفمبر 2024م الموافق 3 جمادى الأولى 1446هـ"),
        ("tr", "3 Cemaziyelevvel 1446 H.", "5 Kasım 2024 (3 Cemaziyelevvel 1446 H.)"),
        ("en", "3 Jumada al-Ula 1446 AH", "5 November 2024 (3 Jumada al-Ula 1446 AH)"),
    ],
)
def test_calendars(lang: str, hijri: str, both: str) -> None:
    assert seen(dates.long(DAY, lang, calendar="hijri")) == hijri
    assert seen(dates.long(DAY, lang, calendar="both")) == both


@pytest.mark.parametrize("calendar", ["hijri", "both"])
def test_gregorian_alone_where_hijri_ends(calendar: str) -> None:
    assert seen(dates.long(date(2078, 1, 1), "ar", calendar=calendar)) == "1 يناير 2078"


@pytest.mark.parametrize(
    ("stored", "ar", "tr", "en"),
    [
        ("2024", "عام 2024", "2024 yılı", "2024"),
        ("2024-05", "مايو 2024", "Mayıs 2024", "May 2024"),
        ("2024-05-09", "9 مايو 2024", "9 Mayıs 2024", "9 May 2024"),
    ],
)
def test_partial(stored: str, ar: str, tr: str, en: str) -> None:
    assert [seen(dates.partial(stored, lang)) for lang in ("ar", "tr", "en")] == [ar, tr, en]


@pytest.mark.parametrize("stored", ["", "24", "2024-1", "2024-13-01", "soon"])
def test_partial_refuses_what_is_never_stored(stored: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        dates.partial(stored, "en")


@pytest.mark.parametrize(("lang", "locale"), [("ar", "ar_LY"), ("tr", "tr"), ("en", "en_GB")])
def test_names_are_those_of_cldr(lang: str, locale: str) -> None:
    for month in range(1, 13):
        assert dates.MONTHS[lang][month - 1] == format_date(date(2024, month, 1), "LLLL", locale=locale)
    for number in range(7):
        day = date(2024, 1, 1) + timedelta(days=number)
        assert date_words.DAYS[lang][number] == format_date(day, "EEEE", locale=locale)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(["ar", "tr", "en"]))
def test_no_bidi_controls(day: date, lang: str) -> None:
    for text in (dates.long(day, lang, "arab", "both"), dates.iso(day, lang, "arab")):
        assert seen(text).isprintable()


def test_in_digits_there_is_a_text_for_each_calendar() -> None:
    assert dates.short(DAY, "ar") == ("2024-11-05",)
    assert dates.short(DAY, "ar", calendar="hijri") == ("1446-05-03h",)
    assert dates.short(DAY, "tr", "arab", "both") == ("2024-11-05", "1446-05-03h")
    assert dates.short(DAY, "ar", "arab", "both") == ("٢٠٢٤/١١/٠٥", "١٤٤٦/٠٥/٠٣هـ")
    assert dates.short(date(2078, 1, 1), "ar", calendar="both") == ("2078-01-01",)


def test_a_moment_is_a_day_with_its_hour() -> None:
    moment = datetime(2024, 11, 5, 9, 30)  # noqa: DTZ001 - local already
    assert dates.moment(moment, "en") == ("2024-11-05 09:30",)
    assert dates.moment(moment, "ar", "arab") == ("٢٠٢٤/١١/٠٥ ٠٩:٣٠",)
    assert dates.moment(moment, "ar", "arab", "both") == ("٢٠٢٤/١١/٠٥ ٠٩:٣٠", "١٤٤٦/٠٥/٠٣هـ")


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_a_date_stays_on_one_line_where_it_fits(lang: str) -> None:
    for text in (dates.long(DAY, lang, calendar="both"), dates.partial("2024-11", lang), dates.partial("2024", lang)):
        lines = ["".join(piece.text for piece in line) for line in wrap((Piece("x " + text),), 31)]
        assert " ".join(lines) == "x " + seen(text)
        assert all(not line.endswith(("5", "نوفمبر", "Kasım", "November", "عام", "3", "Jumada")) for line in lines)
