"""The digests of texts that a join takes over: those under which they were first written."""

from collections.abc import Iterable

from tracker.frozen import replace
from tracker.model.history.chain import FIRST_SCHEMA, private_salt, salt_at
from tracker.model.history.leaves import Leaf, salted_leaves, words_at
from tracker.model.history.revision import Change, Revision
from tracker.model.history.texts import is_erased
from tracker.model.history.withheld import is_private, is_withheld

Text = tuple[str, str, str]
"""A text by the identity of its record, its path, and itself."""


def carried(made: Revision, sources: Iterable[Revision], secret: str) -> Revision:
    """The revision of a join with the salts and digests of the texts that it takes from `sources`, oldest first.

    A text that may be withheld and that none of them has written gets its salt from the copy's secret.
    """
    known = _known({change.uid for change in made.changes}, sources)
    salts, erased = dict(made.salts), dict(made.erased)
    for change in made.changes:
        for name, leaf in _texts(change):
            salt, gone = known.get(_text(change, leaf), ("", ""))
            if gone:
                erased[name] = gone
            elif salt:
                salts[name] = salt
            elif name not in salts and is_private(change.table, leaf.path, text=leaf.text):
                salts[name] = private_salt(secret, change.uid, leaf.path)
    return replace(made, salts=salts, erased=erased)


def _known(uids: set[str], sources: Iterable[Revision]) -> dict[Text, tuple[str, str]]:
    """Give the salt and the kept digest of each text that was written into one of the records."""
    known: dict[Text, tuple[str, str]] = {}
    for source in sources:
        if source.schema == FIRST_SCHEMA:
            continue
        for change in source.changes:
            if change.uid in uids:
                for name, leaf in _texts(change):
                    gone = source.erased.get(name, "") if is_erased(leaf.value) else ""
                    known[_text(change, leaf)] = salt_at(source, name), gone
    return known


def _texts(change: Change) -> Iterable[tuple[str, Leaf]]:
    for leaf in salted_leaves(change.table, change.after or {}):
        if not is_withheld(leaf.value):
            yield f"{change.table}/{change.code}/{leaf.path}", leaf


def _text(change: Change, leaf: Leaf) -> Text:
    return change.uid, words_at(leaf.path), repr(leaf.value)
