"""The copy that one side hands to the other: the shared records, and a history in which what is internal is withheld.

A digest stands in the place of each text, and no salt, so that nothing can be guessed and every hash holds (rule 17.9).
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.frozen import replace
from tracker.model.history.chain import FIRST_SCHEMA, digest_at, places, salt_at
from tracker.model.history.digests import Digests, Words, words_of
from tracker.model.history.documents import Document, Documents
from tracker.model.history.leaves import Leaf, leaves, with_leaves
from tracker.model.history.revision import Change, Revision, without_bookkeeping
from tracker.model.history.texts import ERASED, WITHHELD_WHOLE, is_shared
from tracker.model.history.withheld import BESIDE, holds_withheld, is_private, is_withheld, mark
from tracker.model.records.evidence import Confidentiality
from tracker.model.records.reviews import ReviewStatus


class Withholding:
    """Everything that one side withholds of a tracker with these documents; `secret` is its copy's, for older texts.

    `known` are documents that everybody has, those of the template: their words are not withheld. What is given is
    given for good, so it is little: what may be shared (rule 14.6), and of papers and evaluations what stands in a
    public or approved one now, not what stood there before.
    """

    def __init__(self, documents: Documents, secret: str, known: Documents) -> None:
        self.documents = documents
        self.digests = Digests(documents, secret)
        self._known = set(_values(known, known.keys()))
        self._open = set(_open_values(documents))

    def begin(self, documents: Documents, salts: Mapping[str, str]) -> dict[str, str]:
        """Learn what the history starts from; gives the salts, by place, of what is not withheld of it."""
        self.digests.begin(documents, salts)
        kept: dict[str, str] = {}
        for table, rows in documents.items():
            for code, row in rows.items():
                shown = {leaf.path for leaf in leaves(table, row) if not self.withholds(table, row["uid"], leaf)}
                kept |= {name: salts[name] for path in shown if (name := f"{table}/{code}/{path}") in salts}
        return kept

    def revisions(self, oldest_first: Iterable[Revision]) -> Iterator[Revision]:
        """The revisions as the other side gets them; their hashes stay valid."""
        for revision in oldest_first:
            yield self._first_schema(revision) if revision.schema == FIRST_SCHEMA else self._revision(revision)

    def current(self) -> Documents:
        """The documents as the other side gets them, after the revisions."""
        return {
            table: {code: self._part(table, row["uid"], row) for code, row in rows.items()}
            for table, rows in self.documents.items()
        }

    def _revision(self, revision: Revision) -> Revision:
        self.digests.learn(revision, revision.changes)
        given = self._given(revision)
        hidden = {name for name, place in places(given).items() if is_withheld(place.value)}
        return replace(given, salts={name: salt for name, salt in revision.salts.items() if name not in hidden})

    def _first_schema(self, revision: Revision) -> Revision:
        """Withhold fields of a revision that digests them whole: their digests stand beside it."""
        found, given = places(revision), self._given(revision)
        hidden = [name for name, place in places(given).items() if holds_withheld(place.value)]
        return replace(
            given,
            withheld={name: digest_at(revision, name, found[name]) for name in hidden if name != "note"},
            salts={name: salt_at(revision, name) for name in found if name not in hidden},
            salt="",
        )

    def _given(self, revision: Revision) -> Revision:
        note = revision.note
        internal = note is not None and not revision.public
        if internal and note != ERASED and not is_withheld(note):
            note = mark(digest_at(revision, "note", places(revision)["note"]))
        return replace(revision, changes=tuple(map(self._change, revision.changes)), note=note)

    def _change(self, change: Change) -> Change:
        uid = self.digests.uid(change)
        before, after = (side and self._part(change.table, uid, side) for side in (change.before, change.after))
        return replace(change, before=before, after=after)

    def _part(self, table: str, uid: str, part: Mapping[str, Any]) -> Document:
        """Give some fields of a record, with a mark for each leaf that is withheld."""
        plain = {leaf.path: leaf for leaf in leaves(table, part)}
        hidden = {path for path, leaf in plain.items() if self.withholds(table, uid, leaf)}
        # Words and the number beside them go together.
        pairs = {_beside(path) for path in hidden} & plain.keys()

        def change(leaf: Leaf) -> Any:
            if leaf.path not in hidden and leaf.path not in pairs:
                return leaf.value
            return leaf.value if leaf.value == ERASED else mark(self.digests.of(uid, leaf))

        return with_leaves(table, part, change)

    def withholds(self, table: str, uid: str, leaf: Leaf) -> bool:
        """Whether a leaf of a record is withheld."""
        private = leaf.value is not None and is_private(table, leaf.path, text=leaf.text)
        if not private or is_withheld(leaf.value) or leaf.value == ERASED:
            return False
        words = words_of(uid, leaf)
        return words not in self._known and not (is_shared(table, leaf.path) and words in self._open)


def _beside(path: str) -> str:
    """Give the path of the number beside words, or of the words beside a number."""
    head, _, last = path.rpartition("/")
    names = BESIDE | {number: words for words, number in BESIDE.items()}
    return f"{head}/{names[last]}" if last in names else ""


def beginning_salts(documents: Documents, known: Documents) -> dict[str, str]:
    """New salts, by place, for what is withheld of the documents that a history starts from.

    A template has none, so that two copies begun from it have begun with the same.
    """
    given = Withholding(documents, "", known)
    return {
        f"{table}/{code}/{leaf.path}": os.urandom(16).hex()
        for table, rows in documents.items()
        for code, row in rows.items()
        for leaf in leaves(table, without_bookkeeping(row) or {})
        if given.withholds(table, row["uid"], leaf)
    }


def is_open(table: str, row: Mapping[str, Any], documents: Documents) -> bool:
    """Whether the other side gets to see what a record says: not of papers that are not public, nor of drafts."""
    if table == "evidence":
        return row.get("confidentiality") == Confidentiality.PUBLIC.value
    if table == "recommendations":
        row = documents.get("reviews", {}).get(row["review"], {})
    return table not in WITHHELD_WHOLE or row.get("status") == ReviewStatus.APPROVED.value


def _open_values(documents: Documents) -> Iterator[Words]:
    for table, row in _rows(documents, WITHHELD_WHOLE):
        if is_open(table, row, documents):
            yield from _values({table: {row["id"]: row}}, (table,))


def _values(documents: Documents, tables: Iterable[str]) -> Iterator[Words]:
    for table, row in _rows(documents, tables):
        yield from (words_of(row["uid"], leaf) for leaf in leaves(table, row))


def _rows(documents: Documents, tables: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for table in tables:
        yield from ((table, row) for row in documents.get(table, {}).values())
