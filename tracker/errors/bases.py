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


class NotInstalled(TrackerError):
    """A library is missing that comes with the extra of that name."""

    extra: str
    hint = mark("Install it: {command}")

    @property
    def command(self) -> Code:
        """The line that installs it, as this program was installed."""
        from tracker.installation import line_adding  # noqa: PLC0415 - only for what is missing

        return line_adding(self.extra)


class BadUsage(TrackerError):
    """The words that were typed cannot be understood, or make no sense together."""

    exit_code = 2
