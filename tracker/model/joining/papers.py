"""Papers that both sides have attached, each for itself: the same reference of the same day is one paper."""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.model.history.documents import Documents
from tracker.model.joining.conflict import OPEN
from tracker.model.records.evidence import Confidentiality

PUBLIC = Confidentiality.PUBLIC.value


def aliases(base: Documents, one: Documents, other: Documents) -> dict[str, str]:
    """The identities of papers that are another one, with the identity of that: joined before, or to be joined now.

    Joined now are public papers that are new on each side, under the smaller identity.
    """
    found = dict(pair for documents in (base, one, other) for pair in _known(documents))
    ours, theirs = _new(base, one), _new(base, other)
    for key in ours.keys() & theirs.keys():
        kept, same = sorted((_end(ours[key], found), _end(theirs[key], found)))
        if kept != same:
            found[same] = kept
    return {uid: _end(uid, found) for uid in found}


def _known(documents: Documents) -> Iterator[tuple[str, str]]:
    for row in documents.get("evidence", {}).values():
        same = row.get("same", ())
        if same is not OPEN:
            yield from ((uid, row["uid"]) for uid in same)


def _new(base: Documents, side: Documents) -> dict[Any, str]:
    """Give the public papers that a side has and the base has not, by reference and date."""
    known = {row["uid"] for row in base.get("evidence", {}).values()}
    return {
        (row["reference"], row["date"]): row["uid"]
        for row in side.get("evidence", {}).values()
        if row["uid"] not in known and row.get("confidentiality") == PUBLIC and row.get("date")
    }


def _end(uid: str, found: Mapping[str, str]) -> str:
    while uid in found:
        uid = found[uid]
    return uid
