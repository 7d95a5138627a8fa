"""What can stand at the cursor, by sort of place: codes with titles, words of the vocabularies, settings, files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from tracker.cli.completion_names import Candidate, kinds
from tracker.cli.completion_script import SCRIPTS
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.settings import KEYS

if TYPE_CHECKING:
    from enum import StrEnum

    from tracker.cli.session import Session

LAST_REVISIONS = 20

FILES = Candidate(":files")

Source = Callable[["Session", Sequence[str]], Iterable[Candidate]]


def records(*tables: str) -> Source:
    """The codes of these tables with their titles."""

    def found(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
        tracker = session.store.load()
        for table in tables:
            for code, record in tracker.tables.get(table, {}).items():
                yield Candidate(code, _name(session, record))

    return found


def _name(session: "Session", record: Any) -> str:
    for field in ("title", "name", "reference", "text"):
        text = getattr(record, field, None)
        if text:
            return session.words.bare(text)
    return ""


def unverified(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """Papers that nobody has verified."""
    for code, paper in session.store.load().evidence.items():
        if paper.verified_on is None:
            yield Candidate(code, paper.reference)


def attached(session: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    """The papers of the record that was named."""
    tracker: Tracker = session.store.load()
    for paper in tracker.papers_of(tracker.find(values[0])[1].id) if values else ():
        yield Candidate(paper.id, paper.reference)


def offices(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """Parties, and each with every role."""
    tracker: Tracker = session.store.load()
    for code, party in tracker.parties.items():
        yield Candidate(code, _name(session, party))
        for role in tracker.roles.values():
            yield Candidate(f"{code}/{role.id}", f"{_name(session, party)} – {_name(session, role)}")


def vocabulary(module: str, name: str) -> Source:
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


def choice(*words: str) -> Source:
    """These words."""
    return lambda _, __: [Candidate(word) for word in words]


def files(_: "Session", __: Sequence[str]) -> list[Candidate]:
    """Names of files, which the shell knows best."""
    return [FILES]


def record_kinds(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """What `list` knows."""
    from tracker.reports.lists import KINDS  # noqa: PLC0415 - only for this place

    return kinds(KINDS, session.words.lang)


def sheet_kinds(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """What can be a spreadsheet."""
    from tracker.cli.sheets.kinds import KINDS  # noqa: PLC0415 - only for this place

    return kinds(tuple(KINDS), session.words.lang)


def sort_keys(_: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    """The columns of the kind that was named."""
    from tracker.reports.sorting import keys_of  # noqa: PLC0415 - only for this place

    return (Candidate(key) for key in sorted(keys_of(values[0] if values else "steps")))


def settings(_: "Session", __: Sequence[str]) -> Iterator[Candidate]:
    """Preferences and thresholds."""
    from tracker.cli.config import COMPLETION, THRESHOLDS  # noqa: PLC0415 - only for this place

    for key in (*KEYS, *THRESHOLDS, COMPLETION):
        yield Candidate(key)


def setting_values(session: "Session", values: Sequence[str]) -> Iterable[Candidate]:
    """What the setting that was named can be."""
    if values[:1] == ["completion"]:
        return [Candidate(shell) for shell in SCRIPTS]
    if values[:1] == ["by"]:
        return offices(session, values)
    if values[:1] == ["db"]:
        return [FILES]
    return [Candidate(word) for word in KEYS.get(values[0] if values else "", ((), ""))[0]]


def backups(session: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    """Backups, newest first."""
    from tracker.store.backups import list_backups  # noqa: PLC0415 - only for this place

    if values[:1] == ["restore"]:
        for backup in reversed(list_backups(session.path)):
            yield Candidate(backup.name)


def revisions(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """The last revisions with what they changed."""
    for revision in islice(session.store.revisions(newest_first=True), LAST_REVISIONS):
        codes = " ".join(sorted({change.code for change in revision.changes}))
        yield Candidate(str(revision.number), session.words.bare(Ref(f"{revision.command} {codes}")))


def themes(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """The themes of steps and activities."""
    from tracker.reports.themes import THEMES  # noqa: PLC0415 - only for this place

    for slug, word in THEMES.items():
        yield Candidate(slug.replace("_", "-"), session.words.bare(word))


def documents(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """The reports."""
    from tracker.reports.documents import DOCUMENTS  # noqa: PLC0415 - only for this place

    return kinds(tuple(DOCUMENTS), session.words.lang)


def formats(_: "Session", __: Sequence[str]) -> list[Candidate]:
    """What reports can be written as."""
    from tracker.views.formats import FORMATS  # noqa: PLC0415 - only for this place

    return [Candidate(form) for form in FORMATS]
