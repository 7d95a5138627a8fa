"""The cells of a column read at once: each different one is read once, and those are found that only their row can be
read with, for something is to be told of them, or they are refused.
"""

from collections.abc import Callable, Sequence
from typing import Any

from tracker import errors
from tracker.cli.fields import OFFICES, as_typed
from tracker.cli.input import values
from tracker.cli.parameters import Field
from tracker.cli.session import Session
from tracker.cli.texts import free_text

ODD = object()
"""The mark of a cell that only its row can be read with."""


def read_cells(session: Session, field: Field, verb: str, cells: Sequence[str]) -> Sequence[Any]:
    """The values of cells, None for empty ones; `ODD` for what does not stand for the same in every row."""
    if not any(cells):
        return [None] * len(cells)
    if field.read is free_text and values.stand_as_they_are([cell for cell in cells if cell]):
        return [cell or None for cell in cells]
    reader = _reader(session, field, verb)
    known = {cell: reader(cell) if cell else None for cell in set(cells)}
    return [*map(known.__getitem__, cells)]


def _reader(session: Session, field: Field, verb: str) -> Callable[[str], Any]:
    """Give what reads a cell of a field."""
    if field.read is free_text:
        return lambda cell: cell if values.stand_as_they_are([cell]) else ODD
    if OFFICES in field.offers:
        return lambda cell: values.office_by_codes(session, cell) or ODD
    if field.steady:
        return lambda cell: _steady(session, field, verb, cell)
    return lambda cell: cell if field.read is as_typed else ODD


def _steady(session: Session, field: Field, verb: str, cell: str) -> Any:
    try:
        return field.value(session, field.choice.read(cell) if field.choice else cell, verb, force=False)
    except errors.TrackerError:
        return ODD  # the command says what is wrong with it


def asked_as(field: Field) -> str:
    """The name under which the use cases for many are asked for a value."""
    return field.sets or field.name
