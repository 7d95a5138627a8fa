"""The report of `list`: one kind of record as a table. Steps come with their aspects and with what needs attention."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.frozen import replace
from tracker.message import msg
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.reports.answers.attention import attention
from tracker.reports.kinds import LISTED, kind_of
from tracker.reports.kinds.kind import NONE_YET, Seen
from tracker.reports.lists.selection import Selection, select
from tracker.reports.report import Block, Notes, Ref, Report, Table
from tracker.reports.values import heading

KINDS = (*LISTED, "all")
NOTHING = Notes("nothing", None, (), msg("Nothing matches."))


def list_report(
    tracker: Tracker,
    kind: str,
    day: date,
    selection: Selection,
    columns: Sequence[str] = (),
    *,
    alone: bool = False,
    machine: bool = False,
) -> Report:
    """The records of a kind that the selection lets through, as tables, at the end of `day`.

    Of all kinds that are filtered, those are shown that have something. `columns` are the keys of those to be shown,
    as many as the kind has of them, or of the fields where it is for a `machine`; `alone` leaves out what goes with
    the steps. Raises `UnknownSortKey`, `UnknownColumn`, `OptionElsewhere` for a filter that means nothing for the kind.
    """
    shown = _shown(kind, alone=alone or bool(columns))
    _check(kind, shown, selection)
    for name in shown:
        tracker.read(name)
    assessment = assess(tracker, day)
    seen = Seen(tracker, assessment)
    if columns:
        from tracker.reports.lists.columns import check_columns  # noqa: PLC0415 - as above

        check_columns(seen, shown, columns, machine=machine)
    chosen = {name: select(seen, name, selection) for name in shown}
    blocks: list[Block] = [_table(seen, name, codes, columns) for name, codes in chosen.items()]
    if kind == "all" and selection.filters:
        blocks = [block for name, block in zip(chosen, blocks, strict=True) if chosen[name]] or [NOTHING]
    if shown == ("steps", "aspects") and selection.empty:
        blocks.append(attention(tracker, assessment))
    return Report(
        kind=kind,
        day=day,
        heading=heading(tracker, assessment),
        blocks=tuple(blocks),
        data=lambda: _data(seen, kind, chosen, columns),
        demo=tracker.demo,
    )


def _check(kind: str, shown: Sequence[str], selection: Selection) -> None:
    """Raise `UnknownSortKey` and `OptionElsewhere` for what means nothing for the kinds that are shown."""
    if not selection.empty:
        from tracker.reports.lists.filters import check_filters  # noqa: PLC0415 - asks what most lists do not

        check_filters(kind, selection)
    if selection.sort:
        from tracker.reports.lists.sorting import check_keys  # noqa: PLC0415 - as above

        check_keys(shown, selection.sort)


def _shown(kind: str, *, alone: bool) -> tuple[str, ...]:
    if kind == "steps" and not alone:
        return ("steps", "aspects")
    return LISTED if kind == "all" else (kind,)


def _table(seen: Seen, name: str, codes: list[str], columns: Sequence[str]) -> Table:
    """The table of a kind; where there is nothing of it yet, it says which command adds one."""
    kind = kind_of(name)
    if columns:
        from tracker.reports.lists.columns import chosen_table  # noqa: PLC0415 - only where columns are chosen

        found = chosen_table(seen, kind, codes, columns)
    else:
        found = kind.table(seen, codes)
    if found.empty is NONE_YET and kind.added_by:
        return replace(found, empty=msg("None yet. To add one: {command}", command=Ref(f"tracker {kind.added_by}")))
    return found


def _data(seen: Seen, kind: str, chosen: dict[str, list[str]], columns: Sequence[str]) -> dict[str, Any]:
    from tracker.reports.kinds import initiative  # noqa: PLC0415 - only for programs

    rows = {name: _machine_rows(seen, name, codes, columns) for name, codes in chosen.items()}
    if columns:
        return {"data": rows if kind == "all" else rows[kind]}
    totals = initiative.data(seen.tracker, seen.assessment)
    if kind == "all":
        return {"data": {"initiative": totals, **rows}}
    if "aspects" in rows and kind == "steps":
        return {"data": rows["steps"], "aspects": rows["aspects"], "initiative": totals}
    return {"data": rows[kind]}


def _machine_rows(seen: Seen, name: str, codes: list[str], columns: Sequence[str]) -> list[dict[str, Any]]:
    kind, records = kind_of(name), seen.tracker.tables.get(name, {})
    if columns:
        from tracker.reports.lists.columns import chosen_fields  # noqa: PLC0415 - only where columns are chosen

        return [chosen_fields(seen, kind, records[code], columns) for code in codes]
    return [kind.data(seen, records[code]) for code in codes]
