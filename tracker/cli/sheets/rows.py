"""A row carried out as the command it stands for, on a tracker at hand: the same readers, guards and rules."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from inspect import Parameter, signature
from typing import Any, TypeVar, get_args

from typer.core import TyperCommand

from tracker.cli.input.values import given_as
from tracker.cli.lookup import function_of
from tracker.cli.noun import Given
from tracker.cli.noun_commands import carrying_out
from tracker.cli.nouns import noun_of
from tracker.cli.parser import Context
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import Kind
from tracker.message import Message, msg
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.store.act import Act, Outcome, check_expected

T = TypeVar("T")

FOR_THE_CHANGE = ("reason", "decision", "on", "justification")
"""Headings that no record has: they belong to what the row changes, as the options of these names do."""


class RowSession(Session):
    """A session whose commands change the tracker that it holds; nobody is asked, and only warnings are said.

    Settings, store and streams are those of the session that takes the spreadsheet in.
    """

    can_ask = False

    def __init__(self, session: Session, tracker: Tracker, *, aloud: bool) -> None:
        self.environ, self.options, self.settings = session.environ, session.options, session.settings
        self.words, self.err, self.forced = session.words, session.err, session.forced
        self.warned, self.held = session.warned, session.held
        self._store, self._state, self._tracker = session.store, session.state, tracker
        self.today, self._office = session.today, session.office
        self.aloud, self.line = aloud, 0
        self._moment = session.now
        self._known: dict[object, Any] = {}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """The things that the rows with that key have in common, worked out for the first of them."""
        found: T | None = self._known.get(key)
        if found is None:
            found = self._known[key] = make()
        return found

    def act(
        self,
        command: str,
        note: str | None = None,
        expected: Mapping[str, int] | None = None,
        *,
        dry: bool = False,
        about: tuple[str, ...] = (),
    ) -> Act:
        """The act of a row, at one moment with all others."""
        return Act(command, self.office, self._moment, note, expected, dry, about=about)

    def means_itself(self, name: str) -> bool:  # noqa: ARG002 - of every option
        """No cell is a file to be read, or the pipe."""
        return True

    def change(self, act: Act, fn: Callable[[Tracker], Tracker]) -> Outcome:
        """The change carried out on the tracker at hand. Raises `RevisionConflict`, and what the rules refuse."""
        before = self.tracker
        check_expected(before, act.expected)
        self._tracker = after = fn(before)
        return Outcome(before, after, None)

    def say(self, message: Message, style: str = "") -> None:
        """Nothing: what follows from one row may be settled by the next."""

    def warn(self, message: Message) -> None:
        """The warning with the line it is about, once."""
        if self.aloud:
            super().warn(msg("Line {line}: {text}", line=Ref(str(self.line)), text=message))


@cache
def parameters_of(name: str) -> Mapping[str, Parameter]:
    """The parameters of the command's function, in its order."""
    _, *params = signature(function_of(name)).parameters.values()
    return {param.name: param for param in params}


@cache
def _carrying_out(name: str) -> Callable[[Session, Given], None]:
    """Give the carrying out of a command on a session; a command of no kind is called in a context of its own."""
    if noun_of(name):
        return carrying_out(name)
    function = function_of(name)

    def carry_out(session: Session, given: Given) -> None:
        function(session.once(("context", name), lambda: Context(TyperCommand(name), obj=session)), **given)

    return carry_out


def headings_beside(kind: Kind) -> frozenset[str]:
    """The headings that rows of a kind may have beside its columns."""
    fields = {*kind.adds.values(), *kind.updates.values()}
    return ((frozenset(FOR_THE_CHANGE) & parameters_of(kind.update).keys()) - fields) | kind.spoken.keys()


def run_command(
    session: RowSession, name: str, arguments: Sequence[str], options: Mapping[str, str | Sequence[str]]
) -> None:
    """Run the command with these arguments, and options by the names of its parameters; raises what it raises."""
    readers = _readers(name)
    given: dict[str, Any] = dict(zip(readers, arguments, strict=False))
    given.update(options)
    for key, cell in given.items():
        if cell is not None and (read := readers[key]) is not _itself:
            with given_as(key):
                given[key] = read(cell)
    _carrying_out(name)(session, given)


@cache
def _readers(name: str) -> Mapping[str, Callable[[Any], Any]]:
    """Give, by its parameters, what makes of a cell the value that the line of a command would have given."""
    noun = noun_of(name)
    # The words of a closed set are few, however many rows have them.
    closed = {field.name: cache(field.choice.read) for field in noun.fields if field.choice} if noun else {}
    return {key: closed.get(key) or _as_typed(param.annotation) for key, param in parameters_of(name).items()}


def _as_typed(annotation: Any) -> Callable[[Any], Any]:
    """Give the reader of a parameter: a switch is true, and of a list there may be one item."""
    kind, *_ = get_args(annotation)
    if kind is bool:
        return lambda _: True
    if list[str] in (kind, *get_args(kind)):
        return lambda cell: [cell] if isinstance(cell, str) else cell
    return _itself


def _itself(cell: Any) -> Any:
    return cell
