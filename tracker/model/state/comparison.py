"""Two periods side by side: what is better, worse, the same, new or gone, and what slipped (rule 11.6)."""

from datetime import date
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.reviews import Figure, Figures


class Trend(StrEnum):
    """The way a record went from one period to the other; what was stopped in between is neither better nor worse."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    UNCHANGED = "unchanged"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    NEW = "new"
    DROPPED = "dropped"


class Compared(Frozen):
    """A record in both periods; `slippage` is days by which its end is now thought to be later, negative earlier."""

    record: str
    change: Trend
    before: Figure | None
    after: Figure | None
    slippage: int | None


_STOPPED = {trend.value: trend for trend in (Trend.SUSPENDED, Trend.CANCELLED)}
_ORDER = {"red": 0, "amber": 1, "green": 2}


def compare(before: Figures, after: Figures) -> tuple[Compared, ...]:
    """Every record of either period, those of the later one first."""
    old = {figure.record: figure for figure in before.records}
    new = {figure.record: figure for figure in after.records}
    return tuple(_compare(code, old.get(code), new.get(code)) for code in {**new, **old})


def _compare(code: str, old: Figure | None, new: Figure | None) -> Compared:
    if new is None:
        return Compared(code, Trend.DROPPED, old, None, None)
    if old is None:
        return Compared(code, Trend.NEW, None, new, None)
    first, last = _end(old), _end(new)
    slipped = (last - first).days if first and last else None
    return Compared(code, _trend(old, new), old, new, slipped)


def _end(figure: Figure) -> date | None:
    return figure.forecast_end or figure.planned_end


def _trend(old: Figure, new: Figure) -> Trend:
    """Say what was stopped; else compare by colour, which weighs everything; in the same colour by what was done."""
    if new.status != old.status and new.status in _STOPPED:
        return _STOPPED[new.status]
    first, last = _ORDER.get(old.health or ""), _ORDER.get(new.health or "")
    if first is None or last is None or first == last:
        first, last = old.declared or 0, new.declared or 0
    if first == last:
        return Trend.UNCHANGED
    return Trend.IMPROVED if last > first else Trend.WORSENED
