"""Erasing the texts of a revision from the history (rule 15.9)."""

from collections.abc import Mapping
from functools import partial

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.chain import chained, digest_at, places
from tracker.model.history.documents import Document
from tracker.model.history.redaction import Text, introduced, newly_erased, redacted, repeats, still_shown
from tracker.model.history.revision import Revision, rolled_back
from tracker.store.act import Act
from tracker.store.revisions import revision_document, to_revision
from tracker.store.store import Store


def redact(store: Store, act: Act, number: int) -> Revision:
    """Erase the texts of a revision, also where a later one repeats them; raises `StillShown` while a record does.

    The redaction is itself a revision, which changes no record.
    """
    with store.writing(act) as found:
        state = store.unedited(found)
        target = store.revision(number)
        wanted = introduced(target)
        shown = still_shown(wanted, state.documents)
        if shown:
            raise errors.StillShown(*shown)
        begun, erased = rolled_back(state.documents, store.line(state)), set[str]()
        store.engine.rewrite(partial(_erased, store.place, number, wanted, erased))
        of_beginning = newly_erased(begun, rolled_back(state.documents, store.line(state)))
        standing = replace(state.standing, erased={**state.standing.erased, **of_beginning})
        erases = tuple(sorted({*erased, *of_beginning.values()}))
        return store.remarked(act, replace(state, standing=standing), erases)


def erase_named(store: Store, digests: frozenset[str], theirs: Mapping[str, Revision]) -> None:
    """Erase, in a transaction, what another copy has erased, of which these are the digests and the revisions by hash.

    What both copies have is erased where it is there. A join of ours that took over one of the texts they do not know:
    it loses the texts of that digest, and keeps those of before, which may still stand at the beginning.
    """

    def erased(document: Document) -> Document:
        revision = to_revision(document, store.place)
        if revision.erased:
            return document
        known = theirs.get(revision.hash)
        if known is not None:
            # The step between two beginnings has no hash of its own to be checked.
            gone = bool(known.erased) and (not known.number or chained(known) == revision.hash)
            return revision_document(redacted(revision)) if gone else document
        texts = {name: place for name, place in places(revision).items() if place.text and place.value is not None}
        if not revision.number or digests.isdisjoint(digest_at(revision, name, place) for name, place in texts.items()):
            return document
        without = redacted(revision)
        changes = zip(revision.changes, without.changes, strict=True)
        return revision_document(
            replace(without, changes=tuple(replace(new, before=old.before) for old, new in changes))
        )

    store.engine.rewrite(erased)


def _erased(place: str, number: int, wanted: frozenset[Text], erased: set[str], document: Document) -> Document:
    """Give a revision without its texts, if it is the one or repeats one of them, and add their digests to `erased`."""
    revision = to_revision(document, place)
    if revision.erased or not (revision.number == number or repeats(revision, wanted)):
        return document
    without = redacted(revision)
    erased.update(without.erased.values())
    return revision_document(without)
