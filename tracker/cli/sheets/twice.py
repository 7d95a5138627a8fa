"""New rows that the tracker has already, as where one sheet is imported a second time."""

from collections import Counter
from typing import Any

from tracker.cli.session import Session
from tracker.cli.sheets.kinds import IDENTITY, REVISION, Kind, kind_called, records_of
from tracker.cli.sheets.pages import Part
from tracker.frozen import replace
from tracker.message import count, msg
from tracker.model.tracker import Tracker
from tracker.reports.report import Many, Ref
from tracker.text.input.fold import fold
from tracker.text.sheets.sheet_text import Row

_WORDS = ("title", "text", "name", "reference")
_PLACES = ("step", "source", "meeting", "review", "series", "date", "indicator")
"""The columns that tell two records apart beside their words: their place in the programme, and their day."""
_TOLD = 10


def without_known(session: Session, tracker: Tracker, part: Part) -> Part:
    """The part without new rows that are there already, which is told with the way to add them all the same."""
    kind = kind_called(part.kind)
    names = [name for name in part.sheet.headings if name.rpartition("_")[0] in _WORDS or name in (*_WORDS, *_PLACES)]
    if part.kind in ("measurements", "evidence") or not any(name not in _PLACES for name in names):
        return part  # a period is measured once, and a paper known by its reference
    there = Counter(_key(kind, names, tracker, record) for record in records_of(tracker, part.kind))
    kept, known = list[Row](), list[Row]()
    for row in part.sheet.rows:
        cells = dict(zip(part.sheet.headings, row.cells, strict=False))
        key = tuple(fold(cells.get(name, "")) for name in names)
        new = not any(cells.get(name) for name in (*kind.key, IDENTITY, REVISION))
        (known if new and there[key] else kept).append(row)
        there[key] -= new and there[key] > 0
    if known:
        _tell(session, known)
    return replace(part, sheet=replace(part.sheet, rows=tuple(kept)))


def _key(kind: Kind, names: list[str], tracker: Tracker, record: Any) -> tuple[str, ...]:
    return tuple(fold(kind.column(name).cell(tracker, record)) for name in names)


def _tell(session: Session, known: list[Row]) -> None:
    lines = Many(tuple(Ref(str(row.line)) for row in known[:_TOLD]))
    session.warn(
        count(
            "{n} new row is there already and was not added again (line {lines}).",
            "{n} new rows are there already and were not added again (lines {lines}, …).",
            len(known),
            lines=lines,
        )
    )
    session.warn(msg("To add such rows all the same: {command}", command=Ref("tracker import … --again")))
