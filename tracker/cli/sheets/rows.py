"""A row carried out as the command it stands for, on a tracker at hand: the same readers, guards and rules."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from inspect import Parameter, signature
from typing import Any, get_args

from typer.core import TyperCommand

from tracker.cli.input.values import given_as
from tracker.cli.lookup import function_of
from tracker.cli.nouns import noun_of
from tracker.cli.parser import Context
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import Kind
from tracker.message import Message, msg
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.store.act import Act, Outcome, check_expected

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
        self.warned = session.warned
        self._store, self._state, self._tracker = session.store, session.state, tracker
        self.today, self._office = session.today, session.office
        self.aloud, self.line = aloud, 0
        self._contexts: dict[str, Context] = {}

    def context(self, name: str) -> Context:
        """The context of a command on this session, which all rows share."""
        if name not in self._contexts:
            self._contexts[name] = Context(TyperCommand(name), obj=self)
        return self._contexts[name]

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


_function = cache(function_of)
"""The function of a command, which of a kind is made of its fields anew for whoever asks."""


@cache
def parameters_of(name: str) -> Mapping[str, Parameter]:
    """The parameters of the command's function, in its order."""
    _, *params = signature(_function(name)).parameters.values()
    return {param.name: param for param in params}


def headings_beside(kind: Kind) -> frozenset[str]:
    """The headings that rows of a kind may have beside its columns."""
    fields = {*kind.adds.values(), *kind.updates.values()}
    return ((frozenset(FOR_THE_CHANGE) & parameters_of(kind.update).keys()) - fields) | kind.spoken.keys()


def run_command(
    session: RowSession, name: str, arguments: Sequence[str], options: Mapping[str, str | Sequence[str]]
) -> None:
    """Run the command with these arguments, and options by the names of its parameters; raises what it raises."""
    readers = _readers(name)
    given: dict[str, Any] = {**dict(zip(readers, arguments, strict=False)), **options}
    for key in [key for key in given if given[key] is not None and readers[key] is not _itself]:
        with given_as(key):
            given[key] = readers[key](given[key])
    _function(name)(session.context(name), **given)


@cache
def _readers(name: str) -> Mapping[str, Callable[[Any], Any]]:
    """Give, by its parameters, what makes of a cell the value that the line of a command would have given."""
    noun = noun_of(name)
    closed = {field.name: field.choice for field in noun.fields if field.choice} if noun else {}
    return {
        key: closed[key].read if key in closed else _as_typed(param.annotation)
        for key, param in parameters_of(name).items()
    }


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
