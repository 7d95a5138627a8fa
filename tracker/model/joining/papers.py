"""Papers that both sides have attached, each for itself: the same reference of the same day is one paper."""

from collections.abc import Iterator, Mapping, Sequence

from tracker.model.history.documents import Documents
from tracker.model.history.withheld import is_withheld
from tracker.model.records.evidence import Confidentiality

PUBLIC = Confidentiality.PUBLIC.value
Papers = Mapping[tuple[str, str], str]
"""Public papers by reference and date, with their identity."""


def public_papers(documents: Documents) -> Papers:
    """The public papers of a copy, of which the reference can be read in it."""
    return {
        (row["reference"], row["date"]): row["uid"]
        for row in documents.get("evidence", {}).values()
        if row.get("confidentiality") == PUBLIC and row.get("date") and not is_withheld(row["reference"])
    }


def aliases(states: Sequence[Documents], papers: tuple[Papers, Papers] = ({}, {})) -> dict[str, str]:
    """The identities of papers that are another one, with the identity of that: joined before, or to be joined now.

    Joined now are public papers of one reference that only one of two states has, under the smaller identity. `papers`
    are those of both, as each can be read in the file that the other desk gets: so both desks find the same.
    """
    found = dict(pair for documents in states for pair in _known(documents))
    ours, theirs = _only(papers[0], states[-1]), _only(papers[1], states[0])
    for key in ours.keys() & theirs.keys():
        kept, same = sorted((_end(ours[key], found), _end(theirs[key], found)))
        if kept != same:
            found[same] = kept
    return {uid: _end(uid, found) for uid in found}


def _only(papers: Papers, other: Documents) -> Papers:
    """The papers that the other side has not, which is new there or has removed them."""
    there = {row["uid"] for row in other.get("evidence", {}).values()}
    return {key: uid for key, uid in papers.items() if uid not in there}


def _known(documents: Documents) -> Iterator[tuple[str, str]]:
    for row in documents.get("evidence", {}).values():
        yield from ((uid, row["uid"]) for uid in row.get("same", ()))


def _end(uid: str, found: Mapping[str, str]) -> str:
    while uid in found:
        uid = found[uid]
    return uid
