from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import BadNumber, BadPercent, Unreadable
from tracker.text.input.digits import to_arabic, to_latin
from tracker.text.input.numbers import format_number, format_percent, parse_int, parse_percent

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


@pytest.mark.parametrize(("text", "value"), [("7", 7), ("٧", 7), ("-12", -12), ("−12", -12), ("+3", 3), ("007", 7)])
def test_int_is_read(text: str, value: int) -> None:
    assert parse_int(text) == value


@pytest.mark.parametrize("text", ["", "+", "1.234", "1,234", "1٬234", "1 2", "x", "²", "1_000", "9" * 5000])
def test_int_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        parse_int(text)


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
