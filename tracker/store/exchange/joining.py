"""Taking in another copy of the tracker: its revisions beside ours, and the state of both as one (section 17)."""

from collections.abc import Mapping, Sequence
from functools import partial

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.history.documents import Document, Documents, sharing
from tracker.model.history.hashes import chained
from tracker.model.history.redaction import Named
from tracker.model.history.revision import Revision, difference, sharing_changes
from tracker.model.joining.beginnings import Apart
from tracker.model.joining.codes import Renumbered
from tracker.model.joining.conflict import Choose, Conflict
from tracker.model.joining.doubles import Double, doubles
from tracker.model.joining.mended import Mended, mended
from tracker.model.joining.papers import public_papers
from tracker.model.joining.salts import carried
from tracker.model.records.counters import codes_of, known_counters
from tracker.model.rules.invariants import locked
from tracker.model.tracker import Tracker
from tracker.store.act import Act, merge_of, moment_of, new_copy
from tracker.store.exchange.copies import in_free_block
from tracker.store.exchange.lawful import Lawful
from tracker.store.exchange.pair import Incoming, Pair
from tracker.store.exchange.revealing import Half, exchanged
from tracker.store.records import to_tracker
from tracker.store.redacting import erase_named
from tracker.store.revisions import revision_document
from tracker.store.state import Standing, State
from tracker.store.store import Store
from tracker.text.input.fold import fold

NOTHING, FORWARD, MERGED, OPEN = "nothing", "forward", "merged", "conflicts"
"""The results: nothing new, their revisions behind ours, both joined, or questions that nobody has answered yet."""


class Comparison(Frozen):
    """Our copy and another one, and the tracker that both make together.

    `theirs` and `ours` are the revisions that the other side lacks, `lost` those of theirs that were made in our copy,
    which was put back to an earlier state, or copied by hand. `doubles` are new records of both that may be one,
    `mended` what had to follow from both. `apart` tells how far two agree that have no revision in common. In
    `conflicts` our side is the first. `documents` and `standing` are those to be written, with `revision` where there
    is one that joins both, `known` all revisions of theirs by hash, and `given` those of ours that get texts which the
    other side had withheld.
    """

    result: str
    before: Tracker
    after: Tracker
    found: State
    documents: Documents
    standing: Standing
    theirs: tuple[Revision, ...] = ()
    ours: tuple[Revision, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    lost: tuple[Revision, ...] = ()
    revision: Revision | None = None
    given: Mapping[str, Revision] = {}
    known: Mapping[str, Revision] = {}
    apart: Apart | None = None
    doubles: tuple[Double, ...] = ()
    mended: tuple[Mended, ...] = ()

    @property
    def news(self) -> tuple[Sequence[Revision], Sequence[Revision]]:
        """The revisions that the other side brings, and those of ours that it lacks; a step to a beginning is none."""
        theirs, ours = ([each for each in side if each.number] for side in (self.theirs, self.ours))
        return theirs, ours

    @property
    def erases(self) -> frozenset[str]:
        """The digests of texts that the other side has erased from the history."""
        return frozenset(digest for each in self.theirs for digest in each.erases)

    @property
    def open(self) -> tuple[Conflict, ...]:
        """The questions that nobody has answered."""
        return tuple(each for each in self.conflicts if each.answer is None)


def compare(store: Store, act: Act, incoming: Incoming, choose: Choose, *, begun_apart: bool = False) -> Comparison:
    """Compare the copy with ours, and join both as far as the questions are answered; nothing is written.

    Raises `DemoMixed`, `OtherTracker` where nothing is common, `BegunApart` where no revision is, unless that is
    allowed, `ForgedFile` for a history that does not fit its digests, `Corrupt` where the last revision of ours is not
    in our history, `TextLocked` for a changed quotation, and what the rules refuse of both together.
    """
    state = store.unedited(store.state())
    # Before texts that the file gives are put into it, which make another tracker of the same version.
    tracker = store.tracker(replace(state, version=None))
    if state.standing.demo != incoming.state.standing.demo:
        raise errors.DemoMixed(store.place)
    theirs = {each.hash: each for each in incoming.revisions}
    # What both say the same is in memory once: histories are most of two large copies.
    known = tuple(sharing_changes(each, theirs.get(each.hash)) for each in store.revisions(after=-1))
    if state.standing.head and all(each.hash != state.standing.head for each in known):
        raise store.engine.damaged("bad_value", f"revisions/{state.standing.number}")
    half, other = exchanged(Half(state, known), Half(incoming.state, incoming.revisions))
    their_state = replace(other.state, documents=sharing(other.state.documents, half.state.documents))
    papers = public_papers(state.documents), public_papers(incoming.state.documents)
    pair = Pair(half.state, half.revisions, replace(incoming, state=their_state, revisions=other.revisions), papers)
    pair.check(begun_apart=begun_apart)
    given = {new.hash: new for old, new in zip(known, half.revisions, strict=True) if new is not old}
    if pair.theirs_known:
        same = half.state.documents, state.standing
        return Comparison(NOTHING, tracker, tracker, state, *same, ours=pair.only_ours, given=given)
    found = _followed(store, act, pair) if pair.ours_known else _joined(store, act, pair, choose)
    # What is quoted from the source no command can change; only who began apart may have another edition of it.
    for violation in () if pair.apart else locked(found.before, found.after):
        raise violation
    return replace(_moved(pair, found), lost=pair.lost, apart=pair.apart, given=given, known=pair.theirs)


def carry_out(store: Store, act: Act, compared: Comparison) -> None:
    """Write what was compared, and erase what the other side has erased; a backup is kept.

    Raises `ChangedMeanwhile` where the tracker is another by now.
    """
    with store.writing(act) as found:
        if found.version != compared.found.version:
            raise errors.ChangedMeanwhile(store.place)
        if compared.given:
            store.engine.rewrite(partial(_with_texts, compared.given))
        lines = [*compared.theirs, *filter(None, (compared.revision,))]
        # A secret with which an erased text could be guessed goes with it.
        standing = replace(compared.standing, secret="") if compared.erases else compared.standing
        store.extend(compared.documents, standing, [revision_document(each) for each in lines])
        if compared.erases:
            erase_named(store, Named(compared.erases, compared.known, standing.erased))


def _moved(pair: Pair, found: Comparison) -> Comparison:
    """The comparison in which our copy numbers elsewhere, if the other one numbers in the same block.

    Of two copies the one with the later name moves; where one was copied by hand, the one that finds it out.
    """
    ours, theirs = pair.state.standing, pair.incoming.state.standing
    shared = ours.block == theirs.block != 0
    by_hand = bool(pair.lost) and found.result != FORWARD
    if shared and (by_hand or (not pair.lost and ours.copy > theirs.copy)):
        return replace(found, standing=in_free_block(found.standing))
    return found


def _with_texts(given: Mapping[str, Revision], line: Document) -> Document:
    return revision_document(given[line["hash"]]) if line.get("hash") in given else line


def _followed(store: Store, act: Act, pair: Pair) -> Comparison:
    """Their revisions behind ours, which they all know."""
    incoming = pair.incoming.state
    both = _both(act, pair)
    position = pair.state.standing.position + len(pair.only_theirs)
    # In a line as ours was, moments rise from one revision to the next.
    line = position == incoming.standing.number and both.at == incoming.standing.at
    standing = replace(
        both, number=incoming.standing.number, head=incoming.standing.head, lines=0 if line else position
    )
    after = to_tracker(incoming.documents, standing.counters, standing.demo)
    tracker = store.tracker(pair.state)
    return Comparison(FORWARD, tracker, after, pair.state, incoming.documents, standing, theirs=pair.only_theirs)


def _joined(store: Store, act: Act, pair: Pair, choose: Choose) -> Comparison:
    """Both copies in one revision, if no question is open."""
    state = pair.state
    before = store.tracker(state)
    standing = _both(act, pair)
    sides = state.documents, pair.incoming.state.documents
    lawful = Lawful(pair, standing, before, pair.ours_first(choose))
    joined, after = lawful.joined()
    found = Comparison(
        OPEN,
        before,
        after,
        state,
        joined.documents,
        replace(standing, counters=known_counters(joined.counters, codes_of(joined.documents))),
        pair.only_theirs,
        pair.only_ours,
        tuple(map(pair.turned, joined.conflicts)),
        joined.renumbered,
        doubles=doubles(lawful.base, sides, joined.documents, fold),
        mended=tuple(mended(sides, joined.documents, lawful.cancelled)),
    )
    return found if found.open else _ended(act, pair, found)


def _ended(act: Act, pair: Pair, found: Comparison) -> Comparison:
    """The comparison with the revision that joins both."""
    first, *_ = pair.parents
    changes = difference(pair.past.documents_at(first), found.documents)
    decided = tuple(each.unit for each in found.conflicts if each.asked)
    latest = max(pair.state.standing.at, pair.incoming.state.standing.at)
    made = merge_of(act, pair.state.standing, pair.parents, (pair.number, latest), changes, decided)
    made = carried(made, pair.in_order(), found.standing.old_secret)
    made = replace(made, hash=chained(made))
    lines = pair.state.standing.position + len(found.theirs) + 1
    standing = replace(found.standing, number=made.number, head=made.hash, lines=lines)
    return replace(found, result=MERGED, revision=made, standing=standing)


def _both(act: Act, pair: Pair) -> Standing:
    """Our standing with what theirs adds: the higher counters, the digests of texts erased at the beginning.

    A clock of theirs that runs ahead does not pull ours along. Where revisions of our own copy come from outside, it
    goes on under another name.
    """
    ours, theirs, now = pair.state.standing, pair.incoming.state.standing, moment_of(act)
    counters = {
        name: max(ours.counters.get(name, 0), theirs.counters.get(name, 0))
        for name in {**ours.counters, **theirs.counters}
    }
    erased = {**theirs.erased, **ours.erased}
    last = {"at": now, "head": theirs.head, "side": theirs.side}
    return replace(
        ours,
        at=max(ours.at, theirs.at) if theirs.at <= now else ours.at,
        copy=new_copy() if pair.lost or not ours.copy else ours.copy,
        mixed=True,
        partial=ours.partial or theirs.partial,
        counters=counters,
        erased=erased,
        salts={name: salt for name, salt in {**theirs.salts, **ours.salts}.items() if name not in erased},
        taken={**ours.taken, theirs.copy: last},
        arrivals=[*ours.arrivals, (now, ours.head)],
        genesis=min(filter(None, (ours.genesis, theirs.genesis)), default=""),
        created=min(filter(None, (ours.created, theirs.created)), default=""),
    )
