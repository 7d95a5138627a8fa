"""The list that words ask for, narrowed as far as they say."""

from collections.abc import Sequence

from tracker.cli.input.spellings import key_of
from tracker.cli.input.suggestions import slug_named
from tracker.cli.meant.reading import FILTERS, Reading
from tracker.model.records.codes import table_of
from tracker.model.records.parties import Side

Line = list[str]
STATUS_OF = {
    "done": "completed",
    "start": "in-progress",
    "cancel": "cancelled",
    "suspend": "suspended",
    "block": "blocked",
}
"""The status that work has after each of these wishes."""


def listing(found: Reading) -> Line:
    """The list of what was named, as far as it can be narrowed by its words."""
    if found.codes and not (found.kinds or found.statuses or "late" in found.wishes):
        return ["show", *found.codes]
    usual = "evidence" if "unverified" in map(key_of, found.rest) else ""
    line = ["list", *([listed(found.kind or usual)] if found.kind or usual else [])]
    statuses = (*found.statuses, *(STATUS_OF[wish] for wish in found.wishes if wish in STATUS_OF))
    if statuses:
        line += ["--status", ",".join(statuses)]
    if "late" in found.wishes:
        line += ["--overdue"] if found.kind else ["all", "--overdue"]
    if found.codes and (table_of(found.codes[0]) or "") in {"steps", "aspects"}:
        line += [f"--{(table_of(found.codes[0]) or '').removesuffix('s')}", found.codes[0]]
    return [*line, *(["--open"] if "open" in found.wishes else []), *_narrowed(found.rest)]


def _narrowed(words: Sequence[str]) -> Line:
    """The filters that words name: a side, a state of the record, and what is to be found in it."""
    sides = [side for word in words if (side := slug_named(Side, word))]
    filters = [FILTERS[key_of(word)] for word in words if key_of(word) in FILTERS]
    sought = [word for word in words if not slug_named(Side, word) and key_of(word) not in FILTERS]
    search = ["--search", " ".join(sought)] if sought else []
    return [*(["--side", sides[0]] if sides else []), *filters, *search]


def listed(kind: str) -> str:
    """The kind as lists have it: measurements stand with their indicators."""
    return "indicators" if kind == "measurements" else kind
