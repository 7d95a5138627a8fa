"""Adding and changing meetings (rules 8.1 to 8.6)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, aspect, paper, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes import meetings
from tracker.model.changes.evidence import Attachment
from tracker.model.changes.meetings import ALLOWED, MeetingChange
from tracker.model.records.evidence import EvidenceKind
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Delegation, Level, Meeting, MeetingKind, MeetingStatus, Place, Precision
from tracker.model.records.office import Office
from tracker.model.records.series import Series
from tracker.model.rules.follow_up import broken_in_follow_up
from tracker.model.state.working_days import both_sides_meet
from tracker.model.tracker import Tracker

SCHEDULED, HELD = MeetingStatus.SCHEDULED, MeetingStatus.HELD
POSTPONED, CANCELLED = MeetingStatus.POSTPONED, MeetingStatus.CANCELLED
NAME = Localized("لقاءات فنية", None, "Technical meetings")
SERIES = Series(id="T1", name=NAME, interval_months=3, level=Level.TECHNICAL)


def meeting(code: str = "M1", **fields: Any) -> Meeting:
    defaults: dict[str, Any] = {
        "kind": MeetingKind.MEETING,
        "title": Localized("لقاء"),
        "status": SCHEDULED,
        "date": "2026-03-30",
        "date_precision": Precision.DAY,
    }
    return Meeting(id=code, **{**defaults, **fields})


def changed(old: Meeting, *records: Any, on: date = DAY, **wanted: Any) -> Meeting:
    return meetings.update(tracker(old, SERIES, *records), old.id, MeetingChange(**wanted), on).meetings[old.id]


def added(wanted: MeetingChange, *records: Any, like: str | None = None) -> Tracker:
    return meetings.add(tracker(SERIES, *records), wanted, DAY, like)


def test_a_title_is_all_that_a_meeting_needs() -> None:
    new = added(MeetingChange(title_ar="لقاء")).meetings["M1"]
    assert (new.title, new.status, new.date, new.date_precision) == (
        Localized("لقاء"),
        SCHEDULED,
        None,
        Precision.UNKNOWN,
    )
    with pytest.raises(errors.NeedsTitle):
        added(MeetingChange(date="2026"))


def test_minutes_are_signed_once_they_are_there() -> None:
    held = meeting(status=HELD)
    whole = meetings.update(
        tracker(held), "M1", MeetingChange(minutes=Attachment(reference="7/2026"), minutes_signed_on=DAY), DAY
    )
    assert whole.meetings["M1"].minutes_signed_on == DAY
    assert list(broken_in_follow_up(whole)) == []
    gone = meetings.update(whole, "M1", MeetingChange(clear=frozenset({"minutes"})), DAY).meetings["M1"]
    assert (gone.minutes, gone.minutes_signed_on) == (None, None)
    with pytest.raises(errors.SignedInFuture):
        changed(held, minutes_signed_on=DAY + timedelta(1))


def test_a_signature_stands_under_one_paper() -> None:
    held = tracker(meeting(status=HELD, minutes="E1", minutes_signed_on=DAY), paper())
    same, other = Attachment(reference="E1"), Attachment(reference="8/2026")
    again = meetings.update(held, "M1", MeetingChange(minutes=same), DAY).meetings["M1"]
    assert (again.minutes, again.minutes_signed_on) == ("E1", DAY)
    replaced = meetings.update(held, "M1", MeetingChange(minutes=other), DAY).meetings["M1"]
    assert (replaced.minutes, replaced.minutes_signed_on) == ("E2", None)
    signed = meetings.update(held, "M1", MeetingChange(minutes=other, minutes_signed_on=DAY), DAY).meetings["M1"]
    assert (signed.minutes, signed.minutes_signed_on) == ("E2", DAY)
    wanted = MeetingChange(clear=frozenset({"minutes"}), minutes_signed_on=DAY)
    assert [type(each) for each in broken_in_follow_up(meetings.update(held, "M1", wanted, DAY))] == [
        errors.NeedsMinutes
    ]


@pytest.mark.parametrize(
    ("fields", "broken"),
    [
        ({"minutes": None}, errors.NeedsMinutes("M1")),
        (
            {"minutes": "E1", "minutes_signed_on": date(2026, 3, 29)},
            errors.SignedTooEarly("M1", "2026-03-30", "2026-03-29"),
        ),
        ({"minutes": "E1", "date": "2026-03", "date_precision": Precision.MONTH}, None),
    ],
)
def test_what_was_signed_was_recorded_and_met_before(fields: dict[str, Any], broken: errors.RuleBroken | None) -> None:
    whole = tracker(meeting(**{"status": HELD, "minutes_signed_on": DAY, **fields}), paper())
    assert [repr(each) for each in broken_in_follow_up(whole)] == ([repr(broken)] if broken else [])


def test_a_meeting_of_a_series_has_its_name_and_level() -> None:
    new = added(MeetingChange(series="1", date="2026-05")).meetings["M1"]
    assert (new.title, new.level, new.series, new.date_precision) == (NAME, Level.TECHNICAL, "T1", Precision.MONTH)


def test_like_another_it_takes_over_all_but_what_happened_there() -> None:
    model = meeting("M1", status=HELD, place=Place("TR"), steps=("S1",), series="T1", minutes="E1", agenda=(NAME,))
    records = (model, step("S1"), paper("E1"))
    new = added(MeetingChange(title_ar="آخر", level=Level.MINISTERIAL), *records, like="m1").meetings["M2"]
    assert (new.place, new.steps, new.series, new.level) == (Place("TR"), ("S1",), "T1", Level.MINISTERIAL)
    assert (new.status, new.minutes, new.agenda, new.date) == (SCHEDULED, None, (), None)


@pytest.mark.parametrize("day", [None, "2026-03-31", "2026-03", "2026", "2024-05-01"])
def test_held_on_a_day_that_has_come(day: str | None) -> None:
    assert changed(meeting(), status=HELD, date=day).status is HELD


@pytest.mark.parametrize("day", ["2026-04-01", "2026-04", "2027"])
def test_not_held_on_one_to_come(day: str) -> None:
    with pytest.raises(errors.DateInFuture):
        changed(meeting(), status=HELD, date=day)
    with pytest.raises(errors.DateInFuture):
        changed(meeting(status=HELD), date=day)


@pytest.mark.parametrize("after", [POSTPONED, CANCELLED])
def test_putting_off_and_calling_off_have_a_reason(after: MeetingStatus) -> None:
    with pytest.raises(errors.NeedsReason):
        changed(meeting(), status=after)
    new = changed(meeting(), status=after, reason="تعارض المواعيد")
    assert (new.status, new.status_reason) == (after, "تعارض المواعيد")


def test_a_new_date_schedules_what_was_postponed() -> None:
    new = changed(meeting(status=POSTPONED, status_reason="تعارض"), date="2026-06-02")
    assert (new.status, new.status_reason, new.date) == (SCHEDULED, None, "2026-06-02")


@given(st.sampled_from(MeetingStatus), st.sampled_from(MeetingStatus))
def test_no_way_but_those_of_the_table(before: MeetingStatus, after: MeetingStatus) -> None:
    old = meeting(status=before)
    if after is before or after in ALLOWED[before]:
        assert changed(old, status=after, reason="سبب").status is after
    else:
        with pytest.raises(errors.TransitionRefused):
            changed(old, status=after, reason="سبب")


def test_a_date_in_whose_place_it_moves_makes_the_meeting() -> None:
    old = meeting(place=Place("LY"), agenda=(NAME,))
    new = meetings.update(
        tracker(old), "M1", MeetingChange(status=POSTPONED, reason="تعارض", rescheduled_to="2026-06-02"), DAY
    )
    made = new.meetings["M2"]
    assert new.meetings["M1"].rescheduled_to == "M2"
    assert (made.date, made.status, made.place, made.agenda, made.title) == (
        "2026-06-02",
        SCHEDULED,
        Place("LY"),
        (NAME,),
        old.title,
    )
    assert changed(old, meeting("M7"), rescheduled_to="M7").rescheduled_to == "M7"
    with pytest.raises(errors.NotFound):
        changed(old, rescheduled_to="M9")


def test_minutes_are_a_paper_of_the_meeting() -> None:
    new = meetings.update(tracker(meeting()), "M1", MeetingChange(minutes=Attachment(reference="12/2026")), DAY)
    (found,) = new.evidence_of("M1")
    assert (new.meetings["M1"].minutes, found.kind, found.reference) == (found.id, EvidenceKind.MINUTES, "12/2026")
    letter = replace(paper("E1"), kind=EvidenceKind.LETTER)
    new = meetings.update(tracker(meeting(), letter), "M1", MeetingChange(minutes=Attachment(reference="E1")), DAY)
    assert (new.meetings["M1"].minutes, new.evidence["E1"].kind) == ("E1", EvidenceKind.LETTER)


def test_lists_grow_until_they_are_emptied() -> None:
    old = meeting(agenda=(NAME,), steps=("S1",))
    records = (step("S1"), step("S2"))
    more = changed(old, *records, agenda=(NAME, Localized("بند")), steps=("S2",))
    assert (more.agenda, more.steps) == ((NAME, Localized("بند")), ("S1", "S2"))
    assert changed(old, *records, clear=frozenset({"agenda", "steps"})).agenda == ()


def test_a_delegation_takes_the_place_of_the_one_of_its_office() -> None:
    ours, theirs = Office("LY", "coord"), Office("TR", "liaison")
    old = meeting(participants=(Delegation(ours, 6), Delegation(theirs, 5)))
    assert changed(old, participants=(Delegation(ours, 7),)).participants == (
        Delegation(theirs, 5),
        Delegation(ours, 7),
    )
    assert changed(old, participants=(Delegation(ours, 0),)).participants == (Delegation(theirs, 5),)
    with pytest.raises(errors.UnknownParty):
        changed(old, participants=(Delegation(Office("XX"), 1),))


def test_both_sides_meet_unless_all_are_of_one() -> None:
    ours, theirs = Delegation(Office("LY"), 6), Delegation(Office("TR"), 5)
    whole = tracker(aspect())
    assert both_sides_meet(whole, meeting())
    assert both_sides_meet(whole, meeting(participants=(ours, theirs)))
    assert not both_sides_meet(whole, meeting(participants=(ours,)))
