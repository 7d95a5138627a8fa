"""The rows of a spreadsheet put over the records of a kind: absent rows never delete, empty cells never clear."""

from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter
from typing import Any

from tracker import errors
from tracker.cli.sheets.carrying_out import RowSession, carry_out, parameters_of
from tracker.cli.sheets.columns import Column
from tracker.cli.sheets.kinds import KINDS, key_columns, options_of, record_of
from tracker.cli.sheets.places import FOR_THE_CHANGE, heading_of
from tracker.model.changes.evidence import find_evidence
from tracker.model.records.codes import LETTERS, normal_code
from tracker.model.records.tables import TABLES
from tracker.model.tracker import Tracker
from tracker.text.input.sheet_text import SheetText

Cells = Mapping[str, str]
Options = dict[str, str | Sequence[str]]
GIVEN_CODES = ("parties", "measurements")
"""Kinds whose rows say themselves what they are called."""
_LETTERS = {table: letter for letter, table in LETTERS.items()}


class Taking:
    """Rows of one kind being taken in by a session; `extra` are options for every row that can have them."""

    def __init__(self, session: RowSession, name: str, extra: Options) -> None:
        self.session, self.name, self.extra = session, name, extra
        self.kind, self.options = KINDS[name], options_of(name)

    def take(self, sheet: SheetText) -> Tracker:
        """The tracker after all rows. Raises `BadSheet`, `SheetRefused`."""
        known: set[tuple[str, ...]] = set()
        for row in sheet.rows:
            self.session.line = row.line
            cells = {name: cell for name, cell in zip(sheet.headings, row.cells, strict=False) if cell}
            key = self._key(cells)
            if all(key) and key in known:
                raise errors.BadSheet("row_twice", row.line, key_columns(self.name)[0])
            known.add(key)
            self._row(key, cells)
        return self.session.tracker

    def _key(self, cells: Cells) -> tuple[str, ...]:
        first, *rest = (cells.get(name, "") for name in key_columns(self.name))
        letter = "I" if self.name == "measurements" else _LETTERS.get(self.name, "")
        # Roles are called by words, and keep their small letters.
        return (first if self.name == "roles" else normal_code(first, letter), *rest)

    def _row(self, key: tuple[str, ...], cells: Cells) -> None:
        record = record_of(self.session.tracker, self.name, key)
        if record is not None:
            self._change(key, record, cells)
        elif self.name in GIVEN_CODES or not key[0]:
            self._add(cells)
        else:
            self._guarded(cells, lambda: self.session.tracker.get(TABLES[self.name], key[0]))

    def _change(self, key: tuple[str, ...], record: Any, cells: Cells) -> None:
        """Ask the command only for what differs from the record; `rev` guards what has moved since."""
        asked = self._asked(record, cells)
        supports = asked.pop("supports", ())
        if asked and self.name == "measurements":
            value = asked.pop("value", f"{record.measured.value:f}")
            self._run("add-measurement", (*key, str(value)), asked, cells)
        elif asked:
            self._run(self.kind.update, key, asked, cells)
        for code in supports:
            self._run("attach", (code, key[0]), {}, {"supports": cells["supports"]})

    def _asked(self, record: Any, cells: Cells) -> Options:
        """The options for what differs, by the parameters that take them."""
        asked: Options = {}
        for column in self.kind.columns:
            cell = cells.get(column.name, "")
            ours = column.cell(self.session.tracker, record).strip()
            if not cell or cell == ours or column.name in ("rev", "updated_on", *key_columns(self.name)):
                continue
            option = self.options.get(column.name) or (column.name if column.name in ("value", "supports") else "")
            if not option or not (self.kind.update or self.name == "measurements"):
                raise errors.BadSheet("shown", self.session.line, column.name)
            new = _new(column, cell, ours)
            if new:
                asked[option] = new
        return asked

    def _add(self, cells: Cells) -> None:
        """A new record; what its command for adding does not take, the one for changing does."""
        if not self.kind.add:
            raise errors.BadSheet("no_new", self.session.line, "id")
        arguments, options = self._arguments(cells), self._options(cells)
        before = self.session.tracker
        self._run(self.kind.add, arguments, options, cells)
        after = self.session.tracker
        if self.name == "measurements":
            return
        codes = [code for code in after.tables[self.name] if code not in before.tables[self.name]]
        paper = find_evidence(after, cells["reference"]) if self.name == "evidence" else None
        code = paper.id if paper else codes[0]
        rest = {name: cell for name, cell in cells.items() if name != "rev"}
        self._change((code,), record_of(after, self.name, (code,)), rest)

    def _arguments(self, cells: Cells) -> list[str]:
        """The cells that are arguments of the command, in its order."""
        found = []
        for name, param in zip(self.kind.keys, parameters_of(self.kind.add).values(), strict=False):
            cell = cells.get(name, "")
            if not cell and param.default is Parameter.empty:
                raise errors.BadSheet("lacks", self.session.line, name)
            items = self._column(name).items(cell)
            found += (items[:1] if name == "supports" else [cell]) if cell else []
        return found

    def _options(self, cells: Cells) -> Options:
        """The cells that the command for adding takes as options."""
        params = [*parameters_of(self.kind.add)][len(self.kind.keys) :]
        asked: Options = {}
        for column in self.kind.columns:
            option, cell = self.options.get(column.name, column.name), cells.get(column.name, "")
            if cell and option in params and column.name not in (*self.kind.keys, "rev"):
                asked[option] = _new(column, cell, "")
        return asked

    def _run(self, name: str, arguments: Sequence[str], asked: Options, cells: Cells) -> None:
        """The command, with what the row and the whole file say beside the fields of the record."""
        params = parameters_of(name).keys()
        taken = set(self.options.values())
        beside = {key: cell for key, cell in cells.items() if key in params - taken and key in FOR_THE_CHANGE}
        rev = {"if_rev": cells["rev"]} if "rev" in cells and "if_rev" in params else {}
        extra = {key: value for key, value in self.extra.items() if key in params}
        options = {**extra, **rev, **beside, **asked}
        self._guarded(cells, lambda: carry_out(self.session, name, arguments, options))

    def _guarded(self, cells: Cells, action: Callable[[], Any]) -> None:
        """Tell what is refused with its line and heading."""
        try:
            action()
        except (errors.BadSheet, errors.SheetRefused):
            raise
        except errors.TrackerError as error:
            raise errors.SheetRefused(self.session.line, heading_of(error, self.name, cells), error) from error

    def _column(self, name: str) -> Column:
        return next(column for column in self.kind.columns if column.name == name)


def _new(column: Column, cell: str, ours: str) -> str | list[str]:
    """The cell as its option takes it; of a list the items that are not there yet."""
    if not column.separator or column.separator == ",":
        return cell
    there = column.items(ours)
    return [item for item in column.items(cell) if item not in there]
