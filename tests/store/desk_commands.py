"""Random commands of the kinds on which two desks seldom work at once: meetings, papers, evaluations, the register."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random

from tracker.model.changes import (
    aspects,
    decisions,
    evidence,
    indicators,
    initiatives,
    lessons,
    meetings,
    parties,
    reviews,
    series,
    thresholds,
)
from tracker.model.changes.aspects import AspectChange
from tracker.model.changes.decisions import DecisionChange
from tracker.model.changes.evidence import EvidenceChange
from tracker.model.changes.indicators import IndicatorChange
from tracker.model.changes.initiatives import InitiativeChange
from tracker.model.changes.lessons import LessonChange
from tracker.model.changes.meetings import MeetingChange
from tracker.model.changes.parties import PartyChange
from tracker.model.changes.reviews import NewRating, RecommendationChange, ReviewChange
from tracker.model.changes.series import SeriesChange
from tracker.model.records.evidence import Confidentiality, EvidenceKind
from tracker.model.records.lessons import LessonStatus
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Delegation, MeetingStatus
from tracker.model.records.office import Office
from tracker.model.records.parties import PartyKind, Side
from tracker.model.records.reviews import Criterion, Response
from tracker.model.state import periods
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker

Command = Callable[[Tracker], Tracker]
PERIODS = ("2025-Q3", "2025-Q4", "2026-Q1")


def _on(update: Callable[..., Tracker], code: str, change: object, day: date, tracker: Tracker) -> Tracker:
    return update(tracker, code, change, day)


class Desired:
    """The next random command; `secret` is a text that must not leave the desk, `token` one that may."""

    def __init__(self, rnd: Random, day: date, token: str, secret: str) -> None:
        self.rnd, self.day, self.token, self.secret = rnd, day, token, secret

    def _one(self, codes: Iterable[str]) -> str | None:
        known = list(codes)[: 2 if self.rnd.random() < 0.5 else None]
        return self.rnd.choice(known) if known else None

    def office(self) -> Office:
        return Office(self.rnd.choice(["LY", "TR"]))

    def possible(self, tracker: Tracker) -> list[Command]:
        """Commands that these records allow, as far as it is seen at once."""
        found = [*self._register(tracker), *self._meetings(tracker), *self._papers(tracker), *self._judged(tracker)]
        return [*found, *self._results(tracker)]

    def _register(self, tracker: Tracker) -> list[Command]:
        day, token, rnd = self.day, self.token, self.rnd
        code, party = rnd.choice(["IOM", "EU", "UNDP"]), rnd.choice(list(tracker.tables["parties"]))
        wording = rnd.choice([PartyChange(name_tr=token), PartyChange(name_en=token)])
        start = date(2026, 1, 1 + rnd.randrange(9))
        aspect, limit = rnd.choice(list(tracker.aspects)), rnd.randrange(5, 40)
        begun = InitiativeChange(owner=self.office(), planned_start=start, reason=self.secret)
        return [
            lambda t: parties.add_party(t, code, Localized(token), PartyKind.AGENCY, Side.OTHER, day),
            lambda t: parties.update_party(t, party, wording, day),
            lambda t: aspects.update(t, aspect, AspectChange(details_en=token), day),
            lambda t: initiatives.update(t, begun, day),
            lambda t: thresholds.update(t, "due_soon_days", limit, day),
        ]

    def _meetings(self, tracker: Tracker) -> list[Command]:
        day, token, rnd = self.day, self.token, self.rnd
        planned = date(2027, 1 + rnd.randrange(12), 5).isoformat()
        added = MeetingChange(title_ar=token, date=planned, agenda=(Localized(token),))
        found: list[Command] = [lambda t: meetings.add(t, added, day)]
        meeting = self._one(tracker.meetings)
        if meeting:
            came = (Delegation(office=self.office(), count=rnd.randrange(1, 9)),)
            status = rnd.choice([MeetingStatus.POSTPONED, MeetingStatus.CANCELLED, MeetingStatus.SCHEDULED])
            changes = (
                MeetingChange(date=planned, reason=self.secret),
                MeetingChange(status=status, reason=self.secret),
                MeetingChange(participants=came),
                MeetingChange(agenda=(Localized(token), Localized("بند ثابت"))),
                MeetingChange(title_en=token),
            )
            found += [partial(_on, meetings.update, meeting, change, day) for change in changes]
        decision, lesson, line = (self._one(tracker.tables.get(x, {})) for x in ("decisions", "lessons", "series"))
        if decision:
            found += [lambda t: decisions.update(t, decision, DecisionChange(text_tr=token), day)]
        if lesson:
            answered = LessonChange(status=rnd.choice(list(LessonStatus)), applied_in="S1", reason=self.secret)
            found += [lambda t: lessons.update(t, lesson, answered, day)]
        if line:
            found += [lambda t: series.update(t, line, SeriesChange(interval_months=rnd.randrange(1, 9)), day)]
        return found

    def _papers(self, tracker: Tracker) -> list[Command]:
        day, rnd = self.day, self.rnd
        paper = self._one(tracker.evidence)
        if paper is None:
            return []
        opened = EvidenceChange(confidentiality=rnd.choice(list(Confidentiality)))
        named = EvidenceChange(reference=f"{self.secret}{self.token}", kind=rnd.choice(list(EvidenceKind)))
        supported = [support.record for support in tracker.evidence[paper].supports]
        found: list[Command] = [
            # A paper of one's own secret reference stays with us; the other side may open its own.
            lambda t: evidence.verify(t, paper, self.office(), day),
        ]
        reference = tracker.evidence[paper].reference
        if reference.startswith("paper"):
            found += [lambda t: evidence.update(t, paper, opened, day)]
        elif reference.startswith(self.secret[:-3]):
            found += [lambda t: evidence.update(t, paper, named, day)]
        if supported:
            found += [lambda t: evidence.detach(t, rnd.choice(supported), reference, day)]
        return found

    def _judged(self, tracker: Tracker) -> list[Command]:
        day, rnd = self.day, self.rnd
        period = periods.period_of(rnd.choice(PERIODS))
        begun = ReviewChange(figures=figures_of(tracker, period.end), summary_ar=self.secret)
        found: list[Command] = [lambda t: reviews.add(t, period, begun, day)]
        review, advice = self._one(tracker.reviews), self._one(tracker.recommendations)
        if review:
            rating = NewRating("S1", rnd.choice(list(Criterion)[:2]), rnd.randrange(1, 5))
            changes = (
                ReviewChange(rate=(rating,), justification_ar=self.secret),
                ReviewChange(findings=(Localized(self.secret),)),
                ReviewChange(lead=self.office()),
            )
            found += [partial(_on, reviews.update, review, each, day) for each in changes]
            found += [lambda t: reviews.recommend(t, review, Localized(self.secret), day)]
        if advice:
            answer = RecommendationChange(response=rnd.choice(list(Response)), reason=self.secret)
            found += [lambda t: reviews.respond(t, advice, answer, day)]
        return found

    def _results(self, tracker: Tracker) -> list[Command]:
        code = self._one(tracker.indicators)
        if code is None:
            return []
        value = Decimal(self.rnd.randrange(60))
        changed = IndicatorChange(baseline_value=value, reason=self.secret, title_en=self.token)
        return [lambda t: indicators.update(t, code, changed, self.day)]
