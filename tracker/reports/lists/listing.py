"""The report of `list`: one kind of record as a table. Steps come with their aspects and with what needs attention."""

from datetime import date
from typing import Any

from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.reports.answers.attention import attention
from tracker.reports.kinds import LISTED, kind_of
from tracker.reports.kinds.kind import Seen
from tracker.reports.lists.selection import Selection, select
from tracker.reports.report import Block, Report
from tracker.reports.values import heading

KINDS = (*LISTED, "all")


def list_report(tracker: Tracker, kind: str, day: date, selection: Selection) -> Report:
    """The records of a kind that the selection lets through, as tables, at the end of `day`.

    Raises `UnknownSortKey`, `OptionElsewhere` for a filter that means nothing for the kind.
    """
    if not selection.empty:
        from tracker.reports.lists.filters import check_filters  # noqa: PLC0415 - asks what most lists do not

        check_filters(kind, selection)
    if selection.sort:
        from tracker.reports.lists.sorting import check_keys  # noqa: PLC0415 - as above

        check_keys(_shown(kind), selection.sort)
    assessment = assess(tracker, day)
    seen = Seen(tracker, assessment)
    chosen = {name: select(seen, name, selection) for name in _shown(kind)}
    blocks: list[Block] = [kind_of(name).table(seen, codes) for name, codes in chosen.items()]
    if kind == "steps" and selection.empty:
        blocks.append(attention(tracker, assessment))
    return Report(
        kind=kind,
        day=day,
        heading=heading(tracker, assessment),
        blocks=tuple(blocks),
        data=lambda: _data(seen, kind, chosen),
        demo=tracker.demo,
    )


def _shown(kind: str) -> tuple[str, ...]:
    if kind == "steps":
        return ("steps", "aspects")
    return LISTED if kind == "all" else (kind,)


def _data(seen: Seen, kind: str, chosen: dict[str, list[str]]) -> dict[str, Any]:
    from tracker.reports.kinds import initiative  # noqa: PLC0415 - only for programs

    rows = {name: _machine_rows(seen, name, codes) for name, codes in chosen.items()}
    totals = initiative.data(seen.tracker, seen.assessment)
    if kind == "all":
        return {"data": {"initiative": totals, **rows}}
    if kind == "steps":
        return {"data": rows["steps"], "aspects": rows["aspects"], "initiative": totals}
    return {"data": rows[kind]}


def _machine_rows(seen: Seen, name: str, codes: list[str]) -> list[dict[str, Any]]:
    data, records = kind_of(name).data, seen.tracker.tables.get(name, {})
    return [data(seen, records[code]) for code in codes]
