"""The numbers of a picture as a table: for terminals, Markdown, spreadsheets, and readers who do not see pictures."""

from decimal import Decimal

from tracker.message import msg
from tracker.model.records.indicators import Aggregation
from tracker.reports.document_cells import Spark, Strip
from tracker.reports.numbers import Amount
from tracker.reports.periods import period_name
from tracker.reports.pictures.drawn import Bars, Course, Heat, Picture, Timeline, Trend
from tracker.reports.report import Colour, Column, Day, Percent, Progress, Table, Value
from tracker.reports.values import percent

COUNTED = {
    Aggregation.LATEST: msg("Measured"),
    Aggregation.SUM: msg("Sum of the year so far"),
    Aggregation.AVERAGE: msg("Average of the year so far"),
}
"""The names of the values that count against a target."""
WORK = Column("label", msg("Step or activity"), flexible=True, letters=14)
STEP = Column("label", msg("Step"), flexible=True, letters=14)


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
        case Course():
            return _course(picture)


def _bars(bars: Bars) -> Table:
    columns = (
        STEP,
        Column("progress", msg("Progress")),
        Column("expected", msg("Expected progress")),
        Column("health", msg("Health")),
    )
    rows = tuple(
        (bar.label, Progress(bar.declared, bar.evidenced), percent(bar.expected), Colour(bar.health))
        for bar in bars.rows
    )
    return Table(bars.key, bars.heading, columns, rows)


def _timeline(timeline: Timeline) -> Table:
    columns = (
        WORK,
        Column("time", msg("Time")),
        Column("start", msg("Planned start"), rank=2),
        Column("end", msg("Planned end"), rank=1),
        Column("forecast", msg("Forecast"), rank=3),
        Column("progress", msg("Declared")),
        Column("evidenced", msg("Evidenced")),
    )
    rows = tuple(
        (
            row.label,
            Strip(timeline.first, timeline.last, timeline.today, row.start, row.end, row.declared, row.evidenced),
            Day(row.start),
            Day(row.end),
            Day(row.forecast) if row.forecast else None,
            Percent(row.declared),
            Percent(row.evidenced),
        )
        for row in timeline.rows
    )
    return Table(timeline.key, timeline.heading, columns, rows)


def _trend(trend: Trend) -> Table:
    """A row for each period: what was measured, what counts where that is another, and the target; the lines last."""
    points = trend.points
    values = [("measured", msg("Measured"), tuple(point.value for point in points))]
    if trend.counts is not Aggregation.LATEST:
        values.append((trend.counts.value, COUNTED[trend.counts], tuple(point.judged for point in points)))
    targets = tuple(point.target for point in points)
    if any(target is not None for target in targets):
        values.append(("target", msg("Target"), targets))
    columns = (Column("period", msg("Period")), *(Column(key, heading) for key, heading, _ in values))
    rows = [
        (period_name(point.period), *(_plain(each[number]) for _, _, each in values))
        for number, point in enumerate(points)
    ]
    rows.append((msg("Trend"), *(Spark(each) for _, _, each in values)))
    return Table(trend.key, trend.heading, columns, tuple(rows))


def _plain(value: Decimal | None) -> Value:
    return None if value is None else Amount(value)


def _heat(heat: Heat) -> Table:
    columns = (STEP, *(Column(str(number), heading) for number, heading in enumerate(heat.columns, 1)))
    return Table(heat.key, heat.heading, columns, tuple((label, *marks) for label, marks in heat.rows))


def _course(course: Course) -> Table:
    """A row for each day on which the whole is known; the lines of all of them last."""
    columns = (
        Column("day", msg("Date")),
        Column("declared", msg("Declared")),
        Column("evidenced", msg("Evidenced")),
        Column("expected", msg("Expected progress")),
    )
    values = [(mark.declared, mark.evidenced, mark.expected) for mark in course.marks]
    rows: list[tuple[Value, ...]] = [
        (Day(mark.day), *map(percent, value)) for mark, value in zip(course.marks, values, strict=True)
    ]
    lines = (tuple(None if each is None else Decimal(each) for each in line) for line in zip(*values, strict=True))
    rows.append((msg("Trend"), *(Spark(line) for line in lines)))
    return Table(course.key, course.heading, columns, tuple(rows))
