"""The check of `history --verify`: the chain, from the template it starts from to the records as they stand."""

from collections.abc import Callable, Iterable, Mapping
from operator import eq
from typing import TYPE_CHECKING, Any

from tracker.frozen import Frozen, replace
from tracker.model.history.chain import FIRST_SCHEMA, beginning, chained, compared_by, digest_of_state, places
from tracker.model.history.documents import Documents
from tracker.model.history.graph import ancestors, graph_of, is_step, line
from tracker.model.history.identity import template_identity
from tracker.model.history.revision import Change, Retraced, Revision, applied, conflict
from tracker.model.history.texts import TEXT_FIELDS, agree, holds_erased, is_erased, states_agree
from tracker.store.file.schema import SCHEMA
from tracker.store.following import Said, Told, unlike
from tracker.store.state import Standing, State
from tracker.store.template import editions

if TYPE_CHECKING:
    from tracker.store.store import Store


class Verification(Frozen):
    """The number and hash of the last revision, and the first one found (from the newest) that does not fit, if any.

    `odd` are the places beside the records where the file says otherwise than its history.
    """

    number: int
    head: str
    broken: int | None
    odd: tuple[Said, ...] = ()


def verify_chain(store: "Store") -> Verification:
    """Rolls everything back, checking each hash and that each revision's result is what the next one found.

    It finds edits by accident and casual tampering; who can write the whole file can also make a new chain, which is
    why both sides write the head in their minutes. Raises `Corrupt` for what cannot be read, records or history.
    """
    state = store.state()
    store.tracker(replace(state, version=None))  # to see that it can be read; it is not kept beside the documents
    broken, odd = examined(state, store.revisions(after=-1, newest_first=True))
    return Verification(state.standing.number, state.standing.head, broken, odd)


def examined(state: State, newest_first: Iterable[Revision]) -> tuple[int | None, tuple[Said, ...]]:
    """The place where the chain of a state breaks, if it does, and what the file says otherwise than its history."""
    told = Told()
    revisions = told.watching(newest_first)
    broken = broken_at(state.documents, state.standing, revisions)
    for _ in revisions:  # what a broken chain left unread still tells
        pass
    return broken, tuple(unlike(state, told.righted(state)))


def broken_at(documents: Documents, standing: Standing, newest_first: Iterable[Revision]) -> int | None:
    """The first revision, from the newest, that does not lead to these documents; 0 if they began otherwise."""
    if standing.lines:
        return _Graph(standing, newest_first).broken_at(documents)
    wanted, number, redactions, schema = standing.head, standing.number, _Redactions(), FIRST_SCHEMA
    state = Retraced(documents)
    for revision in newest_first:
        fits = revision.number == number and revision.hash == wanted == chained(revision)
        known = _stand(revision) and redactions.explain(revision.erased, revision.schema)
        if not fits or not known or _misled(state.documents, revision):
            return revision.number
        state.take_back(revision)
        wanted, number, schema = revision.parents[0], number - 1, revision.schema
        redactions.take(revision)
    known = redactions.explain(standing.erased)
    begun = wanted == standing.genesis and known and starts(state.documents, standing, schema)
    whole = number == 0 and (not standing.number or begun)
    return None if whole else number


def _stand(revision: Revision) -> bool:
    """Whether an erased text stands wherever the digest of one was kept (rule 15.9)."""
    found = places(revision) if revision.erased else {}
    return all(name in found and is_erased(found[name].value) for name in revision.erased)


def _misled(documents: Documents, revision: Revision, *, joined: bool = False) -> bool:
    """Whether a revision did not lead to these documents: to these values, in the records of these identities."""
    left = [change for change in revision.changes if change.after is not None and change.uid]
    if any(documents.get(each.table, {}).get(each.code, {}).get("uid") != each.uid for each in left):
        return True
    return _unlike(documents, revision.changes, compared_by(revision.schema, joined=joined), back=True)


def _unlike(
    documents: Documents, changes: tuple[Change, ...], same: Callable[[Any, Any], bool], *, back: bool = False
) -> bool:
    """Whether documents are not what the changes left, or found; only of words may some have been erased."""
    words = conflict(documents, changes, back=back, same=same)
    rest = None if same is eq else conflict(documents, changes, back=back, ignoring=TEXT_FIELDS)
    return bool(words or rest)


def starts(documents: Documents, standing: Standing, schema: int) -> bool:
    """Whether a history whose first revision is of that schema began with these documents."""
    return (_began_first_schema if schema == FIRST_SCHEMA else _began)(documents, standing)


class _Graph:
    """The revisions of copies that were joined: several lines, each checked from where it leaves another."""

    def __init__(self, standing: Standing, newest_first: Iterable[Revision]) -> None:
        self.standing = standing
        self.revisions: dict[str, Revision] = {}
        self.misplaced: list[int] = []
        for revision in newest_first:
            # Only the step between two beginnings may have come in behind what follows from it.
            later = [self.revisions[each] for each in revision.parents if each in self.revisions]
            if revision.hash in self.revisions or any(each.number for each in later):
                self.misplaced.append(revision.number)
            self.revisions[revision.hash] = revision
        self.graph = graph_of(self.revisions.values())
        self.redactions = _Redactions()
        self.children: dict[str, list[Revision]] = {}
        for revision in self.revisions.values():
            self.redactions.take(revision)
            self.children.setdefault(revision.parents[0], []).append(revision)

    def broken_at(self, documents: Documents) -> int | None:
        """The number of a revision that does not fit; 0 if they began otherwise, None if all is whole."""
        unfit = self.misplaced + [each.number for each in self.revisions.values() if not self._fits(each)]
        reached = ancestors(self.graph, self.standing.head)
        if unfit or len(reached) != self.standing.lines or reached != self.revisions.keys():
            return max(unfit, default=self.standing.number)
        state = Retraced(documents)
        for name in line(self.graph, self.standing.head):
            revision = self.revisions[name]
            odd = _misled(state.documents, revision, joined=True)
            if odd or not (revision.number or self._starts(state.documents, name)):
                return revision.number
            state.take_back(revision)
            broken = self._branches(state.documents, revision)
            if broken is not None:
                return broken
        known = self.redactions.explain(self.standing.erased)
        return None if known and self._starts(state.documents, self.standing.genesis) else 0

    def _starts(self, documents: Documents, genesis: str) -> bool:
        """Whether these are the documents of that digest, with which the revisions after it began."""
        erased = {**self.standing.erased, **(self.revisions[genesis].erased if genesis in self.revisions else {})}
        schema = next((each.schema for each in self.children.get(genesis, ()) if each.number), FIRST_SCHEMA)
        return starts(documents, replace(self.standing, genesis=genesis, erased=erased), schema)

    def _fits(self, revision: Revision) -> bool:
        if not revision.number:  # the step to another beginning, whose digest is that of the records after it
            fits = is_step(revision)
        else:
            parents = [self.revisions[each] for each in revision.parents if each in self.revisions]
            number = 1 + max((each.number for each in parents), default=0)
            fits = revision.hash == chained(revision) and revision.number == number
        known = all(each in self.revisions or each == self.standing.genesis for each in revision.parents)
        return known and fits and _stand(revision) and self.redactions.explain(revision.erased, revision.schema)

    def _branches(self, documents: Documents, main: Revision) -> int | None:
        """Check the lines that leave the main one before a revision, going forward."""
        waiting = [(documents, each) for each in self.children[main.parents[0]] if each is not main]
        while waiting:
            before, revision = waiting.pop()
            if _unlike(before, revision.changes, agree):
                return revision.number
            after = applied(before, revision.changes)
            if not (revision.number or self._starts(after, revision.hash)):
                return revision.number
            waiting += [(after, each) for each in self.children.get(revision.hash, ())]
        return None


class _Redactions:
    """The redactions met so far, newest first: an erased text needs one that came later and names its digest."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self.first_schema = False

    def take(self, revision: Revision) -> None:
        """Remember what a revision has erased; those of the first schema did not tell."""
        self.named.update(revision.erases)
        self.first_schema |= revision.command == "redact" and revision.schema == FIRST_SCHEMA

    def explain(self, erased: Mapping[str, str], schema: int = SCHEMA) -> bool:
        """Tell whether somebody has erased all texts of these digests, in a revision of that schema."""
        told = schema == FIRST_SCHEMA and self.first_schema
        return not erased or told or self.named.issuperset(erased.values())


def _began(documents: Documents, standing: Standing) -> bool:
    """Whether the history began with these documents; texts of them that were erased since have kept their digest."""
    return beginning(documents, standing.erased, standing.salts, demo=standing.demo) == standing.genesis


def _began_first_schema(documents: Documents, standing: Standing) -> bool:
    """Whether a history of the first schema began with these documents.

    It did not digest whether the data is fictional: that is known of the templates. Where a text of them was erased,
    they agree with the template of that digest in everything else; of a beginning that is none of the templates
    nothing else is known.
    """
    records = [(table, code, row) for table, rows in documents.items() for code, row in rows.items()]
    if any(row.get("uid") != template_identity(table, code) for table, code, row in records):
        return False
    begun = next((each for each in editions() if digest_of_state(each.documents) == standing.genesis), None)
    if begun and begun.standing.demo != standing.demo:
        return False
    if digest_of_state(documents) == standing.genesis:
        return True
    if not any(holds_erased(dict(row.items())) for _, _, row in records):
        return False
    return begun is None or states_agree(begun.documents, documents)
