from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.typed_dates import in_a_letter, with_weekday
from tracker.text.input import dates
from tracker.text.input.digits import to_arabic
from tracker.text.input.numbers import format_number, format_percent
from tracker.text.input.personal import KINDS, are_harmless, find_personal

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
        ("iban", "TR34 0006 1005 1978 6457 8413 26"),  # a digit mistyped
        ("iban", "GB82 WEST 1234 5698 7654 32"),
        ("iban", "DE89370400440532013000 EUR"),
        ("digits", "4111 1111 1111 1111"),
        ("digits", "4111111111111111 TL"),
        ("digits", "عقد رقم 12345678901"),
        ("digits", "TC 12345678901"),
        ("digits", "ID-123456789"),
        ("phone", "978-3-16-148410-1"),  # the check digit is not that of a book
        ("phone", "532 123 45 67 TL"),
        ("phone", "0532 123 456 TL"),
        ("phone", "cost 532 123 45 67"),
        ("phone", "budget 150000000 TL, tel 0532 123 45 67"),
        ("phone", "TEL-532-123-45-67"),
        ("digits", "0912345678 دينار"),
        ("digits", "contract 0912345678"),
        ("passport", "جواز MB123456"),
        ("passport", "passport A123456"),
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
        "150000000 د.ل",
        "بمبلغ ١٥٠٠٠٠٠٠٠ د.ل",
        "بلغت الميزانية 150000000 دينارًا ليبيًا",
        "ميزانية قدرها 150000000",
        "في 2026 150000000 دينار",
        "150 000 000 دينار",
        "150 000 000",
        "€ 150 000 000,50",
        "150'000'000 CHF",
        "budget of 2500000000 TL",
        "$150000000",
        "150000000.50 USD",
        "2500000000 TL bütçe",
        "120000000 kg",
        "بطول 150000000 متر",
        "CT-EX2019D374110-2",
        "MB123456",
        "عقد رقم 4500012345",
        "contract no. 4500012345",
        "sözleşme no: 4500012345",
        "عقد MB1234567",
        "LTB-2026-00012345",
        "GIZ-81234567-001-22",
        "2019/S 374-110512",
        "978-3-16-148410-0",
        "9783161484100",
        "ISBN 0-306-40615-2",
        "ISBN 080442957X",
        "33.3333, 66.6667",
        "16.6667 83.3333",
        "سعر الصرف 4.8312، 32.4567",
        "120.5000, 150.2500",
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


CURRENCIES = st.sampled_from(
    ["د.ل", "دينار", "دينارًا", "ليرة", "TL", "LYD", "USD", "$", "€", "Euro", "kg", "كم", "kişi"]
)


@given(st.integers(10**6, 10**12 - 1), CURRENCIES, st.sampled_from(["", " ", ",", "."]), st.booleans(), AROUND)
def test_amounts_pass(amount: int, beside: str, grouping: str, arabic: bool, around: str) -> None:
    digits = f"{amount:,}".replace(",", grouping)
    number = to_arabic(digits) if arabic else digits
    assert find_personal(f"{around}{number} {beside}") == ()


def in_account(country: str, number: str) -> str:
    """The IBAN of a country's account number, with its two check digits."""
    digits = "".join(str(int(char, 36)) for char in f"{number}{country}00")
    return f"{country}{98 - int(digits) % 97:02}{number}"


@given(
    st.sampled_from(["TR", "LY", "DE", "IT", "MT"]),
    st.text("0123456789", min_size=18, max_size=24),
    st.sampled_from(["", " ", "-"]),
    st.sampled_from(["", " د.ل", " EUR"]),
)
def test_accounts_are_found_however_they_are_grouped(country: str, number: str, gap: str, beside: str) -> None:
    plain = in_account(country, number)
    written = gap.join(plain[start : start + 4] for start in range(0, len(plain), 4))
    assert [found.kind for found in find_personal(f"{written}{beside}")] == ["iban"]


@given(st.text("0123456789", min_size=9, max_size=9), st.sampled_from(["978", "979"]), st.sampled_from(["", "-", " "]))
def test_numbers_of_books_pass_and_only_with_their_check_digit(title: str, prefix: str, gap: str) -> None:
    known = f"{prefix}{title}"
    check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(known)) % 10
    parts = (prefix, title[:4], title[4:], str(check))
    assert find_personal(gap.join(parts)) == ()
    assert find_personal("".join((*parts[:3], str((check + 1) % 10))))


@given(st.text("123456789", min_size=15, max_size=15), st.sampled_from(["", " ", "-"]), st.sampled_from(["", " TL"]))
def test_bank_cards_are_found(number: str, gap: str, beside: str) -> None:
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(number))
    card = f"{number}{-sum(each - 9 * (each > 9) for each in doubled) % 10}"
    written = gap.join(card[start : start + 4] for start in range(0, 16, 4))
    assert find_personal(f"{written}{beside}")


@given(
    st.sampled_from(["+218 9", "+90 5", "09", "05", "0090 5"]),
    st.text("0123456789", min_size=8, max_size=8),
    st.sampled_from(["", " دينار", " TL", " km"]),
)
def test_telephones_are_found_beside_a_currency_too(start: str, rest: str, beside: str) -> None:
    assert find_personal(f"{start}{rest}{beside}")
    assert find_personal(f"{start}{rest[:2]} {rest[2:5]} {rest[5:]}{beside}")


@given(st.decimals(-90, 90, places=4), st.decimals(-180, 180, places=4), st.sampled_from([", ", " ", "; ", "، "]))
def test_positions_are_found(latitude: Decimal, longitude: Decimal, gap: str) -> None:
    repeated = all(str(each)[-3] == str(each)[-2] for each in (latitude, longitude))
    found = find_personal(f"{latitude}{gap}{longitude}")
    assert bool(found) or repeated or latitude + longitude == 100


@given(st.integers(1, 10**6 - 1))
def test_shares_of_a_hundred_pass(millionth: int) -> None:
    share = Decimal(millionth) / 10**4
    assert find_personal(f"{share:.4f}, {100 - share:.4f}") == ()


@given(st.text() | st.text("0123456789+-.,°'NS@ab ()/\n"))
def test_any_text_is_answered(text: str) -> None:
    for finding in find_personal(text):
        assert finding.kind in KINDS
        assert len(finding.excerpt) == 5


@given(
    st.lists(st.text("0123456789٣ .,/@+-°S\u0663aن", max_size=12) | st.sampled_from(["S2.3", "ali@x.org"]), max_size=4)
)
def test_texts_are_harmless_together_as_each_is(texts: list[str]) -> None:
    assert are_harmless(texts) == (not any(map(find_personal, texts)))
