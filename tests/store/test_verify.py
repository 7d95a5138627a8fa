"""`history --verify`: what it finds, and what redaction leaves whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.model.build import reference
from tests.store.stores import act, article, attach, change, fictional, update, verify
from tracker.frozen import replace
from tracker.model.history.chain import digest, salt_at
from tracker.model.history.revision import Revision
from tracker.model.history.texts import ERASED
from tracker.model.history.withheld import mark
from tracker.model.records.status import Status
from tracker.store.edits import edits_of, seal, take_in
from tracker.store.redacting import redact
from tracker.store.state import Standing
from tracker.store.store import Store
from tracker.store.template import template_state
from tracker.store.verify import verify_chain

EMPTY: dict[str, Any] = dict.fromkeys(("uuid", "at", "by", "command"), "") | {
    "number": 0, "note": None, "schema": 2, "changes": (), "parents": (),
}  # fmt: skip


def history(path: Path) -> Store:
    """Four revisions: S1 at 40 with a paper, S2 at 10, the paper verified, S1 at 60."""
    store = article(path)
    change(store, update(declared=40, evidence=reference()), note="بدأت الدفعة الأولى")
    change(store, update("S2", declared=10))
    change(store, verify("E2", "TR"))
    change(store, update(declared=60))
    return store


def tampered(path: Path, edit: Callable[[Any], None]) -> Store:
    """The file after an edit by hand that keeps it valid."""
    data = json.loads(path.read_text(encoding="utf-8"))
    edit(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return article(path)


def test_a_whole_chain_ends_in_its_head(path: Path) -> None:
    store = history(path)
    found = verify_chain(store)
    last = next(store.revisions(newest_first=True))
    assert (found.number, found.head, found.broken) == (4, last.hash, None)


def test_an_unwritten_tracker_has_none(path: Path) -> None:
    found = verify_chain(article(path))
    assert (found.number, found.head, found.broken) == (0, "", None)


def record(data: Any, table: str, code: str) -> Any:
    return next(row for row in data[table].values() if row["id"] == code)


def set_declared(data: Any) -> None:
    record(data, "steps", "S1")["declared"] = 61


def set_owner(data: Any) -> None:
    record(data, "steps", "S3")["weight"] = 19


def remove_record(data: Any) -> None:
    data["meetings"].pop("1")


def change_revision(data: Any) -> None:
    data["revisions"]["2"]["changes"][0][3]["declared"] = 11


def change_note(data: Any) -> None:
    data["revisions"]["1"]["note"] = "غيرها"


def change_office(data: Any) -> None:
    data["revisions"]["3"]["by"] = "TR"


def remove_first(data: Any) -> None:
    del data["revisions"]["1"]


def remove_middle(data: Any) -> None:
    del data["revisions"]["2"]


def remove_last(data: Any) -> None:
    del data["revisions"]["4"]


def remove_all(data: Any) -> None:
    data["revisions"] = {}


EDITS = [
    (set_declared, 4),
    (set_owner, 0),  # never changed by a revision: it differs from where the chain starts
    (remove_record, 0),
    (change_revision, 2),
    (change_note, 1),
    (change_office, 3),
    (remove_first, 1),
    (remove_middle, 1),
    (remove_last, 3),
    (remove_all, 4),
]


@pytest.mark.parametrize(("edit", "broken"), EDITS)
def test_what_was_changed_behind_our_back_is_found(path: Path, edit: Callable[[Any], None], broken: int) -> None:
    history(path)
    assert verify_chain(tampered(path, edit)).broken == broken


def test_redaction_leaves_the_chain_valid(path: Path) -> None:
    store = history(path)
    change(store, attach("S2", "محضر 2"), note="سري")
    store.undo(act("undo"), store.revision(5))
    head = store.state().standing.head
    redact(store, act("redact", note="طلب"), 5)
    assert store.revision(6).hash == head
    assert verify_chain(store).broken is None


@pytest.mark.parametrize(("edit", "broken"), [e for e in EDITS if e[0] not in (remove_last, remove_all)])
def test_behind_a_redaction_tampering_is_still_found(path: Path, edit: Callable[[Any], None], broken: int) -> None:
    store = history(path)
    change(store, update("S4", status=Status.IN_PROGRESS), note="سري")
    redact(store, act("redact", note="طلب"), 5)
    assert verify_chain(tampered(path, edit)).broken == broken


def redacted(path: Path) -> Store:
    """A history whose fifth revision, which replaced a text of the article, was redacted: nothing shows it any more."""
    store = history(path)
    change(store, update(title_tr="Adım"), note="سري")
    change(store, update(title_tr="İlk adım"))
    redact(store, act("redact", note="طلب"), 5)
    assert verify_chain(store).broken is None
    return store


def revision(data: Any, number: int) -> Any:
    return data["revisions"][str(number)]


def lift_progress(data: Any) -> None:
    """S1 from 60 to 99 %, with the digest of 60 kept as if a text had been erased there."""
    revision(data, 4)["erased"] = {"steps/S1/declared": digest(60, salt(data, 4, "steps/S1/declared"))}
    revision(data, 4)["changes"][0][3]["declared"] = 99
    record(data, "steps", "S1")["declared"] = 99


def put_words_into_a_note(data: Any) -> None:
    """Words in the mouth of an office, where a note was erased."""
    revision(data, 5)["note"] = "وافق عليه الجانبان"


def put_words_into_a_record(data: Any) -> None:
    revision(data, 5)["changes"][0][3]["title"]["tr"] = "Onaylandı"


def erase_by_hand(data: Any) -> None:
    """The note of a revision erased as redaction does it, with no word of who did it."""
    data["revisions"] = {number: each for number, each in data["revisions"].items() if int(number) < 5}
    revision(data, 1)["erased"] = {"note": digest(revision(data, 1)["note"], salt(data, 1, "note"))}
    revision(data, 1)["note"] = ERASED


def salt(data: Any, number: int, place: str) -> str:
    found = revision(data, number)
    return salt_at(Revision(**{**EMPTY, "salt": found["salt"], "salts": found.get("salts", {})}), place)


@pytest.mark.parametrize(
    ("edit", "broken"),
    [(lift_progress, 4), (put_words_into_a_note, 5), (put_words_into_a_record, 5)],
)
def test_a_digest_is_believed_only_where_a_text_was_erased(
    path: Path, edit: Callable[[Any], None], broken: int
) -> None:
    redacted(path)
    assert verify_chain(tampered(path, edit)).broken == broken


def test_a_text_that_was_erased_without_a_redaction_is_found(path: Path) -> None:
    history(path)
    assert verify_chain(tampered(path, erase_by_hand)).broken == 1


def raise_weight(data: Any) -> None:
    record(data, "steps", "S4")["weight"] = 95


def start_step(data: Any) -> None:
    record(data, "steps", "S5")["status"] = "suspended"


def add_party(data: Any) -> None:
    data["parties"]["99"] = {"id": "XX", "name": {"ar": "طرف"}, "kind": "agency", "side": "joint"}


def reword_title(data: Any) -> None:
    record(data, "steps", "S2")["title"]["ar"] = "غيرها"


@pytest.mark.parametrize("edit", [raise_weight, start_step, add_party, reword_title, remove_record])
def test_one_redaction_leaves_everything_else_compared_with_the_beginning(
    path: Path, edit: Callable[[Any], None]
) -> None:
    redacted(path)
    assert verify_chain(tampered(path, edit)).broken == 0


def test_a_further_change_by_hand_and_a_seal_do_not_hide_it(path: Path) -> None:
    history(path)
    store = tampered(path, set_declared)
    seal(store)
    assert verify_chain(store).broken == 4
    change(store, update("S5", declared=5))
    assert verify_chain(store).broken == 4


def said(store: Store) -> dict[str, tuple[str, str]]:
    found = verify_chain(store)
    assert found.broken is None
    return {each.place: (each.said, each.told) for each in found.odd}


def set_standing(**values: Any) -> Callable[[Any], None]:
    return lambda data: data["standing"]["1"].update(values)


def set_rev(data: Any) -> None:
    record(data, "steps", "S1")["rev"] = 1


@pytest.mark.parametrize(
    ("edit", "place", "told"),
    [
        (set_standing(created="2020-01-01T00:00:00+00:00"), "created", "2026-03-31T10:00:00+00:00"),
        (set_standing(at="2020-01-01T00:00:00+00:00"), "at", "2026-03-31T10:00:00+00:00"),
        (set_standing(counters={"S": 3, "A": 3, "M": 2, "E": 2}), "counters/S", "5"),
        (set_standing(counters={"S": 5, "A": 3, "M": 2}), "counters/E", "2"),
        (set_standing(block=500), "counters/@500", "500"),
        (
            set_standing(taken={"x": {"at": "2026-01-01T00:00:00+00:00", "head": "0" * 64, "side": "TR"}}),
            "taken/x",
            "–",
        ),
        (set_rev, "S1/rev", "4"),
    ],
)
def test_each_place_that_says_otherwise_than_the_history_is_told_and_put_right(
    path: Path, edit: Callable[[Any], None], place: str, told: str
) -> None:
    history(path)
    store = tampered(path, edit)
    assert said(store)[place][1] == told
    edits = edits_of(store, store.state())
    assert [each.place for each in edits.standing] == [place]
    take_in(store, act("check", by=""), edits, ())
    assert said(article(path)) == {}
    assert not article(path).engine.edited


def test_under_a_seal_they_are_told_and_put_right_all_the_same(path: Path) -> None:
    history(path)
    seal(tampered(path, set_rev))
    store = article(path)
    edits = edits_of(store, store.state())
    assert [each.place for each in edits.standing] == ["S1/rev"]
    take_in(store, act("check", by=""), edits, ())
    assert said(article(path)) == {}


def test_fiction_does_not_become_real_nor_the_other_way_round(path: Path) -> None:
    other = path.with_name("fiction.json")
    fictional(other)
    assert verify_chain(tampered(other, set_standing(demo=False))).broken == 0
    history(path)
    store = tampered(path, set_standing(demo=True))
    assert verify_chain(store).broken == 0
    assert [each.place for each in edits_of(store, store.state()).standing] == ["demo"]


def test_what_came_without_its_history_says_nothing_of_one(path: Path) -> None:
    state = template_state()
    rows = {**state.documents["steps"]}
    rows["S2"] = {**rows["S2"], "rev": 7}
    begun = replace(state, documents={**state.documents, "steps": rows}, standing=Standing(counters={"S": 9}))
    store = article(path)
    store.create(act("init"), begun)
    assert store.load().steps["S2"].rev == 0
    assert store.state().standing.counters == {"S": 9, "A": 3, "M": 2, "E": 1}
    assert said(store) == {}


def reword(code: str, language: str) -> Callable[[Any], None]:
    def reworded(data: Any) -> None:
        record(data, "steps", code)["title"][language] = "غيرها"

    return reworded


def put_words_into_what_was_there_before(data: Any) -> None:
    revision(data, 6)["changes"][0][2]["title"]["tr"] = "Onaylandı"


def erase_a_shown_text(data: Any) -> None:
    record(data, "steps", "S1")["title"]["tr"] = ERASED


@pytest.mark.parametrize(
    "edit",
    [*(reword("S1", each) for each in ("ar", "tr", "en")), put_words_into_what_was_there_before, erase_a_shown_text],
)
def test_one_redaction_leaves_the_texts_vouched_for_that_it_did_not_erase(
    path: Path, edit: Callable[[Any], None]
) -> None:
    redacted(path)
    assert verify_chain(tampered(path, edit)).broken is not None


def withhold_a_shared_text(data: Any) -> None:
    """A title, which both sides see, withheld by hand as the first schema or as a mark would have it."""
    line, place = revision(data, 5), "steps/S1/title/tr"
    kept = digest("Adım", salt(data, 5, place))
    line["withheld"] = {place: kept}
    line["changes"][0][3]["title"]["tr"] = mark(kept)
    revision(data, 6)["changes"][0][2]["title"]["tr"] = mark(kept)


def test_a_mark_counts_only_where_a_text_may_be_withheld(path: Path) -> None:
    store = history(path)
    change(store, update(title_tr="Adım"))
    change(store, update(title_tr="İlk adım"))
    assert verify_chain(tampered(path, withhold_a_shared_text)).broken == 5
