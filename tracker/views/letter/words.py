"""The fixed words of a letter, by language; each side's registry has its own for the same thing."""

from collections.abc import Mapping
from typing import Any

from tracker.message import Message, msg_in

LABELS: Mapping[str, Message] = {
    "reference": msg_in("letter", "Reference"),
    "date": msg_in("letter", "Date"),
    "hijri": msg_in("letter", "Hijri date"),
    "attached": msg_in("letter", "Attached"),
    "subject": msg_in("letter", "Subject"),
    "relation": msg_in("letter", "Further to"),
    "to": msg_in("letter", "To"),
    "from": msg_in("letter", "From"),
    "purpose": msg_in("letter", "Purpose"),
    "required": msg_in("letter", "Decision required by"),
    "copies": msg_in("letter", "Copies"),
    "agreed": msg_in("letter", "Agreed"),
    "refused": msg_in("letter", "Not agreed"),
    "discuss": msg_in("letter", "Discuss"),
    "progress": msg_in("letter", "Progress"),
    "declared": msg_in("letter", "Declared"),
    "evidenced": msg_in("letter", "Evidenced"),
    "expected": msg_in("letter", "Expected"),
    "health": msg_in("letter", "Health"),
    "name": msg_in("letter", "Name"),
    "signature": msg_in("letter", "Signature"),
    "day": msg_in("letter", "Date"),
}
GREETING = msg_in("letter", "Minister,")
GREETING_OF_OFFICE = msg_in("letter", "Dear colleagues,")
CLOSING = msg_in("letter", "Submitted for your decision.")
CLOSING_UNASKED = msg_in("letter", "Submitted for your information.")
FAREWELL = msg_in("letter", "Yours faithfully,")
DIRECTION = msg_in("letter", "Minister’s direction")
DECISION = msg_in("letter", "Minister’s decision")
MINISTER = msg_in("letter", "Minister")
STATE = {
    "": msg_in("letter", "[state]"),
    "ly": msg_in("letter", "State of Libya"),
    "tr": msg_in("letter", "Republic of Türkiye"),
}
"""The line of the state where the brand has none, by the side of who writes."""
MINISTRY = msg_in("letter", "[name of the ministry]")
ADDRESSEE = msg_in("letter", "The Minister of [name of the ministry]")
SIGNER = msg_in("letter", "Programme coordinator")
REFERENCE = msg_in("letter", "[filled on registration]")
COPIES = (msg_in("letter", "[to be named]"), msg_in("letter", "File"))
SUBJECT = msg_in("letter", "Programme position and matters for decision")
SUBJECT_UNASKED = msg_in("letter", "Programme position")
TURKISH_STATE = "T.C."
"""The abbreviation that the regulation on official correspondence puts above everything else; no words of ours."""


def to_office(office: Any) -> Message:
    """The office or side that a letter goes to."""
    return msg_in("letter", "{office}", office=office)


def more(counts: str) -> Message:
    """The sentence that counts the steps that are not shown one by one."""
    return msg_in("letter", "The other steps – {counts}; all are in the attached matrix.", counts=Message(counts))


def more_results(counts: str) -> Message:
    """The sentence that counts the results that are not shown one by one."""
    return msg_in("letter", "The other results – {counts}.", counts=Message(counts))


def intro(title: Any, day: Any, *, asks: bool) -> Message:
    """The first sentence of a letter whose subject does not say what it is about."""
    if asks:
        return msg_in(
            "letter",
            "The position of “{title}” on {day} and the matters for decision are set out below.",
            title=title,
            day=day,
        )
    return msg_in("letter", "The position of “{title}” on {day} is set out below.", title=title, day=day)
