"""Two and three copies that go on apart and are joined: nothing lost, doubled, stale or decided silently."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.store.desks import copied, file_of, head, taken, unanswered
from tests.store.places import Place, stored
from tests.store.stores import DAY, act, attach, change, update
from tracker.model.changes import obstacles
from tracker.model.changes.evidence import Attachment
from tracker.model.changes.evidence import attach as attach_paper
from tracker.model.changes.obstacles import ObstacleChange
from tracker.model.changes.removal import remove
from tracker.model.joining.conflict import Conflict
from tracker.model.records.evidence import Confidentiality, EvidenceKind
from tracker.model.records.status import Status
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker
from tracker.store.exchange.joining import FORWARD, MERGED, NOTHING, OPEN, Comparison
from tracker.store.past import tracker_at, tracker_known_at
from tracker.store.redacting import redact
from tracker.store.store import Store
from tracker.store.verify import verify_chain


def joined(store: "Store", other: Store, choose: Callable[[Conflict], int | None] = unanswered) -> Comparison:
    return taken(store, act("merge"), file_of(other), choose)


@pytest.fixture
def ours(place: Place) -> Store:
    store = place.store()
    change(store, update(declared=10))
    return store


@pytest.fixture
def theirs(ours: Store) -> Store:
    return copied(ours, "theirs")


def test_a_file_without_news_changes_nothing(ours: Store, theirs: Store) -> None:
    assert joined(ours, theirs).result == NOTHING
    change(ours, update(declared=20))
    assert joined(ours, theirs).result == NOTHING


def test_who_has_nothing_of_his_own_follows(ours: Store, theirs: Store) -> None:
    change(theirs, update(declared=20))
    assert joined(ours, theirs).result == FORWARD
    assert head(ours) == head(theirs)
    assert ours.load().steps["S1"].declared == 20
    assert verify_chain(ours).broken is None


def test_different_fields_are_joined_and_both_desks_come_to_one_head(ours: Store, theirs: Store) -> None:
    change(ours, update(declared=20), by="LY")
    change(theirs, update("S2", title_en="Second"), by="TR")
    one, other = file_of(ours), file_of(theirs)
    assert taken(ours, act("merge"), other, unanswered).result == MERGED
    assert taken(theirs, act("merge", by="TR"), one, unanswered).result == MERGED
    assert head(ours) == head(theirs)
    assert ours.load() == theirs.load()
    assert (ours.load().steps["S1"].declared, ours.load().steps["S2"].title.en) == (20, "Second")
    assert verify_chain(ours).broken is None
    assert verify_chain(theirs).broken is None
    assert joined(ours, theirs).result == NOTHING


def test_a_paper_removed_here_and_attached_anew_is_the_one_that_is_still_there(ours: Store, theirs: Store) -> None:
    paper = Attachment(reference="Rapor 7", kind=EvidenceKind.REPORT, date=DAY, confidentiality=Confidentiality.PUBLIC)

    def attached(code: str) -> Callable[[Tracker], Tracker]:
        return lambda tracker: attach_paper(tracker, code, paper, DAY)

    change(ours, attached("S1"))
    joined(theirs, ours)
    change(theirs, attached("S2"), by="TR")
    ours.undo(act("undo"), next(ours.revisions(newest_first=True)))
    change(ours, attached("S1"))
    one, other = file_of(ours), file_of(theirs)
    for store, file in ((ours, other), (theirs, one)):
        assert taken(store, act("merge"), file, unanswered).result == MERGED
    assert head(ours) == head(theirs)
    assert [paper.reference for paper in ours.load().evidence.values()].count("Rapor 7") == 1


def test_the_same_field_is_a_question(ours: Store, theirs: Store) -> None:
    change(ours, update(declared=20))
    change(theirs, update(declared=30))
    before = head(ours)
    found = joined(ours, theirs)
    assert found.result == OPEN
    assert [each.name for each in found.open] == ["S1.declared"]
    assert head(ours) == before
    assert joined(ours, theirs, lambda each: 0 if each.sides[0] == {"declared": 30} else 1).result == MERGED
    assert ours.load().steps["S1"].declared == 30
    assert joined(theirs, ours).result == FORWARD
    assert head(ours) == head(theirs)


def test_two_records_with_one_code_are_both_kept(ours: Store, theirs: Store) -> None:
    change(ours, attach("S1", "محضر 1"))
    change(theirs, attach("S2", "Rapor 7"))
    assert [e.reference for e in ours.load().evidence.values()][-1] == "محضر 1"
    assert joined(ours, theirs).result == MERGED
    papers = {paper.reference: paper for paper in ours.load().evidence.values()}
    assert {papers["محضر 1"].id, papers["Rapor 7"].id} == {"E2", "E3"}
    assert joined(theirs, ours).result == FORWARD
    assert ours.load() == theirs.load()
    assert verify_chain(ours).broken is None


def test_what_arrived_since_a_day_was_not_known_here_on_it(ours: Store, theirs: Store) -> None:
    early, late = DAY + timedelta(1), DAY + timedelta(20)
    change(theirs, update(declared=40), day=early)
    taken(ours, act("merge", day=late), file_of(theirs), unanswered)
    state, tracker = ours.state(), ours.load()
    assert tracker.steps["S1"].declared == 40
    for day in (early, late - timedelta(1)):
        assert tracker_known_at(ours, day, state, tracker).steps["S1"].declared == 10
        assert tracker_at(ours, day).steps["S1"].declared == 40
    assert tracker_known_at(ours, late, state, tracker).steps["S1"].declared == 40


def test_the_past_is_the_same_on_both_desks(ours: Store, theirs: Store) -> None:
    days = [DAY + timedelta(number) for number in range(1, 5)]
    change(ours, update(declared=20), day=days[0])
    change(theirs, update("S2", title_en="Second"), day=days[1])
    change(ours, update("S3", title_en="Third"), day=days[2])
    one, other = file_of(ours), file_of(theirs)
    taken(ours, act("merge", day=days[3]), other, unanswered)
    taken(theirs, act("merge", day=days[3]), one, unanswered)
    for number, day in enumerate(days):
        for store in (ours, theirs):
            steps = tracker_at(store, day).steps
            assert steps["S1"].declared == 20
            assert (steps["S2"].title.en == "Second") is (number >= 1)
            assert (steps["S3"].title.en == "Third") is (number >= 2)


def test_a_rule_that_both_break_together_is_a_question(ours: Store) -> None:
    """Each side has removed one of the two obstacles that block a step; together none would be left."""
    blocked = update(status=Status.BLOCKED, reason="تأشيرات")
    change(ours, update(status=Status.IN_PROGRESS))
    change(ours, blocked)
    change(ours, lambda t: obstacles.add(t, ObstacleChange(title_ar="ثانية", steps=("S1",)), DAY))
    theirs = copied(ours, "theirs")
    change(ours, lambda t: remove(t, ["O1"], DAY))
    change(theirs, lambda t: remove(t, ["O2"], DAY))
    found = joined(ours, theirs)
    assert found.result == OPEN
    assert {each.name for each in found.open} == {"O1.rule", "O2.rule"}
    assert joined(ours, theirs, lambda _: 0).result == MERGED
    assert list(ours.load().obstacles) == ["O2"]
    assert joined(theirs, ours).result == FORWARD
    assert head(ours) == head(theirs)
    assert not list(violations(ours.load()))


def test_where_both_answers_break_a_rule_one_of_them_holds(ours: Store) -> None:
    change(ours, update(status=Status.IN_PROGRESS))
    change(ours, update(status=Status.BLOCKED, reason="تأشيرات"))
    change(ours, lambda t: obstacles.add(t, ObstacleChange(title_ar="ثانية", steps=("S1",)), DAY))
    theirs = copied(ours, "theirs")
    change(ours, lambda t: remove(t, ["O1"], DAY))
    change(theirs, lambda t: remove(t, ["O2"], DAY))
    gone = joined(ours, theirs, lambda each: 0 if each.sides[0] is None else 1)
    assert gone.result == MERGED
    assert not list(violations(ours.load()))


def test_what_one_desk_erases_goes_on_the_other_too(ours: Store) -> None:
    change(ours, update(title_tr="سر لا يبقى"), note="سر آخر")
    change(ours, update(title_tr="Adım"))
    theirs = copied(ours, "theirs")
    redact(ours, act("redact", note="طلب"), 2)
    change(theirs, update("S2", title_en="Second"))
    one, other = file_of(ours), file_of(theirs)
    taken(ours, act("merge"), other, unanswered)
    taken(theirs, act("merge"), one, unanswered)
    for store in (ours, theirs):
        content = (stored(store) or b"").decode()
        assert "سر لا" not in content
        assert "سر آخر" not in content
        assert verify_chain(store).broken is None
    assert head(ours) == head(theirs)


def test_an_erased_text_does_not_come_back_with_an_older_file(ours: Store) -> None:
    change(ours, update(title_tr="سر لا يبقى"))
    change(ours, update(title_tr="Adım"))
    theirs = copied(ours, "theirs")
    change(theirs, update("S2", title_en="Second"))
    redact(ours, act("redact", note="طلب"), 2)
    taken(ours, act("merge"), file_of(theirs), unanswered)
    assert "سر لا" not in (stored(ours) or b"").decode()
    assert verify_chain(ours).broken is None
