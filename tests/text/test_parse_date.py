import calendar
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.typed_dates import in_a_letter, quarter, with_weekday
from tracker.errors import BadDate, HijriRange, Unreadable
from tracker.text.input import dates, hijri
from tracker.text.input.digits import to_arabic
from tracker.text.input.parse_date import parse_date, parse_partial, parse_span
from tracker.text.input.span import Span

TODAY = date(2026, 3, 31)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
LANGUAGES = st.sampled_from(["ar", "tr", "en"])
DIGITS = st.sampled_from(["latn", "arab"])
PIECES = [
    *("2026", "1448", "12", "3", "٣", "١٢", "-", "/", ".", ",", "،", "+", "h", "هـ"),
    *("م", "d", "w", "m", "y", "Q4", "Ç1", "ديسمبر", "رجب", "جمادى", "الآخرة", "Aralık", "May", "Şaban"),
    *(
        "اليوم",
        "غدا",
        "yarın",
        "الربع",
        "الأول",
        "من",
        "عام",
        "yılı",
        "çeyreği",
        "الثلاثاء",
        "Salı",
        "Tuesday",
        "31",
        "0",
    ),
    *(
        "99999",
        "نهاية",
        "الشهر",
        "القادم",
        "sonu",
        "end of",
        "next",
        "month",
        "بعد",
        "weeks",
        "آذار/مارس",
        "H1",
        "yarısı",
    ),
]


def read(text: str, today: date) -> Any:
    try:
        return parse_span(text, today)
    except Unreadable as refused:
        return refused


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-03", "2026-12-3", "2026/12/03", "2026.12.3", "٢٠٢٦-١٢-٠٣", "٢٠٢٦/١٢/٠٣", "۲۰۲۶-۱۲-۰۳"),
        *("3/12/2026", "03/12/2026", "٣/١٢/٢٠٢٦", "3.12.2026", "03.12.2026", "3-12-2026", "3/12/2026م"),
        *("3 ديسمبر 2026", "٣ ديسمبر ٢٠٢٦", "3 ديسمبر 2026م", "الخميس، 3 ديسمبر 2026", "الخميس 3 ديسمبر 2026"),
        *("3 Aralık 2026", "3 ARALIK 2026", "3 aralik 2026", "3 Ara 2026", "3 Aralık 2026 Perşembe"),
        *("3 December 2026", "December 3, 2026", "dec 3 2026", "Thursday, 3 December 2026", " 3  DEC  2026 "),
        *("1448-06-23h", "1448/6/23 هـ", "١٤٤٨/٠٦/٢٣هـ", "23/6/1448هـ", "1448-06-23 AH", "1448/06/23ه\u200d"),
        *("23 جمادى الآخرة 1448 هـ", "23 جمادى الآخرة 1448", "٢٣ جمادى الثانية ١٤٤٨هـ"),
        *("23 Cemaziyelahir 1448 H.", "23 Jumada al-Akhira 1448 AH"),
        *("\u200e2026-12-03\u200e", "\u20663/12/2026\u2069"),
        *("3 / 12 / 2026 م", "٣ / ١٢ / ٢٠٢٦ م", "بتاريخ 3/12/2026", "يوم الخميس 3/12/2026", "في 3 ديسمبر عام 2026"),
        *("3-Dec-2026", "03/Dec/2026", "3.Aralık.2026", "3 Dec. 2026", "3rd of December 2026", "on 3 December 2026"),
        *("20261203", "٢٠٢٦١٢٠٣", "2026 December 3", "3 Aralık 2026 tarihinde", "3.12.2026'da"),
        *("2026-12-03 00:00:00", "2026-12-03T10:00", "2026-12-03T10:00:00Z", "03/12/2026 14:05", "3.12.2026 saat 9:30"),
        *("3-12-2026 2:05 PM", "٠٣/١٢/٢٠٢٦ ١٤:٠٥", "3 كانون الأول/ديسمبر 2026", "3 كانون الأول (ديسمبر) 2026"),
        *("3 دجنبر 2026", "3 ديسمبر / كانون الأول 2026"),
    ],
)
def test_the_third_of_december(text: str) -> None:
    assert parse_date(text, TODAY) == parse_date(text, TODAY, "end") == date(2026, 12, 3)
    assert parse_partial(text, TODAY) == "2026-12-03"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *((word, TODAY) for word in ("today", "Today", "اليوم", "bugün", "BUGÜN", "bugun", "+0d")),
        *((word, date(2026, 4, 1)) for word in ("tomorrow", "غدا", "غدًا", "غداً", "yarın", "YARIN", "+1d", "+١d")),
        *((word, date(2026, 3, 30)) for word in ("yesterday", "أمس", "امس", "dün", "DÜN", "-1d", "−1d")),
        *((word, date(2026, 4, 14)) for word in ("+2w", "+ 2 w", "+2 weeks", "+2 hafta", "+2 أسبوعين", "+14d")),
        *((word, date(2026, 4, 30)) for word in ("+1m", "+1 ay", "+1 شهر", "+٣٠ يوما")),
        *((word, date(2026, 2, 28)) for word in ("-1m", "-1 month")),
        *((word, date(2027, 3, 31)) for word in ("+1y", "+12m", "+1 yıl", "+1 سنة")),
    ],
)
def test_relative(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


SPOKEN = {
    date(2026, 4, 2): "thursday, Thu, next Thursday, this thursday, by thursday, الخميس, يوم الخميس القادم, هذا الخميس"
    ", Perşembe, gelecek perşembe, bu perşembe, perşembe günü, perşembeye kadar, بعد غد, öbür gün, day after tomorrow"
    ", in 2 days, بعد يومين, iki gün sonra",
    date(2026, 4, 7): "tuesday, next tuesday, الثلاثاء المقبل, salı, next week, الأسبوع القادم, الأسبوع المقبل, haftaya"
    ", gelecek hafta, in a week, بعد أسبوع, bir hafta sonra, haftaya salı, +1w",
    date(2026, 3, 31): "this tuesday, end of month, end of the month, eom, month-end, نهاية الشهر, آخر الشهر, ay sonu"
    ", ayın sonunda, ayın son günü, last day of the month, آخر يوم في الشهر, قبل نهاية الشهر, حتى نهاية الشهر"
    ", end of quarter, eoq, نهاية الربع الحالي, çeyrek sonu, نهاية مارس 2026, end of March 2026, Mart 2026 sonu"
    ", نهاية الربع الأول 2026",
    date(2026, 3, 27): "last friday, الجمعة الماضي, geçen cuma",
    date(2026, 3, 24): "last tuesday, last week, الأسبوع الماضي, geçen hafta, a week ago, قبل أسبوع, bir hafta önce",
    date(2026, 4, 10): "friday next week, haftaya cuma, in ten days, بعد عشرة أيام, on gün sonra",
    date(2026, 4, 14): "in two weeks, in 2 weeks, in two weeks' time, two weeks from now, 2 weeks later, in a fortnight"
    ", بعد أسبوعين, خلال أسبوعين, 2 hafta sonra, iki hafta içinde",
    date(2026, 4, 15): "in fifteen days, بعد خمسة عشر يوما, on beş gün sonra, mid April 2026, منتصف أبريل 2026",
    date(2026, 4, 30): "in a month, بعد شهر, bir ay sonra, end of next month, نهاية الشهر القادم, gelecek ay sonu",
    date(2026, 6, 30): "in a quarter, end of next quarter, نهاية الربع القادم, gelecek çeyrek sonu",
    date(
        2026, 12, 31
    ): "end of year, end of the year, eoy, year end, نهاية السنة, نهاية العام, yıl sonu, yıl sonuna kadar"
    ", end of 2026, نهاية 2026, 2026 yılı sonu, bu yıl sonu, نهاية النصف الثاني 2026",
    date(2026, 4, 1): "start of next month, بداية الشهر القادم, gelecek ay başı, مطلع أبريل 2026",
    date(2026, 1, 31): "two months ago, قبل شهرين, iki ay önce",
    date(2027, 3, 31): "in a year, بعد سنة, bir yıl sonra",
}


@pytest.mark.parametrize(
    ("text", "day"), [(text.strip(), day) for day, texts in SPOKEN.items() for text in texts.split(",")]
)
def test_days_are_told_from_today_as_people_speak(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == parse_date(text, TODAY, "end") == day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        *((text, date(2026, 4, 1), date(2026, 4, 30)) for text in ("next month", "الشهر المقبل", "gelecek ay")),
        *((text, date(2026, 4, 1), date(2026, 6, 30)) for text in ("next quarter", "الربع القادم", "gelecek çeyrek")),
        *((text, date(2027, 1, 1), date(2027, 12, 31)) for text in ("next year", "السنة القادمة", "önümüzdeki yıl")),
        *((text, date(2026, 2, 1), date(2026, 2, 28)) for text in ("last month", "الشهر الماضي", "geçen ay")),
        *((text, date(2026, 3, 1), date(2026, 3, 31)) for text in ("this month", "هذا الشهر", "الشهر الجاري", "bu ay")),
    ],
)
def test_a_month_or_longer_told_from_today_is_a_span(text: str, start: date, end: date) -> None:
    assert parse_span(text, TODAY)[:2] == (start, end)


NAMES = (
    ("كانون الثاني", "جانفي", "يناير"),
    ("شباط", "فيفري", "فبراير"),
    ("آذار", "مارس", "مارس"),
    ("نيسان", "أفريل", "أبريل"),
    ("أيار", "ماي", "مايو"),
    ("حزيران", "جوان", "يونيو"),
    ("تموز", "جويلية", "يوليوز"),
    ("آب", "أوت", "غشت"),
    ("أيلول", "سبتمبر", "شتنبر"),
    ("تشرين الأول", "أكتوبر", "أكتوبر"),
    ("تشرين الثاني", "نوفمبر", "نونبر"),
    ("كانون الأول", "ديسمبر", "دجنبر"),
)


@pytest.mark.parametrize(("month", "names"), list(enumerate(NAMES, 1)))
def test_months_of_the_levant_and_the_maghreb(month: int, names: tuple[str, ...]) -> None:
    written = dates.MONTHS["ar"][month - 1]
    for text in (
        *(f"15 {name} 2026" for name in names),
        f"15 {names[0]}/{written} 2026",
        f"15 {written} / {names[0]} 2026",
    ):
        assert parse_date(text, TODAY) == date(2026, month, 15)


def test_a_leap_day_moves_to_the_end_of_february() -> None:
    assert parse_date("+1y", date(2024, 2, 29)) == date(2025, 2, 28)
    assert parse_date("+4y", date(2024, 2, 29)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "start", "end", "unit"),
    [
        *(
            (text, date(2026, 10, 1), date(2026, 12, 31), "quarter")
            for text in ("2026-Q4", "2026-q4", "2026Q4", "Q4 2026", "2026-Ç4", "2026-ç4", "Ç4 2026", "٢٠٢٦-ر٤")
        ),
        *(
            (text, date(2026, 1, 1), date(2026, 3, 31), "quarter")
            for text in ("الربع الأول 2026", "الربع الاول من عام ٢٠٢٦", "2026 yılı 1. çeyreği", "1. çeyrek 2026")
        ),
        *(
            (text, date(2024, 2, 1), date(2024, 2, 29), "month")
            for text in ("2024-02", "2/2024", "2024/2", "فبراير 2024", "Şubat 2024", "subat 2024", "Feb 2024")
        ),
        *(
            (text, date(2026, 1, 1), date(2026, 6, 30), "half")
            for text in (
                *("2026-H1", "2026H1", "h1 2026", "2026S1", "2026-S1", "النصف الأول 2026", "النصف الأول من عام ٢٠٢٦"),
                *(
                    "2026 ilk yarısı",
                    "2026'nın birinci yarısı",
                    "1. yarıyıl 2026",
                    "first half of 2026",
                    "السداسي الأول 2026",
                ),
            )
        ),
        *(
            (text, date(2026, 10, 1), date(2026, 12, 31), "quarter")
            for text in (
                "Q4 of 2026",
                "last quarter of 2026",
                "الربع الأخير من 2026",
                "2026 son çeyrek",
                "4. çeyrek 2026",
            )
        ),
        *((text, date(2024, 1, 1), date(2024, 12, 31), "year") for text in ("2024", "عام 2024", "2024 yılı", "٢٠٢٤م")),
    ],
)
def test_spans(text: str, start: date, end: date, unit: str) -> None:
    assert parse_span(text, TODAY) == (start, end, unit)
    assert parse_date(text, TODAY, "start") == start
    assert parse_date(text, TODAY, "end") == end


@pytest.mark.parametrize(("text", "stored"), [("2024", "2024"), ("مايو 2024", "2024-05"), ("٩/٥/٢٠٢٤", "2024-05-09")])
def test_partial(text: str, stored: str) -> None:
    assert parse_partial(text, TODAY) == stored


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *((text, "unreadable") for text in ("", " ", "soon", "3/12-2026", "tomorrow morning", "15 آذار/أبريل 2026")),
        *((text, "unreadable") for text in ("+2x", "++2w", "Tuesday 2026", "2026-12-03T1", "32/12", "30 smarch")),
        *((text, "unreadable") for text in ("2026-12-03" + " " * 80 + "x",)),
        *((text, "no_year") for text in ("3/12", "5 November", "5 نوفمبر", "Kasım 5", "٣/١٢")),
        *((text, "short_year") for text in ("3/12/26", "٣-١٢-٢٦")),
        *((text, "no_sign") for text in ("2w", "٣ أيام", "1 yıl")),
        *((text, "no_sign") for text in ("two weeks", "أسبوعين", "iki hafta")),
        *((text, "only_part") for text in ("Q4", "H1", "ر٢", "March", "end of March", "نهاية مارس")),
        *((text, "week") for text in ("this week", "end of week", "eow", "hafta sonu", "نهاية الأسبوع")),
        *((text, "half") for text in ("2026-H3", "H0 2026")),
        *((text, "no_unit") for text in ("+2", "- 3")),
        *((text, "quarter") for text in ("2026-Q5", "Ç0 2026")),
        *((text, "calendars") for text in ("3 ديسمبر 2026هـ", "13 رجب 1448م", "ديسمبر 2026هـ")),
        *((text, "hijri_day") for text in ("1448h", "1448-06h", "رجب 1448", "Recep 1448 H.")),
        *((text, "day") for text in ("31/2/2026", "2025-02-29", "0/1/2026", "32 مايو 2026", "1448-06-30h")),
        *((text, "month") for text in ("12/31/2026", "2026-13-01", "2026-13", "1448-13-01h")),
        *(
            (text, "years")
            for text in ("1899-12-31", "2201-01-01", "1448-06-13", "1448-06-30", "9999", "0000", "0000-00")
        ),
        *((text, "years") for text in ("+99999d", "-99999m", "+99999y", "9999-12-31", "0001-01-01", "13 May 1448")),
        ("Wednesday, 31 March 2026", "weekday"),
        ("31 March 2026 (13 Shawwal 1447 AH)", "two_days"),
        ("31 مارس 2026م الموافق 11 شوال 1447هـ", "two_days"),
        ("31 Mart 2026 Çarşamba", "weekday"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_date(text, TODAY)
    assert (refused.value.value, refused.value.reason) == (text, reason)
    assert reason in BadDate.REASONS
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("text", ["1342-12-29h", "1501-01-01h", "2026-01-01h", "1 محرم 1600هـ", "1 Recep 1200"])
def test_hijri_range(text: str) -> None:
    with pytest.raises(HijriRange) as refused:
        parse_date(text, TODAY)
    assert (refused.value.value, refused.value.first, refused.value.last) == (text, 1343, 1500)


@pytest.mark.parametrize("text", ["2w", "two weeks", "أسبوعين", "2 hafta"])
def test_a_span_without_a_sign_is_shown_with_both(text: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_date(text, TODAY)
    assert (refused.value.example, refused.value.earlier) == ("+2w", "-2w")


def test_a_quarter_is_no_partial_date() -> None:
    with pytest.raises(BadDate) as refused:
        parse_partial("2026-Q4", TODAY)
    assert (refused.value.reason, refused.value.example) == ("no_quarter", "2026-10")
    with pytest.raises(BadDate) as refused:
        parse_partial("2026-H2", TODAY)
    assert (refused.value.reason, refused.value.example) == ("no_half", "2026-07")


@pytest.mark.parametrize(
    ("text", "understood", "example"),
    [
        ("31/02/2026", (2026, 2, 31, 28), "2026-02-28"),
        ("٣١/٠٢/٢٠٢٤", (2024, 2, 31, 29), "2024-02-29"),
        ("1448-06-30h", (1448, 6, 30, 29), "1448-06-29h"),
        ("12/31/2026", (2026, 31, 12, 0), "2026-12-31"),
        ("13/13/2026", (2026, 13, 13, 0), ""),
        ("1448-06-13", (1448, 6, 13, 0), "1448-06-13h"),
        ("1800-06-13", (1800, 6, 13, 0), ""),
        ("5 نوفمبر", (0, 11, 5, 0), "2026-11-05"),
        ("3/12/26", (0, 12, 3, 0), "2026-12-03"),
        ("31 dec", (0, 12, 31, 0), "2026-12-31"),
        ("30/2", (0, 2, 30, 0), "2026-02-28"),
        ("Q4", (0, 0, 0, 0), "2026-Q4"),
        ("two weeks", (0, 0, 0, 0), "+2w"),
        ("Wednesday, 31 March 2026", (2026, 3, 31, 0), "2026-03-31"),
        ("2 hafta", (0, 0, 0, 0), "+2w"),
        ("-3", (0, 0, 0, 0), "-3w"),
    ],
)
def test_a_refusal_holds_what_was_understood(text: str, understood: tuple[int, ...], example: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_date(text, TODAY)
    error = refused.value
    assert (error.year, error.month, error.day, error.last) == understood
    assert error.example == example


@given(DAYS, LANGUAGES, DIGITS)
def test_what_is_printed_is_read_back(day: date, lang: str, digits: str) -> None:
    for text in (
        dates.iso(day, lang, digits),
        dates.long(day, lang, digits),
        with_weekday(day, lang, digits),
        in_a_letter(day, lang, digits),
        dates.partial(day.isoformat(), lang, digits),
    ):
        assert parse_date(text, TODAY) == day
    year, month = day.year, day.month
    assert parse_partial(dates.month_only(year, month, lang, digits), TODAY) == f"{year}-{month:02}"
    assert parse_partial(dates.year_only(year, lang, digits), TODAY) == str(year)
    span = parse_span(quarter(year, (month + 2) // 3, lang, digits), TODAY)
    assert span.unit == "quarter"
    assert span.start <= day <= span.end


@given(st.dates(date(1924, 8, 1), date(2077, 11, 16)), LANGUAGES, DIGITS)
def test_hijri_is_read_back(day: date, lang: str, digits: str) -> None:
    for text in (
        hijri.long(day, lang, digits),
        hijri.short(day, lang, digits),
        with_weekday(day, lang, digits, "hijri"),
        dates.long(day, lang, digits, "both"),
        with_weekday(day, lang, digits, "both"),
    ):
        assert text is not None
        assert parse_date(text, TODAY) == day


@given(DAYS, st.integers(-300, 300), st.sampled_from("dwmy"), st.booleans())
def test_relative_days_agree_with_the_calendar(today: date, number: int, unit: str, arabic: bool) -> None:
    text = f"{number:+}{unit}"
    found = read(to_arabic(text) if arabic else text, today)
    if isinstance(found, Unreadable):
        assert isinstance(found, BadDate)
        assert found.reason == "years"
    elif unit in "dw":
        assert (found.start - today).days == number * {"d": 1, "w": 7}[unit]
    else:
        day = found.start
        months = (day.year - today.year) * 12 + day.month - today.month
        assert months == number * {"m": 1, "y": 12}[unit]
        assert day.day == min(today.day, calendar.monthrange(day.year, day.month)[1])


@given(
    st.text()
    | st.text("0123456789٠١٢٣-/.+ hdwmyهـمQÇ")
    | st.lists(st.sampled_from([*PIECES, " "]), max_size=8).map("".join)
    | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
    DAYS,
)
def test_any_text_is_a_date_or_a_plain_refusal(text: str, today: date) -> None:
    found = read(text, today)
    if isinstance(found, Unreadable):
        assert found.value == text
        example = getattr(found, "example", "")
        again = read(example, TODAY) if example else None
        # Counted from today, what is only lacking its sign may still lead too far.
        assert again is None or isinstance(again, Span) or (example[0] in "+-" and again.reason == "years")
    else:
        assert date(1900, 1, 1) <= found.start <= found.end <= date(2200, 12, 31)
