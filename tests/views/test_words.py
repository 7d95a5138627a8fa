"""Values in words as they stand on the screen: signs, percents and dates keep their order in Arabic."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.locale import open_catalog
from tracker.message import Message, msg
from tracker.model.records.localized import Lang
from tracker.model.records.status import Status
from tracker.reports.numbers import Amount, Numeral, Share
from tracker.reports.report import Day, Many, Moment, Percent, Points, Progress, Word
from tracker.reports.values import work_status_cell
from tracker.text.arabic.bidi import visual
from tracker.text.printable import ALM, LRI, PDI
from tracker.views.page.cells import cell
from tracker.views.words import Words

LRO, PDF = "\u202d", "\u202c"
DAY = Day(date(2026, 3, 31))


def words(lang: Lang = "ar", digits: str = "latn", calendar: str = "gregorian") -> Words:
    return Words(open_catalog(lang), digits, calendar, "Africa/Tripoli")


def on_screen(text: str, rtl: bool = True) -> str:
    return visual(text, int(rtl))[0]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        # read from the right, as CLDR has them: sign, number, percent
        (Points(-40), "٤٠−"),
        (Points(12), "١٢+"),
        (Points(0), "٠"),
        (-1234, "١٬٢٣٤−"),
        (Amount(Decimal("1234.5")), "١٬٢٣٤٫٥"),
        (Share(Decimal("11.5")), "٪١١٫٥"),
        (Percent(46), "٪٤٦"),
        (Moment("2026-03-31T09:30:00Z"), "١١:٣٠ ٢٠٢٦/٠٣/٣١"),  # read from the right: the day, then the hour
    ],
    ids=repr,
)
@pytest.mark.parametrize("around", ["{}", "الفارق {}", "الفارق {} نقطة", "({})", "{}، {}"])
def test_arabic_indic_numbers_in_an_arabic_line(value: object, seen: str, around: str) -> None:
    text = words(digits="arab").text(value)
    assert seen in on_screen(around.format(text, text))


def test_two_percents_in_a_line_have_their_signs_on_the_same_side() -> None:
    w = words(digits="arab")
    assert "٪٦٠ ← ٪٤٠" in on_screen(f"المعلن: {w.percent(40)} ← {w.percent(60)}")


@pytest.mark.parametrize("number", ["−40", "+12", "46%"])
def test_an_isolate_does_for_a_signed_number_what_an_override_would(number: str) -> None:
    """LRO…PDF would give the same line; overrides are what hostile text is made of, so nothing of ours prints one."""
    assert on_screen(f"من {LRI}{number}{PDI} إلى") == on_screen(f"من {LRO}{number}{PDF} إلى")


@pytest.mark.parametrize(
    ("value", "cldr"), [(Points(-40), f"{ALM}−٤٠"), (Points(12), f"{ALM}+١٢"), (Percent(46), f"٤٦٪{ALM}")]
)
def test_arabic_indic_signs_stand_where_cldr_puts_them(value: object, cldr: str) -> None:
    """Its data set the Arabic letter mark beside each sign; an isolate needs no letter around it."""
    assert on_screen(f"من {words(digits='arab').text(value)} إلى") == on_screen(f"من {cldr} إلى")


@pytest.mark.parametrize(
    ("lang", "seen"), [("ar", "77.565 · 1.450,5"), ("tr", "77.565 · 1.450,5"), ("en", "77,565 · 1,450.5")]
)
def test_thousands_are_grouped_and_decimals_are_those_of_the_language(lang: Lang, seen: str) -> None:
    of = words(lang)
    assert f"{of.bare(77565)} · {of.bare(Amount(Decimal('1450.5')))}" == seen
    assert of.bare(msg("Q1 {year}", year=Numeral(2026))).count("2026") == 1


def test_hyphens_would_turn_an_arabic_indic_date_round() -> None:
    assert "٢٠٢٦/٠٣/٣١" in on_screen(f"حتى {words(digits='arab').short_days(DAY.value)[0]} فقط")
    assert "٢٠٢٦-٠٣-٣١" not in on_screen("حتى \u2066٢٠٢٦-٠٣-٣١\u2069 فقط")


@pytest.mark.parametrize(
    ("digits", "seen"),
    [("latn", "2026-11-10 ← 2026-03-31"), ("arab", "٢٠٢٦/١١/١٠ ← ٢٠٢٦/٠٣/٣١")],
)
def test_a_range_of_dates_is_read_from_the_right(digits: str, seen: str) -> None:
    w = words(digits=digits)
    first, last = w.short_days(date(2026, 3, 31))[0], w.short_days(date(2026, 11, 10))[0]
    assert seen in on_screen(f"الاستحقاق {first} ← {last}")


@pytest.mark.parametrize(
    ("lang", "digits", "calendar", "text"),
    [
        ("ar", "latn", "gregorian", "31 مارس 2026"),
        ("ar", "arab", "gregorian", "٣١ مارس ٢٠٢٦"),
        ("ar", "arab", "hijri", "١٢ شوال ١٤٤٧هـ"),
        ("ar", "latn", "both", "31 مارس 2026م الموافق 12 شوال 1447هـ"),
        ("tr", "arab", "both", "31 Mart 2026 (12 Şevval 1447 H.)"),
        ("en", "latn", "hijri", "12 Shawwal 1447 AH"),
    ],
)
def test_days(lang: Lang, digits: str, calendar: str, text: str) -> None:
    assert words(lang, digits, calendar).bare(DAY) == text


@pytest.mark.parametrize(
    ("message", "latin", "arabic"),
    [
        (msg("The percentage “{value}” is not between 0 and 100.", value="400"), "بين 0 و100", "بين ٠ و١٠٠"),
        (msg("100 percent is reached only by completing {record}.", record="S2"), "100%", "١٠٠٪"),
        (msg("For example 45, 45%, %45 or ٤٥٪."), "45 أو 45%", "45 أو 45%"),
        (msg("Fingerprint (SHA-256)"), "SHA-256", "SHA-256"),
        (msg("For example 2026-03-31, 31/3/2026, +2w or 1448-06-13h."), "2026-03-31", "2026-03-31"),
    ],
)
def test_numbers_that_a_sentence_says_itself(message: Message, latin: str, arabic: str) -> None:
    assert latin in words().bare(message)
    assert arabic in words(digits="arab").bare(message)


def test_a_year_in_a_sentence_is_no_thousands() -> None:
    assert "1900 إلى 2200" in Words(open_catalog("ar")).bare(msg("the year lies outside 1900 to 2200"))


def test_a_percent_of_the_sentence_keeps_its_sign_behind() -> None:
    assert "100%" in on_screen(words().message(msg("100 percent is reached only by completing {record}.", record="S2")))


@pytest.mark.parametrize(
    ("gender", "seen"), [("feminine", "مكتملة (غير متحقَّق منها)"), ("masculine", "مكتمل (غير متحقَّق منه)")]
)
def test_a_status_and_its_remark_agree_in_gender(gender: str, seen: str) -> None:
    assert words().bare(work_status_cell(Status.COMPLETED, gender, unverified=True)) == seen


def test_a_percentage_stays_beside_its_word() -> None:
    """A line may break between declared and evidenced, not within them."""
    shown = cell(Progress(85, 75), words("tr")).text
    assert words("tr").seen(shown) == "beyan edilen %85 · kanıtlanan %75"
    assert shown.count(" ") == 2


def test_what_stands_in_brackets_is_no_further_item_of_a_list() -> None:
    status = Many((Word(Status.COMPLETED), Message("(unverified)"), "x"))
    assert words("en").bare(status) == "completed (unverified), x"
