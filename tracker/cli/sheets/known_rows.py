"""Rows of records that are there, compared with them column by column; plain values that they ask for are put at once.

A row of which something is to be told, or refused, or in whose change the rules of its kind have a part, is left to be
read by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from tracker import errors
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import UPDATE
from tracker.cli.sheets.already import Own, is_shown, is_there, says_more
from tracker.cli.sheets.columns import Column
from tracker.cli.sheets.kinds import IDENTITY, REVISION, code_in, kind_called
from tracker.cli.sheets.plain_cells import ODD, asked_as, read_cells
from tracker.cli.sheets.rows import FOR_THE_CHANGE, RowSession
from tracker.frozen import Frozen, replace
from tracker.model.changes.many import Asked, each
from tracker.model.records.rows import several
from tracker.model.tracker import Tracker
from tracker.text.sheets.sheet_text import SheetText

Cells = Mapping[str, Sequence[str]]
"""The cells of rows under each heading."""


class _Compared(Frozen):
    """Some rows beside their records as these are in a tracker: the codes of those that have one, by their places; the
    values that they ask for, by name and place; and the places of those that are to be read by themselves.
    """

    tracker: Tracker
    codes: Mapping[int, str]
    asked: Mapping[str, Mapping[int, Any]]
    odd: set[int]


class KnownRows:
    """The rows of a sheet that can be put over their records at once; `compared` are the columns in which they may ask
    for something. They change nothing so where the whole file `says` something of each change.
    """

    def __init__(
        self, session: RowSession, name: str, sheet: SheetText, compared: Sequence[Column], *, says: bool
    ) -> None:
        self._session, self._name, self._sheet = session, name, sheet
        self._columns = [column for column in compared if column.name in sheet.headings]
        self._kind = kind_called(name)
        self._noun = noun_of(self._kind.update)
        names = self._noun.of_known if self._noun and not says else frozenset[str]()
        self._plain = {name: field for name, field in self._kind.fields.items() if asked_as(field) in names}
        self._found: _Compared | None = None

    def are_plain(self) -> list[bool]:
        """Tell of each row whether it asks for plain values of a record that is there, or for nothing."""
        rows, (first, *more) = self._sheet.rows, self._kind.key
        if more or not any(self._sheet.columns.get(first, ())):
            return [False] * len(rows)
        self._found = found = self._compared(self._sheet)
        twice = len({*found.codes.values()}) < len(found.codes)
        return [not twice and place in found.codes and place not in found.odd for place in range(len(rows))]

    def take(self, start: int, stop: int) -> bool:
        """Put the rows from one place to another over their records; False, and nothing done, where one is refused.

        A row that was read by itself may have changed what the records of others show.
        """
        found = self._found
        assert found is not None
        if self._session.tracker is not found.tracker:
            again = self._compared(replace(self._sheet, rows=self._sheet.rows[start:stop]))
            return not again.odd and self._put(again, range(stop - start))
        if not self._put(found, range(start, stop)):
            return False
        self._found = replace(found, tracker=self._session.tracker)  # plain values show in no other record
        return True

    def _put(self, found: _Compared, places: Iterable[int]) -> bool:
        places = [place for place in places if any(place in values for values in found.asked.values())]
        if not places:
            return True
        assert self._noun is not None
        assert self._noun.change_all is not None
        session, change_all = self._session, self._noun.change_all
        codes = [found.codes[place] for place in places]
        asked = Asked(len(places), {name: [*map(values.get, places)] for name, values in found.asked.items()})
        try:
            session.change(session.act(self._kind.update), lambda all_: change_all(all_, codes, asked, session.today))
        except errors.TrackerError:
            return False
        return True

    def _compared(self, sheet: SheetText) -> _Compared:
        """Compare rows with the records by which they are known."""
        tracker, cells = self._session.tracker, sheet.columns
        codes = each(cells[self._kind.key[0]], partial(code_in, self._name))
        there = enumerate(several(tracker.tables.get(self._name, {}), codes))
        records = {place: record for place, record in there if record is not None}
        odd = {place for place in range(len(codes)) if place not in records} | _unlike(cells, records)
        odd |= {place for name in self._kind.spoken for place, cell in enumerate(cells.get(name, ())) if cell}
        asked: dict[str, Mapping[int, Any]] = {}
        for column in self._columns:
            different = self._different(column, cells[column.name], records, odd)
            if different and (found := self._asked(column, different, records)):
                asked[column.name] = found
                odd |= {place for place, value in found.items() if value is ODD}
        odd |= _guarded(cells, records, {place for values in asked.values() for place in values})
        named = {asked_as(self._plain[name]): values for name, values in asked.items() if name in self._plain}
        return _Compared(tracker, {place: codes[place] for place in records}, named, odd)

    def _different(
        self, column: Column, cells: Sequence[str], records: Mapping[int, Any], odd: set[int]
    ) -> dict[int, tuple[str, Own]]:
        """The cells, by their places, in which something else stands than their records have, beside their own."""
        if not any(cells):
            return {}
        if not column.own or len(records) < len(cells):
            records = {place: record for place, record in records.items() if cells[place]}
            cells = [cells[place] for place in records]
        values = column.values(self._session.tracker, records.values())
        ours = column.texts(values)
        if ours == cells:
            return {}  # as mostly
        return {
            place: (cell, own)
            for (place, record), cell, *both in zip(records.items(), cells, values, ours, strict=True)
            if cell and cell != both[1] and place not in odd
            if not is_shown(self._session, column, record, cell, own := Own(*both))
        }

    def _asked(
        self, column: Column, cells: Mapping[int, tuple[str, Own]], records: Mapping[int, Any]
    ) -> Mapping[int, Any]:
        """The values that cells ask for, by their places; what is no plain value is left to its row."""
        field, session = self._kind.fields.get(column.name), self._session
        if column.name in self._plain and field:
            read = read_cells(session, field, UPDATE, [cell for cell, _ in cells.values()])
            return {
                place: value
                for (place, (_, own)), value in zip(cells.items(), read, strict=True)
                if value is ODD or says_more(field, value, records[place], own)
            }
        there = partial(is_there, session, self._kind, column)
        told = not (field and field.steady)
        return {place: ODD for place, each in cells.items() if told or not there(records[place], *each)}


def _unlike(cells: Cells, records: Mapping[int, Any]) -> set[int]:
    """The places of rows that name another identity than that of their record."""
    uids = cells.get(IDENTITY, ())
    return {place for place, uid in enumerate(uids) if uid and place in records and records[place].uid != uid}


def _guarded(cells: Cells, records: Mapping[int, Any], asking: set[int]) -> set[int]:
    """The places of rows that ask for something and say more of the change, or of another revision than the present."""
    said = [cells[name] for name in FOR_THE_CHANGE if name in cells]
    revs = cells.get(REVISION)
    moved = {place for place in asking if revs and revs[place] not in ("", str(records[place].rev))}
    return moved | {place for place in asking if any(column[place] for column in said)}
