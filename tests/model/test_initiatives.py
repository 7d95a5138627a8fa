"""Changing the initiative (rule 6.1)."""

from datetime import date
from typing import Any

import pytest

from tests.model.build import DAY, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.initiatives import InitiativeChange, update
from tracker.model.records.initiatives import Initiative, LegalInstrument
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office

EARLY, LATE = date(2026, 1, 1), date(2026, 6, 1)


def changed(old: Initiative | None = None, **wanted: Any) -> Initiative:
    return update(tracker(*([old] if old else [])), InitiativeChange(**wanted), DAY).initiative


def made(**fields: Any) -> Initiative:
    return replace(tracker().initiative, **fields)


def test_fields_are_set_and_others_stay() -> None:
    new = changed(owner=Office("LY", "liaison"), planned_start=EARLY, title_tr="Girişim")
    assert (new.owner, new.planned_start, new.planned_end) == (Office("LY", "liaison"), EARLY, None)
    assert (new.title, new.updated_on) == (Localized("مبادرة", "Girişim"), DAY)


def test_nothing_asked_changes_nothing() -> None:
    old = tracker()
    assert update(old, InitiativeChange(), DAY) is old


@pytest.mark.parametrize("field", ["planned_start", "planned_end"])
def test_a_date_that_was_set_moves_with_a_reason(field: str) -> None:
    old = made(**{field: EARLY})
    with pytest.raises(errors.NeedsReason):
        changed(old, **{field: LATE})
    assert getattr(changed(old, **{field: LATE}, reason="اتفاق"), field) == LATE
    assert changed(old, **{field: EARLY}) == old


def test_the_end_is_not_before_the_start() -> None:
    with pytest.raises(errors.DatesReversed):
        changed(made(planned_start=LATE), planned_end=EARLY)


def test_number_and_date_of_the_memorandum_join_what_is_known_of_it() -> None:
    known = LegalInstrument(type="mou", signed=True, purpose=Localized("غرض"), number="7")
    new = changed(made(legal_instrument=known), mou_date=EARLY)
    assert new.legal_instrument == replace(known, date=EARLY)
    assert changed(mou_number="12/2024").legal_instrument == LegalInstrument(type="mou", signed=True, number="12/2024")


def test_the_owner_is_an_office_of_a_known_party() -> None:
    with pytest.raises(errors.UnknownParty):
        changed(owner=Office("XX"))
