"""New rows that ask for plain values alone, added at once: each different cell of a column is read once.

A row of which something is to be told, or refused, is left to be read by itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from tracker import errors
from tracker.cli.fields import OFFICES, as_typed
from tracker.cli.input import values
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import ADD, Field
from tracker.cli.sheets.kinds import Kind
from tracker.cli.sheets.pages import column_of, columns_of
from tracker.cli.sheets.rows import RowSession
from tracker.cli.texts import free_text
from tracker.model.changes.many import Asked
from tracker.model.records.localized import LANGS
from tracker.text.sheets.sheet_text import Row, SheetText

_FEW = 4
"""The rows up to which one after the other is as good."""
_ODD = object()
"""The mark of a cell that only its row can be read with."""


class NewRows:
    """The rows of a sheet in which those are found that can be added at once; `every` has cells that all new rows have.

    None can where they are not `alone`, for the whole file says something of each.
    """

    def __init__(
        self, session: RowSession, kind: Kind, sheet: SheetText, every: Mapping[str, str], *, alone: bool
    ) -> None:
        self._session, self._kind, self._sheet, self._every = session, kind, sheet, every
        self._noun = noun_of(kind.add) if kind.add and alone and len(sheet.rows) > _FEW else None
        noun = self._noun
        known = {field.column: field for field in noun.of(ADD) if _named(field) in noun.of_many} if noun else {}
        self._fields = known if every.keys() <= known.keys() else {}

    def others(self) -> Iterator[Row]:
        """Each row that is to be read by itself, when those before it are added."""
        rows, start = self._sheet.rows, 0
        if not self._fields or all(column_of(self._sheet, self._kind.key[0])):
            yield from rows
            return
        columns = columns_of(self._sheet.headings, rows)
        read = {name: self._read(field, self._cells(name, columns)) for name, field in self._fields.items()}
        for is_plain, run in groupby(self._are_plain(columns, read)):
            stop = start + sum(1 for _ in run)
            said = {name: column[start:stop] for name, column in read.items() if any(v is not None for v in column)}
            asked = {_named(self._fields[name]): column for name, column in said.items()}
            if not (is_plain and stop - start > _FEW and self._add(Asked(stop - start, asked))):
                yield from rows[start:stop]
            start = stop

    def _cells(self, name: str, columns: Mapping[str, Sequence[str]]) -> Sequence[str]:
        cells, usual = columns.get(name) or [""] * len(self._sheet.rows), self._every.get(name)
        return [cell or usual for cell in cells] if usual else cells

    def _are_plain(self, columns: Mapping[str, Sequence[str]], read: Mapping[str, Sequence[Any]]) -> list[bool]:
        """Tell of each row whether it asks for plain values, for all that a new one needs, and for nothing else."""
        assert self._noun is not None
        asked = {name for name, field in self._fields.items() if field.required or field.option in self._noun.asked}
        titles = zip(*(read[f"{self._kind.title}_{lang}"] for lang in LANGS), strict=True)
        needed = [*(read[name] for name in asked), [*map(any, titles)]]
        others = [cells for name, cells in columns.items() if name not in self._fields]
        faults = [
            *(cells for cells in others if any(cells)),
            *([not value for value in column] for column in needed if not all(column)),
            *([value is _ODD for value in column] for column in read.values() if _ODD in column),
        ]
        return [not any(row) for row in zip(*faults, strict=True)] if faults else [True] * len(self._sheet.rows)

    def _read(self, field: Field, cells: Sequence[str]) -> Sequence[Any]:
        """The values of cells, None for empty ones."""
        if not any(cells):
            return [None] * len(cells)
        if field.read is free_text and values.stand_as_they_are([cell for cell in cells if cell]):
            return [cell or None for cell in cells]
        reader = self._reader(field)
        known = {cell: reader(cell) if cell else None for cell in set(cells)}
        return [*map(known.__getitem__, cells)]

    def _reader(self, field: Field) -> Callable[[str], Any]:
        """Give what reads a cell; of what does not stand for the same in every row it reads nothing."""
        if field.read is free_text:
            return lambda cell: cell if values.stand_as_they_are([cell]) else _ODD
        if OFFICES in field.offers:
            return lambda cell: values.office_by_codes(self._session, cell) or _ODD
        if field.steady:
            return lambda cell: self._steady(field, cell)
        return lambda cell: cell if field.read is as_typed else _ODD

    def _steady(self, field: Field, cell: str) -> Any:
        try:
            return field.value(self._session, field.choice.read(cell) if field.choice else cell, ADD, force=False)
        except errors.TrackerError:
            return _ODD  # the command says what is wrong with it

    def _add(self, asked: Asked) -> bool:
        """Add the rows; False, and nothing done, where one of them is refused."""
        assert self._noun is not None
        assert self._noun.add_all is not None
        session, add_all = self._session, self._noun.add_all
        try:
            session.change(session.act(self._kind.add), lambda tracker: add_all(tracker, asked, session.today))
        except errors.TrackerError:
            return False
        return True


def _named(field: Field) -> str:
    """Give the name under which the use case for many is asked for a value."""
    return field.sets or field.name
