"""The texts that one of two copies withholds and the other has: whoever has a text gives it (rule 17.9)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracker.frozen import Frozen, replace
from tracker.model.history.chain import FIRST_SCHEMA, places
from tracker.model.history.digests import Digests, Known, note_of
from tracker.model.history.documents import Documents
from tracker.model.history.graph import leading_to
from tracker.model.history.revision import Revision, rolled_back
from tracker.model.history.withheld import digest_in, holds_withheld, is_withheld, revealed
from tracker.store.state import State

Texts = Mapping[str, Known]
"""Everything that may be withheld, by its digest: a text counts only under its own."""


class Half(Frozen):
    """One of two copies: its state and its revisions, oldest first."""

    state: State
    revisions: Sequence[Revision]

    def beginning(self) -> Documents:
        """The documents that the history starts from; none where the first schema digests them as a whole."""
        if not self.revisions or self.revisions[0].schema == FIRST_SCHEMA:
            return {}
        return rolled_back(self.state.documents, leading_to(self.state.standing.head, reversed(self.revisions)))


def exchanged(one: Half, other: Half) -> tuple[Half, Half]:
    """Both copies after each has got the texts that it lacks and the other has; the same where it lacks none."""
    return _given(one, other), _given(other, one)


def _given(half: Half, source: Half) -> Half:
    if not half.state.standing.partial:
        return half
    texts, first = dict(_texts(source)), {e.hash: e for e in source.revisions if e.schema == FIRST_SCHEMA}
    values = {name: known.value for name, known in texts.items()}
    whole = [first.get(each.hash, each) if each.withheld else each for each in half.revisions]
    revisions = [_revision(each, texts, values) for each in whole]
    return Half(replace(half.state, documents=_documents(half.state.documents, values)), revisions)


def _texts(half: Half) -> Iterator[tuple[str, Known]]:
    """Give everything in a copy that may be withheld."""
    documents, standing = half.state.documents, half.state.standing
    digests = Digests(documents, standing.old_secret)
    digests.begin(half.beginning(), standing.salts)
    for revision in half.revisions:
        digests.learn(revision)
        yield from note_of(revision)
    for revision in half.revisions:
        for change in revision.changes:
            for side in (change.before, change.after):
                yield from digests.known(digests.uid(change), change.table, side or {})
    for table, rows in documents.items():
        for row in rows.values():
            yield from digests.known(row["uid"], table, row)


def _documents(documents: Documents, values: Mapping[str, Any]) -> Documents:
    """The documents with those texts; a table in which nothing is withheld stays the same object."""
    found = dict(documents)
    for table, rows in documents.items():
        plain = {code: dict(row.items()) for code, row in rows.items()}
        if any(map(holds_withheld, plain.values())):
            found[table] = {code: revealed(row, values) for code, row in plain.items()}
    return found


def _revision(revision: Revision, texts: Texts, values: Mapping[str, Any]) -> Revision:
    """The revision with those texts, and with the salts under which they have their digests."""
    sides = [side for change in revision.changes for side in (change.before, change.after)]
    if not any(map(holds_withheld, (revision.note, *sides))):
        return revision
    changes = tuple(
        replace(change, before=revealed(change.before, values), after=revealed(change.after, values))
        for change in revision.changes
    )
    salts = {
        name: texts[digest_in(place.value)].salt
        for name, place in places(revision).items()
        if is_withheld(place.value) and digest_in(place.value) in texts
    }
    note = revealed(revision.note, values)
    return replace(revision, changes=changes, note=note, salts={**revision.salts, **salts})
