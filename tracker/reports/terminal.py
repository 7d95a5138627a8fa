"""What is known of the terminal, and from what."""

from tracker.reports.message import Message, msg
from tracker.reports.report import Many, Ref, Value

# The rules by which a terminal is recognized (`text.terminals`); others are names of multiplexers.
RULES: dict[str, Message] = {
    "override": msg("as you asked"),
    "not a terminal": msg("not a terminal"),
    "default": msg("nothing else is known of it"),
    "TERM": msg("by its name in TERM"),
    "environment": msg("by a variable that it sets"),
    "owner": msg("by the program that opened it"),
    "answer": msg("by its own answer"),
    "remembered": msg("by its own answer, remembered"),
}


def emission_and_why(mode: str, rule: str, evidence: str) -> Value:
    """The emission of Arabic, the rule that chose it, and what the rule saw ("" for nothing)."""
    reason = RULES.get(rule) or msg("inside {name}", name=Ref(rule))
    return Many((Ref(mode), reason, *([Ref(evidence)] if evidence else [])))
