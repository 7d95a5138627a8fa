"""The cells made of records and figures, shared by every report."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tracker.frozen import replace
from tracker.message import Message, msg, msg_in
from tracker.model.records.activities import Gate, Participants
from tracker.model.records.localized import Localized, Text, in_languages
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment
from tracker.model.state.figures import Figures
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker
from tracker.reports.parts import Figure
from tracker.reports.report import (
    Colour,
    Day,
    Heading,
    Many,
    OfficeName,
    Percent,
    Points,
    Progress,
    Ref,
    TheOne,
    Value,
    Word,
)
from tracker.reports.vocabulary import THEMES

if TYPE_CHECKING:
    from tracker.model.records.meetings import Meeting

TITLES = ("title", "name", "text", "reference")
"""The fields with the words by which people know a record; each has one of them at least."""
UNVERIFIED = {
    "feminine": msg_in("feminine", "(unverified)"),
    "masculine": msg_in("masculine", "(unverified)"),
}


def record_name(code: str) -> Value:
    """A record's code as it is shown to a reader, who is not told to type it."""
    return TheOne(code) if code in ("initiative", "thresholds") else Ref(code)


def office_name(tracker: Tracker, office: Office | None) -> OfficeName | None:
    """An office with the names of its party and role; a code that is not in the register stands for itself."""
    if office is None:
        return None
    party = tracker.parties.get(office.party)
    role = tracker.roles.get(office.role or "")
    if party is None:
        return OfficeName(Ref(office.party), None, str(office))
    return OfficeName(party.name, role.name if role else None, str(office))


def theme_names(themes: Iterable[str]) -> Many:
    """The themes in words; one that is not known stays as it is stored."""
    return Many(tuple(THEMES.get(theme, Ref(theme)) for theme in themes))


def participants(counts: Participants | None) -> Message | None:
    """The participants as counts by side."""
    if counts is None:
        return None
    return msg("Libyan side {ly}, Turkish side {tr}, women {women}", ly=counts.ly, tr=counts.tr, women=counts.women)


def gate_days(days: Mapping[str, Any]) -> Many:
    """The gates that were passed, each with its day."""
    passed = ((gate, days.get(gate)) for gate in Gate)
    lines = (Message("{gate} {day}", {"gate": Word(gate), "day": Day(day)}) for gate, day in passed if day)
    return Many(tuple(lines), stacked=True)


def owner_name(tracker: Tracker, office: Office | None) -> OfficeName | Message:
    """The office that answers for something, or that there is none."""
    return office_name(tracker, office) or msg("no owner")


def progress_cell(figures: Figures | None) -> Progress | None:
    """The declared beside the evidenced percent, as displayed."""
    if figures is None:
        return None
    return Progress(displayed(figures.declared), displayed(figures.evidenced))


def figures(values: Figures | None) -> dict[str, int | None]:
    """Percentages as displayed, for programs; expected and variance are null where no dates allow them.

    `dated_weight` is the percentage of weight that has dates, over which the variance is taken (rule 3.12).
    """
    if values is None:
        return {"progress": None, "evidenced": None, "expected": None, "variance": None, "dated_weight": None}
    return {
        "progress": displayed(values.declared),
        "evidenced": displayed(values.evidenced),
        "expected": None if values.expected is None else displayed(values.expected),
        "variance": values.points,
        "dated_weight": displayed(values.dated * 100),
    }


def percent(value: int | None) -> Percent | None:
    """A percentage, or nothing where there is none."""
    return None if value is None else Percent(value)


def expected_cell(figures: Figures | None) -> Percent | None:
    """The expected percent, where dates allow it."""
    if figures is None or figures.expected is None:
        return None
    return Percent(displayed(figures.expected))


def points_cell(figures: Figures | None) -> Points | None:
    """The difference to expectation, in points."""
    return Points(figures.points) if figures is not None and figures.points is not None else None


def work_status_cell(status: Status, gender: str, *, unverified: bool) -> Value:
    """A status in the gender of what it describes, and whether another office is still to verify it (rule 5.8)."""
    word = Word(status, gender)
    return Many((word, UNVERIFIED[gender]), stacked=True) if unverified else word


def heading(tracker: Tracker, assessment: Assessment) -> Heading:
    """The heading over lists and reports: initiative, day and the line of totals."""
    totals: list[Value] = []
    figures = assessment.figures
    if figures is not None:
        totals.append(declared_and_evidenced(figures))
        if figures.expected is not None:
            totals.append(expected_of(figures, figures.expected))
    totals.append(Colour(assessment.health, assessment.reasons))
    return Heading(tracker.initiative.title, assessment.day, tuple(totals))


def expected_of(figures: Figures, expected: Fraction) -> Message:
    """The expected percent; where undated work is left out, beside what is declared of the dated part (rule 3.12)."""
    percent = Percent(displayed(expected))
    if not figures.left_out:
        return msg("expected {percent}", percent=percent)
    return msg(
        "work with planned dates ({share} of the weight): declared {declared}, expected {percent}",
        share=Percent(displayed(figures.dated * 100)),
        declared=Percent(displayed(figures.actual)),
        percent=percent,
    )


def declared_and_evidenced(figures: Figures) -> Message:
    """The gap by name (rule 3.6)."""
    return msg(
        "declared {declared} · evidenced {evidenced}",
        declared=Percent(displayed(figures.declared)),
        evidenced=Percent(displayed(figures.evidenced)),
    )


def title_of(record: Record) -> Value:
    """The words by which people know a record."""
    return next((value for name in TITLES if (value := getattr(record, name, None))), "")


def within(title: Localized) -> Localized:
    """A title as it stands within a sentence: without its own full stop."""
    ends = {lang: text.rstrip().removesuffix(".") for lang in ("ar", "tr", "en") if (text := getattr(title, lang))}
    return replace(title, **ends)


def words_of(record: Record) -> Value:
    """The words by which people know a record, within a sentence."""
    words = title_of(record)
    return within(words) if isinstance(words, Localized) else words


def titled(code: str, title: Value) -> Message:
    """A record by its code and its title."""
    return Message("{code} {title}", {"code": Ref(code), "title": title})


def on_its_day(meeting: "Meeting | None") -> Message:
    """The next meeting with its day, or that there is none."""
    if meeting is None:
        return msg("none is scheduled")
    return msg("{code} on {day}: {title}", code=Ref(meeting.id), day=Day(meeting.date), title=meeting.title)


def span(start: Value, end: Value) -> Message:
    """A period from its first to its last day."""
    return msg("{start} to {end}", start=start, end=end)


def beside(sentences: Iterable[Message]) -> Message:
    """Sentences on one line; they may have commas of their own."""
    named = {f"part{number}": each for number, each in enumerate(sentences)}
    return Message(" · ".join(f"{{{name}}}" for name in named), named)


def told(text: Text | None) -> Localized | None:
    """A reason or response as a cell, which says in which language it is where that is another than the reader's."""
    return None if text is None else in_languages(text)


def said_of(figure: Figure) -> Value:
    """The number with what is said of it, where a line has room for both."""
    if figure.value is None or figure.note is None:
        return figure.note if figure.value is None else figure.value
    return Message("{value} – {note}", {"value": figure.value, "note": figure.note})


def filled(value: Value) -> bool:
    """Whether there is something to show."""
    return value is not None and not (isinstance(value, Many) and not value.values)
