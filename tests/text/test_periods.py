"""Quarters, half years and years, in every form that dates have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import BadDate
from tracker.text.input.parse_date import parse_period

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2026-Q1", "2026-Q1"),
        ("2026q4", "2026-Q4"),
        ("٢٠٢٦-Q٢", "2026-Q2"),
        ("Q3 2025", "2025-Q3"),
        ("الربع الأول من عام 2026", "2026-Q1"),
        ("2025", "2025"),
        ("2026-H1", "2026-H1"),
        ("النصف الثاني 2026", "2026-H2"),
        ("2026 ilk yarısı", "2026-H1"),
        ("last quarter", "2025-Q4"),
    ],
)
def test_periods(typed: str, period: str) -> None:
    assert parse_period(typed, TODAY) == period


@given(year=st.integers(1900, 2199), quarter=st.integers(1, 4))
def test_what_is_printed_is_understood(year: int, quarter: int) -> None:
    assert parse_period(f"{year}-Q{quarter}", TODAY) == f"{year}-Q{quarter}"


@pytest.mark.parametrize("typed", ["2026-05-03", "2026-05", "today"])
def test_a_day_is_no_period_and_its_quarter_is_proposed(typed: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_period(typed, TODAY)
    assert refused.value.reason == "no_period"
    assert refused.value.example in ("2026-Q1", "2026-Q2")
