"""Whether a text of an Arabic or Turkish session has English in it: Latin letters beyond what is typed as it stands."""

import re

from tracker.cli.command_table import COMMANDS
from tracker.model.evidence import Confidentiality, EvidenceKind
from tracker.model.health import Health
from tracker.model.party import PartyKind, Side
from tracker.model.status import Status
from tracker.reports.lists import KINDS
from tracker.settings import KEYS

# Names of formats, standards and programs, and the letters that stand for a number or a field of a code.
NAMES = frozenset(
    {"tracker", "JSON", "TOML", "UTF-8", "SHA-256", "IBAN", "MB", "CSV", "PDF", "Markdown", "Tab", "N", "S", "A"}
)
SLUGS = frozenset(
    word.replace("_", "-") for kind in (Status, Side, PartyKind, EvidenceKind, Confidentiality, Health) for word in kind
)
SETTINGS = frozenset({*KEYS, *(word for allowed, _ in KEYS.values() for word in allowed)})
_TYPED = re.compile(
    r"(?<![\w-])--?[a-z][a-z-]*"  # options
    r"|TRACKER_[A-Z]+|NO_COLOR"
    r"|tracker [a-z-]+(?: [^\s«»“”\"،]+)*"  # commands to type
    r"|`[^`]*`"
    r"|@[a-z]+\.txt|LY/liaison"
    r"|\+\d+w|\d{4}-\d\d-\d\dh"  # dates as examples
    r"|\b[A-Z]{1,8}\d*(?:\.\d+)?\b(?=[^a-z]|$)"  # codes
)


def english_in(text: str, *known: str) -> list[str]:
    """The words of Latin letters that are none of ours; `known` are data that was given."""
    text = _without(text, known)
    allowed = NAMES | SLUGS | SETTINGS | set(COMMANDS) | set(KINDS)
    return [word for word in re.findall(r"[A-Za-z][A-Za-z'_-]*", text) if word not in allowed]


def _without(text: str, known: tuple[str, ...]) -> str:
    for data in sorted(known, key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){re.escape(data)}(?![\w-])", " ", text)
    return _TYPED.sub(" ", text)


# Words that no Turkish sentence has; Turkish is written in Latin letters too, so only these tell.
_ENGLISH_WORDS = """
    the of and is was be been cannot this that with from by for to it its are has have there no none nothing which
    who what when where why how or any all every must should would could shall will at as missing invalid error warning
    usage option argument value file directory permission denied such expected got
"""


def english_words_in(text: str, *known: str) -> list[str]:
    """English words in a Turkish text."""
    text = _without(text, known)
    allowed = NAMES | SLUGS | SETTINGS | set(COMMANDS) | set(KINDS)
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    english = frozenset(_ENGLISH_WORDS.split())
    return [word for word in words if word.lower() in english and word not in allowed]
