"""The check of `history --verify`: the chain, from the template it starts from to the records as they stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.frozen import Frozen, replace
from tracker.model.history.chain import FIRST_SCHEMA, beginning, digest_of_state
from tracker.model.history.documents import Documents
from tracker.model.history.graph import ancestors, graph_of, in_place
from tracker.model.history.graph import line as main_line
from tracker.model.history.identity import template_identity
from tracker.model.history.revision import applied
from tracker.model.history.texts import agree, holds_erased, states_agree
from tracker.store.following import Said, Stamps, Told, stamps_of, unlike
from tracker.store.lines import Line
from tracker.store.state import Standing, State
from tracker.store.template import editions
from tracker.store.walk import Redactions, Walk, differs, hash_in, stand, walked

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

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return self.broken is None and not self.odd


def verify_chain(store: "Store") -> Verification:
    """Rolls everything back, checking each hash and that each revision's result is what the next one found.

    It finds edits by accident and casual tampering; who can write the whole file can also make a new chain, which is
    why both sides write the head in their minutes. Raises `Corrupt` for what cannot be read, records or history.
    """
    state = store.state()
    stamps = stamps_of(
        store.tracker(replace(state, version=None))
    )  # all can be read; none is kept beside the documents
    broken, odd = examined(state, store.lines(), stamps)
    return Verification(state.standing.number, state.standing.head, broken, odd)


def examined(
    state: State, newest_first: Iterable[Line], stamps: Stamps | None = None
) -> tuple[int | None, tuple[Said, ...]]:
    """The place where the chain of a state breaks, if it does, and what the file says otherwise than its history.

    `stamps` are those of the records, where they were read.
    """
    told = Told(joined=bool(state.standing.lines))
    lines = told.watching(newest_first)
    broken = broken_at(state.documents, state.standing, lines)
    for line in lines:  # what a broken chain left unread still tells, and must be such that it can be read
        for change in line.changes:
            line.read(change)
    return broken, tuple(unlike(state, told.righted(state, stamps)))


def broken_at(documents: Documents, standing: Standing, newest_first: Iterable[Line]) -> int | None:
    """The first revision, from the newest, that does not lead to these documents; 0 if they began otherwise."""
    if standing.lines:
        return _Graph(standing, newest_first).broken_at(documents)
    wanted, number, redactions, schema = standing.head, standing.number, Redactions(), FIRST_SCHEMA
    walk = Walk(documents)
    for line, led, found in walked(walk, newest_first):
        head = line.head
        fits = found == head.hash == wanted and head.number == number
        known = stand(line) and redactions.explain(head.erased, head.schema)
        if not (fits and known and led):
            return head.number
        wanted, number, schema = head.parents[0], number - 1, head.schema
        redactions.take(line)
    known = redactions.explain(standing.erased)
    begun = wanted == standing.genesis and known and starts(walk.documents, standing, schema)
    whole = number == 0 and (not standing.number or begun)
    return None if whole else number


def starts(documents: Documents, standing: Standing, schema: int) -> bool:
    """Whether a history whose first revision is of that schema began with these documents."""
    return (_began_first_schema if schema == FIRST_SCHEMA else _began)(documents, standing)


class _Graph:
    """The revisions of copies that were joined: several lines, each checked from where it leaves another."""

    def __init__(self, standing: Standing, newest_first: Iterable[Line]) -> None:
        self.standing = standing
        self.lines: dict[str, Line] = {}
        self.misplaced: list[int] = []
        for line in newest_first:
            # Only the step between two beginnings may have come in behind what follows from it.
            later = [self.lines[each].head for each in line.head.parents if each in self.lines]
            if line.head.hash in self.lines or any(each.number for each in later):
                self.misplaced.append(line.head.number)
            self.lines[line.head.hash] = line
        self.graph = graph_of(each.head for each in self.lines.values())
        self.redactions = Redactions()
        self.children: dict[str, list[Line]] = {}
        for line in self.lines.values():
            self.redactions.take(line)
            self.children.setdefault(line.head.parents[0], []).append(line)

    def broken_at(self, documents: Documents) -> int | None:
        """The number of a revision that does not fit; 0 if they began otherwise, None if all is whole."""
        unfit = self.misplaced + [each.head.number for each in self.lines.values() if not self._fits(each)]
        reached = ancestors(self.graph, self.standing.head)
        if unfit or len(reached) != self.standing.lines or reached != self.lines.keys():
            return max(unfit, default=self.standing.number)
        walk = Walk(documents, joined=True)
        for name in main_line(self.graph, self.standing.head):
            main = self.lines[name]
            begun = main.head.number or self._starts(walk.documents, name)
            for _ in walk.back(main):
                pass
            if not (walk.led and begun):
                return main.head.number
            broken = self._branches(walk.documents, main)
            if broken is not None:
                return broken
        known = self.redactions.explain(self.standing.erased)
        return None if known and self._starts(walk.documents, self.standing.genesis) else 0

    def _starts(self, documents: Documents, genesis: str) -> bool:
        """Whether these are the documents of that digest, with which the revisions after it began."""
        erased = {**self.standing.erased, **(self.lines[genesis].head.erased if genesis in self.lines else {})}
        followed = (each.head for each in self.children.get(genesis, ()))
        schema = next((each.schema for each in followed if each.number), FIRST_SCHEMA)
        return starts(documents, replace(self.standing, genesis=genesis, erased=erased), schema)

    def _fits(self, line: Line) -> bool:
        head = line.head
        found = hash_in(line, map(line.read, line.changes))
        parents = [self.lines[each].head for each in head.parents if each in self.lines]
        # The digest of the step to another beginning is that of the records after it.
        fits = in_place(head, parents) and (not head.number or head.hash == found)
        known = all(each in self.lines or each == self.standing.genesis for each in head.parents)
        return known and fits and stand(line) and self.redactions.explain(head.erased, head.schema)

    def _branches(self, documents: Documents, main: Line) -> int | None:
        """Check the lines that leave the main one before a revision, going forward."""
        waiting = [(documents, each) for each in self.children[main.head.parents[0]] if each is not main]
        while waiting:
            before, line = waiting.pop()
            changes = tuple(map(line.read, line.changes))
            if differs(before, changes, agree):
                return line.head.number
            after = applied(before, changes)
            if not (line.head.number or self._starts(after, line.head.hash)):
                return line.head.number
            waiting += [(after, each) for each in self.children.get(line.head.hash, ())]
        return None


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
