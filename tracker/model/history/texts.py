"""The fields that hold words somebody typed, and what is left of the words once they are erased (rule 15.9)."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from tracker.model.history.revision import BOOKKEEPING
from tracker.model.records.tables import TABLES

ERASED = "[…]"
States = Mapping[str, Mapping[str, Any]]

# Every field of a record that holds words somebody typed; the rest are codes, dates, numbers and states.
TEXT_FIELDS = frozenset(
    {
        "agenda",
        "concern_reason",
        "decision",
        "definition",
        "details",
        "expected_impact",
        "file",
        "findings",
        "forecast_reason",
        "legal_instrument",
        "means_of_verification",
        "measurements",
        "name",
        "notes",
        "objective",
        "place",
        "policy_context",
        "ratings",
        "recommendation",
        "reference",
        "reschedule_reason",
        "response",
        "response_reason",
        "status_reason",
        "summary",
        "text",
        "themes",
        "title",
        "url",
    }
)
# The answer to a recommendation is one of three words; to an obstacle it is what somebody wrote.
NO_TEXT_IN = {"recommendations": frozenset({"response"}), "obstacles": frozenset({"decision"})}
# Inside such a field: no words of anybody, and a date would not be one any more.
FIXED = frozenset(
    {
        *("country", "date", "signed", "size", "type"),
        *("period_start", "period_end", "value", "source", "verified", "step", "criterion", "evidence"),
    }
)


WITHHELD_WHOLE = frozenset({"evidence", "recommendations", "reviews"})
"""The tables of records that may be withheld whole: papers that are not public, evaluations that are drafts."""
NOTE = "note"
"""The field of an item that stays with one side, also where the list is shared."""


@cache
def text_fields(table: str) -> frozenset[str]:
    """The fields of a table's records that hold words somebody typed."""
    return TEXT_FIELDS - NO_TEXT_IN.get(table, frozenset())


@lru_cache(4096)  # of ten thousand records the paths are few
def is_shared(table: str, path: str) -> bool:
    """Whether the other side sees the words at that path of a record (rule 14.6)."""
    first, *_, last = path.split("/") if "/" in path else (path, path)
    return first in TABLES[table].shared and last != NOTE


def erase(value: Any) -> Any:
    """The same shape with every text replaced by `ERASED`; what has a fixed form (a date, a type) stays."""
    if isinstance(value, str):
        return ERASED
    if isinstance(value, dict):
        return {key: inner if key in FIXED else erase(inner) for key, inner in value.items()}
    return [erase(inner) for inner in value] if isinstance(value, list) else value


def holds_erased(value: Any) -> bool:
    """Whether a text in it was erased."""
    return ERASED in words_of(value)


def is_erased(value: Any) -> bool:
    """Whether the value is what redaction leaves of a text: no word in it but `ERASED`."""
    return holds_erased(value) and bool(erase(value) == value)


def agree(left: Any, right: Any) -> bool:
    """Whether the two values may have been one before texts were erased in either: all else of them is equal.

    A text and its erased form agree, since nothing is left to compare; the hash vouches for it.
    """
    return _alike(left, right, lambda one, other: ERASED in (one, other))


def erased_in(left: Any, right: Any) -> bool:
    """Whether the two values may have been one before texts were erased in the left one: all else of them is equal."""
    return _alike(left, right, lambda one, _: one == ERASED)


def _alike(left: Any, right: Any, erased: Callable[[str, str], bool]) -> bool:
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(
            left[key] == right[key] if key in FIXED else _alike(left[key], right[key], erased) for key in left
        )
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(_alike(*pair, erased) for pair in zip(left, right, strict=True))
    return left == right or (isinstance(left, str) and isinstance(right, str) and erased(left, right))


def states_agree(one: States, other: States) -> bool:
    """Whether two whole states, records by table and code, agree but for what is stamped (`BOOKKEEPING`).

    A table's name may be that of a field, so whole states are not compared as values are.
    """
    return all(_rows_agree(one.get(table, {}), other.get(table, {})) for table in {*one, *other})


def _rows_agree(one: Mapping[str, Mapping[str, Any]], other: Mapping[str, Mapping[str, Any]]) -> bool:
    if one is other:
        return True
    mine, theirs = dict(one.items()), dict(other.items())
    return mine.keys() == theirs.keys() and all(
        row is theirs[code] or agree(_compared(row), _compared(theirs[code])) for code, row in mine.items()
    )


def _compared(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in BOOKKEEPING}


def words_of(value: Any) -> Iterator[str]:
    """Every text in a value that somebody typed."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in FIXED:
                yield from words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner)
