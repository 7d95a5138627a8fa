"""What each option and argument can be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli import candidate_sources as sources
from tracker.cli.candidate_sources import FILES, Source
from tracker.cli.completion_names import Candidate
from tracker.cli.completion_script import SCRIPTS
from tracker.cli.edit_fields import EDITABLE, clearable
from tracker.model.codes import normal_code
from tracker.model.initiative import Initiative
from tracker.model.papers import TAKES_EVIDENCE
from tracker.model.tracker import TABLE_OF_TYPE, TABLES
from tracker.settings import KEYS
from tracker.store.template import TEMPLATES
from tracker.text.fold import fold

if TYPE_CHECKING:
    from tracker.cli.parser import Parameter
    from tracker.cli.session import Session


class Place(NamedTuple):
    """An option or argument of a command."""

    command: str
    param: "Parameter"


def candidates(session: "Session", place: Place, typed: str, values: Sequence[str]) -> list[Candidate]:
    """What may stand in that place and begins like what is being typed; `values` are the arguments before it."""
    name = place.param.name or ""
    source = _source(place.command, name)
    if source is None:
        return []
    *before, last = typed.replace("،", ",").split(",") if name == "status" else [typed]
    start = "".join(f"{word}," for word in before)
    wanted = {fold(last), fold(normal_code(last, "S"))} if last else {""}
    return [
        found if found is FILES else Candidate(start + found.value, found.meaning)
        for found in source(session, values)
        if found is FILES or (any(fold(found.value).startswith(w) for w in wanted) and found.value not in values)
    ]


def _source(command: str, name: str) -> Source | None:
    if name == "clear":
        return sources.choice(*clearable(command))
    return _SOURCES.get(f"{command} {name}") or _SOURCES.get(name)


LIKE = {
    "step": "steps",
    "activity": "activities",
    "meeting": "meetings",
    "commitment": "commitments",
    "obstacle": "obstacles",
    "lesson": "lessons",
    "indicator": "indicators",
}
# The module and the name of the vocabulary of a parameter, wherever it occurs.
VOCABULARIES = {
    "status": ("status", "Status"),
    "side": ("party", "Side"),
    "confidentiality": ("evidence", "Confidentiality"),
    "audience": ("audience", "Audience"),
    "gate": ("activity", "Gate"),
    "severity": ("obstacle", "Severity"),
    "type_": ("obstacle", "ObstacleType"),
    "priority": ("commitment", "Priority"),
    "level": ("meeting", "Level"),
    "unit": ("indicator", "Unit"),
    "direction": ("indicator", "Direction"),
    "aggregation": ("indicator", "Aggregation"),
    "frequency": ("indicator", "Frequency"),
    "category": ("indicator", "Category"),
    "response": ("review", "Response"),
    "attach kind": ("evidence", "EvidenceKind"),
}
# Where the name of a parameter means something else for each noun.
OF_A_NOUN = {
    "evidence kind": ("evidence", "EvidenceKind"),
    "party kind": ("party", "PartyKind"),
    "activity kind": ("activity", "ActivityType"),
    "activity mode": ("activity", "ActivityMode"),
    "meeting kind": ("meeting", "MeetingKind"),
    "meeting mode": ("meeting", "MeetingMode"),
    "meeting status": ("meeting", "MeetingStatus"),
    "obstacle status": ("obstacle", "ObstacleStatus"),
    "lesson status": ("lesson", "LessonStatus"),
    "indicator level": ("indicator", "ResultLevel"),
    "review kind": ("review", "ReviewKind"),
}

# Steps first; roles and thresholds are not typed by a code.
_ALL = ("steps", *(table for table in TABLES if table not in ("steps", "roles", "thresholds")))

# By the name of a parameter, or of a command and a parameter where it means something else there.
_SOURCES: dict[str, Source] = {
    "code": sources.records(*_ALL),
    "codes": sources.records(*_ALL),
    **{
        f"{command} code": sources.records(TABLE_OF_TYPE[kind])
        for command, (kind, _, _) in EDITABLE.items()
        if kind is not Initiative
    },
    "attach code": sources.records(*TAKES_EVIDENCE),
    "detach code": sources.records(*TAKES_EVIDENCE),
    "detach references": sources.attached,
    "add-party code": sources.choice(),
    "add-obstacle response": sources.choice(),
    "update-obstacle response": sources.choice(),
    "add-measurement code": sources.records("indicators"),
    "verify codes": sources.unverified,
    "step": sources.records("steps"),
    "aspect": sources.records("aspects"),
    "activity": sources.records("activities"),
    "series": sources.records("series"),
    "meeting": sources.records("meetings"),
    "rescheduled_to": sources.records("meetings"),
    "decision": sources.records("meetings", "decisions"),
    "update-step decision": sources.records("decisions"),
    "source": sources.records("decisions", "recommendations", "obstacles", "lessons"),
    "from_": sources.records(*_ALL),
    "applied_in": sources.records(*_ALL),
    "evidence": sources.records("evidence"),
    "minutes": sources.records("evidence"),
    "corrects": sources.records("reviews"),
    "add-recommendation review": sources.records("reviews"),
    **{f"add-{noun} like": sources.records(table) for noun, table in LIKE.items()},
    **{name: sources.vocabulary(*kind) for name, kind in VOCABULARIES.items()},
    **{f"{verb}-{name}": sources.vocabulary(*kind) for name, kind in OF_A_NOUN.items() for verb in ("add", "update")},
    "owner": sources.offices,
    "support": sources.offices,
    "by": sources.offices,
    "lead": sources.offices,
    "theme": sources.themes,
    "strict": sources.choice("yes", "no"),
    "health": sources.choice("amber", "red", "auto"),
    "references": sources.files,
    "file": sources.files,
    "output": sources.files,
    "letterhead": sources.files,
    "db": sources.files,
    "list kind": sources.record_kinds,
    "sort": sources.sort_keys,
    "report kind": sources.documents,
    "format_": sources.formats,
    "template": sources.choice(*TEMPLATES),
    "export kind": sources.sheet_kinds,
    "import kind": sources.sheet_kinds,
    "action": sources.choice("make", "list", "restore"),
    "name": sources.backups,
    "install_completion": sources.choice(*SCRIPTS),
    "show_completion": sources.choice(*SCRIPTS),
    "key": sources.settings,
    "value": sources.setting_values,
    "revision": sources.revisions,
    **{key: sources.choice(*allowed) for key, (allowed, _) in KEYS.items() if allowed},
}
