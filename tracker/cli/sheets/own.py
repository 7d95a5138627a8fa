"""An office's own sheet: the meaning of its headings is said on the line, was kept before, or is asked of a person."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from tracker import errors
from tracker.cli.input.suggestions import nearest
from tracker.cli.session import Session
from tracker.cli.sheets.headings import Headings, columns_taken, headings_of, key_of
from tracker.cli.sheets.kinds import KINDS, kind_called
from tracker.cli.sheets.pages import Own, Page, kind_of_page
from tracker.cli.sheets.places import EVERY, KIND, MAP
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.settings import SHEET


class SheetSource(NamedTuple):
    """A spreadsheet as it was given: what is in the file, its name, and what the line says of it.

    That is its kind, the meaning of headings, what all new rows have, and whether known rows are new ones.
    """

    raw: bytes
    file: str
    kind: str | None
    maps: tuple[str, ...]
    every: tuple[str, ...]
    again: bool


def headings_in(given: SheetSource) -> list[str]:
    """The headings that the line says something of."""
    return [text.rpartition("=")[0] for text in given.maps]


def settled(session: Session, page: Page, given: SheetSource) -> Own:
    """The meaning of a sheet. Raises `BadSheet`, `BadPair`, `UnknownColumn`, `UnknownHeadings`.

    What a person has `answered` is to be kept for the next sheet with these headings, under that name.
    """
    name = SHEET + _name_of(page.sheet.headings)
    kept = _kept(session, name, given.kind)
    kind = given.kind or kept.kind or _kind(session, page, given.file)
    headings = headings_of(kind)
    columns = {**kept.columns, **_mapped(page, given.maps, headings)}
    every = dict(_pairs(given.every, headings))
    unknown = [each for each in page.sheet.headings if key_of(each) not in columns and headings.meant(each) is None]
    if unknown:
        from tracker.cli.sheets.questions import asked_columns  # noqa: PLC0415 - as below

        columns |= asked_columns(session, unknown, _meant(page, columns, headings), headings)
    elif kept.columns:
        meanings = Many(tuple(Ref(f"{heading}={column}") for heading, column in _said(page, columns) if column))
        session.say(msg("The headings are read as before: {columns} ({name})", columns=meanings, name=Ref(name)))
    own = Own(kind, columns, every, alone=given.kind is not None, answered=name if unknown else "")
    if not session.can_ask:
        return own
    from tracker.cli.sheets.questions import asked_values  # noqa: PLC0415 - most sheets are understood

    return asked_values(session, own, _meant(page, columns, headings), headings)


def _kind(session: Session, page: Page, file: str) -> str:
    try:
        return kind_of_page(session.tracker, page, file)
    except errors.BadSheet as unclear:
        from tracker.cli.sheets.questions import asked_kind  # noqa: PLC0415 - as below

        return asked_kind(session, unclear)


def _meant(page: Page, columns: Mapping[str, str], headings: Headings) -> set[str]:
    """The columns that the sheet has."""
    found = (columns.get(key_of(each), headings.meant(each)) for each in page.sheet.headings)
    return {column for column in found if column}


def _name_of(headings: Sequence[str]) -> str:
    """The name under which the meaning of these headings is kept, whatever their order."""
    return sha256("\n".join(sorted(map(key_of, headings))).encode()).hexdigest()[:8]


def _kept(session: Session, name: str, kind: str | None) -> Own:
    """The meaning that was kept; none where it was of another kind, or cannot be read."""
    try:
        words = shlex.split(session.settings.config.get(name, ""))
    except ValueError:
        return Own("")
    options = list(zip(words[::2], words[1::2], strict=False))
    found = next((value for option, value in options if option == KIND), "")
    if found not in KINDS or kind not in (None, found):
        return Own("")
    pairs = (value.rpartition("=") for option, value in options if option == MAP)
    known = {"", *columns_taken(kind_called(found))}
    return Own(found, {key_of(heading): column for heading, _, column in pairs if column in known})


def line_of(page: Page, own: Own) -> str:
    """The options that say the same as the answers of a person: so they are kept."""
    pairs = (f"{heading}={column}" for heading, column in _said(page, own.columns))
    return shlex.join([KIND, own.kind, *(word for pair in pairs for word in (MAP, pair))])


def _said(page: Page, columns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The headings whose meaning was said, each with its column."""
    keys = ((heading, key_of(heading)) for heading in page.sheet.headings)
    return ((heading, columns[key]) for heading, key in keys if key in columns)


def _mapped(page: Page, maps: Sequence[str], headings: Headings) -> dict[str, str]:
    """The columns that the line gives to headings; raises `BadSheet` for a heading that the sheet does not have."""
    there = page.sheet.headings
    found: dict[str, str] = {}
    for text in maps:
        heading, sign, column = text.rpartition("=")
        if not sign:
            raise errors.BadPair(MAP, text)
        if key_of(heading) not in map(key_of, there):
            raise errors.BadSheet("heading", 1, heading, there, nearest(heading, there))
        found[key_of(heading)] = _column(column, headings) if column.strip() else ""
    return found


def _pairs(texts: Sequence[str], headings: Headings) -> Iterator[tuple[str, str]]:
    for text in texts:
        column, sign, value = text.partition("=")
        if not sign or not value.strip():
            raise errors.BadPair(EVERY, text)
        yield _column(column, headings), value.strip()


def _column(word: str, headings: Headings) -> str:
    """The column that a word names, as it is called or in the words above it; raises `UnknownColumn`."""
    found, possible = headings.meant(word), columns_taken(headings.kind)
    if found not in possible:
        raise errors.UnknownColumn(word, possible)
    return found
