"""The links between records, gathered once for a table, so that no rule searches all records for one of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tracker.frozen import Frozen
from tracker.model.records.codes import order_of
from tracker.model.records.rows import Overlay, Unread

if TYPE_CHECKING:
    from tracker.model.records.obstacles import Obstacle

Linked = dict[str, list[Any]]
"""The records that are linked to each code, in the order of their own codes."""


class Link(Frozen):
    """A way in which the records of a table are found: by each of the codes, or other texts, that `keys` gives."""

    table: str
    keys: Callable[[Any], Iterable[str]]


def _hindered(obstacle: "Obstacle") -> set[str]:
    """An obstacle to an activity stands in the way of its step too."""
    return {*obstacle.steps, *obstacle.activities, *(code.partition(".")[0] for code in obstacle.activities)}


LINKS: Mapping[str, Link] = {
    "activities": Link("activities", lambda activity: (activity.step,)),
    "followers": Link("activities", lambda activity: {*activity.after}),
    "evidence": Link("evidence", lambda evidence: [support.record for support in evidence.supports]),
    "references": Link("evidence", lambda evidence: (evidence.reference,)),
    "obstacles": Link("obstacles", _hindered),
    "commitments": Link("commitments", lambda commitment: (commitment.step,) if commitment.step else ()),
}
_last: dict[str, tuple[Mapping[str, Any], Linked]] = {}
"""The links that were gathered last, with the table of which they were."""


def finder(link: str, rows: Mapping[str, Any]) -> Callable[[str], list[Any] | None]:
    """The way to the records of a table that are linked to a code; whoever asks for many codes asks for it once."""
    if isinstance(rows, dict | Unread):
        return _gathered(link, rows).get
    return lambda code: linked(link, rows, code)


def linked(link: str, rows: Mapping[str, Any], code: str) -> list[Any]:
    """The records of a table that are linked to a code in that way, one of `LINKS`, in the order of their codes."""
    if isinstance(rows, Unread) and not rows.opened and (alone := rows.source.linked(link, code)) is not None:
        return alone
    if isinstance(rows, dict | Unread):
        return _gathered(link, rows).get(code, [])
    assert isinstance(rows, Overlay)
    below = linked(link, rows.below, code)
    over = _by_code(LINKS[link].keys, rows.over.values()).get(code, [])
    found = [*(record for record in below if record.id not in rows.over), *over]
    return sorted(found, key=lambda record: order_of(record.id)) if over else found


def _gathered(link: str, rows: Mapping[str, Any]) -> Linked:
    """The links of a table, gathered in one pass over its records unless they were already."""
    known = _last.get(link)
    if known is None or known[0] is not rows:
        known = _last[link] = rows, _by_code(LINKS[link].keys, rows.values(), in_order=isinstance(rows, Unread))
    return known[1]


def _by_code(keys: Callable[[Any], Iterable[str]], records: Iterable[Any], *, in_order: bool = False) -> Linked:
    found: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        for code in keys(record):
            found[code].append(record)
    for each in found.values():
        if len(each) > 1 and not in_order:
            each.sort(key=lambda record: order_of(record.id))
    return dict(found)
