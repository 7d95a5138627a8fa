"""The lists and pages of aspects."""

from collections.abc import Iterator
from typing import Any

from tracker.message import msg
from tracker.model.records.aspects import Aspect
from tracker.model.state.assessment import AspectState
from tracker.reports.kinds import kind_of, work
from tracker.reports.kinds.kind import Kind, Seen, Shown, plain, refs
from tracker.reports.report import Block, Colour, Verbatim, Word
from tracker.reports.values import figures, progress_cell


def _state(seen: Seen, aspect: Aspect) -> AspectState:
    return seen.assessment.aspects[aspect.id]


_JUDGED_BY = ("lessons", "series", "meetings")
"""The kinds of records, beside steps, by which an aspect is judged (rules 4.7 and 13.4)."""


def _codes(seen: Seen, aspect: Aspect, table: str) -> list[str]:
    """The codes of the records of a table that count to an aspect."""
    aspects = kind_of(table).aspects
    rows = seen.tracker.tables.get(table, {})
    return [code for code, record in rows.items() if aspects and aspect.id in aspects(seen, record)]


def _judged_by(seen: Seen, aspect: Aspect) -> Iterator[Block]:
    """The tables of the lessons, series and meetings that count to it."""
    for table in _JUDGED_BY:
        if codes := _codes(seen, aspect, table):
            yield kind_of(table).table(seen, codes)


def _colour(seen: Seen, aspect: Aspect) -> Colour:
    state = _state(seen, aspect)
    return Colour(state.health, state.reasons)


def _data(seen: Seen, aspect: Aspect) -> dict[str, Any]:
    """The stored fields and what follows from its steps; `title` is its name, as steps have one."""
    state, stored = _state(seen, aspect), plain(aspect)
    return {
        **stored,
        "title": stored["name"],
        **figures(state.figures),
        "status": state.status.value,
        "health": state.health.value,
        "steps": list(state.steps),
        **{table: _codes(seen, aspect, table) for table in _JUDGED_BY},
    }


KIND: Kind[Aspect] = Kind(
    name="aspects",
    heading=msg("Aspects of the memorandum"),
    empty=msg("No aspect matches."),
    added_by="add-aspect",
    columns=[
        Shown("name", msg("Aspect"), lambda _, aspect: Verbatim(aspect.name), flexible=True, letters=18),
        Shown("details", value=lambda _, aspect: Verbatim(aspect.details), rank=1, flexible=True),
        Shown("steps", value=lambda seen, aspect: refs(_state(seen, aspect).steps)),
        Shown("progress", value=lambda seen, aspect: progress_cell(_state(seen, aspect).figures)),
        Shown("health", value=_colour),
    ],
    facts=[
        *("name", "details"),
        Shown("status", value=lambda seen, aspect: Word(_state(seen, aspect).status, "masculine")),
        *("progress", "health", "steps"),
    ],
    data=_data,
    blocks=_judged_by,
    filters=work.FILTERS,
    steps=lambda seen, aspect: _state(seen, aspect).steps,
    aspects=lambda _, aspect: (aspect.id,),
)
