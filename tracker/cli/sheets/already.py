"""Cells that say in words or forms of their own what a record has already: no change is asked."""

from typing import Any, NamedTuple

from tracker import errors
from tracker.cli.parameters import UPDATE, Field
from tracker.cli.sheets.columns import Column, cell_of
from tracker.cli.sheets.headings import readers
from tracker.cli.sheets.kinds import Kind
from tracker.cli.sheets.rows import RowSession
from tracker.cli.sheets.sameness import is_same
from tracker.locale import LANGUAGES
from tracker.message import mark
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.steps import Step
from tracker.model.state.progress import displayed
from tracker.model.state.steps import declared_of
from tracker.reports.values import office_name

_WORDS = (mark("TEXT"), mark("REF"))
"""Fields that are kept as they are typed: nothing else can be meant by them."""


class Own(NamedTuple):
    """The value that a record has under a column, and the text of its cell."""

    value: Any
    cell: str


def is_there(session: RowSession, kind: Kind, column: Column, record: Any, cell: str, own: Own) -> bool:
    """Whether the record has already what a cell says under a column, beside its own there."""
    return is_shown(session, column, record, cell, own) or _is_read(session, kind, column, record, cell, own)


def is_shown(session: RowSession, column: Column, record: Any, cell: str, own: Own) -> bool:
    """Whether other programs, lists or documents write so what the record has; nothing is read, and nothing told."""
    return is_same(cell, own.cell, own.value) or _shows(session, column, record, cell)


def says_more(option: Field, read: Any, record: Any, own: Own) -> bool:
    """Whether a value that was read for an option is another one than that of the record."""
    if option.metavar in _WORDS:
        return True
    return cell_of(read) != own.cell and read != getattr(record, option.sets or "id", own.cell)


def _is_read(session: RowSession, kind: Kind, column: Column, record: Any, cell: str, own: Own) -> bool:
    option = kind.fields.get(column.name)
    if option is None or option.many or option.metavar in _WORDS:
        return False
    try:
        # Documents add in brackets what they have found out: completed (unverified).
        typed = option.choice.read(cell.partition("(")[0].strip()) if option.choice else cell
        read = option.value(session, typed, UPDATE, force=False)
    except errors.TrackerError:
        return False  # the command says what is wrong with it
    return not says_more(option, read, record, own)


def _shows(session: RowSession, column: Column, record: Any, cell: str) -> bool:
    """Whether lists and documents show that of the record, though it is not its own."""
    if isinstance(record, Step) and column.name == "declared":
        return cell == str(displayed(declared_of(session.tracker, record)))  # that of its activities
    if isinstance(office := getattr(record, column.name, None), Office):
        named = office_name(session.tracker, office)
        return any(cell == reader.bare(named) for reader in readers().values())
    field, _, lang = column.name.rpartition("_")
    text = getattr(record, field, None) if field and lang in LANGUAGES else None
    return isinstance(text, Localized) and not getattr(text, lang) and cell in (text.ar, text.tr, text.en)
