"""The finding about a terminal, and its ground."""

from typing import NamedTuple

from tracker.text.terminals.families import FAMILIES, UNKNOWN

_SHOWN = 60  # characters of what a variable or an answer may say about itself


class Recognition(NamedTuple):
    """The kind of terminal ("" unknown), its emission, the rule that said so and what that rule saw.

    `typed` is what a person typed while the terminal was being asked, and which could not be put back; `seconds` is
    what finding out took.
    """

    family: str
    mode: str
    rule: str
    evidence: str = ""
    typed: bytes = b""
    seconds: float = 0.0


def recognized(family: str, rule: str, evidence: str, *, inside: bool = False) -> Recognition:
    """The emission of a family; `inside` a multiplexer. An unknown family ("") gets what is right on the most."""
    known = FAMILIES.get(family, UNKNOWN)
    return Recognition(family, known.inside if inside else known.mode, rule, evidence[:_SHOWN])
