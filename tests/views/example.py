"""A programme in the middle of its work: the same records on every run."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.model.changes import evidence, steps
from tracker.model.changes.parties import add_party
from tracker.model.records.evidence import EvidenceKind
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.parties import PartyKind, Side
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.open import open_store
from tracker.store.store import Store

TODAY = date(2026, 11, 23)
OFFICE = "LY/sec"


def example(folder: Path) -> Store:
    """A store with steps begun, late, blocked and completed, papers verified and not, and a change taken back."""
    store = open_store(folder / "tracker.json", named=False)
    _change(store, "add-party", date(2026, 1, 5), _secretariat)
    training = steps.StepChange(
        status=Status.IN_PROGRESS,
        declared=40,
        evidence=(evidence.Attachment(reference="محضر 118/2026", kind=EvidenceKind.MINUTES),),
        owner=Office("LY", "مدير التدريب"),
        planned_start=date(2026, 9, 1),
        planned_end=date(2027, 3, 31),
    )
    _change(store, "update-step", date(2026, 10, 1), lambda t: steps.update(t, "S2", training, date(2026, 10, 1)))
    late = steps.StepChange(
        status=Status.IN_PROGRESS, declared=85, planned_start=date(2026, 1, 1), planned_end=date(2026, 11, 10)
    )
    _change(store, "update-step", date(2026, 10, 2), lambda t: steps.update(t, "S1", late, date(2026, 10, 2)))
    stuck = steps.StepChange(status=Status.BLOCKED, reason="تأخر الاعتماد: 10/8 (80%)")
    _change(store, "update-step", date(2026, 11, 20), lambda t: steps.update(t, "S3", stuck, date(2026, 11, 20)))
    begun = steps.StepChange(status=Status.IN_PROGRESS, declared=90)
    _change(store, "update-step", date(2026, 11, 20), lambda t: steps.update(t, "S5", begun, date(2026, 11, 20)))
    done = steps.StepChange(status=Status.COMPLETED, evidence=(evidence.Attachment(reference="تقرير <b>[7]</b>"),))
    _change(store, "update-step", date(2026, 11, 21), lambda t: steps.update(t, "S5", done, date(2026, 11, 21)))
    _change(store, "verify", date(2026, 11, 22), lambda t: evidence.verify(t, "E2", Office("SEC"), date(2026, 11, 22)))
    return store


def _secretariat(tracker: Tracker) -> Tracker:
    name = Localized("الأمانة الفنية", "teknik sekretarya", "technical secretariat")
    return add_party(tracker, "SEC", name, PartyKind.SECRETARIAT, Side.JOINT, date(2026, 1, 5))


def _change(store: Store, command: str, on: date, fn: Callable[[Tracker], Tracker]) -> None:
    at = datetime(on.year, on.month, on.day, 9, 30, tzinfo=UTC)
    store.change(Act(command, OFFICE, at), fn)
