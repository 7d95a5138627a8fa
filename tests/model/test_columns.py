"""Rules for single values, asked of a whole table at once: of each record they say what they say of it alone."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.demo import DAY, DEMO
from tracker.frozen import replace
from tracker.model.checks.findings import CODES, findings
from tracker.model.checks.languages import language_findings, untranslated
from tracker.model.records.activities import Activity, Participants
from tracker.model.records.commitments import Commitment
from tracker.model.records.evidence import Evidence, Support
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Place
from tracker.model.records.office import Office
from tracker.model.rules.bounds import MOST, out_of_bounds
from tracker.model.rules.references import broken_references
from tracker.model.tracker import Tracker

ODD: dict[type, list[dict[str, Any]]] = {
    Activity: [
        {"planned_start": date(1800, 1, 1)},
        {"weight": MOST + 1},
        {"participants": Participants(ly=MOST + 1, tr=0, women=0)},
        {"place": Place(country="tr")},
        {"owner": Office("XX")},
        {"support": Office("LY", "nobody")},
        {"step": "S99"},
        {"aspects": ("A1", "A99")},
        {"after": ("S9.9",)},
        {"title": Localized("نشاط")},
        {"status_reason": "سبب"},
    ],
    Commitment: [{"source": "D999"}, {"due": date(9000, 1, 1)}, {"reschedules": -1}, {"owner": Office("LY", "x")}],
    Evidence: [{"supports": (Support("S1", 50), Support("S77", 10))}, {"supports": (Support("S1", 101),)}],
}


def grown(seed: int) -> Tracker:
    """The fictional programme with a hundred more records of some kinds; of one in so many a value is odd."""
    rnd = random.Random(seed)
    odd = rnd.choice([0, 0.01, 0.3])
    tables = {name: dict(rows.items()) for name, rows in DEMO.tables.items()}
    for name in ("activities", "commitments", "evidence"):
        models = [*tables[name].values()]
        for number in range(100):
            record = rnd.choice(models)
            changed = rnd.choice(ODD[type(record)]) if rnd.random() < odd else {}
            code = f"{record.id.rstrip('0123456789')}{900 + number}"
            tables[name][code] = replace(record, id=code, **changed)
    return replace(DEMO, tables=tables)


def each_alone(tracker: Tracker) -> Iterator[tuple[Tracker, Tracker]]:
    """The tracker beside itself without one of its records, for each of them."""
    for table, rows in tracker.tables.items():
        for code in rows:
            without = {name: record for name, record in rows.items() if name != code}
            yield tracker, replace(tracker, tables={**tracker.tables, table: without})


@pytest.mark.parametrize("seed", range(6))
def test_rules_say_the_same_of_many_records_and_of_each(seed: int) -> None:
    tracker = grown(seed)
    alone = [*each_alone(tracker)]
    for rule in (out_of_bounds, broken_references):
        found = [fault.case for fault in rule(tracker)]
        assert found == [fault.case for now, before in alone for fault in rule(now, before)]


@pytest.mark.parametrize("seed", range(6))
def test_texts_without_a_language_are_counted_of_all_records(seed: int) -> None:
    tracker = grown(seed)
    lacking = {name: [*map(untranslated, rows.values())] for name, rows in tracker.tables.items()}
    counted = [sum(len([*each]) for each in found) for found in lacking.values()]
    assert [finding.number for finding in language_findings(tracker)] == [number for number in counted if number]


def test_findings_come_by_kind_the_gravest_first() -> None:
    found = [CODES.index(finding.code) for finding in findings(grown(2), DAY)]
    assert found == sorted(found)
