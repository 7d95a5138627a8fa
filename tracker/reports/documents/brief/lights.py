"""The traffic light in words that need no explanation."""

from collections.abc import Mapping

from tracker.message import Message, msg_in
from tracker.model.state.health import Health, Reason
from tracker.reports.document_cells import Light

WORDS: Mapping[Health, Message] = {
    Health.GREEN: msg_in("traffic light", "on track"),
    Health.AMBER: msg_in("traffic light", "needs attention"),
    Health.RED: msg_in("traffic light", "needs action"),
    Health.GREY: msg_in("traffic light", "not rated"),
}
UNRATED: Mapping[Reason, Message] = {
    Reason.CANCELLED: msg_in("traffic light", "cancelled"),
    Reason.SUSPENDED: msg_in("traffic light", "suspended"),
    Reason.NO_DATES: msg_in("traffic light", "no dates"),
    Reason.MOSTLY_UNDATED: msg_in("traffic light", "mostly without dates"),
    Reason.NOT_DUE: msg_in("traffic light", "not due yet"),
}
"""The words of what has no colour, by the reason for that."""


def light(health: Health, reasons: tuple[Reason, ...] = ()) -> Light:
    """The colour in a word; of what cannot be rated, why."""
    known = [UNRATED[reason] for reason in reasons if reason in UNRATED] if health is Health.GREY else []
    return Light(health, known[0] if known else WORDS[health], reasons)
