"""The lists and pages of aspects."""

from typing import Any

from tracker.message import msg
from tracker.model.records.aspects import Aspect
from tracker.model.state.assessment import AspectState
from tracker.reports.kinds import work
from tracker.reports.kinds.kind import Kind, Seen, Shown, figures, plain, refs
from tracker.reports.report import Colour, Verbatim, Word
from tracker.reports.values import progress_cell


def _state(seen: Seen, aspect: Aspect) -> AspectState:
    return seen.assessment.aspects[aspect.id]


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
    }


KIND: Kind[Aspect] = Kind(
    name="aspects",
    heading=msg("Aspects of the memorandum"),
    empty=msg("No aspect matches."),
    columns=[
        Shown("name", msg("Aspect"), lambda _, aspect: Verbatim(aspect.name), flexible=True, letters=18),
        Shown("details", value=lambda _, aspect: Verbatim(aspect.details), rank=1, flexible=True),
        Shown("steps", value=lambda seen, aspect: refs(_state(seen, aspect).steps)),
        Shown("progress", value=lambda seen, aspect: progress_cell(_state(seen, aspect).figures)),
        Shown("health", value=lambda seen, aspect: Colour(_state(seen, aspect).health)),
    ],
    facts=[
        *("name", "details"),
        Shown("status", value=lambda seen, aspect: Word(_state(seen, aspect).status, "masculine")),
        *("progress", "health", "steps"),
    ],
    data=_data,
    filters=work.FILTERS,
    steps=lambda seen, aspect: _state(seen, aspect).steps,
    aspects=lambda _, aspect: (aspect.id,),
)
