"""Two copies that were begun apart: how far they agree, and the step from one beginning to the other (rule 17.10).

Where both began alike, the beginning is what they have in common. Where they did not, the step between the two stands
in the graph under the digest of the second one, from which the revisions of that copy follow: the graph has one root.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.frozen import Frozen, replace
from tracker.model.history.chain import places
from tracker.model.history.documents import Documents
from tracker.model.history.revision import Revision, difference, without_bookkeeping
from tracker.model.joining.records import same
from tracker.model.records.localized import LANGS

EVERYWHERE = frozenset({"initiative", "thresholds", "parties", "roles"})
"""The tables whose records are in every tracker, of whatever programme it is."""


class Apart(Frozen):
    """The titles of two copies that were begun apart, and how many records that both have say the same in both."""

    titles: tuple[Mapping[str, Any], Mapping[str, Any]]
    agreeing: int
    common: int

    @property
    def unrelated(self) -> bool:
        """Whether they are copies of two programmes: the titles differ, and no record of the work is in both.

        The titles are compared in the first language that both have.
        """
        ours, theirs = self.titles
        alike = next((ours[lang] == theirs[lang] for lang in LANGS if lang in ours and lang in theirs), False)
        return not alike and not self.common


def apart(ours: Documents, theirs: Documents) -> Apart:
    """Compare the records of two copies that have no revision in common."""
    first, second = dict(_by_identity(ours)), dict(_by_identity(theirs))
    shared = first.keys() & second.keys()
    agreeing = sum(
        same(without_bookkeeping(first[uid][1]) or {}, without_bookkeeping(second[uid][1]) or {}) for uid in shared
    )
    common = sum(first[uid][0] not in EVERYWHERE for uid in shared)
    return Apart((title_of(ours), title_of(theirs)), agreeing, common)


def _by_identity(documents: Documents) -> Iterator[tuple[str, tuple[str, Mapping[str, Any]]]]:
    for table, rows in documents.items():
        for row in rows.values():
            yield row["uid"], (table, row)


def title_of(documents: Documents) -> Mapping[str, Any]:
    """The title of the initiative in its languages."""
    (initiative,) = documents["initiative"].values()
    title: Mapping[str, Any] = initiative["title"]
    return title


def step_between(first: tuple[str, Documents], second: tuple[str, Documents], at: str, schema: int) -> Revision:
    """The step from the first beginning to the second, each with its digest, at the moment of what follows from it.

    It has the number 0, which no revision has: nobody made it, and nobody can take it back.
    """
    step = Revision(
        number=0,
        uuid="",
        at=at,
        by="",
        command="begin",
        note=None,
        schema=schema,
        changes=difference(first[1], second[1]),
        parents=(first[0],),
        hash=second[0],
    )
    # The digests of a beginning have no salts.
    return replace(step, salts={name: "" for name, place in places(step).items() if place.text})
