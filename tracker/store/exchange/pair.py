"""Two copies of the tracker side by side: what each of them has that the other lacks."""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import takewhile

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.history.chain import FIRST_SCHEMA, compared_by
from tracker.model.history.documents import Documents
from tracker.model.history.graph import ancestors, in_place
from tracker.model.history.graph import line as line_of
from tracker.model.history.hashes import chained
from tracker.model.history.retracing import retraced
from tracker.model.history.revision import Revision
from tracker.model.history.texts import states_agree
from tracker.model.joining.beginnings import Apart, apart, step_between, title_of
from tracker.model.joining.conflict import Choose, Conflict
from tracker.model.joining.papers import Papers
from tracker.model.joining.past import Past
from tracker.model.joining.states import Side
from tracker.store.file.schema import SCHEMA
from tracker.store.state import State
from tracker.store.verify import starts


class Incoming(Frozen):
    """Another copy as it was read from a file: its state, its revisions, and the name of the file."""

    state: State
    revisions: Sequence[Revision]
    path: str


class Pair:
    """Two copies side by side: ours, and the incoming one, with the public papers of each as it was handed over."""

    def __init__(
        self, state: State, ours: Sequence[Revision], incoming: Incoming, papers: tuple[Papers, Papers]
    ) -> None:
        self.state, self.incoming, self.papers = state, incoming, papers
        self.ours = {each.hash: each for each in ours}
        self.theirs = {each.hash: each for each in incoming.revisions}
        self.heads = (state.standing.head, incoming.state.standing.head)
        self.parents = tuple(sorted(self.heads))
        self.past = self._past()
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
        return tuple(self._unknown())

    def _unknown(self) -> Iterator[Revision]:
        return (each for name, each in self.theirs.items() if name not in self.ours)

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

    @cached_property
    def apart(self) -> Apart | None:
        """The agreement of two that were begun apart; None where they have a revision in common."""
        alone = self.ours and self.theirs and self.ours.keys().isdisjoint(self.theirs)
        return apart(self.state.documents, self.incoming.state.documents) if alone else None

    def check(self, *, begun_apart: bool) -> None:
        """Raise `ForgedFile` where a revision does not fit its digests, and what `_check_common` raises."""
        standing = self.incoming.state.standing
        if self.theirs and standing.genesis not in self._roots():
            raise errors.ForgedFile(self.incoming.path, 0)
        if self.theirs and standing.head not in self.past.graph:
            raise errors.ForgedFile(self.incoming.path, standing.number)
        for revision in self._unknown():
            if not self._fits(revision) or not self._follows(revision):
                raise errors.ForgedFile(self.incoming.path, revision.number)
        self._check_common(begun_apart=begun_apart)
        self._check_records()
        if self._begun_otherwise:
            self._step()

    def _fits(self, revision: Revision) -> bool:
        """Whether a revision has the place and the digest that follow from what it names and tells."""
        parents = [self.past.revisions[each] for each in revision.parents if each in self.past.revisions]
        return in_place(revision, parents) and (not revision.number or revision.hash == chained(revision))

    def _roots(self) -> Iterator[str]:
        """Give what their revisions begin with, of which a file that says otherwise knows nothing."""
        return (each for revision in self.theirs.values() for each in revision.parents if each not in self.theirs)

    @property
    def _begun_otherwise(self) -> bool:
        """Whether no revision of either side tells the step between their beginnings."""
        beginnings = {state.standing.genesis for state in (self.state, self.incoming.state)} - {""}
        return len(beginnings) > 1 and max(beginnings) not in self.past.graph

    def _check_common(self, *, begun_apart: bool) -> None:
        """Raise `OtherTracker` where nothing tells that it is the same programme, or `BegunApart` unless allowed."""
        title = next(filter(None, title_of(self.incoming.state.documents).values()), "")
        if self.apart.unrelated if self.apart else self.ours and not self.theirs:
            raise errors.OtherTracker(self.incoming.path, title)
        if self.apart and not begun_apart:
            raise errors.BegunApart(self.incoming.path)

    def _check_records(self) -> None:
        """Raise `ForgedFile` where their records are not what their revisions lead to.

        They are compared from what both have in common, or else from the beginning.
        """
        line = list(line_of(self.past.graph, self.heads[1]))
        common = next((name for name in line if name in self.ours), "")
        new = (self.theirs[name] for name in takewhile(lambda name: name != common, line))
        documents, odd = retraced(self.incoming.state.documents, new, partial(compared_by, joined=True))
        if odd is not None:
            raise errors.ForgedFile(self.incoming.path, odd.number)
        if common and not states_agree(documents, self._at_ours(common)):
            raise errors.ForgedFile(self.incoming.path, self.ours[common].number)
        if not common and not self._starts(documents):
            raise errors.ForgedFile(self.incoming.path, 0)

    def _starts(self, documents: Documents) -> bool:
        """Whether their revisions began with these documents."""
        standing = self.incoming.state.standing
        first = (each for each in self.theirs.values() if each.number and each.parents[0] == standing.genesis)
        schema = next((each.schema for each in first), FIRST_SCHEMA)
        return starts(documents, standing, schema)

    def _step(self) -> None:
        """Put the step between the two beginnings into the graph."""
        theirs = Past(self.theirs.values(), {self.heads[1]: self.incoming.state.documents}).documents_at("")
        ours, states = self._at_ours(""), (self.state, self.incoming.state)
        begun = {state.standing.genesis: documents for state, documents in zip(states, (ours, theirs), strict=True)}
        first, second = sorted(begun.items())
        made = [each.at for each in self.past.revisions.values() if second[0] in each.parents]
        step = step_between(first, second, min(made), SCHEMA)
        self.theirs = {step.hash: step, **self.theirs}
        self.past = self._past()

    def _past(self) -> Past:
        documents = dict(zip(self.heads, (self.state.documents, self.incoming.state.documents), strict=True))
        return Past({**self.theirs, **self.ours}.values(), documents, self.papers)

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
