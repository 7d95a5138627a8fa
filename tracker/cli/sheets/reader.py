"""The rows of a spreadsheet put over the records of a kind: absent rows never delete, empty cells never clear."""

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from inspect import Parameter
from typing import Any, NamedTuple

from tracker import errors
from tracker.cli.input.values import cleaned
from tracker.cli.sheets.already import Own, is_there
from tracker.cli.sheets.at_once import AtOnce, others
from tracker.cli.sheets.days import Cells, with_iso_days
from tracker.cli.sheets.kinds import IDENTITY, REVISION, code_in, kind_called, record_of
from tracker.cli.sheets.known_rows import KnownRows
from tracker.cli.sheets.new_rows import NewRows
from tracker.cli.sheets.pages import Part, cells_of
from tracker.cli.sheets.rows import FOR_THE_CHANGE, RowSession, parameters_of, run_command
from tracker.cli.sheets.sameness import same_number
from tracker.model.changes.evidence import find_evidence
from tracker.model.records.localized import LANGS, in_languages
from tracker.model.records.tables import TABLES
from tracker.reports.values import title_of
from tracker.text.sheets.sheet_text import Row

Options = dict[str, str | Sequence[str]]
_SHAPES = 256
"""The sorts of rows, by the cells that they have, of which is kept what they ask for."""


class Division(NamedTuple):
    """The headings of new rows with the same cells: the one that is lacking, those of the arguments of the command for
    adding, those of its options with their parameters and what takes a cell, and the rest.
    """

    lacks: str
    arguments: tuple[str, ...]
    options: tuple[tuple[str, str, Callable[[str], str | list[str]]], ...]
    rest: tuple[str, ...]


class SheetReader:
    """Puts rows of one kind over the tracker of a session; `extra` are options for every row that can have them.

    A row has what all new rows have only where no record has its key.
    """

    def __init__(self, session: RowSession, part: Part, extra: Options) -> None:
        self.session, self.name, self.extra = session, part.kind, extra
        self.sheet, self.every = part.sheet, part.every
        self.kind = kind_called(part.kind)
        self._divided = lru_cache(_SHAPES)(self._division)  # most rows of a sheet have the same cells
        self._beside = cache(self._said_beside)
        said = {*part.sheet.headings, *part.every}
        self._compared = [column for column in self.kind.compared if column.name in said]

    def apply(self) -> None:
        """Put all rows over the tracker of the session. Raises `BadSheet`, `SheetRefused`."""
        self._put_days_in_order()
        deque(self._lines(others(self.sheet.rows, self._at_once())), 0)

    def lines(self) -> Iterator[int]:
        """Put row after row over the tracker, and give its line."""
        self._put_days_in_order()
        yield from self._lines(self.sheet.rows)

    def _lines(self, rows: Iterable[Row]) -> Iterator[int]:
        known: set[tuple[str, ...]] = set()
        for row in rows:
            self._apply_row(row, known)
            yield row.line

    def _at_once(self) -> Iterator[AtOnce]:
        """Give the sorts of rows that go together, unless the whole file says something of each."""
        add, update = (bool(name and self._beside(name)[0]) for name in (self.kind.add, self.kind.update))
        yield NewRows(self.session, self.kind, self.sheet, self.every, says=add)
        if not self.every.keys() & {*self.kind.key}:
            yield KnownRows(self.session, self.name, self.sheet, self._compared, says=update)

    def _apply_row(self, row: Row, known: set[tuple[str, ...]]) -> None:
        self.session.line = row.line
        cells = cells_of(self.sheet, row)
        key = self._key(cells)
        if all(key):
            if key in known:
                raise errors.BadSheet("row_twice", row.line, self.kind.key[0])
            known.add(key)
        self._row(key, cells)

    def _put_days_in_order(self) -> None:
        names = self.kind.days & {*self.sheet.headings, *self.every}
        self.sheet, self.every = with_iso_days(self.sheet, self.every, names, self._ours)

    def _ours(self, name: str, cells: Cells) -> str:
        record = record_of(self.session.tracker, self.name, self._key(cells))
        return "" if record is None else self.kind.column(name).cell(self.session.tracker, record)

    def _key(self, cells: Cells) -> tuple[str, ...]:
        first, *rest = [cells.get(name) or self.every.get(name, "") for name in self.kind.key]
        return (code_in(self.name, first), *rest)

    def _row(self, key: tuple[str, ...], cells: Cells) -> None:
        record = record_of(self.session.tracker, self.name, key) if key[0] else None
        if IDENTITY in cells and key[0]:
            self._check_identity(key[0], record, cells[IDENTITY])
        if record is not None:
            self._update(key, record, cells)
        elif not key[0] or set(self.kind.key) <= set(self.kind.arguments):
            self._add({**self.every, **cells} if self.every else cells)
        else:
            self._refuse_unknown(key[0])

    def _check_identity(self, code: str, record: Any, uid: str) -> None:
        """Refuse a row whose code went to another record since it was exported (rule 17.5)."""
        if record is not None and (record.uid == uid or same_number(uid, record.uid or "")):
            return
        rows = self.session.tracker.tables.get(self.name, {})
        now = next((each.id for each in rows.values() if each.uid == uid), "")
        if record is not None or now:
            refused = errors.OtherRecord(code, self.session.words.bare(title_of(record)) if record else "", now)
            raise errors.SheetRefused(self.session.line, self.kind.key[0], refused)

    def _refuse_unknown(self, code: str) -> None:
        try:
            self.session.tracker.get(TABLES[self.name], code)
        except errors.NotFound as error:
            raise errors.SheetRefused(self.session.line, self.kind.key[0], error) from error

    def _update(self, key: tuple[str, ...], record: Any, cells: Cells) -> None:
        """Ask the command only for what differs from the record; `rev` guards what has moved since."""
        asked = self._differences(record, cells)
        repeated = [asked.pop(name, ()) for name in self.kind.repeats]
        arguments = key
        if asked and self.name == "measurements":
            arguments = (*key, str(asked.pop("value", record.exact)))
        if asked or arguments != key:
            self._run(self.kind.update, arguments, asked, cells)
        for code in (code for codes in repeated for code in codes):
            self._run(self.kind.add, (code, key[0]), {}, {name: cells[name] for name in self.kind.repeats})

    def _differences(self, record: Any, cells: Cells) -> Options:
        """The options for what differs, by the parameters that take them."""
        asked: Options = {}
        tracker = self.session.tracker
        for column in self._compared:
            cell = cells.get(column.name)
            if not cell:
                continue
            value = column.value(tracker, record)
            ours = column.text(value).strip()
            if cell == ours or is_there(self.session, self.kind, column, record, cell, Own(value, ours)):
                continue
            if column.name not in self.kind.updates:
                raise errors.BadSheet("shown", self.session.line, column.name)
            new = column.new(cell, ours)
            if new:
                asked[self.kind.updates[column.name]] = new
        return {**asked, **self._spoken(record, cells)}

    def _spoken(self, record: Any, cells: Cells) -> Options:
        """The options for texts under one heading, as sheets of before have them, that are worded otherwise."""
        asked: Options = {}
        for heading, parameter in self.kind.spoken.items():
            cell, text = cells.get(heading), getattr(record, heading, "")
            if cell and text != "" and not (text and cell in in_languages(text).wordings().values()):
                asked[parameter] = cell
        return asked

    def _add(self, cells: Cells) -> None:
        """A new record; what its command for adding does not take, the one for changing does."""
        if not self.kind.add:
            raise errors.BadSheet("no_new", self.session.line, "id")
        before, division = self.session.tracker, self._divided(tuple(cells))
        if division.lacks:
            raise errors.BadSheet("lacks", self.session.line, division.lacks)
        options: Options = {each: taken(cells[name]) for name, each, taken in division.options}
        self._run(self.kind.add, self._arguments(cells, division.arguments), options, cells)
        if division.rest and self.name != "measurements":
            after = self.session.tracker
            known = find_evidence(after, cleaned(cells["reference"])) if self.name == "evidence" else None
            record = known or after.made_since(before, self.name)[0]
            self._update((record.id,), record, {name: cells[name] for name in division.rest})

    def _arguments(self, cells: Cells, names: Sequence[str]) -> list[str]:
        """The cells that are arguments of the command, in its order; of what it is repeated for the first."""
        if not self.kind.repeats:
            return [cells[name] for name in names]
        found = ((self.kind.column(name), cells[name]) for name in names)
        return [
            item
            for column, cell in found
            for item in (column.items(cell)[:1] if column.name in self.kind.repeats else [cell])
        ]

    def _division(self, names: tuple[str, ...]) -> Division:
        """The options that rows with these cells give the command for adding, and of that for changing afterwards.

        Evidence of work that comes in finished belongs to what finishes it, which attaches it to all of the work.
        """
        params = parameters_of(self.kind.add)
        later = {"evidence"} & self.kind.updates.keys() if "status" in names or "gate" in names else set()
        found = {name: each for name, each in self.kind.adds.items() if name in names and name not in later}
        options = {name: each for name, each in found.items() if each in params}
        spoken = [(title, title, str) for title in (self.kind.title,) if title in names]
        taken = {REVISION, IDENTITY, self.kind.title, *options, *self.kind.arguments} - {*self.kind.repeats}
        return Division(
            lacks=self._lacking(names),
            arguments=tuple(name for name, _ in zip(self.kind.arguments, params, strict=False) if name in names),
            options=(*spoken, *((name, each, self._taken(name)) for name, each in options.items())),
            rest=tuple(name for name in names if name not in taken),
        )

    def _lacking(self, names: Container[str]) -> str:
        """The heading of a cell that every new row needs and that is not among these; empty where none is lacking."""
        title = self.kind.title
        if title and not any(name in names for name in (title, *(f"{title}_{lang}" for lang in LANGS))):
            return f"{title}_ar"
        needed = zip(self.kind.arguments, parameters_of(self.kind.add).values(), strict=False)
        lacking = (name for name, param in needed if param.default is Parameter.empty and name not in names)
        return next(lacking, "")

    def _taken(self, name: str) -> Callable[[str], str | list[str]]:
        """The way in which an option takes the cells of a column."""
        column = self.kind.column(name)
        return column.new if column.is_list else str

    def _run(self, name: str, arguments: Sequence[str], asked: Options, cells: Cells) -> None:
        """The command, with what the row and the whole file say beside the fields of the record."""
        extra, headings, params = self._beside(name)
        beside = {each: cells[each] for each in headings if each in cells and each not in asked}
        rev = {"if_rev": cells[REVISION]} if REVISION in cells and "if_rev" in params else {}
        try:
            run_command(self.session, name, arguments, {**extra, **rev, **beside, **asked})
        except errors.TrackerError as error:
            heading = self.kind.headings_of(name, params).get(error.given_as) or self._heading_of(error, cells)
            if heading in self.kind.key and len(asked) == 1:  # a rule about the one thing that the row changes
                heading = self.kind.headings_of(name, params).get(next(iter(asked)), heading)
            raise errors.SheetRefused(self.session.line, heading, error) from error

    def _said_beside(self, name: str) -> tuple[Options, list[str], Mapping[str, Parameter]]:
        """The options that the whole file gives a command, the headings of what rows may give it, its parameters."""
        params = parameters_of(name)
        extra = {key: value for key, value in self.extra.items() if key in params}
        return extra, [each for each in FOR_THE_CHANGE if each in params], params

    def _heading_of(self, error: errors.TrackerError, cells: Cells) -> str:
        """The heading under which the code of the record stands that a rule is about; empty where it names none."""
        code = error.wanted if isinstance(error, errors.NotFound) else getattr(error, "record", "")
        named = ((column.name, cells.get(column.name, "")) for column in self.kind.columns)
        return next((name for name, cell in named if code and code in (cell, *self.kind.column(name).items(cell))), "")
