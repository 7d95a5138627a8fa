"""The arithmetic of progress: exact inside, rounded only when shown (section 3)."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.state.progress import displayed, evidenced, expected, weighted_mean

PERCENTS = st.fractions(min_value=0, max_value=100)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(0), 0),
        (Fraction(1, 1000), 1),
        (Fraction(1, 2), 1),
        (Fraction(1), 1),
        (Fraction(149, 100), 1),
        (Fraction(3, 2), 2),
        (Fraction(125, 2), 63),  # half up
        (Fraction(380, 9), 42),
        (Fraction(740, 9), 82),
        (Fraction(580, 9), 64),
        (Fraction(99), 99),
        (Fraction(199, 2), 99),  # below 100 never 100
        (Fraction(99999, 1000), 99),
        (Fraction(100), 100),
    ],
)
def test_displayed(value: Fraction, shown: int) -> None:
    assert displayed(value) == shown


@given(PERCENTS)
def test_what_is_shown_is_near_and_never_hides_a_beginning_or_an_end(value: Fraction) -> None:
    assert abs(displayed(value) - value) <= (Fraction(1, 2) if 1 <= value <= 99 else 1)
    assert (displayed(value) == 0) == (value == 0)
    assert (displayed(value) == 100) == (value == 100)


@given(PERCENTS, PERCENTS)
def test_more_is_never_shown_as_less(one: Fraction, other: Fraction) -> None:
    assert displayed(min(one, other)) <= displayed(max(one, other))


# Activities of the fictional programme, checked by hand at 2026-03-31.
@pytest.mark.parametrize(
    ("start", "end", "percent"),
    [
        ("2024-10-01", "2025-03-31", 100),
        ("2025-04-01", "2026-03-31", 100),  # ends on the very day
        ("2026-02-01", "2026-04-30", 66),
        ("2026-05-01", "2026-07-31", 0),
        ("2026-03-31", "2026-04-01", 50),
        ("2026-03-31", "2026-03-31", 100),
        ("2026-04-01", "2026-04-01", 0),
    ],
)
def test_expected(start: str, end: str, percent: int) -> None:
    exact = expected(date.fromisoformat(start), date.fromisoformat(end), date(2026, 3, 31))
    assert exact is not None
    assert displayed(exact) == percent


def test_expected_counts_both_days_exactly() -> None:
    assert expected(date(2026, 2, 1), date(2026, 4, 30), date(2026, 3, 31)) == Fraction(100 * 59, 89)


@pytest.mark.parametrize(("start", "end"), [(None, date(2026, 1, 1)), (date(2026, 1, 1), None), (None, None)])
def test_nothing_is_expected_of_what_has_no_dates(start: date | None, end: date | None) -> None:
    assert expected(start, end, date(2026, 3, 31)) is None


@given(DAYS, st.integers(0, 3000), DAYS)
def test_expectation_grows_from_0_to_100(start: date, length: int, day: date) -> None:
    end = start + timedelta(length)
    today, tomorrow = expected(start, end, day), expected(start, end, day + timedelta(1))
    assert today is not None
    assert tomorrow is not None
    assert 0 <= today <= tomorrow <= 100
    assert (today == 0) == (day < start)
    assert (today == 100) == (day >= end)


@given(st.integers(0, 100), st.integers(0, 100))
def test_evidenced_is_the_highest_paper_and_never_more_than_declared(declared: int, attached: int) -> None:
    assert evidenced(declared, attached) == min(declared, attached)


# Weights and percentages of the fictional programme's steps.
@pytest.mark.parametrize(
    ("parts", "mean"),
    [
        (
            [
                (15, Fraction(75)),
                (30, Fraction(580, 9)),
                (20, Fraction(100, 3)),
                (20, Fraction(50)),
                (15, Fraction(125, 2)),
            ],
            Fraction(453, 8),
        ),
        ([(2, Fraction(75)), (1, Fraction(100, 3)), (2, Fraction(125, 2))], Fraction(185, 3)),  # A1, evidenced: 62
        ([(2, Fraction(380, 9)), (2, Fraction(60)), (1, Fraction(70))], Fraction(494, 9)),  # A3, declared: 55
        ([(0, Fraction(50)), (3, Fraction(10))], Fraction(10)),
    ],
)
def test_weighted_mean(parts: list[tuple[int, Fraction]], mean: Fraction) -> None:
    assert weighted_mean(parts) == mean


def test_nothing_with_weight_has_no_mean() -> None:
    assert weighted_mean([]) is None
    assert weighted_mean([(0, Fraction(50))]) is None


@given(st.lists(st.tuples(st.integers(1, 100), PERCENTS), min_size=1))
def test_a_mean_lies_among_what_it_is_made_of(parts: list[tuple[int, Fraction]]) -> None:
    mean = weighted_mean(parts)
    assert mean is not None
    assert min(p for _, p in parts) <= mean <= max(p for _, p in parts)
