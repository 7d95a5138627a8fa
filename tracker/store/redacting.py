"""Erasing the texts of a revision from the history (rule 15.9)."""

from functools import partial

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Document
from tracker.model.history.redaction import (
    Named,
    Text,
    introduced,
    newly_erased,
    redacted,
    repeats,
    still_shown,
)
from tracker.model.history.retracing import rolled_back
from tracker.model.history.revision import Revision
from tracker.store.act import Act
from tracker.store.revisions import revision_document, to_revision
from tracker.store.store import Store


def redact(store: Store, act: Act, number: int) -> Revision:
    """Erase the note of a revision and the texts that it brought, wherever others repeat them.

    Raises `StillShown` while a record does. The redaction is itself a revision, which changes no record.
    """
    with store.writing(act) as found:
        state = store.unedited(found)
        target = store.revision(number)
        wanted = introduced(target)
        shown = still_shown(wanted, state.documents)
        if shown:
            raise errors.StillShown(*shown)
        begun, erased = rolled_back(state.documents, store.line(state)), set[str]()
        store.engine.rewrite(partial(_erased, store.place, target, wanted, erased))
        known = state.standing
        of_beginning = newly_erased(begun, rolled_back(state.documents, store.line(state)), known.salts)
        salts = {name: salt for name, salt in known.salts.items() if name not in of_beginning}
        # With the secret somebody could still guess what was erased: it goes, and the next revision makes another.
        standing = replace(known, erased={**known.erased, **of_beginning}, salts=salts, secret="", mixed=True)
        erases = tuple(sorted({*erased, *of_beginning.values()}))
        return store.remarked(act, replace(state, standing=standing), erases)


def erase_named(store: Store, named: Named) -> None:
    """Erase, in a transaction, what another copy has erased."""

    def erased(document: Document) -> Document:
        revision = to_revision(document, store.place)
        without = named.erased(revision)
        return document if without == revision else revision_document(without)

    store.engine.rewrite(erased)


def _erased(place: str, target: Revision, wanted: frozenset[Text], erased: set[str], document: Document) -> Document:
    """Give a revision without its texts, if it is the one or repeats one of them, and add their digests to `erased`."""
    revision = to_revision(document, place)
    is_target = revision.hash == target.hash
    if not (is_target or repeats(revision, wanted)):
        return document
    without = redacted(revision, wanted, note=is_target)
    erased.update(digest for name, digest in without.erased.items() if name not in revision.erased)
    return revision_document(without)
