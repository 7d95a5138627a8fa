"""The places of numbers beside their points: where no line crosses them and no other text or sign stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.frozen import Frozen

Spot = tuple[float, float]
_UP, _DOWN = 0.78, 0.24
"""The reach of a text over and under its line, as part of its size."""
_BESIDE, _OVER = 4.0, 1.5
"""The room that is kept free beside a text, which numbers next to each other need, and over and under it."""
_AWAY = (9, 13, 18, 24, 31, 39)
_CROSSED, _COVERED, _FAINT, _FAR = 100.0, 60.0, 1.0, 0.25
"""The cost of a place: a line across it, a text or sign under it, a line of the grid, and each unit of way."""


class Box(Frozen):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def crossed_by(self, first: Spot, second: Spot) -> bool:
        """Whether the line between two points passes through (Liang and Barsky)."""
        (x, y), (x2, y2) = first, second
        enter, leave = 0.0, 1.0
        for way, room in (
            (x - x2, x - self.left),
            (x2 - x, self.right - x),
            (y - y2, y - self.top),
            (y2 - y, self.bottom - y),
        ):
            if not way:
                if room < 0:
                    return False
                continue
            share = room / way
            enter, leave = (max(enter, share), leave) if way < 0 else (enter, min(leave, share))
        return enter <= leave


def box_of(x: float, y: float, wide: float, size: float) -> Box:
    """The box of a text that is centred at `x` on the line `y`."""
    return Box(x - wide / 2, y - _UP * size, x + wide / 2, y + _DOWN * size)


class Places:
    """The lines, signs and texts of a sheet `wide` and `high`, and what room they leave."""

    def __init__(self, room: Box) -> None:
        self.room = room
        self._lines: list[tuple[Spot, Spot]] = []
        self._faint: list[tuple[Spot, Spot]] = []
        self._boxes: list[Box] = []

    def line(self, points: Sequence[Spot], *, faint: bool = False) -> None:
        """Take the way of a line, a `faint` one if it is of the grid."""
        (self._faint if faint else self._lines).extend(pairwise(points))

    def sign(self, x: float, y: float, radius: float) -> None:
        """Take the place of a sign."""
        self._boxes.append(Box(x - radius, y - radius, x + radius, y + radius))

    def box(self, box: Box) -> None:
        """Take the place of a text."""
        self._boxes.append(box)

    def found(self, x: float, y: float, wide: float, size: float) -> Spot:
        """Take the best place for a text beside a point: its middle and its line."""
        return self._best(x, y, wide, size)[1]

    def free(self, x: float, y: float, wide: float, size: float) -> Spot | None:
        """Take the best place as `found` does; None, and nothing is taken, where each is crossed or covered."""
        cost, spot = self._best(x, y, wide, size)
        if cost >= _COVERED:
            self._boxes.pop()
            return None
        return spot

    def _best(self, x: float, y: float, wide: float, size: float) -> tuple[float, Spot]:
        best = min((self._cost(spot, (x, y), wide, size), spot) for spot in _around(x, y, wide, size))
        self._boxes.append(box_of(*best[1], wide, size))
        return best

    def _cost(self, spot: Spot, point: Spot, wide: float, size: float) -> float:
        tight = box_of(*spot, wide, size)
        box = Box(tight.left - _BESIDE, tight.top - _OVER, tight.right + _BESIDE, tight.bottom + _OVER)
        inside = self.room.left <= box.left and box.right <= self.room.right
        cost = 0.0 if inside and self.room.top <= box.top and box.bottom <= self.room.bottom else 10 * _CROSSED
        cost += _CROSSED * sum(box.crossed_by(*line) for line in self._lines)
        cost += _COVERED * sum(box.meets(other) for other in self._boxes)
        cost += _FAINT * any(box.crossed_by(*line) for line in self._faint)
        middle = (tight.top + tight.bottom) / 2
        return cost + _FAR * (abs(spot[0] - point[0]) + abs(middle - point[1]))


def _around(x: float, y: float, wide: float, size: float) -> Iterator[Spot]:
    """Places around a point, those above and below it first."""
    for away in _AWAY:
        above, below, level = y - away + _DOWN * size / 2, y + away + _UP * size, y + size * (_UP - _DOWN) / 2
        for aside in (0, 0.5, -0.5, 0.8, -0.8):
            yield x + aside * wide, above
            yield x + aside * wide, below
        for beside in (wide / 2 + away, -wide / 2 - away):
            yield x + beside, level
            yield x + beside, above
            yield x + beside, below
