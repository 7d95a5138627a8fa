"""Two periods side by side as a table."""

from tracker.message import msg
from tracker.model.records.reviews import Figure, Figures
from tracker.model.state.comparison import compare
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.kinds.reviews import figure_colour
from tracker.reports.report import Column, Day, Percent, Table, Value, Word
from tracker.reports.values import record_name


def comparison_table(_tracker: Tracker, before: Figures, after: Figures) -> Table:
    """The table of what is better, worse, the same, new or gone between two periods, with the days it slipped by."""
    columns = (
        Column("record", msg("Record")),
        Column("change", msg("Change")),
        Column("before", msg("Before")),
        Column("after", msg("After")),
        Column("health_before", msg("Health before"), rank=1),
        Column("health_after", msg("Health after"), rank=1),
        Column("slippage", msg("Later by"), rank=2),
    )
    rows = tuple(
        (
            record_name(each.record),
            Word(each.change),
            _declared(each.before),
            _declared(each.after),
            figure_colour(each.before) if each.before else None,
            figure_colour(each.after) if each.after else None,
            nouns.days(each.slippage) if each.slippage else None,
        )
        for each in compare(before, after)
    )
    title = msg("Compared: {before} and {after}", before=Day(before.day), after=Day(after.day))
    return Table("comparison", title, columns, rows)


def _declared(figure: Figure | None) -> Value:
    return Percent(figure.declared) if figure and figure.declared is not None else None
