"""A table on the server, of which no more is fetched than is asked for."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from tracker.model.state.tally import Facts, Tally
from tracker.store.file.rows import Damaged, Row, StoredTable
from tracker.store.postgres import rows

if TYPE_CHECKING:
    import psycopg

T = TypeVar("T")

Ask = Callable[[Callable[["psycopg.Connection[Any]"], T]], T]
"""Puts a question to the server and turns what it refuses into an error of ours."""

_LINKS = frozenset({"activities", "commitments", "evidence", "followers", "references"})
"""The ways of `model/index.py` in which the database finds what is linked (`sql/sums.sql`)."""

_MANY = 64
"""The rows and links that are asked for one by one, each a journey to the server, before the whole table is fetched."""


class FetchedTable(StoredTable):
    """The rows of a table by the code of their record; a table, a row and its counts are each fetched by themselves."""

    is_large = True

    def __init__(self, name: str, damaged: Damaged, tracker: str, ask: "Ask[Any]") -> None:
        super().__init__(b"", name, damaged, by_code=True)
        self._tracker, self._ask = tracker, ask
        self._some: dict[str, Row | None] = {}
        self._asked = 0

    @property
    def text(self) -> bytes | memoryview:
        """The table as it would stand in a file, fetched when somebody looks."""
        if not self._text:
            self._text = self._ask(lambda db: rows.table(db, self._tracker, self._name))
        return self._text

    def __getitem__(self, code: str) -> Row:
        found = self._row(code)
        if found is None:
            raise KeyError(code)
        return found

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and self._row(code) is not None

    def _row(self, code: str) -> Row | None:
        if self.opened or (code not in self._some and self._asked >= _MANY):
            return self._opened().get(code)
        if code not in self._some:
            text = self.alone(code)
            self._some[code] = None if text is None else Row(msgspec.Raw(text), self._name, self._damaged)
        return self._some[code]

    def counted(self) -> Any:
        """The counts that the database keeps; None where it keeps none, or what it counts is none of our words."""
        try:
            if self._name == "activities":
                return self._tally()
            return self._first_due() if self._name == "commitments" else None
        except (msgspec.MsgspecError, ValueError):
            return None

    def _tally(self) -> Tally:
        text = b"SELECT step, facts::text, n FROM tracker.tallied($1)"
        found: dict[str, dict[Facts, int]] = {}
        for step, facts, number in self._ask(lambda db: db.execute(text, (self._tracker,)).fetchall()):
            found.setdefault(step, {})[msgspec.json.decode(facts, type=Facts)] = number
        return found

    def _first_due(self) -> dict[str, date]:
        text = b"SELECT step, due FROM tracker.first_due($1) WHERE due IS NOT NULL"
        found = self._ask(lambda db: db.execute(text, (self._tracker,)).fetchall())
        return {step: date.fromisoformat(due) for step, due in found}

    def alone(self, code: str) -> bytes | None:
        """The text of one document; raises `LookupError` where so many were asked for that the whole is less."""
        if self._asked >= _MANY:
            raise LookupError(code)
        self._asked += 1
        found: list[bytes] = self._ask(lambda db: rows.some(db, self._tracker, self._name, [code]))
        return found[0] if found else None

    def linked(self, link: str, code: str, /) -> list[bytes] | None:
        """The texts of the documents that are linked to a code, in a way that the database knows, if few are asked."""
        if link not in _LINKS or self._asked >= _MANY:
            return None
        self._asked += 1
        text = b"SELECT tracker.linked($1, $2, $3)"
        codes = [each for (each,) in self._ask(lambda db: db.execute(text, (self._tracker, link, code)).fetchall())]
        found: list[bytes] = self._ask(lambda db: rows.some(db, self._tracker, self._name, codes)) if codes else []
        return found
