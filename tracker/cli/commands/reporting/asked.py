"""The request for a document: the tracker as its readers see it, and the options that only some kinds have."""

import re
from collections.abc import Iterator
from copy import copy
from datetime import date
from itertools import tee
from typing import Any

from tracker import errors
from tracker.cli.input import values
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.model.audience import Audience, notes_for, seen_by
from tracker.model.history.revision import Revision
from tracker.model.records.initiatives import BRIEF_NUMBER
from tracker.reports.documents import DOCUMENTS, SETS, options_of
from tracker.reports.documents.request import Request, Standing


def refuse_others(session: Session, kind: str, given: dict[str, object]) -> None:
    """Raises `OptionElsewhere` for an option that means nothing to this kind."""
    typed = {f"--{name}": name for name, value in given.items() if value is not None}
    if session.settings.beside:
        typed[f"--lang {session.options['lang']}"] = "beside"
    for option, name in typed.items():
        if name not in options_of(kind):
            kinds = tuple(other for other in (*DOCUMENTS, *SETS) if name in options_of(other))
            raise errors.OptionElsewhere(option, kind, kinds)


def number_of(reference: str | None) -> str:
    """The number as it is kept; raises `BadValue` for what no registry gives."""
    if reference is None:
        return ""
    if not re.fullmatch(BRIEF_NUMBER, reference.strip()):
        raise errors.BadValue(reference, "reference")
    return reference.strip()


def request_of(session: Session, as_of: str | None, readers: Audience, *, printed: bool) -> Request:
    """The tracker as those readers see it, on that day and on every earlier one."""
    from tracker.store.notes import notes_at  # noqa: PLC0415 - as below
    from tracker.store.past import tracker_approved, tracker_at  # noqa: PLC0415 - beside the tracker, when a document is really made

    tracker, day = session.tracker_on(as_of)
    until = day if as_of else date.max
    state, standing = session.state, session.state.standing
    (line,) = tee(session.store.revisions(newest_first=True), 1)  # read once, however often they are rolled back

    def looked_back() -> Iterator[Revision]:
        if session.store.withholds_history:  # for who sees none of it, it begins today
            raise errors.BeforeFirst(day.isoformat(), day.isoformat())
        return copy(line)

    return Request(
        tracker=seen_by(readers, tracker),
        day=day,
        standing=Standing(standing.number, standing.head, standing.at),
        office=values.office(session, session.settings["by"] or None, "--by"),
        printed=printed,
        audience=readers,
        beside=session.settings.beside,
        lang=session.words.lang,
        past=lambda day: seen_by(readers, tracker_at(session.store, day, state, session.tracker, looked_back())),
        approved=lambda review: seen_by(readers, tracker_approved(session.store, review, state, looked_back())),
        notes=lambda: notes_for(readers, notes_at(session.store, until, session.timezone)),
    )


def asked_of(session: Session, request: Request, given: dict[str, Any]) -> Request:
    """Give the request with the options that only some kinds have, each read."""
    if not any(given.values()):
        return request
    from tracker.model.records.meetings import Meeting  # noqa: PLC0415 - as above
    from tracker.text.input.parse_date import parse_period  # noqa: PLC0415 - as above

    named = {name: given[name] for name in ("period", "against")}
    periods = {name: parse_period(value, session.today) if value else None for name, value in named.items()}
    meeting = session.tracker.get(Meeting, given["meeting"]).id if given["meeting"] else None
    reference = number_of(given["reference"])
    return replace(request, **periods, side=given["side"], meeting=meeting, reference=reference)
