"""The four figures of the brief: declared, evidenced, expected, and the change since the last brief."""

from typing import Any

from tracker.message import Message, msg, msg_in
from tracker.model.records.initiatives import IssuedBrief
from tracker.model.state.briefs import last_brief
from tracker.model.state.figures import Figures as State
from tracker.model.state.progress import displayed
from tracker.reports.documents.framed import freshness
from tracker.reports.documents.request import Request
from tracker.reports.kinds.kind import Seen
from tracker.reports.parts import Figure, Figures
from tracker.reports.report import Colour, Day, Percent, Points
from tracker.reports.values import expected_cell, points_cell


def position(request: Request, seen: Seen) -> Figures:
    """The position in figures, with the last brief by name and day."""
    found, last = seen.assessment.figures, last_brief(request.tracker, request.day, request.office)
    more: tuple[tuple[str, Any], ...] = (
        ("variance", points_cell(found)),
        ("dated_weight", Percent(displayed(found.dated * 100)) if found else None),
        ("health", Colour(seen.assessment.health, seen.assessment.reasons)),
        ("last_brief", last),
        ("freshness", freshness(request.tracker, request.day)),
    )
    return Figures("position", None, (*_figures(found), _change(found, last)), more)


def _figures(found: State | None) -> tuple[Figure, ...]:
    declared = Percent(displayed(found.declared)) if found else None
    evidenced = Percent(displayed(found.evidenced)) if found else None
    expected = expected_cell(found)
    undated = _undated(found) if expected else msg("[no planned dates]")
    return (
        Figure("declared", msg_in("figure", "Declared as done"), declared),
        Figure("evidenced", msg_in("figure", "Evidenced"), evidenced),
        Figure("expected", msg_in("figure", "Expected today"), expected, undated),
    )


def _undated(found: State | None) -> Message | None:
    """Say of what part the expected percentage is, where work without dates is left out (rule 3.12)."""
    if found is None or not found.left_out:
        return None
    share, declared = Percent(displayed(found.dated * 100)), Percent(displayed(found.actual))
    return msg(
        "for the {share} of the weight that has dates; declared there {declared}", share=share, declared=declared
    )


def _change(found: State | None, last: IssuedBrief | None) -> Figure:
    """The points since the last brief: of what is declared in large, of what is evidenced beside it."""
    if last is None or found is None or last.declared is None:
        return Figure("change", msg("Change since the last brief"), None, msg("[no earlier brief on record]"))
    evidenced = Points(displayed(found.evidenced) - (last.evidenced or 0))
    label = msg("Since the brief of {day}", day=Day(last.date))
    note = msg("declared; evidenced {points}", points=evidenced)
    return Figure("change", label, Points(displayed(found.declared) - last.declared), note)
