"""New rows that ask for plain values alone, added at once: each different cell of a column is read once.

A row of which something is to be told, or refused, is left to be read by itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tracker import errors
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import ADD
from tracker.cli.sheets.kinds import Kind
from tracker.cli.sheets.plain_cells import ODD, asked_as, read_cells
from tracker.cli.sheets.rows import RowSession
from tracker.model.changes.many import Asked
from tracker.model.records.localized import LANGS
from tracker.text.sheets.sheet_text import SheetText


class NewRows:
    """The rows of a sheet that can be added at once; `every` has cells that all new rows have.

    None can where the whole file `says` something of each.
    """

    def __init__(
        self, session: RowSession, kind: Kind, sheet: SheetText, every: Mapping[str, str], *, says: bool
    ) -> None:
        self._session, self._kind, self._sheet, self._every = session, kind, sheet, every
        self._noun = noun_of(kind.add) if kind.add and not says else None
        noun = self._noun
        known = {field.column: field for field in noun.of(ADD) if asked_as(field) in noun.of_many} if noun else {}
        self._fields = known if every.keys() <= known.keys() else {}
        self._read: dict[str, Sequence[Any]] = {}

    def are_plain(self) -> list[bool]:
        """Tell of each row whether it asks for plain values, for all that a new one needs, and for nothing else."""
        rows = self._sheet.rows
        if not self._fields or all(self._sheet.columns.get(self._kind.key[0], [""])):
            return [False] * len(rows)
        assert self._noun is not None
        columns = self._sheet.columns
        self._read = read = {
            name: read_cells(self._session, field, ADD, self._cells(name, columns))
            for name, field in self._fields.items()
        }
        asked = {name for name, field in self._fields.items() if field.required or field.option in self._noun.asked}
        titles = zip(*(read[f"{self._kind.title}_{lang}"] for lang in LANGS), strict=True)
        needed = [*(read[name] for name in asked), [*map(any, titles)]]
        others = [cells for name, cells in columns.items() if name not in self._fields]
        faults = [
            *(cells for cells in others if any(cells)),
            *([not value for value in column] for column in needed if not all(column)),
            *([value is ODD for value in column] for column in read.values() if ODD in column),
        ]
        return [not any(row) for row in zip(*faults, strict=True)] if faults else [True] * len(rows)

    def _cells(self, name: str, columns: Mapping[str, Sequence[str]]) -> Sequence[str]:
        cells, usual = columns.get(name) or [""] * len(self._sheet.rows), self._every.get(name)
        return [cell or usual for cell in cells] if usual else cells

    def take(self, start: int, stop: int) -> bool:
        """Add the rows from one place to another; False, and nothing done, where one of them is refused."""
        assert self._noun is not None
        assert self._noun.add_all is not None
        session, add_all = self._session, self._noun.add_all
        read = {asked_as(self._fields[name]): column[start:stop] for name, column in self._read.items()}
        said = {name: column for name, column in read.items() if any(value is not None for value in column)}
        asked = Asked(stop - start, said)
        try:
            session.change(session.act(self._kind.add), lambda tracker: add_all(tracker, asked, session.today))
        except errors.TrackerError:
            return False
        return True
