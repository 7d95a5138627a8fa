"""The report of `list`: one kind of record as a table. Steps come with their aspects and with what needs attention."""

from datetime import date
from typing import Any

from tracker.model.state.assessment import Assessment, assess
from tracker.model.tracker import Tracker
from tracker.reports.answers.attention import attention
from tracker.reports.kinds import kind_of
from tracker.reports.lists.filters import check_filters
from tracker.reports.lists.selection import Selection, select
from tracker.reports.lists.sorting import check_keys
from tracker.reports.report import Block, Report
from tracker.reports.values import heading

KINDS = (
    *("steps", "aspects", "activities", "series", "meetings", "decisions", "commitments", "obstacles", "lessons"),
    *("indicators", "reviews", "recommendations", "evidence", "parties", "roles", "all"),
)


def list_report(tracker: Tracker, kind: str, day: date, selection: Selection) -> Report:
    """The records of a kind that the selection lets through, as tables, at the end of `day`.

    Raises `UnknownSortKey`, `OptionElsewhere` for a filter that means nothing for the kind.
    """
    check_filters(kind, selection)
    check_keys(_shown(kind), selection.sort)
    assessment = assess(tracker, day)
    chosen = {name: select(tracker, assessment, name, selection) for name in _shown(kind)}
    blocks: list[Block] = [kind_of(name).table(tracker, assessment, codes) for name, codes in chosen.items()]
    if kind == "steps" and selection.empty:
        blocks.append(attention(tracker, assessment))
    return Report(
        kind=kind,
        day=day,
        heading=heading(tracker, assessment),
        blocks=tuple(blocks),
        data=lambda: _data(tracker, assessment, kind, chosen),
        demo=tracker.demo,
    )


def _shown(kind: str) -> tuple[str, ...]:
    if kind == "steps":
        return ("steps", "aspects")
    return KINDS[:-1] if kind == "all" else (kind,)


def _data(tracker: Tracker, assessment: Assessment, kind: str, chosen: dict[str, list[str]]) -> dict[str, Any]:
    from tracker.reports import machine  # noqa: PLC0415 - only for programs

    rows = {name: _machine_rows(tracker, assessment, name, codes) for name, codes in chosen.items()}
    totals = machine.initiative(tracker, assessment)
    if kind == "all":
        return {"data": {"initiative": totals, **rows}}
    if kind == "steps":
        return {"data": rows["steps"], "aspects": rows["aspects"], "initiative": totals}
    return {"data": rows[kind]}


def _machine_rows(tracker: Tracker, assessment: Assessment, name: str, codes: list[str]) -> list[dict[str, Any]]:
    data = kind_of(name).data
    return [data(tracker, assessment, tracker.tables[name][code]) for code in codes]
