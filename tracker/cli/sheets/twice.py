"""New rows that the tracker has already, as where one sheet is imported a second time."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from tracker.cli.session import Session
from tracker.cli.sheets.kinds import IDENTITY, REVISION, Kind, kind_called, records_of
from tracker.cli.sheets.pages import Part
from tracker.cli.sheets.sameness import day_of, plain
from tracker.frozen import replace
from tracker.message import count, msg
from tracker.model.records.codes import normal_code
from tracker.model.records.localized import in_languages
from tracker.model.tracker import Tracker
from tracker.reports.report import Many, Ref
from tracker.reports.values import TITLES
from tracker.text.input.fold import fold, fold_all
from tracker.text.sheets.sheet_text import Row

_PLACES = {"step": "S", "source": "", "meeting": "M", "review": "R", "series": "T", "date": "", "indicator": "I"}
"""The columns that tell two records apart beside their words: their place in the programme, and their day.

Bare numbers under them are codes with that letter.
"""
_TOLD = 10


def without_known(session: Session, tracker: Tracker, part: Part, *, aloud: bool) -> Part:
    """The part without new rows that are there already, which is told `aloud` with the way to add them all the same."""
    kind = kind_called(part.kind)
    headings = dict.fromkeys((*part.sheet.headings, *part.every))
    names = [name for name in headings if name.rpartition("_")[0] in TITLES or name in (*TITLES, *_PLACES)]
    if part.kind in ("measurements", "evidence") or not any(name not in _PLACES for name in names):
        return part  # a period is measured once, and a paper known by its reference
    new = _are_new(kind, part)
    there = Counter(
        key
        for each in (records_of(tracker, part.kind) if any(new) else ())
        for key in _keys(kind, names, tracker, each)
    )
    if not there:
        return part
    kept, known = list[Row](), list[Row]()
    keys = zip(*(_column(part, name) for name in names), strict=True)
    for row, key, is_new in zip(part.sheet.rows, keys, new, strict=True):
        if is_new and there[key]:
            there[key] -= 1
            known.append(row)
        else:
            kept.append(row)
    if known and aloud:
        _tell(session, known)
    return replace(part, sheet=replace(part.sheet, rows=tuple(kept)))


def _are_new(kind: Kind, part: Part) -> list[bool]:
    """Tell of each row whether nothing in it names a record."""
    codes, columns = (*kind.key, IDENTITY, REVISION), part.sheet.columns
    if any(map(part.every.get, codes)):
        return [False] * len(part.sheet.rows)
    coded = [columns[name] for name in codes if name in columns]
    return [not any(cells) for cells in zip(*coded, strict=True)] if coded else [True] * len(part.sheet.rows)


def _column(part: Part, name: str) -> list[str]:
    """Give what the rows say under a heading, or all new ones; of what they say alike each is read once."""
    usual = part.every.get(name, "")
    cells = [cell or usual for cell in part.sheet.columns.get(name) or [""] * len(part.sheet.rows)]
    said = [*dict.fromkeys(cells)]
    keys = [_key(name, cell) for cell in said] if name in _PLACES else fold_all(said)
    return [*map(dict(zip(said, keys, strict=True)).__getitem__, cells)]


def _keys(kind: Kind, names: list[str], tracker: Tracker, record: Any) -> Iterator[tuple[str, ...]]:
    """Give what rows of a record may say under those headings; under that of a text in any language each wording."""
    said = [
        in_languages(getattr(record, name)).wordings().values()
        if name not in kind.headings
        else (kind.column(name).cell(tracker, record),)
        for name in names
    ]
    return (tuple(map(_key, names, cells)) for cells in product(*said))


def _key(name: str, cell: str) -> str:
    """Give what a cell says, however it is written: days in numbers, codes with and without their letter."""
    if name not in _PLACES:
        return fold(cell)
    day = day_of(plain(cell), month_first=False) if name == "date" else None
    return day.isoformat() if day else normal_code(cell, _PLACES[name])


def _tell(session: Session, known: list[Row]) -> None:
    lines = Many((*(Ref(str(row.line)) for row in known[:_TOLD]), *(["…"] if len(known) > _TOLD else [])))
    session.warn(
        count(
            "{n} new row already exists and was not added again (line {lines}).",
            "{n} new rows already exist and were not added again (lines {lines}).",
            len(known),
            lines=lines,
        )
    )
    session.warn(msg("To add such rows all the same: {command}", command=Ref("tracker import … --again")))
