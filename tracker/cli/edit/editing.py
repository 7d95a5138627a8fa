"""The option `--edit`: the record in the user's editor; changes there go the way of the command's own options.

Nothing waits for a person inside the lock (rule 15.3): the text says what held at a revision of the record, and the
command refuses if the record has moved since. What cannot be saved is kept, and its place told.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from tracker import errors
from tracker.cli.completion.candidate_sources import FILES
from tracker.cli.completion.candidates import Place, candidates
from tracker.cli.conversation import YES
from tracker.cli.edit import edit_text
from tracker.cli.edit.clearing import clearable
from tracker.cli.edit.edit_text import Field, Value
from tracker.cli.edit.editor import content_of, new_file, run_editor
from tracker.cli.input.choice_words import possible
from tracker.cli.input.values import given_as
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import parameter_name
from tracker.cli.parser import meaning, taken
from tracker.cli.say.failures import show_failure
from tracker.message import Message, mark, msg
from tracker.model.history.withheld import plainly
from tracker.reports.report import Ref
from tracker.text.input.fold import fold

if TYPE_CHECKING:
    from tracker.cli.parser import Command, Context, Parameter
    from tracker.cli.session import Session

DATE = mark("DATE")
HEADING = (
    mark("Change what stands after the = signs, save, and close the editor."),
    mark("A line that is left as it is, or deleted, changes nothing; if no line is changed, nothing is saved."),
)


def edited(session: "Session", ctx: "Context", run: Callable[[], Any]) -> Any:
    """Runs the command with what the person changed in the text; raises `NeedsTerminal` where there is nobody."""
    command = ctx.info_name or ""
    if not session.can_ask:
        raise errors.NeedsTerminal("--edit", command)
    noun = noun_of(command)
    assert noun is not None
    record, *others = noun.found(session.tracker, ctx.params)
    if others:
        raise errors.OfOneRecord("--edit")
    shown = _shown(ctx, noun.shown(record))
    given = {**ctx.params, "if_rev": ctx.params.get("if_rev") or str(record.rev)}
    text = edit_text.written(_heading(session, record), _fields(session, ctx, shown))
    path = new_file(record.id, text)
    while True:
        try:
            run_editor(path, session.environ)
            result = _apply(session, ctx, path, shown, given, run)
        except errors.TrackerError as error:
            if session.saved or _left(path) in (text.encode(), b""):
                path.unlink(missing_ok=True)
                raise
            _refused(session, path, error)
        except KeyboardInterrupt:
            _tell(session, path)
            raise
        else:
            path.unlink(missing_ok=True)
            return result


def _apply(
    session: "Session",
    ctx: "Context",
    path: Path,
    shown: Mapping[str, Value],
    given: Mapping[str, Any],
    run: Callable[[], Any],
) -> Any:
    """Run the command with what the text says now; nothing where it says what it said before."""
    answer = edit_text.read(content_of(path, edit_text.LARGEST), shown)
    ctx.params = _with_changes(ctx.command, given, answer, shown)
    if ctx.params == given:
        session.say(msg("Nothing was changed."))
        return 0
    changed = [name for name in map(parameter_name, shown) if ctx.params[name] != given[name]]
    session.edited = frozenset(f"--{_key(name)}" for name in changed)
    for name in changed:
        with given_as(name):
            ctx.params[name] = taken(ctx, name, ctx.params[name])
    return run()


def _left(path: Path) -> bytes:
    try:
        return content_of(path, edit_text.LARGEST)
    except errors.CannotRead:  # the editor took it away
        return b""


def _shown(ctx: "Context", current: Mapping[str, Any]) -> dict[str, Value]:
    """The values in the text, by the names of the options: what holds now, under what was typed with the command."""
    shown: dict[str, Value] = {}
    for name, value in current.items():
        given = ctx.params.get(name)
        param = next(param for param in ctx.command.params if param.name == name)
        now: Value = list(given or ()) if param.multiple else _typed(given or value)
        shown[_key(name)] = now
    return shown


def _typed(value: Any) -> str:
    """A value as it would be typed; empty where there is none."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value.replace("_", "-")
    return "" if value is None else plainly(str(value))


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _heading(session: "Session", record: Any) -> list[str]:
    named = getattr(record, "title", None) or getattr(record, "name", None)
    word = session.words.catalog.word
    return [f"{record.id} – {session.words.bare(named)}", *map(word, HEADING)]


def _fields(session: "Session", ctx: "Context", shown: Mapping[str, Value]) -> Iterator[Field]:
    """The fields, each with what it means, what it can hold, and whether it may be emptied."""
    empties = clearable(ctx.command)
    for key, value in shown.items():
        param = next(param for param in ctx.command.params if _key(param.name or "") == key)
        explained = [Message(meaning(param)), *_possible(session, ctx, param)]
        if key in empties and not param.multiple:
            explained.append(msg("It may be empty."))
        yield Field(key, value, [session.words.bare(each) for each in explained])


def _possible(session: "Session", ctx: "Context", param: "Parameter") -> list[Message]:
    if param.metavar == DATE:
        return [msg("For example 2026-03-31, 31/3/2026, +2w or 1448-06-13h.")]
    if param.multiple:
        return [msg("Items written between the brackets are added: each in quotation marks, separated by commas.")]
    found = candidates(session, Place(ctx.info_name or "", param), "", ())
    typable = [each for each in found if each is not FILES and each.value.isascii()]
    return [possible(typable)] if typable else []


def _with_changes(
    command: "Command", given: Mapping[str, Any], answer: Mapping[str, Value], shown: Mapping[str, Value]
) -> dict[str, Any]:
    """The parameters of the command; an emptied field goes to `--clear` where that can be, else to who refuses it."""
    params = dict(given)
    for key, value in answer.items():
        name = parameter_name(key)
        if isinstance(value, list):
            params[name] = value if value != shown[key] else params[name]
        elif value.strip() != shown[key]:
            empties = not value.strip() and key in clearable(command)
            params[name] = None if empties else value
            if empties:
                params["clear"] = [*(params["clear"] or ()), key]
    return params


def _refused(session: "Session", path: Path, error: errors.TrackerError) -> None:
    """Says why and where the text is kept, and returns if the person wants to mend it.

    A record that moved needs a new look at it, and an editor that fails another editor.
    """
    show_failure(session, error)
    _tell(session, path, _line(path, error))
    if not isinstance(error, errors.RevisionConflict | errors.NoEditor | errors.EditorFailed):
        answer = session.ask(msg("Edit it again? (yes/no)"))
        if fold(answer or "") in {fold(word) for word in YES}:
            return
    raise typer.Exit(error.exit_code) from error


def _tell(session: "Session", path: Path, line: int = 0) -> None:
    kept = msg("The text still stands in {path}.", path=str(path))
    if line:
        kept = msg("The text still stands in {path}, line {line}.", path=str(path), line=Ref(str(line)))
    session.err.write_text(session.words.message(kept))


def _line(path: Path, error: errors.TrackerError) -> int:
    """The line of the text in which the refused value stands, 0 when the refusal is of no single value."""
    if isinstance(error, errors.BadEdit):
        return error.line
    return edit_text.line_of(_left(path).decode("utf-8-sig", "replace"), _key(error.given_as)) if error.given_as else 0
