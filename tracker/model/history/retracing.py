"""States from which revisions are taken back: the past of a tracker, of which nothing else is kept (rule 15.8)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tracker.model.history.documents import Documents, Rows
from tracker.model.history.revision import Change, Revision, apply, conflict


class _Copied(dict[str, Any]):
    """A document that is changed in its place, for nobody else has it."""


class Retraced:
    """A state from which revisions are taken back one by one, newest first; `documents` are what is left.

    A long history touches a table many times, which is copied once.
    """

    def __init__(self, documents: Documents) -> None:
        self.documents: dict[str, Rows] = dict(documents)
        self._own: dict[str, dict[str, Mapping[str, Any]]] = {}

    def take_back(self, revision: Revision) -> None:
        """Take back what a revision has changed."""
        for change in reversed(revision.changes):
            self.undo(change)

    def undo(self, change: Change) -> None:
        """Take back one change, the last one that was not taken back yet."""
        rows = self._own.get(change.table)
        if rows is None:
            rows = dict(self.documents.get(change.table, {}).items())
            self.documents[change.table] = self._own[change.table] = rows
        if change.before is None or change.after is None:
            apply(rows, change, back=True)
            return
        row = rows.get(change.code)
        if not isinstance(row, _Copied):
            row = rows[change.code] = _Copied((n, v) for n, v in (row or {}).items() if v is not None)
        for name, value in change.before.items():
            if value is None:
                row.pop(name, None)
            else:
                row[name] = value


def rolled_back(documents: Documents, newest_first: Iterable[Revision]) -> Documents:
    """The state before those revisions, the last of which led to the given one."""
    return retraced(documents, newest_first)[0]


def retraced(
    documents: Documents,
    newest_first: Iterable[Revision],
    compared: Callable[[int], Callable[[Any, Any], bool]] | None = None,
) -> tuple[Documents, Revision | None]:
    """Roll revisions back one by one; with `compared`, as far as each has left what is found.

    `compared` gives, for the schema of a revision, the comparison of values (`chain.compared_by`).
    With the state before them comes the first revision, from the newest, whose result is another.
    """
    state = Retraced(documents)
    for revision in newest_first:
        same = compared and compared(revision.schema)
        if same and conflict(state.documents, revision.changes, back=True, same=same):
            return state.documents, revision
        state.take_back(revision)
    return state.documents, None
