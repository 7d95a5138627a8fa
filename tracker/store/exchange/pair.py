"""Two copies of the tracker side by side: what each of them has that the other lacks."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.history.chain import chained
from tracker.model.history.documents import Documents
from tracker.model.history.graph import ancestors
from tracker.model.history.graph import line as line_of
from tracker.model.history.revision import Revision, retraced
from tracker.model.history.texts import agree, states_agree
from tracker.model.joining.conflict import Choose, Conflict
from tracker.model.joining.past import Past
from tracker.model.joining.states import Side
from tracker.store.state import State


class Incoming(Frozen):
    """Another copy as it was read from a file: its state, its revisions, and the name of the file."""

    state: State
    revisions: Sequence[Revision]
    path: str


class Pair:
    """Two copies side by side: ours, and the incoming one."""

    def __init__(self, state: State, ours: Sequence[Revision], incoming: Incoming) -> None:
        self.state, self.incoming = state, incoming
        self.ours = {each.hash: each for each in ours}
        self.theirs = {each.hash: each for each in incoming.revisions}
        self.heads = (state.standing.head, incoming.state.standing.head)
        self.parents = tuple(sorted(self.heads))
        documents = dict(zip(self.heads, (state.documents, incoming.state.documents), strict=True))
        self.past = Past({**self.theirs, **self.ours}.values(), documents)
        self.known = [ancestors(self.past.graph, head) for head in self.heads]

    @property
    def theirs_known(self) -> bool:
        """Whether their newest revision is among ours."""
        return self.heads[1] in self.known[0] or not self.incoming.revisions

    @property
    def ours_known(self) -> bool:
        """Whether our newest revision is among theirs."""
        return self.heads[0] in self.known[1] or not self.ours

    @cached_property
    def only_theirs(self) -> tuple[Revision, ...]:
        """The revisions that we lack, in their order."""
        return tuple(each for name, each in self.theirs.items() if name not in self.ours)

    @cached_property
    def only_ours(self) -> tuple[Revision, ...]:
        """The revisions that they lack, in our order."""
        return tuple(each for name, each in self.ours.items() if name not in self.theirs)

    @cached_property
    def lost(self) -> tuple[Revision, ...]:
        """The revisions of our own copy that we lack: it was put back to an earlier state, or copied by hand."""
        copy = self.state.standing.copy
        return tuple(each for each in self.only_theirs if copy and each.copy == copy)

    @property
    def number(self) -> int:
        """The number of the revision that joins both."""
        return max(self.past.revisions[head].number for head in self.heads) + 1

    def turned(self, conflict: Conflict) -> Conflict:
        """The question with our side first, or, the second time, as it was."""
        if self.parents[0] == self.heads[0]:
            return conflict
        answer = None if conflict.answer is None else 1 - conflict.answer
        return replace(conflict, sides=conflict.sides[::-1], answer=answer)

    def ours_first(self, choose: Choose) -> Choose:
        """The same choice, of which our side is always the first."""
        turned = self.parents[0] != self.heads[0]

        def chosen(conflict: Conflict) -> int | None:
            answer = choose(self.turned(conflict))
            return 1 - answer if turned and answer is not None else answer

        return chosen

    def check(self) -> None:
        """Raise `OtherTracker` where they began otherwise, `ForgedFile` where a revision does not fit its digests."""
        if self.state.standing.genesis and self.incoming.state.standing.genesis != self.state.standing.genesis:
            raise errors.OtherTracker(self.incoming.path)
        for revision in self.only_theirs:
            if revision.hash != chained(revision) or not self._follows(revision):
                raise errors.ForgedFile(self.incoming.path, revision.number)
        self._check_records()

    def _check_records(self) -> None:
        """Raise `ForgedFile` where their records are not what their revisions lead to from what both have in common."""
        line = list(line_of(self.past.graph, self.heads[1]))
        common = next((name for name in line if name in self.ours), "")
        new = (self.theirs[name] for name in takewhile(lambda name: name != common, line))
        documents, odd = retraced(self.incoming.state.documents, new, agree)
        if odd is not None:
            raise errors.ForgedFile(self.incoming.path, odd.number)
        if not states_agree(documents, self._at_ours(common)):
            if not common:
                raise errors.OtherTracker(self.incoming.path)
            raise errors.ForgedFile(self.incoming.path, self.ours[common].number)

    def _at_ours(self, name: str) -> Documents:
        """Give our documents after a revision that we know, or those that we began with."""
        return Past(self.ours.values(), {self.heads[0]: self.state.documents}).documents_at(name)

    def _follows(self, revision: Revision) -> bool:
        beginning = self.incoming.state.standing.genesis
        return all(parent in self.past.graph or parent == beginning for parent in revision.parents)

    def side(self, head: str) -> Side:
        """One side of the join."""
        ours = head == self.heads[0]
        state = self.state if ours else self.incoming.state
        only = self.only_ours if ours else self.only_theirs
        born = {change.uid: each.number for each in reversed(only) for change in each.changes if change.before is None}
        return Side(state.documents, state.standing.counters, born)

    def in_order(self) -> Iterator[Revision]:
        """The revisions of both, in an order that is the same on both desks: none before one that it was made from."""
        yield from sorted(self.past.revisions.values(), key=lambda each: (each.number, each.hash))
