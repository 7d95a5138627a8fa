"""The spreadsheet of each kind: its columns, and by which commands its rows are taken in, as the kind declares it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from tracker.cli.input.kind_words import RECORDS
from tracker.cli.noun import Noun
from tracker.cli.nouns import noun_in
from tracker.cli.parameters import ADD, UPDATE, Field
from tracker.cli.sheets import measurements
from tracker.cli.sheets.columns import ITEMS, Column, evidence, told_alone
from tracker.frozen import Frozen
from tracker.model.records.codes import normal_code
from tracker.model.tracker import Tracker

KINDS = tuple(RECORDS)
_DAYS = re.compile(r"(?:^|_)(?:date|due|on|start|end|target_resolution)$")
REVISION, IDENTITY = "rev", "uid"
"""The last two columns: they guard a row, and are never changed."""
DEMO = "demo"
"""A column that only fictional records have; it keeps them from being taken for real ones (rule 1.10)."""


class Kind(Frozen, kw_only=True, dict=True):
    """The columns, and the command `add` for new rows, empty if there can be none, and `update` for others.

    A row is known by its cells under `key`; bare numbers there are codes with that `letter`. `arguments` are the
    headings of what `add` takes by place, `adds` and `updates` the parameters of the two commands by their headings.
    `title` is the text that every new row has in one language at least, empty for none; `spoken` are the parameters of
    texts in the language of the session, by the headings of the rows that have them. `repeats` are headings whose new
    items are each handed to `add` with the code that the record has. `fields` are those of `update` by their headings.
    """

    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    letter: str
    add: str
    arguments: tuple[str, ...]
    adds: Mapping[str, str]
    update: str
    updates: Mapping[str, str]
    title: str = ""
    spoken: Mapping[str, str] = {}
    repeats: tuple[str, ...] = ()
    fields: Mapping[str, Field] = {}

    @cached_property
    def days(self) -> frozenset[str]:
        """The columns that hold days."""
        return frozenset(name for name in self.headings if _DAYS.search(name))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def headings_of(self, command: str, parameters: Iterable[str]) -> Mapping[str, str]:
        """The headings of the cells that a command takes, by its parameters."""
        by_name = self.updates if command == self.update else self.adds
        by_place = zip(parameters, self.arguments, strict=False) if command == self.add else ()
        return {parameter: heading for heading, parameter in by_name.items()} | dict(by_place) | {"if_rev": REVISION}

    @cached_property
    def compared(self) -> tuple[Column, ...]:
        """The columns in which a row may ask for something else than its record has."""
        return tuple(each for each in self.columns if each.name not in (REVISION, IDENTITY, "updated_on", *self.key))

    def column(self, name: str) -> Column:
        """The column with that heading."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}


MEASUREMENTS = Kind(
    columns=tuple(
        told_alone(name, attrgetter(name))
        for name in ("indicator", "period_start", "period_end", "value", "source", "note", REVISION)
    ),
    key=("indicator", "period_end"),
    letter="I",
    add="add-measurement",
    arguments=("indicator", "period_end", "value"),
    adds={"period_start": "from_", "source": "evidence", "note": "note"},
    update="add-measurement",
    updates={"period_start": "from_", "source": "evidence", "note": "note", "value": "value"},
)


@cache
def kind_called(name: str) -> Kind:
    """The spreadsheet of a kind; measurements alone are no records of their own."""
    return MEASUREMENTS if name == "measurements" else _declared(noun_in(name))


def _declared(noun: Noun[Any]) -> Kind:
    arguments = tuple(field.column for field in noun.arguments if not field.spoken)
    repeats = arguments[:1] if noun.new_rows else ()
    names = ("id", *noun.headings, "updated_on", REVISION, IDENTITY)
    declared = {field.column: field.name for field in noun.of(UPDATE) if field.column in names}
    return Kind(
        columns=tuple(_column(noun, name) for name in names),
        letter=noun.letter,
        add=noun.row_command,
        arguments=arguments if noun.row_command else (),
        adds={field.column: field.name for field in noun.of(ADD) if field.column in names and not field.place},
        update=f"update-{noun.name}",
        updates={**declared, **{name: name for name in repeats}},
        title=next((field.sets for field in noun.arguments if field.spoken and field.required), ""),
        spoken={field.column: field.name for field in noun.fields if field.spoken and field.column not in names},
        repeats=repeats,
        fields={field.column: field for field in noun.of(UPDATE) if field.column in names},
    )


def _column(noun: Noun[Any], name: str) -> Column:
    """The column of that name; items of a list are added one by one, unless the field says otherwise."""
    field = next((field for field in (*noun.of(UPDATE), *noun.fields) if field.column == name), None)
    one = field is not None and not field.many
    separator = (field.separator if field else "") or ("" if one else ITEMS)
    value = noun.cells.get(name, evidence if name == "evidence" else None)
    if value:
        return Column(name, value, separator)
    # Else the value is what an option shows of the record, or a field of it.
    return told_alone(name, (field and field.now) or attrgetter(name), separator)


def records_of(tracker: Tracker, kind: str) -> Iterator[Any]:
    """Each record of a kind; evidence that is withheld from the reader has no row."""
    if kind == "measurements":
        yield from measurements.rows_of(tracker)
        return
    for record in tracker.tables.get(kind, {}).values():
        if kind != "evidence" or record.reference:
            yield record


def code_in(kind: str, cell: str) -> str:
    """The code that a cell of a kind's key says; roles are called by words, and keep their small letters."""
    return normal_code(cell, kind_called(kind).letter) if cell and kind != "roles" else cell


def record_of(tracker: Tracker, kind: str, key: tuple[str, ...]) -> Any:
    """The record that a row is known by, None where there is none."""
    return measurements.row_of(tracker, *key) if kind == "measurements" else tracker.tables.get(kind, {}).get(key[0])
