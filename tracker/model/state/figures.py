"""The percentages of a record, and how those of several become one (rules 3.4, 3.7)."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from tracker.frozen import Frozen
from tracker.model.state import progress


class Figures(Frozen, cache_hash=True):
    """The exact percentages 0–100 of one record; `expected` is None where no dates allow it.

    `dated` is the share of weight that has dates, 0 to 1, and `actual` the declared percentage of that part alone.
    """

    declared: Fraction
    evidenced: Fraction
    expected: Fraction | None
    actual: Fraction
    dated: Fraction

    @property
    def variance(self) -> Fraction | None:
        """The percentage points by which the dated parts are ahead of what is expected, exactly; None without dates."""
        return None if self.expected is None else self.actual - self.expected

    @property
    def points(self) -> int | None:
        """The difference of the two displayed integers; None without dates."""
        return None if self.expected is None else progress.displayed(self.actual) - progress.displayed(self.expected)

    @property
    def left_out(self) -> bool:
        """Whether something undated is left out of what is expected and of the variance."""
        return self.expected is not None and self.dated < 1

    @property
    def mostly_undated(self) -> bool:
        """Whether less than half of the weight has dates, so that nothing good can be said of the whole (rule 4.10)."""
        return 2 * self.dated < 1


def own_figures(declared: int, evidenced: int, expected: Fraction | None) -> Figures:
    """The figures of a record with a percentage of its own: it has dates or has none."""
    done = _whole(declared)
    return Figures(done, _whole(evidenced), expected, done, _whole(int(expected is not None)))


@cache
def _whole(number: int) -> Fraction:
    """Give a whole number as a fraction: making one takes longer than all else that is done for a record."""
    return Fraction(number)


def _gathered(parts: Iterable[tuple[int, Figures]]) -> list[tuple[int, Figures]]:
    """The parts with those of the very same figures as one, as most of a long list are; fractions add up slowly."""
    found: dict[int, tuple[int, Figures]] = {}
    for weight, same in parts:
        so_far, _ = found.get(id(same), (0, same))
        found[id(same)] = weight + so_far, same
    return list(found.values())


def together(parts: Iterable[tuple[int, Figures]], cap: Fraction = progress.FULL) -> Figures | None:
    """The weighted means of several records; undated ones leave both sides of the variance (rule 3.12).

    `cap` is the most that may count as done; None when nothing has weight.
    """
    items = _gathered(parts)
    declared = progress.weighted_mean((w, f.declared) for w, f in items)
    evidenced = progress.weighted_mean((w, f.evidenced) for w, f in items)
    if declared is None or evidenced is None:
        return None
    dated = [(w, f.declared, f.expected) for w, f in items if f.expected is not None]
    expected = progress.weighted_mean((w, e) for w, _, e in dated)
    actual = progress.weighted_mean((w, d) for w, d, _ in dated)
    declared = min(declared, cap)
    actual = declared if actual is None else min(actual, cap)
    share = Fraction(sum(w for w, _, _ in dated), sum(w for w, _ in items))
    return Figures(declared, min(evidenced, cap), expected, actual, share)
