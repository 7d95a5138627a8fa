"""Follow-up of the fictional programme against the results that were worked out by hand."""

from collections import Counter

from tests.demo import DAY, DEMO, EXPECTED
from tracker.model.records.status import Status
from tracker.model.state.commitments import commitment_states, without_commitment
from tracker.model.state.series import series_states


def test_meetings_and_the_rhythm_of_their_series() -> None:
    expected = dict(EXPECTED["meetings"])
    series = {
        code: {
            "last_held": str(state.last_held),
            "next_due": str(state.next_due),
            "overdue_days": state.overdue_days,
        }
        for code, state in series_states(DEMO, DAY).items()
    }
    assert series == expected.pop("series_next_due")
    assert Counter(m.status.value for m in DEMO.meetings.values()) == expected


def test_commitments() -> None:
    states = commitment_states(DEMO, DAY)
    assert EXPECTED["commitments"] == {
        "total": len(states),
        "completed": sum(s.commitment.status is Status.COMPLETED for s in states),
        "completed_on_time": sum(s.on_time is True for s in states),
        "open": sum(s.open for s in states),
        "overdue": [s.commitment.id for s in states if s.overdue_days],
        "due_in_14_days": [s.commitment.id for s in states if s.due_soon],
        "no_owner": [s.commitment.id for s in states if s.open and s.commitment.owner is None],
    }
    unverified = [s.commitment.id for s in states if s.unverified]
    assert unverified == EXPECTED["flags"]["completed_unverified_commitments"]


def test_obstacles() -> None:
    every = DEMO.obstacles.values()
    active = [o for o in every if o.active]
    assert EXPECTED["obstacles"] == {
        "open": len(active),
        "resolved": len(every) - len(active),
        "past_target": [o.id for o in active if o.overdue_days(DAY)],
        "age_days": {o.id: o.age_days(DAY) for o in active},
    }


def test_every_decision_has_a_commitment() -> None:
    assert without_commitment(DEMO) == []
