"""The check of what was changed past the commands, by the rules that a command keeps by the way it changes records."""

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.removal import check_removable
from tracker.model.records.reviews import ReviewStatus
from tracker.model.rules.transitions import check_transition
from tracker.model.tracker import Tracker

_WORK = ("steps", "activities", "commitments")


def check_hand_edits(before: Tracker, after: Tracker) -> None:
    """Raise `Irremovable`, `TransitionRefused` or `ReviewApproved` for what no command would have done."""
    for table, record in before.records():
        if record.id not in after.tables.get(table, {}):
            check_removable(before, table, record)
    for table in _WORK:
        for code, work in before.tables.get(table, {}).items():
            now = after.tables.get(table, {}).get(code)
            if now is not None and now.status is not work.status:
                check_transition(work, now.status)
    for code, review in before.reviews.items():
        changed = after.reviews.get(code)
        if review.status is ReviewStatus.APPROVED and changed and replace(changed, rev=review.rev) != review:
            raise errors.ReviewApproved(code)
