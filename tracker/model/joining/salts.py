"""The digests of texts that a join takes over: those under which they were first written."""

from collections.abc import Iterable

from tracker.frozen import replace
from tracker.model.history.chain import FIRST_SCHEMA, salt_at
from tracker.model.history.leaves import leaves
from tracker.model.history.revision import Revision


def carried(made: Revision, sources: Iterable[Revision]) -> Revision:
    """The revision of a join with the salts and digests of the texts that it takes from `sources`, oldest first."""
    known: dict[tuple[str, str, str], tuple[str, str]] = {}
    for source in sources:
        if source.schema == FIRST_SCHEMA:
            continue
        for change in source.changes:
            for leaf in leaves(change.table, change.after or {}):
                if leaf.text and leaf.value is not None:
                    name = f"{change.table}/{change.code}/{leaf.path}"
                    known[change.uid, leaf.path, repr(leaf.value)] = (
                        salt_at(source, name),
                        source.erased.get(name, ""),
                    )
    salts, erased = dict(made.salts), dict(made.erased)
    for change in made.changes:
        for leaf in leaves(change.table, change.after or {}):
            salt, gone = known.get((change.uid, leaf.path, repr(leaf.value)), ("", ""))
            name = f"{change.table}/{change.code}/{leaf.path}"
            if gone:
                erased[name] = gone
            elif salt:
                salts[name] = salt
    return replace(made, salts=salts, erased=erased)
