"""Copies of one tracker on several laptops, on which random legal commands are carried out, and their exchange."""

import json
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from tests.store.desk_commands import Desired
from tests.store.stores import DAY, act, change
from tracker import errors
from tracker.model.changes import (
    activities,
    commitments,
    decisions,
    evidence,
    indicators,
    lessons,
    links,
    obstacles,
    removal,
    series,
    steps,
)
from tracker.model.changes.activities import ActivityChange
from tracker.model.changes.commitments import CommitmentChange
from tracker.model.changes.indicators import IndicatorChange, NewMeasurement
from tracker.model.changes.lessons import LessonChange
from tracker.model.changes.obstacles import ObstacleChange
from tracker.model.changes.series import SeriesChange
from tracker.model.changes.steps import StepChange
from tracker.model.history.revision import Revision
from tracker.model.joining.conflict import Choose, Conflict
from tracker.model.records.activities import Gate
from tracker.model.records.evidence import Confidentiality, EvidenceKind
from tracker.model.records.indicators import ResultLevel, Unit
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import ObstacleStatus, ObstacleType, Severity
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Strength
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.exchange.copies import read_copy
from tracker.store.exchange.export import counterpart_export
from tracker.store.exchange.joining import OPEN, Comparison, carry_out, compare
from tracker.store.exchange.pair import Incoming
from tracker.store.open import open_store
from tracker.store.redacting import redact
from tracker.store.revisions import revision_document
from tracker.store.state import State
from tracker.store.store import Store

Random = random.Random


SECRET = "secret of "


class Desk:
    """A copy of the office that works on it, in a file of its own, or on a server at that address."""

    def __init__(
        self, path: Path, office: str, like: "Desk | None" = None, *, withholding: bool = False, address: str = ""
    ) -> None:
        self.path, self.office, self.withholding, self.address = path, office, withholding, address
        self._shared: Store | None = None
        if like is not None and not withholding:
            shutil.copy(like.store.engine.back_up().path, path)
        elif like is not None:
            begun = like.file()
            lines = [revision_document(each) for each in begun.revisions]
            self.store.create(act("init", by=office), begun.state, lines)

    @property
    def store(self) -> Store:
        """The store as a command opens it."""
        if not self.address:
            return open_store(self.path, named=self.path.exists())
        self._shared = self._shared or open_store(self.path, named=False, address=self.address)
        return self._shared  # a server has so many connections and no more

    @property
    def head(self) -> str:
        return self.store.state().standing.head

    def revisions(self) -> dict[str, Revision]:
        return {each.hash: each for each in self.store.revisions()}

    def file(self) -> Incoming:
        """The file that is handed over: everything, or what the other desks may see."""
        store = self.store
        if self.withholding:
            return read_copy(self.written(), self.path.name)
        return Incoming(_read_now(store.state()), tuple(store.revisions(after=-1)), self.path.name)

    def written(self) -> bytes:
        """The file for the other desks, as it is written."""
        store = self.store
        return json.dumps(counterpart_export(store, store.state())[0], ensure_ascii=False).encode()

    def take(self, incoming: Incoming, choose: Choose, day: date = DAY) -> Comparison:
        return taken(self.store, act("merge", by=self.office, day=day), incoming, choose)

    def work(self, rnd: Random, day: date) -> None:
        """One random command; what the rules refuse changes nothing."""
        store = self.store
        with suppress(errors.TrackerError):
            if rnd.random() < 0.08:
                revisions = [each for each in store.revisions() if each.changes]
                if revisions:
                    store.undo(act("undo", by=self.office, day=day), rnd.choice(revisions))
                return
            if rnd.random() < 0.03:
                redact(store, act("redact", by=self.office, day=day), rnd.choice(list(store.revisions())).number)
                return
            fn = command(rnd, store.load(), day, f"{self.office}-{rnd.randrange(10**9)}", self.office)
            if fn is not None:
                change(store, fn, day=day, by=self.office, note=f"{SECRET}{self.office} {day}.")


def taken(store: "Store", asked: Act, incoming: Incoming, choose: Choose) -> Comparison:
    """The comparison, which is carried out unless a question is open."""
    found = compare(store, asked, incoming, choose)
    if found.result != OPEN:
        carry_out(store, asked, found)
    return found


def copied(store: "Store", name: str) -> Store:
    """A copy of the file by hand, on another laptop."""
    path = store.engine.path.with_name(f"{name}.json")
    shutil.copy(store.engine.back_up().path, path)
    return open_store(path, named=True)


def file_of(store: "Store") -> Incoming:
    return Incoming(_read_now(store.state()), list(store.revisions(after=-1)), store.place)


def _read_now(state: State) -> State:
    """Of a server what is read later is what stands then: whoever goes on writing in this process reads now."""
    assert all(len(rows) >= 0 for rows in state.documents.values())
    return state


def unanswered(_: Conflict) -> int | None:
    return None


def head(store: "Store") -> str:
    return store.state().standing.head


def _one(rnd: Random, codes: object) -> str | None:
    known = list(codes)[: 2 if rnd.random() < 0.5 else None]  # type: ignore[call-overload]  # any mapping of records
    return rnd.choice(known) if known else None


def command(rnd: Random, tracker: Tracker, day: date, token: str, whose: str) -> Callable[[Tracker], Tracker] | None:
    """A change such as a command makes; whether it is legal the rules tell."""
    # Often the same few records: otherwise two desks would seldom change the same thing.
    step = "S1" if rnd.random() < 0.5 else rnd.choice(list(tracker.steps))
    office = Office(rnd.choice(["LY", "TR"]))
    later = day + timedelta(rnd.randrange(1, 90))
    # Few words that come back: what is withheld is the same or another whoever compares it.
    secret = f"{SECRET}{whose} {rnd.randrange(3)}."

    def changed_step(**fields: object) -> Callable[[Tracker], Tracker]:
        return lambda t: steps.update(t, step, StepChange(**fields), day)  # type: ignore[arg-type]  # by name

    def on(table: str) -> str | None:
        return _one(rnd, tracker.tables.get(table, {}))

    def add_activity(t: Tracker) -> Tracker:
        return activities.add(t, step, Localized(token), ActivityChange(planned_start=day, planned_end=later), day)[1]

    def add_step(t: Tracker) -> Tracker:
        return steps.add(t, Localized(token), StepChange(owner=office), day, rnd.choice(list(t.aspects)))[1]

    def attached(t: Tracker) -> Tracker:
        public = rnd.random() < 0.6
        paper = evidence.Attachment(
            reference=f"paper {rnd.randrange(4)}" if public else f"{secret}{token}",
            kind=EvidenceKind.REPORT,
            date=DAY,
            confidentiality=Confidentiality.PUBLIC if public else Confidentiality.INTERNAL,
        )
        record = rnd.choice([step, *t.activities, *t.commitments, *t.obstacles])
        return evidence.attach(t, record, paper, day)

    def indicator(t: Tracker) -> Tracker:
        asked = IndicatorChange(
            title_ar=token, level=ResultLevel.OUTPUT, unit=Unit.ITEM, baseline_value=Decimal(1), baseline_date=DAY
        )
        return indicators.add(t, asked, day)

    def measured(t: Tracker) -> Tracker:
        code, month = _one(rnd, t.indicators), rnd.randrange(1, 4)
        end = date(2026, month, 28)
        paper = evidence.Attachment(reference=f"{secret}{token}")
        value = Decimal(rnd.randrange(50))
        asked = NewMeasurement(period_end=end, value=value, source=paper, note=secret, reason=secret)
        return indicators.measure(t, code or "I1", asked, day)

    changes: list[Callable[[Tracker], Tracker]] = [
        # The reason of a block becomes the title of an obstacle, which is shared.
        changed_step(status=rnd.choice(list(Status)), reason=token, evidence=(evidence.Attachment(reference=token),)),
        changed_step(status=Status.SUSPENDED, reason=secret, decision=secret),
        changed_step(status=Status.IN_PROGRESS, reason=secret, declared=rnd.randrange(0, 99)),
        changed_step(declared=rnd.randrange(0, 99)),
        changed_step(**{rnd.choice(["title_tr", "title_en"]): token}),
        changed_step(owner=office),
        changed_step(weight=rnd.randrange(0, 40)),
        changed_step(planned_end=later, reason=secret),
        changed_step(forecast_end=later, reason=secret),
        lambda t: links.set_link(t, step, rnd.choice(list(t.aspects)), rnd.choice([Strength.SECONDARY, None]), day),
        add_activity,
        add_activity,
        add_step,
        attached,
        attached,
        lambda t: decisions.add(t, rnd.choice(list(t.meetings)), Localized(token), day),
        lambda t: obstacles.add(
            t, ObstacleChange(title_ar=token, type=ObstacleType.TECHNICAL, severity=Severity.HIGH, steps=(step,)), day
        ),
        lambda t: lessons.add(t, LessonChange(text_ar=token, steps=(step,)), day),
        lambda t: series.add(t, Localized(token), SeriesChange(interval_months=3), day),
        indicator,
        measured,
    ]
    activity, commitment, obstacle = on("activities"), on("commitments"), on("obstacles")
    source = _one(rnd, [*tracker.decisions, *tracker.obstacles])
    if source:
        changes += [lambda t: commitments.add(t, source, CommitmentChange(title_ar=token, due=later), day)] * 2
    if activity:
        changes += [
            lambda t: activities.update(t, activity, ActivityChange(gate=rnd.choice(list(Gate)), reason=secret), day),
            lambda t: activities.update(t, activity, ActivityChange(title_en=token, weight=rnd.randrange(1, 9)), day),
            lambda t: activities.update(t, activity, ActivityChange(planned_end=later, reason=secret), day),
            lambda t: removal.remove(t, [activity], day),
        ]
    if commitment:
        changes += [
            lambda t: commitments.update(t, commitment, CommitmentChange(due=later, reason=secret), day),
            lambda t: commitments.update(t, commitment, CommitmentChange(status=Status.IN_PROGRESS), day),
            lambda t: commitments.update(t, commitment, CommitmentChange(owner=office, title_tr=token), day),
            lambda t: removal.remove(t, [commitment], day),
        ]
    if obstacle:
        changes += [
            lambda t: obstacles.update(
                t,
                obstacle,
                ObstacleChange(status=rnd.choice(list(ObstacleStatus)), owner=office, response_ar=token, reason=secret),
                day,
            ),
            lambda t: removal.remove(t, [obstacle], day),
        ]
    others = Desired(rnd, day, token, secret).possible(tracker)
    return rnd.choice(changes if rnd.random() < 0.7 else others)
