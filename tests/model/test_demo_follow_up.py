"""Follow-up of the fictional programme against the results that were worked out by hand (DOMAIN.md 5)."""

from collections import Counter

from tests.demo import DAY, EXPECTED, demo
from tracker.model.series_rhythm import series_states


def test_meetings_and_the_rhythm_of_their_series() -> None:
    expected = dict(EXPECTED["meetings"])
    series = {
        code: {
            "last_held": str(state.last_held),
            "next_due": str(state.next_due),
            "overdue_days": state.overdue_days,
        }
        for code, state in series_states(demo(), DAY).items()
    }
    assert series == expected.pop("series_next_due")
    assert Counter(m.status.value for m in demo().meetings.values()) == expected
