"""The page of the initiative."""

from collections.abc import Callable
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.initiatives import Initiative, IssuedBrief, LegalInstrument
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Kind, Seen, Shown, plain
from tracker.reports.report import Colour, Day, Many, Ref, Value, Word
from tracker.reports.values import figures, progress_cell


def _of_the_memorandum(key: str, label: Message | None, value: Callable[[LegalInstrument], Value]) -> Shown[Initiative]:
    """A fact of the memorandum, where there is one."""
    return Shown(key, label, lambda _, it: value(it.legal_instrument) if it.legal_instrument else None)


def data(tracker: Tracker, state: Assessment) -> dict[str, Any]:
    """The initiative with its totals, for programs; `red_weight_share` is a share of weight, 0 to 1."""
    return {
        **plain(tracker.initiative),
        **figures(state.figures),
        "status": state.status.value,
        "health": state.health.value,
        "red_weight_share": float(state.red_share),
    }


def _party(seen: Seen, code: str) -> Value:
    party = seen.tracker.parties.get(code)
    return party.name if party else code


def _brief(brief: IssuedBrief) -> Message:
    """An issued brief by its day, with its number where it has one."""
    if brief.number:
        return msg("{day}, no. {number}", day=Day(brief.date), number=Ref(brief.number))
    return Message("{day}", {"day": Day(brief.date)})


KIND: Kind[Initiative] = Kind(
    name="initiative",
    gender="feminine",
    facts=[
        *("title", "objective", "policy_context", "expected_impact"),
        _of_the_memorandum("legal_instrument", None, lambda it: msg("signed") if it.signed else msg("not signed")),
        _of_the_memorandum("number", msg("Number of the memorandum"), lambda it: it.number or msg("unknown")),
        _of_the_memorandum("date", msg("Date of the memorandum"), lambda it: Day(it.date)),
        _of_the_memorandum("purpose", msg("Purpose of the memorandum"), lambda it: it.purpose),
        _of_the_memorandum("role", msg("Role of the memorandum"), lambda it: it.role),
        _of_the_memorandum("scope", msg("Scope of the memorandum"), lambda it: Many(tuple(it.scope), stacked=True)),
        Shown("parties", value=lambda seen, it: Many(tuple(_party(seen, code) for code in it.parties))),
        *("owner", "planned_start", "planned_end"),
        Shown("briefs", value=lambda _, it: Many(tuple(_brief(brief) for brief in it.briefs), stacked=True)),
        Shown("status", value=lambda seen, _: Word(seen.assessment.status)),
        Shown("progress", value=lambda seen, _: progress_cell(seen.assessment.figures)),
        Shown("health", value=lambda seen, _: Colour(seen.assessment.health, seen.assessment.reasons)),
    ],
    data=lambda seen, _: data(seen.tracker, seen.assessment),
)
