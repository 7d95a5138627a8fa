"""The codes of records as they are typed: one by one or as a list."""

from tracker.cli.session import Session
from tracker.model.activity import Activity
from tracker.model.step import Step
from tracker.text.lists import split_list


def step_codes(session: Session, given: list[str] | None) -> tuple[str, ...] | None:
    """The codes of the steps that were named, None for none; raises `NotFound`."""
    return tuple(session.tracker.get(Step, code, "S").id for code in _split(given)) or None


def activity_codes(session: Session, given: list[str] | None) -> tuple[str, ...] | None:
    """The codes of the activities that were named, None for none; raises `NotFound`."""
    return tuple(session.tracker.get(Activity, code, "S").id for code in _split(given)) or None


def _split(given: list[str] | None) -> list[str]:
    return [code for text in given or () for code in split_list(text)]
