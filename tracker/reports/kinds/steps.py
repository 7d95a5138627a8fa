"""The lists and pages of steps."""

from collections.abc import Iterable
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.status import OPEN
from tracker.model.records.steps import Step, Strength
from tracker.model.state.assessment import left_out
from tracker.model.state.progress import displayed
from tracker.model.state.steps import StepState
from tracker.reports.kinds import kind_of, work
from tracker.reports.kinds.kind import Kind, Seen, Shown, refs
from tracker.reports.report import Block, Many, Note, Notes, Percent, Ref, Value, Verbatim
from tracker.reports.values import told

MOST = 100
"""The activities of a step that are shown with it."""


def _gates(seen: Seen, step: Step) -> Value:
    """The gates that no paper shows, an activity on a line, as far as they can be looked through."""
    from tracker.reports.kinds.activities import gates_without_evidence  # noqa: PLC0415 - only to show one step

    found = ((each.id, gates_without_evidence(seen, each)) for each in seen.tracker.activities_of(step.id))
    lines = [Message("{code}: {gates}", {"code": Ref(name), "gates": gates}) for name, gates in found if gates.values]
    if len(lines) > MOST:
        lines[MOST:] = [msg("and {n} more", n=len(lines) - MOST)]
    return Many(tuple(lines), stacked=True)


def _state(seen: Seen, step: Step) -> StepState:
    return seen.assessment.steps[step.id]


def _dated_progress(seen: Seen, step: Step) -> Percent | None:
    """The declared percentage of the activities that have dates, where others have none (rule 3.12)."""
    found = _state(seen, step)
    return Percent(displayed(found.figures.actual)) if found.figures.left_out else None


def _linked(step: Step, strength: Strength) -> Many:
    return refs(link.aspect for link in step.links if link.strength is strength)


def _data(seen: Seen, step: Step) -> dict[str, Any]:
    state = _state(seen, step)
    own = {
        "activities": [part.activity.id for part in state.activities],
        "left_out": list(left_out(state)),
        "cancellation_effect": _cancellation(state),
    }
    found = work.data(seen, step, (link.aspect for link in step.links), own)
    del found["declared"]  # what its activities make of it is its progress
    return found


def _cancellation(state: StepState) -> dict[str, int] | None:
    """The effect of cancelling on a step's percentage, as displayed; null where nothing is cancelled (rule 3.9)."""
    if state.if_kept is None:
        return None
    removed, kept = displayed(state.figures.declared), displayed(state.if_kept)
    return {"with_cancelled_removed": removed, "if_kept": kept, "effect": removed - kept}


def _blocks(seen: Seen, step: Step) -> Iterable[Block]:
    """The activities of a step, with those that are cancelled, and what evaluations say of it.

    Of very many the first that are still open are shown, and the others counted.
    """
    from tracker.reports.kinds.reviews import judgements  # noqa: PLC0415 - only for `show`

    activities = seen.tracker.activities_of(step.id)
    shown = activities if len(activities) <= MOST else [each for each in activities if each.status in OPEN][:MOST]
    if activities:
        yield kind_of("activities").table(seen, [each.id for each in shown])
    if rest := len(activities) - len(shown):
        all_of_them = {"more": msg("and {n} more", n=rest), "command": Ref(f"tracker list activities --step {step.id}")}
        yield Notes("further", None, (Note(Message("{more}: {command}", all_of_them)),))
    yield from judgements(seen, step.id)


KIND: Kind[Step] = Kind(
    name="steps",
    gender="feminine",
    heading=msg("Joint steps"),
    empty=msg("No step matches."),
    added_by="add-step",
    columns=[
        Shown("title", msg("Step"), lambda _, step: Verbatim(step.title), flexible=True, letters=24),
        *(work.STATUS, work.PROGRESS, work.HEALTH, work.OWNER, work.DUE, work.UPDATED),
    ],
    facts=[
        Shown("title", value=lambda _, step: Verbatim(step.title)),
        *("status", work.REASON, "decision", "progress"),
        Shown("gates_without_evidence", msg("Gates without evidence"), _gates),
        *(work.EXPECTED, work.VARIANCE),
        Shown("dated_progress", msg("Declared for work with dates"), _dated_progress),
        Shown("left_out", msg("Without dates, left out"), lambda seen, step: refs(left_out(_state(seen, step)))),
        work.ALL_REASONS,
        Shown("concern", value=lambda _, step: told(step.concern_reason)),
        Shown("weight", value=lambda _, step: Percent(step.weight)),
        *work.PLAN,
        work.THEMES,
        Shown("primary_aspects", msg("Primary aspect"), lambda _, step: _linked(step, Strength.PRIMARY)),
        Shown("secondary_aspects", msg("Secondary aspects"), lambda _, step: _linked(step, Strength.SECONDARY)),
        work.OBSTACLES,
        Shown("meetings", value=lambda seen, s: refs(m.id for m in seen.tracker.meetings.values() if s.id in m.steps)),
    ],
    data=_data,
    blocks=_blocks,
    filters=work.FILTERS,
    due=work.planned,
    steps=lambda _, step: (step.id,),
)
