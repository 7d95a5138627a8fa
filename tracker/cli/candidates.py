"""What each option and argument can be: live codes with titles, words of the vocabularies, settings, files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.completion_names import Candidate, kinds
from tracker.cli.completion_script import SCRIPTS
from tracker.model.codes import normal_code
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.settings import KEYS
from tracker.text.fold import fold

if TYPE_CHECKING:
    from enum import StrEnum

    import click

    from tracker.cli.session import Session

LAST_REVISIONS = 20


FILES = Candidate(":files")


class Place(NamedTuple):
    """An option or argument of a command."""

    command: str
    param: "click.Parameter"


def candidates(session: "Session", place: Place, typed: str, values: Sequence[str]) -> list[Candidate]:
    """What may stand in that place and begins like what is being typed; `values` are the arguments before it."""
    name = place.param.name or ""
    source = _SOURCES.get(f"{place.command} {name}") or _SOURCES.get(name)
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


Source = Callable[["Session", Sequence[str]], Iterable[Candidate]]


def _records(*tables: str) -> Source:
    def found(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
        tracker = session.store.load()
        for table in tables:
            for code, record in tracker.tables.get(table, {}).items():
                yield Candidate(code, _name(session, record))

    return found


def _name(session: "Session", record: Any) -> str:
    for field in ("title", "name", "reference"):
        text = getattr(record, field, None)
        if text:
            return session.words.bare(text)
    return ""


def _unverified(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    for code, paper in session.store.load().evidence.items():
        if paper.verified_on is None:
            yield Candidate(code, paper.reference)


def _offices(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    tracker: Tracker = session.store.load()
    for code, party in tracker.parties.items():
        yield Candidate(code, _name(session, party))
        for role in tracker.roles.values():
            yield Candidate(f"{code}/{role.id}", f"{_name(session, party)} – {_name(session, role)}")


def _words(module: str, name: str) -> Source:
    """The slugs of a vocabulary of the model with the reader's words; and these words, for those who type them."""

    def found(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
        from tracker.views.vocabulary import word_for  # noqa: PLC0415 - only for this kind of place

        kind: type[StrEnum] = getattr(import_module(f"tracker.model.{module}"), name)
        for member in kind:
            slug, word = member.value.replace("_", "-"), session.words.bare(word_for(member))
            yield Candidate(slug, word)
        for member in kind:
            word = session.words.bare(word_for(member))
            if not word.isascii() and " " not in word:
                yield Candidate(word, member.value.replace("_", "-"))

    return found


def _choice(*words: str) -> Source:
    return lambda _, __: [Candidate(word) for word in words]


def _files(_: "Session", __: Sequence[str]) -> list[Candidate]:
    return [FILES]


def _kinds(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    from tracker.reports.lists import KINDS  # noqa: PLC0415 - only for this place

    return kinds(KINDS, session.words.lang)


def _sort_keys(_: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    from tracker.reports.sorting import keys_of  # noqa: PLC0415 - only for this place

    return (Candidate(key) for key in sorted(keys_of(values[0] if values else "steps")))


def _settings(_: "Session", __: Sequence[str]) -> Iterator[Candidate]:
    from tracker.cli.config import COMPLETION, THRESHOLDS  # noqa: PLC0415 - only for this place

    for key in (*KEYS, *THRESHOLDS, COMPLETION):
        yield Candidate(key)


def _setting_values(session: "Session", values: Sequence[str]) -> Iterable[Candidate]:
    if values[:1] == ["completion"]:
        return [Candidate(shell) for shell in SCRIPTS]
    if values[:1] == ["by"]:
        return _offices(session, values)
    if values[:1] == ["db"]:
        return [FILES]
    return [Candidate(word) for word in KEYS.get(values[0] if values else "", ((), ""))[0]]


def _backups(session: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    from tracker.store.backups import list_backups  # noqa: PLC0415 - only for this place

    if values[:1] == ["restore"]:
        for backup in reversed(list_backups(session.path)):
            yield Candidate(backup.name)


def _revisions(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    for revision in islice(session.store.revisions(newest_first=True), LAST_REVISIONS):
        codes = " ".join(sorted({change.code for change in revision.changes}))
        yield Candidate(str(revision.number), session.words.bare(Ref(f"{revision.command} {codes}")))


def _themes(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    from tracker.reports.themes import THEMES  # noqa: PLC0415 - only for this place

    for slug, word in THEMES.items():
        yield Candidate(slug.replace("_", "-"), session.words.bare(word))


def _documents(session: "Session") -> Iterator[Candidate]:
    from tracker.reports.documents import DOCUMENTS  # noqa: PLC0415 - only for this place

    return kinds(tuple(DOCUMENTS), session.words.lang)


def _formats() -> list[Candidate]:
    from tracker.views.formats import FORMATS  # noqa: PLC0415 - only for this place

    return [Candidate(form) for form in FORMATS]


_ALL = ("steps", "activities", "aspects", "meetings", "obstacles", "evidence", "parties", "initiative")

# By the name of a parameter, or of a command and a parameter where it means something else there.
_SOURCES: dict[str, Source] = {
    "code": _records(*_ALL),
    "codes": _records(*_ALL),
    "update-step code": _records("steps"),
    "update-activity code": _records("activities"),
    "update-aspect code": _records("aspects"),
    "attach code": _records("steps", "activities", "aspects", "meetings", "obstacles", "initiative"),
    "add-party code": lambda _, __: (),
    "verify codes": _unverified,
    "step": _records("steps"),
    "aspect": _records("aspects"),
    "evidence": _records("evidence"),
    "references": _files,
    "file": _files,
    "output": _files,
    "db": _files,
    "status": _words("status", "Status"),
    "side": _words("party", "Side"),
    "attach kind": _words("evidence", "EvidenceKind"),
    "add-party kind": _words("party", "PartyKind"),
    "confidentiality": _words("evidence", "Confidentiality"),
    "owner": _offices,
    "by": _offices,
    "gate": _words("activity", "Gate"),
    "add-activity kind": _words("activity", "ActivityType"),
    "update-activity kind": _words("activity", "ActivityType"),
    "add-activity mode": _words("activity", "ActivityMode"),
    "update-activity mode": _words("activity", "ActivityMode"),
    "add-activity like": _records("activities"),
    "add-step like": _records("steps"),
    "update-indicator code": _records("indicators"),
    "add-measurement code": _records("indicators"),
    "add-indicator like": _records("indicators"),
    **{
        f"{command} {name}": _words("indicator", kind)
        for command in ("add-indicator", "update-indicator")
        for name, kind in {
            "level": "ResultLevel",
            "unit": "Unit",
            "direction": "Direction",
            "aggregation": "Aggregation",
            "frequency": "Frequency",
            "category": "Category",
        }.items()
    },
    "strict": _choice("yes", "no"),
    "update-review code": _records("reviews"),
    "add-recommendation review": _records("reviews"),
    "update-recommendation code": _records("recommendations"),
    "add-review kind": _words("review", "ReviewKind"),
    "corrects": _records("reviews"),
    "response": _words("review", "Response"),
    "lead": _offices,
    "theme": _themes,
    "health": _choice("amber", "red", "auto"),
    "list kind": _kinds,
    "sort": _sort_keys,
    "report kind": lambda session, _: _documents(session),
    "format_": lambda _, __: _formats(),
    "audience": _words("audience", "Audience"),
    "meeting": _records("meetings"),
    "template": _choice("article", "blank"),
    "action": _choice("make", "list", "restore"),
    "name": _backups,
    "key": _settings,
    "value": _setting_values,
    "revision": _revisions,
    "redact revision": _revisions,
    **{key: _choice(*allowed) for key, (allowed, _) in KEYS.items() if allowed},
}
