"""The numbers of a picture as a table: for terminals, Markdown, spreadsheets, and readers who do not see pictures."""

from decimal import Decimal

from tracker.message import Message, msg
from tracker.reports.document_cells import Spark, Strip
from tracker.reports.pictures.drawn import Bars, Heat, Picture, Timeline, Trend
from tracker.reports.report import Colour, Column, Day, Percent, Progress, Ref, Table, Value

LABEL = Column("label", msg("Record"), flexible=True, letters=14)


def table_of(picture: Picture) -> Table:
    """The picture's table; its first column is what each row is about."""
    match picture:
        case Bars():
            return _bars(picture)
        case Timeline():
            return _timeline(picture)
        case Trend():
            return _trend(picture)
        case Heat():
            return _heat(picture)


def _bars(bars: Bars) -> Table:
    columns = (
        LABEL,
        Column("progress", msg("Progress")),
        Column("expected", msg("Expected progress")),
        Column("health", msg("Health")),
    )
    rows = tuple(
        (
            bar.label,
            Progress(bar.declared, bar.evidenced),
            None if bar.expected is None else Percent(bar.expected),
            Colour(bar.health),
        )
        for bar in bars.rows
    )
    return Table(bars.key, bars.heading, columns, rows)


def _timeline(timeline: Timeline) -> Table:
    columns = (
        LABEL,
        Column("time", msg("Time")),
        Column("start", msg("Planned start"), rank=2),
        Column("end", msg("Planned end"), rank=1),
        Column("forecast", msg("Forecast"), rank=3),
        Column("progress", msg("Progress")),
    )
    rows = tuple(
        (
            row.label,
            Strip(timeline.first, timeline.last, timeline.today, row.start, row.end, row.declared),
            Day(row.start),
            Day(row.end),
            Day(row.forecast) if row.forecast else None,
            Percent(row.declared),
        )
        for row in timeline.rows
    )
    return Table(timeline.key, timeline.heading, columns, rows)


def _trend(trend: Trend) -> Table:
    """A row for what was measured and one for the targets, a column for each period."""
    periods = tuple(Column(point.period, Message("{period}", {"period": Ref(point.period)})) for point in trend.points)
    columns = (LABEL, Column("trend", msg("Trend")), *periods)
    values = tuple(point.value for point in trend.points)
    targets = tuple(point.target for point in trend.points)
    rows: list[tuple[Value, ...]] = [(msg("Measured"), Spark(values), *map(_plain, values))]
    if any(target is not None for target in targets):
        rows.append((msg("Target"), Spark(targets), *map(_plain, targets)))
    return Table(trend.key, trend.heading, columns, tuple(rows))


def _plain(value: Decimal | None) -> Value:
    return None if value is None else f"{value:f}"


def _heat(heat: Heat) -> Table:
    columns = (LABEL, *(Column(str(number), heading) for number, heading in enumerate(heat.columns, 1)))
    return Table(heat.key, heat.heading, columns, tuple((label, *marks) for label, marks in heat.rows))
