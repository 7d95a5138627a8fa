from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.typed_dates import in_a_letter, with_weekday
from tracker.text.input import dates
from tracker.text.input.digits import to_arabic
from tracker.text.input.numbers import format_number, format_percent
from tracker.text.input.personal import KINDS, find_personal

AROUND = st.sampled_from(["", " ", "رقم ", "بتاريخ ", "No: ", "("])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("digits", "رقم 123456789"),
        ("digits", "الرقم الوطني ١١٩٩٠١٢٣٤٥٦٧"),
        ("digits", "kimlik ۱۲۳۴۵۶۷۸۹۰۱"),
        ("digits", "00218912345678"),
        ("phone", "+218 91 234 5678"),
        ("phone", "+٢١٨ ٩١ ٢٣٤ ٥٦٧٨"),
        ("phone", "tel:+905321234567"),
        ("phone", "0532 123 45 67"),
        ("phone", "0532-123-45-67"),
        ("phone", "0532.123.45.67"),
        ("phone", "(0212) 555 12 34"),
        ("phone", "532 123 45 67"),
        ("phone", "091-2345678"),
        ("phone", "2024 0532 123 45 67"),
        ("email", "راسلوا a.b@example.gov.ly"),
        ("email", "x@y.co"),
        ("coordinates", "32.8872, 13.1913"),
        ("coordinates", "32.8872 13.1913"),
        ("coordinates", "32,8872; 13,1913"),
        ("coordinates", "٣٢٫٨٨٧٢، ١٣٫١٩١٣"),
        ("coordinates", "32°52'N"),
        ("coordinates", "32.88° N"),
        ("coordinates", "32.88N, 13.19E"),
        ("coordinates", "lat 32.8"),
        ("coordinates", "خط العرض 32.88"),
        ("passport", "U12345678"),
        ("passport", "جواز السفر وab1234567"),
        ("iban", "TR33 0006 1005 1978 6457 8413 26"),
        ("iban", "LY83002048000020100120361"),
        ("iban", "tr330006100519786457841326"),
    ],
)
def test_found(kind: str, text: str) -> None:
    assert [finding.kind for finding in find_personal(text)] == [kind]
    assert kind in KINDS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "محضر 118/2026",
        "محضر 118/2026 2026-03-31",
        "رقم 1448/231",
        "2026-000123",
        "من 2024-11-05 إلى 2025-01-31",
        "2024-11-05 2025-01-31",
        "2026-03-31T10:00:00Z",
        "3/12/2026 4/12/2026",
        "٢٠٢٦/٠٣/٣١",
        "1448/06/13هـ",
        "2024 2025 2026",
        "2023-2024 2025-2026",
        "85% 2026-Q4",
        "12 15 20 33 40",
        "1,234,567,890 دينار",
        "1.234.567.890,50",
        "12.345, 13.456",
        "12.50, 13.75",
        "25° C, 30° dereceye",
        "E9 S3.2 A2 v20260331",
        "ISO 27001",
        "@FILE",
        "S1 85 100 -15 S2 82 93 -11",
        "بدأت الدفعة الأولى",
    ],
)
def test_passes(text: str) -> None:
    assert find_personal(text) == ()


def test_excerpts_are_masked_and_in_order() -> None:
    found = find_personal("اتصل 0912345678 أو a.person@example.ly")
    assert [(finding.kind, finding.excerpt) for finding in found] == [("digits", "09…78"), ("email", "a.…ly")]


@given(st.integers(10**8, 10**15), AROUND, st.booleans())
def test_nine_digits_are_always_found(number: int, around: str, arabic: bool) -> None:
    text = to_arabic(str(number)) if arabic else str(number)
    assert find_personal(f"{around}{text} {around}")


@given(
    st.dates(date(1930, 1, 1), date(2070, 1, 1)),
    st.sampled_from(["ar", "tr", "en"]),
    st.sampled_from(["latn", "arab"]),
    AROUND,
)
def test_our_own_dates_pass(day: date, lang: str, digits: str, around: str) -> None:
    for text in (
        dates.iso(day, lang, digits),
        dates.long(day, lang, digits, "both"),
        with_weekday(day, lang, digits),
        in_a_letter(day, lang, digits),
    ):
        assert find_personal(f"{around}{text} {text}") == ()


@given(st.integers(-(10**12), 10**12), st.sampled_from(["ar", "tr", "en"]), st.sampled_from(["latn", "arab"]))
def test_our_own_numbers_pass(number: int, lang: str, digits: str) -> None:
    assert find_personal(f"x {format_number(number, lang, digits)} {format_percent(45, lang, digits)}") == ()


@given(st.text() | st.text("0123456789+-.,°'NS@ab ()/\n"))
def test_any_text_is_answered(text: str) -> None:
    for finding in find_personal(text):
        assert finding.kind in KINDS
        assert len(finding.excerpt) == 5
