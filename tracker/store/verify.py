"""The check of `history --verify`: the chain, from the template it starts from to the records as they stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.frozen import Frozen
from tracker.model.history.chain import chained, content, digest_of_state
from tracker.model.history.documents import Documents
from tracker.model.history.revision import Revision, applied, conflict
from tracker.model.history.texts import agree, holds_erased
from tracker.store.state import Standing
from tracker.store.template import TEMPLATES, template_state

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
    wanted, number, redacted_later = standing.head, standing.number, False
    for revision in newest_first:
        fits = revision.number == number and revision.hash == wanted == chained(revision)
        erased = bool(revision.erased) and not redacted_later
        if not fits or erased or conflict(documents, revision.changes, back=True, same=agree):
            return revision.number
        documents = applied(documents, revision.changes, back=True)
        wanted, number = revision.previous, number - 1
        redacted_later = redacted_later or revision.command == "redact"
    starts = wanted == standing.genesis and _begins(documents, standing.genesis)
    whole = number == 0 and (not standing.number or starts)
    return None if whole else number


def _begins(documents: Documents, genesis: str) -> bool:
    """Whether the history began with these documents.

    Where a text of the beginning was erased, they agree with the template of that digest in everything else; of a
    beginning that is none of the templates nothing else is known.
    """
    if digest_of_state(documents) == genesis:
        return True
    if not any(holds_erased(dict(document.items())) for rows in documents.values() for document in rows.values()):
        return False
    templates = (template_state(name).documents for name in TEMPLATES)
    begun = next((template for template in templates if digest_of_state(template) == genesis), None)
    return begun is None or agree(content(begun), content(documents))
