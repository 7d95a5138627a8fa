"""Progress in exact arithmetic (section 3). Percentages are fractions from 0 to 100 until they are shown."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

NOTHING, FULL = Fraction(0), Fraction(100)


def displayed(value: Fraction) -> int:
    """The percent as shown: half up; above 0 never 0, below 100 never 100 (rule 3.11)."""
    if value.denominator == 1:
        return value.numerator
    rounded = (2 * value.numerator + value.denominator) // (2 * value.denominator)
    if 0 < value < 1:
        return 1
    return 99 if value < FULL <= rounded else rounded


def weighted_mean(parts: Iterable[tuple[int, Fraction]]) -> Fraction | None:
    """The mean Σ w·p / Σ w over (weight, percent); None when nothing has weight (rules 3.4, 3.7)."""
    weights, numerators = 0, defaultdict[int, int](int)  # by denominator: adding fractions one by one is slow
    for weight, percent in parts:
        numerators[percent.denominator] += weight * percent.numerator
        weights += weight
    total = sum(Fraction(numerator, denominator) for denominator, numerator in numerators.items())
    return total / Fraction(weights) if weights else None


def evidenced(declared: int, attached: int) -> int:
    """The percent that evidence supports: the highest that was attached, never above the declared (rule 3.6)."""
    return min(declared, attached)


def expected(start: date | None, end: date | None, day: date) -> Fraction | None:
    """The percent due at the end of `day` by the planned dates, both counted (rule 3.10); None where undated."""
    if start is None or end is None:
        return None
    if day < start:
        return NOTHING
    if day >= end:
        return FULL
    return Fraction(100 * ((day - start).days + 1), (end - start).days + 1)
