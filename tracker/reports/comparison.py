"""Two periods side by side as a table."""

from tracker.message import msg
from tracker.model.records.reviews import Figure, Figures
from tracker.model.state.comparison import Compared, compared
from tracker.reports import nouns
from tracker.reports.kinds.kind import Seen, Shown, percent, table_of
from tracker.reports.kinds.reviews import figure_colour
from tracker.reports.report import Colour, Day, Percent, Table, Word
from tracker.reports.values import record_name


def comparison_table(seen: Seen, before: Figures, after: Figures) -> Table:
    """The table of what is better, worse, the same, new or gone between two periods, with the days it slipped by."""
    columns: list[Shown[Compared]] = [
        Shown("record", msg("Record"), lambda _, each: record_name(each.record)),
        Shown("change", msg("Change"), lambda _, each: Word(each.change)),
        Shown("before", msg("Before"), lambda _, each: _declared(each.before)),
        Shown("after", msg("After"), lambda _, each: _declared(each.after)),
        Shown("health_before", msg("Health before"), lambda seen, each: _colour(seen, each.before), rank=1),
        Shown("health_after", msg("Health after"), lambda seen, each: _colour(seen, each.after), rank=1),
        Shown(
            "slippage", msg("Later by"), lambda _, each: nouns.days(each.slippage) if each.slippage else None, rank=2
        ),
    ]
    title = msg("Compared: {before} and {after}", before=Day(before.day), after=Day(after.day))
    return table_of(seen, "comparison", title, columns, compared(before, after))


def _declared(figure: Figure | None) -> Percent | None:
    return percent(figure.declared) if figure else None


def _colour(seen: Seen, figure: Figure | None) -> Colour | None:
    return figure_colour(seen, figure) if figure else None
