"""The joint steps of the programme."""

from datetime import date
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized, Text
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.state.health import Health


class Strength(StrEnum):
    """The strength of a link: a step counts for its primary aspect twice as much as for a secondary one."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Origin(StrEnum):
    """Whether a link was proposed with the template or set by an office."""

    PROPOSED = "proposed"
    SET = "set"


class Link(Frozen):
    """A step's link to an aspect; stored on the step alone, the aspect's side is computed."""

    aspect: str
    strength: Strength
    origin: Origin = Origin.SET


class Step(Record, kw_only=True):
    """A step; `declared` is percent 0–100, `weight` percent of the initiative, planned dates are the baseline.

    `verbatim` locks the Arabic title. `support` is the office that helps the owner. `concern` is a
    health an office set worse than the computed one.
    """

    refers = (("links.aspect", "aspects"),)
    shared = frozenset({"title", "themes"})
    order: int
    title: Localized
    verbatim: bool = False
    weight: int = 0
    owner: Office | None = None
    support: Office | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    forecast_end: date | None = None
    forecast_reason: Text | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    status: Status = Status.NOT_STARTED
    status_reason: Text | None = None
    decision: str | None = None
    declared: int = 0
    reopened: int = 0
    concern: Health | None = None
    concern_reason: Text | None = None
    themes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
