"""Two trackers of one programme, each begun on its own, that are joined when asked for."""

from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from tests.campaigns.within import SECONDS, limited
from tests.store.desks import file_of, head, taken, unanswered
from tests.store.forged import sealed
from tests.store.stores import DAY, act, attach, change, update
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes import initiatives
from tracker.model.changes.initiatives import InitiativeChange
from tracker.model.history.chain import beginning
from tracker.model.history.hashes import chained
from tracker.model.joining.beginnings import step_between
from tracker.model.joining.conflict import Conflict
from tracker.store.exchange.joining import FORWARD, MERGED, NOTHING, Comparison, carry_out, compare
from tracker.store.exchange.pair import Incoming
from tracker.store.file.schema import SCHEMA
from tracker.store.lines import Line
from tracker.store.open import open_store
from tracker.store.past import tracker_at
from tracker.store.redacting import redact
from tracker.store.state import State
from tracker.store.store import Store
from tracker.store.template import template_state
from tracker.store.verify import broken_at, verify_chain


def begun(path: Path, state: State, office: str) -> Store:
    store = open_store(path, named=False)
    store.create(act("init", by=office), state)
    return store


def edition() -> State:
    """The article as a later edition of it could be: another translation, and one record less."""
    state = template_state()
    step = {**state.documents["steps"]["S1"], "title": {**state.documents["steps"]["S1"]["title"], "tr": "Başka"}}
    steps = {**state.documents["steps"], "S1": step}
    meetings = {"M1": state.documents["meetings"]["M1"]}
    return replace(state, documents={**state.documents, "steps": steps, "meetings": meetings})


@pytest.fixture(params=["same", "other"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Store, Store]:
    """Two stores that were begun apart, alike or from two editions, and went on since."""
    ours = begun(tmp_path / "ly.json", template_state(), "LY")
    theirs = begun(tmp_path / "tr.json", template_state() if request.param == "same" else edition(), "TR")
    change(ours, update(declared=10))
    change(ours, attach("S1", "محضر 1"))
    change(theirs, update("S2", title_en="Second"), by="TR")
    change(theirs, attach("S2", "Rapor 7"), by="TR")
    return ours, theirs


def by_who_worked(conflict: Conflict) -> int:
    """Answer as somebody who knows that the other side has worked on the second step."""
    return 1 if conflict.code == "S2" else 0


def joined(store: "Store", incoming: Incoming, by: str = "LY") -> Comparison:
    asked = act("merge", by=by)
    found = compare(store, asked, incoming, by_who_worked, begun_apart=True)
    carry_out(store, asked, found)
    return found


def test_they_are_refused_unless_asked_for(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    before = ours.state()
    with pytest.raises(errors.BegunApart):
        compare(ours, act("merge"), file_of(theirs), unanswered)
    assert ours.state() == before


def test_both_come_to_one_head_with_the_history_of_both(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    joined(ours, file_of(theirs))
    # Once joined they are copies of one tracker.
    assert taken(theirs, act("merge", by="TR"), file_of(ours), unanswered).result == FORWARD
    assert head(ours) == head(theirs)
    for store in pair:
        assert verify_chain(store).broken is None
        tracker = store.load()
        assert (tracker.steps["S1"].declared, tracker.steps["S2"].title.en) == (10, "Second")
        assert {paper.reference for paper in tracker.evidence.values()} >= {"محضر 1", "Rapor 7"}
        assert (len(tracker.steps), len(tracker.aspects), len(tracker.meetings)) == (5, 3, 2)
        assert [each.command for each in store.revisions() if each.by == "TR"] == ["init", "update-step", "update-step"]
    assert ours.load() == theirs.load()


def test_they_go_on_exchanging(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    older = file_of(theirs)
    joined(ours, older)
    change(theirs, update("S3", title_en="Third"), by="TR")
    change(ours, update("S4", title_en="Fourth"))
    one, other = file_of(ours), file_of(theirs)
    assert taken(ours, act("merge"), other, unanswered).result == MERGED
    assert taken(theirs, act("merge", by="TR"), one, unanswered).result == MERGED
    assert taken(ours, act("merge"), file_of(theirs), unanswered).result == NOTHING
    assert taken(ours, act("merge"), older, unanswered).result == NOTHING
    assert head(ours) == head(theirs)
    assert ours.load() == theirs.load()
    for store in pair:
        assert verify_chain(store).broken is None
        titles = [step.title.en for step in store.load().steps.values()]
        assert titles[1:4] == ["Second", "Third", "Fourth"]
        assert len(tracker_at(store, DAY).steps) == 5


def test_a_join_of_both_can_be_taken_back(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    found = joined(ours, file_of(theirs))
    assert found.revision is not None
    ours.undo(act("undo"), ours.revision(found.revision.number))
    assert ours.load().steps["S2"].title.en != "Second"
    assert ours.load().steps["S1"].declared == 10
    assert verify_chain(ours).broken is None


def test_what_was_there_at_the_beginning_can_be_erased(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    joined(ours, file_of(theirs))
    change(ours, update("S1", title_tr="Yeni"))
    change(ours, update("S1", title_tr="Daha yeni"))
    number = ours.state().standing.number
    redact(ours, act("redact", note="طلب"), number - 1)
    assert verify_chain(ours).broken is None
    assert "Yeni" not in Path(ours.place).read_text(encoding="utf-8")
    taken(theirs, act("merge", by="TR"), file_of(ours), unanswered)
    assert verify_chain(theirs).broken is None


def test_a_beginning_that_was_changed_by_hand_is_found(tmp_path: Path) -> None:
    ours, theirs = (
        begun(tmp_path / name, state, by)
        for name, state, by in (("ly", template_state(), "LY"), ("tr", edition(), "TR"))
    )
    joined(ours, file_of(theirs))
    path = Path(ours.place)
    text = path.read_text(encoding="utf-8")
    step = next(line for line in text.splitlines() if '"begin"' in line)
    path.write_text(text.replace(step, step.replace("Başka", "Sahte")), encoding="utf-8")
    assert verify_chain(open_store(path, named=True)).broken is not None


def test_another_programme_is_refused_whatever_is_asked(tmp_path: Path) -> None:
    ours, theirs = (begun(tmp_path / name, template_state("blank"), by) for name, by in (("ly", "LY"), ("tr", "TR")))
    change(theirs, lambda t: initiatives.update(t, InitiativeChange(title_ar="برنامج آخر"), DAY), by="TR")
    with pytest.raises(errors.OtherTracker) as refused:
        compare(ours, act("merge"), file_of(theirs), unanswered, begun_apart=True)
    assert refused.value.title == "برنامج آخر"


def test_a_forged_beginning_is_refused(tmp_path: Path) -> None:
    ours = begun(tmp_path / "ly", template_state(), "LY")
    theirs = file_of(begun(tmp_path / "tr", edition(), "TR"))
    initiative = next(iter(theirs.state.documents["initiative"].values()))
    forged = {**theirs.state.documents, "initiative": {initiative["id"]: {**initiative, "objective": {"ar": "غيره"}}}}
    with pytest.raises(errors.ForgedFile):
        compare(
            ours,
            act("merge"),
            replace(theirs, state=replace(theirs.state, documents=forged)),
            unanswered,
            begun_apart=True,
        )


def in_a_circle(incoming: Incoming) -> Incoming:
    """The same with a step that leads from the revision to which it leads, with all digests that these rules want."""
    standing, documents = incoming.state.standing, incoming.state.documents
    last = next(each for each in incoming.revisions if each.hash == standing.head)
    name = beginning(documents, standing.erased, standing.salts, demo=standing.demo)
    empty = replace(last, number=last.number + 1, parents=(name, last.hash), changes=(), salts={}, erased={})
    tried = (replace(empty, uuid=str(UUID(int=number))) for number in count())
    led = next(replace(each, hash=chained(each)) for each in tried if chained(each) < name)
    step = step_between((led.hash, documents), (name, documents), last.at, SCHEMA)
    state = replace(incoming.state, standing=replace(standing, head=led.hash, number=led.number))
    return replace(incoming, state=state, revisions=[*incoming.revisions, led, step])


def test_a_history_that_leads_in_a_circle_is_refused(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    joined(ours, file_of(theirs))
    with pytest.raises(errors.ForgedFile), limited(SECONDS):
        compare(theirs, act("merge", by="TR"), in_a_circle(file_of(ours)), unanswered)


def test_a_head_that_is_in_no_history_is_told(pair: tuple[Store, Store]) -> None:
    ours, theirs = pair
    joined(ours, file_of(theirs))
    path, standing = Path(ours.place), ours.state().standing
    path.write_bytes(sealed(path.read_bytes().replace(standing.head.encode(), b"0" * 64, 1)))
    forged = open_store(path, named=True)
    assert (forged.state().standing.head, forged.load().tables) == ("0" * 64, ours.load().tables)
    with pytest.raises(errors.Corrupt, match="revisions/"):
        joined(forged, file_of(theirs))
    with pytest.raises(errors.ForgedFile):
        joined(theirs, file_of(forged), by="TR")


@pytest.mark.parametrize("circle", [False, True])
def test_a_circle_in_a_history_of_ones_own_is_found(pair: tuple[Store, Store], circle: bool) -> None:
    ours, theirs = pair
    joined(ours, file_of(theirs))
    incoming = in_a_circle(file_of(ours)) if circle else file_of(ours)
    standing = replace(incoming.state.standing, lines=len(incoming.revisions))
    newest_first = [Line(each, each.changes) for each in incoming.revisions][::-1]
    with limited(SECONDS):
        assert (broken_at(incoming.state.documents, standing, newest_first) is not None) == circle


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_three_that_were_begun_apart_come_to_one_head(tmp_path: Path, order: tuple[int, ...]) -> None:
    other = edition()
    third = replace(other, documents={**other.documents, "meetings": {}})
    stores = [
        begun(tmp_path / str(number), state, by)
        for number, (state, by) in enumerate(zip((template_state(), other, third), ("LY", "TR", "LY"), strict=True))
    ]
    one, two, three = (stores[place] for place in order)
    joined(two, file_of(three))
    joined(one, file_of(two))
    joined(three, file_of(one))
    joined(two, file_of(three))
    assert head(one) == head(two) == head(three)
    for store in stores:
        assert verify_chain(store).broken is None
