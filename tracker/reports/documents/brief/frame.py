"""The letter about the brief: its subject, what it follows, and what is wanted by when."""

from tracker.message import Message, msg
from tracker.model.state.briefs import last_brief
from tracker.reports.documents.request import Request
from tracker.reports.letter import Letter
from tracker.reports.report import Asked, Day, Notes, Ref
from tracker.reports.values import office_name, within


def framed_as_letter(request: Request, wanted: Notes) -> Letter:
    """The frame, with the first day by which something must be decided."""
    days = [each.by for each in wanted.items if isinstance(each, Asked) and each.by]
    side = request.tracker.side_of(request.office)
    said = {"title": within(request.tracker.initiative.title), "day": Day(request.day)}
    return Letter(
        subject=msg("Position of “{title}” on {day}", **said),
        intro=msg("to report the position on {day} and seek decisions", **said)
        if wanted.items
        else msg("to report the position on {day}", **said),
        asks=bool(wanted.items),
        required_by=min(days, default=None),
        office=office_name(request.tracker, request.office),
        side=side.value if side else "",
        reference=request.reference,
        previous=_previous(request),
        attached=msg("Implementation matrix"),
    )


def _previous(request: Request) -> Message | None:
    """The brief that went before, as a registry names it."""
    last = last_brief(request.tracker, request.day, request.office)
    if last is None:
        return None
    if last.number:
        return msg("Brief of {day}, no. {number}", day=Day(last.date), number=Ref(last.number))
    return msg("Brief of {day}", day=Day(last.date))
