"""The bottom line of the brief: how far from the plan, where it is worst, and what is to be decided by when."""

from tracker.message import Message, count, count_in, msg
from tracker.model.records.status import Status
from tracker.model.state.figures import Figures
from tracker.model.state.progress import displayed
from tracker.model.state.steps import StepState
from tracker.reports import nouns
from tracker.reports.documents.brief.lights import light
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Asked, Day, Note, Notes, Percent, Value, Word
from tracker.reports.values import expected_cell, within


def bottom_line(seen: Seen, wanted: Notes) -> Notes:
    """The three sentences; the last says the health of the whole."""
    whole = light(seen.assessment.health, seen.assessment.reasons)
    last = msg("Overall: {health}. {decisions}", health=whole, decisions=_decisions(wanted))
    notes = (Note(_distance(seen.assessment.figures)), Note(_worst(seen)), Note(last, whole.health))
    return Notes("bottom_line", None, notes)


def _distance(figures: Figures | None) -> Message:
    """The distance to the plan in points: behind, on or ahead of it; without planned dates none is known."""
    if figures is None:
        return msg("There is no step whose progress counts.")
    said: dict[str, Value] = {"declared": Percent(displayed(figures.declared))}
    said |= {"evidenced": Percent(displayed(figures.evidenced)), "expected": expected_cell(figures)}
    if figures.left_out and figures.points is not None:
        return _of_the_dated(figures, figures.points, said)
    if figures.points is None:
        return msg(
            "{declared} declared as done, {evidenced} evidenced; without planned dates there is no expected progress.",
            **said,
        )
    if figures.points == 0:
        return msg("On plan: {declared} declared as done, {evidenced} evidenced, {expected} expected today.", **said)
    said["gap"] = _points(abs(figures.points))
    if figures.points > 0:
        return msg(
            "{gap} ahead of plan: {declared} declared as done, {evidenced} evidenced, {expected} expected today.",
            **said,
        )
    return msg(
        "{gap} behind plan: {declared} declared as done, {evidenced} evidenced, {expected} expected today.", **said
    )


def _of_the_dated(figures: Figures, points: int, said: dict[str, Value]) -> Message:
    """The same where work without dates is left out of what is expected: of what part it is said (rule 3.12)."""
    said |= {"share": Percent(displayed(figures.dated * 100)), "actual": Percent(displayed(figures.actual))}
    if points == 0:
        return msg(
            "Work with planned dates ({share} of the weight) is on plan: {actual} declared, {expected} "
            "expected today; in all {declared} declared as done, {evidenced} evidenced.",
            **said,
        )
    said["gap"] = _points(abs(points))
    if points > 0:
        return msg(
            "Work with planned dates ({share} of the weight) is {gap} ahead of plan: {actual} declared, "
            "{expected} expected today; in all {declared} declared as done, {evidenced} evidenced.",
            **said,
        )
    return msg(
        "Work with planned dates ({share} of the weight) is {gap} behind plan: {actual} declared, "
        "{expected} expected today; in all {declared} declared as done, {evidenced} evidenced.",
        **said,
    )


def _points(n: int) -> Message:
    return count_in("oblique", "{n} percentage point", "{n} percentage points", n)


def _worst(seen: Seen) -> Message:
    """The step that is furthest behind; where none is, what ends next, and how many have no dates."""
    counted = [each for each in seen.assessment.steps.values() if each.status is not Status.CANCELLED]
    dated = [each for each in counted if each.figures.points is not None]
    if not counted:
        return msg("No step is under way.")
    if not dated:
        return msg("No step has planned dates, so it cannot be said whether one is late.")
    worst = min(dated, key=lambda each: each.figures.points or 0)
    if (worst.figures.points or 0) < 0:
        return _furthest(worst)
    if len(dated) < len(counted):
        missing = nouns.steps_without_dates(len(counted) - len(dated))
        return msg("No step with dates is behind its plan; {missing}.", missing=missing)
    return _next_to_end(seen, counted)


def _furthest(worst: StepState) -> Message:
    return msg(
        "Furthest behind: “{title}”, {declared} declared, {expected} expected; status: {status}.",
        title=within(worst.step.title),
        declared=Percent(displayed(worst.figures.declared)),
        expected=expected_cell(worst.figures),
        status=Word(worst.status),
    )


def _next_to_end(seen: Seen, counted: list[StepState]) -> Message:
    """The sentence of a programme in which no step is behind: the step that is to end next."""
    ahead = [(each.step.planned_end, each) for each in counted if each.status is not Status.COMPLETED]
    ends = [(end, each) for end, each in ahead if end is not None and end >= seen.day]
    if not ahead:
        return msg("All steps are completed.")
    if not ends:
        return msg("No step is behind its plan.")
    end, first = min(ends, key=lambda pair: pair[0])
    return msg(
        "No step is behind its plan; the next to end is “{title}”, on {day}.",
        title=within(first.step.title),
        day=Day(end),
    )


def _decisions(wanted: Notes) -> Message:
    """The number of decisions that are wanted, and the day of the first."""
    days = [each.by for each in wanted.items if isinstance(each, Asked) and each.by]
    n = len(wanted.items)
    if not n:
        return msg("You are not asked for a decision.")
    if not days:
        return count("You are asked for {n} decision.", "You are asked for {n} decisions.", n)
    first = Day(min(days))
    return count(
        "You are asked for {n} decision, by {day}.",
        "You are asked for {n} decisions, the first by {day}.",
        n,
        day=first,
    )
