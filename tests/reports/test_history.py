"""`history` and the answer to a change: what was done, in sentences and for machines."""

import json
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from tests.model.build import reference, step, tracker
from tests.model.documents import revision
from tests.reports.told import notes, rows, sentences
from tests.store.stores import DAY, act, article, attach, change, limit, link, update, verify
from tracker.frozen import replace
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import msg
from tracker.model.history.revision import Change
from tracker.model.records.localized import Lang
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Strength
from tracker.model.records.tables import TABLES
from tracker.reports.answers.changed import changed_report, planned_report
from tracker.reports.answers.history import described, history_report, machine_revision, verification_report
from tracker.reports.field_names import field_value
from tracker.store.act import Outcome
from tracker.store.store import Store
from tracker.views import machine
from tracker.views.words import Words


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return article(tmp_path / "tracker.json")


def said(outcome: Outcome) -> list[str]:
    assert outcome.revision is not None
    return sentences(described(outcome.after, outcome.revision))


def test_fields_from_what_to_what(store: Store) -> None:
    assert said(change(store, update(declared=40))) == [
        "S1 Status: not started → in progress",
        "S1 Declared: 0% → 40%",
        "S1 Actual start: (empty) → 31 March 2026",
    ]


def test_records_that_came_and_went(store: Store) -> None:
    assert said(change(store, update(status=Status.BLOCKED, reason="سبب")))[0] == "O1 added: سبب [in Arabic]"
    assert said(store.undo(act("undo"), store.revision(1)))[:2] == ["revision 1 taken back", "O1 removed"]


def test_a_confirmation_is_one_and_an_attached_paper_is_not(store: Store) -> None:
    assert said(change(store, update(confirm=True))) == ["S1 confirmed"]
    later = DAY.replace(month=4, day=1)
    assert said(change(store, attach("S1", "محضر 1", day=later), day=later)) == ["E2 added: محضر 1"]


def test_thresholds_differ_from_those_of_the_program(store: Store) -> None:
    assert said(change(store, limit("stale_days", 7))) == ["thresholds stale_days: 30 → 7"]
    assert said(change(store, limit("red_overdue_days", 9))) == ["thresholds red_overdue_days: 30 → 9"]
    store.undo(act("undo"), store.revision(2))
    assert said(store.undo(act("undo"), store.revision(1))) == [
        "revision 1 taken back",
        "thresholds stale_days: 7 → 30",
    ]


def test_offices_links_and_supports_by_their_names(store: Store) -> None:
    assert said(change(store, update(owner=Office("LY"))))[-1] == "S1 Owner: (empty) → Libyan side"
    assert "A2 (secondary)" in said(change(store, link("S1", "A2", Strength.SECONDARY)))[0]
    change(store, attach("S1", "محضر 1"))
    assert "E2 Verified by: (empty) → Turkish side" in said(change(store, verify("E2", "TR")))


def test_what_a_revision_holds_beside_its_salt(store: Store) -> None:
    done = change(store, update(declared=40), note="سبب").revision
    assert done is not None
    found = machine_revision(done)
    assert set(found) == {
        "number", "uuid", "at", "by", "command", "note", "schema", "changes", "parents", "hash", "undoes",
        "forced", "redacted", "copy", "decided", "erases",
    }  # fmt: skip
    assert found["changes"][0]["after"]["declared"] == 40
    assert (found["note"], found["redacted"]) == ("سبب", False)


def test_the_table(store: Store) -> None:
    change(store, update(declared=40), note="سبب")
    change(store, update(confirm=True, weight=25), by="")
    report = history_report(store.load(), list(store.revisions(newest_first=True)), DAY)
    table = rows(report, "revisions")
    assert [row[0] for row in table] == ["2", "1"]
    assert [row[1:4] for row in table] == [
        ["2026-03-31 12:00", "not stated", "update-step"],
        ["2026-03-31 12:00", "LY", "update-step"],
    ]
    assert [row[5] for row in table] == ["–", "سبب"]
    assert [row["number"] for row in json.loads(machine.render(report))["data"]] == [2, 1]


def test_nothing_yet() -> None:
    report = history_report(tracker(), [], DAY)
    assert rows(report, "revisions") == []
    assert json.loads(machine.render(report))["data"] == []


def test_verification() -> None:
    whole = verification_report(tracker(step()), DAY, 4, "ab", None)
    assert notes(whole, "verification") == [("green", "The chain of 4 revisions is intact."), (None, "Head: ab")]
    broken = verification_report(tracker(step()), DAY, 4, "ab", 2)
    assert notes(broken, "verification") == [("red", "Revision 2 does not belong to the chain.")]
    assert broken.data
    assert broken.data()["data"] == {"whole": False, "revisions": 4, "head": "ab", "broken": 2, "odd": []}
    odd = verification_report(tracker(step()), DAY, 4, "ab", None, [("S1/rev", "9", "4")])
    assert notes(odd, "verification")[2:] == [("red", "S1/rev: the file has 9, its history has 4.")]
    assert len(notes(verification_report(tracker(step()), DAY, 0, "", None), "verification")) == 1


def test_a_default_that_was_never_stored_is_a_value() -> None:
    changes = {"status": "in_progress", "weight": 25, "verbatim": True, "themes": ["land"], "reopened": 0}
    made = revision(1, Change("steps", "S1", dict.fromkeys(changes), changes))
    assert sentences(described(tracker(step()), made)) == [
        "S1 Status: not started → in progress",
        "S1 Weight: 0 → 25",
        "S1 Themes: (empty) → land",
    ]
    back = revision(2, Change("commitments", "C1", {"status": "completed"}, {"status": None}))
    assert sentences(described(tracker(step()), back)) == ["C1 Status: completed → not started"]


def test_odd_values_of_old_revisions_can_be_shown() -> None:
    odd = {"date": "2026-02", "themes": ["a", "b"], "verbatim": True, "legal_instrument": {"type": "mou", "scope": []}}
    made = revision(1, Change("steps", "S1", dict.fromkeys(odd), odd))
    assert "S1 Date: (empty) → February 2026" in sentences(described(tracker(step()), made))


def test_fields_are_told_in_one_order_whatever_order_a_server_has_them_in(store: Store) -> None:
    done = change(store, update(declared=40)).revision
    assert done is not None
    turned = [replace(c, after=dict(reversed((c.after or {}).items()))) for c in done.changes]
    found = replace(done, changes=tuple(turned))
    assert sentences(described(store.load(), found)) == sentences(described(store.load(), done))
    assert json.dumps(machine_revision(found)) == json.dumps(machine_revision(done))


def test_a_change_tells_the_new_totals(store: Store) -> None:
    outcome = change(store, update(declared=40, evidence=reference()))
    report = changed_report(outcome.before, outcome.after, outcome.revision, DAY, dry_run=False)
    assert notes(report, "totals")[0][1].startswith("Initiative: declared 8% · evidenced 8%")
    envelope = json.loads(machine.render(report))
    assert (envelope["kind"], envelope["dry_run"], envelope["data"]["number"]) == ("revision", False, 1)
    assert envelope["initiative"]["progress"] == 8


def test_an_obstacle_made_from_a_reason_is_told(store: Store) -> None:
    outcome = change(store, update(status=Status.BLOCKED, reason="سبب"))
    report = changed_report(outcome.before, outcome.after, outcome.revision, DAY, dry_run=True)
    assert any("O1 was recorded from the reason" in text for _, text in notes(report, "changes"))


def test_nothing_changed(store: Store) -> None:
    whole = store.load()
    report = changed_report(whole, whole, None, DAY, dry_run=False)
    assert notes(report, "changes") == [(None, "Nothing changed.")]
    assert json.loads(machine.render(report))["data"] is None
    assert notes(planned_report(whole, None, DAY), "changes") == [(None, "Nothing changed.")]


def test_a_translation_that_changed_is_told_by_its_language(store: Store) -> None:
    """Else who reads in another language is told that a text became itself."""
    old = "Düzensiz göç güzergâhlarına ilişkin istihbari bilgi değişimi."
    assert said(change(store, update(title_tr="Yeni", title_en="New"))) == [
        f"S1 Title (tr): {old} → Yeni",
        "S1 Title (en): Exchange of intelligence information on irregular migration routes. → New",
    ]


@pytest.mark.parametrize(
    ("table", "name", "value", "arabic"),
    [
        ("steps", "status", "suspended", "معلَّقة"),
        ("activities", "status", "suspended", "معلَّق"),
        ("commitments", "status", "not_started", "لم يبدأ"),
        ("meetings", "status", "cancelled", "ملغى"),
        ("obstacles", "status", "accepted", "مقبولة دون معالجة"),
        ("lessons", "status", "accepted", "مقبول"),
        ("recommendations", "response", "accepted", "مقبولة"),
        ("meetings", "date_precision", "month", "شهر"),
        ("parties", "kind", "ministry", "وزارة"),
        ("indicators", "level", "outcome", "حصيلة"),
        ("series", "level", "technical", "المستوى الفني"),
    ],
)
def test_a_value_has_the_word_of_its_kind_of_record(table: str, name: str, value: str, arabic: str) -> None:
    assert Words(open_catalog("ar")).bare(field_value(tracker(), table, name, value)) == arabic


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_every_fixed_word_of_every_record_has_words(table: str, lang: Lang) -> None:
    words = Words(open_catalog(lang))
    for name, hint in get_type_hints(TABLES[table]).items():
        for kind in (hint, *get_args(hint)):
            for member in kind if isinstance(kind, type) and issubclass(kind, StrEnum) else ():
                assert words.bare(field_value(tracker(), table, name, member.value)), (name, member)


def test_what_stays_empty_is_no_change() -> None:
    change = Change("steps", "S1", {"reopened": None, "weight": 20}, {"reopened": 0, "weight": 30})
    assert sentences(described(tracker(), revision(1, change))) == ["S1 Weight: 20 → 30"]


@pytest.mark.parametrize("days", [None, {}, {"approved": None, "delivered": None}])
def test_the_dates_of_gates_that_are_empty_are_told_as_such(days: dict[str, None] | None) -> None:
    assert field_value(tracker(), "activities", "gate_dates", days) == msg("(empty)")
