"""The report of the terminal: what is known of it, and from what."""

from datetime import date
from decimal import Decimal
from typing import Any

from tracker.frozen import Frozen
from tracker.message import Message, msg
from tracker.reports.answers.config import SOURCES
from tracker.reports.numbers import Amount
from tracker.reports.report import Facts, Ref, Report, Value

# The rules by which a terminal is recognized (`text.terminals`); others are names of multiplexers.
RULES: dict[str, Message] = {
    "override": msg("as requested"),
    "not a terminal": msg("not a terminal"),
    "default": msg("nothing else is known of it"),
    "TERM": msg("by its name in TERM"),
    "environment": msg("by a variable that it sets"),
    "owner": msg("by the program that opened it"),
    "answer": msg("by its own answer"),
    "remembered": msg("by its own answer, remembered"),
}


class Detected(Frozen):
    """A kind of terminal ("" unknown), the emission for it, whether that was measured, and how it was found out.

    `used` and `source` are the emission of this very output and the setting that it comes from ("default": detected).
    """

    family: str
    mode: str
    measured: bool
    rule: str
    evidence: str
    seconds: float
    used: str
    source: str


def emission_and_why(mode: str, rule: str, evidence: str) -> Value:
    """The emission of Arabic, the rule that chose it, and what the rule saw ("" for nothing)."""
    return _and_why(Ref(mode), rule, evidence)


def _reason(rule: str) -> Message:
    return RULES.get(rule) or msg("inside {name}", name=Ref(rule))


def _and_why(what: Ref | Message, rule: str, evidence: str) -> Message:
    if not evidence:
        return msg("{kind}, {reason}", kind=what, reason=_reason(rule))
    return msg("{kind}, {reason}: {evidence}", kind=what, reason=_reason(rule), evidence=Ref(evidence))


def terminal_report(found: Detected, day: date) -> Report:
    """The report of what was detected, from what, in how long, and what is used."""
    milliseconds = round(found.seconds * 1000, 1)
    verified = msg("measured") if found.measured else msg("not verified")
    source = SOURCES[found.source] if found.source != "default" else msg("as detected")
    kind = Ref(found.family) if found.family else msg("of an unknown kind")
    rows: tuple[tuple[str, Message, Value], ...] = (
        ("family", msg("Terminal"), _and_why(kind, found.rule, found.evidence)),
        ("milliseconds", msg("Detection time"), msg("{number} ms", number=Amount(Decimal(str(milliseconds))))),
        ("mode", msg("Arabic mode for this terminal"), msg("{name}, {remark}", name=Ref(found.mode), remark=verified)),
        ("used", msg("Arabic mode in use"), msg("{name}, {remark}", name=Ref(found.used), remark=source)),
    )
    data: dict[str, Any] = {
        "family": found.family or None,
        "mode": found.mode,
        "measured": found.measured,
        "rule": found.rule,
        "evidence": found.evidence or None,
        "milliseconds": milliseconds,
        "used": found.used,
        "source": found.source,
    }
    return Report("terminal", day, None, (Facts("terminal", None, rows),), lambda: {"data": data})
