"""Meetings for calendars, read back by icalendar."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import HOSTILE, hostile
from tests.views.pages import words
from tracker.frozen import replace
from tracker.model.records.meetings import MeetingStatus, Precision
from tracker.model.records.status import OPEN, Status
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.views import calendar


def made(tracker: Tracker, lang: str = "ar", kind: str = "meetings", alarm: int | None = 7) -> bytes:
    moment = "2026-03-31T08:00:00+00:00"
    return calendar.render(tracker, assess(tracker, DAY), words(lang), "1f0c", moment, kind, alarm)


def events(content: bytes) -> dict[str, Any]:
    """The events by the codes that their descriptions begin with."""
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(event["DESCRIPTION"]).partition("\n")[0]: event for event in found}


def test_every_dated_meeting_is_a_whole_day() -> None:
    found = events(made(DEMO))
    assert set(found) == set(DEMO.meetings)
    event = found["M8"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 5, 12), date(2026, 5, 13))
    assert event["SUMMARY"].startswith(DEMO.meetings["M8"].title.ar)
    assert event["SUMMARY"].params["LANGUAGE"] == "ar"


def test_what_is_postponed_is_cancelled_in_calendars() -> None:
    found = events(made(DEMO))
    off = {code for code, m in DEMO.meetings.items() if m.status in {MeetingStatus.POSTPONED, MeetingStatus.CANCELLED}}
    assert off
    assert {code for code, event in found.items() if event["STATUS"] == "CANCELLED"} == off


def test_a_change_raises_the_sequence() -> None:
    changed = {**DEMO.meetings, "M8": replace(DEMO.meetings["M8"], rev=7)}
    found = events(made(replace(DEMO, tables={**DEMO.tables, "meetings": changed})))
    assert found["M8"]["SEQUENCE"] == 7


@pytest.mark.parametrize(("rev", "sequence"), [(10**18, 2**31 - 1), (-(10**18), 0)])
def test_a_revision_that_no_calendar_can_hold_is_the_nearest_that_it_can(rev: int, sequence: int) -> None:
    edited = {**DEMO.meetings, "M8": replace(DEMO.meetings["M8"], rev=rev)}
    found = events(made(replace(DEMO, tables={**DEMO.tables, "meetings": edited})))
    assert found["M8"]["SEQUENCE"] == sequence


def test_a_month_is_no_day() -> None:
    vague = replace(DEMO.meetings["M8"], date="2026-05", date_precision=Precision.MONTH)
    tracker = replace(DEMO, tables={**DEMO.tables, "meetings": {"M8": vague}})
    assert events(made(tracker)) == {}
    assert list(calendar.entries(tracker, "meetings")) == []


def test_lines_are_folded_at_75_octets_within_no_letter() -> None:
    """RFC 5545, 3.1."""
    *lines, last = made(DEMO).split(b"\r\n")
    assert last == b""
    for line in lines:
        assert len(line) <= 75
        assert line.decode()
    assert b"\n" not in made(DEMO).replace(b"\r\n", b"")


def test_hostile_texts_are_text() -> None:
    content = made(hostile(DEMO))
    found = events(content)
    assert set(found) == set(DEMO.meetings)
    shown = "\n".join(event["SUMMARY"] for event in found.values())
    assert HOSTILE[0] in shown
    assert set(Calendar.from_ical(content).walk("VEVENT")[0]) == {
        "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LOCATION", "STATUS",
    }  # fmt: skip


def test_two_runs_give_the_same_bytes() -> None:
    assert made(DEMO) == made(DEMO)


def test_every_due_date_is_a_day_that_stays_free() -> None:
    found = events(made(DEMO, "tr", "commitments"))
    dated = {code: each for code, each in DEMO.commitments.items() if each.due}
    assert set(found) == set(dated)
    for code, each in dated.items():
        event = found[code]
        assert (event["DTSTART"].dt, event["TRANSP"]) == (each.due, "TRANSPARENT")
        assert each.title.within("tr") in event["SUMMARY"]
        assert (event["STATUS"] == "CANCELLED") == (each.status is Status.CANCELLED)


@pytest.mark.parametrize("kind", ["meetings", "commitments"])
def test_the_identity_of_an_event_is_that_of_its_record_whatever_its_code(kind: str) -> None:
    before = {code: str(event["UID"]) for code, event in events(made(DEMO, kind=kind)).items()}
    assert len(set(before.values())) == len(before)
    moved = {f"X{code}": replace(each, id=f"X{code}") for code, each in DEMO.tables[kind].items()}
    after = events(made(replace(DEMO, tables={**DEMO.tables, kind: moved}), kind=kind))
    assert {code: str(event["UID"]) for code, event in after.items()} == {
        f"X{code}": uid for code, uid in before.items()
    }


def test_what_is_to_come_has_an_alarm_at_nine_so_many_days_ahead() -> None:
    found = events(made(DEMO, kind="commitments", alarm=3))
    waiting = {code for code, each in DEMO.commitments.items() if each.status in OPEN and each.due and each.due >= DAY}
    alarms = {code: event.walk("VALARM") for code, event in found.items()}
    assert {code for code, each in alarms.items() if each} == waiting
    assert waiting
    (alarm,) = alarms[min(waiting)]
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(days=-3, hours=9))
    assert b"\r\nTRIGGER:-P2DT15H\r\n" in made(DEMO, kind="commitments", alarm=3)
    assert b"\r\nTRIGGER:PT9H\r\n" in made(DEMO, kind="commitments", alarm=0)
    assert b"VALARM" not in made(DEMO, kind="commitments", alarm=None)


def test_the_same_records_a_day_later_need_no_update() -> None:
    later = calendar.render(
        DEMO, assess(DEMO, DAY + timedelta(1)), words("ar"), "1f0c", "2026-03-31T08:00:00+00:00", "commitments"
    )
    assert later == made(DEMO, kind="commitments", alarm=None)


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("kind", ["meetings", "commitments"])
def test_another_reader_unfolds_the_same_texts(lang: str, kind: str) -> None:
    """Lines and escapes as RFC 5545 has them, read without the library that has written them."""
    content = made(hostile(DEMO), lang, kind)
    *folded, last = content.split(b"\r\n")
    assert last == b""
    assert all(len(line) <= 75 and line.decode() for line in folded)
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    summaries = [line.partition(":")[2] for line in lines if line.startswith("SUMMARY")]
    plain = [re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], each) for each in summaries]
    assert plain == [str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")]
