"""The choice of the revision that `undo` takes back and `redo` brings back (rule 15.5)."""

from collections.abc import Iterable, Iterator

from tracker.frozen import replace
from tracker.model.history.documents import Documents
from tracker.model.history.revision import Change, Revision, Undone

# They touch no record that could be taken back.
NEVER = frozenset({"init", "redact"})
# A later change of another field renews it; that alone does not keep a revision from being taken back.
RENEWED = frozenset({"updated_on"})


def holding(newest_first: Iterable[Revision]) -> Iterator[Revision]:
    """The revisions that hold, newest first: none that holds has taken them back."""
    taken_back: set[int | str] = set()
    for revision in newest_first:
        if taken_back.isdisjoint((revision.number, revision.hash)):
            if revision.undoes is not None:
                taken_back.add(_name(revision.undoes))
            yield revision


def to_undo(newest_first: Iterable[Revision], office: str, copy: str = "") -> Revision | None:
    """The newest revision of that office, made in that copy, that still holds and is not itself an undo or redo."""
    for revision in holding(newest_first):
        says = revision.undoes is None and bool(revision.changes or revision.about)
        if says and _is_of(revision, office, copy) and revision.command not in NEVER:
            return revision
    return None


def to_redo(newest_first: Iterable[Revision], office: str, copy: str = "") -> Revision | None:
    """The newest undo of that office in that copy that still holds, unless it has changed something since."""
    for revision in holding(newest_first):
        ours = _is_of(revision, office, copy)
        if ours and revision.undoes is None and not revision.about:
            return None
        if ours and revision.command == "undo":
            return revision
    return None


def _is_of(revision: Revision, office: str, copy: str) -> bool:
    """Whether an office has made a revision, in that copy; a join in which nobody chose is nobody's."""
    nobody = len(revision.parents) > 1 and not revision.uuid
    return revision.by == office and not nobody and (not copy or revision.copy in ("", copy))


def _name(undone: Undone) -> int | str:
    """The hash of a revision that was taken back; its number where the first schema told no more."""
    return undone.hash or undone.number


def settled(documents: Documents, changes: Iterable[Change]) -> Iterator[Change]:
    """Give what to take back: everything but the day of a record's last update where a later change has renewed it."""
    for change in changes:
        present = documents.get(change.table, {}).get(change.code) or {}
        if change.before is None or change.after is None:
            yield change
            continue
        kept = {name for name in RENEWED & change.after.keys() if present.get(name) != change.after[name]}
        before = {name: value for name, value in change.before.items() if name not in kept}
        yield replace(change, before=before, after={n: v for n, v in change.after.items() if n not in kept})
