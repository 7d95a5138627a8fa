"""The act asked of a store, its outcome, and the checks that every change must pass (rule 15.4)."""

import os
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.history.chain import chained, digest_of_state
from tracker.model.history.revision import Change, Revision
from tracker.model.rules.invariants import locked, violations
from tracker.model.tracker import Tracker
from tracker.store.file.schema import SCHEMA
from tracker.store.state import State


class Act(Frozen):
    """An act: office, command, note and time (UTC); `expected` are the revisions of records that were shown.

    `forced`: a text that looks like personal data is kept in spite of that.
    """

    command: str
    by: str
    at: datetime
    note: str | None = None
    expected: Mapping[str, int] | None = None
    dry_run: bool = False
    forced: bool = False


class Outcome(Frozen):
    """The tracker before and after, and the revision that was written: None if nothing differed."""

    before: Tracker
    after: Tracker
    revision: Revision | None


def check_expected(tracker: Tracker, expected: Mapping[str, int] | None) -> None:
    """Raises `RevisionConflict` where a record has moved since it was shown."""
    for code, rev in (expected or {}).items():
        _, record = tracker.find(code)
        if record.rev != rev:
            raise errors.RevisionConflict(record.id, rev, record.rev)


def check_rules(before: Tracker, after: Tracker) -> None:
    """Refuse what the change broke; what was broken before may stay until somebody mends it."""
    for violation in locked(before, after):
        raise violation
    broken = list(violations(after, before))
    known = {(type(v), *vars(v).values()) for v in violations(before)} if broken else set()
    for violation in broken:
        if (type(violation), *vars(violation).values()) not in known:
            raise violation


def revision_of(act: Act, state: State, changes: tuple[Change, ...] = (), undoes: int | None = None) -> Revision:
    """The revision that the act adds to the chain of a state; never earlier than the last one."""
    revision = Revision(
        number=state.standing.number + 1,
        uuid=str(uuid.uuid4()),
        at=max(act.at.astimezone(UTC).isoformat(timespec="seconds"), state.standing.at),
        by=act.by,
        command=act.command,
        note=act.note,
        schema=SCHEMA,
        changes=changes,
        previous=state.standing.head or digest_of_state(state.documents),
        undoes=undoes,
        forced=act.forced,
        salt=os.urandom(16).hex(),
    )
    return replace(revision, hash=chained(revision))
