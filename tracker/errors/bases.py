"""The common ground of failures of more than one family."""

from tracker.errors import RuleBroken, TrackerError
from tracker.errors.places import Code, Iso
from tracker.message import mark


class RecordRefused(RuleBroken):
    """The change would break a rule of one record, whose code is `record`."""

    record: Code


class InFuture(RecordRefused):
    """A day on which something is said to have happened lies ahead."""

    day: Iso
    says = mark("{day} is in the future; a date on which something happened cannot be.")


class BadUsage(TrackerError):
    """The words that were typed cannot be understood, or make no sense together."""

    exit_code = 2
