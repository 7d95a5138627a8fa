"""The copy of a tracker that one is in, and what was exchanged with others."""

from tracker.message import Message, count, msg
from tracker.reports.report import Moment, Ref


def copy_named(side: str, block: int) -> Message:
    """Say which copy it is, and where its own numbers begin."""
    return msg("This copy: {side}; its new codes begin at {number}.", side=Ref(side), number=str(block + 1))


def last_taken(side: str, at: str, unseen: int) -> Message:
    """Say when the last file of another copy was taken in, and how many revisions of ours it has not seen."""
    since = count("since then {n} revision of yours", "since then {n} revisions of yours", unseen)
    if not side:
        return msg("{day}; {since} that they have not seen", day=Moment(at), since=since)
    return msg("{side}, {day}; {since} that they have not seen", side=Ref(side), day=Moment(at), since=since)
