"""`history --verify`: the chain, from the template it starts from to the records as they stand."""

from tracker.frozen import frozen
from tracker.model.revision import applied, chained, conflict, digest_of_state
from tracker.store.store import Store


@frozen
class Verification:
    """Number and hash of the last revision, and the first one found (from the newest) that does not fit, if any."""

    number: int
    head: str
    broken: int | None


def verify_chain(store: Store) -> Verification:
    """Rolls everything back, checking each hash and that each revision's result is what the next one found.

    It finds edits by accident and casual tampering; who can write the whole file can also make a new chain, which is
    why both sides write the head in their minutes.
    """
    state = store.state()
    standing, documents = state.standing, state.documents
    wanted, number, erased = standing.head, standing.number, False
    for revision in store.revisions(newest_first=True):
        erased = erased or bool(revision.erased)
        fits = revision.number == number and revision.hash == wanted == chained(revision)
        # From a redacted revision back, texts are gone and states cannot be compared; the hashes vouch for them.
        if not fits or (not erased and conflict(documents, revision.changes, back=True)):
            return Verification(standing.number, standing.head, revision.number)
        documents = applied(documents, revision.changes, back=True)
        wanted, number = revision.previous, number - 1
    starts = wanted == standing.genesis and (erased or digest_of_state(documents) == standing.genesis)
    whole = number == 0 and (not standing.number or starts)
    return Verification(standing.number, standing.head, None if whole else number)
