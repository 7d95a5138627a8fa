"""The kind `followup` of `report`: what meetings decided and what became of it, in one or two languages."""

from collections.abc import Iterator, Sequence

from tracker import errors
from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.model.history.notes import notes_on
from tracker.model.history.revision import Revision
from tracker.model.records.commitments import Commitment
from tracker.model.records.decisions import Decision
from tracker.model.records.localized import Lang
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.records.parties import Side
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.commitments import CommitmentState, commitment_states
from tracker.model.state.series import next_scheduled
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.agenda import draft_agenda
from tracker.reports.answers.notes import said_in
from tracker.reports.document_cells import InLanguage
from tracker.reports.documents.framed import framed
from tracker.reports.documents.request import Request
from tracker.reports.documents.sides import totals_by_side
from tracker.reports.kinds import commitments, meetings
from tracker.reports.kinds.evidence import verified
from tracker.reports.kinds.kind import CODE, EVIDENCE, Item, Seen, Shown, day_cell, refs, table_of
from tracker.reports.kinds.reviews import period
from tracker.reports.labels import FIELDS
from tracker.reports.parts import Part, Signature, Signatures
from tracker.reports.report import Block, Facts, Many, Note, Notes, Ref, Report, Table, Value, Word
from tracker.reports.values import UNVERIFIED, filled, office_name, on_its_day, titled, told


def report(request: Request) -> Report:
    """The sheet of one meeting, of the last one held if none is named; raises `NotFound` where none was held."""
    tracker, assessment = request.tracker, assess(request.tracker, request.day)
    meeting = tracker.meetings[request.meeting] if request.meeting else _last_held(tracker, assessment)
    title = msg("Follow-up of meetings and commitments")
    return framed(request, assessment, "followup", title, _blocks(request, assessment, meeting))


def _last_held(tracker: Tracker, assessment: Assessment) -> Meeting:
    held = [
        m
        for m in tracker.meetings.values()
        if m.status is MeetingStatus.HELD and m.last_day and m.last_day <= assessment.day
    ]
    if not held:
        raise errors.NotFound("M", tuple(tracker.meetings)[:3])
    return max(held, key=lambda m: str(m.last_day))


def _blocks(request: Request, assessment: Assessment, meeting: Meeting) -> Iterator[Block]:
    tracker, seen, notes = request.tracker, Seen(request.tracker, assessment), request.notes()
    yield Part("meeting", titled(meeting.id, meeting.title))
    items = (*meetings.KIND.items(seen, meeting), *_minutes_verified(seen, meeting))
    yield Facts("facts", None, tuple(item for item in items if filled(item[2])))
    yield from _noted(seen, notes, meeting)
    taken = [d for d in tracker.decisions.values() if d.meeting == meeting.id]
    yield Part("decisions", msg("Decisions and the commitments that follow"))
    if not taken:
        yield Notes("no_decision", None, (), msg("No decision matches."))
    for decision in taken:
        states = [s for s in commitment_states(tracker, assessment.day) if s.commitment.source == decision.id]
        states = [s for s in states if _of_side(request, s)]
        title = Message("{code} {text}", {"code": Ref(decision.id), "text": decision.text})
        yield _commitments(seen, notes, request, f"decision_{decision.id}", title, states)
        yield from _noted(seen, notes, decision)
    yield from _carried_over(seen, notes, request, meeting)
    yield totals_by_side(tracker, assessment)
    yield from _coming(tracker, assessment)
    yield Signatures("signatures", msg("Signatures"), tuple(_signatures(tracker, meeting)))


def _minutes_verified(seen: Seen, meeting: Meeting) -> Iterator[Item]:
    """Whether another office has seen the signed paper."""
    paper = seen.tracker.evidence.get(meeting.minutes or "")
    if paper:
        yield "minutes_verified", msg("Minutes verified by"), verified(seen, paper)


def _of_side(request: Request, state: CommitmentState) -> bool:
    return request.side is None or request.tracker.side_of(state.commitment.owner) is request.side


def _noted(seen: Seen, notes: Sequence[Revision], record: Meeting | Decision) -> Iterator[Notes]:
    """The notes on a record, under it."""
    written = notes_on(record.id, record.uid, notes)
    if written:
        heading = msg("Notes on {code}", code=Ref(record.id))
        yield Notes(f"notes_{record.id}", heading, tuple(Note(said_in(seen.tracker, note)) for note in written))


def _commitments(
    seen: Seen, notes: Sequence[Revision], request: Request, key: str, title: Message, states: list[CommitmentState]
) -> Table:
    """One row each, with the same number in both languages where two were asked for: a column for each then."""
    columns: list[Shown[Commitment]] = [
        CODE,
        *_titles(request),
        replace(commitments.OWNER, flexible=True, rank=1),
        Shown("original_due", rank=3),
        Shown("due"),
        Shown("reschedules", rank=5),
        Shown("status"),
        Shown("completed", FIELDS["completed_on"], lambda _, each: day_cell(each.completed_on), rank=4),
        replace(EVIDENCE, flexible=False, rank=2),
        Shown("notes", value=lambda seen, each: _remarks(seen, notes, each), flexible=True, rank=6),
    ]
    found = [state.commitment for state in states]
    empty = msg("No commitment follows from it.")
    return table_of(seen, key, title, columns, found, empty, gender=commitments.KIND.gender)


def _titles(request: Request) -> list[Shown[Commitment]]:
    if request.beside is None:
        return [commitments.KIND.column("title")]
    second = _in_words(f"title_{request.beside}", request.beside)
    return [_in_words("title", request.lang), second]


def _in_words(key: str, lang: Lang) -> Shown[Commitment]:
    """The column of titles in a language, under a heading in the same."""
    heading = Message("{words}", {"words": InLanguage(lang, msg("Commitment"))})
    return commitments.KIND.column("title", key=key, label=heading, value=lambda _, each: InLanguage(lang, each.title))


def _remarks(seen: Seen, notes: Sequence[Revision], commitment: Commitment) -> Many:
    """The remarks on a commitment: by how much it is late, the reasons that were given, and the notes on it."""
    state, found = commitments.state(seen, commitment), []
    if state.overdue_days:
        found.append(msg("{days} overdue", days=nouns.days_oblique(state.overdue_days)))
    if state.unverified:
        found.append(UNVERIFIED["masculine"])
    reasons = filter(None, (told(commitment.reschedule_reason), told(commitment.status_reason)))
    written = (said_in(seen.tracker, note) for note in notes_on(commitment.id, commitment.uid, notes))
    return Many((*found, *reasons, *written), stacked=True)


def _carried_over(seen: Seen, notes: Sequence[Revision], request: Request, meeting: Meeting) -> Iterator[Block]:
    """The commitments still open from earlier meetings and from elsewhere, the oldest first."""
    since = _not_before(request.tracker, meeting)
    states = [s for s in commitment_states(request.tracker, seen.day) if s.open and _of_side(request, s)]
    states = sorted((s for s in states if s.commitment.source not in since), key=_by_due)
    if states:
        yield _commitments(seen, notes, request, "carried_over", msg("Earlier commitments still open"), states)


def _not_before(tracker: Tracker, meeting: Meeting) -> set[str]:
    """Decisions of this meeting and of those after it."""
    day = meeting.date or ""
    later = {m.id for m in tracker.meetings.values() if m.date and m.date > day} | {meeting.id}
    return {decision.id for decision in tracker.decisions.values() if decision.meeting in later}


def _by_due(state: CommitmentState) -> str:
    return str(state.commitment.due or "9999")


def _coming(tracker: Tracker, assessment: Assessment) -> Iterator[Block]:
    meeting = next_scheduled(tracker, assessment.day)
    if meeting is None:
        return
    items: list[Item] = [
        ("next_meeting", msg("Next meeting"), on_its_day(meeting)),
        ("agenda", FIELDS["agenda"], Many(meeting.agenda, stacked=True)),
        ("papers", msg("Documents"), refs(paper.id for paper in tracker.evidence_of(meeting.id))),
        ("evaluation", msg("Last evaluation"), _last_evaluation(tracker)),
    ]
    yield Facts("next", None, tuple(item for item in items if filled(item[2])))
    draft = draft_agenda(tracker, assessment, meeting)
    if draft:
        yield draft


def _last_evaluation(tracker: Tracker) -> Value:
    """The period of the last evaluation and whether both sides can rest on it; its report is a document of its own."""
    if not tracker.reviews:
        return None
    review = max(tracker.reviews.values(), key=lambda review: review.period_end)
    return msg("{code}, {period}: {status}", code=Ref(review.id), period=period(review), status=Word(review.status))


def _signatures(tracker: Tracker, meeting: Meeting) -> Iterator[Signature]:
    """The offices that took part; the two sides where nobody is named."""
    offices = [office_name(tracker, delegation.office) for delegation in meeting.participants]
    if not offices:
        sides = (Side.LY, Side.TR)
        yield from (Signature(Message("{side}", {"side": Word(side)})) for side in sides)
    for office in offices:
        yield Signature(Message("{office}", {"office": office}))
