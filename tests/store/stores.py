"""A store in a folder of its own, and commands on it without a terminal."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.store.places import Place
from tracker.frozen import replace
from tracker.model.changes import evidence, initiatives, links, parties, reviews, steps
from tracker.model.changes.initiatives import InitiativeChange
from tracker.model.changes.steps import StepChange
from tracker.model.history.documents import Documents
from tracker.model.records.aspects import Aspect
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.parties import PartyKind, Side
from tracker.model.records.steps import Strength
from tracker.model.state import periods
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.store.act import Act, Outcome
from tracker.store.open import open_store
from tracker.store.store import Store
from tracker.store.template import template_state

DAY = date(2026, 3, 31)
NOON = datetime(2026, 3, 31, 10, tzinfo=UTC)
Change = Callable[[Tracker], Tracker]


def article(place: Path | Place) -> Store:
    """The article's tracker at a place where nobody has written yet."""
    return open_store(place, named=False) if isinstance(place, Path) else place.store()


def fictional(path: Path) -> Store:
    """A tracker with the fictional programme, in which every kind of record is, and an evaluation that was begun."""
    store = open_store(path, named=False)
    store.create(act("init"), template_state("demo"))
    period = periods.period_of("2026-Q1")

    def begun(tracker: Tracker) -> Tracker:
        return reviews.add(tracker, period, reviews.ReviewChange(figures=figures_of(tracker, period.end)), DAY)

    change(store, begun, command="add-review")
    return store


def act(command: str = "update-step", *, day: date = DAY, by: str = "LY", **fields: Any) -> Act:
    return Act(command, by, datetime(day.year, day.month, day.day, 10, tzinfo=UTC), **fields)


def change(store: Store, fn: Change, *, day: date = DAY, **fields: Any) -> Outcome:
    return store.change(act(day=day, **fields), fn)


def update(code: str = "S1", *, day: date = DAY, **wanted: Any) -> Change:
    return lambda tracker: steps.update(tracker, code, StepChange(**wanted), day)


def attach(code: str, reference: str, *, day: date = DAY) -> Change:
    return lambda tracker: evidence.attach(tracker, code, evidence.Attachment(reference=reference), day)


def verify(code: str, office: str, *, day: date = DAY) -> Change:
    return lambda tracker: evidence.verify(tracker, code, Office(*office.split("/")), day)


def link(step: str, aspect: str, strength: Strength | None, *, day: date = DAY) -> Change:
    return lambda tracker: links.set_link(tracker, step, aspect, strength, day)


def add_party(code: str, *, day: date = DAY) -> Change:
    return lambda t: parties.add_party(t, code, Localized("طرف"), PartyKind.AGENCY, Side.JOINT, day)


def documents_of(store: Store) -> Documents:
    """Every document as it stands, read now: of a server what is read later is what stands then."""
    return {table: {code: dict(row) for code, row in rows.items()} for table, rows in store.state().documents.items()}


def content(store: Store) -> Documents:
    """What the records say, without the numbers of their revisions and without empty tables."""
    rows = store.state().documents
    return {
        table: {code: {k: v for k, v in doc.items() if k != "rev"} for code, doc in docs.items()}
        for table, docs in rows.items()
        if docs
    }


def translate(code: str, name: str, *, day: date = DAY) -> Change:
    def changed(tracker: Tracker) -> Tracker:
        aspect = tracker.get(Aspect, code)
        return tracker.put(replace(aspect, name=replace(aspect.name, tr=name)), day)

    return changed


def plan(office: str, start: date, *, day: date = DAY) -> Change:
    wanted = InitiativeChange(owner=Office(*office.split("/")), planned_start=start, reason="اتفاق")
    return lambda tracker: initiatives.update(tracker, wanted, day)


def limit(name: str, value: int, *, day: date = DAY) -> Change:
    return lambda tracker: tracker.put(replace(tracker.thresholds, **{name: value}), day)
