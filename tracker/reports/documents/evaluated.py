"""The parts of an evaluation: steps, judgements, obstacles and changes of the plan in the period, and another one."""

from collections.abc import Iterator, Mapping
from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.days import days_on
from tracker.model.records.obstacles import Obstacle, ObstacleType
from tracker.model.records.reviews import Criterion, Figure, Figures, Rating, Review
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.comparison import Compared, Trend, compare
from tracker.model.state.health import Health, Reason
from tracker.model.state.periods import Period
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.documents.period_end import PeriodEnd
from tracker.reports.documents.request import Request
from tracker.reports.kinds import reviews
from tracker.reports.kinds.kind import CODE, Seen, Shown, code, day_cell, refs, table_of, words
from tracker.reports.labels import FIELDS
from tracker.reports.parts import Part
from tracker.reports.pictures.drawn import Bar, Bars
from tracker.reports.pictures.made import position
from tracker.reports.report import Block, Colour, Column, Day, Many, Percent, Progress, Ref, Table, Value, Word
from tracker.reports.values import percent, record_name, titled

OVERDUE = frozenset({Reason.OVERDUE.value, Reason.OVERDUE_RED.value})


def within(day: date | None, period: Period) -> bool:
    """Whether a day is known and falls into the period."""
    return day is not None and period.start <= day <= period.end


def summary(tracker: Tracker, figures: Figures) -> Message:
    """The position at the end of the period in one sentence, from the figures of that day."""
    whole = next((figure for figure in figures.records if figure.record == "initiative"), None)
    if whole is None or whole.declared is None:
        return msg("Progress cannot be assessed yet.")
    found = list(_of_steps(tracker, figures))
    return position(
        whole.declared,
        whole.evidenced or 0,
        late=sum(not OVERDUE.isdisjoint(figure.reasons) for figure in found),
        blocked=sum(figure.status == Status.BLOCKED for figure in found),
        obstacles=sum(obstacle.stood_on(figures.day) for obstacle in tracker.obstacles.values()),
    )


def bars(tracker: Tracker, figures: Figures) -> Bars:
    """Declared, evidenced and expected progress of the steps at the end of the period."""
    rows = tuple(
        Bar(
            titled(figure.record, tracker.steps[figure.record].title),
            figure.declared or 0,
            figure.evidenced or 0,
            figure.expected,
            Health(figure.health or Health.GREY),
        )
        for figure in _of_steps(tracker, figures)
        if figure.status != Status.CANCELLED
    )
    alt = msg("Declared, evidenced and expected progress of each step.")
    return Bars("progress_bars", msg("Progress against expected progress"), alt, rows)


def steps(seen: Seen, figures: Figures, period: Period) -> Table:
    """Each step at the end of the period, and the gates that its activities passed in it."""
    tracker = seen.tracker
    columns: list[Shown[Figure]] = [
        Shown(CODE.key, CODE.label, lambda _, figure: Ref(figure.record)),
        Shown("title", msg("Step"), lambda _, f: tracker.steps[f.record].title, flexible=True, letters=18),
        reviews.STATUS_THEN,
        Shown("progress", value=_progress),
        *(reviews.EXPECTED_THEN, reviews.VARIANCE_THEN.with_rank(1), reviews.HEALTH_THEN),
        Shown(
            "gates",
            msg("Gates passed in the period"),
            lambda _, figure: Many(tuple(_gates(tracker, figure.record, period)), stacked=True),
            rank=3,
            flexible=True,
        ),
    ]
    title = msg("Steps at the end of the period")
    empty = msg("There are no steps.")
    return table_of(seen, "steps_in_period", title, columns, _of_steps(tracker, figures), empty)


def _progress(_: Seen, figure: Figure) -> Progress | None:
    return None if figure.declared is None else Progress(figure.declared, figure.evidenced or 0)


def _of_steps(tracker: Tracker, figures: Figures) -> Iterator[Figure]:
    return (figure for figure in figures.records if figure.record in tracker.steps)


def _gates(tracker: Tracker, step: str, period: Period) -> Iterator[Message]:
    for activity in tracker.activities.values():
        if activity.step == step:
            for gate, day in activity.gates_passed():
                if within(day, period):
                    yield Message("{code}: {gate}", {"code": Ref(activity.id), "gate": Word(gate)})


def gates_ahead(activity: Activity, day: date) -> Many:
    """The gates that had not been passed at the end of a day."""
    passed = {gate for gate, on in activity.gates_passed() if on <= day}
    return Many(tuple(Word(gate) for gate in Gate if gate is not Gate.NONE and gate not in passed))


def judgements(seen: Seen, review: Review, before: Review | None) -> Table:
    """Every rating beside that of the period before, with what it rests on."""
    old = {(rating.step, rating.criterion): rating.value for rating in before.ratings} if before else {}
    columns: list[Shown[Rating]] = [
        code("step"),
        Shown("criterion", msg("Criterion")),
        Shown("rating", msg("Rating from 1 to 4"), _grade),
        Shown("before", msg("Previous"), lambda _, rating: old.get((rating.step, rating.criterion)), rank=2),
        Shown("change", msg("Change"), lambda _, rating: _change(old, rating), rank=1),
        words("justification", msg("Justification"), flexible=True),
        Shown("evidence", value=lambda _, rating: refs(rating.evidence), rank=3),
    ]
    order = list(Criterion)
    ratings = sorted(review.ratings, key=lambda rating: (rating.step, order.index(rating.criterion)))
    found = table_of(seen, "judgements", msg("Ratings with their reasons"), columns, ratings)
    return replace(found, together="criterion")


def _grade(_: Seen, rating: Rating) -> Value:
    return msg("not assessable yet") if rating.value is None else rating.value


def _change(old: Mapping[tuple[str, Criterion], int | None], rating: Rating) -> Word | None:
    before, after = old.get((rating.step, rating.criterion)), rating.value
    if before is None or after is None:
        return None
    if before == after:
        return Word(Trend.UNCHANGED)
    return Word(Trend.IMPROVED if after > before else Trend.WORSENED)


def obstacles_by_type(tracker: Tracker, period: Period, day: date) -> Table:
    """The table of obstacles by type: raised, resolved, still open at the end, `day`, and for how long on average."""
    columns = (
        Column("type", msg("Type")),
        Column("raised", msg("Raised in the period")),
        Column("resolved", msg("Resolved in the period")),
        Column("open", msg("Open at the end of the period")),
        Column("age", msg("Days open on average")),
    )
    rows = []
    for kind in ObstacleType:
        found = [obstacle for obstacle in tracker.obstacles.values() if obstacle.type is kind]
        raised = sum(within(obstacle.raised_on, period) for obstacle in found)
        resolved = sum(within(obstacle.resolved_on, period) for obstacle in found)
        ages = [(day - o.raised_on).days for o in found if o.raised_on and _open_at(o, day)]
        if raised or resolved or ages:
            rows.append((Word(kind), raised, resolved, len(ages), round(sum(ages) / len(ages)) if ages else None))
    return Table("obstacles_by_type", msg("Obstacles by type"), columns, tuple(rows), msg("No obstacle matches."))


def _open_at(obstacle: Obstacle, day: date) -> bool:
    known = obstacle.raised_on is not None and obstacle.raised_on <= day
    return known and (obstacle.active or (obstacle.resolved_on is not None and obstacle.resolved_on > day))


def plan_changes(request: Request, end: PeriodEnd) -> Table:
    """Planned dates and weights that are others at the end of the period than before it."""
    columns = (
        Column("record", msg("Step or activity")),
        Column("field", msg("Field")),
        Column("before", msg("Before")),
        Column("after", msg("After")),
    )
    empty = msg("Neither a planned date nor a weight was changed.")
    try:
        rows = tuple(_changed(request.past(days_on(end.period.start, -1)), end.tracker))
    except errors.BeforeFirst:
        rows, empty = (), msg("The history does not reach back before the period.")
    return Table("plan_changes", msg("Changes to the plan"), columns, rows, empty)


def _changed(before: Tracker, after: Tracker) -> Iterator[tuple[Value, ...]]:
    pairs: list[tuple[Step | Activity | None, Step | Activity]] = []
    pairs += [(before.steps.get(code), step) for code, step in after.steps.items()]
    pairs += [(before.activities.get(code), activity) for code, activity in after.activities.items()]
    for old, new in pairs:
        for name in ("planned_start", "planned_end", "weight"):
            if old is not None and getattr(old, name) != getattr(new, name):
                yield Ref(new.id), FIELDS[name], *(_cell(getattr(each, name)) for each in (old, new))


def _cell(value: date | int | None) -> Value:
    return value if isinstance(value, int) else day_cell(value)


def comparison(seen: Seen, before: Figures, after: Figures) -> Table:
    """The table of what is better, worse, the same, new or gone between two periods, with the days it slipped by."""
    columns: list[Shown[Compared]] = [
        Shown("record", msg("Step or aspect"), lambda _, each: record_name(each.record)),
        Shown("change", msg("Change"), lambda _, each: Word(each.change)),
        Shown("before", msg("Before"), lambda _, each: _declared(each.before)),
        Shown("after", msg("After"), lambda _, each: _declared(each.after)),
        Shown("health_before", msg("Health before"), lambda seen, each: _colour(seen, each.before), rank=1),
        Shown("health_after", msg("Health after"), lambda seen, each: _colour(seen, each.after), rank=1),
        Shown(
            "slippage", msg("Delayed by"), lambda _, each: nouns.days(each.slippage) if each.slippage else None, rank=2
        ),
    ]
    title = msg("Compared: {before} and {after}", before=Day(before.day), after=Day(after.day))
    return table_of(seen, "comparison", title, columns, compare(before, after))


def since(now: Seen, end: PeriodEnd) -> Iterator[Block]:
    """The part on what has moved from the end of the period to the day on which the document is made."""
    yield Part("since", msg("Since then, as of {day}", day=Day(now.day)))
    table = comparison(now, _whole(end.figures), _whole(figures_of(now.tracker, now.day, now.assessment)))
    place = [column.key for column in table.columns].index("change")
    moved = tuple(row for row in table.rows if row[place] != Word(Trend.UNCHANGED))
    yield replace(table, key="moved_since", rows=moved, empty=msg("Nothing has changed since."))


def _whole(figures: Figures) -> Figures:
    """The figures without those of activities."""
    return replace(figures, records=tuple(each for each in figures.records if "." not in each.record))


def _declared(figure: Figure | None) -> Percent | None:
    return percent(figure.declared) if figure else None


def _colour(seen: Seen, figure: Figure | None) -> Colour | None:
    return reviews.figure_colour(seen, figure) if figure else None
