from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import BadNumber, BadPercent, Unreadable
from tracker.text.input.digits import to_arabic, to_latin
from tracker.text.input.numbers import format_number, format_percent, parse_decimal, parse_int, parse_percent

LANGUAGES = st.sampled_from(["ar", "tr", "en"])
DIGITS = st.sampled_from(["latn", "arab"])


@pytest.mark.parametrize(
    "text",
    [
        *("45", "45%", "%45", "45 %", "% 45", "٤٥٪", "٪٤٥", "٤٥", "۴۵", "\u200e45%", "\u200f٤٥٪\u200f"),
        *(" 45 ", "+45", "45.0", "45,00", "٤٥٫٠٪", "045"),
    ],
)
def test_percent_is_read(text: str) -> None:
    assert parse_percent(text) == 45


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("45.5", "fraction"),
        ("45,5%", "fraction"),
        ("٤٥٫٥٪", "fraction"),
        ("101", "range"),
        ("-1", "range"),
        ("-%5", "unreadable"),
        ("9" * 5000, "range"),
        ("", "unreadable"),
        ("%", "unreadable"),
        ("%45%", "unreadable"),
        ("45.", "unreadable"),
        (".5", "unreadable"),
        ("1.2.3", "unreadable"),
        ("4 5", "unreadable"),
        ("forty", "unreadable"),
        ("5²", "unreadable"),
        ("４５", "unreadable"),
    ],
)
def test_percent_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(BadPercent) as refused:
        parse_percent(text)
    assert (refused.value.value, refused.value.reason) == (text, reason)
    assert reason in BadPercent.REASONS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("7", 7), ("٧", 7), ("-12", -12), ("−12", -12), ("+3", 3), ("007", 7), ("12.0", 12), ("12,00", 12)),
        *((text, 1234) for text in ("1.234", "1,234", "1٬234", "١٬٢٣٤", "1 234", "1\u202f234", "1'234", "1،234")),
        *((text, 1234567) for text in ("1.234.567", "1,234,567", "١٬٢٣٤٬٥٦٧", "1 234 567")),
    ],
)
def test_int_is_read(text: str, value: int) -> None:
    assert parse_int(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *((text, "unreadable") for text in ("", "+", "x", "²", "４５", "1_000", "9" * 5000, "5 million")),
        *((text, "groups") for text in ("1 2", "1.2.3", "1,23,456")),
        *((text, "fraction") for text in ("1.5", "١٢٫٥", "1.234,5", "0.500")),
        *((text, "unclear") for text in ("1.000", "12,000")),
    ],
)
def test_int_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadNumber) as refused:
        parse_int(text)
    assert (refused.value.value, refused.value.reason) == (text, reason)
    assert reason in BadNumber.REASONS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, "12.5") for text in ("12.5", "12,5", "١٢٫٥", "12،5", "%12,5", "12.5 %", "١٢٫٥٪")),
        *((text, "1234.5") for text in ("1,234.5", "1.234,5", "١٬٢٣٤٫٥", "1 234,5", "1234.5", "1'234.5")),
        *((text, "1234") for text in ("١٬٢٣٤", "1 234", "1234")),
        *((text, "-1234567.25") for text in ("-1.234.567,25", "−1,234,567.25", "-1 234 567,25")),
        *((text, "12.345") for text in ("12.3450", "12,3450", "١٢٫٣٤٥")),
        *((text, "0.345") for text in ("0.345", "0,345")),
    ],
)
def test_decimal_is_read_as_each_language_writes_it(text: str, value: str) -> None:
    assert parse_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "whole", "fraction"),
    [("12.345", "12345", "12.3450"), ("1,000", "1000", "1,0000"), ("-1.234", "-1234", "-1.2340")],
)
def test_what_two_languages_read_differently_is_refused_with_both(text: str, whole: str, fraction: str) -> None:
    with pytest.raises(BadNumber) as refused:
        parse_decimal(text)
    error = refused.value
    assert (error.reason, error.whole, error.fraction) == ("unclear", whole, fraction)
    assert parse_decimal(whole) == int(whole)
    assert parse_decimal(fraction) == Decimal(text.replace(",", "."))


@given(st.decimals(-(10**9), 10**9, places=2), LANGUAGES, DIGITS)
def test_a_printed_decimal_is_read_back(value: Decimal, lang: str, digits: str) -> None:
    assert parse_decimal(format_number(value, lang, digits)) == value


@pytest.mark.parametrize(
    ("lang", "digits", "text"),
    [
        ("ar", "latn", "12.345,67"),
        ("tr", "latn", "12.345,67"),
        ("en", "latn", "12,345.67"),
        ("ar", "arab", "١٢٬٣٤٥٫٦٧"),
        ("tr", "arab", "12.345,67"),
    ],
)
def test_number_separators(lang: str, digits: str, text: str) -> None:
    assert format_number(Decimal("12345.67"), lang, digits) == text


@pytest.mark.parametrize(
    ("lang", "digits", "text"),
    [("ar", "latn", "46%"), ("tr", "latn", "%46"), ("en", "latn", "46%"), ("ar", "arab", "٤٦٪")],
)
def test_percent_sign(lang: str, digits: str, text: str) -> None:
    assert format_percent(46, lang, digits) == text


def test_signs_stay_first() -> None:
    assert format_percent(-15, "tr") == "-%15"
    assert format_percent(-15, "ar", "arab") == "-١٥٪"
    assert format_number(0, "en") == "0"
    assert format_number(Decimal("1E+3"), "en") == "1,000"


@given(st.integers(0, 100), LANGUAGES, DIGITS)
def test_a_printed_percent_is_read_back(value: int, lang: str, digits: str) -> None:
    assert parse_percent(format_percent(value, lang, digits)) == value


@given(st.integers(-(10**17), 10**17))
def test_int_in_both_scripts(value: int) -> None:
    assert parse_int(str(value)) == parse_int(to_arabic(str(value))) == value


@given(st.integers(), LANGUAGES, DIGITS)
def test_a_number_keeps_its_digits(value: int, lang: str, digits: str) -> None:
    printed = to_latin(format_number(value, lang, digits))
    assert int(printed.replace(",", "").replace(".", "")) == value


@given(st.text() | st.text("0123456789٠١٢٣%٪.,٫-+ "))
def test_any_text_is_a_percent_or_a_plain_refusal(text: str) -> None:
    for parse in (parse_percent, parse_int):
        refused = None
        try:
            value = parse(text)
        except Unreadable as error:
            refused = error
        assert isinstance(value, int) if refused is None else (refused.value, refused.exit_code) == (text, 2)
