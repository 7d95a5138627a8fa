"""The data quality of a tracker: all that a careful secretary would ask to mend; it blocks nobody (rule 16.1)."""

from collections.abc import Iterator
from datetime import date

from tracker.model.checks.activities import CODES as ACTIVITIES
from tracker.model.checks.activities import activity_findings
from tracker.model.checks.finding import Finding
from tracker.model.checks.follow_up import CODES as FOLLOW_UP
from tracker.model.checks.follow_up import follow_up_findings
from tracker.model.checks.indicators import CODES as INDICATORS
from tracker.model.checks.indicators import indicator_findings
from tracker.model.checks.languages import CODES as LANGUAGES
from tracker.model.checks.languages import language_findings
from tracker.model.checks.reviews import CODES as REVIEWS
from tracker.model.checks.reviews import review_findings
from tracker.model.records.evidence import Evidence
from tracker.model.records.office import Office
from tracker.model.records.status import ACTIVE, OPEN, Status
from tracker.model.rules.invariants import violations
from tracker.model.state.assessment import Assessment, assess
from tracker.model.tracker import Tracker

CODES = (
    "broken_rule",
    "weights",
    "no_dates",
    "no_owner",
    "no_aspect",
    "stale",
    "unevidenced",
    "unverified",
    "self_verified",
    "unblocked",
    *ACTIVITIES,
    *FOLLOW_UP,
    *INDICATORS,
    *REVIEWS,
    "supports_nothing",
    "mou_unknown",
    *LANGUAGES,
)
REMARKS = frozenset(LANGUAGES)
"""The findings that are but told: with them alone nothing is wrong."""


def findings(tracker: Tracker, day: date) -> list[Finding]:
    """Find everything to be mended, the gravest kind first."""
    assessment = assess(tracker, day)
    found = [
        *_rules(tracker),
        *_steps(assessment, tracker),
        *activity_findings(tracker, assessment),
        *follow_up_findings(tracker, day),
        *indicator_findings(tracker, day),
        *review_findings(tracker, day),
        *_others(tracker),
        *language_findings(tracker),
    ]
    rank = {code: number for number, code in enumerate(CODES)}
    return sorted(found, key=lambda f: rank[f.code])


def _rules(tracker: Tracker) -> Iterator[Finding]:
    for violation in violations(tracker):
        yield Finding("broken_rule", getattr(violation, "record", None), 0, violation.code, violation)


def _steps(assessment: Assessment, tracker: Tracker) -> Iterator[Finding]:
    weights = sum(s.step.weight for s in assessment.steps.values() if s.status is not Status.CANCELLED)
    if assessment.steps and weights != 100:
        yield Finding("weights", None, weights)
    for code, state in assessment.steps.items():
        step = state.step  # evidence of one that is rolled up is that of its activities
        if step.status in OPEN and not (step.planned_start and step.planned_end):
            yield Finding("no_dates", code)
        if step.status in OPEN and step.owner is None:
            yield Finding("no_owner", code)
        if step.status in OPEN and tracker.aspects and not step.links:
            yield Finding("no_aspect", code, detail=next(iter(tracker.aspects)))
        if state.stale:
            yield Finding("stale", code, state.stale_days or 0)
        if step.status in ACTIVE and not state.rolled_up and state.unevidenced:
            yield Finding("unevidenced", code)
        if state.unverified and not state.rolled_up:
            yield Finding("unverified", code)
        if step.status is Status.BLOCKED and not any(o.active for o in tracker.obstacles_of(code)):
            yield Finding("unblocked", code)


def _others(tracker: Tracker) -> Iterator[Finding]:
    for evidence in tracker.evidence.values():
        if evidence.verified_by is not None and evidence.verified_by in _owners(tracker, evidence):
            yield Finding("self_verified", evidence.id)
        if not evidence.supports:
            yield Finding("supports_nothing", evidence.id)
    instrument = tracker.initiative.legal_instrument
    if instrument and not (instrument.number and instrument.date):
        yield Finding("mou_unknown", tracker.initiative.id)


def _owners(tracker: Tracker, evidence: Evidence) -> Iterator[Office | None]:
    """Give the offices that answer for what evidence supports."""
    for support in evidence.supports:
        record = next((rows[support.record] for rows in tracker.tables.values() if support.record in rows), None)
        yield getattr(record, "owner", None)
