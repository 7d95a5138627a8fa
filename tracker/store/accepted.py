"""The acceptance of what comes from outside: by the rules that every command obeys (rule 15.4), and with its chain."""

from collections.abc import Iterable, Iterator, Sequence

from tracker import errors
from tracker.model.history.documents import Document
from tracker.model.history.revision import Revision
from tracker.model.rules import bounds
from tracker.model.rules.invariants import newly_broken, violations
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.lines import whole
from tracker.store.records import to_tracker
from tracker.store.revisions import to_revision
from tracker.store.state import State
from tracker.store.verify import examined


def faults(state: State, revisions: Sequence[Revision]) -> Iterator["errors.TrackerError"]:
    """Every rule that the state of a copy breaks, the place where its chain does, and what it says otherwise than that.

    Each is given as the failure that it is.
    """
    broken, odd = examined(state, map(whole, reversed(revisions)))
    if broken is not None:
        yield errors.BrokenHistory(broken)
    yield from (errors.SaidOtherwise(each.place, each.said, each.told) for each in odd)
    tracker = to_tracker(state.documents, state.standing.counters, state.standing.demo)
    yield from violations(tracker)
    yield from _identities(tracker, state.standing.number or bounds.MOST)


def faults_beside(ours: Tracker, theirs: Tracker, last: int) -> Iterator["errors.TrackerError"]:
    """Every rule that their tracker breaks, whose last revision is that, and ours does not.

    That their chain holds the joining verifies itself.
    """
    theirs = theirs.sharing(ours)
    yield from newly_broken(ours, theirs)
    yield from _identities(theirs, last)


def check_accepted(found: Iterable["errors.TrackerError"]) -> None:
    """Raise `NotAccepted` with the first of the faults, if there is one."""
    for first in found:
        raise errors.NotAccepted(first, place_of(first)) from first


def place_of(fault: "errors.TrackerError") -> str:
    """The code of the record that a fault is of, where its sentence does not say it."""
    return "" if "{record}" in fault.says else getattr(fault, "record", "")


def check_created(act: Act, state: State, lines: Iterable[Document]) -> None:
    """Raise `NotAccepted` for what a new file would begin with, unless the act is forced."""
    if not act.forced:
        check_accepted(faults(state, [to_revision(line, "") for line in lines]))


def _identities(tracker: Tracker, last: int) -> Iterator["errors.ValueOutOfBounds"]:
    """Find records of one identity, and those changed last by a revision that there is not, if there is a history."""
    known = set[str]()
    for _, record in tracker.records():
        if record.uid in known:
            yield errors.ValueOutOfBounds(record.id, "uid", record.uid or "")
        if record.uid:
            known.add(record.uid)
        if not 0 <= record.rev <= last:
            yield errors.ValueOutOfBounds(record.id, "rev", str(record.rev), "0", str(last))
