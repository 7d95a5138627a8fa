"""The next meeting of a series, offered after one was held."""

from tracker.cli.session import Session
from tracker.message import msg
from tracker.model.changes import meetings
from tracker.model.changes.meetings import MeetingChange
from tracker.model.records.meetings import Meeting
from tracker.model.state.series import series_state
from tracker.model.state.working_days import next_working_day
from tracker.model.tracker import Tracker
from tracker.reports.report import Day, Ref


def offer_next(session: Session, tracker: Tracker, held: Meeting) -> None:
    """Asks a person whether to schedule the next meeting of the series; names the command to anybody else."""
    series = tracker.series.get(held.series or "")
    if series is None:
        return
    today = session.today
    state = series_state(tracker, series, today)
    if state.scheduled or state.next_due is None:
        return
    day = next_working_day(max(state.next_due, today))
    if not session.can_ask:
        command = Ref(f"tracker add-meeting --series {series.id} --like {held.id} --on {day.isoformat()}")
        session.say(
            msg(
                "The next meeting of {series} is due on {day}: {command}",
                series=Ref(series.id),
                day=Day(state.next_due),
                command=command,
            )
        )
        return
    question = msg("Schedule the next meeting of {series} on {day}?", series=Ref(series.id), day=Day(day))
    if session.confirm(question):
        wanted = MeetingChange(series=series.id, date=day.isoformat())
        session.change(session.act("add-meeting"), lambda tracker: meetings.add(tracker, wanted, today, held.id))
