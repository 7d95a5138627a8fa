"""Meetings for calendars, read back by icalendar."""

from datetime import date
from typing import Any

from icalendar import Calendar

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import HOSTILE, hostile
from tests.views.pages import words
from tracker.frozen import replace
from tracker.model.records.meetings import MeetingStatus, Precision
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.views import calendar


def made(tracker: Tracker, lang: str = "ar") -> bytes:
    return calendar.render(tracker, assess(tracker, DAY), words(lang), "1f0c", "2026-03-31T08:00:00+00:00")


def events(content: bytes) -> dict[str, Any]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(event["UID"]): event for event in found}


def test_every_dated_meeting_is_a_whole_day() -> None:
    found = events(made(DEMO))
    assert set(found) == {f"{code}-1f0c@tracker" for code in DEMO.meetings}
    event = found["M8-1f0c@tracker"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 5, 12), date(2026, 5, 13))
    assert event["SUMMARY"].startswith(DEMO.meetings["M8"].title.ar)
    assert event["SUMMARY"].params["LANGUAGE"] == "ar"


def test_what_is_postponed_is_cancelled_in_calendars() -> None:
    found = events(made(DEMO))
    off = {code for code, m in DEMO.meetings.items() if m.status in {MeetingStatus.POSTPONED, MeetingStatus.CANCELLED}}
    assert off
    assert {uid.partition("-")[0] for uid, event in found.items() if event["STATUS"] == "CANCELLED"} == off


def test_a_change_raises_the_sequence() -> None:
    changed = {**DEMO.meetings, "M8": replace(DEMO.meetings["M8"], rev=7)}
    found = events(made(replace(DEMO, tables={**DEMO.tables, "meetings": changed})))
    assert found["M8-1f0c@tracker"]["SEQUENCE"] == 7


def test_a_month_is_no_day() -> None:
    vague = replace(DEMO.meetings["M8"], date="2026-05", date_precision=Precision.MONTH)
    tracker = replace(DEMO, tables={**DEMO.tables, "meetings": {"M8": vague}})
    assert events(made(tracker)) == {}
    assert calendar.dated(tracker.meetings.values()) == ()


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
    assert set(found) == {f"{code}-1f0c@tracker" for code in DEMO.meetings}
    shown = "\n".join(event["SUMMARY"] for event in found.values())
    assert HOSTILE[0] in shown
    assert set(Calendar.from_ical(content).walk("VEVENT")[0]) == {
        "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LOCATION", "STATUS",
    }  # fmt: skip


def test_two_runs_give_the_same_bytes() -> None:
    assert made(DEMO) == made(DEMO)
