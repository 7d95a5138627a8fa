"""The texts that one of two copies withholds and the other has: whoever has a text gives it (rule 17.9)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from tracker.frozen import Frozen, replace
from tracker.model.history.chain import FIRST_SCHEMA, places
from tracker.model.history.digests import Digests, Known, note_of
from tracker.model.history.documents import WITHHELD, Documents
from tracker.model.history.graph import leading_to
from tracker.model.history.hashes import chained
from tracker.model.history.retracing import rolled_back
from tracker.model.history.revision import Revision
from tracker.model.history.withheld import digest_in, is_withheld, revealed
from tracker.store.state import State

Texts = Mapping[str, Known]
"""Everything that may be withheld, by its digest: a text counts only under its own."""
_MARK = WITHHELD.encode()


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
    known = {each.hash: each for each in source.revisions if each.number and not _lacks(each)}
    revisions = [_whole(each, known.get(each.hash)) if _lacks(each) else each for each in half.revisions]
    lacking = [each for each in revisions if _lacks(each)]
    rows = _lacking_rows(half.state.documents)
    if not lacking and not any(rows.values()):
        return Half(half.state, revisions)
    uids = {row["uid"] for each in rows.values() for row in each.values()}
    uids |= {change.uid or change.code for each in lacking for change in each.changes}
    texts = dict(_texts(source, uids))
    values = {name: each.value for name, each in texts.items()}
    given = {each.hash: _revision(each, texts, values) for each in lacking}
    documents = _documents(half.state.documents, rows, values)
    return Half(replace(half.state, documents=documents), [given.get(each.hash, each) for each in revisions])


def _whole(revision: Revision, other: Revision | None) -> Revision:
    """Give the other one, which has all texts, if it is the same: its hash says so only as far as it fits it."""
    return other if other and other.hash == chained(other) else revision


def _lacks(value: Any) -> bool:
    """Whether a mark stands somewhere in a revision or a row: seen in its bytes, for most hold none."""
    return _MARK in msgspec.json.encode(value)


def _lacking_rows(documents: Documents) -> dict[str, dict[str, dict[str, Any]]]:
    plain = {table: {code: dict(row.items()) for code, row in rows.items()} for table, rows in documents.items()}
    return {table: {code: row for code, row in rows.items() if _lacks(row)} for table, rows in plain.items()}


def _texts(half: Half, uids: set[str]) -> Iterator[tuple[str, Known]]:
    """Give everything that may be withheld of those records, and all notes."""
    documents, standing = half.state.documents, half.state.standing
    digests = Digests(documents, standing.old_secret)
    digests.begin(half.beginning(), standing.salts)
    for revision in half.revisions:
        changes = [change for change in revision.changes if digests.uid(change) in uids]
        digests.learn(revision, changes)
        yield from note_of(revision)
        for change in changes:
            for side in (change.before, change.after):
                yield from digests.known(digests.uid(change), change.table, side or {})
    for table, rows in documents.items():
        for row in rows.values():
            if row["uid"] in uids:
                yield from digests.known(row["uid"], table, row)


def _documents(documents: Documents, rows: Mapping[str, Mapping[str, Any]], values: Mapping[str, Any]) -> Documents:
    """The documents with those texts; a table in which nothing is withheld stays the same object."""
    found = dict(documents)
    for table, lacking in rows.items():
        if lacking:
            given = {code: revealed(row, values) for code, row in lacking.items()}
            found[table] = {code: given.get(code, row) for code, row in documents[table].items()}
    return found


def _revision(revision: Revision, texts: Texts, values: Mapping[str, Any]) -> Revision:
    """The revision with those texts, and with the salts under which they have their digests."""
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
