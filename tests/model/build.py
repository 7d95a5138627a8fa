"""Small trackers with defaults, so that a test spells out only what matters."""

from datetime import date
from typing import Any

from tracker.model.changes.evidence import Attachment
from tracker.model.records.activities import Activity
from tracker.model.records.aspects import Aspect
from tracker.model.records.commitments import Commitment
from tracker.model.records.evidence import Evidence, EvidenceKind, Support
from tracker.model.records.initiatives import Initiative
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.office import Office
from tracker.model.records.parties import Party, PartyKind, Role, Side
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.records.steps import Link, Step, Strength
from tracker.model.records.tables import TABLES, table_of_type
from tracker.model.records.thresholds import Thresholds
from tracker.model.tracker import Tracker

DAY = date(2026, 3, 31)
OWNER = Office("LY", "liaison")
PLANNED = {"planned_start": date(2026, 1, 1), "planned_end": date(2026, 12, 31)}


def step(code: str = "S1", /, **fields: Any) -> Step:
    """A step owned by the Libyan liaison and primarily linked to A1."""
    defaults = {
        "order": int(code[1:]),
        "title": Localized(f"خطوة {code}"),
        "weight": 20,
        "owner": OWNER,
        "links": (Link("A1", Strength.PRIMARY),),
    }
    return Step(**{"id": code, **defaults, **fields})


def running(code: str = "S1", /, **fields: Any) -> Step:
    """A step in progress, begun and updated on the day."""
    return step(code, **{"status": Status.IN_PROGRESS, "actual_start": DAY, "updated_on": DAY, **fields})


def aspect(code: str = "A1", /, **fields: Any) -> Aspect:
    return Aspect(id=code, order=int(code[1:]), name=Localized(code), details=Localized("تفاصيل"), **fields)


def obstacle(code: str = "O1", *steps: str, **fields: Any) -> Obstacle:
    return Obstacle(id=code, title=Localized("عقبة"), steps=steps or ("S1",), **fields)


def paper(code: str = "E1", /, *, percent: int | None = None, of: str = "S1", **fields: Any) -> Evidence:
    supports = () if percent is None else (Support(of, percent),)
    return Evidence(id=code, kind=EvidenceKind.REPORT, reference=f"محضر {code}", **{"supports": supports, **fields})


def reference(text: str = "محضر 118/2026") -> tuple[Attachment, ...]:
    return (Attachment(reference=text),)


def tracker(*records: Record, limits: Thresholds | None = None) -> Tracker:
    """A tracker of these records, with an initiative, two parties, a role of each, and one aspect."""
    given = {(type(r), r.id) for r in records}
    base: list[Record] = [
        Initiative(id="initiative", title=Localized("مبادرة"), parties=("LY", "TR")),
        Party(id="LY", name=Localized("ليبيا"), kind=PartyKind.STATE, side=Side.LY),
        Party(id="TR", name=Localized("تركيا"), kind=PartyKind.STATE, side=Side.TR),
        Role(id="liaison", name=Localized("ضابط الاتصال", "irtibat", "liaison officer")),
        Role(id="coord", name=Localized("المنسق")),
        aspect(),
    ]
    tables: dict[str, dict[str, Record]] = {table: {} for table in TABLES}
    for record in [*(r for r in base if (type(r), r.id) not in given), *records, *([limits] if limits else [])]:
        tables[table_of_type(type(record))][record.id] = record
    return Tracker(tables)


def activity(code: str = "S1.1", /, **fields: Any) -> Activity:
    """An activity of the step its code names, owned by the Libyan liaison."""
    defaults: dict[str, Any] = {"step": code.partition(".")[0], "title": Localized(f"نشاط {code}"), "owner": OWNER}
    return Activity(**{"id": code, **defaults, **fields})


def commitment(code: str = "C1", source: str = "O1", /, **fields: Any) -> Commitment:
    return Commitment(**{"id": code, "source": source, "title": Localized(f"التزام {code}"), **fields})
