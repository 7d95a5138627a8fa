"""The sources of candidates at the cursor: codes with titles, words of the vocabularies, settings, files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.completion.script import SCRIPTS
from tracker.cli.input.choice_words import Candidate
from tracker.model.records.codes import order_among
from tracker.model.records.rows import Unread
from tracker.model.tracker import Tracker
from tracker.reports.report import Day, Ref
from tracker.settings import KEYS
from tracker.store.unread import Titled

if TYPE_CHECKING:
    from tracker.cli.session import Session

LAST_REVISIONS = 20

FILES = Candidate(":files")


class Named(NamedTuple):
    """A record that may stand there; its title is put into words where it is asked for: of thousands few are shown."""

    value: str
    record: Any
    session: "Session"

    @property
    def meaning(self) -> str:
        """The title, for the reader."""
        return _name(self.session, self.record)


Offered = Candidate | Named
Source = Callable[["Session", Sequence[str]], Iterable[Offered]]


def records(*tables: str) -> Source:
    """The codes of these tables with their titles."""

    def found(session: "Session", _: Sequence[str]) -> Iterator[Named]:
        tracker = session.store.load()
        for table in tables:
            rows = tracker.tables.get(table, {})
            titled = rows.parts(Titled) if isinstance(rows, Unread) and not rows.opened else None
            for record in rows.values() if titled is None else sorted(titled, key=lambda each: order_among(each.id)):
                yield Named(record.id, record, session)

    return found


def _name(session: "Session", record: Any) -> str:
    for field in ("title", "name", "reference", "text"):
        text = record.words(field) if isinstance(record, Titled) else getattr(record, field, None)
        if text:
            return session.words.bare(text)
    if getattr(record, "period_start", None):
        from tracker.reports.values import span  # noqa: PLC0415 - of evaluations alone, which have no title

        return session.words.bare(span(Day(record.period_start), Day(record.period_end)))
    return ""


def unverified(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """The evidence that nobody has verified."""
    for code, paper in session.store.load().evidence.items():
        if paper.verified_on is None:
            yield Candidate(code, paper.reference)


def attached(session: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    """The evidence of the record that was named."""
    tracker: Tracker = session.store.load()
    for paper in tracker.evidence_of(tracker.find(values[0])[1].id) if values else ():
        yield Candidate(paper.id, paper.reference)


def offices(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """The parties, and each with every role."""
    tracker: Tracker = session.store.load()
    for code, party in tracker.parties.items():
        yield Candidate(code, _name(session, party))
        for role in tracker.roles.values():
            yield Candidate(f"{code}/{role.id}", f"{_name(session, party)} – {_name(session, role)}")


def files(_: "Session", __: Sequence[str]) -> list[Candidate]:
    """The names of files, which the shell knows best."""
    return [FILES]


def setting_values(session: "Session", values: Sequence[str]) -> Iterable[Candidate]:
    """The values that the setting that was named can have."""
    if values[:1] == ["completion"]:
        return [Candidate(shell) for shell in SCRIPTS]
    if values[:1] == ["by"]:
        return offices(session, values)
    if values[:1] == ["db"]:
        return [FILES]
    return [Candidate(word) for word in KEYS.get(values[0] if values else "", ((), ""))[0]]


def views(session: "Session", _: Sequence[str]) -> Iterator[Candidate]:
    """The views that are kept, each with its line."""
    for name, line in session.settings.views.items():
        yield Candidate(name, line)


def backups(session: "Session", values: Sequence[str]) -> Iterator[Candidate]:
    """The backups, newest first."""
    from tracker.store.file.backups import list_backups  # noqa: PLC0415 - only for this place

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
    from tracker.reports.vocabulary import THEMES  # noqa: PLC0415 - only for this place

    for slug, word in THEMES.items():
        yield Candidate(slug.replace("_", "-"), session.words.bare(word))
