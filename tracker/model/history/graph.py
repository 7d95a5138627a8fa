"""The graph of revisions: every one names those it was made from, so that two copies find what they have in common."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.model.history.revision import Revision

Graph = Mapping[str, tuple[str, ...]]
"""The parents of each revision, by its hash. The parent of the first one, the digest of the beginning, is none."""


def graph_of(revisions: Iterable[Revision]) -> dict[str, tuple[str, ...]]:
    """The graph of some revisions."""
    return {revision.hash: revision.parents for revision in revisions}


def in_place(revision: Revision, parents: Sequence[Revision]) -> bool:
    """Whether a revision has the place that follows from its parents; `parents` are those that are revisions.

    Its number is the next one, or it is the step between two beginnings. That leads from the beginning with the
    smaller digest and from no other revision than such a step, so that no circle arises.
    """
    if revision.number:
        return revision.number == 1 + max((each.number for each in parents), default=0)
    return _is_step(revision) and not any(each.number for each in parents)


def _is_step(revision: Revision) -> bool:
    """Whether it tells what a step does and no more: the digest of the records after it vouches for nothing else."""
    told = (revision.uuid, revision.by, revision.note, revision.copy, revision.undoes, revision.forced)
    more = (revision.erases, revision.decided, revision.about)
    begins = len(revision.parents) == 1 and revision.parents[0] < revision.hash
    return begins and not any((*told, *more))


def ancestors(graph: Graph, head: str) -> set[str]:
    """The revision itself and all that it was made from, in the end."""
    found: set[str] = set()
    waiting = [head]
    while waiting:
        name = waiting.pop()
        if name in graph and name not in found:
            found.add(name)
            waiting += graph[name]
    return found


def bases(graph: Graph, one: str, other: str) -> list[str]:
    """The newest revisions that both were made from, sorted: several where two copies have crossed each other."""
    common = ancestors(graph, one) & ancestors(graph, other)
    older = {parent for name in common for parent in graph[name]}
    return sorted(common - older)


def line(graph: Graph, head: str) -> Iterator[str]:
    """The revisions that lead to `head`, newest first: of a merge the first parent, against which it tells changes.

    It ends where a forged graph would lead in a circle.
    """
    known: set[str] = set()
    while head in graph and head not in known:
        known.add(head)
        yield head
        head = graph[head][0]


def leading_to(head: str, newest_first: Iterable[Revision]) -> Iterator[Revision]:
    """The revisions that lead to `head`, newest first, as `line` has them; others are left out."""
    for revision in newest_first:
        if revision.hash == head:
            yield revision
            head = revision.parents[0]


def heads(graph: Graph, names: Iterable[str]) -> list[str]:
    """The newest of some revisions: those that no other of them was made from, sorted."""
    known = set(names)
    return sorted(known - {parent for name in known for parent in graph[name]})


def way(graph: Graph, start: str, end: str) -> tuple[list[str], list[str]]:
    """The revisions to take back from the state after `start`, then those to apply, to reach that after `end`."""
    forward = list(line(graph, end))
    known = set(forward)
    back: list[str] = []
    for name in line(graph, start):
        if name in known:
            return back, forward[: forward.index(name)][::-1]
        back.append(name)
    return back, forward[::-1]
