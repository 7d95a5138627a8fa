"""Erasing texts and leaving their digests (rule 15.9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.documents import revision
from tracker.frozen import asdict
from tracker.model.history.hashes import chained
from tracker.model.history.redaction import introduced, redacted, repeats, still_shown
from tracker.model.history.revision import Change, Revision
from tracker.model.history.texts import ERASED, TEXT_FIELDS, agree, erase, holds_erased
from tracker.model.records.tables import TABLES

SECRET = "نص لا يبقى"
# What holds no words of anybody: codes, dates, numbers, states, and offices by their codes.
NOT_TEXT = {
    "id", "uid", "briefs", "former", "same", "created_on", "updated_on", "rev", "order", "verbatim", "weight", "owner",
    "support", "after", "planned_start", "planned_end",
    "forecast_end", "actual_start", "actual_end", "status", "declared", "reopened", "concern", "links", "parties",
    "kind", "side", "level", "mode", "date", "date_precision", "participants", "steps", "minutes",
    "minutes_signed_on", "rescheduled_to",
    "series", "type", "severity", "raised_on", "target_resolution", "resolved_on", "supports", "confidentiality",
    "authority", "verified_on", "verified_by", "amber_variance_points", "red_variance_points", "red_overdue_days",
    "stale_days", "very_stale_days", "due_soon_days", "red_weight_numerator", "red_weight_denominator", "timezone",
    "measurement_grace_days", "indicator_green_percent", "indicator_amber_percent", "minutes_days", "small_count",
    "series_red_days",
    "step", "gate", "gate_dates", "duration_days", "aspects", "activities", "interval_months", "meeting", "source",
    "due", "original_due", "reschedules", "priority", "started_on", "completed_on", "source_side", "origin",
    "recorded_on", "applied_in", "unit", "direction", "aggregation", "frequency", "category", "strict", "baseline",
    "targets", "period_start", "period_end", "lead", "figures", "corrects", "review",
}  # fmt: skip


def without_its_own(whole: Revision) -> Revision:
    """The revision without its note and the texts that it brought."""
    return redacted(whole, introduced(whole), note=True)


def test_every_field_is_either_text_or_not() -> None:
    fields = {name for kind in TABLES.values() for name in kind.__struct_fields__}
    assert fields == TEXT_FIELDS | NOT_TEXT
    assert not TEXT_FIELDS & NOT_TEXT


def test_an_answer_of_three_words_is_no_text() -> None:
    answer = Change("recommendations", "N1", None, {"response": "accepted", "response_reason": SECRET})
    erased = without_its_own(revision(1, answer)).changes[0]
    assert erased.after == {"response": "accepted", "response_reason": ERASED}


@given(st.sampled_from(sorted(TEXT_FIELDS)), st.text(min_size=1), st.text(min_size=1))
def test_the_hash_stays_and_the_texts_go(field: str, text: str, note: str) -> None:
    change = Change("steps", "S1", {field: {"ar": f"{text}1"}, "declared": 0}, {field: [text], "declared": 40})
    whole = revision(1, change, note=note)
    gone = without_its_own(whole)
    assert gone.hash == whole.hash == chained(gone)
    assert gone.note == ERASED
    assert gone.changes[0].before == change.before
    assert gone.changes[0].after == {field: [ERASED], "declared": 40}
    assert gone.salt == ""


def test_a_record_that_was_made_or_removed() -> None:
    for change in (
        Change("steps", "S1", None, {"title": {"ar": SECRET}}),
        Change("steps", "S1", {"name": SECRET}, None),
    ):
        whole = revision(1, change)
        gone = redacted(whole, frozenset({("S1", "title", SECRET), ("S1", "name", SECRET)}), note=False)
        assert chained(gone) == whole.hash
        assert SECRET not in repr(gone.changes)


def test_what_stood_there_before_and_still_does_stays() -> None:
    whole = revision(1, titled(OLD, HARM))
    gone = without_its_own(whole)
    assert gone.changes[0].before == {"title": OLD}
    assert gone.changes[0].after == {"title": {"ar": "أ", "tr": ERASED}}
    again = redacted(gone, frozenset({("S1", "title", "أ")}), note=False)
    assert again.changes[0].after == {"title": {"ar": ERASED, "tr": ERASED}}
    assert chained(again) == whole.hash


def test_what_stays_can_still_not_be_changed() -> None:
    whole = revision(1, Change("steps", "S1", {"declared": 0}, {"declared": 40, "title": {"ar": SECRET}}), note="سبب")
    gone = without_its_own(whole)
    for forged in (
        {"changes": (Change("steps", "S1", {"declared": 0}, {"declared": 41, "title": {"ar": ERASED}}),)},
        {"by": "TR"},
    ):
        assert chained(type(gone)(**{**asdict(gone), **forged})) != gone.hash


def test_a_revision_without_texts_loses_nothing() -> None:
    whole = revision(1, Change("steps", "S1", {"declared": 0}, {"declared": 40}))
    gone = without_its_own(whole)
    assert (gone.note, gone.changes, gone.erased) == (None, whole.changes, {})
    assert chained(gone) == whole.hash


def test_what_has_a_fixed_form_stays_readable() -> None:
    instrument = {"type": "mou", "signed": True, "date": "2024-05-01", "number": SECRET, "purpose": {"ar": SECRET}}
    assert erase(instrument) == {**instrument, "number": ERASED, "purpose": {"ar": ERASED}}
    assert erase({"name": SECRET, "size": 5}) == {"name": ERASED, "size": 5}


def titled(before: dict[str, str] | None, after: dict[str, str] | None) -> Change:
    return Change("steps", "S1", before and {"title": before}, after and {"title": after})


OLD, HARM, MORE = {"ar": "أ"}, {"ar": "أ", "tr": SECRET}, {"ar": "أ", "tr": SECRET, "en": "a"}


def test_a_text_is_introduced_where_it_was_not_before() -> None:
    assert introduced(revision(1, titled(OLD, HARM))) == {("S1", "title", SECRET)}
    assert introduced(revision(1, titled(HARM, OLD))) == frozenset()
    assert introduced(revision(1, Change("steps", "S1", None, {"title": OLD, "weight": 5}))) == {("S1", "title", "أ")}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (titled(HARM, OLD), True),
        (titled(OLD, HARM), True),  # brought back by a redo
        (titled(MORE, OLD), True),  # beside another text
        (titled(None, HARM), True),
        (titled(HARM, None), True),
        (titled(OLD, OLD), False),
        (Change("steps", "S2", None, {"title": HARM}), False),
        (Change("steps", "S1", None, {"declared": 5}), False),
    ],
)
def test_later_revisions_that_repeat_it(change: Change, found: bool) -> None:
    assert repeats(revision(2, change), introduced(revision(1, titled(OLD, HARM)))) is found


@pytest.mark.parametrize(
    ("title", "shown"), [(HARM, ("S1", "title")), (MORE, ("S1", "title")), (OLD, None), (None, None)]
)
def test_records_that_still_show_it(title: dict[str, str] | None, shown: tuple[str, str] | None) -> None:
    documents = {"steps": {"S1": {"title": title} if title else {}, "S2": {"title": HARM}}}
    assert still_shown(introduced(revision(1, titled(OLD, HARM))), documents) == shown


def test_erased_texts_are_known_again() -> None:
    assert holds_erased({"title": {"ar": ERASED}})
    assert holds_erased([ERASED])
    assert not holds_erased({"title": {"ar": SECRET}, "declared": 5, "date": ERASED})


def test_a_text_agrees_with_its_erased_form_and_nothing_else() -> None:
    measured = [{"period_end": "2026-03-31", "value": "70", "note": SECRET}]
    assert agree(measured, erase(measured))
    assert agree(erase(measured), measured)
    assert not agree([{**measured[0], "value": "99"}], erase(measured))
    assert not agree(measured, [])
    assert not agree({"ar": SECRET, "tr": "a"}, {"ar": ERASED})
    assert not agree(5, ERASED)
    assert not agree({"ar": SECRET}, {"ar": MORE["tr"] + "!"})
