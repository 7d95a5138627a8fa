"""A change with its fields as people know them: under their keys, and in one order."""

from collections.abc import Mapping
from typing import Any

from tracker.frozen import replace
from tracker.model.history.revision import Change
from tracker.model.records.thresholds import as_told
from tracker.reports.kinds import kind_of


def known(change: Change) -> Change:
    """The change with its fields under the keys that people know, in one order: a server keeps none."""
    before, after = (
        side and as_told(change.table, _in_order(change.table, side)) for side in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _in_order(table: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document in the order in which `show` has them, and behind them the others."""
    shown = [fact if isinstance(fact, str) else fact.key for fact in kind_of(table).facts]
    placed = ["declared" if name == "progress" else name for name in shown]
    return {name: document[name] for name in (*placed, *sorted(document)) if name in document}
