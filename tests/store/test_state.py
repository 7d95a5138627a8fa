"""The standing of a tracker as it is stored: what is no moment is refused wherever one stands."""

import re
from typing import Any

import pytest

from tracker.store.state import Standing, standing_of

MOMENT = "2026-01-01T00:00:00+00:00"


def document(at: str) -> dict[str, Any]:
    """A standing with each moment that it can have."""
    taken = {"x": {"at": at, "head": "", "side": "TR"}}
    return {**Standing().document(), "at": at, "created": at, "taken": taken, "arrivals": [[at, ""]]}


def test_moments_as_we_write_them_are_read() -> None:
    assert standing_of(document(MOMENT)).taken["x"]["at"] == MOMENT


@pytest.mark.parametrize("place", ["at", "created", "taken", "arrivals"])
@pytest.mark.parametrize("at", ["", "x", "2026-01-01", "2026-01-01T00:00:00Z", "2201-01-01T00:00:00+00:00"])
def test_what_is_no_moment_is_refused(place: str, at: str) -> None:
    given = {**document(MOMENT), place: document(at)[place]}
    if not at and place in {"at", "created"}:  # of a tracker without a change
        assert standing_of(given)
        return
    with pytest.raises(ValueError, match=re.escape(at)):
        standing_of(given)
