import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 0


@frozen(kw_only=True)
class Named:
    name: str


@frozen(kw_only=True)
class Place(Named):
    points: tuple[Point, ...] = ()
    seen: dict[str, int] = field(default_factory=dict)


numbers = st.integers(-3, 3)
points = st.builds(Point, numbers, numbers)


@given(points, points)
def test_values_are_equal_by_their_fields(a: Point, b: Point) -> None:
    assert (a == b) is ((a.x, a.y) == (b.x, b.y))
    assert a != b or hash(a) == hash(b)
    assert a != (a.x, a.y)


@given(points)
def test_a_value_is_copied_and_kept_as_it_is(point: Point) -> None:
    assert replace(point, y=9) == Point(point.x, 9)
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    assert repr(point) == f"Point(x={point.x}, y={point.y})"


def test_the_order_in_which_fields_are_given_does_not_matter() -> None:
    assert Place(points=(), name="a") == Place(name="a")
    assert hash(Point(y=2, x=1)) == hash(Point(1, 2))


def test_defaults_are_made_anew() -> None:
    assert Place(name="a").seen is not Place(name="b").seen
    assert [each.name for each in fields(Place)] == ["name", "points", "seen"]


@pytest.mark.parametrize(
    ("args", "named"),
    [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})],
)
def test_missing_unknown_and_double_fields_are_refused(args: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Point(*args, **named)


def test_a_value_may_judge_its_fields() -> None:
    @frozen
    class Share:
        percent: int

        def __post_init__(self) -> None:
            if not 0 <= self.percent <= 100:
                raise ValueError(self.percent)

    assert Share(100).percent == 100
    with pytest.raises(ValueError, match="101"):
        Share(101)
    with pytest.raises(ValueError, match="101"):
        replace(Share(1), percent=101)


def test_names_are_needed_where_the_class_asks_for_them() -> None:
    wanted: Any = Named
    with pytest.raises(TypeError):
        wanted("a")


def test_nothing_can_be_changed() -> None:
    point: Any = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert point == Point(1)


def test_a_value_is_matched_by_place() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_a_value_is_read_and_written_by_msgspec() -> None:
    place = Place(name="a", points=(Point(1, 2),))
    document = msgspec.to_builtins(place)
    assert document == {"name": "a", "points": ({"x": 1, "y": 2},), "seen": {}}
    assert msgspec.convert(document, Place) == place
    with pytest.raises(msgspec.ValidationError, match=r"points\[0\]\.x"):
        msgspec.convert({"name": "a", "points": [{"x": "1"}]}, Place)
