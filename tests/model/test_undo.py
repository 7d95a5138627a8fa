"""Which revision is taken back or brought back, for which office (rule 15.5)."""

import pytest

from tests.model.documents import revision
from tracker.frozen import replace
from tracker.model.history.documents import Documents
from tracker.model.history.revision import Change, Revision, Undone
from tracker.model.history.undo import settled, to_redo, to_undo

CHANGE = Change("steps", "S1", {"declared": 0}, {"declared": 40})


def number(revision: Revision | None) -> int | None:
    return None if revision is None else revision.number


def history(*words: str) -> list[Revision]:
    """Revisions from words such as `LY`, `TR undo 1`, `LY redo 2`, `LY init`; newest first, as they are read."""
    made = []
    for number, text in enumerate(words, 1):
        by, command, taken = (*text.split(), "", "")[:3]
        changes = () if command in ("init", "redact") else (CHANGE,)
        made.append(
            revision(
                number, *changes, by=by, command=command or "update-step", undoes=Undone(int(taken)) if taken else None
            )
        )
    return made[::-1]


@pytest.mark.parametrize(
    ("words", "undo", "redo"),
    [
        ([], None, None),
        (["LY"], 1, None),
        (["LY", "LY"], 2, None),
        (["LY", "TR"], 1, None),
        (["TR"], None, None),
        (["LY init"], None, None),
        (["LY", "LY redact"], 1, None),
        (["LY", "LY undo 1"], None, 2),
        (["LY", "LY", "LY undo 2"], 1, 3),
        (["LY", "LY", "LY undo 2", "LY undo 1"], None, 4),
        (["LY", "LY undo 1", "LY redo 2"], 1, None),
        (["LY", "LY undo 1", "LY redo 2", "LY undo 1"], None, 4),
        (["LY", "LY", "LY undo 2", "LY undo 1", "LY redo 4"], 1, 3),
        (["LY", "LY undo 1", "LY"], 3, None),  # something else was done since
        (["LY", "LY undo 1", "TR"], None, 2),  # by another office, which does not matter
        (["TR", "LY undo 1"], None, 2),  # by its number
        (["LY", "TR undo 1"], None, None),
        (["LY", "LY undo 1", "TR undo 2"], 1, None),  # the undo itself was taken back
    ],
)
def test_choice(words: list[str], undo: int | None, redo: int | None) -> None:
    revisions = history(*words)
    assert number(to_undo(revisions, "LY")) == undo
    assert number(to_redo(revisions, "LY")) == redo


def test_without_a_named_office_its_own_are_those_without_one() -> None:
    nameless = [revision(2, CHANGE, by="LY"), revision(1, CHANGE, by="")]
    assert number(to_undo(nameless, "")) == 1


def test_a_join_that_nobody_decided_and_work_in_another_copy_are_left_alone() -> None:
    joined = replace(revision(4, CHANGE, by="", uuid=""), parents=("aa", "bb"))
    theirs, ours = revision(3, CHANGE, by="", copy="0b"), revision(2, CHANGE, by="", copy="0a")
    assert number(to_undo([joined, theirs, ours], "", "0a")) == 2
    decided = replace(joined, uuid="4", by="LY", copy="0a")
    assert number(to_undo([decided, theirs, ours], "LY", "0a")) == 4


def test_the_day_of_the_last_update_stays_where_a_later_change_renewed_it() -> None:
    before = {"declared": 0, "updated_on": None}
    change = Change("steps", "S1", before, {"declared": 40, "updated_on": "2026-03-01"})
    renewed: Documents = {"steps": {"S1": {"declared": 40, "updated_on": "2026-03-02"}}}
    assert list(settled(renewed, [change])) == [CHANGE]
    as_left: Documents = {"steps": {"S1": {"declared": 40, "updated_on": "2026-03-01"}}}
    assert list(settled(as_left, [change])) == [change]
    made = Change("evidence", "E1", None, {"id": "E1", "updated_on": "2026-03-01"})
    assert list(settled({}, [made])) == [made]
