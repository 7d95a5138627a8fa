"""The gate that was meant by a percentage that somebody gave an activity."""

from tracker import errors
from tracker.model.records.activities import PERCENT, Gate
from tracker.text.input.numbers import parse_percent


def gate_at(percent: str) -> str:
    """The gate that an activity at such a percentage has passed, the first one where it is below all."""
    try:
        reached = parse_percent(percent)
    except errors.BadPercent:
        reached = 0
    passed = [gate for gate, percent_of in PERCENT.items() if 0 < percent_of <= reached]
    return (passed or [Gate.APPROVED])[-1].value
