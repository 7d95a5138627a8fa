import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.frozen import Frozen, asdict, field, replace, sorted_json


class Point(Frozen):
    x: int
    y: int = 0


class Named(Frozen, kw_only=True):
    name: str


class Place(Named, kw_only=True):
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
    assert asdict(point) == {"x": point.x, "y": point.y}


def test_defaults_are_made_anew() -> None:
    assert Place(name="a").seen is not Place(name="b").seen


@pytest.mark.parametrize(
    "change",
    [lambda p: setattr(p, "x", 2), lambda p: delattr(p, "x"), lambda p: setattr(p, "z", 2)],
)
def test_nothing_can_be_changed(change: Callable[[Any], None]) -> None:
    point = Point(1)
    with pytest.raises(AttributeError):
        change(point)
    assert point == Point(1)


def test_what_a_type_does_not_know_is_refused_at_any_depth() -> None:
    place = Place(name="a", points=(Point(1, 2),))
    document = msgspec.to_builtins(place)
    assert msgspec.convert(document, Place) == place
    document["points"][0]["z"] = 1
    with pytest.raises(msgspec.ValidationError, match=r"unknown field `z` - at `\$.points\[0\]`"):
        msgspec.convert(document, Place)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(plain)
def test_sorted_json_is_that_of_the_standard_library(value: Any) -> None:
    """The history is hashed in it: each byte is what every version of the program has written."""
    assert sorted_json(value) == json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_every_character_stands_in_sorted_json_as_in_that_of_the_standard_library() -> None:
    letters = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert sorted_json(letters) == json.dumps(letters, ensure_ascii=False).encode()
