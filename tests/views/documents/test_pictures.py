"""What drawings measure by."""

from decimal import Decimal

import pytest

from tracker.views.pictures.canvas import SMALL, Canvas
from tracker.views.pictures.trend import bounds


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((20, 72, 100), (0, 100)),
        ((0, 82, 90, 160), (0, 160)),
        ((8, 11, 12, 20), (0, 20)),
        ((9,), (0, 12)),
        ((24, 45), (0, 60)),
        ((1450, 260), (0, 1600)),
        (("0.5", "1.8"), (0, 2)),
        ((-5, 20), (-8, 24)),
        ((), (0, 1)),
    ],
)
def test_an_axis_is_round_and_not_much_longer_than_its_values(known: tuple[object, ...], expected: object) -> None:
    found = bounds([Decimal(str(value)) for value in known])
    assert found == expected
    assert all(found[0] <= Decimal(str(value)) <= found[1] for value in known)


def test_a_long_label_gets_smaller_before_it_is_cut() -> None:
    """The longest title of a step, in Turkish."""
    title = "S5 Gelecekteki stratejilerin iyileştirilmesi için sonuçların periyodik olarak değerlendirilmesi."
    canvas = Canvas("", rtl=False)
    canvas.label(0, 25, title, 220)
    drawn = canvas.whole()
    assert "değerlendirilmesi." in drawn
    assert f'font-size="{SMALL}"' in drawn
    assert "…" not in drawn
