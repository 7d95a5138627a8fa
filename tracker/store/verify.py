"""The check of `history --verify`: the chain, from the template it starts from to the records as they stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tracker.frozen import Frozen
from tracker.model.history.chain import chained, digest_of_state
from tracker.model.history.documents import Documents
from tracker.model.history.redaction import holds_erased
from tracker.model.history.revision import Revision, applied, conflict
from tracker.store.state import Standing

if TYPE_CHECKING:
    from tracker.store.store import Store


class Verification(Frozen):
    """The number and hash of the last revision, and the first one found (from the newest) that does not fit, if any."""

    number: int
    head: str
    broken: int | None


def verify_chain(store: "Store") -> Verification:
    """Rolls everything back, checking each hash and that each revision's result is what the next one found.

    It finds edits by accident and casual tampering; who can write the whole file can also make a new chain, which is
    why both sides write the head in their minutes.
    """
    state = store.state()
    broken = broken_at(state.documents, state.standing, store.revisions(newest_first=True))
    return Verification(state.standing.number, state.standing.head, broken)


def broken_at(documents: Documents, standing: Standing, newest_first: Iterable[Revision]) -> int | None:
    """The first revision, from the newest, that does not lead to these documents; 0 if they began otherwise."""
    wanted, number = standing.head, standing.number
    for revision in newest_first:
        fits = revision.number == number and revision.hash == wanted == chained(revision)
        if not fits or conflict(documents, revision.changes, back=True, same=_same):
            return revision.number
        documents = applied(documents, revision.changes, back=True)
        wanted, number = revision.previous, number - 1
    starts = wanted == standing.genesis and (_erased(documents) or digest_of_state(documents) == standing.genesis)
    whole = number == 0 and (not standing.number or starts)
    return None if whole else number


def _same(left: Any, present: Any) -> bool:
    """An erased text can be compared with nothing; the hash vouches for it."""
    return left == present or holds_erased(left) or holds_erased(present)


def _erased(documents: Documents) -> bool:
    return any(holds_erased(dict(document.items())) for rows in documents.values() for document in rows.values())
