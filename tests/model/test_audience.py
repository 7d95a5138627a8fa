"""Whom a document is for: nothing internal reaches the other side (rule 14.6)."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import fields

from tracker.frozen import replace
from tracker.model.audience import Audience, seen_by
from tracker.model.history.texts import text_fields
from tracker.model.records.evidence import Confidentiality
from tracker.model.records.reviews import ReviewStatus
from tracker.model.records.tables import TABLES
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.store.open import template_state
from tracker.store.records import to_tracker

DAY = date(2026, 3, 31)


@pytest.fixture(scope="module")
def demo() -> Tracker:
    return to_tracker(template_state("demo").documents, {}, demo=True)


SECRET = "داخلي ٧"


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    names = getattr(value, "__struct_fields__", ())
    return [text for name in names for text in texts(getattr(value, name))]


def marked(demo: Tracker) -> Tracker:
    """The demo with a mark in every plain text that is not shared and in every paper that is not public."""
    tables: dict[str, dict[str, Any]] = {}
    for table, rows in demo.tables.items():
        internal = text_fields(table) - TABLES[table].shared
        tables[table] = {}
        for code, record in rows.items():
            plain = [f.name for f in fields(record) if f.name in internal and "str" in str(f.type)]
            changed: dict[str, Any] = {
                name: (SECRET,) if "tuple" in str(type(record).__annotations__[name]) else SECRET for name in plain
            }
            if table == "evidence" and record.confidentiality is not Confidentiality.PUBLIC:
                changed["reference"] = SECRET
            tables[table][code] = replace(record, **changed)
    return replace(demo, tables=tables)


def test_every_table_says_what_it_shares() -> None:
    for table, kind in TABLES.items():
        assert "shared" in vars(kind), table
        assert kind.shared <= text_fields(table), table


def test_no_internal_word_is_left_for_the_other_side(demo: Tracker) -> None:
    full = marked(demo)
    assert any(SECRET in text for _, record in full.records() for text in texts(record))
    seen = seen_by(Audience.COUNTERPART, full)
    assert [record.id for _, record in seen.records() if SECRET in texts(record)] == []


def test_figures_are_the_same_for_everybody(demo: Tracker) -> None:
    full = assess(demo, DAY)
    for audience in Audience:
        seen = assess(seen_by(audience, demo), DAY)
        assert {c: (s.figures, s.health, s.reasons) for c, s in seen.steps.items()} == {
            c: (s.figures, s.health, s.reasons) for c, s in full.steps.items()
        }
        assert seen.figures == full.figures


def test_a_draft_and_what_it_recommends_stay_inside(demo: Tracker) -> None:
    code = next(iter(demo.recommendations.values())).review
    review = demo.reviews[code]
    draft = replace(review, status=ReviewStatus.DRAFT)
    tables = {**demo.tables, "reviews": {**demo.reviews, code: draft}}
    seen = seen_by(Audience.COUNTERPART, replace(demo, tables=tables))
    assert code not in seen.reviews
    assert all(n.review != code for n in seen.recommendations.values())
    assert code in seen_by(Audience.INTERNAL, replace(demo, tables=tables)).reviews


@pytest.mark.parametrize(
    ("level", "audience", "kept"),
    [
        (Confidentiality.PUBLIC, Audience.COUNTERPART, True),
        (Confidentiality.INTERNAL, Audience.COUNTERPART, False),
        (Confidentiality.RESTRICTED, Audience.COUNTERPART, False),
        (Confidentiality.INTERNAL, Audience.INTERNAL, True),
        (Confidentiality.RESTRICTED, Audience.INTERNAL, False),
    ],
)
def test_who_sees_which_paper(level: Confidentiality, audience: Audience, kept: bool, demo: Tracker) -> None:
    code, paper = next(iter(demo.evidence.items()))
    tables = {**demo.tables, "evidence": {code: replace(paper, confidentiality=level)}}
    seen = seen_by(audience, replace(demo, tables=tables)).evidence[code]
    assert bool(seen.reference) is kept
    assert seen.supports == paper.supports
