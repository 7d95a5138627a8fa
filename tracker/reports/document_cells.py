"""Cells of documents: what is drawn in a line, and what is said in a language or calendar of its own."""

from datetime import date
from decimal import Decimal
from typing import Any

from tracker.frozen import Frozen
from tracker.message import Message
from tracker.model.records.localized import Lang
from tracker.model.state.health import Health, Reason


class Strip(Frozen):
    """A strip of planned time within the table's own span, marked at `today`.

    It is filled by the percents that are `declared`, of which `evidenced` are supported by evidence.
    """

    first: date
    last: date
    today: date
    start: date
    end: date
    declared: int
    evidenced: int


class Light(Frozen):
    """A traffic light: the colour of a record in plain words, and for programs the reasons for it."""

    health: Health
    word: Message
    reasons: tuple[Reason, ...] = ()


class Spark(Frozen):
    """The measured values, oldest first; None leaves a gap, which is not zero."""

    values: tuple[Decimal | None, ...]


class InLanguage(Frozen):
    """A value in a language of its own, whatever the reader's: for sheets in two languages side by side."""

    lang: Lang
    value: Any


class BothCalendars(Frozen):
    """A day in the Gregorian and the Hijri calendar, whatever the reader's setting."""

    day: date
