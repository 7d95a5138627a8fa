"""Progress, expectation and health of the whole programme at the end of a day (sections 3 and 4)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

from tracker.frozen import Frozen
from tracker.model.records.activities import Activity, ActivityType
from tracker.model.records.aspects import Aspect
from tracker.model.records.rows import Assembled
from tracker.model.records.status import Status
from tracker.model.records.steps import Step, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.figures import Figures, together
from tracker.model.state.health import Health, Reason, worst
from tracker.model.state.progress import weighted_mean
from tracker.model.state.steps import StepState, step_state
from tracker.model.state.work import ActivityState, activity_state, activity_states
from tracker.model.tracker import Tracker

MEETINGS_ASPECT = "A3"
"""The aspect whose own text is periodic meetings (rule 4.7)."""
LESSONS_ASPECT = "A1"
"""The aspect whose own text is the exchange of lessons."""
TRAINING_ASPECT = "A2"
"""The aspect of programmes in Türkiye; courses and workshops held there count to it in every step (rule 13.4)."""
_COURSES = (ActivityType.TRAINING_COURSE, ActivityType.WORKSHOP)


_FEW = 100
"""The number of activities that are looked at one by one; whoever asks for more is about to ask for all."""


class States(Assembled[ActivityState]):
    """The state of each activity by its code, those of a step together, and last those of a step that is not there."""

    def __init__(self, tracker: Tracker, day: date, steps: Mapping[str, StepState]) -> None:
        self._tracker, self._day, self._steps = tracker, day, steps
        self._some: dict[str, ActivityState] = {}
        self._all: dict[str, ActivityState] | None = None

    def __getitem__(self, code: str) -> ActivityState:
        found = (self._some if self._all is None else self._all).get(code)
        return found or self._computed(code)

    def _computed(self, code: str) -> ActivityState:
        if self._all is not None or len(self._some) >= _FEW:
            return self.whole()[code]
        activity = self._tracker.activities[code]
        found = self._some[code] = activity_state(self._tracker, activity, self._day)
        return found

    def whole(self) -> dict[str, ActivityState]:
        """All of them."""
        if self._all is None:
            self._all = {state.activity.id: state for state in self._each()}
        return self._all

    def _each(self) -> Iterator[ActivityState]:
        for step in self._steps.values():
            yield from step.activities
        lost = (each for each in self._tracker.activities.values() if each.step not in self._steps)
        yield from activity_states(self._tracker, lost, self._day)


class Work(dict[str, StepState | ActivityState]):
    """The states of steps, and of activities as they are asked for: each cell of a row asks for the same one."""

    def __init__(self, steps: Mapping[str, StepState], activities: States) -> None:
        super().__init__(steps)
        self._activities = activities

    def __missing__(self, code: str) -> ActivityState:
        found = self[code] = self._activities[code]
        if len(self) > _FEW:
            self.update(self._activities.whole())
        return found


class AspectState(Frozen):
    """An aspect with what follows from its linked steps, primary ones first."""

    aspect: Aspect
    figures: Figures | None
    health: Health
    status: Status
    steps: tuple[str, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reason for its colour, where that is not one of its steps."""
        return _undated(self.health, self.figures)


class Assessment(Frozen, dict=True):
    """The state of the whole programme at the end of `day`.

    `if_kept` is the percentage that the initiative would have with its cancelled steps, None where none is (rule 3.9).
    """

    tracker: Tracker
    day: date
    steps: dict[str, StepState]
    aspects: dict[str, AspectState]
    figures: Figures | None
    health: Health
    status: Status
    red_share: Fraction
    if_kept: Fraction | None = None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reason for its colour, where that is not one of its steps."""
        return _undated(self.health, self.figures)

    @cached_property
    def activities(self) -> States:
        """The activities by their code, those of a step together, and last those of a step that is not there."""
        return States(self.tracker, self.day, self.steps)

    @cached_property
    def work(self) -> Work:
        """The states of steps and activities by their codes."""
        return Work(self.steps, self.activities)


def assess(tracker: Tracker, day: date) -> Assessment:
    """Compute everything of sections 3 and 4 of the rules, at the end of `day`."""
    steps = {code: step_state(tracker, step, day) for code, step in tracker.steps.items()}
    aspects = {code: _aspect_state(tracker, aspect, steps, day) for code, aspect in tracker.aspects.items()}
    counted = [s for s in steps.values() if s.status is not Status.CANCELLED]
    share = _share((s for s in counted if s.health is Health.RED), counted)
    figures = together((s.step.weight, s.figures) for s in counted)
    return Assessment(
        tracker=tracker,
        day=day,
        steps=steps,
        aspects=aspects,
        figures=figures,
        health=_unless_undated(_initiative_health(counted, share, tracker.thresholds), figures),
        status=_status_of_many(counted),
        red_share=share,
        if_kept=_if_kept(list(steps.values()), counted),
    )


def _if_kept(steps: list[StepState], counted: list[StepState]) -> Fraction | None:
    if len(steps) == len(counted) or not counted:
        return None
    return weighted_mean((state.step.weight, state.figures.declared) for state in steps)


def _share(part: Iterable[StepState], whole: list[StepState]) -> Fraction:
    total = sum(s.step.weight for s in whole)
    return Fraction(sum(s.step.weight for s in part), total) if total else Fraction(0)


def _initiative_health(steps: list[StepState], red_share: Fraction, limits: Thresholds) -> Health:
    colours = {s.health for s in steps}
    if red_share > limits.red_weight:
        return Health.RED
    if colours - {Health.GREEN, Health.GREY}:
        return Health.AMBER
    return Health.GREEN if Health.GREEN in colours else Health.GREY


def _unless_undated(colour: Health, figures: Figures | None) -> Health:
    """Give the colour of a whole, grey in place of green where too little of it has dates (rule 4.10)."""
    undated = colour is Health.GREEN and figures is not None and figures.mostly_undated
    return Health.GREY if undated else colour


def _undated(colour: Health, figures: Figures | None) -> tuple[Reason, ...]:
    undated = colour is Health.GREY and figures is not None and figures.left_out and figures.mostly_undated
    return (Reason.MOSTLY_UNDATED,) if undated else ()


def _status_of_many(steps: list[StepState]) -> Status:
    """Give one status for several steps: not started, completed if all are, else in progress (rule 2.11)."""
    counted = [s for s in steps if s.status is not Status.CANCELLED]
    if not any(_started(s.step) for s in counted):
        return Status.NOT_STARTED
    return Status.COMPLETED if all(s.status is Status.COMPLETED for s in counted) else Status.IN_PROGRESS


def _started(step: Step) -> bool:
    """Tell whether work on the step has begun; one that was blocked or suspended before is not begun."""
    return step.actual_start is not None or step.status in (Status.IN_PROGRESS, Status.COMPLETED)


def _aspect_state(tracker: Tracker, aspect: Aspect, steps: dict[str, StepState], day: date) -> AspectState:
    linked = [(link, state) for state in steps.values() for link in state.step.links if link.aspect == aspect.id]
    linked.sort(key=lambda pair: pair[0].strength is Strength.SECONDARY)
    counted = [(link, state) for link, state in linked if state.status is not Status.CANCELLED]
    weight = {Strength.PRIMARY: 2, Strength.SECONDARY: 1}
    primary = [state.health for link, state in counted if link.strength is Strength.PRIMARY]
    if aspect.id == MEETINGS_ASPECT and tracker.series:
        from tracker.model.state.series import series_health, series_states  # noqa: PLC0415 - few trackers have one

        primary += [series_health(found, tracker.thresholds) for found in series_states(tracker, day).values()]
    figures = together((weight[link.strength], state.figures) for link, state in counted)
    return AspectState(
        aspect=aspect,
        figures=figures,
        health=_unless_undated(worst(primary), figures),
        status=_status_of_many([state for _, state in linked]),
        steps=tuple(state.step.id for _, state in linked),
    )


def aspects_of(tracker: Tracker, activity: Activity) -> tuple[str, ...]:
    """The aspects an activity counts to: its own where it has some, else those of its step; and what rule 13.4 adds."""
    step = tracker.steps.get(activity.step)
    found = activity.aspects or tuple(link.aspect for link in (step.links if step else ()))
    held_there = activity.type in _COURSES and activity.place is not None and activity.place.country == "TR"
    if held_there and TRAINING_ASPECT in tracker.aspects and TRAINING_ASPECT not in found:
        return (*found, TRAINING_ASPECT)
    return found


def left_out(step: StepState) -> tuple[str, ...]:
    """The activities of a step that have no dates and are left out of what is expected of the others (rule 3.12)."""
    if not step.figures.left_out:
        return ()
    return tuple(s.activity.id for s in step.activities if s.counted and s.figures.expected is None)
