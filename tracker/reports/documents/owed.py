"""The kind `owed` of `report`: what an office owes, as a letter to it in its language."""

from collections.abc import Iterator, Sequence

from tracker import errors
from tracker.frozen import replace
from tracker.message import Message, count, msg, msg_in
from tracker.model.records.localized import Lang, Localized
from tracker.model.records.meetings import Meeting
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.reviews import Review
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.owed import Owed, everything_owed, offices_owing
from tracker.model.tracker import Tracker
from tracker.reports.document_cells import BothCalendars
from tracker.reports.documents.framed import revision_shown
from tracker.reports.documents.request import Request
from tracker.reports.kinds import reviews
from tracker.reports.kinds.kind import CODE, Seen, Shown, table_of
from tracker.reports.letter import Letter
from tracker.reports.parts import Signature, Signatures
from tracker.reports.report import Block, Due, Facts, Heading, Many, Note, Notes, Ref, Report, Table, Value, Word
from tracker.reports.values import filled, office_name, titled, words_of

ASKED = msg("What we ask you to complete")
FOLLOWS = msg("Follows from")
_LANGUAGES: dict[Side, Lang] = {Side.LY: "ar", Side.TR: "tr"}
"""The language in which each side is written to."""


def report(request: Request) -> Report:
    """The letter to an office or a side; without either, what each office owes."""
    tracker, assessment = request.tracker, assess(request.tracker, request.day)
    one = _is_letter(request)
    return Report(
        kind="owed",
        day=request.day,
        heading=Heading(tracker.initiative.title, request.day),
        blocks=tuple(_letter(request, assessment) if one else _overview(request, assessment)),
        demo=tracker.demo,
        footer=(revision_shown(request.standing),),
        title=ASKED if one else msg("What each office owes"),
        moment=request.standing.at,
        audience="" if request.audience == "internal" else request.audience.value,
        lang=request.letter_lang,
        letter=_frame(request) if one else None,
        wide=not one,
    )


def _is_letter(request: Request) -> bool:
    """Whether it goes to an office or a side, and is not about all of them."""
    return request.owner is not None or request.side is not None


def _frame(request: Request) -> Letter:
    """The frame of the letter, from the office that asks."""
    tracker, to = request.tracker, office_name(request.tracker, request.owner)
    side = tracker.side_of(request.office)
    return Letter(
        subject=Message("{document} – {programme}", {"document": ASKED, "programme": tracker.initiative.title}),
        to=to or (Word(request.side) if request.side else None),
        office=office_name(tracker, request.office),
        side=side.value if side else "",
        reference=request.reference,
    )


def language_of(request: Request) -> Lang | None:
    """The language of a letter: that of the side that gets it; None where neither has one of its own."""
    side = side_of_letter(request)
    return _LANGUAGES.get(side) if side else None


def side_of_letter(request: Request) -> Side | None:
    """The side that a letter goes to; None for an overview, or where the party is not known."""
    return request.side or request.tracker.side_of(request.owner)


def owed_by(request: Request, assessment: Assessment) -> list[Owed]:
    """The things that the office, or the side, of a request owes."""
    found = everything_owed(request.tracker, assessment)
    if request.owner is not None:
        return [each for each in found if each.is_of(request.owner)]
    if request.side is not None:
        return [each for each in found if request.side in each.sides(request.tracker)]
    return found


def letters(request: Request) -> list[Office]:
    """The offices that are to get a letter: those that owe something, of the side that was asked for."""
    offices = offices_owing(owed_by(request, assess(request.tracker, request.day)))
    return [each for each in offices if request.side is None or request.tracker.side_of(each) is request.side]


def _letter(request: Request, assessment: Assessment) -> Iterator[Block]:
    owed = owed_by(request, assessment)
    to: Value = office_name(request.tracker, request.owner) or (Word(request.side) if request.side else None)
    items = (
        ("to", msg("To"), to),
        ("from", msg("From"), office_name(request.tracker, request.office)),
        ("reference", msg_in("letter", "Reference"), Ref(request.reference) if request.reference else None),
        ("date", msg("Date"), BothCalendars(request.day)),
    )
    yield Facts("letter", None, tuple(item for item in items if filled(item[2])))
    if not owed:
        yield Notes(
            "opening", None, (Note(msg("At present there is no open matter under your responsibility. Thank you.")),)
        )
        yield replace(_table(request, assessment, owed), empty=None)  # for programs: its columns, and no row
        return
    yield Notes("opening", None, tuple(map(Note, _opening(request, owed))))
    yield _table(request, assessment, owed)
    yield Notes("closing", None, (Note(_asked_of(len(owed))), Note(msg("With our thanks and regards."))))
    if request.office:
        name = Message("{office}", {"office": office_name(request.tracker, request.office)})
        yield Signatures("signature", None, (Signature(name),))


def _opening(request: Request, owed: Sequence[Owed]) -> Iterator[Message]:
    yield count(
        "{n} matter under your responsibility in the programme is still open.",
        "{n} matters under your responsibility in the programme are still open.",
        len(owed),
    )
    late = sum(each.due is not None and each.due < request.day for each in owed)
    if late:
        yield _late(late, len(owed))


def _late(late: int, of: int) -> Message:
    """The matters that are past their dates, among those of the sentence before: one, two or more (an Arabic dual)."""
    match late, of:
        case _, 1:
            return msg("It is past its date.")
        case 1, 2:
            return msg("One of the two is past its date.")
        case _, 2:
            return msg("Both are past their dates.")
        case _:
            return count("{n} of them is past its date.", "{n} of them are past their dates.", late)


def _asked_of(owed: int) -> Message:
    """The request to say how the matters stand, of which there are one, two or more."""
    match owed:
        case 1:
            return msg("Please tell us how it stands, and send us the document that shows what has been completed.")
        case 2:
            return msg(
                "Please tell us how both of them stand, and send us the document that shows what has been completed."
            )
        case _:
            return msg(
                "Please tell us how each of them stands, and send us the document that shows what has been completed."
            )


def _overview(request: Request, assessment: Assessment) -> Iterator[Block]:
    """A table of all that is owed, by office; matters of no office come last."""
    owed = owed_by(request, assessment)
    yield _table(request, assessment, sorted(owed, key=lambda each: (not each.offices, _codes(each))))


def _codes(each: Owed) -> list[str]:
    return list(map(str, each.offices))


def _table(request: Request, assessment: Assessment, owed: Sequence[Owed]) -> Table:
    """The things that are owed; a letter says in words what each follows from, for an office without the tracker."""
    seen, one = Seen(request.tracker, assessment), _is_letter(request)
    offices: Shown[Owed] = Shown("owner", value=_offices, flexible=True)
    columns: list[Shown[Owed]] = [
        Shown("id", CODE.label, lambda _, each: Ref(each.record.id)),
        Shown("thing", msg("What is asked"), lambda _, each: Word(each.thing), rank=1),
        Shown("title", msg("Subject"), lambda _, each: _title(each), flexible=True, letters=18),
        *([] if request.owner else [offices]),
        Shown("source", FOLLOWS, _codes_of_source, rank=2, hidden=one),
        *([Shown("follows_from", FOLLOWS, _source_in_words, rank=2, flexible=True)] if one else []),
        Shown("due", msg("Due"), lambda seen, each: Due(each.due, (each.due - seen.day).days) if each.due else None),
    ]
    return table_of(seen, "owed", None, columns, owed, msg("Nothing is open."))


def _offices(seen: Seen, each: Owed) -> Value:
    return Many(tuple(map(seen.office, each.offices)), stacked=True)


def _title(each: Owed) -> Localized | str | None:
    record = each.record
    found: Localized | None = getattr(record, "title", None) or getattr(record, "text", None)
    return found


def _sources(tracker: Tracker, each: Owed) -> list[str]:
    """The code of the record that it follows from, or belongs to, behind that of the meeting of a decision."""
    record = each.record
    names = (getattr(record, name, None) for name in ("source", "step", "review", "series"))
    if isinstance(record, Meeting):
        return [record.series] if record.series else []
    code = next((name for name in names if name), None) or next(iter(getattr(record, "steps", ())), None)
    if code is None:
        return []
    decision = tracker.decisions.get(code)
    return [decision.meeting, code] if decision else [code]


def _codes_of_source(seen: Seen, each: Owed) -> Value:
    codes = tuple(map(Ref, _sources(seen.tracker, each)))
    return codes[0] if len(codes) == 1 else Many(codes) if codes else None


def _source_in_words(seen: Seen, each: Owed) -> Value:
    return Many(tuple(_titled(seen.tracker, code) for code in _sources(seen.tracker, each)), stacked=True)


def _titled(tracker: Tracker, code: str) -> Value:
    """A record by its code and its words, an evaluation by its period; by its code alone if these readers lack it."""
    try:
        _, record = tracker.find(code)
    except errors.NotFound:
        return Ref(code)
    return titled(code, reviews.period(record) if isinstance(record, Review) else words_of(record))
