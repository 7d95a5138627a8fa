"""The state of a commitment at the end of a day: late, soon due, kept in time, verified (rule 7.3)."""

from datetime import date

from tracker.frozen import Frozen
from tracker.model.records.commitments import Commitment
from tracker.model.records.decisions import Decision
from tracker.model.records.status import OPEN, Status
from tracker.model.state.work import is_verified
from tracker.model.tracker import Tracker


class CommitmentState(Frozen):
    """A commitment at the end of a day; `days_left` counts to `due` while it is open, negative once past, else None.

    `on_time` is judged against the original date and known only of what is completed.
    """

    commitment: Commitment
    open: bool
    days_left: int | None
    due_soon: bool
    on_time: bool | None
    unverified: bool

    @property
    def overdue_days(self) -> int:
        """Days past `due`, 0 while none has passed."""
        return max(0, -(self.days_left or 0))


def commitment_state(tracker: Tracker, commitment: Commitment, day: date) -> CommitmentState:
    """One commitment at the end of `day`."""
    is_open = commitment.status in OPEN
    left = (commitment.due - day).days if commitment.due and is_open else None
    return CommitmentState(
        commitment=commitment,
        open=is_open,
        days_left=left,
        due_soon=left is not None and 0 <= left <= tracker.thresholds.due_soon_days,
        on_time=_on_time(commitment),
        unverified=commitment.status is Status.COMPLETED and not is_verified(tracker, commitment),
    )


def commitment_states(tracker: Tracker, day: date) -> list[CommitmentState]:
    """Every commitment at the end of `day`, in the order of codes."""
    return [commitment_state(tracker, commitment, day) for commitment in tracker.commitments.values()]


def without_commitment(tracker: Tracker) -> list[Decision]:
    """Decisions from which nobody has promised anything: «قرار بلا التزام»."""
    followed = {commitment.source for commitment in tracker.commitments.values()}
    return [decision for code, decision in tracker.decisions.items() if code not in followed]


def _on_time(commitment: Commitment) -> bool | None:
    if commitment.status is not Status.COMPLETED or not (commitment.completed_on and commitment.original_due):
        return None
    return commitment.completed_on <= commitment.original_due
