"""The common ground of failures of more than one family."""

from tracker.errors import RuleBroken, TrackerError
from tracker.errors.places import Code


class RecordRefused(RuleBroken):
    """The change would break a rule of one record, whose code is `record`."""

    record: Code


class BadUsage(TrackerError):
    """The words that were typed cannot be understood, or make no sense together."""

    exit_code = 2
