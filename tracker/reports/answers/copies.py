"""The copy of a tracker that one is in, and what was exchanged with others."""

from collections.abc import Iterator

from tracker.message import Message, count, msg
from tracker.reports.report import Moment, Ref


def copy_named(side: str, block: int) -> Message:
    """Say which copy it is, and where its own numbers begin, unless they are the first."""
    if not block:
        return msg("This copy: {side}.", side=Ref(side))
    return msg("This copy: {side}; its new codes begin at {number}.", side=Ref(side), number=str(block + 1))


def last_taken(side: str, at: str, unseen: int) -> Message:
    """Say when the last file of another copy was taken in, and how many revisions of ours it has not seen."""
    since = count("since then {n} revision of yours", "since then {n} revisions of yours", unseen)
    if not side:
        return msg("{day}; {since} that they have not seen", day=Moment(at), since=since)
    return msg("{side}, {day}; {since} that they have not seen", side=Ref(side), day=Moment(at), since=since)


def file_named(side: str, number: int, at: str, last: str) -> Iterator[Message]:
    """Say how far a file goes, and when the one before it was taken in."""
    place = {"number": str(number), "moment": Moment(at)}
    if side:
        yield msg("A file of {side}: its last revision is {number}, {moment}.", side=Ref(side), **place)
    else:
        yield msg("The last revision in the file is {number}, {moment}.", **place)
    if last:
        yield msg("You merged the file before this one on {moment}.", moment=Moment(last))
