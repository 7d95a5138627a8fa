"""The act asked of a store, its outcome, and the checks that every change must pass (rule 15.4)."""

import os
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.history.chain import beginning, private_salts
from tracker.model.history.documents import Documents, stamped
from tracker.model.history.hashes import chained
from tracker.model.history.identity import identity
from tracker.model.history.revision import Change, Revision, Undone
from tracker.model.history.withholding import beginning_salts
from tracker.model.records.codes import order_of
from tracker.model.records.counters import codes_of, known_counters
from tracker.model.rules.invariants import locked, newly_broken
from tracker.model.tracker import Tracker
from tracker.store.file.schema import SCHEMA
from tracker.store.state import Standing, State, check_moment
from tracker.store.template import template_state

WHOLE = ("initiative",)
"""The record that a note on the tracker as a whole is about."""


class Act(Frozen):
    """An act: office, command, note and time (UTC); `expected` are the revisions of records that were shown.

    `forced`: a text that looks like personal data is kept in spite of that. `about` are the codes of the
    records, or that of the initiative for the tracker as a whole, that the note is about where the act changes nothing;
    `public` says that the other side may read such a note.
    """

    command: str
    by: str
    at: datetime
    note: str | None = None
    expected: Mapping[str, int] | None = None
    dry_run: bool = False
    forced: bool = False
    about: tuple[str, ...] = ()
    public: bool = False


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
    for violation in newly_broken(before, after):
        raise violation


def revision_of(
    act: Act,
    state: State,
    changes: tuple[Change, ...] = (),
    taken: Revision | None = None,
    erases: tuple[str, ...] = (),
    written: Callable[[Sequence[str]], Iterable[Revision]] | None = None,
    about: tuple[tuple[str, str], ...] = (),
) -> Revision:
    """The revision that the act adds to the chain of a state that was `begun`; never earlier than the last one.

    Records that it makes have their identity from it, unless they have one already. `taken` is the revision that it
    takes back. `written` is as for `sealed`.
    """
    maker, public = str(uuid.uuid4()), bool(about) and act.public
    changes = tuple(change if change.uid else _with_identity(change, maker) for change in changes)
    revision = Revision(
        number=state.standing.number + 1,
        uuid=maker,
        at=max(moment_of(act), state.standing.at),
        by=act.by,
        command=act.command,
        note=act.note or None,
        schema=SCHEMA,
        changes=changes,
        parents=(state.standing.head or state.standing.genesis,),
        copy=state.standing.copy,
        undoes=None if taken is None else Undone(taken.number, taken.hash),
        forced=act.forced,
        salt=_salt(),
        salts=private_salts(state.standing.secret, changes) | _note_salt(None if public else act.note),
        erases=erases,
        about=about,
        public=public,
    )
    return sealed(revision, written)


def sealed(revision: Revision, written: Callable[[Sequence[str]], Iterable[Revision]] | None) -> Revision:
    """The revision with its hash.

    What may be withheld keeps the salt under which `written`, the revisions that touched those records, have it: the
    same words at one place have one digest, whoever compares them.
    """
    if written and revision.salts:
        from tracker.model.joining.salts import carried  # noqa: PLC0415 - only where there are several secrets

        known = carried(revision, written([change.uid for change in revision.changes]), "").salts
        revision = replace(revision, salts={name: known.get(name, salt) for name, salt in revision.salts.items()})
    return replace(revision, hash=chained(revision))


def note_of(act: Act, state: State, tracker: Tracker, taken: Revision | None) -> Revision | None:
    """The revision of an act that changes no record: it keeps a note, or takes back the one that was `taken`.

    None where nothing was said.
    """
    if taken is not None:
        return revision_of(act, state, taken=taken, about=taken.about) if taken.about else None
    if not act.note or not act.about:
        return None
    codes = sorted(act.about, key=order_of)
    records = (found for rows in tracker.tables.values() for code in codes if (found := rows.get(code)) is not None)
    return revision_of(act, state, about=tuple((each.id, each.uid or "") for each in records))


def merge_of(
    act: Act,
    standing: Standing,
    parents: tuple[str, ...],
    least: tuple[int, str],
    changes: tuple[Change, ...],
    decided: tuple[tuple[str, str], ...],
) -> Revision:
    """The revision, not yet sealed, that joins two others; `least` are the number and the moment that follow from them.

    Where nobody had to choose it tells nothing else, so that both copies make the same one: it has no office, no copy
    and no salt. What was decided is the act of who decided it.
    """
    number, at = least
    revision = Revision(
        number=number,
        uuid="",
        at=at,
        by="",
        command="merge",
        note=None,
        schema=SCHEMA,
        changes=changes,
        parents=parents,
    )
    if not decided:
        return revision
    return replace(
        revision,
        uuid=str(uuid.uuid4()),
        at=max(moment_of(act), at),
        by=act.by,
        note=act.note or None,
        copy=standing.copy,
        decided=decided,
        salt=_salt(),
        salts=_note_salt(act.note),
    )


def moment_of(act: Act) -> str:
    """The moment of an act as it is written: UTC, ISO, to the second. Raises `ClockWrong` for what cannot be read."""
    moment = act.at.astimezone(UTC).isoformat(timespec="seconds")
    try:
        check_moment(moment)
    except ValueError as error:
        raise errors.ClockWrong(moment) from error
    return moment


def _with_identity(change: Change, maker: str) -> Change:
    return replace(change, uid=identity(maker, change.table, change.code))


def of_its_own(standing: Standing) -> Standing:
    """The standing of a copy that has nobody's name and no secret yet."""
    return replace(standing, copy="", secret="", old_secret="", mixed=bool(standing.head))


def begun(state: State) -> State:
    """The state ready to be written: with the digest it starts from, and with a copy's name and secret."""
    standing = state.standing
    if not standing.genesis:
        # Where the same records are begun with on two desks, they have begun with the same: the salts are secret.
        salts = {} if standing.demo else beginning_salts(state.documents, template_state().documents)
        state = replace(state, documents=_at_its_beginning(state.documents))
        standing = replace(
            standing,
            salts=salts,
            genesis=beginning(state.documents, {}, salts, demo=standing.demo),
            counters=known_counters(standing.counters, codes_of(state.documents)),
        )
    secrets = {"secret": standing.secret or _salt(), "old_secret": standing.old_secret or _salt()}
    return replace(state, standing=replace(standing, copy=standing.copy or new_copy(), **secrets))


def _at_its_beginning(documents: Documents) -> Documents:
    """The documents without the numbers of revisions that came along without their history: none has changed them."""
    numbers = {(table, code): 0 for table, rows in documents.items() for code, row in rows.items() if row.get("rev", 0)}
    return stamped(documents, numbers)


def _salt() -> str:
    return os.urandom(16).hex()


def _note_salt(note: str | None) -> dict[str, str]:
    return {"note": _salt()} if note else {}


def new_copy() -> str:
    """The name, 8 random hexadecimal digits, of a copy of the tracker that begins to be written."""
    return os.urandom(4).hex()
