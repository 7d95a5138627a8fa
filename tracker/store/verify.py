"""`history --verify`: the chain, from the template it starts from to the records as they stand."""

from typing import Any

from tracker.frozen import Frozen
from tracker.model.documents import Documents
from tracker.model.redaction import holds_erased
from tracker.model.revision import applied, chained, conflict, digest_of_state
from tracker.store.store import Store


class Verification(Frozen):
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
    wanted, number = standing.head, standing.number
    for revision in store.revisions(newest_first=True):
        fits = revision.number == number and revision.hash == wanted == chained(revision)
        if not fits or conflict(documents, revision.changes, back=True, same=_same):
            return Verification(standing.number, standing.head, revision.number)
        documents = applied(documents, revision.changes, back=True)
        wanted, number = revision.previous, number - 1
    starts = wanted == standing.genesis and (_erased(documents) or digest_of_state(documents) == standing.genesis)
    whole = number == 0 and (not standing.number or starts)
    return Verification(standing.number, standing.head, None if whole else number)


def _same(left: Any, present: Any) -> bool:
    """An erased text can be compared with nothing; the hash vouches for it."""
    return left == present or holds_erased(left) or holds_erased(present)


def _erased(documents: Documents) -> bool:
    return any(holds_erased(dict(document.items())) for rows in documents.values() for document in rows.values())
