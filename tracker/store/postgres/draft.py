"""Everything that a transaction is about to write."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tracker.model.history.documents import Document, Documents, unlike, unlike_codes
from tracker.store.postgres.setup import as_json, create
from tracker.store.state import Standing, State

if TYPE_CHECKING:
    import psycopg


class Draft:
    """Everything that a transaction is about to write over what it `found`."""

    def __init__(self, found: State | None) -> None:
        self.found = found
        self.documents: Documents = found.documents if found else {}
        self.standing = found.standing if found else Standing()
        self.lines: list[Document] = []
        self.rewritten: dict[int, Document] = {}

    @property
    def last(self) -> int:
        """The place of the last line that was found."""
        return self.found.standing.position if self.found else 0

    def new(self, holding: Sequence[str]) -> list[tuple[int, Document]]:
        """The new lines by their places; only those that hold one of the words."""
        lines = [(self.last + number, line) for number, line in enumerate(self.lines, 1)]
        return [each for each in lines if not holding or any(word in as_json(each[1]) for word in holding)]

    @property
    def says_more(self) -> bool:
        """Whether it differs from what was found."""
        before = (self.found.documents, self.found.standing) if self.found else ({}, Standing())
        return bool(self.lines or self.rewritten or self.standing != before[1] or self.changed)

    @property
    def changed(self) -> list[tuple[str, str, Mapping[str, Any] | None]]:
        """The documents that differ, by table and code; None for one that is gone."""
        before = self.found.documents if self.found else {}
        found: list[tuple[str, str, Mapping[str, Any] | None]] = []
        for table in sorted(unlike(before, self.documents)):
            old, new = before.get(table, {}), self.documents.get(table, {})
            for code in unlike_codes(old, new):
                row = new.get(code)
                if row is None or old.get(code) != row:
                    found.append((table, code, None if row is None else dict(row.items())))
        return found

    @property
    def is_act(self) -> bool:
        """Whether it is one revision behind the last one, from which everything else follows."""
        if self.found is None or len(self.lines) != 1 or self.rewritten:
            return False
        line, before, after = self.lines[0], self.found.standing, self.standing
        follows = {"number", "head", "at", "created", "lines", "counters", *(() if before.secret else ("secret",))}
        old, new = before.document(), after.document()
        same = all(new[name] == old[name] for name in new if name not in follows)
        return same and [*line["parents"]] == [before.head or before.genesis]


def put(db: "psycopg.Connection[Any]", tracker: str, draft: Draft) -> None:
    """Have the database take a draft, in a transaction: as an act, as a keeper's affair, or as a new tracker."""
    if draft.found is None:
        create(db, tracker, draft.documents, draft.standing, draft.lines)
    elif draft.is_act:
        line, standing = draft.lines[0], draft.standing
        given = as_json(line), as_json(standing.counters), standing.secret
        db.execute(b"SELECT tracker.append($1, $2::jsonb, $3::jsonb, $4)", (tracker, *given))
    else:
        parts = draft.standing.document(), draft.changed, draft.lines, [*draft.rewritten.items()]
        text = b"SELECT tracker.joined($1, $2::jsonb, $3::jsonb, $4::jsonb, $5::jsonb)"
        db.execute(text, (tracker, *map(as_json, parts)))
