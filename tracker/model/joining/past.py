"""The states behind a graph of revisions: after any of them, and what two of them have in common."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tracker.model.history.documents import Documents
from tracker.model.history.graph import ancestors, bases, graph_of, way
from tracker.model.history.revision import Change, Revision, applied
from tracker.model.joining.papers import Papers, aliases
from tracker.model.joining.states import Side, join

Unit = tuple[str, str]
"""A question by the identity of its record and its name."""


class Past:
    """All revisions of one or two copies, and the documents after the newest of each, by hash.

    Of two, `papers` are the public papers that may be joined; `same` are those that are another one, by identity.
    """

    def __init__(
        self,
        revisions: Iterable[Revision],
        documents: Mapping[str, Documents],
        papers: tuple[Papers, Papers] = ({}, {}),
    ) -> None:
        self.revisions = {revision.hash: revision for revision in revisions}
        self.graph = graph_of(self.revisions.values())
        self._documents = documents
        self.same = aliases(list(documents.values()), papers)

    def documents_at(self, name: str) -> Documents:
        """The documents after a revision; of a name that is none, those of the beginning."""
        if name in self._documents:
            return self._documents[name]
        heads = list(self._documents)
        start = next((head for head in heads if name in ancestors(self.graph, head)), heads[0])
        documents = self._documents[start]
        back, forward = way(self.graph, start, name)
        # A table is copied once for each direction, however often it was touched.
        documents = applied(documents, self._changes(reversed(back)), back=True)
        return applied(documents, self._changes(forward))

    def _changes(self, names: Iterable[str]) -> list[Change]:
        return [change for name in names for change in self.revisions[name].changes]

    def base(self, one: str, other: str) -> Documents:
        """The documents that both were made from.

        Where two copies have crossed each other they are several: those are joined, and what that leaves open equals
        nothing on either side. Copies that began otherwise were made from nothing.
        """
        found = bases(self.graph, one, other)
        if not found and self._begun_otherwise(one, other):
            return {}
        documents = self.documents_at(found[0] if found else "")
        for previous, name in pairwise(found):
            sides = Side(documents), Side(self.documents_at(name))
            contested = self.contested(previous, name)
            base = self.base(previous, name)
            documents = join(base, *sides, None, same=self.same, contested=contested).documents
        return documents

    def _begun_otherwise(self, one: str, other: str) -> bool:
        """Whether there is a step between the beginnings of the two."""
        unlike = ancestors(self.graph, one) ^ ancestors(self.graph, other)
        return any(not self.revisions[name].number for name in unlike)

    def side_of(self, joined: Revision, copy: str) -> str:
        """The parent of a join on whose line that copy has written last; the first where none or both are."""

        def last(parent: str) -> int:
            others = set().union(*(ancestors(self.graph, each) for each in joined.parents if each != parent))
            only = ancestors(self.graph, parent) - others
            return max((self.revisions[name].number for name in only if self.revisions[name].copy == copy), default=0)

        return max(joined.parents, key=last)

    def documents_of(self, names: Sequence[str]) -> Documents:
        """The documents that follow from several revisions together; the higher number decides where they differ."""
        ordered = sorted(names, key=lambda name: self.revisions[name].number)
        documents = self.documents_at(ordered[0] if ordered else "")
        for previous, name in pairwise(ordered):
            sides = Side(documents), Side(self.documents_at(name))
            documents = join(self.base(previous, name), *sides, lambda _: 1, same=self.same).documents
        return documents

    def contested(self, one: str, other: str) -> frozenset[Unit]:
        """The questions that somebody has answered on either line, not knowing of the other's answer."""
        first, second = ancestors(self.graph, one), ancestors(self.graph, other)
        return frozenset(self._decided(first - second) & self._decided(second - first))

    def _decided(self, names: set[str]) -> set[Unit]:
        return {unit for name in names for unit in self.revisions[name].decided}
