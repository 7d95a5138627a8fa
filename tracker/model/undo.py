"""Which revision `undo` takes back and `redo` brings back (CLI.md, DESIGN.md 3)."""

from collections.abc import Iterable

from tracker.model.revision import Revision

# They touch no record that could be taken back.
NEVER = frozenset({"init", "redact"})


def to_undo(newest_first: Iterable[Revision], office: str) -> int | None:
    """The newest revision of that office that still holds and is not itself an undo or redo."""
    taken_back: set[int] = set()
    for revision in newest_first:
        if revision.number in taken_back:
            continue
        if revision.undoes is not None:
            taken_back.add(revision.undoes)
        elif revision.by == office and revision.command not in NEVER and revision.changes:
            return revision.number
    return None


def to_redo(newest_first: Iterable[Revision], office: str) -> int | None:
    """The newest undo of that office that still holds, unless the office has changed something since."""
    taken_back: set[int] = set()
    for revision in newest_first:
        if revision.number in taken_back or revision.by != office:
            continue
        if revision.undoes is None:
            return None
        if revision.command == "undo":
            return revision.number
        taken_back.add(revision.undoes)
    return None
