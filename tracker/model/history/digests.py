"""The digests of what one side may withhold: each value under the one with which the history has it (rule 17.9)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tracker.model.history.chain import FIRST_SCHEMA, canonical, digest, digest_at, places, private_salt, salt_at
from tracker.model.history.documents import Documents
from tracker.model.history.leaves import Leaf, private_leaves, words_at
from tracker.model.history.revision import Change, Revision
from tracker.model.history.texts import is_erased
from tracker.model.history.withheld import is_withheld

Words = tuple[str, str, bytes]
"""A value by the identity of its record, the place of its words, and its canonical JSON."""


class Known(NamedTuple):
    """A value that one side may withhold, and the salt of its digest."""

    value: Any
    salt: str


def words_of(uid: str, leaf: Leaf) -> Words:
    """The value of a leaf as digests know it: in a record, at a place of words."""
    return uid, words_at(leaf.path), canonical(leaf.value)


class Digests:
    """The digests of a history, learnt revision by revision, oldest first.

    What no revision of the present schema has written has a digest by `secret`, which is the copy's own.
    """

    def __init__(self, documents: Documents, secret: str) -> None:
        self._secret = secret
        self._salts: dict[Words, str] = {}
        self._erased: dict[tuple[str, str], str] = {}
        self._uids = {(table, code): row["uid"] for table, rows in documents.items() for code, row in rows.items()}

    def begin(self, documents: Documents, salts: Mapping[str, str]) -> None:
        """Learn what the history starts from, with its salts by place."""
        for table, rows in documents.items():
            for code, row in rows.items():
                for leaf in _there(table, row):
                    self._learn(row["uid"], leaf, salts.get(f"{table}/{code}/{leaf.path}", ""))

    def learn(self, revision: Revision, changes: Iterable[Change]) -> None:
        """Learn what these changes of a revision have written.

        The first schema digests whole fields, and the step between two beginnings (rule 17.10) nothing.
        """
        if revision.schema != FIRST_SCHEMA and revision.number:
            for change in changes:
                head = f"{change.table}/{change.code}"
                for leaf in _there(change.table, change.after or {}):
                    self._learn(change.uid, leaf, salt_at(revision, f"{head}/{leaf.path}"))
                erased = (name.removeprefix(f"{head}/") for name in revision.erased if name.startswith(f"{head}/"))
                self._erased |= {(change.uid, words_at(path)): revision.erased[f"{head}/{path}"] for path in erased}

    def _learn(self, uid: str, leaf: Leaf, salt: str) -> None:
        self._salts[words_of(uid, leaf)] = salt

    def uid(self, change: Change) -> str:
        """The identity of a changed record, which the first schema does not tell."""
        return change.uid or self._uids.get((change.table, change.code), change.code)

    def of(self, uid: str, leaf: Leaf) -> str:
        """The digest of a value of a record.

        A value that is still there although the history has it no longer is the one that was erased last.
        """
        salt = self._salts.get(words_of(uid, leaf))
        erased = self._erased.get((uid, words_at(leaf.path))) if salt is None else None
        return erased or digest(leaf.value, private_salt(self._secret, uid, leaf.path) if salt is None else salt)

    def known(self, uid: str, table: str, part: Mapping[str, Any]) -> Iterator[tuple[str, Known]]:
        """Everything that may be withheld of some fields of a record and is there, by its digest."""
        for leaf in _there(table, part):
            salt = self._salts.get(words_of(uid, leaf), "")
            yield self.of(uid, leaf), Known(leaf.value, salt)


def note_of(revision: Revision) -> Iterator[tuple[str, Known]]:
    """The note of a revision by its digest, if it is there."""
    if revision.note is not None and not is_withheld(revision.note) and not is_erased(revision.note):
        place = places(revision)["note"]
        yield digest_at(revision, "note", place), Known(revision.note, salt_at(revision, "note"))


def _there(table: str, part: Mapping[str, Any]) -> Iterator[Leaf]:
    """Give the leaves that may be withheld and are there: neither erased nor withheld already."""
    for leaf in private_leaves(table, part):
        if not is_withheld(leaf.value) and not (leaf.text and is_erased(leaf.value)):
            yield leaf
