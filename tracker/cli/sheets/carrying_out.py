"""A row carried out as the command it stands for, on a tracker at hand: the same parsers, guards and rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from tracker.cli.app import TrackerCommand, build
from tracker.cli.global_options import GLOBAL_NAMES
from tracker.cli.parser import is_switch
from tracker.cli.session import Session
from tracker.message import Message, msg
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.store.act import Outcome

if TYPE_CHECKING:
    from tracker.store.act import Act


class _Everything:
    """No cell is a file to be read, or the pipe."""

    def __contains__(self, _: object) -> bool:
        return True


class RowSession(Session):
    """A session whose commands change the tracker that it holds; nobody is asked, and only warnings are said."""

    can_ask = False

    def __init__(self, session: Session, tracker: Tracker, *, aloud: bool) -> None:
        self.__dict__.update(session.__dict__)
        self.tracker, self.aloud, self.line = tracker, aloud, 0
        self.written = _Everything()

    def change(self, act: "Act", fn: Callable[[Tracker], Tracker]) -> Outcome:
        """The change carried out on the tracker at hand. Raises `RevisionConflict`, and what the rules refuse."""
        from tracker.store.act import check_expected  # noqa: PLC0415 - only where rows are taken in

        before = self.tracker
        check_expected(before, act.expected)
        self.tracker = fn(before)
        return Outcome(before, self.tracker, None)

    def say(self, message: Message, style: str = "") -> None:
        """Nothing: what follows from one row may be settled by the next."""

    def warn(self, message: Message) -> None:
        """The warning with the line it is about, once."""
        if self.aloud:
            super().warn(msg("Line {line}: {text}", line=Ref(str(self.line)), text=message))


@cache
def command_for(name: str) -> TrackerCommand:
    """The command, built once for all rows."""
    return build(name)


def carry_out(
    session: RowSession, name: str, arguments: Sequence[str], options: Mapping[str, str | Sequence[str]]
) -> None:
    """The command with these arguments, and options by the names of its parameters. Raises what it raises."""
    command = command_for(name)
    with command.make_context(name, [*_words(command, options), "--", *arguments], obj=session) as ctx:
        unasked = (GLOBAL_NAMES - command.own_names()) | {"edit"}
        params: dict[str, Any] = {key: value for key, value in ctx.params.items() if key not in unasked}
        assert command.callback is not None
        ctx.invoke(command.callback, **params)


def _words(command: TrackerCommand, options: Mapping[str, str | Sequence[str]]) -> Iterator[str]:
    """The options as they would be typed."""
    for param in command.params:
        value = options.get(param.name or "", ())
        for each in [value] if isinstance(value, str) else value:
            yield param.opts[0] if is_switch(param) else f"{param.opts[0]}={each}"
